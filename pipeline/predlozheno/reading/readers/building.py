"""Collects what a reader finds in a marked-up file, line by line, into a Document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.characters import is_blank
from predlozheno.reading.readers.limits import Limits

Cell = Sequence[str]

_LONGEST_HEADING = 200
_SPACES = re.compile(r"\s+")
_INDENT = "    "
# Tables that only arrange a page have whole paragraphs in their cells.
_MOST_PARAGRAPHS = 3
_LONGEST_LABEL = 40


class Builder:
    """The text of a document as it grows.

    Args:
        limits: of these, how many characters the text may come to.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lines: list[str] = []
        self._size = 0
        self._headings: list[tuple[int, int]] = []

    def line(self, text: str, *, depth: int = 0, heading: int = 0) -> None:
        """Adds a paragraph; `text` may hold line ends, and may be empty for an empty line.

        Args:
            text: its words, with a list marker where it has one.
            depth: of the list it stands in, 0 outside of lists and in an outermost list.
            heading: its level as a heading, from 1; 0 where it is none.

        Raises:
            ReadError: where the text becomes too long.
        """
        text = text.strip(" \t\n\r\f\v")
        if text and depth:
            text = _INDENT * min(depth, 9) + text
        if heading and 0 < len(text) <= _LONGEST_HEADING and "\n" not in text:
            self._headings.append((self._size, heading))
        self._lines.append(text)
        self._size += len(text) + 1
        self._limits.refuse_characters(self._size)

    def table(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Adds a table, given as rows of cells of paragraphs.

        A table of one column, or with many paragraphs in a cell, only arranges the page and becomes
        paragraphs; any other becomes rows «| … | … |».

        Raises:
            ReadError: where the text becomes too long.
        """
        filled = [[[text for text in cell if text.strip()] for cell in row] for row in rows]
        arranged = all(sum(map(bool, row)) <= 1 for row in filled) or any(
            len(cell) > _MOST_PARAGRAPHS for row in filled for cell in row
        )
        for row in filled:
            if arranged:
                self._arranged(row)
            elif any(row):
                cells = (_SPACES.sub(" ", " ".join(cell)).strip() for cell in row)
                self.line(f"| {' | '.join(text.replace('|', '¦') for text in cells)} |")

    def _arranged(self, row: Sequence[Cell]) -> None:
        """«СЛУШАЛИ:» in one cell and what was heard in the next read as one line."""
        paragraphs = [text.strip() for cell in row for text in cell]
        if len(paragraphs) > 1 and paragraphs[0].endswith(":") and len(row[0]) == 1:
            label, first, *others = paragraphs
            if len(label) <= _LONGEST_LABEL:
                paragraphs = [f"{label} {first}", *others]
        for text in paragraphs:
            self.line(text)

    def document(self, form: str, encoding: str | None = None) -> Document:
        """What was collected; the last line has its end.

        Args:
            form: the name of the reader.
            encoding: of a format that is text.

        Raises:
            ReadError: where there is nothing but white space.
        """
        source = "".join(f"{line}\n" for line in self._lines)
        if is_blank(source):
            raise ReadError(
                "the file holds no text",
                hint="If it shows pictures of pages, recognise the text first (OCR)",
            )
        return Document(
            name="", source=source, format=form, encoding=encoding, headings=tuple(self._headings)
        )
