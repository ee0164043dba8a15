"""Precision, recall and F1 with bootstrap intervals, from the tallies of many documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from predlozheno.gold.tallies import Counts, Mode, Tally

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SAMPLES = 1000
SEED = 20260101
_PERCENTILES = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A proportion and its 95 % interval over resampled documents; None where nothing was asked."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the report: what was counted, in which mode, and what comes of it."""

    name: str
    mode: Mode
    counts: Counts
    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The share of found records that agree in one attribute."""

    name: str
    right: int
    asked: int
    share: Estimate


def measures(tallies: Sequence[Tally]) -> list[Measure]:
    """Every measure that any of the documents has counts for, in the order of their names.

    Intervals are the 2.5th and 97.5th percentile over samples of as many documents, drawn with
    replacement from a fixed seed.
    """
    import numpy as np

    keys = sorted(
        {key for tally in tallies for key, counts in tally.counts.items() if counts.any()}
    )
    table = np.zeros((len(tallies), len(keys), 3))
    for row, tally in enumerate(tallies):
        for column, key in enumerate(keys):
            if (counts := tally.counts.get(key)) is not None:
                table[row, column] = counts.right, counts.spurious, counts.missed
    if not keys:
        return []
    rates = _prf(table.sum(axis=0))
    samples = _prf(_resampled(table))
    found = []
    for column, (name, mode) in enumerate(keys):
        right, spurious, missed = (int(value) for value in table[:, column].sum(axis=0))
        estimates = [
            _estimate(float(rates[column, rate]), samples[:, column, rate]) for rate in range(3)
        ]
        found.append(Measure(name, mode, Counts(right, spurious, missed), *estimates))
    return found


def accuracies(tallies: Sequence[Tally]) -> list[Accuracy]:
    """Every attribute that was asked for, in the order of their names."""
    import numpy as np

    names = sorted({name for tally in tallies for name in tally.shares})
    table = np.zeros((len(tallies), len(names), 2))
    for row, tally in enumerate(tallies):
        for column, name in enumerate(names):
            if (share := tally.shares.get(name)) is not None:
                table[row, column] = share.right, share.asked
    if not names:
        return []
    samples = _resampled(table)
    found = []
    for column, name in enumerate(names):
        right, asked = (int(value) for value in table[:, column].sum(axis=0))
        drawn = _ratio(samples[:, column, 0], samples[:, column, 1])
        found.append(Accuracy(name, right, asked, _estimate(right / asked, drawn)))
    return found


def _resampled(table: Floats) -> Floats:
    """Sums over documents for each sample: (documents, measures, counts) to (samples, …)."""
    import numpy as np

    documents = len(table)
    draws = np.random.default_rng(SEED).multinomial(
        documents, [1 / documents] * documents, size=SAMPLES
    )
    drawn: Floats = np.tensordot(draws.astype(float), table, axes=1)
    return drawn


def _prf(counts: Floats) -> Floats:
    import numpy as np

    right, spurious, missed = counts[..., 0], counts[..., 1], counts[..., 2]
    return np.stack(
        [
            _ratio(right, right + spurious),
            _ratio(right, right + missed),
            _ratio(2 * right, 2 * right + spurious + missed),
        ],
        axis=-1,
    )


def _ratio(part: Floats, whole: Floats) -> Floats:
    import numpy as np

    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)


def _estimate(value: float, samples: Floats) -> Estimate:
    import numpy as np

    drawn = samples[~np.isnan(samples)]
    if np.isnan(value) or not len(drawn):
        return Estimate(None, None, None)
    low, high = np.percentile(drawn, _PERCENTILES)
    return Estimate(value, float(low), float(high))
