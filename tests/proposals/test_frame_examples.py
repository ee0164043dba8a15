"""Every frame keeps the word of its own examples: its matches are found, its rejects are left alone.

The rules alone are asked: what a frame knows is its own, whatever the ranking makes of it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import predlozheno
from predlozheno.authoring.examples import missed, records_of, told
from predlozheno.extractor import Extractor
from predlozheno.proposals.examples import GOVERNED, Example
from predlozheno.proposals.frames import DIATHESES, PLAIN_FORMS, Frame, load_frames
from predlozheno.records.schema import Kind
from predlozheno.resources import models_dir

DOCS = (Path(__file__).parents[2] / "docs" / "frames.md").read_text(encoding="utf-8")
FRAMES = load_frames(models_dir())

MATCHES = [
    pytest.param(frame, marked, id=f"{frame.id}-{number}")
    for frame in FRAMES
    for number, marked in enumerate(frame.matches, 1)
]
REJECTS = [
    pytest.param(frame, text, id=f"{frame.id}-{number}")
    for frame in FRAMES
    for number, text in enumerate(frame.rejects, 1)
]


@pytest.fixture(scope="module")
def rules() -> Extractor:
    """The frames without the learned ranking."""
    return predlozheno.load(rules_only=True)


@pytest.mark.parametrize(("frame", "marked"), MATCHES)
def test_a_match_is_found(rules: Extractor, frame: Frame, marked: str) -> None:
    example = Example.parse(marked)
    result = rules.extract(example.text)
    assert not missed(frame, example, result), told(result)


@pytest.mark.parametrize(("frame", "text"), REJECTS)
def test_a_reject_is_left_alone(rules: Extractor, frame: Frame, text: str) -> None:
    result = rules.extract(text)
    assert not records_of(frame, result), told(result)


class TestTheDocumentation:
    """What docs/frames.md shows is so."""

    def test_its_entry_loads_and_keeps_its_word(self, tmp_path: Path) -> None:
        blocks = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
        (entry,) = (block for block in blocks if block.startswith("- id:"))
        (tmp_path / "push.yaml").write_text(entry, encoding="utf-8")
        nlp = predlozheno.load(frames=tmp_path, rules_only=True)
        (frame,) = (frame for frame in nlp.frames if frame.file == "push.yaml")
        (example,) = (Example.parse(marked) for marked in frame.matches)
        assert not missed(frame, example, nlp.extract(example.text))
        (reject,) = frame.rejects
        (refused,) = nlp.explain(reject)
        assert (refused.outcome, refused.reason[:9]) == ("refused", "everyday:")
        assert "билет" in refused.reason
        assert example.text in DOCS
        assert f"    {reject}" in DOCS

    @pytest.mark.parametrize("name", DIATHESES)
    def test_each_diathesis_has_an_example_that_is_found(self, rules: Extractor, name: str) -> None:
        (marked,) = re.findall(rf"\n\| `{name}` \|[^|\n]*\| ([^|\n]*\[[^|\n]*) \|\n", DOCS)
        example = Example.parse(marked)
        result = rules.extract(example.text)
        found = [r for r in result if (r.trigger.start, r.trigger.end) == example.trigger]
        assert [record.rule.partition("+")[2] for record in found] == [name], told(result)

    def test_it_tells_every_key_form_role_and_kind(self) -> None:
        keys = set(Frame.model_fields) - {"file", "own"}
        assert set(re.findall(r"\n\| `([a-z_]+)` \|", DOCS)) >= keys
        for name in (*PLAIN_FORMS, *GOVERNED, *Kind):
            assert f"`{name}`" in DOCS, name
