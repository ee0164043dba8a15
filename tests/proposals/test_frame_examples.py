"""Every frame keeps the word of its own examples: its matches are found, its rejects are left alone."""

from __future__ import annotations

import pytest

import predlozheno
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.matching import fragments
from predlozheno.proposals.frames import Example, Frame, load_frames
from predlozheno.records.schema import Proposal, Span
from predlozheno.resources import models_dir

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


@pytest.mark.parametrize(("frame", "marked"), MATCHES)
def test_a_match_is_found(frame: Frame, marked: str) -> None:
    example = Example.parse(marked)
    records = predlozheno.extract(example.text).proposals
    own = [r for r in records if _of(frame, r) and _touches(r.trigger, example.trigger)]
    assert own, f"no record of it at [{_words(example, *example.trigger)}]; {_told(example.text)}"
    faults = min((list(_faults(record, example)) for record in own), key=len)
    assert not faults, f"{'; '.join(faults)}; {_told(example.text)}"


@pytest.mark.parametrize(("frame", "text"), REJECTS)
def test_a_reject_is_left_alone(frame: Frame, text: str) -> None:
    own = [record for record in predlozheno.extract(text) if _of(frame, record)]
    assert not own, _told(text)


def _of(frame: Frame, record: Proposal) -> bool:
    return record.rule.partition("+")[0] == frame.id


def _touches(span: Span, marked: tuple[int, int]) -> bool:
    return span.start < marked[1] and marked[0] < span.end


def _words(example: Example, start: int, end: int) -> str:
    return example.text[start:end]


def _faults(record: Proposal, example: Example):
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


def _told(text: str) -> str:
    """What came out instead, and what became of every trigger: the way to the cause."""
    result = predlozheno.extract(text)
    records = [
        f"{r.rule} [{r.trigger.text}] «{r.content.text}» proposers {[p.text for p in r.proposers]} "
        f"targets {[f'{t.role.value} {t.text}' for t in r.targets]}"
        for r in result
    ]
    account = [f"{a.rule} [{a.trigger}] {a.outcome}: {a.reason}" for a in result.account]
    return f"records: {records or 'none'}; triggers: {account or 'none'}"
