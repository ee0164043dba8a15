"""What the command line names becomes a list of documents: files, folders and globs."""

from __future__ import annotations

import glob
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from predlozheno.errors import ReadError, UsageError
from predlozheno.reading.readers import ARCHIVES, SUFFIXES, Limits, is_archive, members
from predlozheno.runs.failures import Failure
from predlozheno.runs.lock import LOCK
from predlozheno.runs.names import document_names, storable

_PICTURES = {
    ".bmp",
    ".gif",
    ".heic",
    ".ico",
    ".jpeg",
    ".jpg",
    ".png",
    ".svg",
    ".tif",
    ".tiff",
    ".webp",
}
_LEFTOVERS = re.compile(r"\.|~\$|(thumbs\.db|desktop\.ini|__macosx)$", re.IGNORECASE)
_OLD_OFFICE = {".doc", ".ppt", ".xls"}
_WILD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: where it lies, and the name of its document.

    Attributes:
        path: the file, or the archive that holds it.
        name: of its document.
        member: its path inside the archive; None where it lies by itself.
        archive: SHA-256 of the archive; None where it lies by itself.
    """

    path: Path
    name: str
    member: str | None = None
    archive: str | None = None

    def digest(self) -> str | None:
        """SHA-256 of the bytes of the file or its archive, in hex; None where they cannot be read."""
        return self.archive or _digest(self.path)

    @property
    def suffix(self) -> str:
        """The file's suffix with its dot, in small letters."""
        return PurePosixPath(self.member or self.path.name).suffix.lower()


@dataclass(slots=True)
class Inputs:
    """What a command's inputs hold.

    Attributes:
        files: in the order of their names.
        skipped: files and folders left out as known junk.
        failures: what stands in a folder and cannot even be tried.
        faults: why not, in words, and what to do about it, by its path.
    """

    files: list[Input] = field(default_factory=list)
    skipped: set[Path] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)
    faults: dict[Path, tuple[str, str]] = field(default_factory=dict)


def collect(inputs: Sequence[str], limits: Limits | None = None) -> Inputs:
    """The files that `inputs` name, each once; of a zip archive those that it holds.

    A document's name is its path relative to the folder given; with several inputs the folder's name
    stands in front. A glob counts as the folder in front of its first wildcard.

    Args:
        inputs: files, folders, and globs with `*`, `**`, `?` and `[…]`.
        limits: on archives; the defaults where None.

    Raises:
        UsageError: where a path is missing, a glob matches nothing, or there is nothing to read.
    """
    found = Inputs()
    parts: dict[Path, int] = {}
    for text in inputs:
        base, paths = _expand(text, found)
        # A file named by itself has no folder to stand in front of it.
        in_front = len(inputs) > 1 and paths != [_absolute(text)]
        for path in (*paths, *found.faults):
            parts.setdefault(path, max(1, len(path.parts) - len(base.parts) + in_front))
    for path, name in document_names(parts).items():
        if fault := found.faults.get(path):
            found.failures.append(_failure(name, *fault))
            continue
        found.files += _documents(path, name, found, limits or Limits())
    found.files.sort(key=lambda entry: entry.name)
    _refuse_nothing(inputs, found)
    return found


def _expand(text: str, found: Inputs) -> tuple[Path, list[Path]]:
    """The folder that names are relative to, and the files of one input."""
    path = _absolute(text)
    if path.is_dir():
        return path, list(_walk(path, found))
    if os.path.lexists(path):
        return path.parent, [path]
    if wild := _WILD.search(text):
        base = _absolute(os.path.dirname(text[: wild.start()]) or ".")
        if paths := _matches(text, found):
            return base, paths
        raise UsageError(f"{text}: no file matches", hint="Check the folder and the wildcards")
    raise UsageError(f"{text}: there is no such file or folder", hint="Check the spelling")


def _matches(pattern: str, found: Inputs) -> list[Path]:
    paths: list[Path] = []
    for match in map(_absolute, sorted(glob.glob(pattern, recursive=True))):
        if match.is_dir():
            paths += _walk(match, found)
        else:
            paths += _kept(match, found)
    return paths


def _walk(folder: Path, found: Inputs) -> Iterator[Path]:
    """The files below `folder` but junk."""

    def refused(error: OSError) -> None:
        reason = f"cannot be listed ({error.strerror or error})"
        found.faults[Path(error.filename)] = reason, "Give yourself the right to read it"

    for place, folders, names in os.walk(folder, onerror=refused):
        if LOCK in names:
            # A run's folder holds copies of its sources: they would count each document twice.
            found.skipped.add(Path(place))
            folders.clear()
            continue
        folders[:] = [name for name in folders if _is_followed(Path(place, name), found)]
        for name in names:
            yield from _kept(Path(place, name), found)


def _is_followed(folder: Path, found: Inputs) -> bool:
    if _LEFTOVERS.match(folder.name):
        found.skipped.add(folder)
        return False
    if folder.is_symlink():
        # Links can lead in circles; what they lead to can be named by itself.
        hint = "Name the folder that it leads to as an input of its own"
        found.faults[folder] = "links to folders are not followed", hint
        return False
    return True


def _kept(path: Path, found: Inputs) -> Iterator[Path]:
    """The file of a folder, unless it is junk, or a pipe or device that could be read for ever."""
    if _LEFTOVERS.match(path.name) or path.suffix.lower() in _PICTURES:
        found.skipped.add(path)
    elif path.exists() and not path.is_file():
        found.faults[path] = "is neither file nor folder", "Leave it out"
    else:
        yield path


def _documents(path: Path, name: str, found: Inputs, limits: Limits) -> Iterator[Input]:
    """The file itself, or what the archive that it is holds."""
    if not is_archive(path):
        yield Input(path, name)
        return
    archive = _digest(path)
    try:
        for member in members(path, limits):
            inside = f"{name}!/{storable(member.name)}"
            if member.fault is not None:
                found.failures.append(_failure(inside, member.fault.message, member.fault.hint))
            elif _is_junk(PurePosixPath(member.name)):
                found.skipped.add(Path(f"{path}!", member.name))
            else:
                yield Input(path, inside, member.name, archive)
    except ReadError as error:
        found.failures.append(_failure(name, error.message, error.hint))


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _is_junk(path: PurePosixPath) -> bool:
    return path.suffix.lower() in _PICTURES or any(map(_LEFTOVERS.match, path.parts))


def _failure(name: str, message: str, hint: str) -> Failure:
    return Failure.of(name, ReadError(f"{name}: {message}", hint=hint))


def _absolute(text: str) -> Path:
    return Path(os.path.abspath(os.path.expanduser(text)))


def _refuse_nothing(inputs: Sequence[str], found: Inputs) -> None:
    """Refuses folders in which no file has a suffix that can be read; a file named is always tried."""
    named = {_absolute(text) for text in inputs}
    if any(entry.suffix in SUFFIXES or entry.path in named for entry in found.files):
        return
    suffixes = sorted({entry.suffix or "no suffix" for entry in found.files})
    there = f"only {', '.join(suffixes)}" if suffixes else "no files"
    advice = ". Save old Office files as docx" if _OLD_OFFICE.intersection(suffixes) else ""
    problem = f"; {found.failures[0].message}" if found.failures else ""
    raise UsageError(
        f"{', '.join(inputs)}: nothing to read here ({there}{problem})",
        hint=f"Readable are {', '.join(sorted(SUFFIXES | ARCHIVES))}{advice}",
    )
