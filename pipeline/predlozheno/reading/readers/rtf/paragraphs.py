"""Puts the text of an RTF file together: paragraphs, cells, rows, and the notes behind them."""

from __future__ import annotations

from predlozheno.reading.readers.building import Builder
from predlozheno.reading.readers.characters import whole
from predlozheno.reading.readers.numerals import note_mark


class Paragraphs:
    """Takes text and ends of paragraphs, cells and rows; gives lines and tables to a builder."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._parts: list[str] = []
        self._cell: list[str] = []
        self._row: list[list[str]] = []
        self._rows: list[list[list[str]]] = []
        self._notes: list[str] = []
        self._noted = 0

    def add(self, text: str) -> None:
        """Goes on the open paragraph."""
        self._parts.append(text)

    def note(self, text: str) -> None:
        """Keeps a foot- or endnote for the end of the open paragraph or table."""
        if words := " ".join(whole(text).split()):
            self._noted += 1
            self._notes.append(f"{note_mark(self._noted)} {words}")

    def end_paragraph(self, *, in_table: bool, depth: int, heading: int) -> None:
        """Ends the open paragraph, which stands in a cell or by itself.

        Raises:
            ReadError: where the text becomes too long.
        """
        text = self._take()
        if in_table:
            self._cell.append(text)
            return
        self._end_table()
        self._builder.line(text, depth=depth, heading=heading)
        self._add_notes()

    def end_cell(self) -> None:
        """Ends the open paragraph and the cell that it stands in."""
        self._cell.append(self._take())
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """Ends a row of a table."""
        self._rows.append(self._row)
        self._row = []

    def end(self) -> None:
        """Ends the document.

        Raises:
            ReadError: where the text becomes too long.
        """
        if self._cell or self._row:
            self.end_cell()
            self.end_row()
        self._end_table()
        if text := self._take():
            self._builder.line(text)
        self._add_notes()

    def _take(self) -> str:
        text = whole("".join(self._parts))
        self._parts.clear()
        return text

    def _end_table(self) -> None:
        if self._rows:
            self._builder.table(self._rows)
            self._rows = []
            self._add_notes()

    def _add_notes(self) -> None:
        for text in self._notes:
            self._builder.line(text)
        self._notes.clear()
