"""Counts the lists of an HTML page: the numbers are the browser's work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from predlozheno.reading.readers.markup import local
from predlozheno.reading.readers.numerals import lettered, roman

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NUMBER = re.compile(r"\s*(-?\d{1,6})")


@dataclass(slots=True)
class _List:
    form: str | None
    last: int
    step: int


class Lists:
    """The lists that are open, outermost first."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    @property
    def depth(self) -> int:
        """How deep inside other lists the innermost is, from 0."""
        return max(len(self._open) - 1, 0)

    def open(self, element: Element) -> None:
        """Opens the list that an element is."""
        if local(element) != "ol":
            self._open.append(_List(None, 0, 1))
            return
        backwards = element.get("reversed") is not None
        items = sum(local(one) == "li" for one in element)
        first = _number(element.get("start"), items if backwards else 1)
        step = -1 if backwards else 1
        self._open.append(_List(element.get("type") or "1", first - step, step))

    def close(self) -> None:
        """Closes the innermost list."""
        self._open.pop()

    def marker(self, item: Element) -> str:
        """The marker of the next item of the innermost list: «3.», «b.», «–»."""
        if not self._open or self._open[-1].form is None:
            return "–"
        inner = self._open[-1]
        inner.last = _number(item.get("value"), inner.last + inner.step)
        match inner.form:
            case "a":
                return f"{lettered(inner.last)})"
            case "A":
                return f"{lettered(inner.last).upper()})"
            case "i":
                return f"{roman(inner.last)}."
            case "I":
                return f"{roman(inner.last).upper()}."
            case _:
                return f"{inner.last}."


def _number(text: str | None, default: int) -> int:
    match = _NUMBER.match(text) if text else None
    return int(match[1]) if match else default
