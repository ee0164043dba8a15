"""Which prediction answers which gold record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from predlozheno.gold.documents import GoldDocument, GoldRecord
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.quotes import Extent
from predlozheno.records.schema import Content, Proposal

AGREES = 0.5
# Far below any difference of overlap: only decides between records whose contents are the same.
_SAME_TRIGGER, _SAME_KIND = 1e-6, 1e-7

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Matching:
    """How the predictions of one document answer its gold records.

    Attributes:
        found: pairs whose contents agree, in the order of the gold records.
        missed: gold records without an answer, optional ones left out.
        spurious: predictions that answer no record, not even an optional one.
        ignored: predictions that answer optional records only.
    """

    found: tuple[tuple[GoldRecord, Proposal], ...]
    missed: tuple[GoldRecord, ...]
    spurious: tuple[Proposal, ...]
    ignored: tuple[Proposal, ...]


def match(gold: GoldDocument, predictions: Sequence[Proposal]) -> Matching:
    """The best assignment of predictions to the document's records.

    Contents agree from an F1 of 0.5 of their characters on; of all assignments the one with the
    greatest sum of overlaps is taken. The order of the predictions does not matter.
    """
    ink = Ink(gold.source)
    ordered = sorted(predictions, key=_order)
    inks = {id(guess): ink.of(fragments(guess.content)) for guess in ordered}
    wanted = [record for record in gold.records if not record.optional]

    def weight(record: GoldRecord, guess: Proposal) -> float:
        score = overlap(ink.of(mark.extent for mark in record.content), inks[id(guess)])
        if score < AGREES:
            return 0.0
        trigger = overlap(
            ink.of([record.trigger.extent]), ink.of([(guess.trigger.start, guess.trigger.end)])
        )
        return score + _SAME_TRIGGER * trigger + _SAME_KIND * (record.kind == guess.kind)

    pairs = assign(wanted, ordered, weight)
    taken = {column for _, column in pairs}
    left = [guess for column, guess in enumerate(ordered) if column not in taken]
    optional = [record for record in gold.records if record.optional]
    ignored = [guess for guess in left if any(weight(record, guess) for record in optional)]
    answered = {row for row, _ in pairs}
    return Matching(
        found=tuple((wanted[row], ordered[column]) for row, column in pairs),
        missed=tuple(record for row, record in enumerate(wanted) if row not in answered),
        spurious=tuple(guess for guess in left if guess not in ignored),
        ignored=tuple(ignored),
    )


def assign(
    rows: Sequence[A], columns: Sequence[B], weight: Callable[[A, B], float]
) -> list[tuple[int, int]]:
    """Index pairs, each row and column at most once, with the greatest sum of weights, none 0."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if not rows or not columns:
        return []
    weights = np.array([[weight(row, column) for column in columns] for row in rows])
    chosen = zip(*linear_sum_assignment(weights, maximize=True), strict=True)
    return [(int(row), int(column)) for row, column in chosen if weights[row, column] > 0]


def fragments(content: Content) -> tuple[Extent, ...]:
    """The runs of text of a predicted content."""
    return content.fragments or ((content.start, content.end),)


def _order(guess: Proposal) -> tuple[object, ...]:
    return (
        guess.content.start,
        guess.content.end,
        guess.trigger.start,
        guess.trigger.end,
        str(guess.kind),
        guess.id,
        guess.to_json(),
    )
