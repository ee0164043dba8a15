"""One file becomes its records or a failure; whatever goes wrong with it stays with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any

from predlozheno.extractor import Extractor, Result
from predlozheno.reading.readers import Limits, read
from predlozheno.runs.answers import Answer
from predlozheno.runs.failures import Failure
from predlozheno.runs.inputs import Input


def process(extractor: Extractor, entry: Input, limits: Limits) -> Answer:
    """Reads and extracts one file. Never raises for anything that the document can cause.

    Args:
        extractor: loaded once for all documents.
        entry: the file.
        limits: what a reader takes on.
    """
    try:
        document = read(entry.path, name=entry.name, limits=limits, member=entry.member)
        result = extractor.extract(document)
        return Answer(
            entry.name,
            sha256=entry.archive or document.sha256,
            row=_row(result),
            source=document.source,
            records=tuple(one.to_json() for one in result.proposals),
            kinds=dict(Counter(one.kind.value for one in result.proposals)),
            outcomes=dict(_outcomes(result)),
        )
    except Exception as error:
        return Answer(entry.name, sha256=entry.digest(), failure=Failure.of(entry.name, error))


def _row(result: Result) -> dict[str, Any]:
    document, meeting = result.document, result.segments.meeting
    return {
        "document": document.name,
        "sha256": document.sha256,
        "format": document.format,
        "encoding": document.encoding,
        "characters": len(document.source),
        "pages": len(document.pages) or None,
        "meeting": asdict(meeting) if meeting else None,
    }


def _outcomes(result: Result) -> Counter[str]:
    return Counter(
        f"refused: {entry.reason.partition(':')[0]}"
        if entry.outcome == "refused"
        else entry.outcome
        for entry in result.account
    )
