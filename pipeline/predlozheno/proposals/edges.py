"""The edges of a content: what stands there without being wanted itself, and what it is instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from predlozheno.language.morphology import can_be, lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.grammar import (
    UNITS,
    closes_initial,
    closing_bracket,
    feature,
    is_nominal,
    low,
)
from predlozheno.proposals.learned.columns import Columns, columns
from predlozheno.proposals.nominal_runs import CLAUSAL, opening_at, openings, phrase_end
from predlozheno.resources import gazetteer

TokenSpan = tuple[int, int]
# What may end a content without being a word.
_CLOSING = frozenset(')»"”') | UNITS


@dataclass(slots=True)
class Edge:
    """What was taken off the edge of a region: token spans by what they are."""

    position: int
    purposes: list[TokenSpan] = field(default_factory=list)
    occasions: list[TokenSpan] = field(default_factory=list)


def skip_left(context: Context, start: int, end: int) -> Edge:
    """Moves behind fillers, brackets, purposes and occasions at the left edge of `start:end`."""
    edge = Edge(start)
    while edge.position < end:
        i = edge.position
        step = _skip_once(context, edge, i, end)
        if step <= i:
            break
        edge.position = step
    return edge


def _skip_once(context: Context, edge: Edge, i: int, end: int) -> int:
    doc, word = context.doc, columns(context.doc).low[i]
    if word == "(":
        return closing_bracket(doc, i, end)
    if word in ",–—-:…":
        return i + 1
    if word == "хотя" and i + 2 < end and columns(doc).low[i + 1] == "бы":
        return i + 2
    if size := opening_at(doc, i, end, "purpose"):
        stop = phrase_end(context, i + size, end)
        if _is_purpose(doc, i, size, stop) and stop < end:
            edge.purposes.append((i, stop))
            return stop
        return i
    if size := opening_at(doc, i, end, "occasion"):
        stop = phrase_end(context, i + size, end)
        edge.occasions.append((i, stop))
        return stop
    return i + 1 if word in gazetteer("edges")["fillers"] and i + 1 < end else i


def _is_purpose(doc: Doc, i: int, size: int, stop: int) -> bool:
    """«Для» opens a purpose only before a noun of action («для развития …», not «для перевозчиков»)."""
    if low(doc[i]) == "ради" and i + 1 < stop:
        # «Ради всего святого», «ради бога» only implore.
        return low(doc[i + 1]) not in ("всего", "бога", "христа")
    if size > 1 or low(doc[i]) != "для":
        return True
    reach = min(stop, i + 6)
    reach = next((k for k in range(i + 1, reach) if doc[k].pos_ == "ADP"), reach)
    nouns = [token for token in doc[i + 1 : reach] if is_nominal(token)]
    if nouns and low(nouns[0]) in ("этого", "чего"):
        return True
    if not nouns or lemmas(nouns[0].text) & set(gazetteer("parties-bodies")["always"]):
        return False
    lists = gazetteer("edges")
    acts = any(low(noun).endswith(tuple(lists["action_endings"])) for noun in nouns[:2])
    return acts or bool(lemmas(nouns[0].text) & set(lists["aims"]))


def skip_right(context: Context, start: int, end: int) -> tuple[int, list[TokenSpan]]:
    """The new end of a content without brackets, purposes and occasions, and those purposes."""
    words, purposes = columns(context.doc), []
    while end > start:
        while (
            end > start
            and not words.word[end - 1]
            and words.low[end - 1] not in _CLOSING
            and not closes_initial(context.doc, start, end)
        ):
            end -= 1
        if end > start and words.low[end - 1] == ")":
            opening = _opening_bracket(words.low, start, end)
            if opening > start:
                end = opening
                continue
        cut = _last_opening(context, start, end)
        if cut is None:
            break
        position, is_purpose = cut
        if is_purpose:
            purposes.append((position + (words.low[position] == ","), end))
        end = position
    return end, purposes


def _opening_bracket(low: list[str], start: int, end: int) -> int:
    depth = 0
    for k in range(end - 1, start - 1, -1):
        depth += (low[k] == ")") - (low[k] == "(")
        if depth == 0:
            return k
    return start


def _last_opening(context: Context, start: int, end: int) -> tuple[int, bool] | None:
    """The last purpose or occasion that reaches to the end of the content, behind its first words."""
    doc, words = context.doc, columns(context.doc)
    low, openings = words.low, _right_openings()
    seen_core = False
    for i in range(start, end):
        seen_core = seen_core or words.infinitive(i) or words.nominal[i]
        if not seen_core or i == start or low[i] not in openings:
            continue
        size = opening_at(doc, i, end, "purpose")
        purpose = bool(size)
        size = size or opening_at(doc, i, end, "right_occasion")
        if not size or (purpose and not _is_purpose(doc, i, size, end)):
            continue
        if low[i] == "для" and _governs(doc[i - 1]):
            continue
        if purpose and words.infinitive(i - 1) and _object_behind(context, i + size, end):
            continue
        if purpose and low[min(i + size, end - 1)] in ("этого", "чего") and i + size + 1 < end:
            # «создать для этого | группу экспертов»
            continue
        if low[i] == "чтобы" and low[i - 1] in ("и", "а"):
            # «…, чтобы починили фонарь и чтобы убрали снег»: another wish and no purpose.
            continue
        joined = low[i - 1] == ","
        clause = purpose and joined and low[i] == "чтобы"
        if clause and (_correlated(low, i, start) or _asked_for(low, i, start)):
            continue
        if _reaches(words, i + size, end):
            return (i - 1 if joined else i), purpose
    return None


def _governs(word: Token) -> bool:
    """«Пунктов, предназначенных | для …», «средств, нужных | для …»: the description needs it."""
    if feature(word, "Variant") == "Short":
        return False
    return feature(word, "VerbForm") == "Part" or low(word).startswith(("необходим", "нужн"))


def _object_behind(context: Context, start: int, end: int) -> bool:
    """«Создать для подготовки | рабочую группу»: the verb's object stands behind the purpose."""
    aim = context.phrase_at(start)
    thing = context.phrase_at(aim.end) if aim is not None and aim.end < end else None
    if aim is None or thing is None or thing.end > end:
        return False
    # «Учредить для детей путёвки»: no children are of the vouchers.
    apart = feature(aim.head, "Animacy") == "Anim" and feature(thing.head, "Animacy") == "Inan"
    return can_be(thing.head, case="Acc") and (apart or not can_be(thing.head, case="Gen"))


@cache
def _right_openings() -> frozenset[str]:
    """The first words of what may stand at the right edge."""
    return frozenset([*openings("purpose"), *openings("right_occasion")])


def _correlated(low: list[str], i: int, start: int) -> bool:
    """«… с тем, чтобы», «сделать так, чтобы»: the clause belongs to the word before the comma."""
    return i - 2 >= start and low[i - 2] in ("том", "тем", "того", "то", "тому", "так")


def _asked_for(low: list[str], i: int, start: int) -> bool:
    """«… и следить, чтобы», «хотел бы, чтобы»: the clause is what the verb before it is about."""
    verbs = set(gazetteer("edges")["clause_verbs"])
    return any(lemmas(word) & verbs for word in low[max(start, i - 3) : i - 1])


def _reaches(words: Columns, start: int, end: int) -> bool:
    """Whether what opens here goes on to the end without a new coordinated action behind it."""
    # «С целью сэкономить топливо»: the infinitive right behind it is the purpose itself.
    aimed = words.low[start - 1] == "целью" and words.infinitive(start)
    first = start + aimed
    return words.low[start - 1].startswith(CLAUSAL) or "Inf" not in words.form[first:end]


def purposes_before(context: Context, start: int, end: int) -> list[TokenSpan]:
    """The purposes that stand anywhere in the clause before a trigger."""
    doc, found, i = context.doc, [], start
    while i < end:
        size = opening_at(doc, i, end, "purpose")
        stop = phrase_end(context, i + size, end) if size else i
        if size and _is_purpose(doc, i, size, stop) and stop > i + size:
            found.append((i, stop))
            i = stop
        else:
            i += 1
    return found
