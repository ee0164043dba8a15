"""The order of the repairs: characters, words, lines, and what is between the lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from predlozheno.reading.document import Document, Repaired
from predlozheno.reading.layout.characters import mend_characters
from predlozheno.reading.layout.enumerations import part_enumerations
from predlozheno.reading.layout.furniture import drop_furniture
from predlozheno.reading.layout.glue import GLUED
from predlozheno.reading.layout.letterspacing import close_letters, spaced_prefix
from predlozheno.reading.layout.lines import Line, mark_headings, split_lines
from predlozheno.reading.layout.lookalikes import mend_lookalikes
from predlozheno.reading.layout.markup import drop_emphasis, mark_lines
from predlozheno.reading.layout.messages import part_messages
from predlozheno.reading.layout.speeches import part_speeches
from predlozheno.reading.layout.tables import mark_rows
from predlozheno.reading.layout.wraps import Join, Joiner, habits_of
from predlozheno.reading.traced import Edit, Traced

_SPACES = re.compile(r"[^\S\n]{2,}|[\t\f]")


@dataclass(frozen=True, slots=True)
class LineHint:
    """What the source showed of a line of the repaired text that its words do not.

    Attributes:
        row: whether it is a row of a table.
        heading_level: of a heading that the format marks, from 1; else 0.
        gap: number of empty lines before it in the source.
        indent: width of the white space before it in the source, in columns.
        columns: of a row: the column of each cell, from 0; () where that is not known.
        spaced: how many characters at its start were set with spaces between their letters.
        cut: whether a list inside the line was parted from it («Решение: 1) принять; 2) …»).
    """

    row: bool
    heading_level: int
    gap: int
    indent: int
    spaced: int = 0
    columns: tuple[int, ...] = ()
    cut: bool = False


def mend(document: Document) -> tuple[Repaired, tuple[LineHint, ...]]:
    """The repaired text, and a hint for each of its lines."""
    markdown = document.format == "markdown"
    text = mend_characters(Traced.of(document.source))
    text = mend_lookalikes(text)
    text = drop_emphasis(text, markdown=markdown)
    text = part_speeches(part_messages(close_letters(text)))
    pages = [bisect_left(text.starts, page) for page in document.pages]
    lines = split_lines(text.text, pages)
    mark_headings(
        lines,
        ((bisect_left(text.starts, start), level) for start, level in document.headings),
    )
    lines = drop_furniture(text.text, lines)
    lines = mark_lines(text.text, lines, markdown=markdown)
    lines = mark_rows(text.text, lines)
    joiner = Joiner(text.text, habits_of(text.text, lines))
    joins = [joiner.join(above, below) for above, below in pairwise(lines)]
    mended = text.edited(_edits(text.text, lines, joins))
    firsts = [line for line, join in zip(lines, ["break", *joins], strict=False) if join == "break"]
    hints = [
        LineHint(
            line.looks == "row", line.heading_level, line.gap, line.indent, spaced, line.columns
        )
        for line, spaced in zip(firsts, _spaced(mended), strict=True)
    ]
    if not hints:
        return Repaired(mended.text, mended.offsets()), ()
    mended, origins = part_enumerations(mended, [hint.row for hint in hints])
    opened = [i == 0 or origins[i - 1] != origin for i, origin in enumerate(origins)]
    cut = {origin for origin, first in zip(origins, opened, strict=True) if not first}
    parted = tuple(
        replace(hints[origin], cut=origin in cut)
        if first
        else LineHint(row=False, heading_level=0, gap=0, indent=hints[origin].indent)
        for origin, first in zip(origins, opened, strict=True)
    )
    return Repaired(mended.text, mended.offsets()), parted


def _spaced(text: Traced) -> Iterator[int]:
    """For each line of the repaired text how far the letter-spacing at its start reaches."""
    start = 0
    for line in text.text.split("\n") if text.text else []:
        yield spaced_prefix(text, start, start + len(line)) - start
        start += len(line) + 1


def _edits(text: str, lines: list[Line], joins: list[Join]) -> Iterator[Edit]:
    """What turns the cleaned text into the repaired one, in order."""
    position = 0
    for index, line in enumerate(lines):
        join = joins[index - 1] if index else None
        yield from _between(text, position, line.start, join)
        stop = line.end - (index < len(joins) and joins[index] == "unhyphen")
        yield from _inside(text, line, stop)
        position = stop
    if position < len(text):
        yield Edit(position, len(text), "")


def _between(text: str, start: int, end: int, join: Join | None) -> Iterator[Edit]:
    replacement = {"break": "\n", "space": " ", None: ""}.get(join, "")
    if text[start:end] != replacement:
        yield Edit(start, end, replacement)


def _inside(text: str, line: Line, stop: int) -> Iterator[Edit]:
    """Spaces put right inside one line."""
    if line.cells:
        yield from _row(text, line, stop)
        return
    yield from _run(text, line.start, stop)


def _run(text: str, start: int, stop: int) -> Iterator[Edit]:
    edits = [Edit(match.start(), match.end(), " ") for match in _SPACES.finditer(text, start, stop)]
    edits += [Edit(match.end(), match.end(), " ") for match in GLUED.finditer(text, start, stop)]
    yield from sorted(edits)


def _row(text: str, line: Line, stop: int) -> Iterator[Edit]:
    position = line.start
    for index, (start, end) in enumerate(line.cells):
        if start > position:
            yield Edit(position, start, "\t" if index else "")
        yield from _run(text, start, end)
        position = end
    if stop > position:
        yield Edit(position, stop, "")
