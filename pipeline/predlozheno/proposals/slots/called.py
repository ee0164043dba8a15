"""What a noun of speech calls what stands before it: «Закрыть цех – такова просьба»."""

from __future__ import annotations

from predlozheno.language.actions import is_action
from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import (
    CASE_NAMES,
    CLAUSE_MARKS,
    agrees,
    case_of,
    is_infinitive,
    is_word,
    low,
    trim,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.approach import PUT_FORWARD
from predlozheno.proposals.slots.bodies import can_act
from predlozheno.proposals.slots.parties import preposition

_LONGEST_SUBJECT = 6
_HE = frozenset("он она они я мы".split())


def called_by_noun(context: Context, hit: Hit) -> TokenSpan | None:
    """«Предложение Орлова перенести ярмарку совет отклонил»: the action between noun and verb."""
    doc = context.doc
    if hit.noun is None or hit.noun >= hit.start:
        return None
    # «Его предложение – открыть лабораторию – поддержали»
    behind = hit.noun + 1 + (doc[hit.noun + 1].text in "–—")
    first = next((t.i for t in doc[behind : hit.start] if is_infinitive(t)), None)
    if first is None or any(t.text in CLAUSE_MARKS for t in doc[behind:first]):
        return None
    start = first - 1 if low(doc[first - 1]) == "не" else first
    return trim(doc, start, before_predicate(context, start + 1, hit.start))


def subject_of_noun(context: Context, hit: Hit) -> TokenSpan | None:
    """«Предложение Орловой о закупке баков отклонено»: what the noun is about, before its verb."""
    doc = context.doc
    if hit.noun is None or hit.noun >= hit.start or hit.frame.kind not in PUT_FORWARD:
        return None
    if is_infinitive(doc[hit.head]):
        # «Предложение о катере отклонить»: an item of a resolution.
        return None
    forms = [g for g in hit.frame.governed("content") if g.preposition and g.form in CASE_NAMES]
    for i in range(hit.noun + 1, hit.start - 1):
        if doc[i].text in CLAUSE_MARKS:
            return None
        phrase = context.phrase_at(i + 1)
        word = preposition(low(doc[i]))
        cases = [CASE_NAMES[g.form] for g in forms if g.preposition == word]
        if phrase and phrase.end <= hit.start and any(map(phrase.has_case, cases)):
            if not _tells_action(phrase):
                return None
            return trim(doc, i + 1, before_predicate(context, i + 2, hit.start))
    return None


def _tells_action(phrase: Phrase) -> bool:
    """«О закупке баков», «о сокращении»; «о бане», «о двух свидетелях» only recall what was moved."""
    head = phrase.head
    if can_act(phrase) or can_be(head, case="Loc", Animacy="Anim"):
        return False
    return phrase.end - phrase.start > 1 or is_action(head.lemma_)


def before_predicate(context: Context, start: int, verb: int) -> int:
    """Where the words end that do not belong to the verb: its subject and adverbs stand before it."""
    doc, stop = context.doc, verb
    while stop > start and (
        doc[stop - 1].pos_ in ("ADV", "PART", "AUX") or not is_word(doc[stop - 1])
    ):
        stop -= 1
    if stop - 1 > start and low(doc[stop - 1]) in _HE:
        return stop - 1
    for i in range(max(start, stop - _LONGEST_SUBJECT), stop):
        phrase = context.phrase_at(i)
        if phrase is not None and phrase.end == stop and phrase.has_case("Nom"):
            acts = can_act(phrase) and agrees(phrase.head, doc[verb])
            return i if acts and case_of(phrase.head) == "Nom" else stop
    return stop
