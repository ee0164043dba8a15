"""A file becomes a Document: the registry of readers, by what the bytes are and by suffix."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.archives import ARCHIVES, is_archive, member_bytes, members
from predlozheno.reading.readers.docx import read_docx
from predlozheno.reading.readers.html import read_html
from predlozheno.reading.readers.limits import Limits
from predlozheno.reading.readers.markdown import read_markdown
from predlozheno.reading.readers.odt import read_odt
from predlozheno.reading.readers.pdf import read_pdf
from predlozheno.reading.readers.rtf import read_rtf
from predlozheno.reading.readers.signatures import (
    is_docx,
    is_html,
    is_odt,
    is_pdf,
    is_rtf,
    refuse_binary,
)
from predlozheno.reading.readers.text import read_text

__all__ = [
    "ARCHIVES",
    "SUFFIXES",
    "Limits",
    "is_archive",
    "members",
    "read",
    "read_bytes",
    "register",
]

Reader = Callable[[bytes, Limits], Document]
Recognises = Callable[[bytes], bool]


class _Registered(NamedTuple):
    reader: Reader
    suffixes: tuple[str, ...]
    recognises: Recognises | None


_READERS: list[_Registered] = []
SUFFIXES: set[str] = set()


def register(*suffixes: str, reader: Reader, recognises: Recognises | None = None) -> None:
    """Make `reader` the one for files of a format.

    A reader takes a file's bytes and the limits, and gives a Document; name and sha256 are filled in
    here. It raises ReadError for bytes it cannot read.

    Args:
        suffixes: of such files, lower case and with their dot («.srt»).
        reader: the function.
        recognises: tells by its bytes that a file is of the format, whatever its suffix; None where
            only the suffix tells.
    """
    _READERS.insert(0, _Registered(reader, suffixes, recognises))
    SUFFIXES.update(suffixes)


def read(
    path: Path, *, name: str, limits: Limits | None = None, member: str | None = None
) -> Document:
    """The file at `path`, or one member of the archive there, as a Document.

    Args:
        path: the file.
        name: the record's `document`: a path with `/`, relative to the folder given.
        limits: what to refuse as too large; the defaults where None.
        member: path inside the zip archive at `path`, as `members` gives it.

    Raises:
        ReadError: where the file is missing, empty, encrypted, damaged, too large, without text or of
            an unknown format.
    """
    limits = limits or Limits()
    try:
        if member is not None:
            data = member_bytes(path, member, limits)
        else:
            with path.open("rb") as file:
                data = file.read(limits.file_bytes + 1)
            limits.refuse_file(max(len(data), path.stat().st_size))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(f"{name}: cannot be opened ({reason})") from error
    except ReadError as error:
        raise ReadError(f"{name}: {error.message}", hint=error.hint) from error
    suffix = PurePosixPath(member).suffix if member is not None else path.suffix
    return read_bytes(data, name=name, suffix=suffix, limits=limits)


def read_bytes(
    data: bytes, *, name: str, suffix: str = "", limits: Limits | None = None
) -> Document:
    """The bytes of a file as a Document.

    Args:
        data: the whole file.
        name: the record's `document`.
        suffix: the file's suffix with its dot, in any case; taken from `name` where empty.
        limits: what to refuse as too large; the defaults where None.

    Raises:
        ReadError: as `read`.
    """
    limits = limits or Limits()
    suffix = (suffix or PurePosixPath(name).suffix).lower()
    try:
        limits.refuse_file(len(data))
        if not data:
            raise ReadError("the file is empty", hint="Check that it was saved or copied whole")
        document = _reader_of(data, suffix)(data, limits)
    except ReadError as error:
        raise ReadError(f"{name}: {error.message}", hint=error.hint) from error
    return replace(document, name=name, sha256=hashlib.sha256(data).hexdigest())


def _reader_of(data: bytes, suffix: str) -> Reader:
    """By content first: files are called after the wrong format often enough."""
    for entry in _READERS:
        if entry.recognises is not None and entry.recognises(data):
            return entry.reader
    refuse_binary(data)
    for entry in _READERS:
        if suffix in entry.suffixes:
            return entry.reader
    raise ReadError(
        f"no reader for files that end in «{suffix}»",
        hint=f"Readable are: {', '.join(sorted(SUFFIXES | ARCHIVES))}",
    )


register(".txt", ".text", reader=read_text)
register(".md", ".markdown", reader=read_markdown)
register(".html", ".htm", ".xhtml", reader=read_html, recognises=is_html)
register(".rtf", reader=read_rtf, recognises=is_rtf)
register(".odt", ".ott", reader=read_odt, recognises=is_odt)
register(".docx", ".docm", ".dotx", reader=read_docx, recognises=is_docx)
register(".pdf", reader=read_pdf, recognises=is_pdf)
