"""All ways to choose candidates that do not overlap, summed up without listing them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from predlozheno.proposals.edges import TokenSpan

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Lattice:
    """A log-linear model over the sets of spans that do not overlap.

    A set's weight is the sum of its spans' scores; a set's probability is proportional to the
    exponential of its weight. Runs of spans that overlap one another are chains of their own.

    Args:
        spans: half-open.
        available: the indices that may be chosen; all where None.
    """

    def __init__(self, spans: Sequence[TokenSpan], available: Sequence[int] | None = None) -> None:
        self._count = len(spans)
        chains = _chains(spans, range(len(spans)) if available is None else available)
        chains.sort(key=len, reverse=True)
        self._lengths = np.array([len(chain) for chain in chains], dtype=np.intp)
        ends = [[spans[index][1] for index in chain] for chain in chains]
        self._steps = []
        for step in range(len(chains[0]) if chains else 0):
            reached = [(c, chain[step]) for c, chain in enumerate(chains) if len(chain) > step]
            before = [bisect_right(ends[c], spans[index][0], 0, step) for c, index in reached]
            indices = np.array([index for _, index in reached], dtype=np.intp)
            self._steps.append((indices, np.array(before, dtype=np.intp)))

    def marginals(self, scores: Floats) -> tuple[float, Floats]:
        """Logarithm of the sum over all sets, and for each span the probability that it is chosen."""
        table, rows = self._forward(scores)
        probabilities = np.zeros(self._count)
        slope = np.zeros_like(table)
        slope[self._lengths, rows] = 1.0
        for step in range(len(self._steps) - 1, -1, -1):
            indices, before = self._steps[step]
            n = len(indices)
            taken = np.exp(table[before, rows[:n]] + scores[indices] - table[step + 1, :n])
            share = slope[step + 1, :n] * taken
            probabilities[indices] = share
            slope[step, :n] += slope[step + 1, :n] - share
            np.add.at(slope, (before, rows[:n]), share)
        return float(table[self._lengths, rows].sum()), probabilities

    def _forward(self, scores: Floats) -> tuple[Floats, NDArray[np.intp]]:
        rows = np.arange(len(self._lengths))
        table = np.zeros((len(self._steps) + 1, len(rows)))
        for step, (indices, before) in enumerate(self._steps):
            n = len(indices)
            taken = table[before, rows[:n]] + scores[indices]
            table[step + 1, :n] = np.logaddexp(table[step, :n], taken)
        return table, rows


def best_set(spans: Sequence[TokenSpan], gains: Sequence[float]) -> list[int]:
    """The spans that do not overlap and gain most together, in the order of their ends.

    Only spans with a gain above 0 are taken.
    """
    order = sorted(
        (i for i in range(len(spans)) if gains[i] > 0), key=lambda i: (spans[i][1], spans[i])
    )
    ends = [spans[i][1] for i in order]
    best, taken = [0.0], []
    for step, index in enumerate(order):
        before = bisect_right(ends, spans[index][0], 0, step)
        better = best[before] + gains[index] > best[step]
        best.append(best[before] + gains[index] if better else best[step])
        taken.append(before if better else None)
    chosen, step = [], len(order)
    while step:
        before_step = taken[step - 1]
        if before_step is not None:
            chosen.append(order[step - 1])
        step = step - 1 if before_step is None else before_step
    return chosen[::-1]


def _chains(spans: Sequence[TokenSpan], available: Sequence[int]) -> list[list[int]]:
    """Runs of spans that hang together by overlaps, each ordered by ends."""
    chains: list[list[int]] = []
    reach = -1
    for index in sorted(available, key=lambda i: spans[i]):
        start, end = spans[index]
        if not chains or start >= reach:
            chains.append([])
        chains[-1].append(index)
        reach = max(reach, end)
    return [sorted(chain, key=lambda i: (spans[i][1], spans[i][0], i)) for chain in chains]
