"""Where somebody is from, as a part of his name: «наблюдатель от фонда», «шефы из техникума»."""

from __future__ import annotations

from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import low

_BEHALF = frozenset(("от", "ото"))
_FROM = _BEHALF | {"из", "с", "со"}


def with_origin(context: Context, phrase: Phrase, verb: int) -> Phrase:
    """The phrase with for whom he speaks, or with the place that tells him from others.

    Args:
        context: the document.
        phrase: who wants it; a name needs nothing more.
        verb: the first token of the trigger: a place reaches up to it («Шефы из техникума просят»).
    """
    doc, place = context.doc, phrase.end
    named = phrase.label in ("PER", "ORG")
    if named or place + 1 >= len(doc) or low(doc[place]) not in _FROM:
        return phrase
    origin = context.phrase_at(place + 1)
    if origin is None or not origin.has_case("Gen"):
        return phrase
    behalf = phrase.label == "ROLE" and low(doc[place]) in _BEHALF and bool(origin.label)
    if not behalf and origin.end != verb:
        return phrase
    return Phrase(phrase.start, origin.end, phrase.head, phrase.label)
