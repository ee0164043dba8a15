"""Reads RTF: headings, numbers of lists, tables, footnotes; tracked changes as if accepted.

striprtf is not used: it drops footnotes, keeps deleted and hidden text, knows no headings, and takes
time with the square of the file's length on hostile fields.
"""

from __future__ import annotations

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.building import Builder
from predlozheno.reading.readers.limits import Limits
from predlozheno.reading.readers.rtf.groups import Groups
from predlozheno.reading.readers.rtf.paragraphs import Paragraphs
from predlozheno.reading.readers.rtf.tokens import tokens
from predlozheno.reading.readers.signatures import is_rtf


def read_rtf(data: bytes, limits: Limits) -> Document:
    """The Document of an RTF file's bytes.

    Raises:
        ReadError: where the file is no RTF, is too large, or holds no text.
    """
    if not is_rtf(data):
        raise ReadError("is no RTF file", hint="Call it .txt if it is plain text")
    builder = Builder(limits)
    groups = Groups(Paragraphs(builder))
    for token in tokens(data):
        groups.take(token)
    groups.end()
    return builder.document("rtf")
