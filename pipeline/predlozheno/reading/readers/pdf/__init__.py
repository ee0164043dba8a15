"""Reads PDF files that have a text layer: pages, columns in reading order, lines as they are printed."""

from __future__ import annotations

from itertools import accumulate

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.readers.limits import Limits
from predlozheno.reading.readers.pdf.characters import characters_of
from predlozheno.reading.readers.pdf.columns import in_reading_order
from predlozheno.reading.readers.pdf.lines import Piece, pieces_of
from predlozheno.reading.readers.pdf.printing import printed

# A page of so few letters is a picture with a stamp or a number on it.
_LEAST_LETTERS = 20
_MOST_UNREADABLE = 0.3
_PASSWORD = 4


def read_pdf(data: bytes, limits: Limits) -> Document:
    """The Document of a PDF file's bytes.

    Raises:
        ReadError: where the file is encrypted or damaged, has too many pages, or most of its pages have
            no text that could be read.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise ReadError(
                "is encrypted with a password", hint="Open it, and save it without a password"
            ) from error
        raise ReadError(
            "is a damaged PDF file", hint="Copy or download it again, or print it to a new PDF"
        ) from error
    try:
        limits.refuse_pages(len(pdf))
        return _read(pdf, limits)
    finally:
        pdf.close()


def _read(pdf: object, limits: Limits) -> Document:
    pages: list[list[list[Piece]]] = []
    size = scanned = letters = unreadable = 0
    for found in characters_of(pdf, limits):
        size += len(found.characters)
        limits.refuse_characters(size)
        count = sum(character.text.isalnum() for character in found.characters)
        scanned += count < _LEAST_LETTERS and found.pictures
        letters += count
        unreadable += found.unreadable
        pages.append(in_reading_order(pieces_of(found.characters)))
    _refuse_pictures(len(pages), scanned, letters, unreadable)
    texts = printed(pages)
    source = "".join(texts)
    limits.refuse_characters(len(source))
    begins = tuple(accumulate(map(len, texts[:-1]), initial=0))
    return Document(name="", source=source, format="pdf", pages=begins)


def _refuse_pictures(pages: int, scanned: int, letters: int, unreadable: int) -> None:
    if unreadable > _MOST_UNREADABLE * (letters + unreadable):
        raise ReadError(
            "has a text layer that is garbage: its letters are not told in Unicode",
            hint="Recognise the text (OCR), or get the file it was made from",
        )
    if not letters or scanned * 2 > pages:
        raise ReadError(
            f"is a scan: of its {pages} pages {pages - scanned if letters else 'none'} hold text",
            hint="Recognise the text (OCR), and give the result",
        )
