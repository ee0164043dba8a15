"""What the page needs to know of a run, without what its scripts can cut out of the texts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from predlozheno.errors import UsageError
from predlozheno.records.schema import Party, Proposal, Span, Target
from predlozheno.report.runs import FinishedRun


def page_data(run: FinishedRun) -> tuple[dict[str, Any], list[str]]:
    """The run's documents and records, ready for JSON, and the texts of the documents in order.

    Spans are `[start, end]`, offsets into the text in characters (not in the units of JavaScript);
    fields that are empty are left out. A record names its document by its number.

    Raises:
        UsageError: where the text of a document is missing.
    """
    names = [str(name) for name in run.documents.get("document", ())]
    numbers = {name: number for number, name in enumerate(names)}
    records = [_record(record, numbers) for record in run.proposals]
    meetings = {record.document: record.meeting for record in run.proposals if record.meeting}
    documents = [
        {"name": name, **(meetings[name].model_dump(exclude_none=True) if name in meetings else {})}
        for name in names
    ]
    digest = hashlib.sha256("\n".join(record.id for record in run.proposals).encode())
    data = {
        "run": run.folder.resolve().name,
        # Tells runs apart whose corrections one browser keeps.
        "key": digest.hexdigest()[:16],
        "documents": documents,
        "records": records,
    }
    return data, [_source(run, name) for name in names]


def _source(run: FinishedRun, name: str) -> str:
    try:
        return run.source(name)
    except OSError as error:
        raise UsageError(
            f"{run.folder}: the text of {name} is missing ({error.strerror})",
            hint="Run `predlozheno extract` into this folder again",
        ) from error


def _record(record: Proposal, numbers: Mapping[str, int]) -> dict[str, Any]:
    content, outcome, vote = record.content, record.outcome, record.vote
    return _filled(
        {
            "id": record.id,
            "document": numbers[record.document],
            "kind": record.kind,
            "status": record.status,
            "polarity": record.polarity,
            "procedural": record.procedural,
            "trigger": _extent(record.trigger),
            "content": content.fragments or [_extent(content)],
            "text": content.text,
            "action": record.action,
            "proposers": [_party(party) for party in record.proposers],
            "targets": [_party(party) for party in record.targets],
            "purpose": record.purpose and _extent(record.purpose),
            "timing": [
                _filled({"span": _extent(t), "type": t.type, "value": t.value, "text": t.text})
                for t in record.timing
            ],
            "outcome": outcome and _filled({"span": _extent(outcome), "by": outcome.by}),
            "vote": vote and {"span": _extent(vote), **_counts(vote)},
            "section": record.section,
            "item": record.item,
            "speaker": record.speaker,
            "evidence": _extent(record.evidence),
            "page": record.page,
            "rule": record.rule,
            "confidence": round(record.confidence, 3),
        }
    )


def _party(party: Party) -> dict[str, Any]:
    role = party.role if isinstance(party, Target) else None
    fields = {"span": _extent(party), "source": party.source, "name": party.name, "role": role}
    return _filled({**fields, "type": party.type})


def _counts(vote: Any) -> dict[str, Any]:
    return {
        name: value
        for name, value in vote.model_dump(by_alias=True).items()
        if name in {"for", "against", "abstained", "unanimous"} and value is not None
    }


def _extent(span: Span) -> list[int]:
    return [span.start, span.end]


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that say something; the number 0 does."""
    return {
        name: value
        for name, value in fields.items()
        if value or (value == 0 and value is not False)
    }
