"""XLSX for people: frozen header, filter, sensible widths, dates as dates, and no live formulas."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from predlozheno.errors import OutputError
from predlozheno.records.schema import Proposal
from predlozheno.records.table import COLUMNS, to_frame

if TYPE_CHECKING:
    import pandas as pd

_FIRST_YEAR = 1900
_MAX_RECORDS = 1_048_575
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


def write(proposals: Iterable[Proposal], path: Path) -> None:
    """Writes the table as one sheet. A text longer than a cell may be is cut and ends in «…».

    Raises:
        OutputError: where there are more records than a sheet has rows.
    """
    import xlsxwriter

    if len(proposals) > _MAX_RECORDS:
        raise OutputError(
            f"{path}: a sheet holds {_MAX_RECORDS} records at most, these are {len(proposals)}",
            hint="Ask for csv or parquet, or for some kinds only with --kinds",
        )
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        # The same records give the same bytes, whenever they are written.
        book.set_properties({"created": datetime(2000, 1, 1)})
        _fill(book, to_frame(proposals))


def _fill(book: Any, table: pd.DataFrame) -> None:
    sheet = book.add_worksheet("proposals")
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for number, column in enumerate(COLUMNS):
        width = _WIDTHS.get(column.name)
        if width is None:
            width = _PARTY_WIDTH if column.field in _PARTY_FIELDS else _DEFAULT_WIDTH
        sheet.set_column(number, number, width, wrapped)
        sheet.write_string(0, number, column.name, bold)
    for row, values in enumerate(table.itertuples(index=False), 1):
        for number, value in enumerate(values):
            _write_cell(sheet, row, number, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table), 1), len(COLUMNS) - 1)


def _write_cell(sheet: Any, row: int, column: int, value: Any) -> None:
    import pandas as pd

    if value is pd.NA or value is pd.NaT:
        return
    if isinstance(value, str):
        # write() would guess: «=1+1» a formula, an address a link. A string stays a string.
        cut = value if len(value) <= _MAX_CHARACTERS else value[: _MAX_CHARACTERS - 1] + "…"
        sheet.write_string(row, column, cut)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, pd.Timestamp) and value.year < _FIRST_YEAR:
        sheet.write_string(row, column, value.date().isoformat())
    elif isinstance(value, pd.Timestamp):
        sheet.write_datetime(row, column, value.to_pydatetime())
    else:
        sheet.write_number(row, column, value)
