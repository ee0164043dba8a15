"""Where worker processes run: on this machine, or on a Dask cluster. Answers come as they are ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from queue import SimpleQueue

from predlozheno.errors import WorkerError
from predlozheno.runs.answers import Answer
from predlozheno.runs.failures import Failure
from predlozheno.runs.fingerprint import Setup
from predlozheno.runs.inputs import Input
from predlozheno.runs.options import Options, cores
from predlozheno.runs.workers.crew import Crew


@dataclass(frozen=True, slots=True)
class Engine:
    """Processes that work on documents.

    Attributes:
        check: starts the processes for that many inputs, and waits for the first, so that damaged
            models or frames are told before any work; raises a PredlozhenoError for them.
        answers: what inputs come to, as the answers come, in no certain order.
    """

    check: Callable[[int], None]
    answers: Callable[[Iterable[Input]], Iterator[Answer]]


def engine(options: Options) -> AbstractContextManager[Engine]:
    """The engine that `options` name. When it is left, its processes are gone.

    Raises (when entered):
        UsageError: where a cluster does not answer.
    """
    setup = Setup.of(options)
    if options.engine == "dask":
        from predlozheno.runs.workers.cluster import cluster

        return cluster(setup, options.scheduler or "")
    return _local(setup, options.workers or cores())


@contextmanager
def _local(setup: Setup, workers: int) -> Iterator[Engine]:
    crew = Crew(setup)
    threads = ThreadPoolExecutor(workers, "document")

    def check(inputs: int) -> None:
        # All at once: a second process started with its first document would come too late by as
        # long as the first takes to load.
        starts = [threads.submit(crew.start) for _ in range(min(workers, max(inputs, 1)))]
        starts[0].result()

    try:
        yield Engine(
            check,
            lambda entries: as_they_come(threads, crew.process, entries, 4 * workers),
        )
    finally:
        crew.stop()
        threads.shutdown(cancel_futures=True)
        crew.close()


def as_they_come(
    executor: Executor,
    process: Callable[[Input], Answer],
    entries: Iterable[Input],
    window: int,
    lost: tuple[type[Exception], ...] = (),
) -> Iterator[Answer]:
    """The answers of `process` for `entries`, as they come, with at most `window` under way.

    So neither the waiting inputs nor the ready answers of a large run pile up in memory. An exception
    of a type in `lost` says that a cluster gave its input up; any other ends the run.
    """
    ready: SimpleQueue[Future[Answer]] = SimpleQueue()
    waiting = iter(entries)
    under_way: dict[Future[Answer], Input] = {}
    while True:
        for entry in islice(waiting, window - len(under_way)):
            future = executor.submit(process, entry)
            under_way[future] = entry
            future.add_done_callback(ready.put)
        if not under_way:
            return
        done = ready.get()
        entry = under_way.pop(done)
        try:
            yield done.result()
        except lost as error:
            told = WorkerError(
                f"{entry.name}: all workers that tried it have ended ({type(error).__name__})",
                hint="Look into the logs of the cluster's workers, and give them more memory",
            )
            yield Answer(entry.name, failure=Failure.of(entry.name, told))
