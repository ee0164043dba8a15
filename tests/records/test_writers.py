from __future__ import annotations

from urllib.parse import unquote

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from predlozheno.errors import ReadError, UsageError
from predlozheno.records import writers
from predlozheno.records.folder import source_path
from predlozheno.records.table import COLUMNS, to_frame
from predlozheno.records.writers import jsonl, xlsx
from predlozheno.records.writers.csv import neutralise, restore

HOSTILE = [
    "=1+1",
    "+7 495",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1＋1",
    "＋1",
    "－1",
    "＠A1",
    "'",
    "''",
    "'=1",
    "'слово",
    "https://example.org",
    'а,"б";в',
    "строка\r\nвторая\rтретья\n",
    "{=1}",
    "NA",
    "nan",
    "None",
    "True",
    "0012",
    "\u2028разрыв\x85",
    "\x00\x07",
]
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(HOSTILE)
several = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def hostile_record(proposal, text):
    party = proposal().proposers[0].model_dump() | {"name": text}
    content = proposal().content.model_dump() | {"text": text}
    return proposal(document=text, speaker=text, item=text, content=content, proposers=[party])


@pytest.mark.parametrize("suffix", ["csv", "parquet", "jsonl", "sqlite"])
@several
@given(text=texts)
@example(text="=1+1")
def test_any_text_comes_back_exactly(proposal, tmp_path, suffix, text):
    path = tmp_path / f"table.{suffix}"
    records = [hostile_record(proposal, text), proposal()]
    writers.write(records, path)
    pd.testing.assert_frame_equal(writers.read(path), to_frame(records))


@pytest.mark.parametrize("suffix", ["csv", "parquet", "jsonl", "sqlite"])
def test_an_empty_table_comes_back(tmp_path, suffix):
    path = tmp_path / f"table.{suffix}"
    writers.write([], path)
    pd.testing.assert_frame_equal(writers.read(path), to_frame([]))


@given(texts)
def test_no_neutralised_cell_is_a_formula(text):
    assert not neutralise(text).startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert restore(neutralise(text)) == text


def test_csv_begins_with_a_byte_order_mark_and_has_no_live_formula(proposal, tmp_path):
    path = tmp_path / "table.csv"
    writers.write([hostile_record(proposal, "=HYPERLINK(A1)")], path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,document,")
    assert b",=HYPER" not in data
    assert b",'=HYPERLINK(A1)," in data


def test_csv_of_another_program_is_refused(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ReadError, match="not a table of proposals"):
        writers.read(path)


@pytest.mark.parametrize("text", HOSTILE)
def test_xlsx_holds_texts_and_no_formula(proposal, tmp_path, text):
    path = tmp_path / "table.xlsx"
    writers.write([hostile_record(proposal, text)], path)
    sheet = openpyxl.load_workbook(path)["proposals"]
    number = [column.name for column in COLUMNS].index("content") + 1
    cell = sheet.cell(2, number)
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    if text.isprintable():
        assert cell.value == text


def test_xlsx_is_made_for_people(proposal, tmp_path):
    path = tmp_path / "table.xlsx"
    long = proposal().content.model_dump() | {"text": "ж" * 40_000}
    writers.write([proposal(content=long)], path)
    sheet = openpyxl.load_workbook(path)["proposals"]
    names = [cell.value for cell in sheet[1]]
    row = dict(zip(names, sheet[2], strict=True))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:AI2"
    assert sheet.column_dimensions["S"].width > 50
    assert row["deadline_date"].is_date
    assert row["procedural"].value is False
    assert row["content"].value.endswith("ж…")
    assert len(row["content"].value) == 32_767


def test_xlsx_of_the_same_records_is_the_same_file(proposal, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        writers.write([proposal()], tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(
    "document",
    ["2024/протокол 3.docx", "a#b%20[1].txt", "a.zip!/б.txt", "=1+1.txt", "http://example.org"],
)
def test_xlsx_links_each_document_to_its_source(proposal, tmp_path, document):
    path = tmp_path / "table.xlsx"
    writers.write([proposal(document=document)], path)
    cell = openpyxl.load_workbook(path)["proposals"]["B2"]
    assert cell.value == document
    assert cell.data_type == "s"
    # As spreadsheets write a file's place; those of other systems turn the strokes around.
    target = unquote(cell.hyperlink.target).replace("\\", "/")
    assert target == f"sources/{source_path(document)}"


def test_xlsx_goes_on_in_a_second_sheet(proposal, tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "_MAX_ROWS", 2)
    path = tmp_path / "table.xlsx"
    records = [proposal(item=str(number)) for number in range(5)]
    writers.write(iter(records), path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["proposals", "proposals 2", "proposals 3"]
    items = [row[4].value for sheet in book for row in sheet.iter_rows(min_row=2)]
    assert items == [str(number) for number in range(5)]


def test_unknown_format_lists_those_that_there_are(tmp_path):
    with pytest.raises(UsageError, match="jsonl, csv, parquet, xlsx, sqlite"):
        writers.write([], tmp_path / "table.ods")


def test_xlsx_is_not_read_back(tmp_path):
    with pytest.raises(UsageError, match=r"proposals\.jsonl"):
        writers.read(tmp_path / "table.xlsx")


def test_a_damaged_line_is_named(proposal, tmp_path):
    path = tmp_path / "proposals.jsonl"
    path.write_text(f'{proposal().to_json()}\n{{"id": 1}}\n', encoding="utf-8")
    with pytest.raises(ReadError, match="line 2"):
        list(jsonl.records(path))


def test_jsonl_gives_the_very_records_back(proposal, tmp_path):
    path = tmp_path / "proposals.jsonl"
    records = [proposal(), hostile_record(proposal, "\u2028'=1")]
    writers.write(records, path)
    assert list(jsonl.records(path)) == records
    assert path.read_bytes().count(b"\n") == 2
