"""«Тех, кто не сдаст, не допускать»: the pronoun that a relative clause says the meaning of."""

from __future__ import annotations

_WHO = frozenset("кто кого кому кем чей чья чье чьи".split())
_THOSE = frozenset("тех тем теми те того тому всех всем".split())


def those_opening(words: list[str], previous: int, comma: int) -> int | None:
    """Where «тех, кто …» begins whose clause the comma closes; None where it closes none."""
    for i in range(comma - 1, previous + 1, -1):
        if words[i] in _WHO or words[i].startswith("котор"):
            # «тем, у кого …»
            opening = i - 1 if words[i - 1] == "," else i - 2
            return opening - 1 if words[opening] == "," and words[opening - 1] in _THOSE else None
        if words[i] == ",":
            return None
    return None
