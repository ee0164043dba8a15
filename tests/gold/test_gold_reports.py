from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from predlozheno.gold.cases import cases, closed_ids
from predlozheno.gold.conversion import as_proposals
from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.evaluation import Evaluation, evaluate
from predlozheno.gold.grids import Grid, overview
from predlozheno.gold.machine import as_data
from predlozheno.gold.page import as_page
from predlozheno.gold.splits import Split
from predlozheno.records.schema import Proposal

Guess = Callable[..., Proposal]


@dataclass
class Entry:
    """As much of an account as a report reads."""

    start: int
    end: int
    text: str
    outcome: str
    rule: str | None = None
    reason: str | None = None


def scored(gold: GoldDocument, answers: Sequence[Proposal], *, split: Split = "dev") -> Evaluation:
    return evaluate([gold], {gold.stem: answers}, splits={gold.stem: split})


@pytest.fixture
def faulty(kalinka: GoldDocument, guess: Guess) -> list[Proposal]:
    """The first record lacks its proposer, the third is missed, one is spurious."""
    first, second, _, _ = as_proposals(kalinka)
    spurious = guess(kalinka, "въезду", trigger="Предложений", rule="propose.noun")
    return [first.model_copy(update={"proposers": ()}), second, spurious]


def test_errors_stand_side_by_side_in_the_order_of_the_text(
    kalinka: GoldDocument, faulty: list[Proposal]
) -> None:
    (score,) = scored(kalinka, faulty).documents
    differs, missed, spurious = cases(score)
    assert [one.error for one in (differs, missed, spurious)] == ["differs", "missed", "spurious"]
    wrong = [line for line in differs.lines if not line.agrees]
    assert [(line.field, line.gold, line.guess) for line in wrong] == [("proposers", "Петров", "")]
    assert missed.id == kalinka.records[2].id
    assert missed.line == 6
    assert "Решили: поручить Петрову закупить трубы." in missed.sentence
    assert ("targets", "addressee: Петрову", "") in [
        (line.field, line.gold, line.guess) for line in missed.lines
    ]
    assert spurious.reasons == ("rule propose.noun, confidence 0.75",)


def test_a_missed_record_shows_what_refused_it(
    kalinka: GoldDocument, faulty: list[Proposal]
) -> None:
    (score,) = scored(kalinka, faulty).documents
    start = kalinka.source.index("Решили")
    refusal = Entry(start, start + 40, "Решили: поручить …", "refused", "negated", "«не» before it")
    elsewhere = Entry(0, 10, "Правление", "refused", "everyday", "no body")
    missed = cases(score, [elsewhere, refusal])[1]  # type: ignore[list-item]
    assert missed.reasons == ("refused negated «не» before it",)
    assert missed.sentence == "Решили: поручить …"
    assert cases(score)[1].reasons == ("no sentence with a trigger word here",)


def test_no_errors_where_there_are_none(kalinka: GoldDocument) -> None:
    (score,) = scored(kalinka, as_proposals(kalinka)).documents
    assert cases(score) == []


def test_a_split_record_shows_the_words_it_shares(kalinka: GoldDocument, guess: Guess) -> None:
    pieces = [guess(kalinka, "пруд"), guess(kalinka, "1 мая")]
    (score,) = scored(kalinka, pieces).documents
    missed = cases(score)[0]
    assert [reason.split(" the ")[0] for reason in missed.reasons[1:]] == ["shares words with"] * 2


def test_nothing_but_ids_is_told_of_test_documents(
    kalinka: GoldDocument, faulty: list[Proposal]
) -> None:
    evaluation = scored(kalinka, faulty, split="test")
    (score,) = evaluation.documents
    assert cases(score) == []
    assert closed_ids(score)["missed"] == [kalinka.records[2].id]
    assert closed_ids(score)["inexact"] == [kalinka.records[0].id]
    told = as_page(evaluation, {}) + json.dumps(as_data(evaluation, {}), ensure_ascii=False)
    told += str(list(overview(evaluation)))
    assert kalinka.records[2].id in told
    for word in ("Петров", "трубы", "пруд", "въезд"):
        assert word not in told


def test_the_page_escapes_what_it_quotes(kalinka: GoldDocument, faulty: list[Proposal]) -> None:
    spurious = faulty[-1]
    evidence = spurious.evidence.model_copy(update={"text": "<script>въезд</script>"})
    hostile = spurious.model_copy(update={"evidence": evidence, "rule": "a & b"})
    page = as_page(scored(kalinka, [hostile]), {})
    assert "<script>" not in page
    assert "&lt;script&gt;въезд" in page
    assert "rule a &amp; b" in page
    assert "закупить трубы" in page


def test_the_data_is_plain_json(kalinka: GoldDocument, faulty: list[Proposal]) -> None:
    data = json.loads(json.dumps(as_data(scored(kalinka, faulty), {})))
    (document,) = data["documents"]
    assert document["found"] == sorted(record.id for record in kalinka.records[:2])
    assert [case["error"] for case in document["errors"]] == ["differs", "missed", "spurious"]
    records = next(
        one
        for one in data["whole"]["measures"]
        if one["name"] == "records" and one["mode"] == "strict"
    )
    assert records["counts"] == {"right": 2, "spurious": 1, "missed": 1}


def test_the_grids_hold_every_measure(kalinka: GoldDocument, faulty: list[Proposal]) -> None:
    grids = list(overview(scored(kalinka, faulty)))
    assert [grid.title.split(":")[0] for grid in grids] == ["dev"] * 4 + ["By genre"]
    assert all(len(row) == len(grid.headers) for grid in grids for row in grid.rows)
    rows = {row[0]: row for row in grids[0].rows}
    assert rows["records"][1:3] == ("0.667", "0.667")
    assert {"exact records", "kind proposal", "proposers", "targets with role"} <= set(rows)
    assert isinstance(grids[0], Grid)
