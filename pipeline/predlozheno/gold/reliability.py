"""Whether a confidence of 0.8 is right four times in five."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions of a confidence from `low` up to `high`, its mean, and the share right."""

    low: float
    high: float
    predictions: int
    confidence: float
    truth: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold predictions, and two figures for the whole; None where there are none.

    Attributes:
        error: mean distance of confidence from truth over the bins, weighted by their predictions.
        brier: mean square of the distance of each confidence from 1 (right) or 0 (spurious).
    """

    bins: tuple[Bin, ...]
    error: float | None
    brier: float | None


def reliability(answers: Iterable[tuple[float, bool]]) -> Reliability:
    """The table for predictions given as confidence and whether a gold record was found."""
    told = list(answers)
    bins = []
    for number in range(BINS):
        inside = [one for one in told if min(int(one[0] * BINS), BINS - 1) == number]
        if inside:
            confidence = sum(sure for sure, _ in inside) / len(inside)
            truth = sum(right for _, right in inside) / len(inside)
            bins.append(Bin(number / BINS, (number + 1) / BINS, len(inside), confidence, truth))
    if not told:
        return Reliability((), None, None)
    error = sum(one.predictions * abs(one.confidence - one.truth) for one in bins) / len(told)
    brier = sum((sure - right) ** 2 for sure, right in told) / len(told)
    return Reliability(tuple(bins), error, brier)
