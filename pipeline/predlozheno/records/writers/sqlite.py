"""SQLite: the records as tables that refer to one another, for questions in SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from predlozheno.errors import ReadError
from predlozheno.records.schema import Proposal
from predlozheno.records.table import to_frame
from predlozheno.records.writers.sqlite_schema import LISTS, SCHEMA, SPANS

if TYPE_CHECKING:
    import pandas as pd

_BATCH = 1_000


def write(proposals: Iterable[Proposal], path: Path) -> None:
    """Writes the records as they come; `SCHEMA` tells the tables, also inside the file."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        # A half-written file never takes the place of a whole one, so no journal need guard it.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.executescript(SCHEMA)
        numbered = enumerate(proposals, 1)
        while batch := list(islice(numbered, _BATCH)):
            _insert(connection, "proposals", [_row(number, record) for number, record in batch])
            for table, field in LISTS.items():
                parts = [part for number, record in batch for part in _parts(number, record, field)]
                _insert(connection, table, parts)
        connection.commit()


def records(path: Path) -> Iterator[Proposal]:
    """The records of a file that `write` wrote, in their order.

    Raises:
        ReadError: where the file is no such database.
    """
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            connection.row_factory = sqlite3.Row
            for row in connection.execute("SELECT * FROM proposals ORDER BY number"):
                yield Proposal.model_validate(_nested(connection, dict(row)))
    except sqlite3.Error as error:
        raise ReadError(
            f"{path}: not a database of proposals ({error})",
            hint="Read a proposals.sqlite as `predlozheno extract` wrote it",
        ) from error


def read(path: Path) -> pd.DataFrame:
    """The table of a file's records."""
    return to_frame(records(path))


def _insert(connection: sqlite3.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        names = ", ".join(f'"{name}"' for name in rows[0])
        values = ", ".join(f":{name}" for name in rows[0])
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", rows)


def _row(number: int, record: Proposal) -> dict[str, Any]:
    """The record's own row: what is nested in it stands under the joined names."""
    fields = record.model_dump(mode="json", by_alias=True, exclude=set(LISTS.values()))
    fields["content"].pop("fragments")
    fields["head"] = fields["evidence"].pop("head")
    row: dict[str, Any] = {"number": number}
    for name, value in fields.items():
        if name in SPANS:
            row |= {f"{name}_{part}": (value or {}).get(part) for part in SPANS[name]}
        else:
            row[name] = value
    return row


def _parts(number: int, record: Proposal, field: str) -> Iterator[dict[str, Any]]:
    """The rows of one of the record's lists."""
    value: Any = record.content.fragments if field == "fragments" else getattr(record, field)
    for position, part in enumerate(value, 1):
        place = {"proposal": number, "position": position}
        if field == "fragments":
            yield {**place, "start": part[0], "end": part[1]}
        elif field == "section":
            yield {**place, "heading": part}
        else:
            yield {**place, **part.model_dump(mode="json", by_alias=True)}


def _nested(connection: sqlite3.Connection, row: dict[str, Any]) -> dict[str, Any]:
    """Undoes `_row` and `_parts`."""
    number = row.pop("number")
    for name, keys in SPANS.items():
        values = {key: row.pop(f"{name}_{key}") for key in keys}
        row[name] = values if any(value is not None for value in values.values()) else None
    row["evidence"]["head"] = row.pop("head")
    for table, field in LISTS.items():
        query = f"SELECT * FROM {table} WHERE proposal = ? ORDER BY position"
        parts = [dict(part) for part in connection.execute(query, (number,))]
        for part in parts:
            del part["proposal"], part["position"]
        row[field] = parts
    row["section"] = [part["heading"] for part in row["section"]]
    row["content"]["fragments"] = [(one["start"], one["end"]) for one in row.pop("fragments")]
    return row
