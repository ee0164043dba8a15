"""The paragraphs and tables of a docx, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from predlozheno.reading.readers.building import Builder
from predlozheno.reading.readers.docx.numbering import Numbering
from predlozheno.reading.readers.docx.runs import Inline, inline_text
from predlozheno.reading.readers.docx.styles import Styles
from predlozheno.reading.readers.markup import child, children, local
from predlozheno.reading.readers.numerals import note_mark

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HOLDING = frozenset("sdt sdtContent customXml smartTag ins moveTo txbxContent".split())


class Blocks:
    """Goes through a body and adds what it holds to a builder.

    Args:
        builder: takes the lines.
        styles, numbering: of the file.
        notes: texts of foot- and endnotes by their kind and id.
    """

    def __init__(
        self,
        builder: Builder,
        styles: Styles,
        numbering: Numbering,
        notes: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._builder = builder
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._noted = 0
        self._waiting: list[str] = []
        self._carried = ""

    def read(self, body: Element) -> None:
        """Adds the blocks of `body`, and behind each the notes that it refers to.

        Raises:
            ReadError: where the text becomes too long.
        """
        self._walk(body)
        if self._carried:
            self._builder.line(self._carried)

    def _walk(self, element: Element) -> None:
        for one in element:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._builder.table(self._rows(one))
            elif name == "AlternateContent":
                self._walk(next(children(one, "Choice"), one))
            elif name in _HOLDING:
                self._walk(one)
            self._add_notes()

    def _paragraph(self, element: Element) -> None:
        properties, found = child(element, "pPr"), inline_text(element)
        text = self._carried + found.text
        self._carried = ""
        self._remember(found)
        if child(properties, "rPr", "del") is not None:
            # Its end was deleted, so it runs on into the next paragraph.
            self._carried = text
            return
        marker, depth = self._marker(element)
        if text.strip() and marker:
            text = f"{marker} {text.strip()}"
        self._builder.line(text, depth=depth, heading=self._styles.heading(properties))
        for box in found.boxes:
            self._walk(box)

    def _marker(self, paragraph: Element) -> tuple[str, int]:
        """The list marker of a paragraph with its depth; it is counted even where no words follow."""
        place = self._styles.place(child(paragraph, "pPr"))
        if place is None:
            return "", 0
        return self._numbering.marker(place), place.level

    def _rows(self, table: Element) -> list[list[list[str]]]:
        rows: list[list[list[str]]] = []
        for row in _inside(table, "tr"):
            cells = [self._cell(cell) for cell in _inside(row, "tc")]
            if child(row, "trPr", "del") is None:
                rows.append(cells)
        return rows

    def _cell(self, element: Element) -> list[str]:
        """The paragraphs of a cell, those of tables and boxes inside it among them."""
        texts: list[str] = []
        for one in element:
            name = local(one)
            if name == "p":
                found = inline_text(one)
                marker, _ = self._marker(one)
                texts.append(f"{marker} {found.text.strip()}".strip() if found.text.strip() else "")
                self._remember(found)
                for box in found.boxes:
                    texts += self._cell(box)
            elif name in _HOLDING or name in ("tbl", "tr", "tc"):
                texts += self._cell(one)
        return texts

    def _remember(self, found: Inline) -> None:
        for kind, key in found.notes:
            if text := self._notes.get(kind, {}).get(key, "").strip():
                self._noted += 1
                self._waiting.append(f"{note_mark(self._noted)} {text}")

    def _add_notes(self) -> None:
        for text in self._waiting:
            self._builder.line(text)
        self._waiting.clear()


def _inside(element: Element, name: str) -> list[Element]:
    """The rows of a table or the cells of a row, those in content controls and changes among them."""
    found: list[Element] = []
    for one in element:
        if local(one) == name:
            found.append(one)
        elif local(one) in _HOLDING:
            found += _inside(one, name)
    return found
