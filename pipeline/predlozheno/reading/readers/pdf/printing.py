"""Writes the pieces of a page as lines of text, with indents, empty lines and gaps as on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from predlozheno.reading.readers.characters import whole
from predlozheno.reading.readers.pdf.lines import Piece

# An empty line stands where the next line is so much further down than usual.
_PARTED = 1.4
_DEEPEST_INDENT = 60
_WIDE_GAP = 5
# Cells are parted by tabs where so many lines below one another have them.
_LEAST_ROWS = 3

Line = list[Piece]


def printed(regions: Sequence[Sequence[Piece]]) -> str:
    """The text of a page; every line has its end."""
    lines: list[str] = []
    for region in regions:
        if lines:
            lines.append("")
        lines += _region(region)
    return whole("".join(f"{line}\n" for line in lines))


def _region(pieces: Sequence[Piece]) -> Iterator[str]:
    lines = _lines(pieces)
    if not lines:
        return
    margin = min(line[0].left for line in lines)
    letter = median((piece.right - piece.left) / len(piece.text) for piece in pieces) or 1.0
    pitches = [below[0].base - above[0].base for above, below in pairwise(lines)]
    usual = median(pitches) if pitches else 0.0
    tabbed = _in_tables(lines)
    before = None
    for line, in_table in zip(lines, tabbed, strict=True):
        if before is not None and line[0].base - before > _PARTED * usual:
            yield ""
        before = line[0].base
        indent = " " * min(round((line[0].left - margin) / letter), _DEEPEST_INDENT)
        yield indent + ("\t" if in_table else " " * _WIDE_GAP).join(piece.text for piece in line)


def _lines(pieces: Sequence[Piece]) -> list[Line]:
    lines: list[Line] = []
    for piece in pieces:
        if lines and lines[-1][0].base == piece.base:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _in_tables(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it and its neighbours have several pieces each."""
    several = [len(line) > 1 for line in lines]
    found = [False] * len(lines)
    begin = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and several[index]:
            continue
        if index - begin >= _LEAST_ROWS:
            found[begin:index] = [True] * (index - begin)
        begin = index + 1
    return found
