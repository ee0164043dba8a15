"""Reads plain text in the encodings that Russian text comes in."""

from __future__ import annotations

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.encodings import decode


def read_text(data: bytes) -> Document:
    """The Document of a plain text file's bytes.

    Raises:
        ReadError: where the bytes cannot be decoded, or hold nothing but white space.
    """
    source, encoding = decode(data)
    if not source.strip("\x00\ufeff\u200b \t\r\n\f\v\xa0\x1a"):
        raise ReadError(
            "the file holds nothing but white space", hint="Check that it was saved or copied whole"
        )
    return Document(name="", source=source, format="text", encoding=encoding)
