"""The object that stands before an active trigger: «Взносы решили не повышать»."""

from __future__ import annotations

from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import agrees, case_of, feature, is_finite, is_infinitive
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.bodies import can_act
from predlozheno.records.schema import Kind

# So far behind its infinitive an object of its own is looked for.
_REACH = 3
# No thing decides, agrees or promises.
_BINDING = (Kind.DECISION, Kind.AGREEMENT, Kind.ASSIGNMENT)


def object_first(context: Context, hit: Hit, left: int, found: Found) -> int | None:
    """«Взносы решили не повышать», «Лавки договорились покрасить»: a thing right before the trigger.

    Returns:
        Token index at which the thing begins, or None.

    A thing decides nothing; it is the object of an infinitive that has none of its own behind it.
    """
    verb = context.doc[hit.head]
    if hit.diathesis != "active" or not is_finite(verb) or found.form != "infinitive":
        return None
    thing = _thing_before(context, left, hit.start)
    if thing is None or thing.head.pos_ == "PRON" or can_act(thing) or thing.label:
        return None
    if not can_be(thing.head, case="Acc") or _is_sated(context, found):
        return None
    alone = feature(thing.head, "Number") == feature(verb, "Number")
    alone = alone and hit.frame.kind not in _BINDING
    if alone and can_be(thing.head, case="Nom") and agrees(thing.head, verb):
        # «Проект предлагает сократить срок»: a document may propose, a fence does not decide.
        return None
    return thing.start


def _thing_before(context: Context, left: int, start: int) -> Phrase | None:
    """The phrase right before the trigger, with what hangs on it: «Вопрос об охране | решили …»."""
    end, phrases = start, context.phrases_in(left, start)
    while phrases and phrases[-1].end == end:
        last = phrases.pop()
        if last.start == 0 or context.doc[last.start - 1].pos_ != "ADP":
            return last
        end = last.start - 1
    return None


def _is_sated(context: Context, found: Found) -> bool:
    """Whether the infinitive needs no object from elsewhere: it has one behind it, or takes none."""
    start, end = found.contents[0][0]
    action = next((t for t in context.doc[start:end] if is_infinitive(t)), None)
    if action is None or action.text.endswith(("ся", "сь")):
        return True
    behind = context.doc[action.i + 1 : min(end, action.i + 1 + _REACH)]
    return any(case_of(t) == "Acc" and context.doc[t.i - 1].pos_ != "ADP" for t in behind)
