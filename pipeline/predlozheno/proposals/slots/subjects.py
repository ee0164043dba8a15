"""Who acts in a verb: its subject or agent to the left, told from objects and from other clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import can_be, lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import (
    bracket_depths,
    case_of,
    feature,
    is_finite,
    is_gerund,
    is_infinitive,
    low,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.vocatives import addressed
from predlozheno.proposals.slots.voice import is_proposer, passive, plain_subject
from predlozheno.resources import gazetteer

_LINKS = ("и", ",", "а", "также")
_OPENERS = frozenset("что чтобы чтоб если когда как где куда пока хотя поскольку".split())
_ACTIVE_PARTICIPLE = re.compile(r"(?:[ую]щ|[ая]щ|вш)(?:ий|ая|ее|ие|их|им|ими|его|ему)(?:ся)?$")
_CLAUSE_ENDS = frozenset(",;:–—.!?»")


@dataclass(slots=True)
class _Candidate:
    """A phrase that could be the subject, and how little speaks against it."""

    phrases: list[Phrase]
    doubts: int


def left_subject(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """The phrases before the trigger that act in it, coordinated ones together.

    Of several the one against which least speaks, and of those the nearest. A relative pronoun that
    is the subject stands for the phrase before it.
    """
    phrases = _outside_brackets(context, sentence.start, hit.start)
    if relative := _relative(context.doc, sentence.start, hit.start):
        return _antecedents(context, phrases, relative)
    before = context.doc[hit.start - 1] if hit.start else context.doc[hit.start]
    # «Орлов А.И., гараж 7, предложил»: of whom something is told, he is not spoken to.
    told = feature(context.doc[hit.head], "Tense") == "Past" and before.text == ","
    if not told and (name := addressed(context, hit, sentence)):
        phrases = [phrase for phrase in phrases if phrase.start >= name.end]
    candidates: list[_Candidate] = []
    for k in range(len(phrases) - 1, -1, -1):
        phrase = phrases[k]
        if _in_closed_clause(context.doc, phrase, sentence.start, hit.start):
            continue
        labelled = is_proposer(context, hit, phrase)
        if not labelled and not plain_subject(context, hit, phrase):
            continue
        group = _group(context, phrases, k, hit)
        doubts = (0 if labelled else 4) + _doubts(context, phrase, group, phrases, hit)
        candidates.append(_Candidate(group, doubts))
    best = min(candidates, key=lambda c: c.doubts, default=None)
    return best.phrases if best and best.doubts < 6 else []


def _outside_brackets(context: Context, start: int, end: int) -> list[Phrase]:
    depths = bracket_depths(context.doc, start, end)
    owners = gazetteer("proposer-cues")["relative_owners"]
    found: list[Phrase] = []
    for p in context.phrases_in(start, end):
        if depths[p.start - start] or low(context.doc[p.start]) in owners:
            continue
        if low(p.head) == "взгляд" and p.start > start and low(context.doc[p.start - 1]) == "на":
            # «На наш взгляд, школы должны …»: no view acts.
            continue
        last = found[-1] if found else None
        if last and last.end == p.start and last.label == "PER" and p.head.pos_ == "PROPN":
            # The rest of a name that was seen in two pieces.
            found[-1] = Phrase(last.start, p.end, p.head, "PER")
        else:
            found.append(p)
    return _without_members(context.doc, found, start, end)


def _without_members(doc: Doc, phrases: list[Phrase], start: int, end: int) -> list[Phrase]:
    """«Комиссия в составе Астафьева и Зиминой предлагает»: of a body and its people the body acts."""
    listed = next(
        (
            i
            for i in range(start + 1, end)
            if low(doc[i]) in ("составе", "главе") and low(doc[i - 1]) in ("в", "во")
        ),
        start,
    )
    bodies = [p for p in phrases if p.end < listed]
    return bodies if bodies and bodies[-1].end == listed - 1 else phrases


def _relative(doc: Doc, start: int, end: int) -> int | None:
    """The token of a «который» in the nominative that the trigger is the verb of."""
    for i in range(end - 1, start, -1):
        if (
            is_finite(doc[i])
            or doc[i].text in ",;:"
            and i < end - 1
            and not _inside_pair(doc, i, end)
        ):
            return None
        if low(doc[i]).startswith("котор"):
            nominative = low(doc[i]) in ("который", "которая", "которое", "которые")
            return i if nominative and doc[i - 1].text == "," else None
    return None


def _inside_pair(doc: Doc, comma: int, end: int) -> bool:
    """A comma of a gerund or an insertion between the pronoun and its verb."""
    return any(is_gerund(t) for t in doc[comma:end]) or doc[comma - 1].text == ","


def _antecedents(context: Context, phrases: list[Phrase], relative: int) -> list[Phrase]:
    """The phrase before «, которые», with those coordinated with it where the verb is plural."""
    k = next((k for k in range(len(phrases) - 1, -1, -1) if phrases[k].end == relative - 1), None)
    if k is None:
        return []
    if low(context.doc[relative]) != "которые":
        return [phrases[k]]
    group = [phrases[k]]
    while k > 0 and _are_joined(context, phrases[k - 1], group[0], same_case=True):
        k -= 1
        group.insert(0, phrases[k])
    return group


def _in_closed_clause(doc: Doc, phrase: Phrase, start: int, end: int) -> bool:
    """A phrase in a subordinate clause that ends before the trigger is not its subject."""
    if low(phrase.head).startswith("котор"):
        return True
    acted = False
    for i in range(phrase.start - 1, start - 1, -1):
        word = low(doc[i])
        owners = gazetteer("proposer-cues")["relative_owners"]
        if word in _OPENERS or word.startswith("котор") or word in owners:
            between = doc[phrase.end : end]
            closed = any(t.text in ",;:–—" for t in between)
            return closed and (acted or any(is_finite(t) for t in between))
        if doc[i].text == "," and _is_participle(doc[i + 1]) and not acted:
            # «Участники, представляющие музеи и университеты, считают …»
            return any(t.text == "," for t in doc[phrase.end : end])
        if doc[i].text in _CLAUSE_ENDS and (acted or doc[i].text != ","):
            return False
        # «…, что причалами ведает «Нампорт», и посоветовала»: its verb may stand in front of it.
        acted = acted or is_finite(doc[i])
    return False


def _is_participle(token: Token) -> bool:
    tagged = feature(token, "VerbForm") == "Part" and feature(token, "Variant") != "Short"
    return tagged or _ACTIVE_PARTICIPLE.search(low(token)) is not None


def _doubts(
    context: Context, phrase: Phrase, group: list[Phrase], phrases: list[Phrase], hit: Hit
) -> int:
    """What speaks against a phrase: it may be an object, or stands in number against the verb."""
    if passive(hit, context):
        return _passive_doubts(context.doc, group, hit)
    doc, head = context.doc, phrase.head
    doubts = 0
    before = doc[phrase.start - 1] if phrase.start else None
    governed = before is not None and (
        is_finite(before) or is_infinitive(before) or is_gerund(before)
    )
    if governed and can_be(head, case="Acc") and any(p.start < phrase.start for p in phrases):
        doubts += 3
    alone = len(group) == 1 and feature(head, "Number") == "Sing"
    if alone and feature(doc[hit.head], "Number") == "Plur" and not _is_pronoun(head.text):
        # «Глеб показал макет, решили подождать»: he has a verb of his own.
        between = (t for t in doc[group[-1].end : hit.start] if is_finite(t))
        acted = phrase.label == "PER" and any(feature(t, "Number") == "Sing" for t in between)
        doubts += 6 if acted else 2
    if case_of(head) != "Nom" and phrase.label != "PER":
        doubts += 1
    if head.pos_ == "PROPN" and not phrase.label:
        # «На р. Эгийн-Гол»: the name of no known party.
        doubts += 1
    if before is not None and case_of(before) and not phrase.label and can_be(head, case="Gen"):
        doubts += 1
    return doubts


def _passive_doubts(doc: Doc, group: list[Phrase], hit: Hit) -> int:
    """An instrumental behind «с», or in another clause, is nobody's agent."""
    first, last = group[0], group[-1]
    company = first.start > 0 and doc[first.start - 1].pos_ == "ADP"
    apart = any(t.text == ";" for t in doc[last.end : hit.start])
    side = company and low(first.head) == "стороны" or low(doc[first.start - 1]) == "стороны"
    # «Секретарём избран Орлов, предложено …»: what he became.
    naming = gazetteer("proposer-cues")["naming"]
    became = any(is_finite(t) and lemmas(t.text) & set(naming) for t in doc[last.end : hit.start])
    return 9 if apart or became or (company and not side) else 0


def _is_pronoun(word: str) -> bool:
    return word.lower() in ("я", "мы", "они")


def _group(context: Context, phrases: list[Phrase], k: int, hit: Hit) -> list[Phrase]:
    """The phrase with those joined to it; of a name and its apposition only the name."""
    group, last = [phrases[k]], k
    while k > 0 and _are_joined(context, phrases[k - 1], group[0], same_case=False):
        k -= 1
        group.insert(0, phrases[k])
    while last + 1 < len(phrases) and _are_joined(
        context, group[-1], phrases[last + 1], same_case=False
    ):
        last += 1
        group.append(phrases[last])
    if (
        len(group) == 1
        or passive(hit, context)
        or feature(context.doc[hit.head], "Number") == "Plur"
    ):
        return group
    # A verb in the singular has one subject: the others explain it («Орлов, директор школы, …»).
    return [next((p for p in group if p.label == "PER"), group[0])]


def _are_joined(context: Context, left: Phrase, right: Phrase, *, same_case: bool) -> bool:
    doc = context.doc
    between = [low(t) for t in doc[left.end : right.start]]
    if not between or not all(word in _LINKS for word in between):
        return False
    if "а" in between and "также" not in between:
        return False
    if low(left.head).startswith("котор"):
        return False
    if between == [","] and not left.label and left.head.pos_ == "PROPN":
        # «Подчёркивая значение Наушек, стороны …»: the comma closes a clause.
        return False
    if between == [","] and _ends_gerund(doc, left.start):
        # «Заслушав доклад Пахомова В. Н., комиссия решила»
        return False
    alike = case_of(left.head) == case_of(right.head) or left.label == right.label == "PER"
    # «Власова, а также представитель банка»: taggers take her for a genitive.
    named = left.label == "PER" and case_of(right.head) == "Nom" and can_be(left.head, case="Nom")
    alike = alike or named
    apposed = not same_case and between == [","] and {left.label, right.label} == {"PER", "ROLE"}
    fits = alike or apposed or left.has_case(case_of(right.head) or "Nom")
    shared = not same_case and left.end - left.start > 1 and left.label == "GROUP"
    return bool(left.label or right.label) and (fits or shared)


def coordinated(context: Context, first: Phrase, case: str, end: int) -> list[Phrase]:
    """Parties in a case that follow a phrase behind «и» or a comma."""
    found: list[Phrase] = []
    last = first
    while last.end + 1 < end:
        following = context.phrase_at(last.end + 1)
        if low(context.doc[last.end]) not in ("и", ",") or not following or not following.label:
            break
        if not following.has_case(case):
            break
        found.append(following)
        last = following
    return found


def _ends_gerund(doc: Doc, start: int) -> bool:
    """Whether a gerund stands before the token in its clause: the comma behind closes it."""
    for i in range(start - 1, doc[start].sent.start - 1, -1):
        if doc[i].text in ",;:" or is_finite(doc[i]):
            return False
        if is_gerund(doc[i]):
            return True
    return False
