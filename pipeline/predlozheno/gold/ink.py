"""The characters of a text that count when two spans of it are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

from predlozheno.gold.quotes import Extent

_IGNORED = re.compile(r"""[\s\u00ad«»"“”.,;:]|[-\u2010](?=[^\S\r\n]*[\r\n])""")


class Ink:
    """Spans of one source as sets of offsets, without white space, quotation marks and points.

    A hyphen at a line's end does not count either: layout guesses whether the word has it.
    """

    def __init__(self, source: str) -> None:
        self._ignored = {match.start() for match in _IGNORED.finditer(source)}

    def of(self, extents: Iterable[Extent]) -> frozenset[int]:
        """The offsets inside the extents that count."""
        return frozenset(
            offset
            for start, end in extents
            for offset in range(start, end)
            if offset not in self._ignored
        )


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """F1 of the characters of two spans: 1 where they are the same, 0 where they share none."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0
