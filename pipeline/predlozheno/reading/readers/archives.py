"""Zip archives of documents: what they hold, and the bytes of one member."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from predlozheno.errors import ReadError
from predlozheno.reading.readers.limits import Limits
from predlozheno.reading.readers.office import kind_of_zip
from predlozheno.reading.readers.zips import open_zip, unpack

ARCHIVES = frozenset((".zip",))

_ZIP = b"PK\x03\x04"
_UTF8_NAME = 0x800
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        name: its path inside the archive, with `/`; as it is printed where the path is unsafe.
        fault: why it cannot be read, None where it can be tried.
    """

    name: str
    fault: ReadError | None = None


def is_archive(path: Path) -> bool:
    """Whether a file is a zip archive of files, told by its content; docx and odt are none.

    A file that cannot be opened, or whose zip directory is damaged, is none: reading it tells why.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(_ZIP)) != _ZIP:
                return False
        with open_zip(path, Limits()) as opened:
            return kind_of_zip(opened) == "zip"
    except (OSError, ReadError):
        return False


def members(path: Path, limits: Limits) -> Iterator[Member]:
    """The files in an archive, in the order of its directory; nothing is unpacked.

    Raises:
        ReadError: where the directory is damaged, lists too many files, or files too large together.
    """
    seen: set[str] = set()
    with open_zip(path, limits) as opened:
        infos = [info for info in opened.filelist if not _is_folder(info)]
        limits.refuse_archive(sum(info.file_size for info in infos))
        for info in infos:
            name = _name(info)
            fault = _fault(info, name, limits)
            if name in seen:
                fault = ReadError("stands in the archive twice", hint="Pack the archive anew")
            seen.add(name)
            yield Member(name, fault)


def member_bytes(path: Path, name: str, limits: Limits) -> bytes:
    """The bytes of one member, named as `members` names it.

    Raises:
        OSError: where the archive cannot be opened.
        ReadError: where there is no such member, or it cannot or must not be unpacked.
    """
    status = path.stat()
    opened, infos = _kept_open(path, status.st_mtime_ns, status.st_size, limits)
    info = infos.get(name)
    if info is None:
        raise ReadError("the archive holds no such file", hint="Check the spelling")
    if fault := _fault(info, name, limits):
        raise fault
    return unpack(opened, info)


@lru_cache(maxsize=1)
def _kept_open(
    path: Path, _changed: int, _size: int, limits: Limits
) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    """The archive read last stays open: a directory of 10,000 files takes 50 ms to read."""
    opened = open_zip(path, limits)
    infos: dict[str, zipfile.ZipInfo] = {}
    for info in opened.filelist:
        if not _is_folder(info):
            infos.setdefault(_name(info), info)
    return opened, infos


def _is_folder(info: zipfile.ZipInfo) -> bool:
    # `ZipInfo.is_dir` of Python 3.11 fails where a damaged directory leaves a name empty.
    return info.filename.endswith("/")


def _fault(info: zipfile.ZipInfo, name: str, limits: Limits) -> ReadError | None:
    if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/") or "\x00" in name:
        return ReadError(
            "its path leads out of the archive", hint="Pack the archive anew, with plain paths"
        )
    if not name:
        return ReadError("a file of the archive has no name", hint="Pack the archive anew")
    if stat.S_ISLNK(info.external_attr >> 16):
        return ReadError("is a link and no file", hint="Pack the file that it leads to")
    try:
        limits.refuse_file(info.file_size)
    except ReadError as error:
        return error
    return None


def _name(info: zipfile.ZipInfo) -> str:
    """The member's path; names that are not marked as UTF-8 may be that all the same, or of DOS."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            data = name.encode("cp437")
        except UnicodeEncodeError:
            return name.replace("\\", "/")
        try:
            name = data.decode("utf-8")
        except UnicodeDecodeError:
            name = data.decode("cp866")
    return name.replace("\\", "/")
