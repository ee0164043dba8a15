"""Finds the rows of tables: cells between «|», or parted by tabs in several lines together."""

from __future__ import annotations

import re
from itertools import groupby

from predlozheno.reading.layout.lines import Line
from predlozheno.reading.marks.markers import marker_of

_TAB = re.compile(r"\s*\t\s*")
_GAP = re.compile(r"[ \t]{2,}")
_LEAST_ROWS = 3
_LEAST_WORDS = 3
_LEAST_PIPES = 3
_ENDS = (".", "!", "?", "…")
_LONGEST_MARKER = 8
_PIPE = re.compile(r"\s*\|\s*")


def mark_rows(text: str, lines: list[Line]) -> list[Line]:
    """The lines with their rows noted; rows without a single word are left out."""
    for line in lines:
        words = text[line.start : line.end]
        if words.count("|") >= 2 or words.count("|") == 1 and words.strip("|") == words:
            line.cells = _cells(words, line.start, _PIPE)
            line.columns = _places(words)
    _keep_tables(lines)
    for _, group in groupby(lines, key=lambda line: not line.cells and _tabbed(text, line)):
        together = list(group)
        if len(together) > 1 and _tabbed(text, together[0]) and not together[0].cells:
            for line in together:
                line.cells = _cells(text[line.start : line.end], line.start, _TAB)
    _mark_columns(text, lines)
    for line in lines:
        if line.cells:
            line.looks = "row"
    return lines


def _mark_columns(text: str, lines: list[Line]) -> None:
    """Three or more lines together whose cells, parted by wide gaps, begin in the same columns."""
    columns = [_columns(text, line) for line in lines]
    begin = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and columns[index] and columns[index] == columns[begin]:
            continue
        if columns[begin] and index - begin >= _LEAST_ROWS:
            for line in lines[begin:index]:
                line.cells = _cells(text[line.start : line.end], line.start, _GAP)
        begin = index


def _columns(text: str, line: Line) -> tuple[int, ...]:
    """The columns in which cells behind wide gaps begin; empty without such gaps."""
    words = text[line.start : line.end]
    if line.cells or line.looks != "text" or "  " not in words or _is_labelled(_GAP.split(words)):
        return ()
    return tuple(line.indent + match.end() for match in _GAP.finditer(words))


def _keep_tables(lines: list[Line]) -> None:
    """A lone line with one «|» is no table."""
    for index, line in enumerate(lines):
        beside = lines[max(0, index - 1) : index + 2]
        if (
            len(line.cells) < 3
            and not line.columns
            and not any(
                other is not line and len(other.cells) == len(line.cells) for other in beside
            )
        ):
            line.cells = ()


def _places(words: str) -> tuple[int, ...]:
    """The columns of the cells between «|» where the line has one at either end; else ()."""
    if words.count("|") < _LEAST_PIPES or not (words.startswith("|") and words.endswith("|")):
        return ()
    between = words[1:-1].split("|")
    return tuple(column for column, cell in enumerate(between) if cell.strip())


def _tabbed(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    if "\t" not in words or line.looks == "heading":
        return False
    return not _is_labelled(_TAB.split(words))


def _is_labelled(cells: list[str]) -> bool:
    """Whether a gap only parts a list marker or a speaker's label from what follows it."""
    first, *rest = cells
    # «–⇥создать» and «1.⇥Создать» are items of a list.
    marked = marker_of(first + " x") is not None and len(first) < _LONGEST_MARKER
    # «К р е м н ё в.⇥Доброе утро, коллеги.»: a label and its turn are no two cells.
    labelled = bool(rest) and first.endswith((".", ":")) and _is_speech(rest[0])
    return len(rest) == 1 and (marked or labelled)


def _is_speech(words: str) -> bool:
    return len(words.split()) >= _LEAST_WORDS or words[:1].isupper() and words.endswith(_ENDS)


def _cells(words: str, offset: int, separator: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    cells = []
    begin = 0
    for match in [*separator.finditer(words), None]:
        stop = match.start() if match else len(words)
        if words[begin:stop].strip():
            cells.append((offset + begin, offset + stop))
        begin = match.end() if match else stop
    return tuple(cells)
