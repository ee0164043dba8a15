"""XLSX for people: frozen header, filter, widths, dates as dates, links to sources, no live formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from predlozheno.records.captions import captions, shown
from predlozheno.records.folder import SOURCES, TABLE, source_path
from predlozheno.records.schema import Proposal
from predlozheno.records.table import COLUMNS, Cell, Column

_FIRST_YEAR = 1900
_MAX_ROWS = 1_048_575
_MAX_LINKS = 65_530
_MAX_LINK = 2_000
_MAX_CHARACTERS = 32_767
_WIDTHS = {
    "content": 60,
    "evidence": 60,
    "purpose": 40,
    "section": 30,
    "document": 24,
    "outcome": 24,
    "rule": 28,
}
_PARTY_WIDTH, _DEFAULT_WIDTH = 28, 14
_PARTY_FIELDS = {"proposers", "targets"}
_SHEETS = {"en": TABLE, "ru": "предложения"}
# What would end or divert the link; letters of any script may stand in it as they are.
_NOT_IN_LINKS = re.compile(r"[%#\[\]^`{} ]")


def write(proposals: Iterable[Proposal], path: Path, lang: str = "en") -> None:
    """Writes the table as the records come, each document linked to its text below `sources/`.

    What one sheet cannot hold goes on in a second one. A text longer than a cell may be is cut and
    ends in «…».
    """
    import xlsxwriter

    options = {"default_date_format": "yyyy-mm-dd", "constant_memory": True}
    with xlsxwriter.Workbook(path, options) as book:
        # The same records give the same bytes, whenever they are written.
        book.set_properties({"created": datetime(2000, 1, 1)})
        for number, records in enumerate(_sheetfuls(proposals), 1):
            name = _SHEETS[lang] if number == 1 else f"{_SHEETS[lang]} {number}"
            _fill(book, name, records, lang)


def _sheetfuls(proposals: Iterable[Proposal]) -> Iterator[Iterator[Proposal]]:
    """The records of each sheet; an empty table has a sheet, too."""
    records = iter(proposals)
    first = list(islice(records, 1))
    while True:
        yield islice(chain(first, records), _MAX_ROWS)
        first = list(islice(records, 1))
        if not first:
            return


def _fill(book: Any, name: str, records: Iterator[Proposal], lang: str) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for number, column in enumerate(COLUMNS):
        width = _WIDTHS.get(column.name)
        if width is None:
            width = _PARTY_WIDTH if column.field in _PARTY_FIELDS else _DEFAULT_WIDTH
        sheet.set_column(number, number, width, wrapped)
    sheet.freeze_panes(1, 0)
    for number, caption in enumerate(captions(lang)):
        sheet.write_string(0, number, caption, bold)
    row = 0
    for row, record in enumerate(records, 1):
        for number, column in enumerate(COLUMNS):
            value = column.cell(record)
            if column.name == "document" and row <= _MAX_LINKS:
                _write_link(sheet, row, number, record.document)
            else:
                _write_cell(sheet, row, number, column, value, lang)
    sheet.autofilter(0, 0, max(row, 1), len(COLUMNS) - 1)


def _write_link(sheet: Any, row: int, number: int, document: str) -> None:
    target = f"{SOURCES}/{source_path(document)}"
    link = _NOT_IN_LINKS.sub(lambda found: f"%{ord(found[0]):02X}", target)
    if len(link) > _MAX_LINK:
        sheet.write_string(row, number, _cut(document))
    else:
        sheet.write_url(row, number, f"external:{link}", string=_cut(document))


def _write_cell(sheet: Any, row: int, number: int, column: Column, value: Cell, lang: str) -> None:
    if value is None:
        return
    if isinstance(value, date) and value.year >= _FIRST_YEAR:
        sheet.write_datetime(row, number, datetime(value.year, value.month, value.day))
    elif isinstance(value, bool):
        sheet.write_boolean(row, number, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, number, value)
    else:
        # write() would guess: «=1+1» a formula, an address a link. A string stays a string.
        sheet.write_string(row, number, _cut(shown(column, value, lang)))


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_CHARACTERS else text[: _MAX_CHARACTERS - 1] + "…"
