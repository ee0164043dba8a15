"""The paragraphs, lists and tables of an HTML page, in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from predlozheno.reading.readers.building import Builder
from predlozheno.reading.readers.characters import without_controls
from predlozheno.reading.readers.html.lists import Lists
from predlozheno.reading.readers.markup import local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What is not shown, does not belong to the text, or was taken out of it.
_DROPPED = frozenset(
    "script style noscript template head title svg math nav iframe object embed applet audio video "
    "canvas select datalist button input textarea del s strike".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre "
    "section summary table ul caption tbody thead tfoot tr td th".split()
)
_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_HEADING = re.compile(r"h([1-6])$")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Blocks:
    """Goes through a page and adds what it shows to a builder."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._parts: list[str] = []
        self._lists = Lists()
        self._marker = ""
        self._heading = 0
        self._pre = False
        # Where not None, lines go into the cell of a table and not to the builder.
        self._cell: list[str] | None = None

    def read(self, root: Element) -> None:
        """Adds all that `root` shows.

        Raises:
            ReadError: where the text becomes too long.
        """
        self._element(root)
        self._end_line()

    def _element(self, element: Element) -> None:
        name = local(element)
        if not name or name in _DROPPED or _is_hidden(element):
            return
        if name == "br":
            self._parts.append("\n")
        elif name == "table" and self._cell is None:
            self._end_line()
            self._builder.table(self._rows(element))
        elif name in _BLOCKS:
            self._block(element, name)
        else:
            self._inside(element)

    def _block(self, element: Element, name: str) -> None:
        self._end_line()
        heading, pre = self._heading, self._pre
        if match := _HEADING.match(name):
            self._heading = int(match[1])
        self._pre = pre or name == "pre"
        if name in _LISTS:
            self._lists.open(element)
        elif name == "li":
            self._marker = self._lists.marker(element)
        self._inside(element)
        self._end_line()
        if name in _LISTS:
            self._lists.close()
        elif name == "li":
            self._marker = ""
        self._heading, self._pre = heading, pre

    def _inside(self, element: Element) -> None:
        self._text(element.text)
        for one in element:
            self._element(one)
            self._text(one.tail)

    def _text(self, text: str | None) -> None:
        if text:
            text = without_controls(text)
            self._parts.append(text if self._pre else _SPACES.sub(" ", text))

    def _end_line(self) -> None:
        text = "".join(self._parts)
        self._parts.clear()
        lines = text if self._pre else "\n".join(_tidy(line) for line in text.split("\n"))
        if not lines.strip():
            return
        if self._marker:
            lines = f"{self._marker} {lines.lstrip()}"
            self._marker = ""
        if self._cell is not None:
            self._cell.append(lines)
        else:
            self._builder.line(lines, depth=self._lists.depth, heading=self._heading)

    def _rows(self, element: Element) -> list[list[list[str]]]:
        rows: list[list[list[str]]] = []
        for one in element:
            name = local(one)
            if name == "tr":
                rows.append([self._read_cell(cell) for cell in one if local(cell) in ("td", "th")])
            elif name in ("tbody", "thead", "tfoot"):
                rows += self._rows(one)
            elif name == "caption":
                self._element(one)
                self._end_line()
        return rows

    def _read_cell(self, element: Element) -> list[str]:
        self._cell = []
        self._inside(element)
        self._end_line()
        found, self._cell = self._cell, None
        return found


def _tidy(line: str) -> str:
    return re.sub(r" {2,}", " ", line).strip(" ")


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None
