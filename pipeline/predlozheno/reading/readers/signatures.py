"""Tells by its content what a file is, whatever its name says."""

from __future__ import annotations

import re

from predlozheno.errors import ReadError
from predlozheno.reading.readers.limits import Limits
from predlozheno.reading.readers.office import kind_of_zip
from predlozheno.reading.readers.zips import open_zip

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_SIGNATURES = (
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"AT&TFORM", "a DjVu book"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
)
_OLE_STREAMS = (
    ("EncryptedPackage", "is encrypted with a password", "Open it, and save it without a password"),
    ("WordDocument", "is an old Word file (doc)", "Open it in a word processor, save it as docx"),
    ("Workbook", "is an old Excel file (xls)", "Save the text that matters as docx or txt"),
)
_ZIP_KINDS = {
    "spreadsheet": "a spreadsheet",
    "presentation": "a presentation",
    "book": "an EPUB book",
    "zip": "a zip archive",
}
_UNPACK = "Unpack it; `extract` reads the files of an archive, but not archives inside it"
_PDF_HEADER_WITHIN = 1024
_BEGINNING = 4096
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?><!--(?>.*?-->)\s*)*+"
    rb"<(?:!doctype\s+html|html|head|body|meta|title)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF file; some have a few bytes of junk before their header."""
    return b"%PDF-" in data[:_PDF_HEADER_WITHIN]


def is_rtf(data: bytes) -> bool:
    """Whether the bytes are an RTF file."""
    return data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


def is_html(data: bytes) -> bool:
    """Whether the bytes begin the way HTML pages do."""
    return _HTML.match(data[:_BEGINNING]) is not None


def is_docx(data: bytes) -> bool:
    """Whether the bytes are a docx file (or docm, dotx)."""
    return _zip_kind(data) == "docx"


def is_odt(data: bytes) -> bool:
    """Whether the bytes are an odt file (or ott)."""
    return _zip_kind(data) == "odt"


def refuse_binary(data: bytes) -> None:
    """Raises ReadError, with what to do, for bytes that are of a known format that is no text."""
    if data.startswith(_OLE):
        for stream, fault, hint in _OLE_STREAMS:
            if stream.encode("utf-16-le") in data:
                raise ReadError(fault, hint=hint)
        raise ReadError(
            "is a file of an old Office program", hint="Open it in its program, save it as docx"
        )
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"is {kind}, not text", hint="Save the text that matters as txt")
    if data.startswith(_ZIP):
        with open_zip(data, Limits()) as opened:
            kind = _ZIP_KINDS.get(kind_of_zip(opened), "a docx or odt file")
        raise ReadError(
            f"is {kind}, not a document",
            hint=_UNPACK if kind == "a zip archive" else "Save the text that matters as docx",
        )


def _zip_kind(data: bytes) -> str | None:
    if not data.startswith(_ZIP):
        return None
    try:
        with open_zip(data, Limits()) as opened:
            return kind_of_zip(opened)
    except ReadError:
        return None
