"""The best run of tags by Viterbi's algorithm, for many sentences side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from predlozheno.language.networks.convolution import Floats, Ints

# Words decoded together: many enough for long arrays, few enough for memory.
WORDS = 8192


def best_tags(scores: Sequence[Floats], transitions: Floats) -> list[list[int]]:
    """The tags of each sentence with the highest sum of scores and transitions.

    Args:
        scores: for each sentence, words × tags; none empty.
        transitions: `transitions[a, b]` of tag `b` behind tag `a`.

    Returns:
        as `slovnet.exec.model.CRF.decode` finds them, ties and all.
    """
    order = sorted(range(len(scores)), key=lambda index: -len(scores[index]))
    results: list[list[int]] = [[] for _ in scores]
    for group in _groups(order, [len(one) for one in scores]):
        found = _decode([scores[index] for index in group], transitions)
        for index, tags in zip(group, found, strict=True):
            results[index] = tags
    return results


def _groups(order: Sequence[int], sizes: Sequence[int]) -> list[list[int]]:
    """Runs of sentences, longest first, of which the padded table stays within `WORDS`."""
    groups: list[list[int]] = []
    for index in order:
        if not groups or (len(groups[-1]) + 1) * sizes[groups[-1][0]] > WORDS:
            groups.append([])
        groups[-1].append(index)
    return groups


def _decode(scores: Sequence[Floats], transitions: Floats) -> list[list[int]]:
    """Viterbi over sentences ordered by length, the longest first; at each step the shorter fall out."""
    sizes = np.array([len(one) for one in scores])
    longest, tags = int(sizes[0]), transitions.shape[0]
    table = np.zeros((longest, len(scores), tags), dtype=np.float32)
    for index, one in enumerate(scores):
        table[: len(one), index] = one
    alive = [int((sizes > step).sum()) for step in range(longest)]
    # Axes: sentence, tag to, tag from.
    into = np.ascontiguousarray(transitions.T)[None]
    best = table[0].copy()
    came_from = np.zeros((longest, len(scores), tags), dtype=np.int8)
    for step in range(1, longest):
        count = alive[step]
        reached = best[:count, None, :] + into
        reached += table[step, :count, :, None]
        came_from[step, :count] = reached.argmax(2)
        best[:count] = reached.max(2)
    last = best.argmax(1)
    return _traced(last, came_from, sizes)


def _traced(last: Ints, came_from: NDArray[np.int8], sizes: Ints) -> list[list[int]]:
    """Walks all sentences back at once, each from its own last word."""
    longest, count = len(came_from), len(sizes)
    path = np.zeros((longest, count), dtype=np.int64)
    current, everyone = last.copy(), np.arange(count)
    for step in range(longest - 1, -1, -1):
        path[step] = current
        if step:
            before = came_from[step, everyone, current]
            current = np.where(sizes > step, before, last)
    return [path[:size, index].tolist() for index, size in enumerate(sizes.tolist())]
