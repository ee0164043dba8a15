"""Whether «им» is the one who acts in a passive, and no dative of many."""

from __future__ import annotations

from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import feature, is_finite, low

# So many sentences above a pronoun, in its paragraph, somebody may be named as the one who acts.
_ABOVE = 3


def one_above(context: Context, pronoun: Phrase) -> bool:
    """«Выступил Мальков. Кроме того, им предложено …»: one man acts right before, and no other."""
    doc, start = context.doc, context.doc[pronoun.start].sent.start
    if start == 0 or any(is_finite(t) for t in doc[start : pronoun.start]):
        return False
    if context.parties_in(start, pronoun.start):
        return False
    block = context.block_index(start)
    for _ in range(_ABOVE):
        if start == 0 or context.block_index(start - 1) != block:
            return False
        above = doc[start - 1].sent
        if any(low(t) in ("он", "она", "ею") or low(t) == "им" and t.is_sent_start for t in above):
            return True
        acting = [
            p
            for p in context.parties_in(above.start, above.end)
            if p.label in ("PER", "ROLE", "GROUP") and (p.has_case("Nom") or _named_agent(p))
        ]
        if acting:
            return not any(
                feature(p.head, "Number") == "Plur" or p.label == "GROUP" for p in acting
            )
        start = above.start
    return False


def _named_agent(phrase: Phrase) -> bool:
    """«Докладчиком предложено …»: the agent of the passive before."""
    return phrase.has_case("Ins") and phrase.start == phrase.head.sent.start
