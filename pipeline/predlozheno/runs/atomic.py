"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from predlozheno.errors import OutputError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary path beside `path`, of the same suffix, which takes its place at the end.

    Where the block fails, `path` stays as it was and the temporary file is gone.

    Raises:
        OutputError: where the file cannot be written.
    """
    # The process id keeps two programs from writing one temporary file; a lock keeps out two runs.
    temporary = path.with_name(f".{os.getpid()}.tmp{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Writes `data`, byte for byte.

    Raises:
        OutputError: where the file cannot be written.
    """
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Writes UTF-8 lines, each ended with "\\n".

    Raises:
        OutputError: where the file cannot be written.
    """
    write_bytes(path, "".join(f"{line}\n" for line in lines).encode())


def cannot_write(path: Path, error: OSError) -> OutputError:
    """What to tell where `path` could not be written."""
    return OutputError(
        f"{path}: cannot be written ({error.strerror or error})",
        hint="Name a folder that you may write to with --out, on a disk with room",
    )
