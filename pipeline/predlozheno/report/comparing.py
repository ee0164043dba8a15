"""What is not the same in two runs over the same minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from predlozheno.records.schema import Proposal
from predlozheno.report.runs import FinishedRun

# Which rule found it, and how sure it is, does not change what a record says.
_UNSEEN = {"id", "rule", "confidence", "outcome"}


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is there before, or after, or both and not the same."""

    before: Proposal | None
    after: Proposal | None

    @property
    def shown(self) -> Proposal:
        """The record as it comes to be, or as it was where it goes."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change has a record on at least one side")
        return record

    @property
    def name(self) -> str:
        """«added», «removed» or «changed»."""
        if self.before is None:
            return "added"
        return "changed" if self.after else "removed"

    @property
    def fields(self) -> list[str]:
        """The fields that are not the same, in the order of the schema; none where a side is missing."""
        if self.before is None or self.after is None:
            return []
        before, after = (record.model_dump(exclude=_UNSEEN) for record in (self.before, self.after))
        return [field for field in before if before[field] != after[field]]


def compare(before: Sequence[Proposal], after: Sequence[Proposal]) -> list[Change]:
    """The records of one document that are not the same, in the order of the text.

    Records are held to be one where their id is, or else where their contents share words.
    """
    news = {record.id: record for record in after}
    changes = [Change(one, news.pop(one.id)) for one in before if one.id in news]
    paired = {change.before.id for change in changes if change.before}
    for record in before:
        if record.id in paired:
            continue
        partner = next((one for one in news.values() if _overlap(record, one)), None)
        if partner is not None:
            del news[partner.id]
        changes.append(Change(record, partner))
    changes = [change for change in changes if change.after is None or change.fields]
    changes += [Change(None, record) for record in news.values()]
    return sorted(changes, key=lambda change: change.shown.content.start)


def compare_runs(before: FinishedRun, after: FinishedRun) -> pd.DataFrame:
    """The records that are not the same in two runs, by document and in the order of the text.

    Returns:
        a row each: `change` (added, removed, changed), `document`, `kind`, `content`, what `fields`
        differ, and the `before` and `id` (of the record as it comes to be, or as it was).
    """
    old, new = _by_document(before.proposals), _by_document(after.proposals)
    rows = [
        {
            "change": change.name,
            "document": document,
            "kind": change.shown.kind.value,
            "content": change.shown.content.text,
            "fields": ", ".join(change.fields),
            "before": change.before.content.text if change.before and change.after else "",
            "id": change.shown.id,
        }
        for document in sorted({*old, *new})
        for change in compare(old.get(document, []), new.get(document, []))
    ]
    columns = ["change", "document", "kind", "content", "fields", "before", "id"]
    return pd.DataFrame(rows, columns=columns)


def _by_document(proposals: Sequence[Proposal]) -> dict[str, list[Proposal]]:
    found: dict[str, list[Proposal]] = {}
    for record in proposals:
        found.setdefault(record.document, []).append(record)
    return found


def _overlap(one: Proposal, other: Proposal) -> bool:
    return one.content.start < other.content.end and other.content.start < one.content.end
