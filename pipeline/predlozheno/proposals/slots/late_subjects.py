"""Who is ready, where the name stands behind: «Ремонт готова оплатить администрация района»."""

from __future__ import annotations

from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import feature, is_infinitive, trim
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.bodies import can_act


def late_subject(context: Context, hit: Hit, found: Found) -> list[Mention]:
    """The party in the nominative that an action ends with, taken out of the content.

    Args:
        context: the document.
        hit: only a short adjective has its subject there.
        found: with one content, an infinitive and its words; changed in place.
    """
    doc, ready = context.doc, context.doc[hit.head]
    if hit.diathesis != "predicative" or feature(ready, "Variant") != "Short":
        return []
    if [len(parts) for parts in found.contents] not in ([1], [2]):
        return []
    start, end = found.contents[0][-1]
    who = next((p for p in context.phrases_in(start, end) if p.end == end), None)
    if who is None or not can_act(who) or doc[who.start - 1].pos_ == "ADP":
        return []
    number, gender = feature(ready, "Number"), feature(ready, "Gender")
    if not can_be(who.head, case="Nom", number=number):
        return []
    if number == "Sing" and not can_be(who.head, gender=gender):
        return []
    if not (len(found.contents[0]) == 2 or _has_object(context, start, who)):
        return []
    found.contents[0][-1] = trim(doc, start, who.start)
    return [Mention(who)]


def _has_object(context: Context, start: int, who: Phrase) -> bool:
    """Whether the infinitive has its object before the party, or the party can be none."""
    verb = next((i for i in range(start, who.start) if is_infinitive(context.doc[i])), None)
    if verb is None:
        return False
    between = context.phrases_in(verb + 1, who.start)
    return any(p.has_case("Acc") for p in between) or not can_be(who.head, case="Acc")
