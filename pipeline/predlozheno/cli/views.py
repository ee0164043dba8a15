"""How records look in a terminal, narrow or wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from predlozheno.cli.console import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from predlozheno.records.schema import Proposal

_MAX_CHARACTERS = 300
_WIDE = 120


def print_records(out: Console, proposals: Sequence[Proposal]) -> None:
    """Prints records under the names of their documents."""
    for document, records in groupby(proposals, key=lambda proposal: proposal.document):
        listed = list(records)
        meeting = listed[0].meeting
        date = f", {meeting.date}" if meeting and meeting.date else ""
        out.print(one_line(f"{document}{date}"), style="bold")
        out.print(_table(listed, wide=out.width >= _WIDE))


def _table(records: Sequence[Proposal], *, wide: bool) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, expand=True, leading=1, pad_edge=False, padding=(0, 1))
    # Widths are shares, not fitted to the words, so that the tables of all documents line up.
    columns = {"proposers": 4, "content": 8, "targets": 5}
    if wide:
        columns |= {"purpose": 4, "when": 3}
    table.add_column("kind, status", width=14)
    for name, share in columns.items():
        table.add_column(name, ratio=share, overflow="fold")
    for record in records:
        cells = [_kind(record), _lines(_proposers(record)), record.content.text]
        cells.append(_lines(_targets(record)))
        if wide:
            cells.append(record.purpose.text if record.purpose else "")
            cells.append(_lines(timing.text for timing in record.timing))
        table.add_row(*map(_cell, cells))
    return table


def _kind(record: Proposal) -> str:
    notes = [record.status.value]
    if record.polarity.value == "against":
        notes.append("against")
    if record.procedural:
        notes.append("procedural")
    return _lines([record.kind.value, *notes])


def _proposers(record: Proposal) -> Iterator[str]:
    yield from (party.name for party in record.proposers)


def _targets(record: Proposal) -> Iterator[str]:
    yield from (f"{target.role.value}: {target.name}" for target in record.targets)


def _lines(parts: Iterator[str] | Sequence[str]) -> str:
    return "\n".join(parts)


def _cell(text: str) -> str:
    cut = text if len(text) <= _MAX_CHARACTERS else text[: _MAX_CHARACTERS - 1] + "…"
    return "\n".join(one_line(line) for line in cut.split("\n"))
