"""The row of sentences, the forms that are kept, the best tags."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from predlozheno.language.networks import Passage, convolution, networks
from predlozheno.language.networks.decoding import best_tags
from predlozheno.language.networks.heads import Morphology
from predlozheno.language.networks.packed import load_packed
from predlozheno.language.networks.packing import build
from predlozheno.language.networks.vocabulary import Vocabulary

SENTENCES = [
    "Совет предложил ректору создать комиссию .".split(),
    ["Принято", "."],
    "Мария Ивановна просила школу № 5 продлить занятия в Перми .".split(),
]


@pytest.mark.parametrize("name", ["morphology", "syntax"])
def test_neighbours_in_the_row_say_nothing(name):
    network = getattr(networks(), name)
    together = list(network(SENTENCES))
    assert together == [found for one in SENTENCES for found in network([one])]
    assert together == list(network(SENTENCES[::-1]))[::-1]


def test_names_are_those_of_the_paragraph():
    passage = Passage([word for one in SENTENCES for word in one], [(0, 6), (6, 8), (8, 19)])
    sentences = list(networks().names([passage]))
    found = {
        word: tag
        for words, tags in zip(SENTENCES, sentences, strict=True)
        for word, tag in zip(words, tags, strict=True)
        if tag != "O"
    }
    assert found == {
        "Совет": "B-ORG",
        "Мария": "B-PER",
        "Ивановна": "I-PER",
        "Перми": "B-LOC",
    }
    assert list(networks().names([Passage(passage.words, [(6, 8), (8, 19)])])) == sentences[1:]


def test_nothing_comes_of_nothing():
    assert list(networks().morphology([])) == []
    assert list(networks().syntax([])) == []
    assert list(networks().names([])) == []


def test_rare_forms_are_forgotten_and_come_again(monkeypatch):
    """Memory for word forms is bounded, whatever the length of the text; the answers stay."""
    texts = [[f"слово{number}", "."] for number in range(40)] + SENTENCES
    expected = list(networks().morphology(texts))
    monkeypatch.setattr(convolution, "_FORMS", 24)
    arrays = load_packed(build)
    small = Morphology(arrays, convolution.Forms(arrays, Vocabulary(arrays)))
    assert [tags for text in texts for tags in small([text])] == expected
    assert [tags for text in texts[::-1] for tags in small([text])] == expected[::-1]


@given(st.lists(st.integers(1, 250), min_size=1, max_size=200))
def test_the_work_grows_with_the_words(sizes):
    """No padding: a position for each word, one between sentences, one more at a row's end."""
    found = list(convolution.rows([["слово"] * size for size in sizes]))
    positions = [len(row.places) for row in found]
    assert sum(positions) == sum(sizes) + len(sizes) + len(found)
    assert max(positions) <= max(2 * convolution._ROW, max(sizes) + 2)


def test_words_are_found_whatever_their_capitals():
    arrays = load_packed(build)
    numbers = Vocabulary(arrays).numbers(["совет", "СОВЕТ", "съепщрвк", "."])
    assert numbers[0, 0] == numbers[1, 0] != int(arrays["vectors.unknown"])
    assert numbers[2, 0] == int(arrays["vectors.unknown"])
    assert len(set(numbers[:, 1].tolist())) == 3


@given(
    st.lists(
        st.lists(st.lists(st.integers(-9, 9), min_size=3, max_size=3), min_size=1, max_size=4),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.lists(st.integers(-9, 9), min_size=3, max_size=3), min_size=3, max_size=3),
)
def test_no_tags_are_better(tables, transitions):
    scores = [np.array(table, dtype=np.float32) for table in tables]
    between = np.array(transitions, dtype=np.float32)

    def worth(table, tags):
        own = sum(table[i][tag] for i, tag in enumerate(tags))
        return own + sum(between[a][b] for a, b in pairwise(tags))

    for table, tags in zip(scores, best_tags(scores, between), strict=True):
        best = max(worth(table, other) for other in product(range(3), repeat=len(table)))
        assert worth(table, tags) == best
