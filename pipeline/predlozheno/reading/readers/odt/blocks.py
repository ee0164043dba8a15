"""The paragraphs, lists and tables of an odt, in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from predlozheno.reading.readers.building import Builder
from predlozheno.reading.readers.markup import attribute, children, local
from predlozheno.reading.readers.numerals import note_mark
from predlozheno.reading.readers.odt.lists import Counted, ListStyles, started

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What tells about the text, or was taken out of it.
_DROPPED = frozenset(
    "tracked-changes forms sequence-decls variable-decls user-field-decls annotation "
    "annotation-end desc title number ruby-text index-title-template".split()
)
_ROW_GROUPS = frozenset(("table-rows", "table-header-rows", "table-row-group"))
_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100


class _Item(NamedTuple):
    """A paragraph of a list: its text with its marker, and its place."""

    text: str
    depth: int
    heading: int


class Blocks:
    """Goes through a body and adds what it holds to a builder.

    Args:
        builder: takes the lines.
        styles: of its lists.
    """

    def __init__(self, builder: Builder, styles: ListStyles) -> None:
        self._builder = builder
        self._styles = styles
        self._headings = styles.counted("")
        self._lists: dict[str, Counted] = {}
        self._last: dict[str, Counted] = {}
        self._noted = 0
        self._waiting: list[str] = []

    def read(self, body: Element) -> None:
        """Adds the blocks of `body`, and behind each the notes that it refers to.

        Raises:
            ReadError: where the text becomes too long.
        """
        for one in body:
            name = local(one)
            if name == "h":
                self._heading(one)
            elif name == "p":
                self._builder.line(self._text(one))
            elif name == "list":
                for item in self._items(one, None, 0):
                    self._builder.line(item.text, depth=item.depth, heading=item.heading)
            elif name == "table":
                self._builder.table(self._rows(one))
            elif name not in _DROPPED:
                self.read(one)
            self._add_notes()

    def _heading(self, element: Element) -> None:
        level = _heading_level(element)
        text = self._text(element).strip()
        unnumbered = attribute(element, "is-list-header") == "true"
        if text and not unnumbered:
            marker = self._headings.marker(level, started(element))
            text = f"{marker} {text}" if marker else text
        self._builder.line(text, heading=level)

    def _items(self, element: Element, outer: Counted | None, depth: int) -> list[_Item]:
        """The paragraphs of a list with their markers."""
        counted = self._counted(element, outer)
        lines: list[_Item] = []
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            marked = local(item) == "list-header"
            for one in item:
                if local(one) == "list":
                    lines += self._items(one, counted, depth + 1)
                elif local(one) in ("p", "h"):
                    text = self._text(one).strip()
                    if not marked:
                        marker = counted.marker(depth + 1, started(item))
                        text = f"{marker} {text}".strip() if text else ""
                        marked = True
                    heading = _heading_level(one) if local(one) == "h" else 0
                    lines.append(_Item(text, 0 if heading else depth, heading))
        return lines

    def _counted(self, element: Element, outer: Counted | None) -> Counted:
        """The numbers of a list: its outer list's, those of the list that it goes on, or new ones."""
        name = attribute(element, "style-name") or (None if outer else self._inherited(element))
        if outer is not None and name is None:
            return outer
        goes_on = attribute(element, "continue-list")
        found = self._lists.get(goes_on) if goes_on else None
        if found is None and attribute(element, "continue-numbering") == "true":
            found = self._last.get(name or "")
        if found is None:
            found = self._styles.counted(name or "-")
            if outer is not None:
                found.values.update(outer.values)
        self._lists[attribute(element, "id") or ""] = found
        self._last[name or ""] = found
        return found

    def _inherited(self, element: Element) -> str | None:
        first = next((one for one in element.iter() if local(one) == "p"), None)
        return self._styles.of_paragraph(attribute(first, "style-name"))

    def _rows(self, table: Element) -> list[list[list[str]]]:
        rows: list[list[list[str]]] = []
        for one in table:
            if local(one) == "table-row":
                rows.append([self._cell(cell) for cell in children(one, "table-cell")])
            elif local(one) in _ROW_GROUPS:
                rows += self._rows(one)
        return rows

    def _cell(self, element: Element) -> list[str]:
        """The paragraphs of a cell, those of lists and tables inside it among them."""
        texts: list[str] = []
        for one in element:
            name = local(one)
            if name in ("p", "h"):
                texts.append(self._text(one))
            elif name == "list":
                texts += [item.text for item in self._items(one, None, 0)]
            elif name not in _DROPPED:
                texts += self._cell(one)
        return texts

    def _text(self, element: Element) -> str:
        parts: list[str] = []
        self._walk(element, parts)
        return "".join(parts)

    def _walk(self, element: Element, parts: list[str]) -> None:
        parts.append(_SPACES.sub(" ", element.text or ""))
        for one in element:
            name = local(one)
            if name == "s":
                parts.append(" " * min(started(one, "c") or 1, _MOST_SPACES))
            elif name == "tab":
                parts.append("\t")
            elif name == "line-break":
                parts.append("\n")
            elif name == "note":
                self._remember(one)
            elif name == "text-box":
                self._waiting += [text for text in self._cell(one) if text.strip()]
            elif name not in _DROPPED:
                self._walk(one, parts)
            parts.append(_SPACES.sub(" ", one.tail or ""))

    def _remember(self, note: Element) -> None:
        for body in children(note, "note-body"):
            text = " ".join(filter(str.strip, self._cell(body))).strip()
            if text:
                self._noted += 1
                self._waiting.append(f"{note_mark(self._noted)} {text}")

    def _add_notes(self) -> None:
        for text in self._waiting:
            self._builder.line(text)
        self._waiting.clear()


def _heading_level(element: Element) -> int:
    return started(element, "outline-level") or 1
