"""Compares the slots of one gold record with those of the prediction that answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from predlozheno.gold.documents import GoldParty, GoldRecord, GoldTarget, GoldTiming, GoldVote, Mark
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.matching import AGREES, assign
from predlozheno.gold.parties import same_party
from predlozheno.records.schema import Party, Proposal, Span, Target, Timing, Vote

# Two right answers must always outweigh one with more characters in common.
_COUNTS = 10.0

Agreement = Callable[[Any, Any], float]


@dataclass(frozen=True, slots=True)
class SlotAnswers:
    """The items of one slot: pairs that agree, gold items unanswered, guesses without a ground."""

    name: str
    agreed: tuple[tuple[Any, Any], ...]
    missed: tuple[Any, ...]
    spurious: tuple[Any, ...]


def compare_slots(
    gold: GoldRecord | None, guess: Proposal | None, ink: Ink, *, strict: bool
) -> Iterator[SlotAnswers]:
    """Every slot of the pair; where one side is None, all items of the other are wrong."""

    def spans(one: Mark, other: Span) -> float:
        score = overlap(ink.of([one.extent]), ink.of([(other.start, other.end)]))
        enough = score == 1.0 if strict else score >= AGREES
        return _COUNTS + score if enough else 0.0

    def parties(one: GoldParty, other: Party) -> float:
        return spans(one, other) or (_COUNTS if same_party(one, other) else 0.0)

    def with_role(one: GoldTarget, other: Target) -> float:
        return parties(one, other) if one.role == other.role else 0.0

    def typed(one: GoldTiming, other: Timing) -> float:
        return spans(one, other) if one.type == other.type else 0.0

    def votes(one: GoldVote, other: Vote) -> float:
        return float(same_vote(one, other, strict=strict))

    slots: list[tuple[str, Sequence[Any], Sequence[Any], Agreement]] = [
        ("proposers", gold.proposers if gold else (), guess.proposers if guess else (), parties),
        ("targets", gold.targets if gold else (), guess.targets if guess else (), parties),
        (
            "targets with role",
            gold.targets if gold else (),
            guess.targets if guess else (),
            with_role,
        ),
        ("purpose", _one(gold and gold.purpose), _one(guess and guess.purpose), spans),
        ("timing", gold.timing if gold else (), guess.timing if guess else (), spans),
        ("timing with type", gold.timing if gold else (), guess.timing if guess else (), typed),
        ("vote", _one(gold and gold.vote), _one(guess and guess.vote), votes),
    ]
    for name, wanted, given, agreement in slots:
        yield _pair_up(name, wanted, given, agreement)


def same_vote(gold: GoldVote, guess: Vote, *, strict: bool) -> bool:
    """Whether the numbers agree: all of them, or, not strictly, those that both sides give."""
    pairs = [
        (gold.for_, guess.for_),
        (gold.against, guess.against),
        (gold.abstained, guess.abstained),
        (gold.unanimous or None, guess.unanimous or None),
    ]
    if strict:
        return all(one == other for one, other in pairs)
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    return bool(both) and all(one == other for one, other in both)


def _one(value: Any) -> tuple[Any, ...]:
    return () if value is None else (value,)


def _pair_up(
    name: str, wanted: Sequence[Any], given: Sequence[Any], agreement: Agreement
) -> SlotAnswers:
    ordered = sorted(given, key=lambda item: (item.start, item.end))
    pairs = assign(wanted, ordered, agreement)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    return SlotAnswers(
        name=name,
        agreed=tuple((wanted[row], ordered[column]) for row, column in pairs),
        missed=tuple(item for row, item in enumerate(wanted) if row not in rows),
        spurious=tuple(item for column, item in enumerate(ordered) if column not in columns),
    )
