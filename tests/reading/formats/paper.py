"""A writer of small PDF files: text at given places, in a font that is named and not embedded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
# All letters are as wide as half their height, so that tests can reckon with columns.
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Minutes /Encoding /Identity-H"
    b" /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Minutes /DW 500"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    b" /FontDescriptor 5 0 R >>",
    b"<< /Type /FontDescriptor /FontName /Minutes /Flags 4 /FontBBox [0 -200 1000 800]"
    b" /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
)
_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Identity def\n"
    b"/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
)


class Printed(NamedTuple):
    """Words on a page: where they begin, in points from its left and its top, and their size."""

    left: float
    top: float
    text: str
    size: float = 10


def pdf(
    pages: Sequence[Sequence[Printed]], *, pictures: bool = False, readable: bool = True
) -> bytes:
    """A PDF file.

    Args:
        pages: what is printed on each.
        pictures: whether a picture covers each page.
        readable: whether the file tells which letters its signs are.
    """
    objects: dict[int, bytes] = dict(enumerate((_stream(_TO_UNICODE),), 6))
    objects |= dict(enumerate(_FONT, 3))
    if not readable:
        private = _TO_UNICODE.replace(b"<0000> <FFFF> <0000>", b"<0400> <04FF> <E400>")
        objects[6] = _stream(private)
    objects[7] = _stream(b"\xff", b" /Type /XObject /Subtype /Image /Width 1 /Height 1"
                         b" /ColorSpace /DeviceGray /BitsPerComponent 8")  # fmt: skip
    kids = []
    for index, page in enumerate(pages):
        number = 10 + 2 * index
        kids.append(b"%d 0 R" % number)
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> /XObject << /I 7 0 R >> >> >>"
            % (WIDTH, HEIGHT, number + 1)
        )
        content = b"".join(map(_shown, page))
        if pictures:
            content += b"q %d 0 0 %d 0 0 cm /I Do Q\n" % (WIDTH, HEIGHT)
        objects[number + 1] = _stream(content)
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def column(
    lines: Sequence[str], *, left: float = 60, top: float = 100, pitch: float = 13
) -> list[Printed]:
    """Lines below one another."""
    return [Printed(left, top + index * pitch, line) for index, line in enumerate(lines) if line]


def _shown(words: Printed) -> bytes:
    signs = words.text.encode("utf-16-be").hex().encode()
    return b"BT /F %g Tf %g %g Td <%s> Tj ET\n" % (
        words.size,
        words.left,
        HEIGHT - words.top,
        signs,
    )


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def _file(objects: dict[int, bytes]) -> bytes:
    file = b"%PDF-1.4\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = len(file)
    last = max(objects)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        file += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    return file + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        last + 1,
        table,
    )
