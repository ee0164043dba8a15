"""Records become a pandas table, one row each; the columns follow the schema of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from predlozheno.records.schema import (
    Kind,
    Party,
    Polarity,
    Proposal,
    Role,
    Span,
    Status,
    TimingType,
)

if TYPE_CHECKING:
    import pandas as pd

SEPARATOR = "; "
SECTION_SEPARATOR = " / "

Cell = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table.

    Attributes:
        name: the caption.
        field: the field of the record that it is taken from.
        dtype: of the pandas column; "category" where `values` lists what it may hold.
        cell: the value of one record; None (never an empty text) where the record has none.
        values: of a category, in the order of the schema.
    """

    name: str
    field: str
    dtype: str
    cell: Callable[[Proposal], Cell]
    values: tuple[str, ...] = ()


def to_frame(proposals: Iterable[Proposal]) -> pd.DataFrame:
    """The table of `proposals`, in their order, with the dtypes of `COLUMNS` even where it is empty."""
    import pandas as pd

    records = list(proposals)
    return pd.DataFrame(
        {
            column.name: pd.Series(
                [column.cell(record) for record in records], dtype=_dtype(column)
            )
            for column in COLUMNS
        }
    )


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """A table of the right columns, as text or with other dtypes, with the dtypes of `COLUMNS`."""
    return table.astype({column.name: _dtype(column) for column in COLUMNS})


def _dtype(column: Column) -> Any:
    import pandas as pd

    return pd.CategoricalDtype(list(column.values)) if column.values else column.dtype


def _text(field: str) -> Column:
    """A field that is a text, or a span that stands with its words."""

    def cell(record: Proposal) -> Cell:
        value = getattr(record, field)
        return (value.text if isinstance(value, Span) else value) or None

    return Column(field, field, "string", cell)


def _value(field: str, dtype: str) -> Column:
    return Column(field, field, dtype, lambda record: getattr(record, field))


def _choice(field: str, choices: type[StrEnum]) -> Column:
    values = tuple(choice.value for choice in choices)
    return Column(field, field, "category", lambda record: getattr(record, field).value, values)


def _joined(parts: Iterable[str], separator: str = SEPARATOR) -> str | None:
    return separator.join(parts) or None


def _names(parties: Iterable[Party]) -> str | None:
    return _joined(party.name for party in parties)


def _with_role(name: str, role: Role) -> Column:
    return Column(
        name,
        "targets",
        "string",
        lambda record: _names(target for target in record.targets if target.role is role),
    )


def _timed(kind: TimingType) -> Column:
    return Column(
        kind.value,
        "timing",
        "string",
        lambda record: _joined(timing.text for timing in record.timing if timing.type is kind),
    )


def _deadline_date(record: Proposal) -> date | None:
    """The first deadline that is told to the day."""
    for timing in record.timing:
        if timing.type is TimingType.DEADLINE and timing.value:
            try:
                return date.fromisoformat(timing.value)
            except ValueError:
                continue
    return None


def _voted(name: str, field: str) -> Column:
    return Column(
        name, "vote", "Int64", lambda record: getattr(record.vote, field) if record.vote else None
    )


def _meeting_date(record: Proposal) -> str | None:
    return (record.meeting.date if record.meeting else None) or None


COLUMNS = (
    _text("id"),
    _text("document"),
    Column("meeting_date", "meeting", "string", _meeting_date),
    Column(
        "section", "section", "string", lambda record: _joined(record.section, SECTION_SEPARATOR)
    ),
    _text("item"),
    _text("speaker"),
    _choice("kind", Kind),
    _choice("status", Status),
    _choice("polarity", Polarity),
    _value("procedural", "bool"),
    Column("proposers", "proposers", "string", lambda record: _names(record.proposers)),
    _with_role("addressees", Role.ADDRESSEE),
    _with_role("executors", Role.EXECUTOR),
    _with_role("established", Role.ESTABLISHED),
    _with_role("reformed", Role.REFORMED),
    _with_role("joined", Role.JOINED),
    _with_role("hosts", Role.HOST),
    _with_role("partners", Role.PARTNER),
    _text("content"),
    _text("action"),
    _text("purpose"),
    _timed(TimingType.DEADLINE),
    Column("deadline_date", "timing", "datetime64[s]", _deadline_date),
    _timed(TimingType.PERIOD),
    _timed(TimingType.RECURRENCE),
    _voted("vote_for", "for_"),
    _voted("vote_against", "against"),
    _voted("vote_abstained", "abstained"),
    _text("outcome"),
    _text("evidence"),
    _value("page", "Int64"),
    Column("start", "content", "Int64", lambda record: record.content.start),
    Column("end", "content", "Int64", lambda record: record.content.end),
    _value("rule", "string"),
    _value("confidence", "float64"),
)
