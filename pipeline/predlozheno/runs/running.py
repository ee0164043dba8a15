"""A run: every input into one run folder, whatever becomes of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from predlozheno.errors import UsageError
from predlozheno.extractor import Extractor, load
from predlozheno.records import writers
from predlozheno.records.folder import CANONICAL
from predlozheno.records.schema import SCHEMA_VERSION, Kind, Proposal
from predlozheno.resources import fingerprint, models_dir
from predlozheno.runs.failures import Failure
from predlozheno.runs.folder import RunFolder, new_folder
from predlozheno.runs.inputs import Input, Inputs, collect
from predlozheno.runs.lock import locked
from predlozheno.runs.processing import Processed, process


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked for; told in its manifest.

    Attributes:
        inputs: files, folders and globs.
        formats: of the tables to write besides the JSONL.
        kinds: of the records to keep; all where empty.
        models, frames, rules_only: as for `predlozheno.load`.
    """

    inputs: tuple[str, ...]
    formats: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    models: Path | None = None
    frames: Path | None = None
    rules_only: bool = False

    def __post_init__(self) -> None:
        tables = [name for name in writers.formats() if name != CANONICAL]
        _refuse_unknown("format", self.formats, tables)
        _refuse_unknown("kind", self.kinds, [kind.value for kind in Kind])


@dataclass(slots=True)
class Run:
    """What a run came to."""

    folder: Path
    proposals: list[Proposal] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    skipped: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)


Progress = Callable[[int, int], None]


def run(options: Options, out: Path | None = None, *, progress: Progress | None = None) -> Run:
    """Extracts all inputs and writes the run folder.

    Args:
        options: what is asked for.
        out: the run folder; a new one below `outputs/runs` where None.
        progress: called with documents done and documents in all, at the start and after each.

    Raises:
        UsageError: where the inputs are none, or name what is not there.
        ModelsError: where models or frame files are damaged.
        OutputError: where the folder cannot be written, or another run is using it.
    """
    inputs = collect(options.inputs)
    extractor = load(options.models, options.frames, rules_only=options.rules_only)
    folder = RunFolder(out or new_folder())
    folder.create()
    with locked(folder.path):
        folder.clear()
        result = _extract_all(extractor, inputs, options, folder, progress)
        folder.write_documents(result.documents)
        folder.write_failures(result.failures)
        folder.write_proposals(result.proposals, options.formats)
        folder.write_manifest(_manifest(options, result))
    return result


def _extract_all(
    extractor: Extractor,
    inputs: Inputs,
    options: Options,
    folder: RunFolder,
    progress: Progress | None,
) -> Run:
    result = Run(folder.path, failures=list(inputs.failures), skipped=len(inputs.skipped))
    first_with: dict[str, str] = {}
    total = len(inputs.files)
    if progress:
        progress(0, total)
    for done, one in enumerate(_outcomes(extractor, inputs.files, options), 1):
        if isinstance(one, Failure):
            result.failures.append(one)
        else:
            name = one.row["document"]
            original = first_with.setdefault(one.source, name)
            same = original if original != name else None
            result.documents.append({**one.row, "same_text_as": same})
            result.proposals += one.proposals
            result.outcomes += one.outcomes
            folder.write_source(name, one.source)
        if progress:
            progress(done, total)
    result.failures.sort(key=lambda failure: failure.document)
    return result


def _outcomes(
    extractor: Extractor, files: Sequence[Input], options: Options
) -> Iterator[Processed | Failure]:
    kinds = frozenset(options.kinds)
    for entry in files:
        yield process(extractor, entry, kinds)


def _manifest(options: Options, result: Run) -> dict[str, Any]:
    from predlozheno import __version__

    kinds = Counter(proposal.kind.value for proposal in result.proposals)
    refused = {
        name.removeprefix("refused: "): count
        for name, count in sorted(result.outcomes.items())
        if name.startswith("refused: ")
    }
    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "models": fingerprint(models_dir(options.models)),
        "frames": fingerprint(options.frames) if options.frames else None,
        "options": {
            "inputs": list(options.inputs),
            "formats": list(options.formats),
            "kinds": list(options.kinds),
            "rules_only": options.rules_only,
        },
        "counts": {
            "documents": len(result.documents),
            "skipped": result.skipped,
            "failed": len(result.failures),
            "records": {kind.value: kinds[kind.value] for kind in Kind},
            "trigger_sentences": {
                "taken": result.outcomes["record"],
                "refused": refused,
                "undecided": result.outcomes["undecided"],
            },
        },
    }


def _refuse_unknown(what: str, given: Sequence[str], known: Sequence[str]) -> None:
    if unknown := [name for name in given if name not in known]:
        raise UsageError(
            f"unknown {what} {', '.join(map(repr, unknown))}", hint=f"Known: {', '.join(known)}"
        )
