"""Which triggers only tell what the speaker will do himself, and ask nothing of the others."""

from __future__ import annotations

from predlozheno.proposals.clauses import trait
from predlozheno.proposals.context import Context
from predlozheno.proposals.grammar import is_infinitive
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.plans import asks_elsewhere
from predlozheno.records.schema import Kind


def tells_of_oneself(context: Context, hit: Hit) -> bool:
    """Whether a trigger only says what the speaker will do himself.

    «Я договорюсь с директором»: one person agrees with nobody in the meeting, but promises. «Включим в
    план», «столы у соседей попрошу»: no decision taken over, and nobody present is asked.
    """
    verb = context.doc[hit.head]
    first = trait(verb, "Person") == "1"
    if hit.frame.kind is Kind.AGREEMENT and hit.end == hit.start + 1:
        if is_infinitive(verb):
            # «– договориться с кафе о навесе» is still to be agreed.
            return True
        return first and trait(verb, "Number") == "Sing"
    if hit.frame.id == "decision.vzyat_na_kontrol":
        return first and trait(verb, "Tense") == "Fut"
    if hit.frame.kind is Kind.REQUEST and hit.diathesis == "support":
        # «Заявку я подам завтра»: a paper to be handed in, and nothing asked by it yet.
        words = [verb, *context.doc[hit.start : hit.end]]
        told = any(trait(t, "Person") == "1" and trait(t, "Tense") == "Fut" for t in words)
        return told and not any(map(is_infinitive, verb.sent))
    return asks_elsewhere(verb)
