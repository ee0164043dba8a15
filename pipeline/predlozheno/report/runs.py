"""Reads a run folder back: its records, its table, its documents, its sources."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from predlozheno.errors import UsageError
from predlozheno.records.folder import (
    CANONICAL,
    DOCUMENTS,
    FAILURES,
    MANIFEST,
    RUNS,
    SOURCES,
    TABLE,
    source_path,
)
from predlozheno.records.schema import Proposal
from predlozheno.records.table import to_frame
from predlozheno.records.writers import jsonl

_AGAIN = "Make one with `predlozheno extract INPUT...`"


@dataclass(frozen=True)
class FinishedRun:
    """A complete run folder; its files are read when first asked for."""

    folder: Path

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """All records, in the order of the documents' paths and of the text."""
        return tuple(jsonl.records(self.folder / f"{TABLE}.{CANONICAL}"))

    @cached_property
    def table(self) -> pd.DataFrame:
        """One row a record, with the columns of `records.table`."""
        return to_frame(self.proposals)

    @cached_property
    def documents(self) -> pd.DataFrame:
        """One row a document that was read."""
        return pd.DataFrame(self._rows(DOCUMENTS))

    @cached_property
    def failures(self) -> pd.DataFrame:
        """One row an input that could not be read, with the reason and what to do."""
        rows = self._rows(FAILURES)
        return pd.DataFrame(rows, columns=["document", "error", "message", "hint"])

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What was asked for, with what version and models, and the counts."""
        manifest: dict[str, Any] = json.loads(self._text(self.folder / MANIFEST))
        return manifest

    def source(self, document: str) -> str:
        """The text that the offsets of the document's records point into."""
        return self._text(self.folder / SOURCES / source_path(document))

    def _rows(self, name: str) -> list[dict[str, Any]]:
        # Not splitlines(): a text may hold U+2028, which JSON leaves as it is.
        lines = self._text(self.folder / name).split("\n")
        return [json.loads(line) for line in lines if line]

    def _text(self, path: Path) -> str:
        return path.read_bytes().decode()


def load_run(folder: Path | str) -> FinishedRun:
    """The run in `folder`.

    Raises:
        UsageError: where the folder holds no finished run.
    """
    if not Path(folder).exists():
        raise UsageError(f"{folder}: there is no such folder", hint=_AGAIN)
    if not Path(folder, MANIFEST).is_file():
        raise UsageError(f"{folder}: holds no finished run (no {MANIFEST})", hint=_AGAIN)
    return FinishedRun(Path(folder))


def latest_run(runs: Path | str = RUNS) -> FinishedRun:
    """The run below `runs` that was finished last.

    Raises:
        UsageError: where there is none.
    """
    finished = _finished(Path(runs))
    if not finished:
        raise UsageError(f"{runs}: holds no finished run", hint=_AGAIN)
    return FinishedRun(finished[-1])


def previous_run(run: FinishedRun) -> FinishedRun | None:
    """The run beside `run` that was finished last before it, or None."""
    folder = run.folder.resolve()
    finished = _finished(folder.parent)
    before = finished[: finished.index(folder)] if folder in finished else []
    return FinishedRun(before[-1]) if before else None


def _finished(runs: Path) -> list[Path]:
    """The finished runs below a folder, in the order in which they were finished."""
    manifests = sorted(runs.glob(f"*/{MANIFEST}"), key=lambda path: path.stat().st_mtime_ns)
    return [path.parent for path in manifests]
