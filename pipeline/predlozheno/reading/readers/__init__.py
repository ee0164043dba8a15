"""A file becomes a Document: the registry of readers, by suffix and by what the bytes look like."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.markdown import read_markdown
from predlozheno.reading.readers.signatures import kind_of_binary
from predlozheno.reading.readers.text import read_text

Reader = Callable[[bytes], Document]

_READERS: dict[str, tuple[Reader, bool]] = {}
SUFFIXES: set[str] = set()


def register(*suffixes: str, reader: Reader, binary: bool = False) -> None:
    """Make `reader` the one for files of these suffixes («.docx»), lower case and with their dot.

    A reader takes a file's bytes and gives a Document; name and sha256 are filled in here. It raises
    ReadError for bytes it cannot read.

    Args:
        suffixes: such as ".txt".
        reader: the function.
        binary: whether the format's files are binary, so that their signature is no reason to refuse.
    """
    for suffix in suffixes:
        _READERS[suffix] = (reader, binary)
        SUFFIXES.add(suffix)


def read(path: Path, *, name: str) -> Document:
    """The file at `path` as a Document.

    Args:
        path: the file.
        name: the record's `document`: a path with `/`, relative to the folder given.

    Raises:
        ReadError: where the file is missing, empty, of an unknown format or not readable as text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(f"{name}: cannot be opened ({reason})") from error
    return read_bytes(data, name=name, suffix=path.suffix)


def read_bytes(data: bytes, *, name: str, suffix: str = "") -> Document:
    """The bytes of a file as a Document.

    Args:
        data: the whole file.
        name: the record's `document`.
        suffix: the file's suffix with its dot, in any case; taken from `name` where empty.

    Raises:
        ReadError: where the bytes are empty, of an unknown format or not readable as text.
    """
    suffix = (suffix or PurePosixPath(name).suffix).lower()
    if not data:
        raise ReadError(
            f"{name}: the file is empty", hint="Check that it was saved or copied whole"
        )
    found = _READERS.get(suffix)
    if found is None:
        raise ReadError(
            f"{name}: no reader for files that end in «{suffix}»",
            hint=f"Readable are: {', '.join(sorted(SUFFIXES))}",
        )
    reader, binary = found
    if not binary and (other := kind_of_binary(data)):
        raise ReadError(
            f"{name}: is {other}, not text",
            hint="Give the file its right suffix, or save it as text in UTF-8",
        )
    try:
        document = reader(data)
    except ReadError as error:
        raise ReadError(f"{name}: {error.message}", hint=error.hint) from error
    return replace(document, name=name, sha256=hashlib.sha256(data).hexdigest())


register(".txt", ".text", reader=read_text)
register(".md", ".markdown", reader=read_markdown)
