"""Confidence is a rule's measured precision, drawn towards the whole where the rule is rare."""

from __future__ import annotations

from pathlib import Path

import pytest

from predlozheno.errors import ModelsError
from predlozheno.gold.precision import write_precision
from predlozheno.proposals import confidence as module


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "models_dir", lambda: tmp_path)
    module._measured.cache_clear()
    yield tmp_path / module.FILE
    module._measured.cache_clear()


def test_a_rule_often_seen_speaks_for_itself_and_a_rare_one_for_all(measured: Path) -> None:
    write_precision(measured, {"a+active": (90, 100), "b+active": (0, 1)})
    prior = 90 / 101
    assert module.confidence("a+active") == pytest.approx((90 + 4 * prior) / 104, abs=0.01)
    assert module.confidence("b+active") == pytest.approx(4 * prior / 5, abs=0.01)
    assert module.confidence("never seen") == pytest.approx(prior, abs=0.01)


def test_the_same_measurement_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_precision(tmp_path / name, {"a+active": (1, 2)})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_damaged_file_is_named_with_the_cure(measured: Path) -> None:
    measured.write_text("prior: often\nrules: {}\n", encoding="utf-8")
    with pytest.raises(ModelsError, match=r"confidence\.yaml.*--update-confidence"):
        module.confidence("a+active")
