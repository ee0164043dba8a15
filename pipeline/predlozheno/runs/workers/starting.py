"""Starts worker processes: the first of a command while the command itself is still loading."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from tempfile import TemporaryFile
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
_ahead: list[Started] = []


class Started(NamedTuple):
    """A worker process that waits for its setup, and the file of what it says beside its answers."""

    process: subprocess.Popen[bytes]
    said: IO[bytes]


def start() -> Started:
    """A worker process: the one that was started ahead, or a new one."""
    try:
        return _ahead.pop()
    except IndexError:
        return _started()


def start_ahead() -> None:
    """Starts a process that loads its modules while this one does; the next `start` takes it.

    Where none does, it ends with this process.
    """
    _ahead.append(_started())
    atexit.register(_end)


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


def _end() -> None:
    for process, said in _ahead:
        process.kill()
        process.communicate()
        said.close()
    _ahead.clear()
