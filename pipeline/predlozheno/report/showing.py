"""Shows records where they stand in their source."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from predlozheno.errors import UsageError
from predlozheno.records.marked import marked_html
from predlozheno.records.schema import Proposal
from predlozheno.report.runs import FinishedRun

# Notebooks set all cells to the right, by rules that outweigh any other.
_LEFT = "text-align:left!important;vertical-align:top"
_STYLE = f"<style>table.predlozheno td, table.predlozheno th {{{_LEFT}}}</style>"


@dataclass(frozen=True)
class Rows:
    """Rows of a table for reading: words to the left, nothing where there is nothing."""

    table: pd.DataFrame

    def _repr_html_(self) -> str:
        filled = self.table.astype(object).where(self.table.notna(), "")
        shown = filled.to_html(index=False, border=0, classes="predlozheno")
        return f"{_STYLE}{shown}"


@dataclass(frozen=True)
class Marked:
    """Records in their text. A notebook shows it in colours."""

    source: str
    proposals: tuple[Proposal, ...]

    def _repr_html_(self) -> str:
        return marked_html(self.source, self.proposals)


def show(run: FinishedRun, what: str) -> Marked:
    """One record, or all records of a document, in the text.

    Args:
        run: a finished run.
        what: the id of a record, or the name of a document.

    Raises:
        UsageError: where the run has neither a record nor a document called so.
    """
    for found in run.proposals:
        if found.id == what:
            return Marked(run.source(found.document), (found,))
    if what in set(run.documents["document"]):
        return Marked(run.source(what), tuple(one for one in run.proposals if one.document == what))
    raise UsageError(
        f"{run.folder}: no record and no document {what!r}",
        hint="Take an id or a document from the table",
    )


def rows(table: pd.DataFrame, columns: str, most: int = 15) -> Rows:
    """The first rows of a table, for reading.

    Args:
        table: of a finished run, or a part of it.
        columns: their names, parted by spaces.
        most: how many rows.

    Raises:
        UsageError: where a column is not there.
    """
    wanted = columns.split()
    if unknown := [name for name in wanted if name not in table.columns]:
        raise UsageError(
            f"no column {', '.join(map(repr, unknown))}", hint=f"Known: {', '.join(table.columns)}"
        )
    return Rows(table[wanted].head(most))
