"""Finds the rows of tables among the lines of a page, and closes cells that run over several lines."""

from __future__ import annotations

from collections.abc import Sequence

from predlozheno.reading.readers.pdf.lines import Line

# Cells are parted by tabs where so many lines below one another have them.
_LEAST_ROWS = 3
_MOST_CELLS = 30
_ALIGNED = 3.0
# In heights of the letters: lines of one cell stand closer than rows.
_TIGHT = 1.6


def close_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those that only go on cells of the row above put into that row."""
    closed: list[Line] = []
    for line in lines:
        row = closed[-1] if closed else []
        if (
            1 < len(row) <= _MOST_CELLS
            and len(line) < len(row)
            and (places := _cells_above(row, line))
        ):
            for place, piece in zip(places, line, strict=True):
                row[place] = row[place].joined(piece)
        else:
            closed.append(line)
    return closed


def _cells_above(row: Line, line: Line) -> list[int]:
    """Which cells of the row the pieces of the line go on; empty where they are no such line."""
    places = []
    for piece in line:
        for index, cell in enumerate(row):
            behind = row[index + 1].left if index + 1 < len(row) else float("inf")
            near = piece.base - max(one.last for one in row) <= _TIGHT * piece.size
            if near and abs(piece.left - cell.left) <= _ALIGNED and piece.right < behind:
                places.append(index)
                break
        else:
            return []
    return places


def in_tables(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it and its neighbours have several pieces each."""
    found = [False] * len(lines)
    begin = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and len(lines[index]) > 1:
            continue
        if index - begin >= _LEAST_ROWS:
            found[begin:index] = [True] * (index - begin)
        begin = index + 1
    return found
