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
_SMALLER, _LARGER = 0.85, 1.2
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
    for line, parted, in_table in zip(lines, _parted(lines), in_tables(lines), strict=True):
        if parted:
            yield ""
        indent = " " * min(round((line[0].left - margin) / letter), _DEEPEST_INDENT)
        yield indent + ("\t" if in_table else " " * _WIDE_GAP).join(piece.text for piece in line)


def _parted(lines: Sequence[Line]) -> list[bool]:
    """For each line whether more than line spacing parts it from the one above.

    The spacing is the tightest that is usual for letters of the size: small print stands closer, and
    most lines of a page may be paragraphs.
    """
    sizes = [max(piece.size for piece in line) for line in lines]
    usual = median(sizes)
    kinds = [(size > _SMALLER * usual) + (size > _LARGER * usual) for size in sizes]
    gaps = [below[0].base - max(piece.last for piece in above) for above, below in pairwise(lines)]
    pitches = {}
    for kind in set(kinds):
        alike = sorted(gap for gap, one in zip(gaps, kinds, strict=False) if one == kind)
        pitches[kind] = alike[len(alike) // 10] if alike else 0.0
    found = [gap > _PARTED * pitches[kind] for gap, kind in zip(gaps, kinds, strict=False)]
    return [False, *found]


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
