"""CSV for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would compute."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from predlozheno.errors import ReadError
from predlozheno.records.schema import Proposal
from predlozheno.records.table import COLUMNS, to_frame, typed

if TYPE_CHECKING:
    import pandas as pd

# A spreadsheet takes a cell that begins so for a formula; the full-width forms are normalised to them.
_DANGEROUS = tuple("=+-@\t\r\n＝＋－＠'")
_GUARD = "'"


def neutralise(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet could take it for a formula."""
    return _GUARD + text if text.startswith(_DANGEROUS) else text


def restore(text: str) -> str:
    """Undoes `neutralise`."""
    return text[1:] if text.startswith(_GUARD) and text[1:].startswith(_DANGEROUS) else text


def write(proposals: Iterable[Proposal], path: Path) -> None:
    """Writes the table with commas; an absent value is an empty cell, booleans are True and False."""
    table = to_frame(proposals)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.columns)
        for row in table.itertuples(index=False):
            writer.writerow([_written(value) for value in row])


def read(path: Path) -> pd.DataFrame:
    """The table that `write` was given, texts and dtypes as they were.

    Raises:
        ReadError: where the file is no CSV with the columns of the table.
    """
    import pandas as pd

    # A text may be longer than the 128 KiB that the module allows a cell by default.
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    names = [column.name for column in COLUMNS]
    if not rows or rows[0] != names:
        raise ReadError(
            f"{path}: not a table of proposals (its columns are others)",
            hint="Read a proposals.csv as `predlozheno extract` wrote it",
        )
    table = pd.DataFrame(rows[1:], columns=names, dtype="object")
    for column in COLUMNS:
        table[column.name] = [_read(cell, column.dtype) for cell in table[column.name]]
    return typed(table)


def _written(value: Any) -> str:
    import pandas as pd

    if value is pd.NA or value is pd.NaT:
        return ""
    if isinstance(value, str):
        return neutralise(value)
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)


def _read(cell: str, dtype: str) -> Any:
    if not cell:
        return None
    if dtype == "bool":
        return cell == "True"
    if dtype == "Int64":
        return int(cell)
    return restore(cell) if dtype == "string" else cell
