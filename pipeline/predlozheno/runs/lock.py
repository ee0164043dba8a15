"""A lock that keeps a second run out of a folder and dies with its process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from predlozheno.errors import OutputError
from predlozheno.runs.atomic import cannot_write

LOCK = ".predlozheno.lock"

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the lock of `folder`. The system drops it when the process ends, however it ends.

    The file itself stays: taking it away would let two runs hold two locks of one name. It also
    marks the folder as a run's.

    Raises:
        OutputError: where another run holds the lock, or the folder cannot be written.
    """
    path = folder / LOCK
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        try:
            _lock(descriptor)
        except OSError as error:
            raise OutputError(
                f"{folder}: another run is writing into this folder",
                hint="Wait until it has ended, or name another folder with --out",
            ) from error
        yield
    finally:
        os.close(descriptor)
