"""What a document came to, as one line of JSON between processes and machines."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from predlozheno.runs.failures import Failure


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one input: a document with its records, or a failure.

    Attributes:
        document: its name.
        sha256: of the file's bytes; None where they could not be read.
        failure: why there is nothing else.
        row: the document's line of `documents.jsonl`, without what only the whole run knows.
        source: `Document.source`.
        records: each as a line of JSON, in the order of the text.
        kinds: how many records of each kind.
        outcomes: how many triggers ended as "record", "refused: <why>", "undecided".
    """

    document: str
    sha256: str | None = None
    failure: Failure | None = None
    row: dict[str, Any] = field(default_factory=dict)
    source: str = ""
    records: tuple[str, ...] = ()
    kinds: dict[str, int] = field(default_factory=dict)
    outcomes: dict[str, int] = field(default_factory=dict)

    def to_json(self) -> str:
        """One line of ASCII."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str | bytes) -> Answer:
        """The answer that `to_json` wrote."""
        fields = json.loads(line)
        failure = fields.pop("failure")
        records = tuple(fields.pop("records"))
        return cls(**fields, records=records, failure=Failure(**failure) if failure else None)
