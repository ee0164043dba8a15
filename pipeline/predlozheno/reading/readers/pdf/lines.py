"""Puts the characters of a page together into pieces of lines, parted where gaps are wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from predlozheno.reading.readers.numerals import SUPERSCRIPT
from predlozheno.reading.readers.pdf.characters import Character

# In heights of the letters: what parts words, what parts columns and cells, and how far a raised or
# lowered sign may be from the base line.
_WORD_GAP = 0.14
_COLUMN_GAP = 1.2
_RAISED = 0.45
_LIFTED = 0.15
_SMALL = 0.8


@dataclass(slots=True)
class Piece:
    """Words side by side on one base line, in points from the left and from the top of the page.

    Attributes:
        text: the words.
        left, right: the edges.
        base: the base line; of a cell that runs over several lines the first.
        size: height of the letters.
        last: the last base line.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    last: float

    def joined(self, other: Piece) -> Piece:
        """This piece with the words of the one behind or below it."""
        return Piece(
            f"{self.text} {other.text}",
            self.left,
            max(self.right, other.right),
            self.base,
            self.size,
            max(self.last, other.last),
        )


Line = list[Piece]


def pieces_of(characters: Sequence[Character]) -> list[Piece]:
    """The pieces of a page, from top to bottom and from left to right.

    Raised figures, which point at footnotes, become «¹».
    """
    pieces: list[Piece] = []
    for line in _lines(characters):
        line.sort(key=lambda character: character.left)
        size = max(character.size for character in line)
        base = median(character.base for character in line)
        last: Piece | None = None
        for one in line:
            raised = one.size < _SMALL * size and base - one.base > _LIFTED * size
            text = one.text.translate(SUPERSCRIPT) if raised else one.text
            gap = one.left - last.right if last else 0.0
            if last is None or gap > _COLUMN_GAP * size:
                last = Piece(text, one.left, one.right, base, size, base)
                pieces.append(last)
                continue
            last.text += (" " if gap > _WORD_GAP * size else "") + text
            last.right = max(last.right, one.right)
    return pieces


def _lines(characters: Sequence[Character]) -> list[list[Character]]:
    """The characters by their base lines, from the top."""
    lines: list[list[Character]] = []
    for one in sorted(characters, key=lambda character: character.base):
        if lines and one.base - lines[-1][-1].base <= _RAISED * max(one.size, lines[-1][-1].size):
            lines[-1].append(one)
        else:
            lines.append([one])
    return lines
