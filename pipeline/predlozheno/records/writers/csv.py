"""CSV for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would compute."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from predlozheno.errors import ReadError
from predlozheno.records.captions import LANGUAGES, captions, meant, shown
from predlozheno.records.schema import Proposal
from predlozheno.records.table import COLUMNS, Column, typed

if TYPE_CHECKING:
    import pandas as pd

# A spreadsheet takes a cell that begins so for a formula; the full-width forms are normalised to them.
_DANGEROUS = tuple("=+-@\t\r\n＝＋－＠'")
_GUARD = "'"
# Where the comma stands inside numbers, spreadsheets expect semicolons between cells.
_DELIMITERS = {"en": ",", "ru": ";"}


def neutralise(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet could take it for a formula."""
    return _GUARD + text if text.startswith(_DANGEROUS) else text


def restore(text: str) -> str:
    """Undoes `neutralise`."""
    return text[1:] if text.startswith(_GUARD) and text[1:].startswith(_DANGEROUS) else text


def write(proposals: Iterable[Proposal], path: Path, lang: str = "en") -> None:
    """Writes the table as the records come; an absent value is an empty cell.

    In English cells are parted by commas and booleans are True and False; in Russian by semicolons,
    with «да» and «нет» and decimal commas.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=_DELIMITERS[lang])
        writer.writerow(captions(lang))
        for record in proposals:
            writer.writerow([_written(column, record, lang) for column in COLUMNS])


def read(path: Path) -> pd.DataFrame:
    """The table that `write` was given, texts and dtypes as they were, in whichever language.

    Raises:
        ReadError: where the file is no CSV with the columns of the table.
    """
    import pandas as pd

    # A text may be longer than the 128 KiB that the module allows a cell by default.
    csv.field_size_limit(2**31 - 1)
    for lang in LANGUAGES:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, delimiter=_DELIMITERS[lang])
            if next(rows, None) == captions(lang):
                names = [column.name for column in COLUMNS]
                table = pd.DataFrame(list(rows), columns=names, dtype="object")
                for column in COLUMNS:
                    cells = table[column.name]
                    table[column.name] = [_read(column, cell, lang) for cell in cells]
                return typed(table)
    raise ReadError(
        f"{path}: not a table of proposals (its columns are others)",
        hint="Read a proposals.csv as `predlozheno extract` wrote it",
    )


def _written(column: Column, record: Proposal, lang: str) -> str:
    value = column.cell(record)
    text = shown(column, value, lang)
    return neutralise(text) if isinstance(value, str) else text


def _read(column: Column, cell: str, lang: str) -> Any:
    if not cell:
        return None
    if column.dtype == "bool":
        return cell in ("True", "да")
    if column.dtype == "Int64":
        return int(cell)
    if column.dtype == "float64":
        return float(cell.replace(",", "."))
    return meant(column, restore(cell) if column.dtype == "string" else cell, lang)
