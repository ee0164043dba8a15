from __future__ import annotations

import pandas as pd

from predlozheno.records.schema import Proposal
from predlozheno.records.table import COLUMNS, to_frame

DESIGNED = (
    "id document meeting_date section item speaker kind status polarity procedural proposers "
    "addressees executors established reformed joined hosts partners content action purpose deadline "
    "deadline_date period recurrence vote_for vote_against vote_abstained outcome evidence page start "
    "end rule confidence"
).split()


def test_columns_are_those_of_the_design():
    assert [column.name for column in COLUMNS] == DESIGNED


def test_every_field_of_the_record_has_a_column():
    shown = {column.field for column in COLUMNS}
    # The words of the trigger stand in the evidence.
    assert set(Proposal.model_fields) - shown == {"trigger"}


def test_a_record_becomes_a_row(proposal):
    row = to_frame([proposal()]).iloc[0]
    assert row["proposers"] == "корейская сторона"
    assert row["established"] == "отдел"
    assert row["hosts"] == "министерство"
    assert row["content"] == "создать отдел в министерстве до 1 марта 2025 года"
    assert row["deadline"] == "до 1 марта 2025 года"
    assert row["deadline_date"] == pd.Timestamp("2025-03-01")
    assert (row["start"], row["end"]) == (proposal().content.start, proposal().content.end)
    assert row["addressees"] is pd.NA
    assert pd.isna(row["vote_for"])


def test_parties_are_joined_by_semicolons(proposal):
    party = proposal().proposers[0].model_dump()
    record = proposal(proposers=[party, party | {"name": "рабочая группа"}])
    assert to_frame([record]).iloc[0]["proposers"] == "корейская сторона; рабочая группа"


def test_votes_meeting_and_section(proposal):
    vote = {"start": 0, "end": 4, "text": "за 7", "for": 7, "against": 0}
    meeting = {"date": "2025-04-24/2025-04-25"}
    record = proposal(vote=vote, meeting=meeting, section=["Вопрос 1", "РЕШИЛИ"])
    row = to_frame([record]).iloc[0]
    assert (row["vote_for"], row["vote_against"]) == (7, 0)
    assert pd.isna(row["vote_abstained"])
    assert row["meeting_date"] == "2025-04-24/2025-04-25"
    assert row["section"] == "Вопрос 1 / РЕШИЛИ"


def test_a_deadline_that_is_no_day_has_no_date(proposal):
    timing = proposal().timing[0].model_dump()
    record = proposal(timing=[timing | {"value": "P10D"}, timing | {"value": None}])
    assert to_frame([record])["deadline_date"].isna().all()


def test_an_empty_table_has_the_same_dtypes(proposal):
    pd.testing.assert_series_equal(to_frame([]).dtypes, to_frame([proposal()]).dtypes)


def test_kinds_are_a_category_in_the_order_of_the_schema(proposal):
    kinds = to_frame([proposal()])["kind"].cat.categories
    assert list(kinds)[:2] == ["proposal", "recommendation"]
