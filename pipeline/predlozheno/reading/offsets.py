"""The way back: from a span of the repaired text to the same span of the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of repaired text and the run of source that it stands for.

    Where both are of one length the run was copied (or letters were swapped one for one) and offsets
    inside it correspond; otherwise the repaired run as a whole stands for the source run as a whole.
    """

    repaired: int
    length: int
    source: int
    source_length: int

    @property
    def copied(self) -> bool:
        """Whether offsets inside the two runs correspond."""
        return self.length == self.source_length


class OffsetMap:
    """Maps half-open character spans of the repaired text to spans of the source.

    Args:
        pieces: in order of the repaired text, without gaps in it; the source may have gaps, where
            something was dropped.
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = tuple(piece for piece in pieces if piece.length)
        self._starts = [piece.repaired for piece in self._pieces]

    def __len__(self) -> int:
        """Length of the repaired text."""
        return self._pieces[-1].repaired + self._pieces[-1].length if self._pieces else 0

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the repaired span `start:end`.

        Raises:
            ValueError: where the span is empty or not inside the repaired text.
        """
        if not 0 <= start < end <= len(self):
            raise ValueError(f"span {start}:{end} is not inside a repaired text of {len(self)}")
        first, last = self._piece(start), self._piece(end - 1)
        begin = first.source + (start - first.repaired if first.copied else 0)
        stop = (
            last.source + (end - last.repaired) if last.copied else last.source + last.source_length
        )
        return begin, stop

    def _piece(self, offset: int) -> Piece:
        return self._pieces[bisect_right(self._starts, offset) - 1]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that needed no repair."""
        return cls([Piece(0, length, 0, length)])
