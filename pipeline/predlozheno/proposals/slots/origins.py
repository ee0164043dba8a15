"""For whom somebody speaks, as a part of his name: «наблюдатель от фонда побережий»."""

from __future__ import annotations

from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import low


def with_origin(context: Context, phrase: Phrase) -> Phrase:
    """«Наблюдатель от фонда побережий», «депутат от района»: for whom he speaks is part of the name."""
    doc, place = context.doc, phrase.end
    if phrase.label != "ROLE" or place + 1 >= len(doc) or low(doc[place]) not in ("от", "ото"):
        return phrase
    origin = context.phrase_at(place + 1)
    if origin is None or not origin.label or not origin.has_case("Gen"):
        return phrase
    return Phrase(phrase.start, origin.end, phrase.head, phrase.label)
