"""A text whose characters remember their places in the source, so that repairs can be chained."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

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
        places = np.arange(len(source) + 1, dtype=np.int64)
        return cls(source, array("q", places[:-1].tobytes()), array("q", places[1:].tobytes()))

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

    def _pieces(self) -> Iterator[Piece]:
        """Runs of characters that were taken letter for letter, or that stand for one span together."""
        if not self.text:
            return
        starts, ends = np.frombuffer(self.starts, np.int64), np.frombuffer(self.ends, np.int64)
        letters = ends - starts == 1
        goes_on = letters[1:] & letters[:-1] & (np.diff(starts) == 1)
        goes_on |= ~letters[:-1] & (np.diff(starts) == 0) & (np.diff(ends) == 0)
        begins = [0, *(np.flatnonzero(~goes_on) + 1).tolist()]
        for begin, end in zip(begins, [*begins[1:], len(self.text)], strict=True):
            start = self.starts[begin]
            yield Piece(begin, end - begin, start, self.ends[end - 1] - start)
