"""What stands in front of a noun inside its phrase: the words that agree with it."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

from predlozheno.language.agreement import (
    Form,
    case_forms,
    common,
    feature,
    forms,
    is_abbreviation,
    is_counting,
    is_modifier,
    is_noun,
    is_possessive,
    tagged_case,
)
from predlozheno.language.answers import answers
from predlozheno.language.morphology import fold

_CONJUNCTIONS = frozenset(["и", "или", ","])
_DEGREES = frozenset("более менее наиболее наименее весьма очень самый вновь особо".split())
_LINKS = _CONJUNCTIONS | _DEGREES
# What «два новых комитета» can be as a whole.
_COUNTED = frozenset([Form("Nom", "Plur", ""), Form("Acc", "Plur", "")])
# Words between a modifier and its noun, at most.
_REACH = 8


def left_edge(head: Token) -> int:
    """Index of the first token of the head's phrase."""
    known = answers(head.doc).left
    if head.i not in known:
        known[head.i] = _left_edge(head)
    return known[head.i]


def _left_edge(head: Token) -> int:
    counted = _count_start(head)
    if counted is not None:
        return counted
    doc, start = head.doc, head.i
    need = _head_forms(head)
    opens, low = answers(doc).opens, answers(doc).low
    while start > 0 and not opens[start]:
        previous = doc[start - 1]
        step = 1
        if low[start - 1] in _CONJUNCTIONS and start < head.i and start > 1:
            if opens[start - 1] or not _is_adjective(doc[start]):
                break
            step, previous = 2, doc[start - 2]
            if not _is_adjective(previous):
                break
        elif low[start - 1] in _DEGREES and start < head.i:
            start -= 1
            continue
        agreed = _agree(previous, need) or _agree_apart(doc, start, step, need)
        if not agreed or _opens_clause(previous):
            break
        need, start = agreed, start - step
    return start


def modified_noun(token: Token) -> tuple[frozenset[Form], Token] | None:
    """The noun that the run of modifiers from here on agrees with, and the forms that it then has."""
    known = answers(token.doc).modified
    if token.i not in known:
        found = _modified_noun(token)
        # The noun by its index: a token would hold the Doc, and the Doc it.
        known[token.i] = found and (found[0], found[1].i)
        return found
    kept = known[token.i]
    return kept and (kept[0], token.doc[kept[1]])


def _modified_noun(token: Token) -> tuple[frozenset[Form], Token] | None:
    doc = token.doc
    need: frozenset[Form] | None = None
    opens, low = answers(doc).opens, answers(doc).low
    for index in range(token.i, min(token.i + _REACH, len(doc))):
        word = doc[index]
        if index > token.i and opens[index]:
            return None
        if is_noun(word):
            if need is None:
                return _head_forms(word), word
            counted = _count_start(word)
            # «Сиреневой улицы»: what the modifier allows is worth more than the tagger's case.
            agreed = common(need, _head_forms(word)) or common(need, forms(word))
            if not agreed and counted is not None and counted <= token.i:
                agreed = _COUNTED
            if not agreed and left_edge(word) <= token.i:
                # «Щучинского и Камышинского районов»: each in the singular, the noun in the plural.
                agreed = frozenset(form for form in forms(word) if form.case in _cases(need))
            return (agreed, word) if agreed else None
        if is_modifier(word):
            mine = forms(word)
            need = mine if need is None else _both(need, mine)
            if not need:
                return None
        elif need is None or low[index] not in _LINKS:
            return None
    return None


def _agree(modifier: Token, need: frozenset[Form]) -> frozenset[Form]:
    """The forms of the head that are left once this word modifies it; empty where it does not."""
    if not is_modifier(modifier):
        return frozenset()
    if is_possessive(modifier) or modifier.text.isdigit():
        return need
    if len(need) > 1 and feature(modifier, "VerbForm") == "Part" and _is_open(need):
        # «называемую ГРЕКО»: nothing shows that the participle belongs to the abbreviation.
        return frozenset()
    agreed = common(forms(modifier), need)
    if not agreed and is_counting(modifier):
        # «Два комитета»: the numeral is in the nominative, the noun in the genitive.
        return frozenset(form for form in need if form.case == "Gen")
    return agreed


def _agree_apart(doc: Doc, start: int, step: int, need: frozenset[Form]) -> frozenset[Form]:
    """«Российская и Казахстанская | Стороны»: two modifiers in the singular share one plural."""
    plural = frozenset(Form(form.case, "", "") for form in need if form.number == "Plur")
    if not plural or start - step < 0:
        return frozenset()
    if step == 2:
        joined = _is_singular(doc[start])
    else:
        joined = (
            start > 2
            and fold(doc[start - 2].text) == "и"
            and is_modifier(doc[start - 3])
            and _is_singular(doc[start - 3])
        )
    modifier = doc[start - step]
    if not joined or not _is_singular(modifier) or not is_modifier(modifier):
        return frozenset()
    cases = {form.case for form in common(plural, forms(modifier))}
    return frozenset(form for form in need if form.case in cases)


def _is_singular(modifier: Token) -> bool:
    """Whether an adjective is in the singular: the tagger decides where the dictionary allows both."""
    numbers = {form.number for form in forms(modifier)} - {""}
    return numbers == {"Sing"} or ("Sing" in numbers and feature(modifier, "Number") == "Sing")


def _count_start(head: Token) -> int | None:
    """Where «два | новых комитета» begins, in which numeral, adjective and noun agree in nothing."""
    if not _counts(forms(head)):
        return None
    for index in range(head.i - 1, max(head.i - _REACH, -1), -1):
        word = head.doc[index]
        if not is_modifier(word):
            return None
        if is_counting(word):
            straight = {form.case for form in forms(word)} & {"Nom", "Acc"}
            return index if straight else None
        if word.is_sent_start:
            return None
    return None


@lru_cache(maxsize=16384)
def _counts(possible: frozenset[Form]) -> bool:
    """Whether a word of these forms can stand behind «два»."""
    return any(form.case == "Gen" and form.number == "Sing" for form in possible)


def _cases(need: frozenset[Form]) -> frozenset[str]:
    return frozenset(form.case for form in need)


def _both(left: frozenset[Form], right: frozenset[Form]) -> frozenset[Form]:
    return common(left, right) | common(right, left) if left and right else frozenset()


def _head_forms(head: Token) -> frozenset[Form]:
    """The head's forms: in the tagger's case alone where the dictionary leaves a choice.

    What an adjective before «НИИ» says of its case is worth more than the tagger's guess.
    """
    before = head.doc[head.i - 1] if head.i and not head.is_sent_start else None
    if is_abbreviation(head.text) and before is not None and _is_adjective(before):
        return forms(head)
    return case_forms(head, tagged_case(head)) or forms(head)


def _opens_clause(token: Token) -> bool:
    """«…, внесённый | Советом»: behind a comma a participle has a clause of its own."""
    if token.i == 0 or feature(token, "VerbForm") != "Part":
        return False
    return token.doc[token.i - 1].text == "," and not token.is_sent_start


def _is_open(need: frozenset[Form]) -> bool:
    return all(not form.number and not form.gender for form in need)


def _is_adjective(token: Token) -> bool:
    return is_modifier(token) and token.pos_ not in ("DET", "NUM") and not token.text.isdigit()
