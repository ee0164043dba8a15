from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from predlozheno.errors import GoldError
from predlozheno.gold.conversion import as_proposals
from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.evaluation import Group, evaluate
from predlozheno.gold.loading import gold_files, load
from predlozheno.gold.metrics import measures
from predlozheno.gold.tallies import Counts, Mode, Tally
from predlozheno.records.schema import Kind, Proposal, Status

Guess = Callable[..., Proposal]
CORPUS = Path(__file__).parents[2] / "corpus" / "gold"


def counts(group: Group, name: str, mode: Mode = "overlapping") -> tuple[int, int, int]:
    measure = group.measure(name, mode)
    assert measure is not None, name
    return measure.counts.right, measure.counts.spurious, measure.counts.missed


@pytest.fixture
def answers(kalinka: GoldDocument, guess: Guess) -> list[Proposal]:
    """One record right, one with faults, one missed, one false alarm, one optional."""
    return [
        guess(
            kalinka,
            "углубить пруд до 1 мая",
            proposers=("Петров",),
            timing=(("deadline", "до 1 мая"),),
            confidence=0.9,
        ),
        guess(
            kalinka,
            "проверить смету для порядка в кассе",
            trigger="рекомендовала",
            kind="proposal",
            proposers=("Петров",),
            targets=(("executor", "ревизионной комиссии"), ("host", "товарищества")),
            status=Status.ADOPTED,
            confidence=0.8,
        ),
        guess(kalinka, "въезду", trigger="Предложений", confidence=0.6),
        guess(kalinka, "создать комиссию", trigger="стоит", confidence=0.1),
    ]


def test_known_answers_give_known_counts(kalinka: GoldDocument, answers: list[Proposal]) -> None:
    whole = evaluate([kalinka], {"kalinka": answers}).whole
    assert (whole.documents, whole.records, whole.predictions) == (1, 3, 3)
    assert counts(whole, "records") == (2, 1, 1)
    assert counts(whole, "records", "strict") == (1, 2, 2)
    assert counts(whole, "exact records") == (1, 2, 2)
    assert counts(whole, "kind proposal") == (1, 2, 0)
    assert counts(whole, "kind recommendation") == (0, 0, 1)
    assert counts(whole, "kind assignment") == (0, 0, 1)
    assert counts(whole, "proposers") == (1, 1, 1)
    assert counts(whole, "targets") == (1, 1, 1)
    assert counts(whole, "targets", "among found") == (1, 1, 0)
    assert counts(whole, "targets with role") == (0, 2, 2)
    assert counts(whole, "role executor") == (0, 1, 0)
    assert counts(whole, "role addressee") == (0, 0, 2)
    assert counts(whole, "purpose") == (0, 0, 1)
    assert counts(whole, "timing with type") == (1, 0, 0)
    shares = {one.name: (one.right, one.asked) for one in whole.accuracies}
    assert shares == {
        "kind": (1, 2),
        "status": (1, 2),
        "polarity": (2, 2),
        "procedural": (2, 2),
        "timing: value": (0, 1),
    }


def test_rates_follow_from_the_counts(kalinka: GoldDocument, answers: list[Proposal]) -> None:
    records = evaluate([kalinka], {"kalinka": answers}).whole.measure("records")
    assert records
    assert records.precision.value == pytest.approx(2 / 3)
    assert records.recall.value == pytest.approx(2 / 3)
    assert records.f1.value == pytest.approx(2 / 3)


def test_false_alarms_are_counted_by_reason(kalinka: GoldDocument, answers: list[Proposal]) -> None:
    whole = evaluate([kalinka], {"kalinka": answers}).whole
    assert [(one.reason, one.rejects, one.alarms) for one in whole.alarms] == [("negated", 1, 1)]


def test_reliability_counts_what_is_scored(kalinka: GoldDocument, answers: list[Proposal]) -> None:
    table = evaluate([kalinka], {"kalinka": answers}).whole.reliability
    assert [(one.low, one.predictions, one.truth) for one in table.bins] == [
        (0.6, 1, 0.0),
        (0.8, 1, 1.0),
        (0.9, 1, 1.0),
    ]
    assert table.error == pytest.approx((0.6 + 0.2 + 0.1) / 3)
    assert table.brier == pytest.approx((0.36 + 0.04 + 0.01) / 3)


def test_no_answers_are_worth_zero(kalinka: GoldDocument) -> None:
    whole = evaluate([kalinka], {"kalinka": []}).whole
    assert whole.predictions == 0
    for measure in whole.measures:
        assert measure.precision.value is None
        assert measure.recall.value == 0
        assert measure.f1.value == 0
    assert whole.accuracies == ()
    assert whole.reliability.error is None


def test_wrong_answers_are_worth_zero(kalinka: GoldDocument, guess: Guess) -> None:
    wrong = [guess(kalinka, "Правление садового товарищества", proposers=("Правление",))]
    whole = evaluate([kalinka], {"kalinka": wrong}).whole
    assert counts(whole, "records") == (0, 1, 3)
    assert all(measure.f1.value == 0 for measure in whole.measures)


def test_answers_where_there_is_nothing_to_find(kalinka: GoldDocument, guess: Guess) -> None:
    empty = replace(kalinka, records=())
    whole = evaluate([empty], {"kalinka": [guess(kalinka, "пруд")]}).whole
    records = whole.measure("records")
    assert records
    assert (records.precision.value, records.recall.value, records.f1.value) == (0, None, 0)
    silent = evaluate([empty], {"kalinka": []}).whole
    assert silent.measures == ()


def test_right_content_with_the_wrong_kind_is_found_and_not_exact(kalinka: GoldDocument) -> None:
    answers = [one.model_copy(update={"kind": Kind.NEED}) for one in as_proposals(kalinka)]
    whole = evaluate([kalinka], {"kalinka": answers}).whole
    assert counts(whole, "records") == (3, 0, 0)
    assert counts(whole, "exact records") == (0, 3, 3)
    assert counts(whole, "kind need") == (0, 3, 0)


def test_groups_by_split_and_genre(kalinka: GoldDocument) -> None:
    other = replace(kalinka, stem="malinka", genre="news")
    evaluation = evaluate(
        [kalinka, other],
        {"kalinka": as_proposals(kalinka), "malinka": []},
        splits={"kalinka": "dev", "malinka": "test"},
    )
    assert [(one.name, counts(one, "records")) for one in evaluation.splits] == [
        ("dev", (3, 0, 0)),
        ("test", (0, 0, 3)),
    ]
    assert [(one.name, counts(one, "records")) for one in evaluation.genres] == [
        ("gardeners", (3, 0, 0)),
        ("news", (0, 0, 3)),
    ]
    assert counts(evaluation.whole, "records") == (3, 0, 3)


def test_a_document_without_predictions_is_an_error(kalinka: GoldDocument) -> None:
    with pytest.raises(GoldError, match="no predictions for kalinka"):
        evaluate([kalinka], {})


def test_intervals_are_seeded_and_hold_the_value() -> None:
    tallies = []
    for right, missed in ((9, 1), (2, 8), (5, 5), (7, 3)):
        tally = Tally()
        tally.counts["records", "overlapping"] = Counts(right, 0, missed)
        tallies.append(tally)
    (one,), (again,) = measures(tallies), measures(tallies)
    assert one == again
    recall = one.recall
    assert recall.value == pytest.approx(23 / 40)
    assert recall.low is not None
    assert recall.high is not None
    assert 0.2 <= recall.low < 23 / 40 < recall.high <= 0.9


def gold_of_the_corpus() -> list[GoldDocument]:
    return [load(path) for path in gold_files([CORPUS])]


def test_gold_against_itself_is_perfect() -> None:
    golds = gold_of_the_corpus()
    whole = evaluate(golds, {gold.stem: as_proposals(gold) for gold in golds}).whole
    assert whole.records >= 40
    assert [measure for measure in whole.measures if measure.f1.value != 1] == []
    assert [one for one in whole.accuracies if one.share.value != 1] == []
    assert sum(one.alarms for one in whole.alarms) == 0


def test_gold_without_answers_is_worth_nothing() -> None:
    golds = gold_of_the_corpus()
    whole = evaluate(golds, {gold.stem: [] for gold in golds}).whole
    assert [measure for measure in whole.measures if measure.f1.value != 0] == []


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(data=st.data())
def test_scores_are_shares_and_the_order_of_answers_is_nothing(
    kalinka: GoldDocument, guess: Guess, data: st.DataObject
) -> None:
    places = data.draw(st.lists(st.sampled_from(range(0, 300, 7)), max_size=6))
    made = [
        guess(kalinka, "углубить пруд").model_copy(
            update={
                "id": f"{number:016x}",
                "kind": data.draw(st.sampled_from(Kind)),
                "content": guess(kalinka, "пруд").content.model_copy(
                    update={"start": place, "end": place + data.draw(st.integers(1, 40))}
                ),
            }
        )
        for number, place in enumerate(places)
    ]
    answers = made + as_proposals(kalinka)[: data.draw(st.integers(0, 4))]
    one = evaluate([kalinka], {"kalinka": answers}).whole
    for measure in one.measures:
        for estimate in (measure.precision, measure.recall, measure.f1):
            if estimate.value is not None:
                assert 0 <= (estimate.low or 0) <= estimate.value <= (estimate.high or 0) <= 1
    assert evaluate([kalinka], {"kalinka": data.draw(st.permutations(answers))}).whole == one
