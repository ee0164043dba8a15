"""What a run came to, for those who started it and for its manifest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from predlozheno.records.schema import Kind, Proposal
from predlozheno.runs.failures import Failure
from predlozheno.runs.fingerprint import Setup
from predlozheno.runs.options import Options

# So many records and failures are kept to be shown; all the rest stays in the folder.
SHOWN = 40


@dataclass(slots=True)
class Run:
    """What a run came to.

    Attributes:
        folder: the run folder.
        documents: how many were read, now or by an earlier run into the folder.
        reused: how many inputs were known from an earlier run, and not touched.
        failed: how many inputs failed.
        skipped: how many files were left out as known junk.
        repeated: how many documents have the text of another.
        kinds: how many records there are of each kind.
        outcomes: how many triggers ended as "record", "refused: <why>", "undecided".
        first: the first records.
        failures: the first failures.
    """

    folder: Path
    documents: int = 0
    reused: int = 0
    failed: int = 0
    skipped: int = 0
    repeated: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    first: list[Proposal] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def manifest(options: Options, result: Run) -> dict[str, Any]:
    """What stands in `manifest.json`.

    Nothing in it tells how the run was worked off (how many workers, how often it was ended and gone
    on with): the same inputs and options give the same folder, byte for byte.
    """
    refused = {
        name.removeprefix("refused: "): count
        for name, count in sorted(result.outcomes.items())
        if name.startswith("refused: ")
    }
    return {
        **Setup.of(options).parts(),
        "options": {
            "inputs": sorted(options.inputs),
            "formats": list(options.formats),
            "kinds": list(options.kinds),
            "lang": options.lang,
            "rules_only": options.rules_only,
        },
        "counts": {
            "documents": result.documents,
            "repeated_texts": result.repeated,
            "skipped": result.skipped,
            "failed": result.failed,
            "records": {kind.value: result.kinds[kind.value] for kind in Kind},
            "trigger_sentences": {
                "taken": result.outcomes["record"],
                "refused": refused,
                "undecided": result.outcomes["undecided"],
            },
        },
    }
