"""What people read can be had in Russian; what programs read never changes."""

from __future__ import annotations

import openpyxl
import pandas as pd
import pytest

from predlozheno.records import writers
from predlozheno.records.captions import captions, named
from predlozheno.records.schema import Kind, Polarity, Role, Status
from predlozheno.records.table import to_frame


def test_every_column_and_value_has_a_russian_name():
    names = captions("ru")
    assert len(set(names)) == len(names) == len(captions("en"))
    values = [one.value for choices in (Kind, Status, Polarity) for one in choices]
    assert len({named(value, "ru") for value in values}) == len(values)
    assert all(named(role.value, "ru") != role.value for role in Role)
    assert [named(value, "en") for value in values] == values


def test_csv_is_what_a_russian_spreadsheet_expects(proposal, tmp_path):
    path = tmp_path / "table.csv"
    writers.write([proposal(procedural=True)], path, lang="ru")
    header, row = path.read_text(encoding="utf-8-sig").splitlines()
    assert header.startswith("код;документ;дата заседания;")
    assert ";предложение;выдвинуто;за;да;корейская сторона;" in row
    assert row.endswith(";0,9")
    pd.testing.assert_frame_equal(writers.read(path), to_frame([proposal(procedural=True)]))


def test_an_empty_russian_csv_comes_back(tmp_path):
    writers.write([], tmp_path / "table.csv", lang="ru")
    pd.testing.assert_frame_equal(writers.read(tmp_path / "table.csv"), to_frame([]))


def test_xlsx_in_russian(proposal, tmp_path):
    path = tmp_path / "table.xlsx"
    writers.write([proposal()], path, lang="ru")
    sheet = openpyxl.load_workbook(path)["предложения"]
    row = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))
    assert row["вид"].value == "предложение"
    assert row["статус"].value == "выдвинуто"
    assert row["срок (дата)"].is_date
    assert row["уверенность"].value == 0.9


@pytest.mark.parametrize("suffix", ["jsonl", "parquet", "sqlite"])
def test_what_programs_read_is_the_same_in_every_language(proposal, tmp_path, suffix):
    for lang in writers.LANGUAGES:
        writers.write([proposal()], tmp_path / f"{lang}.{suffix}", lang=lang)
    assert (tmp_path / f"en.{suffix}").read_bytes() == (tmp_path / f"ru.{suffix}").read_bytes()
