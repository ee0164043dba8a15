"""The best tree of a table of arc scores: greedy where that is a tree, else Chu-Liu and Edmonds'."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]


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
    # Two roots cost more than any arc can bring, so the best arborescence has one.
    spread = float(np.ptp(scores)) + 1.0
    table[1:, 0] -= spread * (count + 1)
    best: Heads = _arborescence(table)[1:]
    return best


def _is_tree(heads: Heads) -> bool:
    """Whether every word reaches the root, and one word hangs under it."""
    if int((heads == 0).sum()) != 1:
        return False
    parents = np.concatenate(([0], heads))
    reached = parents
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return not bool(reached.any())


def _arborescence(table: Scores) -> Heads:
    """Heads of the maximum arborescence from node 0; `table[d, h]`, -inf where there is no arc."""
    heads: Heads = table.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(table), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    # Breaking the cycle at word d gains the arc that enters it there and loses d's arc within it.
    gains = table[cycle][:, outside] - table[cycle, heads[cycle]][:, None]
    entries = cycle[gains.argmax(0)]
    exits = cycle[table[outside][:, cycle].argmax(1)]
    size = len(outside)
    contracted = np.full((size + 1, size + 1), -np.inf)
    contracted[:size, :size] = table[np.ix_(outside, outside)]
    contracted[size, :size] = gains.max(0)
    contracted[:size, size] = table[outside, exits]
    contracted[0] = -np.inf
    solved = _arborescence(contracted)
    result = heads.copy()
    for place, word in enumerate(outside):
        result[word] = exits[place] if solved[place] == size else outside[solved[place]]
    entered = solved[size]
    result[entries[entered]] = outside[entered]
    result[0] = 0
    return result


def _cycle(heads: Heads) -> Heads | None:
    """The members of some cycle that does not go through node 0."""
    colour = [0] * len(heads)
    colour[0] = -1
    for start in range(1, len(heads)):
        node = start
        while colour[node] == 0:
            colour[node] = start
            node = int(heads[node])
        if colour[node] == start:
            members = [node]
            while int(heads[members[-1]]) != node:
                members.append(int(heads[members[-1]]))
            return np.array(members)
    return None
