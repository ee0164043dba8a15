"""Reads plain text in the encodings that Russian text comes in."""

from __future__ import annotations

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.characters import is_blank
from predlozheno.reading.readers.encodings import decode
from predlozheno.reading.readers.limits import Limits


def read_text(data: bytes, limits: Limits) -> Document:
    """The Document of a plain text file's bytes.

    Raises:
        ReadError: where the bytes cannot be decoded, hold nothing but white space, or come to too
            many characters.
    """
    source, encoding = decode(data)
    limits.refuse_characters(len(source))
    if is_blank(source):
        raise ReadError(
            "the file holds nothing but white space", hint="Check that it was saved or copied whole"
        )
    return Document(name="", source=source, format="text", encoding=encoding)
