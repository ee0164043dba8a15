"""Gives each item of a list that runs on inside its paragraph a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from predlozheno.reading.traced import Edit, Traced

# «Внесены предложения: 1) создать сайт; 2) нанять сторожа»
# and «Постановили: 1. Одобрить план. 2. Создать комиссию.»
_MARKER = re.compile(
    r"(?<=[:;,.])(?P<space>[ \t]+)(?:(?P<mark>\d{1,2}|[а-я])\)|(?P<point>\d{1,2})\.(?=[ \t]+[А-ЯЁ«]))"
    r"[ \t]+(?=[а-яёА-ЯЁ«])"
)
_FIRST = ("1", "а")
_LETTERS = "абвгдежзиклмнопрст"


def part_enumerations(text: Traced, rows: list[bool]) -> tuple[Traced, list[int]]:
    """The text with line breaks before the items, and for each of its lines the line it was cut from.

    A list begins behind a colon with «1)», «1.» or «а)» and has two items or more, in their order.

    Args:
        text: repaired, a paragraph a line.
        rows: for each line whether it is a row of a table, which is left alone.
    """
    edits, origins, start = [], [], 0
    for number, line in enumerate(text.text.split("\n")):
        cuts = [] if rows[number] else [*_cuts(line)]
        edits += [Edit(start + begin, start + end, "\n") for begin, end in cuts]
        origins += [number] * (1 + len(cuts))
        start += len(line) + 1
    return text.edited(edits), origins


def _cuts(line: str) -> Iterator[tuple[int, int]]:
    """The white space before each item."""
    run: list[re.Match[str]] = []
    for match in _MARKER.finditer(line):
        style = "mark" if match["mark"] else "point"
        if match[style] in _FIRST and line[match.start() - 1] == ":":
            yield from _spaces(run)
            run = [match]
        elif run and run[-1][style] and match[style] == _after(run[-1][style]):
            run.append(match)
    yield from _spaces(run)


def _spaces(run: list[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span("space") for match in run] if len(run) > 1 else []


def _after(mark: str) -> str:
    """The marker that follows: «2» after «1», «б» after «а»."""
    if mark.isdigit():
        return str(int(mark) + 1)
    place = _LETTERS.find(mark)
    return _LETTERS[place + 1] if 0 <= place < len(_LETTERS) - 1 else ""
