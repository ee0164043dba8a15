"""The analyst's own frames count, though the ranking has never seen their words."""

from __future__ import annotations

import pytest

import predlozheno
from predlozheno.records.schema import Kind

SENTENCE = "Профком пробивает ремонт столовой."
ENTRY = """
- id: wish.probivat
  kind: wish
  verbs: [пробивать]
  governs:
    content: [accusative]
  not_with: [билет]
  matches: ["⟨Профком⟩proposer [пробивает] ⟨ремонт столовой⟩content."]
  rejects: ["Он пробивал билет у входа."]
"""


@pytest.fixture
def own(tmp_path):
    (tmp_path / "own.yaml").write_text(ENTRY, encoding="utf-8")
    return predlozheno.load(frames=tmp_path)


def test_what_an_own_frame_finds_stays_in_its_kind(own):
    assert own.ranking is not None
    result = own.extract(SENTENCE)
    (record,) = result
    assert (record.content.text, record.kind) == ("ремонт столовой", Kind.WISH)
    assert record.rule == "wish.probivat+active"
    (entry,) = result.account
    assert (entry.outcome, entry.record) == ("record", record.id)


def test_it_refuses_what_the_rules_refuse(own):
    assert len(own.extract("Профком не пробивает ремонт столовой.")) == 0
    assert len(own.extract("Он пробивал билет у входа.")) == 0


def test_other_records_of_the_text_stay_as_they_were(own):
    others = (
        "Староста предложил перенести субботник на май.",
        "Секретарю поручено разослать протокол.",
    )
    text = f"{others[0]}\n{SENTENCE}\n{others[1]}"
    before = predlozheno.load().extract(text)
    after = own.extract(text)
    assert [record.content.text for record in after] == [
        "перенести субботник на май",
        "ремонт столовой",
        "разослать протокол",
    ]
    assert [r.id for r in after if r.rule != "wish.probivat+active"] == [r.id for r in before]
