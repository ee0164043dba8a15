"""Shows records where they stand in their source."""

from __future__ import annotations

from dataclasses import dataclass

from predlozheno.errors import UsageError
from predlozheno.records.marked import marked_html
from predlozheno.records.schema import Proposal
from predlozheno.report.runs import FinishedRun


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
