"""How records look in a terminal, narrow or wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from predlozheno.cli.console import one_line
from predlozheno.records.captions import named

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from predlozheno.records.schema import Proposal

_MAX_CHARACTERS = 300
_WIDE = 120


_COLUMNS = {
    "en": ("kind, status", "proposers", "content", "targets", "purpose", "when"),
    "ru": ("вид, статус", "кто предложил", "содержание", "кому, о чём", "цель", "когда"),
}
_NOTES = {"en": ("against", "procedural"), "ru": ("против", "процедурное")}


def print_records(out: Console, proposals: Sequence[Proposal], lang: str = "en") -> None:
    """Prints records under the names of their documents, with captions and values in a language."""
    for document, records in groupby(proposals, key=lambda proposal: proposal.document):
        listed = list(records)
        meeting = listed[0].meeting
        date = f", {meeting.date}" if meeting and meeting.date else ""
        out.print(one_line(f"{document}{date}"), style="bold")
        out.print(_table(listed, lang, wide=out.width >= _WIDE))


def _table(records: Sequence[Proposal], lang: str, *, wide: bool) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, expand=True, leading=1, pad_edge=False, padding=(0, 1))
    # Widths are shares, not fitted to the words, so that the tables of all documents line up.
    first, *names = _COLUMNS[lang]
    table.add_column(first, width=14)
    for name, share in zip(names, (4, 8, 5, 4, 3) if wide else (4, 8, 5), strict=False):
        table.add_column(name, ratio=share, overflow="fold")
    for record in records:
        cells = [_kind(record, lang), _lines(_proposers(record)), record.content.text]
        cells.append(_lines(_targets(record, lang)))
        if wide:
            cells.append(record.purpose.text if record.purpose else "")
            cells.append(_lines(timing.text for timing in record.timing))
        table.add_row(*map(_cell, cells))
    return table


def _kind(record: Proposal, lang: str) -> str:
    against, procedural = _NOTES[lang]
    notes = [named(record.kind.value, lang), named(record.status.value, lang)]
    if record.polarity.value == "against":
        notes.append(against)
    if record.procedural:
        notes.append(procedural)
    return _lines(notes)


def _proposers(record: Proposal) -> Iterator[str]:
    yield from (party.name for party in record.proposers)


def _targets(record: Proposal, lang: str) -> Iterator[str]:
    yield from (f"{named(target.role.value, lang)}: {target.name}" for target in record.targets)


def _lines(parts: Iterator[str] | Sequence[str]) -> str:
    return "\n".join(parts)


def _cell(text: str) -> str:
    cut = text if len(text) <= _MAX_CHARACTERS else text[: _MAX_CHARACTERS - 1] + "…"
    return "\n".join(one_line(line) for line in cut.split("\n"))
