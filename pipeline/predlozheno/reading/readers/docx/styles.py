"""The paragraph styles of a docx: which are headings, and which number their paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from predlozheno.reading.readers.markup import attribute, child, children

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"(?:heading|заголовок)\s?([1-9])$", re.IGNORECASE)
_BODY_LEVEL = 9
# Styles that are based on themselves must not be followed for ever.
_LONGEST_CHAIN = 30


class ListPlace(NamedTuple):
    """Which list a paragraph is an item of, and how deep in it, from 0."""

    list: str
    level: int


class Styles:
    """The styles by id.

    Args:
        root: of `styles.xml`, None where the file has none.
    """

    def __init__(self, root: Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in children(root, "style")}

    def heading(self, properties: Element | None) -> int:
        """The level of the heading that a paragraph of these properties is, from 1; 0 for none."""
        for chained in (properties, *self._chain(properties)):
            level = attribute(child(chained, "outlineLvl"), "val")
            if level is None:
                level = attribute(child(chained, "pPr", "outlineLvl"), "val")
            if level is not None:
                return int(level) + 1 if level.isdecimal() and int(level) < _BODY_LEVEL else 0
            name = attribute(child(chained, "name"), "val") or ""
            if match := _HEADING.match(name):
                return int(match[1])
        return 0

    def place(self, properties: Element | None) -> ListPlace | None:
        """The place in a list that a paragraph's own properties or its style give it."""
        own = child(properties, "numPr")
        if own is not None and (number := attribute(child(own, "numId"), "val")) is not None:
            return _place(own, number)
        for style in self._chain(properties):
            found = child(style, "pPr", "numPr")
            number = attribute(child(found, "numId"), "val")
            if found is not None and number is not None:
                # A paragraph may give its own level in its style's list.
                return _place(own if own is not None else found, number)
        return None

    def list_of(self, style_id: str | None) -> str | None:
        """The list that a numbering style stands for."""
        return attribute(child(self._styles.get(style_id), "pPr", "numPr", "numId"), "val")

    def _chain(self, properties: Element | None) -> list[Element]:
        """The style of a paragraph, and those that it is based on."""
        chain: list[Element] = []
        style = self._styles.get(attribute(child(properties, "pStyle"), "val"))
        while style is not None and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            style = self._styles.get(attribute(child(style, "basedOn"), "val"))
        return chain


def _place(properties: Element, number: str) -> ListPlace | None:
    level = attribute(child(properties, "ilvl"), "val") or "0"
    if number == "0":
        return None
    return ListPlace(number, min(int(level), 8) if level.isdecimal() else 0)
