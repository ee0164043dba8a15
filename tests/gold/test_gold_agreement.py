from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from predlozheno.errors import GoldError
from predlozheno.gold.agreement import agreement, cohens_kappa
from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.evaluation import Group
from predlozheno.gold.loading import load
from predlozheno.gold.splits import read_splits
from predlozheno.records.schema import Kind

Write = Callable[..., Path]


def f1(group: Group, name: str) -> float | None:
    measure = group.measure(name)
    return measure.f1.value if measure else None


def test_kappa_has_known_values() -> None:
    # 20 + 15 of 50 agree, by chance 0.5 of them: (0.7 - 0.5) / (1 - 0.5).
    pairs = [("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)]
    assert cohens_kappa(pairs) == pytest.approx(0.4)
    assert cohens_kappa([("yes", "no", 5), ("no", "yes", 5)]) == pytest.approx(-1.0)
    assert cohens_kappa([("yes", "yes", 5), ("no", "no", 3)]) == 1.0
    assert cohens_kappa([("yes", "yes", 5)]) is None
    assert cohens_kappa([]) is None


def test_an_annotation_agrees_with_itself(kalinka: GoldDocument) -> None:
    result = agreement([kalinka], [kalinka])
    assert result.kappa == 1.0
    assert {measure.f1.value for measure in result.evaluation.whole.measures} == {1.0}


def test_disagreements_count_on_both_sides_alike(kalinka: GoldDocument) -> None:
    first, second, third, optional = kalinka.records
    other = replace(
        kalinka, records=(replace(first, kind=Kind.WISH), replace(second, proposers=()), optional)
    )
    one, two = agreement([kalinka], [other]), agreement([other], [kalinka])
    for result in (one, two):
        assert f1(result.evaluation.whole, "records") == pytest.approx(0.8)
        assert f1(result.evaluation.whole, "proposers") == pytest.approx(2 / 3)
        assert result.kappa == pytest.approx(1 / 3)
    assert third.id in {record.id for record in one.evaluation.documents[0].matching.missed}


def test_a_record_optional_for_either_counts_for_neither(kalinka: GoldDocument) -> None:
    first, *others = kalinka.records
    other = replace(kalinka, records=(replace(first, optional=True), *others))
    for result in (agreement([kalinka], [other]), agreement([other], [kalinka])):
        assert f1(result.evaluation.whole, "records") == 1.0
        assert result.evaluation.whole.records == 2


def test_other_texts_cannot_be_compared(kalinka: GoldDocument, write_gold: Write) -> None:
    with pytest.raises(GoldError, match="no document in common"):
        agreement([kalinka], [replace(kalinka, stem="malinka")])
    text = "Иной текст."
    other = load(write_gold(text, "text: kalinka.txt\nproposals:\n"))
    with pytest.raises(GoldError, match="annotate different texts"):
        agreement([kalinka], [other])


def test_splits(tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    assert read_splits(folder, ["a"]) == {"a": "dev"}
    path = tmp_path / "splits.yaml"
    path.write_text("dev: [a]\ntest: [b, c]\n", encoding="utf-8")
    assert read_splits(folder, ["a", "b"]) == {"a": "dev", "b": "test"}
    with pytest.raises(GoldError, match="no split for d"):
        read_splits(folder, ["a", "d"])
    path.write_text("dev: [a]\ntest: [a]\n", encoding="utf-8")
    with pytest.raises(GoldError, match="both dev and test"):
        read_splits(folder, ["a"])
    path.write_text("train: [a]\n", encoding="utf-8")
    with pytest.raises(GoldError, match="`dev:` and `test:` are expected"):
        read_splits(folder, ["a"])
