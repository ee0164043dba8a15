"""A text whose characters remember their places in the source, so that repairs can be chained."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from predlozheno.reading.offsets import OffsetMap, Piece


class Edit(NamedTuple):
    """Replace the half-open run `start:end` of a traced text; `start == end` inserts."""

    start: int
    end: int
    replacement: str


class Traced:
    """A text, and for each of its characters the half-open span of the source it stands for.

    Args:
        text: the text as it is now.
        starts, ends: source offsets, one for each character of `text`.
    """

    def __init__(self, text: str, starts: array[int], ends: array[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends

    @classmethod
    def of(cls, source: str) -> Traced:
        """The source before any repair."""
        size = len(source)
        return cls(source, array("q", range(size)), array("q", range(1, size + 1)))

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """The text after `edits`, which must be sorted and must not overlap.

        A run replaced by one of its own length is taken letter for letter; any other run stands as a
        whole for what it replaces; an inserted run stands for the empty span where it was put.
        """
        parts: list[str] = []
        starts, ends = array("q"), array("q")
        position = 0
        for edit in edits:
            parts.append(self.text[position : edit.start])
            starts += self.starts[position : edit.start]
            ends += self.ends[position : edit.start]
            position = edit.end
            if not edit.replacement:
                continue
            parts.append(edit.replacement)
            size = len(edit.replacement)
            if size == edit.end - edit.start:
                starts += self.starts[edit.start : edit.end]
                ends += self.ends[edit.start : edit.end]
            else:
                begin, stop = self._source_span(edit.start, edit.end)
                starts += array("q", [begin]) * size
                ends += array("q", [stop]) * size
        if not parts:
            return self
        parts.append(self.text[position:])
        starts += self.starts[position:]
        ends += self.ends[position:]
        return Traced("".join(parts), starts, ends)

    def _source_span(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self.starts[start], self.ends[end - 1]
        anchor = self.ends[start - 1] if start else 0
        return anchor, anchor

    def offsets(self) -> OffsetMap:
        """The map from this text to the source."""
        return OffsetMap(self._pieces())

    def _pieces(self) -> Iterable[Piece]:
        begin = 0
        starts, ends = self.starts, self.ends
        size = len(self.text)
        for position in range(1, size + 1):
            if position < size and self._belongs(begin, position):
                continue
            yield Piece(begin, position - begin, starts[begin], ends[position - 1] - starts[begin])
            begin = position

    def _belongs(self, begin: int, position: int) -> bool:
        """Whether the character at `position` goes on the piece that begins at `begin`."""
        start, end = self.starts[position], self.ends[position]
        if self.ends[begin] - self.starts[begin] == 1:
            return end - start == 1 and start == self.starts[begin] + position - begin
        return start == self.starts[begin] and end == self.ends[begin]
