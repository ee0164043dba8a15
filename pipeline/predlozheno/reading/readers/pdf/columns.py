"""Puts a page's pieces in reading order: columns side by side one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from predlozheno.reading.readers.pdf.lines import Piece

# A column has so many lines, most of which fill so much of its width; cells of tables do not.
_LEAST_LINES = 4
_FILLED = 0.6
_NARROWEST = 0.15
_TRIES = 6
_DEEPEST = 3
_ALIGNED = 3.0


def in_reading_order(pieces: Sequence[Piece], depth: int = 0) -> list[list[Piece]]:
    """The regions of a page in the order of reading, each with its pieces from top to bottom.

    Args:
        pieces: from top to bottom.
        depth: how often the page was cut already.
    """
    for gutter in _gutters(pieces) if depth < _DEEPEST else ():
        bands = list(_bands(pieces, gutter))
        if not any(_in_columns(band, gutter) for band in bands):
            continue
        regions: list[list[Piece]] = []
        for band in bands:
            if _in_columns(band, gutter):
                for column in _sides(band, gutter):
                    regions += in_reading_order(column, depth + 1)
            else:
                regions.append(band)
        return regions
    return [list(pieces)] if pieces else []


def _gutters(pieces: Sequence[Piece]) -> list[float]:
    """Where right columns may begin: the left edges that many pieces share, inside the page."""
    if not pieces:
        return []
    left = min(piece.left for piece in pieces)
    width = max(piece.right for piece in pieces) - left
    counted = Counter(round(piece.left / _ALIGNED) for piece in pieces)
    inside = [
        (count, place * _ALIGNED)
        for place, count in counted.items()
        if count >= _LEAST_LINES
        and _NARROWEST * width < place * _ALIGNED - left < (1 - _NARROWEST) * width
    ]
    return [place for _, place in sorted(inside, reverse=True)[:_TRIES]]


def _bands(pieces: Sequence[Piece], gutter: float) -> Iterator[list[Piece]]:
    """The pieces between those that cross the gutter, and each run of those that do."""
    band: list[Piece] = []
    crossing = False
    for piece in pieces:
        crosses = piece.left < gutter - _ALIGNED and piece.right > gutter - 1
        if band and crosses != crossing:
            yield band
            band = []
        crossing = crosses
        band.append(piece)
    if band:
        yield band


def _sides(band: Sequence[Piece], gutter: float) -> tuple[list[Piece], list[Piece]]:
    left = [piece for piece in band if piece.left < gutter - _ALIGNED]
    return left, [piece for piece in band if piece.left >= gutter - _ALIGNED]


def _in_columns(band: Sequence[Piece], gutter: float) -> bool:
    """Whether both sides of the gutter are running text."""
    return all(_is_filled(side) for side in _sides(band, gutter))


def _is_filled(side: Sequence[Piece]) -> bool:
    if len(side) < _LEAST_LINES:
        return False
    width = max(piece.right for piece in side) - min(piece.left for piece in side)
    typical = median(piece.right - piece.left for piece in side)
    return typical >= _FILLED * width and width > 10 * median(piece.size for piece in side)
