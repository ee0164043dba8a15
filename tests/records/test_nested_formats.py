"""Parquet and SQLite keep what is nested in a record."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pyarrow.parquet as pq
import pytest

from predlozheno.errors import ReadError
from predlozheno.records import writers
from predlozheno.records.writers import parquet, sqlite


@pytest.fixture
def rich(proposal):
    """A record with everything that a record may have, beside the ordinary one."""
    made = proposal()
    start, end = made.content.start, made.content.end
    fragments = [(start, start + 7), (start + 10, end)]
    return proposal(
        id="0" * 16 + "-2",
        meeting={"title": "О дорогах", "number": "7", "date": "2025-04-24/2025-04-25"},
        content=made.content.model_dump() | {"fragments": fragments},
        purpose={"start": 3, "end": 9, "text": "ради дела"},
        outcome={"start": 1, "end": 2, "text": "принято", "by": "f" * 16},
        vote={"start": 0, "end": 4, "text": "за 7", "for": 7, "against": 0, "unanimous": True},
        evidence=made.evidence.model_dump() | {"head": {"start": 0, "end": 3, "text": "РЕШИЛИ:"}},
        section=["Вопрос 1", "РЕШИЛИ"],
        item="2/1",
        speaker="Петров И.И.",
        procedural=True,
        page=3,
    )


@pytest.mark.parametrize(("suffix", "module"), [("parquet", parquet), ("sqlite", sqlite)])
def test_the_very_records_come_back(proposal, rich, tmp_path, suffix, module):
    path = tmp_path / f"proposals.{suffix}"
    records = [rich, proposal(), rich]
    writers.write(iter(records), path)
    assert list(module.records(path)) == records
    writers.write(iter(records), tmp_path / f"again.{suffix}")
    assert path.read_bytes() == (tmp_path / f"again.{suffix}").read_bytes()


def test_parquet_is_typed(rich, tmp_path):
    path = tmp_path / "proposals.parquet"
    writers.write([rich], path)
    schema = pq.read_schema(path)
    assert str(schema.field("deadline_date").type) == "date32[day]"
    assert str(schema.field("procedural").type) == "bool"
    assert "dictionary" in str(schema.field("kind").type)
    party = schema.field("proposers").type.value_type
    assert [party.field(number).name for number in range(3)] == ["start", "end", "text"]
    (row,) = pq.read_table(path).to_pylist()
    assert row["targets"][0]["role"] == "established"
    assert (row["established"], row["vote_for"]) == ("отдел", 7)


@pytest.mark.parametrize(("count", "parts"), [(0, 1), (3, 1), (4, 2), (7, 3)])
def test_large_parquet_is_a_folder_of_parts(proposal, tmp_path, monkeypatch, count, parts):
    monkeypatch.setattr(parquet, "_PART", 3)
    monkeypatch.setattr(parquet, "_GROUP", 2)
    path = tmp_path / "proposals.parquet"
    records = [proposal(item=str(number)) for number in range(count)]
    writers.write(iter(records), path)
    assert list(parquet.records(path)) == records
    assert path.is_dir() is (parts > 1)
    assert len(list(tmp_path.rglob("*.parquet"))) == parts + (parts > 1)
    assert pq.read_table(path).num_rows == count


def test_sqlite_answers_questions(proposal, rich, tmp_path):
    path = tmp_path / "proposals.sqlite"
    writers.write([rich, proposal()], path)
    with closing(sqlite3.connect(path)) as connection:
        query = (
            "SELECT parties.name, targets.name FROM proposals "
            "JOIN parties ON parties.proposal = number "
            "JOIN targets ON targets.proposal = number AND role = 'established' "
            "WHERE vote_for > vote_against"
        )
        assert connection.execute(query).fetchall() == [("корейская сторона", "отдел")]
        (told,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'timings'"
        ).fetchone()
    assert "-- ISO 8601 date, interval or duration" in told


def test_sqlite_refuses_another_database(tmp_path):
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE letters (text)")
    with pytest.raises(ReadError, match="not a database of proposals"):
        writers.read(path)
