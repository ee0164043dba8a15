"""What is said of a party before the action: «вузам, участвующим в конференции, | согласовать»."""

from __future__ import annotations

from predlozheno.proposals.context import Context
from predlozheno.proposals.grammar import feature, is_finite, is_infinitive, low

# «, не сдавшим», «, ранее уже имеющим»
_REACH = 3
_LONGEST = 16


def behind_description(context: Context, position: int, end: int) -> int:
    """The token behind a participial clause between commas, where an action follows it.

    Args:
        context: the document.
        position: right behind the party.
        end: of the clause.

    Returns:
        The position itself where no such clause stands there.
    """
    doc = context.doc
    if position + 1 >= end or doc[position].text != ",":
        return position
    opening = doc[position + 1 : min(position + 1 + _REACH, end)]
    first = next((t for t in opening if t.pos_ not in ("ADV", "PART") or low(t) == "также"), None)
    if first is None or feature(first, "VerbForm") != "Part" or feature(first, "Variant"):
        return position
    stop = min(end, position + _LONGEST)
    close = next((i for i in range(first.i + 1, stop) if doc[i].text == ","), None)
    if close is None or any(is_finite(t) or is_infinitive(t) for t in doc[first.i + 1 : close]):
        return position
    return close + 1 if any(map(is_infinitive, doc[close + 1 : end])) else position
