"""Takes the characters of a PDF's pages, with their places, from pdfium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from predlozheno.reading.readers.limits import Limits

_SOFT = {0x02: "-", 0xFFFE: "-", 0x00AD: "\u00ad"}
_OBJECT_IMAGE = 3
_DEEPEST_FORM = 4


class Character(NamedTuple):
    """A printed character: its box in points, from the left and from the top of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(slots=True)
class Page:
    """What is printed on a page.

    Attributes:
        characters: in the order of the file, which is mostly that of reading; no spaces.
        unreadable: number of letters that the file does not tell in Unicode.
        pictures: whether there are any.
    """

    characters: list[Character] = field(default_factory=list)
    unreadable: int = 0
    pictures: bool = False


def characters_of(pdf: Any, limits: Limits) -> Iterator[Page]:
    """The pages of an opened `pypdfium2.PdfDocument`; one that cannot be loaded is empty.

    Raises:
        ReadError: where a page alone has too many characters.
    """
    import pypdfium2

    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            yield Page()
            continue
        try:
            yield _read(page, limits)
        finally:
            page.close()


def _read(page: Any, limits: Limits) -> Page:
    import pypdfium2
    from pypdfium2 import raw

    found = Page()
    height = page.get_height()
    found.pictures = any(True for _ in page.get_objects([_OBJECT_IMAGE], max_depth=_DEEPEST_FORM))
    try:
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return found
    try:
        count = textpage.count_chars()
        limits.refuse_characters(count)
        box = raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        half = 0
        for index in range(count):
            code = raw.FPDFText_GetUnicode(textpage, index)
            if 0xD800 <= code < 0xDC00:
                half = code
                continue
            if half and 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((half - 0xD800) << 10) + code - 0xDC00
            half = 0
            if code in _SOFT:
                text = _SOFT[code]
            elif not code or code == 0xFFFD or 0xD800 <= code < 0xE000 or 0xE000 <= code < 0xF900:
                found.unreadable += 1
                continue
            else:
                text = chr(code)
            if text.isspace() or not raw.FPDFText_GetLooseCharBox(textpage, index, box):
                continue
            raw.FPDFText_GetCharOrigin(textpage, index, x, y)
            found.characters.append(
                Character(text, box.left, box.right, height - y.value, box.top - box.bottom)
            )
    finally:
        textpage.close()
    return found
