"""What the three networks say of sentences: tags, arcs, names. The predictions are slovnet's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from predlozheno.language.arborescence import best_tree
from predlozheno.language.networks.convolution import Encoder, Floats, Forms, Ints, Row, rows
from predlozheno.language.networks.decoding import WORDS, best_tags
from predlozheno.language.networks.packed import Arrays

Sentences = Sequence[Sequence[str]]
Arc = tuple[int, str]


class Morphology:
    """Part of speech and features of each word."""

    def __init__(self, arrays: Arrays, forms: Forms) -> None:
        self._encoder = Encoder(arrays, "morph", forms)
        self._weight, self._bias = arrays["morph.out.weight"], arrays["morph.out.bias"]
        self._labels: list[str] = arrays["morph.labels"].tolist()

    def __call__(self, sentences: Sentences) -> Iterator[list[str]]:
        """For each word of each sentence a label such as «NOUN|Case=Nom|…»."""
        labels = self._labels
        for row in rows(sentences):
            scores = self._encoder(row) @ self._weight
            scores += self._bias
            for numbers in row.cut(scores.argmax(1).tolist()):
                yield [labels[number] for number in numbers]


class Syntax:
    """One dependency tree a sentence."""

    def __init__(self, arrays: Arrays, forms: Forms) -> None:
        self._encoder = Encoder(arrays, "syntax", forms)
        self._arc = _Scorer(arrays, "syntax.arc")
        self._rel = _Scorer(arrays, "syntax.rel")
        self._labels: list[str] = arrays["syntax.labels"].tolist()

    def __call__(self, sentences: Sentences) -> Iterator[list[Arc]]:
        """For each word of each sentence its head, 0 for the root, else index + 1, and the relation."""
        labels = self._labels
        for row in rows(sentences):
            # Nothing needs the blank in front of a sentence, so that is where its root stands.
            states = self._encoder(row)
            heads = self._heads(row, states)
            relations = self._relations(row, states, heads)
            parts = zip(row.cut(heads.tolist()), row.cut(relations), row.starts, strict=True)
            for found, names, start in parts:
                root = start - 1
                yield [(head - root, labels[name]) for head, name in zip(found, names, strict=True)]

    def _heads(self, row: Row, states: Floats) -> Ints:
        """The position of each word's head; a blank's is itself."""
        words, heads_of = self._arc.sides(row, states)
        words = words @ self._arc.kernel
        heads: Ints = np.arange(len(states))
        scores: list[Floats] = []
        for start, size in zip(row.starts, row.sizes, strict=True):
            table = words[start : start + size] @ heads_of[start - 1 : start + size].T
            scores.append(table)
            heads[start : start + size] = table.argmax(1) + (start - 1)
        for index in _no_trees(row, heads):
            start, size = row.starts[index], row.sizes[index]
            tree = best_tree(scores[index].astype(np.float64))
            heads[start : start + size] = tree + (start - 1)
        return heads

    def _relations(self, row: Row, states: Floats, heads: Ints) -> list[int]:
        hanging, words = self._rel.sides(row, states)
        governors = hanging.take(heads, 0) @ self._rel.kernel
        count, width = len(words), words.shape[1]
        scores = np.matmul(governors.reshape(count, -1, width), words[:, :, None])
        best: list[int] = scores[:, :, 0].argmax(1).tolist()
        return best


class _Scorer:
    """A bilinear form over two projections of every position."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._weight, self._bias = arrays[f"{name}.weight"], arrays[f"{name}.bias"]
        self._root = arrays[f"{name}.root"]
        self.kernel = arrays[f"{name}.kernel"]

    def sides(self, row: Row, states: Floats) -> tuple[Floats, Floats]:
        states[row.blanks] = self._root
        both = states @ self._weight
        both += self._bias
        np.maximum(both, 0, out=both)
        half = both.shape[1] // 2
        return both[:, :half], both[:, half:]


def _no_trees(row: Row, heads: Ints) -> list[int]:
    """The sentences whose heads are no tree with one root."""
    blanks = row.blanks[:-1]
    is_root = np.zeros(len(heads), dtype=np.int64)
    is_root[row.places] = np.isin(heads[row.places], blanks, assume_unique=False)
    reached = heads
    for _ in range(max(row.sizes).bit_length()):
        reached = reached[reached]
    lost = np.zeros(len(heads), dtype=np.int64)
    lost[row.places] = row.places[reached[row.places]]
    roots = np.add.reduceat(is_root, blanks)
    strays = np.add.reduceat(lost, blanks)
    bad: list[int] = np.flatnonzero((roots != 1) | (strays > 0)).tolist()
    return bad


# The network sees three words to each side, and the best run of tags is sought three words beyond
# a sentence: what lies further off would change it in theory only.
MARGIN = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow one another, with up to two margins of words on each side around them.

    Attributes:
        words: all of them.
        sentences: start and end of each sentence that is asked for, indices into `words`.
    """

    words: list[str]
    sentences: list[tuple[int, int]]


class Names:
    """Names of people, places and organisations."""

    def __init__(self, arrays: Arrays, forms: Forms) -> None:
        self._encoder = Encoder(arrays, "ner", forms)
        self._weight, self._bias = arrays["ner.out.weight"], arrays["ner.out.bias"]
        self._labels: list[str] = arrays["ner.labels"].tolist()
        self._transitions = np.array(arrays["ner.transitions"])

    def __call__(self, passages: Sequence[Passage]) -> Iterator[list[str]]:
        """For each word of each sentence asked for B-, I- and a label, or O."""
        waiting: list[_Sentence] = []
        size = 0
        for sentence in self._read(passages):
            waiting.append(sentence)
            size += len(sentence.scores)
            if size >= WORDS:
                yield from self._chosen(waiting)
                waiting, size = [], 0
        yield from self._chosen(waiting)

    def _chosen(self, sentences: Sequence[_Sentence]) -> Iterator[list[str]]:
        labels = self._labels
        found = best_tags([sentence.scores for sentence in sentences], self._transitions)
        for sentence, tags in zip(sentences, found, strict=True):
            yield [labels[tag] for tag in tags[sentence.start : sentence.end]]

    def _read(self, passages: Sequence[Passage]) -> Iterator[_Sentence]:
        asked = iter(passages)
        for row in rows([passage.words for passage in passages]):
            scores = self._encoder(row) @ self._weight
            scores += self._bias
            for found in row.cut(scores):
                for start, end in next(asked).sentences:
                    first = max(0, start - MARGIN)
                    yield _Sentence(found[first : end + MARGIN], start - first, end - first)


class _Sentence(NamedTuple):
    """The scores of all tags for a sentence and its margins; where in them it begins and ends."""

    scores: Floats
    start: int
    end: int
