"""Every frame keeps the word of its own examples: its matches are found, its rejects are left alone.

The rules alone are asked: what a frame knows is its own, whatever the ranking makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import predlozheno
from predlozheno.extractor import Extractor, Result
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.matching import fragments
from predlozheno.proposals.frames import (
    DIATHESES,
    GOVERNED,
    PLAIN_FORMS,
    Example,
    Frame,
    load_frames,
)
from predlozheno.records.schema import Kind, Proposal, Span
from predlozheno.resources import models_dir

DOCS = (Path(__file__).parents[2] / "docs" / "frames.md").read_text(encoding="utf-8")
FRAMES = load_frames(models_dir())
CONTENT_AGREES = 0.8
# Characters by which the two edges of a party may be off together.
EDGES_OFF = 2

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
    assert not _missed(frame, example, rules.extract(example.text))


@pytest.mark.parametrize(("frame", "text"), REJECTS)
def test_a_reject_is_left_alone(rules: Extractor, frame: Frame, text: str) -> None:
    result = rules.extract(text)
    assert not any(_of(frame, record) for record in result), _told(result)


class TestTheDocumentation:
    """What docs/frames.md shows is so."""

    def test_its_entry_loads_and_keeps_its_word(self, tmp_path: Path) -> None:
        blocks = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
        (entry,) = (block for block in blocks if block.startswith("- id:"))
        (tmp_path / "push.yaml").write_text(entry, encoding="utf-8")
        nlp = predlozheno.load(frames=tmp_path, rules_only=True)
        (frame,) = (frame for frame in nlp.frames if frame.file == "push.yaml")
        (example,) = (Example.parse(marked) for marked in frame.matches)
        assert not _missed(frame, example, nlp.extract(example.text))
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
        assert [record.rule.partition("+")[2] for record in found] == [name], _told(result)

    def test_it_tells_every_key_form_role_and_kind(self) -> None:
        keys = set(Frame.model_fields) - {"file"}
        assert set(re.findall(r"\n\| `([a-z_]+)` \|", DOCS)) >= keys
        for name in (*PLAIN_FORMS, *GOVERNED, *Kind):
            assert f"`{name}`" in DOCS, name


def _missed(frame: Frame, example: Example, result: Result) -> str:
    """What the best record of the frame lacks, and what came out instead; empty where nothing lacks."""
    own = [r for r in result if _of(frame, r) and _touches(r.trigger, example.trigger)]
    if not own:
        return f"no record at [{_words(example, *example.trigger)}]; {_told(result)}"
    faults = min((list(_faults(record, example)) for record in own), key=len)
    return f"{'; '.join(faults)}; {_told(result)}" if faults else ""


def _of(frame: Frame, record: Proposal) -> bool:
    return record.rule.partition("+")[0] == frame.id


def _touches(span: Span, marked: tuple[int, int]) -> bool:
    return span.start < marked[1] and marked[0] < span.end


def _words(example: Example, start: int, end: int) -> str:
    return example.text[start:end]


def _faults(record: Proposal, example: Example) -> Iterator[str]:
    """What the record has otherwise than the marks have it, each in plain words."""
    ink = Ink(example.text)
    content = [(start, end) for slot, start, end in example.marks if slot == "content"]
    agreement = overlap(ink.of(content), ink.of(fragments(record.content)))
    if content and agreement < CONTENT_AGREES:
        yield f"content is «{record.content.text}» (F1 {agreement:.2f})"
    spans = _spans(record)
    for slot, start, end in example.marks:
        if slot == "content":
            continue
        found = spans.get(slot, [])
        if not any(abs(span.start - start) + abs(span.end - end) <= EDGES_OFF for span in found):
            instead = ", ".join(f"«{span.text}»" for span in found) or "empty"
            yield f"{slot} lacks «{_words(example, start, end)}», is {instead}"


def _spans(record: Proposal) -> dict[str, list[Span]]:
    """The record's slots by the names that marks have."""
    slots: dict[str, list[Span]] = {"proposer": list(record.proposers)}
    for target in record.targets:
        slots.setdefault(target.role.value, []).append(target)
    for timing in record.timing:
        slots.setdefault(timing.type.value, []).append(timing)
    if record.purpose:
        slots["purpose"] = [record.purpose]
    return slots


def _told(result: Result) -> str:
    """What came out instead, and what became of every trigger: the way to the cause."""
    records = [
        f"{r.rule} [{r.trigger.text}] «{r.content.text}» proposers {[p.text for p in r.proposers]} "
        f"targets {[f'{t.role.value} {t.text}' for t in r.targets]}"
        for r in result
    ]
    account = [f"{a.rule} [{a.trigger}] {a.outcome}: {a.reason}" for a in result.account]
    return f"records: {records or 'none'}; triggers: {account or 'none'}"
