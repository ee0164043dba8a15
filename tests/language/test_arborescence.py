"""The decoder finds the best tree there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from predlozheno.language.arborescence import best_tree


def is_tree(heads) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(len(heads)):
        seen, node = set(), word + 1
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


def total(scores, heads) -> float:
    return sum(scores[word][head] for word, head in enumerate(heads))


@st.composite
def tables(draw, most: int = 4):
    size = draw(st.integers(1, most))
    numbers = st.integers(-20, 20)
    rows = st.lists(numbers, min_size=size + 1, max_size=size + 1)
    return np.array(draw(st.lists(rows, min_size=size, max_size=size)), dtype=float)


@given(tables())
def test_no_tree_is_better(scores):
    heads = best_tree(scores)
    assert is_tree(heads)
    trees = (h for h in product(range(len(scores) + 1), repeat=len(scores)) if is_tree(h))
    assert total(scores, heads) == max(total(scores, tree) for tree in trees)


@given(tables(most=25))
def test_any_scores_give_a_tree(scores):
    assert is_tree(best_tree(scores))


@pytest.mark.parametrize(
    ("scores", "heads"),
    [
        pytest.param([[1.0, 0.0]], [0], id="one word"),
        pytest.param([[9, 0, 1], [1, 8, 0]], [0, 1], id="greedy is a tree"),
        pytest.param([[1, 0, 9], [2, 9, 0]], [2, 0], id="a cycle is broken where it costs least"),
        pytest.param([[9, 0, 5], [8, 7, 0]], [0, 1], id="two roots become one"),
    ],
)
def test_small_tables(scores, heads):
    assert list(best_tree(np.array(scores, dtype=float))) == heads
