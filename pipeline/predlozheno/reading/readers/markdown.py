"""Reads Markdown: the source stays as written; layout and segmentation understand its marks."""

from __future__ import annotations

from dataclasses import replace

from predlozheno.reading.document import Document
from predlozheno.reading.readers.limits import Limits
from predlozheno.reading.readers.text import read_text


def read_markdown(data: bytes, limits: Limits) -> Document:
    """The Document of a Markdown file's bytes.

    Raises:
        ReadError: where the bytes are no text, or too many.
    """
    return replace(read_text(data, limits), format="markdown")
