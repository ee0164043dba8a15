"""Errors as a reader wants them: gold and guess side by side, their sentence, and what decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from predlozheno.gold.documents import GoldRecord, GoldVote
from predlozheno.gold.ink import Ink
from predlozheno.gold.matching import fragments
from predlozheno.gold.quotes import Extent
from predlozheno.gold.scoring import DocumentScore, same_content
from predlozheno.gold.slots import compare_slots
from predlozheno.records.schema import Proposal, Vote

if TYPE_CHECKING:
    from predlozheno.proposals import Account

_WINDOW = 160
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_SHOWN_SLOTS = ("proposers", "targets with role", "purpose", "timing with type", "vote")
_ATTRIBUTES = ("kind", "status", "polarity", "procedural")


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a record: what the gold says, what was guessed, and whether that is right."""

    field: str
    gold: str
    guess: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A record that was missed, that is spurious, or of which some field differs.

    Attributes:
        id: of the gold record; of a spurious one, of the prediction.
        line: of the source, counted from 1.
        sentence: the words around it, white space collapsed.
        reasons: the rule that fired, or the refusals at that place.
    """

    error: Literal["missed", "spurious", "differs"]
    stem: str
    id: str
    line: int
    sentence: str
    lines: tuple[Line, ...]
    reasons: tuple[str, ...]


def cases(score: DocumentScore, account: Sequence[Account] = ()) -> list[Case]:
    """The errors of one document in the order of its text; none for a `test` document.

    Texts and errors of `test` documents are not to be seen: see `closed_ids`.
    """
    if score.split == "test":
        return []
    ink = Ink(score.gold.source)
    pairs: list[tuple[GoldRecord | None, Proposal | None]] = [
        *score.matching.found,
        *((record, None) for record in score.matching.missed),
        *((None, guess) for guess in score.matching.spurious),
    ]
    told = [
        (_start(record, guess), case)
        for record, guess in pairs
        if (case := _case(score, record, guess, ink, account))
    ]
    return [case for _, case in sorted(told, key=lambda one: (one[0], one[1].id))]


def closed_ids(score: DocumentScore) -> dict[str, list[str]]:
    """What may be told of a `test` document's errors: ids of records and predictions."""
    return {
        "missed": [record.id for record in score.matching.missed],
        "inexact": [
            record.id for record, _ in score.matching.found if record.id not in score.exact
        ],
        "spurious": [guess.id for guess in score.matching.spurious],
    }


def _case(
    score: DocumentScore,
    record: GoldRecord | None,
    guess: Proposal | None,
    ink: Ink,
    account: Sequence[Account],
) -> Case | None:
    lines = tuple(_lines(record, guess, ink))
    # Contents that agree in most of their characters are shown, but are no error by themselves.
    if record and guess and all(line.agrees for line in lines if line.field != "content"):
        return None
    start = _start(record, guess)
    extent = record.extent if record else _extent(guess)
    return Case(
        error="differs" if record and guess else "missed" if record else "spurious",
        stem=score.gold.stem,
        id=record.id if record else guess.id if guess else "",
        line=score.gold.line_of(start),
        sentence=_sentence(score, extent, guess, account),
        lines=lines,
        reasons=tuple(_reasons(score, record, guess, ink, account)),
    )


def _lines(record: GoldRecord | None, guess: Proposal | None, ink: Ink) -> Iterator[Line]:
    for name in _ATTRIBUTES:
        gold, other = getattr(record, name, None), getattr(guess, name, None)
        if name == "kind" or (record and guess and gold != other):
            yield Line(name, _told(gold), _told(other), gold == other)
    yield Line(
        "trigger", record.trigger.text if record else "", guess.trigger.text if guess else "", True
    )
    yield Line(
        "content",
        " … ".join(mark.text for mark in record.content) if record else "",
        guess.content.text if guess else "",
        bool(record and guess and same_content(record, guess, ink)),
    )
    for slot in compare_slots(record, guess, ink, strict=False):
        gold_items = [*(one for one, _ in slot.agreed), *slot.missed]
        guess_items = [*(other for _, other in slot.agreed), *slot.spurious]
        if slot.name in _SHOWN_SLOTS and (gold_items or guess_items):
            yield Line(
                slot.name.split()[0],
                "; ".join(_item(item) for item in gold_items),
                "; ".join(_item(item) for item in guess_items),
                not (slot.missed or slot.spurious),
            )


def _item(item: Any) -> str:
    if isinstance(item, GoldVote | Vote):
        counts = {"for": item.for_, "against": item.against, "abstained": item.abstained}
        told = [f"{name} {count}" for name, count in counts.items() if count is not None]
        return ", ".join(told + ["unanimous"] * item.unanimous)
    # Of a party the type (PER, ORG) is not compared, of a time expression it is.
    label = item.role if hasattr(item, "role") else "" if hasattr(item, "source") else None
    label = getattr(item, "type", "") if label is None else label
    source = getattr(item, "source", "stated")
    words = " ".join(item.text.split())
    return f"{f'{label}: ' if label else ''}{words}{f' ({source})' if source != 'stated' else ''}"


def _told(value: Any) -> str:
    return "" if value is None else {True: "yes", False: "no"}.get(value, str(value))


def _reasons(
    score: DocumentScore,
    record: GoldRecord | None,
    guess: Proposal | None,
    ink: Ink,
    account: Sequence[Account],
) -> Iterator[str]:
    if guess:
        yield f"rule {guess.rule}, confidence {guess.confidence:.2f}"
    elif record:
        near = [entry for entry in account if _touches(entry, record)]
        yield from dict.fromkeys(
            " ".join(filter(None, [entry.outcome, entry.rule, entry.reason])) for entry in near
        )
        if not near:
            yield "no sentence with a trigger word here"
    if record and guess:
        return
    # Two records taken for one, or one for two, are best seen from their shared words.
    if record:
        wanted = ink.of(mark.extent for mark in record.content)
        for other in score.matching.spurious:
            if wanted & ink.of(fragments(other.content)):
                yield f"shares words with the spurious {other.id}"
    elif guess:
        given = ink.of(fragments(guess.content))
        for one in score.gold.records:
            if given & ink.of(mark.extent for mark in one.content):
                yield f"shares words with the gold {one.id}"


def _touches(entry: Account, record: GoldRecord) -> bool:
    return any(
        entry.start < end and start < entry.end
        for start, end in (record.trigger.extent, record.extent)
    )


def _sentence(
    score: DocumentScore,
    extent: Extent,
    guess: Proposal | None,
    account: Sequence[Account],
) -> str:
    """The evidence of the guess, else the account's sentence, else some words on both sides."""
    if guess:
        return " ".join(guess.evidence.text.split())
    start, end = extent
    for entry in account:
        if entry.start <= start and end <= entry.end:
            return " ".join(entry.text.split())
    source = score.gold.source
    before = _SENTENCE_END.split(source[max(0, start - _WINDOW) : start])[-1]
    after = _SENTENCE_END.split(source[end : end + _WINDOW])[0]
    return " ".join(f"{before}{source[start:end]}{after}".split())


def _start(record: GoldRecord | None, guess: Proposal | None) -> int:
    return record.extent[0] if record else _extent(guess)[0]


def _extent(guess: Proposal | None) -> Extent:
    return (guess.content.start, guess.content.end) if guess else (0, 0)
