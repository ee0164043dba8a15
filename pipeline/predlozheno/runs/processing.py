"""One file becomes its records or a failure; whatever goes wrong with it stays with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from predlozheno.extractor import Extractor, Result
from predlozheno.reading.readers import read
from predlozheno.records.schema import Proposal
from predlozheno.runs.failures import Failure
from predlozheno.runs.inputs import Input


@dataclass(frozen=True, slots=True)
class Processed:
    """What a document came to.

    Attributes:
        row: its line of `documents.jsonl`, without what only the whole run knows.
        source: `Document.source`.
        proposals: of the kinds asked for.
        outcomes: how many triggers ended as "record", "refused: <why>", "undecided".
    """

    row: dict[str, Any]
    source: str
    proposals: tuple[Proposal, ...]
    outcomes: Counter[str]


def process(extractor: Extractor, entry: Input, kinds: frozenset[str]) -> Processed | Failure:
    """Reads and extracts one file. Never raises for anything that the document can cause.

    Args:
        extractor: loaded once for all documents.
        entry: the file.
        kinds: of the records to keep; all where empty.
    """
    try:
        result = extractor.extract(read(entry.path, name=entry.name, member=entry.member))
    except Exception as error:
        return Failure.of(entry.name, error)
    kept = tuple(one for one in result.proposals if not kinds or one.kind.value in kinds)
    return Processed(_row(result, len(kept)), result.document.source, kept, _outcomes(result))


def _row(result: Result, records: int) -> dict[str, Any]:
    document, meeting = result.document, result.segments.meeting
    return {
        "document": document.name,
        "sha256": document.sha256,
        "format": document.format,
        "encoding": document.encoding,
        "characters": len(document.source),
        "pages": len(document.pages) or None,
        "meeting": asdict(meeting) if meeting else None,
        "records": records,
    }


def _outcomes(result: Result) -> Counter[str]:
    return Counter(
        f"refused: {entry.reason.partition(':')[0]}"
        if entry.outcome == "refused"
        else entry.outcome
        for entry in result.account
    )
