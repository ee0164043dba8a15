"""Gives each item of a list that runs on inside its paragraph a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from predlozheno.reading.traced import Edit, Traced

# «Внесены предложения: 1) создать сайт; 2) нанять сторожа»
# and «Постановили: 1. Одобрить план. 2. Создать комиссию.», «3.1. Одобрить план. 3.2. Создать …»
_MARKER = re.compile(
    r"(?<=[:;,.])(?P<space>[ \t]+)(?:(?P<mark>\d{1,2}|[а-я])\)"
    r"|(?P<point>\d{1,2}(?:\.\d{1,2}){0,2})\.(?=[ \t]+[А-ЯЁ«]))[ \t]+(?=[а-яёА-ЯЁ«])"
)
_FIRST = re.compile(r"(?:\d{1,2}\.)*1|а")
# A number of two parts or more with which a line begins is an item of a list by itself.
_LEADING = re.compile(r"[ \t]*(?P<point>\d{1,2}(?:\.\d{1,2}){1,2})\.?(?=[ \t])")
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
    leading = _LEADING.match(line)
    run: list[tuple[int, int]] = []
    last, style = (leading["point"], "point") if leading else ("", "")
    for match in _MARKER.finditer(line):
        own = "mark" if match["mark"] else "point"
        begins = bool(_FIRST.fullmatch(match[own])) and line[match.start() - 1] == ":"
        if begins:
            yield from run if len(run) > 1 else []
            run, leading = [], None
        if begins or own == style and match[own] == _after(last):
            run.append(match.span("space"))
            last, style = match[own], own
    # What begins the line needs no cut, but counts for an item.
    yield from run if len(run) > 1 or leading else []


def _after(mark: str) -> str:
    """The marker that follows: «2» after «1», «3.3» after «3.2», «б» after «а»."""
    above, _, number = mark.rpartition(".")
    if number.isdigit():
        return f"{above}.{int(number) + 1}" if above else str(int(number) + 1)
    place = _LETTERS.find(mark)
    return _LETTERS[place + 1] if 0 <= place < len(_LETTERS) - 1 else ""
