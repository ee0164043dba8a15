"""Counts the lists of an odt: the file holds rules for its numbers, and not the numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import TYPE_CHECKING

from predlozheno.reading.readers.markup import attribute, local
from predlozheno.reading.readers.numerals import RUSSIAN, lettered, roman

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLES = frozenset(("list-style", "outline-style"))
# Styles that inherit from themselves must not be followed for ever.
_LONGEST_CHAIN = 30
_LARGEST = 1_000_000
_DASHES = frozenset("-–—*+")


@dataclass(slots=True)
class Level:
    """How one level of a list is marked; `form` is empty where it has no number."""

    bullet: str = ""
    form: str = ""
    before: str = ""
    behind: str = ""
    start: int = 1
    shown: int = 1


@dataclass(slots=True)
class Counted:
    """A list as it is counted from top to bottom: its levels, and the number of each that is open."""

    levels: dict[int, Level]
    values: dict[int, int] = field(default_factory=dict)

    def marker(self, depth: int, start: int | None = None) -> str:
        """The marker of the next item at `depth`, from 1; empty where it has none.

        Args:
            depth: of the list.
            start: the number that the item sets itself.
        """
        level = self.levels.get(depth, Level())
        number = self.values.get(depth, level.start - 1) + 1 if start is None else start
        self.values[depth] = min(number, _LARGEST)
        for deeper in [one for one in self.values if one > depth]:
            del self.values[deeper]
        if level.bullet:
            return level.bullet if level.bullet in _DASHES else "•"
        if not level.form:
            return ""
        parts = []
        for index in range(max(1, depth - level.shown + 1), depth + 1):
            upper = self.levels.get(index, Level())
            if form := upper.form:
                parts.append(_printed(self.values.get(index, upper.start), form))
        return f"{level.before}{'.'.join(parts)}{level.behind}".strip()


class ListStyles:
    """The list styles of a file by name; the numbering of its headings is called "".

    Args:
        roots: of `content.xml` and `styles.xml`; None where there is none.
    """

    def __init__(self, *roots: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._of_paragraphs: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        for root in roots:
            for element in root.iter() if root is not None else ():
                name = attribute(element, "name") or ""
                if local(element) in _STYLES:
                    key = "" if local(element) == "outline-style" else name
                    self._levels.setdefault(key, dict(map(_level, element)))
                elif local(element) == "style" and attribute(element, "family") == "paragraph":
                    if (of := attribute(element, "list-style-name")) is not None:
                        self._of_paragraphs.setdefault(name, of)
                    self._parents.setdefault(name, attribute(element, "parent-style-name") or "")

    def counted(self, name: str) -> Counted:
        """A list of that style, not yet counted."""
        return Counted(self._levels.get(name, {}))

    def of_paragraph(self, style: str | None) -> str | None:
        """The list style that a paragraph style brings along."""
        for _ in range(_LONGEST_CHAIN):
            if style is None or style in self._of_paragraphs:
                break
            style = self._parents.get(style)
        return self._of_paragraphs.get(style or "") or None


def _level(element: Element) -> tuple[int, Level]:
    number = _number(attribute(element, "level"), 0)
    if local(element) == "list-level-style-bullet":
        return number, Level(bullet=attribute(element, "bullet-char") or "•")
    return number, Level(
        form=attribute(element, "num-format") or "",
        before=attribute(element, "num-prefix") or "",
        behind=attribute(element, "num-suffix") or "",
        start=_number(attribute(element, "start-value"), 1),
        shown=_number(attribute(element, "display-levels"), 1),
    )


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else default


def started(element: Element, name: str = "start-value") -> int | None:
    """The number that an item or heading sets itself; None where it counts on."""
    text = attribute(element, name)
    return _number(text, 1) if text is not None else None


def _printed(number: int, form: str) -> str:
    match form[0]:
        case "a" | "A":
            letters = lettered(number, ascii_lowercase)
        case "i" | "I":
            letters = roman(number)
        case "а" | "А":
            # Written «А, Б, .., Аа, Аб, ... (ru)».
            letters = lettered(number, RUSSIAN)
        case _:
            return str(number)
    return letters.upper() if form[0].isupper() else letters
