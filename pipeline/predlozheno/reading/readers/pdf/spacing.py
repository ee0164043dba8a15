"""How far the lines of a PDF's paragraphs stand from one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from predlozheno.reading.readers.pdf.lines import Line

# Lines so much further down than is usual for their size begin a paragraph.
_PARTED = 1.4
_SMALLER, _LARGER = 0.85, 1.2
# Most lines may be paragraphs of their own; at least one in ten goes on the line above.
_GOING_ON = 10


@dataclass(frozen=True, slots=True)
class Spacing:
    """The usual distance of base lines.

    Attributes:
        size: the usual height of the letters.
        pitches: for smaller, usual and larger letters; one that is missing never parts lines.
    """

    size: float
    pitches: dict[int, float]

    @classmethod
    def of(cls, regions: Iterable[list[Line]]) -> Spacing:
        """The spacing of a document, given the lines of its regions from top to bottom."""
        pairs = [pair for lines in regions for pair in pairwise(lines)]
        size = median([_size(above) for above, _ in pairs] or [0.0])
        gaps: dict[int, list[float]] = {}
        for above, below in pairs:
            gaps.setdefault(_kind(above, size), []).append(_gap(above, below))
        return cls(size, {kind: sorted(of)[len(of) // _GOING_ON] for kind, of in gaps.items()})

    def parts(self, above: Line, below: Line) -> bool:
        """Whether more than line spacing parts two lines below one another."""
        usual = self.pitches.get(_kind(above, self.size), float("inf"))
        return _gap(above, below) > _PARTED * usual


def _size(line: Line) -> float:
    return max(piece.size for piece in line)


def _kind(line: Line, usual: float) -> int:
    size = _size(line)
    return (size > _SMALLER * usual) + (size > _LARGER * usual)


def _gap(above: Line, below: Line) -> float:
    return below[0].base - max(piece.last for piece in above)
