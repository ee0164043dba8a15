"""Writes the pieces of a page as lines of text, with indents, empty lines and gaps as on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from predlozheno.reading.marks.markers import marker_of
from predlozheno.reading.readers.characters import whole
from predlozheno.reading.readers.pdf.lines import Piece
from predlozheno.reading.readers.pdf.tables import Line, close_cells, in_tables

# An empty line stands where the next line is so much further down than usual.
_PARTED = 1.4
_DEEPEST_INDENT = 60
_WIDE_GAP = 5
_LONGEST_MARKER = 8


def printed(regions: Sequence[Sequence[Piece]]) -> str:
    """The text of a page; every line has its end."""
    lines: list[str] = []
    for region in regions:
        if lines:
            lines.append("")
        lines += _region(region)
    return whole("".join(f"{line}\n" for line in lines))


def _region(pieces: Sequence[Piece]) -> Iterator[str]:
    lines = close_cells(_lines(pieces))
    if not lines:
        return
    margin = min(line[0].left for line in lines)
    letter = median((piece.right - piece.left) / len(piece.text) for piece in pieces) or 1.0
    usual = median([below[0].base - above[-1].last for above, below in pairwise(lines)] or [0.0])
    tabbed = in_tables(lines)
    before: float | None = None
    for line, in_table in zip(lines, tabbed, strict=True):
        if before is not None and line[0].base - before > _PARTED * usual:
            yield ""
        before = max(piece.last for piece in line)
        indent = " " * min(round((line[0].left - margin) / letter), _DEEPEST_INDENT)
        yield indent + ("\t" if in_table else " " * _WIDE_GAP).join(piece.text for piece in line)


def _lines(pieces: Sequence[Piece]) -> list[Line]:
    """The pieces line by line; the gap behind a list marker is none that parts cells."""
    lines: list[Line] = []
    for piece in pieces:
        if not lines or lines[-1][0].base != piece.base:
            lines.append([piece])
        elif len(lines[-1]) == 1 and _is_marker(lines[-1][0].text):
            marker = lines[-1][0]
            lines[-1] = [marker.joined(piece)]
        else:
            lines[-1].append(piece)
    return lines


def _is_marker(text: str) -> bool:
    return (
        len(text) < _LONGEST_MARKER
        and (found := marker_of(f"{text} X")) is not None
        and (found.end > len(text))
    )
