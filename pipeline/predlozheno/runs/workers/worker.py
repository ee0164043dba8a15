"""A worker process seen from outside: started when needed, watched, ended when it breaks a limit."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import IO, NoReturn

import psutil

from predlozheno import errors
from predlozheno.errors import (
    MemoryLimitError,
    PredlozhenoError,
    TimeLimitError,
    UsageError,
    WorkerError,
)
from predlozheno.runs.answers import Answer
from predlozheno.runs.failures import Failure
from predlozheno.runs.fingerprint import Setup
from predlozheno.runs.inputs import Input
from predlozheno.runs.workers.starting import start

_TICK = 0.1
_TOLD = 2000
_START_SECONDS = 120.0


class StoppedError(Exception):
    """The run ends before this document is done."""


class Worker:
    """One process that works on one document at a time.

    Args:
        setup: what the process is told.
        stop: set where the run ends early; the document at hand is given up then.
    """

    def __init__(self, setup: Setup, stop: Event) -> None:
        self._setup = setup
        self._stop = stop
        self._process: subprocess.Popen[bytes] | None = None
        self._pump: Thread | None = None
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._said: IO[bytes] | None = None
        self._fresh = True

    def start(self) -> None:
        """Starts the process unless it runs, and waits until it has its models.

        Raises:
            PredlozhenoError: what the process finds wrong with models or frames.
            UsageError: where the process is of another version than this one.
            WorkerError: where the process does not start.
            StoppedError: where the run ends early.
        """
        if self._process and self._process.poll() is None:
            return
        self.close()
        self._fresh = True
        self._process, self._said = start()
        self._lines = SimpleQueue()
        self._pump = Thread(target=_pump, args=(self._process, self._lines), daemon=True)
        self._pump.start()
        _check(self._ask("a worker", self._setup.to_json(), _START_SECONDS), self._setup)

    def process(self, entry: Input) -> Answer:
        """What `entry` comes to; one that ends its process comes to a failure.

        Raises:
            PredlozhenoError, StoppedError: as `start`.
        """
        while True:
            self.start()
            fresh, self._fresh = self._fresh, False
            task = json.dumps([str(entry.path), entry.name, entry.member, entry.archive])
            try:
                return Answer.from_json(self._ask(entry.name, task, self._setup.limits.seconds))
            except WorkerError as error:
                # A process that has worked before may have been harmed by an earlier document: the
                # one it ended on is tried again alone, so that none answers for another.
                if fresh or isinstance(error, TimeLimitError):
                    return Answer(entry.name, failure=Failure.of(entry.name, error))

    def close(self) -> None:
        """Ends the process, if there is one."""
        process, pump, self._process = self._process, self._pump, None
        if not process or not pump:
            return
        process.kill()
        process.wait()
        pump.join()
        for pipe in (process.stdin, process.stdout, self._said):
            if pipe:
                pipe.close()

    def _ask(self, name: str, line: str, seconds: float) -> bytes:
        """The line that answers `line`; the process is gone where there is none."""
        process = self._process
        if not process or not process.stdin:
            raise StoppedError
        until = time.monotonic() + seconds
        try:
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
        except OSError:
            self._died(name)
        while True:
            try:
                answer = self._lines.get(timeout=_TICK)
            except Empty:
                self._hold_limits(name, until, seconds)
                continue
            return answer or self._died(name)

    def _hold_limits(self, name: str, until: float, seconds: float) -> None:
        memory = self._setup.limits.memory
        if self._stop.is_set():
            self.close()
            raise StoppedError
        if time.monotonic() > until:
            self.close()
            raise TimeLimitError(
                f"{name}: gave no answer within {seconds:g} s",
                hint="Give it more with --timeout, or look whether the file is damaged",
            )
        if self._process and _resident(self._process.pid) > memory:
            self.close()
            raise MemoryLimitError(
                f"{name}: took more than {memory / 2**20:.0f} MB of memory",
                hint="Give it more with --memory, or divide the file",
            )

    def _died(self, name: str) -> NoReturn:
        process = self._process
        code = process.wait() if process else 0
        ending = f"{_ending(code)}{_last_line(self._said)}"
        self.close()
        raise WorkerError(
            f"{name}: ended the process that worked on it ({ending})",
            hint="Where memory is short, use fewer --workers; else please report it, with the document",
        )


def _pump(process: subprocess.Popen[bytes], lines: SimpleQueue[bytes]) -> None:
    """Passes on what the process says, and an empty line when it has ended."""
    if process.stdout:
        for line in process.stdout:
            lines.put(line)
    lines.put(b"")


def _check(greeting: bytes, setup: Setup) -> None:
    told = json.loads(greeting)
    if "error" in told:
        found: type[PredlozhenoError] = getattr(errors, told["error"])
        raise found(told["message"], hint=told["hint"])
    if told["key"] != setup.key():
        raise UsageError(
            "a worker has another version, other models or other libraries than this program",
            hint="Install the same release, from the same lock file, on every machine",
        )


def _resident(pid: int) -> int:
    try:
        return psutil.Process(pid).memory_info().rss
    except psutil.Error:
        # It has just ended; the pump will say so.
        return 0


def _last_line(said: IO[bytes] | None) -> str:
    """The last thing that a process had to say, such as the exception that it ended with."""
    if not said:
        return ""
    said.seek(0, os.SEEK_END)
    said.seek(max(0, said.tell() - _TOLD))
    lines = said.read().decode(errors="replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return f": {last}" if last else ""


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
