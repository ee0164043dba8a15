"""The lines of the source, with what their surroundings say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from predlozheno.reading.layout.characters import SOFT_HYPHEN

_TAB = 8
_UNSEEN = " \t" + SOFT_HYPHEN
_BREAKS = re.compile(r"[\n\f]")


@dataclass(slots=True)
class Line:
    """A line that holds something, offsets into the cleaned text.

    Attributes:
        start, end: of its words, without white space and Markdown marks at its ends.
        indent: width of the white space before it, in columns.
        edge: column where it ends.
        gap: number of empty lines before it.
        page: number of the page it stands on, from 0; all 0 where the text has no pages.
        soft: whether a soft hyphen, which `end` leaves out, broke its last word.
        looks: what its marks alone say it is.
        heading_level: of a heading that the format marks («##» in Markdown), from 1; else 0.
        after_furniture: whether a page number or running head was dropped just before it.
        cells: of a table row: spans of its cells, without white space.
    """

    start: int
    end: int
    indent: int
    edge: int
    gap: int
    page: int
    soft: bool
    looks: Literal["text", "heading", "row"] = "text"
    heading_level: int = 0
    after_furniture: bool = False
    cells: tuple[tuple[int, int], ...] = ()


def split_lines(text: str, pages: Sequence[int]) -> list[Line]:
    """The lines of `text` that hold something.

    Args:
        text: the cleaned text.
        pages: offsets into it at which pages begin, beside those that "\\f" begins.
    """
    lines: list[Line] = []
    position = gap = page = turned = 0
    while position <= len(text):
        match = _BREAKS.search(text, position)
        stop = match.start() if match else len(text)
        while turned < len(pages) and pages[turned] <= position:
            page += pages[turned] > 0
            turned += 1
        words = text[position:stop]
        stripped = words.strip(_UNSEEN)
        if stripped:
            start = position + words.index(stripped)
            indent = len(text[position:start].expandtabs(_TAB))
            edge = len(words.rstrip().expandtabs(_TAB))
            soft = words.rstrip().endswith(SOFT_HYPHEN)
            lines.append(Line(start, start + len(stripped), indent, edge, gap, page, soft))
            gap = 0
        elif match and match.group() == "\n":
            gap += 1
        if match is None:
            break
        page += match.group() == "\f"
        position = match.end()
    return lines


def mark_headings(lines: Sequence[Line], headings: Iterable[tuple[int, int]]) -> None:
    """Notes in the lines which of them the format itself marks as headings.

    Args:
        lines: of the cleaned text.
        headings: offsets into that text at which such lines begin, with their levels from 1.
    """
    levels = dict(headings)
    for line in lines:
        if level := levels.get(line.start, 0):
            line.looks, line.heading_level = "heading", level
