"""A run: every input into one run folder, whatever becomes of each."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from predlozheno.runs.answers import Answer
from predlozheno.runs.failures import Failure
from predlozheno.runs.fingerprint import Setup
from predlozheno.runs.folder import RunFolder, new_folder
from predlozheno.runs.inputs import Input, Inputs, collect
from predlozheno.runs.lock import locked
from predlozheno.runs.options import Options
from predlozheno.runs.results import SHOWN, Run, manifest
from predlozheno.runs.store import Store, opened
from predlozheno.runs.workers import engines

log = logging.getLogger(__name__)


Progress = Callable[[int, int], None]


def run(options: Options, out: Path | None = None, *, progress: Progress | None = None) -> Run:
    """Extracts all inputs and writes the run folder.

    Inputs that an earlier run into the folder has done with the same program, models and options are
    left alone while their bytes stay the same.

    Args:
        options: what is asked for.
        out: the run folder; a new one below `outputs/runs` where None.
        progress: called with inputs done and inputs in all, at the start and after each.

    Raises:
        UsageError: where the inputs are none, or name what is not there, or a cluster does not answer.
        ModelsError: where models or frame files are damaged.
        OutputError: where the folder cannot be written, or another run is using it.
    """
    inputs = collect(options.inputs, options.reading)
    folder = RunFolder(out or new_folder())
    with engines.engine(options) as engine:
        if not folder.is_begun():
            engine.check(len(inputs.files))
        folder.create()
        with locked(folder.path), opened(folder.path) as store:
            result = Run(folder.path, skipped=len(inputs.skipped))
            key = Setup.of(options).key()
            pending = [entry for entry in inputs.files if not _is_done(entry, key, folder, store)]
            if pending:
                engine.check(len(pending))
            folder.clear()
            _forget(inputs, store)
            result.reused, total = len(inputs.files) - len(pending), len(inputs.files)
            log.info("%d inputs, %d of them known from an earlier run", total, result.reused)
            _extract(
                engine.answers(pending),
                folder,
                lambda answer: store.put(answer, key),
                lambda done: progress and progress(result.reused + done, total),
            )
            _publish(options, folder, store, result)
    return result


def _forget(inputs: Inputs, store: Store) -> None:
    """Leaves in the store nothing but what `inputs` name, failures to find them included."""
    store.want([*(one.name for one in inputs.files), *(one.document for one in inputs.failures)])
    for failure in inputs.failures:
        store.put(Answer(failure.document, failure=failure), "")


def _extract(
    answers: Iterator[Answer],
    folder: RunFolder,
    remember: Callable[[Answer], None],
    tell: Callable[[int], object],
) -> None:
    tell(0)
    for done, answer in enumerate(answers, 1):
        if answer.failure:
            log.info("failed: %s", answer.failure.message)
        else:
            folder.write_source(answer.document, answer.source)
        # The source lies there before the store knows of it: whatever ends the run between the two,
        # the next one does this document again.
        remember(answer)
        tell(done)


def _is_done(entry: Input, key: str, folder: RunFolder, store: Store) -> bool:
    kept = store.kept(entry.name)
    if not kept or kept.key != key or kept.file != entry.digest():
        return False
    return kept.source_bytes is None or folder.holds_source(entry.name, kept.source_bytes)


def _publish(options: Options, folder: RunFolder, store: Store, result: Run) -> None:
    kinds = frozenset(options.kinds)
    folder.sweep_sources(store.names())
    folder.write_documents(_documents(store, kinds, result))
    folder.write_failures(_failures(store, result))
    folder.write_proposals(lambda: store.proposals(kinds), options.formats, options.lang)
    folder.write_manifest(manifest(options, result))
    result.first = list(islice(store.proposals(kinds), SHOWN))


def _documents(store: Store, kinds: frozenset[str], result: Run) -> Iterator[dict[str, Any]]:
    """The lines of `documents.jsonl`, counted into `result` as they pass."""
    for row, found, outcomes in store.documents():
        kept = Counter({kind: count for kind, count in found.items() if not kinds or kind in kinds})
        same = row.pop("same_text_as")
        result.documents += 1
        result.repeated += same is not None
        result.kinds += kept
        result.outcomes += outcomes
        yield {**row, "records": kept.total(), "same_text_as": same}


def _failures(store: Store, result: Run) -> Iterator[Failure]:
    """The lines of `failures.jsonl`, counted into `result` as they pass."""
    for failure in store.failures():
        result.failed += 1
        if len(result.failures) < SHOWN:
            result.failures.append(failure)
        yield failure
