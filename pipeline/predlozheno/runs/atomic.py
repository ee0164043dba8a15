"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from predlozheno.errors import OutputError


@contextmanager
def replacing(path: Path, *, synced: bool = True) -> Iterator[Path]:
    """A temporary path beside `path`, of the same suffix, which takes its place at the end.

    Where the block fails, `path` stays as it was and the temporary file is gone.

    Args:
        path: the file; a folder where the block makes one.
        synced: whether to wait for the disk, so that the file outlives a power failure.

    Raises:
        OutputError: where the file cannot be written.
    """
    # The process id keeps two programs from writing one temporary file; a lock keeps out two runs.
    temporary = path.with_name(f".{os.getpid()}.tmp{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        if synced and temporary.is_file():
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
        if path.is_dir() or temporary.is_dir():
            # No system replaces a folder in one step; the manifest, which comes last, vouches for it.
            remove(path)
        os.replace(temporary, path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        remove(temporary)


def remove(path: Path) -> None:
    """Takes away a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes, *, synced: bool = True) -> None:
    """Writes `data`, byte for byte.

    Raises:
        OutputError: where the file cannot be written.
    """
    with replacing(path, synced=synced) as temporary:
        temporary.write_bytes(data)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Writes UTF-8 lines as they come, each ended with "\\n".

    Raises:
        OutputError: where the file cannot be written.
    """
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def cannot_write(path: Path, error: OSError) -> OutputError:
    """What to tell where `path` could not be written."""
    return OutputError(
        f"{path}: cannot be written ({error.strerror or error})",
        hint=(
            "Close it where it is open in another program"
            if path.is_file()
            else "Name a folder that you may write to with --out, on a disk with room"
        ),
    )
