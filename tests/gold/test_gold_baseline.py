from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from predlozheno.errors import GoldError
from predlozheno.gold.baseline import (
    Baseline,
    Recorded,
    breaches,
    read_baseline,
    updated,
    write_baseline,
)
from predlozheno.gold.conversion import as_proposals
from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.evaluation import evaluate
from predlozheno.gold.scoring import DocumentScore
from predlozheno.records.schema import Kind, Proposal

Guess = Callable[..., Proposal]


def score(gold: GoldDocument, answers: Sequence[Proposal]) -> tuple[DocumentScore, ...]:
    return evaluate([gold], {gold.stem: answers}).documents


@pytest.fixture
def recorded(kalinka: GoldDocument) -> Baseline:
    """All records found, the second of them not exactly; nothing spurious, one tolerated."""
    answers = as_proposals(kalinka)
    answers[1] = answers[1].model_copy(update={"kind": Kind.NEED})
    return updated(Baseline(tolerance=1), score(kalinka, answers), ["kalinka"])


@pytest.fixture
def as_recorded(kalinka: GoldDocument) -> list[Proposal]:
    answers = as_proposals(kalinka)
    answers[1] = answers[1].model_copy(update={"kind": Kind.NEED})
    return answers


def test_open_where_nothing_changed(
    kalinka: GoldDocument, recorded: Baseline, as_recorded: list[Proposal]
) -> None:
    assert breaches(recorded, score(kalinka, as_recorded)) == []


def test_closed_by_a_lost_record(
    kalinka: GoldDocument, recorded: Baseline, as_recorded: list[Proposal]
) -> None:
    (breach,) = breaches(recorded, score(kalinka, as_recorded[1:]))
    assert breach.what == "records lost"
    assert breach.ids == (kalinka.records[0].id,)


def test_closed_by_a_record_no_longer_exact(
    kalinka: GoldDocument, recorded: Baseline, as_recorded: list[Proposal]
) -> None:
    worse = [as_recorded[0].model_copy(update={"proposers": ()}), *as_recorded[1:]]
    (breach,) = breaches(recorded, score(kalinka, worse))
    assert breach.what == "records no longer exact"
    assert breach.ids == (kalinka.records[0].id,)


def test_closed_by_a_rise_until_it_is_recorded(kalinka: GoldDocument, recorded: Baseline) -> None:
    better = score(kalinka, as_proposals(kalinka))
    (breach,) = breaches(recorded, better)
    assert breach.ids == (kalinka.records[1].id,)
    assert breaches(updated(recorded, better, ["kalinka"]), better) == []


def test_closed_by_more_spurious_records_than_tolerated(
    kalinka: GoldDocument, recorded: Baseline, as_recorded: list[Proposal], guess: Guess
) -> None:
    one, two = guess(kalinka, "въезду"), guess(kalinka, "Правление")
    assert breaches(recorded, score(kalinka, [*as_recorded, one])) == []
    (breach,) = breaches(recorded, score(kalinka, [*as_recorded, one, two]))
    assert str(breach) == "2 spurious records, 1 allowed (tolerance 1)"


def test_closed_by_a_gold_record_that_is_gone_and_a_document_that_is_new(
    kalinka: GoldDocument, as_recorded: list[Proposal]
) -> None:
    old = Baseline(documents={"kalinka": Recorded(found=("kalinka#00000000",))})
    told = [breach.what for breach in breaches(old, score(kalinka, as_recorded))]
    assert told[0].startswith("gold records recorded as found that are no longer")
    told = [breach.what for breach in breaches(Baseline(), score(kalinka, []))]
    assert told == ["documents that the baseline does not have"]


def test_updating_some_documents_keeps_the_others(kalinka: GoldDocument) -> None:
    kept, dropped = Recorded(spurious=2), Recorded(spurious=5)
    old = Baseline(tolerance=4, documents={"malinka": kept, "gone": dropped})
    new = updated(old, score(kalinka, as_proposals(kalinka)), ["kalinka", "malinka"])
    assert new.tolerance == 4
    assert list(new.documents) == ["kalinka", "malinka"]
    assert new.documents["malinka"] == kept


def test_the_file_comes_back_as_it_was(tmp_path: Path, recorded: Baseline) -> None:
    path = tmp_path / "baseline.json"
    assert read_baseline(path) == Baseline()
    write_baseline(path, recorded)
    assert read_baseline(path) == recorded
    assert "углубить" not in path.read_text(encoding="utf-8")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text('{"tolerance": -1}', encoding="utf-8")
    with pytest.raises(GoldError, match=r"baseline\.json: is no baseline"):
        read_baseline(path)
