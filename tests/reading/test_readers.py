"""Bytes become a Document: encodings, marks, refusals."""

import hashlib

import pytest

from predlozheno.errors import ReadError
from predlozheno.reading import readers
from predlozheno.reading.document import Document
from predlozheno.reading.readers import read, read_bytes

SENTENCE = "Правление решило: поручить бухгалтеру подготовить смету к пятнице.\n"
SHOUTED = "ПРАВЛЕНИЕ РЕШИЛО: ПОРУЧИТЬ БУХГАЛТЕРУ ПОДГОТОВИТЬ СМЕТУ К ПЯТНИЦЕ.\n"


@pytest.mark.parametrize("codec", ["utf-8", "cp1251", "koi8-r", "cp866", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SENTENCE, SHOUTED, SENTENCE.lower()])
def test_encodings_are_recognised(codec: str, text: str) -> None:
    document = read_bytes(text.encode(codec), name="a.txt")
    assert document.source == text
    assert document.encoding == codec


@pytest.mark.parametrize(
    ("codec", "recorded"),
    [("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16")],
)
def test_byte_order_mark_is_not_part_of_the_source(codec: str, recorded: str) -> None:
    document = read_bytes(SENTENCE.encode(codec), name="a.txt")
    assert document.source == SENTENCE
    assert document.encoding == recorded


def test_line_ends_stay_and_bytes_are_hashed() -> None:
    data = "Первая\r\nвторая\rтретья\n".encode()
    document = read_bytes(data, name="папка/a.txt")
    assert document.source == "Первая\r\nвторая\rтретья\n"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.name == "папка/a.txt"
    assert document.format == "text"


def test_latin_text_is_utf8() -> None:
    assert read_bytes(b"Action items: none.", name="a.txt").encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n\t \n", "a.txt", "white space"),
        ("\ufeff \n".encode(), "a.txt", "white space"),
        (b"%PDF-1.7 ...", "a.txt", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a.md", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt", "PNG"),
        (b"\x00\x01\x02\xff\xfe\x00\x9c" * 40, "a.txt", "binary"),
        (bytes(128 + i * 97 % 128 for i in range(600)), "a.txt", "encoding"),
        ("Решили создать комиссию".encode()[:-1], "a.txt", "damaged"),
        (b"MZ", "a.exe", "no reader"),
    ],
)
def test_refusals_say_what_is_wrong_and_what_to_do(data: bytes, name: str, words: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_bytes(data, name=name)
    assert name in raised.value.message
    assert words in raised.value.message
    assert raised.value.hint


def test_a_missing_file_is_a_read_error(tmp_path) -> None:
    with pytest.raises(ReadError, match=r"нет\.txt"):
        read(tmp_path / "нет.txt", name="нет.txt")


def test_markdown_keeps_its_source(tmp_path) -> None:
    path = tmp_path / "созвон.MD"
    path.write_text("# Созвон\n\n**Катя:** предлагаю *понедельник*\n", encoding="utf-8")
    document = read(path, name="созвон.MD")
    assert document.source == "# Созвон\n\n**Катя:** предлагаю *понедельник*\n"
    assert document.format == "markdown"


def test_a_reader_can_be_added(monkeypatch) -> None:
    monkeypatch.setattr(readers, "_READERS", list(readers._READERS))
    monkeypatch.setattr(readers, "SUFFIXES", set(readers.SUFFIXES))
    readers.register(
        ".zzz",
        reader=lambda data, limits: Document("", data[::-1].decode(), "backwards"),
        recognises=lambda data: data.startswith(b"%PDF-"),
    )
    assert ".zzz" in readers.SUFFIXES
    assert read_bytes(b"%PDF-", name="a.pdf").source == "-FDP%"
