"""The best tree of a table of arc scores: greedy where that is a tree, else Chu-Liu and Edmonds'."""

from __future__ import annotations

import numpy as np

from predlozheno.language.contraction import Heads, Scores, arborescence

# How many times the price of a root may rise before it is beyond all scores.
_STEPS = 16


def best_tree(scores: Scores) -> Heads:
    """The heads of the spanning tree with the highest sum of scores and exactly one root.

    Args:
        scores: `scores[d, h]` of word `d` (from 0) hanging under `h`, where `h` 0 is the root and
            word `d` itself is head number `d + 1`. Shape n × (n + 1), finite.

    Returns:
        for each word its head's number: 0 for the root, else index of the head + 1.
    """
    count = len(scores)
    table = np.full((count + 1, count + 1), -np.inf)
    table[1:] = scores
    np.fill_diagonal(table, -np.inf)
    greedy: Heads = table[1:].argmax(1)
    if _is_tree(greedy):
        return greedy
    # With any price on arcs from the root, a best tree that has one root is the best of all that
    # have one. So begin with the price at which one word alone prefers the root.
    table[1:, 0] -= (price := _price(table))
    greedy = table[1:].argmax(1)
    if _is_tree(greedy):
        return greedy
    step = (float(np.ptp(scores)) + abs(price) + 1.0) / 2**_STEPS
    while True:
        best: Heads = arborescence(table)[1:]
        if int((best == 0).sum()) == 1:
            return best
        table[1:, 0] -= step
        step *= 4


def _price(table: Scores) -> float:
    """Halfway between what the two words lose that would lose most under another word."""
    losses = np.sort(table[1:, 0] - table[1:, 1:].max(1))
    return float(losses[-2:].mean())


def _is_tree(heads: Heads) -> bool:
    """Whether every word reaches the root, and one word hangs under it."""
    if int((heads == 0).sum()) != 1:
        return False
    parents = np.concatenate(([0], heads))
    reached = parents
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return not bool(reached.any())
