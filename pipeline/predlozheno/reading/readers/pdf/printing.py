"""Writes the pieces of a page as lines of text, with indents, empty lines and gaps as on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from predlozheno.reading.marks.markers import marker_of
from predlozheno.reading.readers.characters import whole
from predlozheno.reading.readers.pdf.lines import Line, Piece
from predlozheno.reading.readers.pdf.spacing import Spacing
from predlozheno.reading.readers.pdf.tables import close_cells, in_tables

_DEEPEST_INDENT = 60
_WIDE_GAP = 5
_LONGEST_MARKER = 8


Region = Sequence[Piece]


def printed(pages: Sequence[Sequence[Region]]) -> list[str]:
    """The text of each page, given by its regions in the order of reading; every line has its end."""
    lined = [[close_cells(_lines(region)) for region in page] for page in pages]
    spacing = Spacing.of(lines for page in lined for lines in page)
    texts = []
    for page in lined:
        lines: list[str] = []
        for region in page:
            if lines:
                lines.append("")
            lines += _region(region, spacing)
        texts.append(whole("".join(f"{line}\n" for line in lines)))
    return texts


def _region(lines: Sequence[Line], spacing: Spacing) -> Iterator[str]:
    margin = min((line[0].left for line in lines), default=0.0)
    widths = [(piece.right - piece.left) / len(piece.text) for line in lines for piece in line]
    letter = (median(widths) if widths else 0.0) or 1.0
    above: Line | None = None
    for line, in_table in zip(lines, in_tables(lines), strict=True):
        if above is not None and spacing.parts(above, line):
            yield ""
        above = line
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
