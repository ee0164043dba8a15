"""The run folder: which files it holds, and how they get there."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from predlozheno.errors import OutputError
from predlozheno.records import writers
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
from predlozheno.runs.atomic import cannot_write, remove, replacing, write_bytes, write_lines
from predlozheno.runs.failures import Failure
from predlozheno.runs.lock import LOCK
from predlozheno.runs.store import STORE


def new_folder() -> Path:
    """The folder of a run that names none: below `outputs/runs`, called by the time (UTC)."""
    return RUNS / datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")


class RunFolder:
    """A folder that a run writes. Its files appear whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sources = path / SOURCES

    def is_begun(self) -> bool:
        """Whether an earlier run has done anything here."""
        return (self.path / STORE).is_file()

    def create(self) -> None:
        """Makes the folder where it is not there.

        Raises:
            OutputError: where it cannot be made, or holds what no run has put there.
        """
        if self.path.is_file():
            raise OutputError(
                f"{self.path}: is a file, not a folder", hint="Name a folder with --out"
            )
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            foreign = any(self.path.iterdir()) and not (self.path / LOCK).exists()
        except OSError as error:
            raise cannot_write(self.path, error) from error
        if foreign:
            raise OutputError(
                f"{self.path}: holds files that are not of a run",
                hint="Name a new or empty folder, or that of an earlier run, with --out",
            )

    def table(self, suffix: str) -> Path:
        """Where the table of one format lies."""
        return self.path / f"{TABLE}.{suffix}"

    def clear(self) -> None:
        """Takes away the tables of an earlier run: a folder with a manifest is whole and of one run.

        What the run remembers of each document stays, and so do the sources.
        """
        try:
            for suffix in writers.formats():
                remove(self.table(suffix))
            for name in (MANIFEST, DOCUMENTS, FAILURES):
                (self.path / name).unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(self.path, error) from error

    def write_source(self, document: str, source: str) -> None:
        """Writes the text that offsets point into, byte for byte: line ends stay what they are."""
        # Its length is remembered and looked at by the next run, so waiting for the disk is not needed.
        write_bytes(self._source(document), source.encode(), synced=False)

    def holds_source(self, document: str, size: int) -> bool:
        """Whether the document's text lies here, as many bytes long as it was written."""
        try:
            return self._source(document).stat().st_size == size
        except OSError:
            return False

    def sweep_sources(self, documents: Iterable[str]) -> None:
        """Takes away every source but those of `documents`, and folders that are empty then."""
        wanted = {os.path.normcase(self._source(name)) for name in documents}
        for place, _, names in os.walk(self.sources, topdown=False):
            for name in names:
                if os.path.normcase(Path(place, name)) not in wanted:
                    Path(place, name).unlink()
            with suppress(OSError):
                Path(place).rmdir()

    def write_proposals(
        self, proposals: Callable[[], Iterable[Proposal]], formats: Sequence[str], lang: str
    ) -> None:
        """Writes the canonical JSONL, and the table in each of `formats`.

        Args:
            proposals: gives the records anew each time it is called.
            formats: names of the writers' registry.
            lang: of the formats made for people.
        """
        for suffix in dict.fromkeys((CANONICAL, *formats)):
            with replacing(self.table(suffix)) as temporary:
                writers.write(proposals(), temporary, lang=lang)

    def write_documents(self, rows: Iterable[dict[str, Any]]) -> None:
        """Writes `documents.jsonl`."""
        write_lines(self.path / DOCUMENTS, map(_as_json, rows))

    def write_failures(self, failures: Iterable[Failure]) -> None:
        """Writes `failures.jsonl`, empty where nothing failed."""
        rows = (_as_json(asdict(failure)) for failure in failures)
        write_lines(self.path / FAILURES, rows)

    def write_manifest(self, manifest: dict[str, Any]) -> None:
        """Writes `manifest.json`; it comes last, so a folder that has it is complete."""
        text = json.dumps(manifest, ensure_ascii=False, indent=2)
        write_lines(self.path / MANIFEST, [text])

    def _source(self, document: str) -> Path:
        return self.sources / source_path(document)


def _as_json(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)
