"""Whether a frame keeps the word of its own examples, and how an example is marked from a record."""

from __future__ import annotations

from collections.abc import Iterator

from predlozheno.extractor import Result
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.matching import fragments
from predlozheno.proposals.examples import Example, Sketch
from predlozheno.proposals.frames import Frame
from predlozheno.records.schema import PartySource, Proposal, Span

CONTENT_AGREES = 0.8
# Characters by which the two edges of a party may be off together.
EDGES_OFF = 2


def missed(frame: Frame, example: Example, result: Result) -> str:
    """What the best record of the frame lacks, in plain words; empty where nothing lacks."""
    own = [r for r in records_of(frame, result) if _touches(r.trigger, example.trigger)]
    if not own:
        trigger = _words(example, *example.trigger)
        reasons = [a.reason for a in result.account if a.trigger in trigger or trigger in a.trigger]
        return f"nothing is found at [{trigger}]: {'; '.join(reasons) or 'no frame knows the word'}"
    faults = [list(_faults(record, example)) for record in own]
    fewest = min(faults, key=len)
    return "; ".join(fewest)


def records_of(frame: Frame, result: Result) -> list[Proposal]:
    """The records that the frame made."""
    return [record for record in result if record.rule.partition("+")[0] == frame.id]


def told(result: Result) -> str:
    """All that came out, and what became of every trigger: the way to a fault's cause."""
    records = [
        f"{r.rule} [{r.trigger.text}] «{r.content.text}» proposers {[p.text for p in r.proposers]} "
        f"targets {[f'{t.role.value} {t.text}' for t in r.targets]}"
        for r in result
    ]
    account = [f"{a.rule} [{a.trigger}] {a.outcome}: {a.reason}" for a in result.account]
    return f"records: {records or 'none'}; triggers: {account or 'none'}"


def with_marks_of(record: Proposal, sketch: Sketch) -> Sketch:
    """The sentence marked as the record has it, where it was not marked already.

    Marks never overlap: what stands inside the content is left out.
    """
    triggers = sketch.triggers or ((record.trigger.start, record.trigger.end),)
    marks = list(sketch.marks)
    marked = {slot for slot, _, _ in marks}
    for slot, spans in spans_of(record).items():
        if slot not in marked:
            marks += [(slot, span.start, span.end) for span in spans]
    kept: list[tuple[str, int, int]] = []
    taken = list(triggers)
    for slot, start, end in marks:
        if not any(start < b and a < end for a, b in taken):
            kept.append((slot, start, end))
            taken.append((start, end))
    return Sketch(sketch.text, triggers, tuple(sorted(kept, key=lambda mark: mark[1])))


def spans_of(record: Proposal) -> dict[str, list[Span]]:
    """The record's slots by the names that marks have; only what the sentence itself states."""
    content = fragments(record.content)
    slots: dict[str, list[Span]] = {
        "content": [Span(start=a, end=b, text=record.content.text) for a, b in content],
        "proposer": [p for p in record.proposers if p.source is PartySource.STATED],
    }
    for target in record.targets:
        slots.setdefault(target.role.value, []).append(target)
    for timing in record.timing:
        slots.setdefault(timing.type.value, []).append(timing)
    if record.purpose:
        slots["purpose"] = [record.purpose]
    return slots


def _faults(record: Proposal, example: Example) -> Iterator[str]:
    """What the record has otherwise than the marks have it, each in plain words."""
    ink = Ink(example.text)
    content = [(start, end) for slot, start, end in example.marks if slot == "content"]
    agreement = overlap(ink.of(content), ink.of(fragments(record.content)))
    if content and agreement < CONTENT_AGREES:
        yield f"content is «{record.content.text}» (F1 {agreement:.2f})"
    spans = spans_of(record)
    for slot, start, end in example.marks:
        if slot == "content":
            continue
        found = spans.get(slot, [])
        if not any(abs(span.start - start) + abs(span.end - end) <= EDGES_OFF for span in found):
            instead = ", ".join(f"«{span.text}»" for span in found) or "empty"
            yield f"{slot} lacks «{_words(example, start, end)}», is {instead}"


def _touches(span: Span, marked: tuple[int, int]) -> bool:
    return span.start < marked[1] and marked[0] < span.end


def _words(example: Example, start: int, end: int) -> str:
    return example.text[start:end]
