"""Worker processes for many threads: each thread has one of its own."""

from __future__ import annotations

from threading import Event, Lock, local

from predlozheno.runs.answers import Answer
from predlozheno.runs.fingerprint import Setup
from predlozheno.runs.inputs import Input
from predlozheno.runs.workers.worker import Worker


class Crew:
    """Gives every thread that asks a worker process of its own, started when it is first needed."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._stop = Event()
        self._own = local()
        self._workers: list[Worker] = []
        self._lock = Lock()

    def process(self, entry: Input) -> Answer:
        """What `entry` comes to, as told by this thread's worker.

        Raises:
            PredlozhenoError, StoppedError: as `Worker.start`.
        """
        return self._worker().process(entry)

    def start(self) -> None:
        """Starts this thread's worker, so that damaged models are told before any work.

        Raises:
            PredlozhenoError, StoppedError: as `Worker.start`.
        """
        self._worker().start()

    def stop(self) -> None:
        """Lets every thread give up its document."""
        self._stop.set()

    def close(self) -> None:
        """Ends all processes; the threads must be done."""
        for worker in self._workers:
            worker.close()

    def _worker(self) -> Worker:
        worker: Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            worker = self._own.worker = Worker(self._setup, self._stop)
            with self._lock:
                self._workers.append(worker)
        return worker
