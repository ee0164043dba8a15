"""Counts the lists of a docx: the file holds rules for its numbers, and not the numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from predlozheno.reading.readers.docx.runs import is_on
from predlozheno.reading.readers.docx.styles import ListPlace, Styles
from predlozheno.reading.readers.markup import attribute, child, children
from predlozheno.reading.readers.numerals import RUSSIAN, lettered, roman

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACE = re.compile(r"%([1-9])")
_LARGEST = 1_000_000


@dataclass(slots=True)
class _Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: int | None = None
    plain: bool = False


@dataclass(slots=True)
class _Counters:
    """The numbers that a list has come to, shared by all lists of one definition."""

    values: dict[int, int] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)


class Numbering:
    """The lists of a document as they are counted from top to bottom.

    Args:
        root: of `numbering.xml`, None where the file has none.
        styles: of the same file.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {
            attribute(one, "abstractNumId"): one for one in children(root, "abstractNum")
        }
        self._lists = {attribute(one, "numId"): one for one in children(root, "num")}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counters: dict[str | None, _Counters] = {}

    def marker(self, place: ListPlace) -> str:
        """The marker of the next item at `place` («2.1.», «а)», «•»); empty where it has none."""
        levels = self._levels_of(place.list)
        level = levels.get(place.level)
        if level is None:
            return ""
        values = self._count(place, levels)
        if level.form == "none":
            return ""
        if level.form == "bullet":
            return _bullet(level.text)

        def printed(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            upper = levels.get(index, _Level())
            form = "decimal" if level.plain else upper.form
            return _printed(values.get(index, upper.start), form)

        return _PLACE.sub(printed, level.text).strip()

    def _count(self, place: ListPlace, levels: dict[int, _Level]) -> dict[int, int]:
        definition = attribute(child(self._lists.get(place.list), "abstractNumId"), "val")
        counters = self._counters.setdefault(definition, _Counters())
        if place.list not in counters.started:
            counters.started.add(place.list)
            for level in self._restarted(place.list):
                counters.values.pop(level, None)
        values = counters.values
        own = levels[place.level]
        for index in range(place.level):
            if index not in values:
                values[index] = levels.get(index, own).start
        values[place.level] = min(values.get(place.level, own.start - 1) + 1, _LARGEST)
        for index in [index for index in values if index > place.level]:
            inner = levels.get(index, _Level())
            # `restarts` 0 is «never», n is «behind an item of level n or above».
            if inner.restarts is None or place.level < inner.restarts:
                del values[index]
        return values

    def _restarted(self, number: str) -> list[int]:
        """The levels at which this list starts anew and does not count on from one like it."""
        overrides = children(self._lists.get(number), "lvlOverride")
        return [
            _number(attribute(one, "ilvl"), 0)
            for one in overrides
            if child(one, "startOverride") is not None
        ]

    def _levels_of(self, number: str) -> dict[int, _Level]:
        if number not in self._levels:
            self._levels[number] = self._read(number)
        return self._levels[number]

    def _read(self, number: str, *, linked: bool = False) -> dict[int, _Level]:
        instance = self._lists.get(number)
        definition = self._definitions.get(attribute(child(instance, "abstractNumId"), "val"))
        link = attribute(child(definition, "numStyleLink"), "val")
        other = self._styles.list_of(link) if link and not linked else None
        levels = self._read(other, linked=True) if other else {}
        for one in children(definition, "lvl"):
            levels[_number(attribute(one, "ilvl"), 0)] = _level(one)
        for override in children(instance, "lvlOverride"):
            index = _number(attribute(override, "ilvl"), 0)
            replaced = child(override, "lvl")
            if replaced is not None:
                levels[index] = _level(replaced)
            start = attribute(child(override, "startOverride"), "val")
            if start is not None and index in levels:
                levels[index].start = _number(start, 1)
        return levels


def _level(element: Element) -> _Level:
    restarts = attribute(child(element, "lvlRestart"), "val")
    return _Level(
        form=attribute(child(element, "numFmt"), "val") or "decimal",
        text=attribute(child(element, "lvlText"), "val") or "",
        start=_number(attribute(child(element, "start"), "val"), 1),
        restarts=None if restarts is None else _number(restarts, 0),
        plain=is_on(element, "isLgl"),
    )


def _number(text: str | None, default: int) -> int:
    digits = text if text and text.isdecimal() and len(text) < 7 else None
    return int(digits) if digits else default


def _bullet(sign: str) -> str:
    """The bullet as a character of its own: symbol fonts keep theirs where Unicode has none."""
    return sign if sign in ("-", "–", "—", "*", "+") else "•"


def _printed(number: int, form: str) -> str:
    match form:
        case "lowerLetter":
            return lettered(number)
        case "upperLetter":
            return lettered(number).upper()
        case "russianLower":
            return lettered(number, RUSSIAN)
        case "russianUpper":
            return lettered(number, RUSSIAN).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "none":
            return ""
        case _:
            return str(number)
