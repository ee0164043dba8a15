"""Starts worker processes: the first of a command while the command itself is still loading."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import IO, NamedTuple

# -P: a file `json.py` among the documents of the working folder is not to be run.
_COMMAND = (sys.executable, "-P", "-m", "predlozheno.runs.workers.child")
_ENVIRONMENT = {
    # Many processes on few cores: threads inside each would only wait for one another.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    # Where some sum follows the order of a set, its last digit must not differ between processes.
    "PYTHONHASHSEED": "0",
}
_ahead: list[Ahead] = []
# The threads of a crew all start their workers at once, and one of them takes it.
_taking = Lock()


class Started(NamedTuple):
    """A worker process that waits for its setup, and the file of what it says beside its answers."""

    process: subprocess.Popen[bytes]
    said: IO[bytes]


class Ahead(NamedTuple):
    """A process started ahead, and the surroundings that it was started in."""

    started: Started
    surroundings: tuple[str, dict[str, str]]


def start() -> Started:
    """A worker process: the one that was started ahead, or a new one.

    One that was started in another folder or with other settings in the environment would read other
    models and plug-ins, so it is ended.
    """
    with _taking:
        ahead = _ahead.pop() if _ahead else None
    if ahead is None:
        return _started()
    if ahead.surroundings == _surroundings():
        return ahead.started
    _end(ahead.started)
    return _started()


def _surroundings() -> tuple[str, dict[str, str]]:
    return str(Path.cwd()), dict(os.environ)


def start_ahead() -> None:
    """Starts a process that loads its modules while this one does; the next `start` takes it.

    Where none does, it ends with this process.
    """
    _ahead.append(Ahead(_started(), _surroundings()))
    atexit.register(_end_all)


def _started() -> Started:
    said = TemporaryFile()  # noqa: SIM115 - open as long as the process runs
    process = subprocess.Popen(
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=said,
        env=os.environ | _ENVIRONMENT,
    )
    return Started(process, said)


def _end_all() -> None:
    while _ahead:
        _end(_ahead.pop().started)


def _end(started: Started) -> None:
    started.process.kill()
    started.process.communicate()
    started.said.close()
