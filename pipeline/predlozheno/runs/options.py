"""What a run is asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from predlozheno.errors import UsageError
from predlozheno.plugins import load_plugins
from predlozheno.reading.readers import Limits
from predlozheno.records import writers
from predlozheno.records.folder import CANONICAL
from predlozheno.records.schema import Kind
from predlozheno.runs.limits import WorkerLimits

Engine = Literal["local", "dask"]
ENGINES: tuple[str, ...] = get_args(Engine)


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked for.

    Attributes:
        inputs: files, folders and globs.
        formats: of the tables to write besides the JSONL.
        kinds: of the records to keep; all where empty.
        lang: of captions and values in the formats made for people: "en" or "ru".
        models, frames, rules_only: as for `predlozheno.load`.
        reading: what a reader takes on before it refuses a file.
        limits: what one document may take of its worker.
        workers: how many processes work at once; one a core where None. A cluster has its own.
        engine: where they run: "local", or on a "dask" cluster.
        scheduler: the cluster's address, such as tcp://10.0.0.5:8786.
    """

    inputs: tuple[str, ...]
    formats: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    lang: str = "en"
    models: Path | None = None
    frames: Path | None = None
    rules_only: bool = False
    reading: Limits = field(default_factory=Limits)
    limits: WorkerLimits = field(default_factory=WorkerLimits)
    workers: int | None = None
    engine: str = "local"
    scheduler: str | None = None

    def __post_init__(self) -> None:
        load_plugins()
        tables = [name for name in writers.formats() if name != CANONICAL]
        _refuse_unknown("format", self.formats, tables)
        _refuse_unknown("kind", self.kinds, [kind.value for kind in Kind])
        _refuse_unknown("language", [self.lang], writers.LANGUAGES)
        _refuse_unknown("engine", [self.engine], ENGINES)
        if self.workers is not None and self.workers < 1:
            raise UsageError(f"{self.workers} workers can do nothing", hint="Give 1 or more")
        if (self.engine == "dask") != (self.scheduler is not None):
            raise UsageError(
                "a cluster is named by --engine dask and --scheduler together",
                hint="For instance: --engine dask --scheduler tcp://10.0.0.5:8786",
            )


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _refuse_unknown(what: str, given: Sequence[str], known: Sequence[str]) -> None:
    if unknown := [name for name in given if name not in known]:
        raise UsageError(
            f"unknown {what} {', '.join(map(repr, unknown))}", hint=f"Known: {', '.join(known)}"
        )
