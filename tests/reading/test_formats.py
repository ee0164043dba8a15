"""The same minutes in every format, written by us, by other libraries and by LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from formats.minutes import MINUTES, WRITERS

import predlozheno
from predlozheno.reading.document import Document
from predlozheno.reading.readers import SUFFIXES, read, read_bytes

LIBREOFFICE = Path(__file__).parent / "formats" / "libreoffice"
ORIGINS = [*WRITERS, *(f"libreoffice/{suffix}" for suffix in ("docx", "odt", "rtf", "pdf"))]
# They tell where a record stands in the one text or the other, and which file that was.
PLACES = {"start", "end", "fragments", "id", "by", "document", "page"}


def document(origin: str) -> Document:
    producer, _, suffix = origin.rpartition("/")
    if producer:
        return read(LIBREOFFICE / f"minutes.{suffix}", name="протокол")
    return read_bytes(WRITERS[suffix](), name="протокол", suffix=f".{suffix}")


def words(value: Any) -> Any:
    """A record without its places."""
    if isinstance(value, dict):
        return {key: words(one) for key, one in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [words(one) for one in value]
    return value


@pytest.fixture(scope="module")
def records() -> dict[str, list[dict[str, Any]]]:
    nlp = predlozheno.load()
    return {
        origin: [record.model_dump(mode="json") for record in nlp.extract(document(origin))]
        for origin in ORIGINS
    }


def test_the_plain_text_gives_what_a_reader_finds_in_it(records):
    found = [
        (one["kind"], one["content"]["text"], one["section"][0], one["item"])
        for one in records["txt"]
    ]
    pump, waste = "О ремонте насосной станции", "О вывозе мусора"
    assert (
        "assignment",
        "подготовить смету ремонта до 1 июня 2024 года",
        pump,
        "1.1",
    ) in found
    assert ("decision", "Создать рабочую группу по выбору перевозчика", waste, "2.1") in found
    assert len(found) == 7


@pytest.mark.parametrize("origin", ORIGINS[1:])
def test_every_format_gives_the_same_records(records, origin):
    assert list(map(words, records[origin])) == list(map(words, records["txt"]))


@pytest.mark.parametrize("origin", ORIGINS)
def test_every_span_is_cut_out_of_the_source(records, origin):
    source = document(origin).source
    for record in records[origin]:
        for name in ("trigger", "evidence"):
            span = record[name]
            cut, quoted = source[span["start"] : span["end"]].split(), span["text"].split()
            # In between there may be the running head of a page.
            assert (cut[0], cut[-1]) == (quoted[0], quoted[-1])
            assert len(cut) == len(quoted) or "лист" in cut


def test_pages_reach_the_records_of_a_pdf_and_no_others(records):
    assert {record["page"] for record in records["pdf"]} == {2, 3}
    pages = {record["content"]["text"]: record["page"] for record in records["libreoffice/pdf"]}
    assert pages["Создать рабочую группу по выбору перевозчика"] == 1
    for origin in ORIGINS:
        if not origin.endswith("pdf"):
            assert {record["page"] for record in records[origin]} == {None}


@pytest.mark.parametrize("origin", ["docx", "odt", "rtf", "html", "libreoffice/docx"])
def test_tables_become_rows(origin):
    lines = document(origin).source.split("\n")
    assert "| Ремонт насосной станции | 12 | 1 | 2 |" in lines


@pytest.mark.parametrize("origin", ["docx", "odt", "rtf", "html", *ORIGINS[-4:-1]])
def test_headings_are_those_that_the_format_marks(origin):
    found = document(origin)
    lines = [found.source[start:].partition("\n")[0] for start, _ in found.headings]
    expected = [part.text for part in MINUTES if part.kind == "heading"]
    assert [line.split(maxsplit=1)[1] for line in lines] == expected
    assert [level for _, level in found.headings] == [2, 2]


@pytest.mark.parametrize("suffix", ["docx", "odt", "rtf"])
def test_footnotes_bullets_and_headings_of_libreoffice(suffix):
    found = read(LIBREOFFICE / f"choir.{suffix}", name="хор")
    assert [line.split(maxsplit=1) for line in found.source.splitlines()] == [
        ["Протокол", "собрания хора"],
        ["Староста", "предложила заказать ноты до конца марта."],
        ["¹", "Ноты лежат в библиотеке."],
        ["•", "Баритонам прийти в среду."],
        ["•", "Альтам:"],
        ["•", "принести партитуры;"],
        ["•", "сдать взносы."],
    ]
    assert found.headings == ((0, 1),)


def test_a_footnote_in_a_pdf_does_not_stick_to_its_word():
    found = read(LIBREOFFICE / "choir.pdf", name="хор")
    assert "заказать ноты¹ до конца" in found.source
    from predlozheno.reading.layout import repair

    assert "заказать ноты до конца" in repair(found).text


def test_an_html_list_has_the_numbers_that_a_browser_shows():
    lines = [line.strip() for line in document("libreoffice/html").source.splitlines()]
    assert "2. Рекомендовать бухгалтеру открыть отдельный счёт для сбора взносов." in lines


@pytest.mark.parametrize("suffix", WRITERS)
def test_content_comes_before_the_suffix(suffix):
    data = WRITERS[suffix]()
    right = read_bytes(data, name=f"a.{suffix}")
    for wrong in (".txt", ".docx", ".doc", ".pdf", ""):
        if suffix in ("txt", "md") and wrong != ".txt":
            continue
        found = read_bytes(data, name=f"a{wrong}")
        assert (found.source, found.pages) == (right.source, right.pages)


def test_all_suffixes_are_known():
    assert {f".{suffix}" for suffix in WRITERS} <= SUFFIXES
