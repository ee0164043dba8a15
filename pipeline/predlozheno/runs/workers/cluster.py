"""The engine on a Dask cluster: each thread of each Dask worker has a worker process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING
from uuid import uuid4

from predlozheno.errors import UsageError
from predlozheno.runs.answers import Answer
from predlozheno.runs.fingerprint import Setup
from predlozheno.runs.inputs import Input
from predlozheno.runs.workers.crew import Crew
from predlozheno.runs.workers.engines import Engine, as_they_come

if TYPE_CHECKING:
    from distributed import Client

_SECONDS = 20
# Workers may join while the run goes on: enough is under way to feed a few hundred of them.
_WINDOW = 1000

# What a Dask worker keeps between its tasks: for each run, its crew.
_crews: dict[str, Crew] = {}
_crews_lock = Lock()


@contextmanager
def cluster(setup: Setup, address: str) -> Iterator[Engine]:
    """The engine on the cluster whose scheduler listens at `address`.

    Raises:
        UsageError: where `distributed` is not installed, no scheduler answers, it has no workers, or
            a worker has another version than this program.
    """
    run = uuid4().hex
    client = _client(address)
    from distributed import KilledWorker

    executor = client.get_executor(pure=False)
    try:
        window = max(_WINDOW, 4 * sum(client.nthreads().values()))
        work = partial(_process, run, setup)
        yield Engine(
            lambda _: executor.submit(_start, run, setup).result(),
            lambda entries: as_they_come(executor, work, entries, window, (KilledWorker,)),
        )
    finally:
        executor.shutdown(wait=False)
        client.run(_leave, run, on_error="ignore")
        client.close()


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            "the Dask engine is not installed", hint="Run pip install 'predlozheno[dask]'"
        ) from error
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{address}: no Dask scheduler answers there ({error})",
            hint="Start one with `dask scheduler`, and name it as tcp://host:8786",
        ) from error
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except TimeoutError as error:
        client.close()
        raise UsageError(
            f"{address}: the scheduler has no workers",
            hint=f"Start some with `dask worker {address}`",
        ) from error
    return client


def _crew(run: str, setup: Setup) -> Crew:
    with _crews_lock:
        return _crews.setdefault(run, Crew(setup))


def _start(run: str, setup: Setup) -> None:
    _crew(run, setup).start()


def _process(run: str, setup: Setup, entry: Input) -> Answer:
    return _crew(run, setup).process(entry)


def _leave(run: str) -> None:
    """Ends the processes of a run, done or given up."""
    with _crews_lock:
        crew = _crews.pop(run, None)
    if crew:
        crew.stop()
        crew.close()
