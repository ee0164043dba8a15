"""Files made to hurt: bombs, entities, depth, passwords, and formats that cannot be read."""

from __future__ import annotations

import time
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from formats.minutes import as_docx, as_odt
from test_docx import docx, p

from predlozheno.errors import ReadError
from predlozheno.reading.readers import Limits, read, read_bytes

LIBREOFFICE = Path(__file__).parent / "formats" / "libreoffice"
LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
DOCTYPES = {
    "laughs": f'<!DOCTYPE x [<!ENTITY a "ха">{LAUGHS}]>',
    "file": '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>',
    "address": '<!DOCTYPE x SYSTEM "http://localhost:1/x.dtd" [<!ENTITY i "ха">]>',
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def repacked(data: bytes, **changes: bytes | None) -> bytes:
    """A zip file with some of its files replaced."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for info in old.infolist():
            new.writestr(info.filename, changes.pop(info.filename, old.read(info)))
        for name, content in changes.items():
            new.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("kind", DOCTYPES)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("data", "part"), [(as_docx(), "word/document.xml"), (as_odt(), "content.xml")]
)
def test_document_types_are_refused(data, part, codec, kind):
    xml = f'<?xml version="1.0" encoding="{codec}"?>{DOCTYPES[kind]}<x>&i;</x>'
    started = time.perf_counter()
    with pytest.raises(ReadError):
        read_bytes(repacked(data, **{part: xml.encode(codec)}), name="a")
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("kind", DOCTYPES)
def test_html_expands_no_entity_of_its_own(kind):
    page = f"{DOCTYPES[kind]}<html><body><p>Решили: &i; купить насос.</body></html>"
    source = read_bytes(page.encode(), name="a.html").source
    assert "купить насос" in source
    assert len(source) < 1000


def test_a_bomb_is_refused_before_it_is_unpacked():
    """306 KB that unpack to 300 MB."""
    body = p("А" * 1000)
    bomb = repacked(docx(body), **{"word/document.xml": b" " * 300_000_000})
    assert len(bomb) < 310_000
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(ReadError, match=r"300,000,000 bytes, and 52,428,800 is the limit"):
        read_bytes(bomb, name="a.docx")
    assert time.perf_counter() - started < 1
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_pictures_do_not_count_as_they_are_never_unpacked():
    data = repacked(docx(p("Решили.")), **{"word/media/image1.bmp": bytes(60_000_000)})
    assert read_bytes(data, name="a.docx").source == "Решили.\n"


@pytest.mark.parametrize("unit", ["w:p", "w:r", "w:sdt", "w:tbl", "w:ins"])
def test_deep_xml_is_refused(unit):
    deep = f"<{unit}>" * 100_000 + f"</{unit}>" * 100_000
    with pytest.raises(ReadError, match="damaged XML"):
        read_bytes(docx(deep), name="a.docx")


@pytest.mark.parametrize("unit", ["<div>", "<b>", "<table><tr><td>", "<a><b><p>", "<ul><li>"])
def test_deep_html_is_refused(unit):
    started = time.perf_counter()
    with pytest.raises(ReadError, match="nested too deeply"):
        read_bytes(f"<html><body>{unit * 100_000}х".encode(), name="a.html")
    assert time.perf_counter() - started < 5


def test_boxes_in_boxes_are_read_once():
    box = p("В рамке")
    for _ in range(25):
        box = f"<w:p><w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r></w:p>"
    started = time.perf_counter()
    assert read_bytes(docx(box), name="a.docx").source.split("\n").count("В рамке") == 1
    assert time.perf_counter() - started < 2


def test_styles_based_on_themselves_and_lists_without_rules_do_no_harm():
    styles = '<w:style w:styleId="а"><w:basedOn w:val="а"/></w:style>'
    data = docx(p("Решили.", '<w:pStyle w:val="а"/>'), styles=styles)
    assert read_bytes(data, name="a.docx").source == "Решили.\n"


@pytest.mark.parametrize("depth", [60, 100, 240])
def test_what_is_nested_as_deep_as_allowed_is_read(depth):
    page = "<html><body>" + "<div>" * depth + "Решили."
    assert read_bytes(page.encode(), name="a.html").source == "Решили.\n"
    inner = "<w:sdt>" * depth + p("Решили.") + "</w:sdt>" * depth
    assert read_bytes(docx(inner), name="a.docx").source == "Решили.\n"
    content = "<span>" * depth + "Решили." + "</span>" * depth
    xml = f"<c><body><text><p>{content}</p></text></body></c>".encode()
    assert read_bytes(repacked(as_odt(), **{"content.xml": xml}), name="a").source == "Решили.\n"


def test_comments_before_a_page_are_passed_quickly():
    page = b"<!---->" * 500 + b"x"
    started = time.perf_counter()
    assert read_bytes(page, name="a.txt").format == "text"
    assert time.perf_counter() - started < 1


def test_deep_rtf_groups_and_wild_numbers_do_no_harm():
    text = "{\\rtf1 " + "{" * 100_000 + "\\ilvl-5\\u-99999\\uc-3\\s999999999 x\\bin2147483647 y"
    assert read_bytes(text.encode(), name="a.rtf").source.endswith("x\n")


def test_too_many_characters_are_refused():
    for data, name in ((b"a " * 5001, "a.txt"), (docx(p("аб" * 5001)), "a.docx")):
        with pytest.raises(ReadError, match="is the limit"):
            read_bytes(data, name=name, limits=Limits(characters=10_000))


def test_too_many_bytes_are_refused_unread(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(ReadError, match="1,000,000,000,000 bytes, and 104,857,600 is the limit"):
        read(path, name="a.txt")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted with a password"),
        (OLE + "WordDocument".encode("utf-16-le"), r"old Word file \(doc\).*save it as docx"),
        (OLE + "Workbook".encode("utf-16-le"), "old Excel"),
        (OLE, "old Office program"),
        ((LIBREOFFICE / "minutes.doc").read_bytes(), r"old Word file \(doc\)"),
        (repacked(as_docx())[:-30], "cut off"),
        (as_docx()[:200], "cut off"),
        (b"AT&TFORM....DJVU", "DjVu"),
        ((LIBREOFFICE / "encrypted.pdf").read_bytes(), "encrypted with a password"),
    ],
)
def test_what_cannot_be_read_says_so_and_what_to_do(data, words):
    with pytest.raises(ReadError, match=words) as raised:
        read_bytes(data, name="a.docx")
    assert raised.value.hint


@pytest.mark.parametrize("folder", ["xl", "ppt"])
def test_spreadsheets_and_presentations_are_named(folder):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("[Content_Types].xml", "")
        opened.writestr(f"{folder}/x.xml", "")
    with pytest.raises(ReadError, match=r"a (spreadsheet|presentation), not a document"):
        read_bytes(file.getvalue(), name="a.docx")


def test_an_encrypted_odt_is_refused():
    manifest = b"<m><file-entry><encryption-data/></file-entry></m>"
    with pytest.raises(ReadError, match="encrypted with a password"):
        read_bytes(repacked(as_odt(), **{"META-INF/manifest.xml": manifest}), name="a.odt")


@pytest.mark.parametrize(
    ("suffix", "words"),
    [("docx", "no zip file"), ("odt", "no zip file"), ("pdf", "PDF"), ("rtf", "no RTF file")],
)
def test_a_name_is_not_enough(suffix, words):
    with pytest.raises(ReadError, match=words):
        read_bytes("Решили купить насос.".encode(), name=f"a.{suffix}")
