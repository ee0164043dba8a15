"""The encoder that the three networks have in common: three convolutions over words, three words wide.

What the first convolution makes of a word depends on the word alone, not on its neighbours, apart from
three additions. So it is kept for each word form, and most of the arithmetic is done once a form instead
of once a word. The vector of a form is put together once for all three networks. Sentences stand in one
long row with a blank position between them, and no padding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from predlozheno.language.networks.packed import Arrays
from predlozheno.language.networks.vocabulary import Vocabulary

NETWORKS = ("morph", "syntax", "ner")
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# Positions in one pass: their arrays fit into the processor's second cache.
_ROW = 512
# Word forms kept, 9 KB each for the three networks; the rarer half goes when they are more.
_FORMS = 16384
Values = TypeVar("Values", Floats, list[int])


class Row:
    """Sentences in one row: a blank, the first, a blank, the second, …, a blank.

    Attributes:
        starts: position of each sentence's first word.
        sizes: how many words each has.
    """

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self.words = [word for sentence in sentences for word in sentence]
        self.sizes = [len(sentence) for sentence in sentences]
        ends = np.cumsum(self.sizes) + np.arange(1, len(sentences) + 1)
        self.blanks: Ints = np.concatenate(([0], ends))
        self.starts: list[int] = (self.blanks[:-1] + 1).tolist()
        self.places = np.ones(len(self.words) + len(self.blanks), dtype=bool)
        self.places[self.blanks] = False

    def cut(self, values: Values) -> Iterator[Values]:
        """The values of each sentence, from one for each position."""
        for start, size in zip(self.starts, self.sizes, strict=True):
            yield values[start : start + size]


def rows(sentences: Sequence[Sequence[str]]) -> Iterator[Row]:
    """The sentences in rows of about `_ROW` positions; a longer sentence has a row of its own."""
    batch: list[Sequence[str]] = []
    size = 0
    for sentence in sentences:
        if batch and size + len(sentence) > _ROW:
            yield Row(batch)
            batch, size = [], 0
        batch.append(sentence)
        size += len(sentence) + 1
    if batch:
        yield Row(batch)


class Forms:
    """What the first convolution of each network makes of each word form, by tap: left, centre, right.

    Args:
        arrays: as `packing.build` makes them.
        vocabulary: of the networks.
    """

    def __init__(self, arrays: Arrays, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._indexes, codes = arrays["vectors.indexes"], arrays["vectors.codes"]
        self._codes = codes.reshape(-1, codes.shape[2])
        self._parts = np.arange(len(codes)) * codes.shape[1]
        self._weights = {
            name: (arrays[f"{name}.first.word"], arrays[f"{name}.first.shape"]) for name in NETWORKS
        }
        # Virtual memory only, until a form is written there.
        self._taps: dict[str, list[Floats]] = {
            name: [np.zeros((_FORMS, word.shape[1] // 3), dtype=np.float32) for _ in range(3)]
            for name, (word, _) in self._weights.items()
        }
        self._forms: dict[str, int] = {}
        self._uses = np.zeros(_FORMS, dtype=np.int64)

    def sums(self, name: str, row: Row) -> Floats:
        """The sums of a network's first layer at each position; those of the blanks mean nothing."""
        numbers = np.zeros(len(row.places), dtype=np.int64)
        numbers[row.places] = self._numbers(row.words)
        left, centre, right = self._taps[name]
        sums = centre.take(numbers, 0)
        sums[1:] += left.take(numbers[:-1], 0)
        sums[:-1] += right.take(numbers[1:], 0)
        return sums

    def _numbers(self, words: list[str]) -> Ints:
        missing = self._missing(words)
        if len(self._forms) + len(missing) >= _FORMS:
            self._drop_rare()
            missing = self._missing(words)
        for start in range(0, len(missing), _ROW):
            self._add(missing[start : start + _ROW])
        known = self._forms
        numbers = np.array([known[word] for word in words])
        self._uses += np.bincount(numbers, minlength=_FORMS)
        return numbers

    def _missing(self, words: list[str]) -> list[str]:
        known = self._forms
        return [word for word in dict.fromkeys(words) if word not in known]

    def _add(self, words: list[str]) -> None:
        numbers = self._vocabulary.numbers(words)
        parts = self._indexes[numbers[:, 0]] + self._parts
        vectors = self._codes.take(parts.ravel(), 0).reshape(len(words), -1)
        # Number 0 is the blank's, all zeros.
        start = len(self._forms) + 1
        for name, (word, shape) in self._weights.items():
            shapes = shape.take(numbers[:, 1], 0)
            for index, tap in enumerate(self._taps[name]):
                part = slice(index * tap.shape[1], (index + 1) * tap.shape[1])
                # Written where it is kept, for a copy of it takes half as long again.
                sums = np.matmul(vectors, word[:, part], out=tap[start : start + len(words)])
                sums += shapes[:, part]
        self._forms.update(zip(words, range(start, start + len(words)), strict=True))

    def _drop_rare(self) -> None:
        """Forgets the rarer half of the forms, so that memory stays where it is."""
        words = sorted(self._forms, key=lambda word: -int(self._uses[self._forms[word]]))
        kept = words[: _FORMS // 2]
        numbers = np.array([self._forms[word] for word in kept])
        for taps in self._taps.values():
            for tap in taps:
                tap[1 : len(kept) + 1] = tap[numbers]
        uses = self._uses[numbers]
        self._uses[:] = 0
        self._uses[1 : len(kept) + 1] = uses
        self._forms = {word: number for number, word in enumerate(kept, 1)}


class Encoder:
    """One network up to its head: words become vectors that know two neighbours to each side… and one.

    Args:
        arrays: as `packing.build` makes them.
        name: of the network: morph, syntax or ner.
        forms: shared by the three.
    """

    def __init__(self, arrays: Arrays, name: str, forms: Forms) -> None:
        self._name, self._forms = name, forms
        self._layers = [
            tuple(np.array(arrays[f"{name}.{layer}.{part}"]) for part in ("rest", "weight", "bias"))
            for layer in ("second", "third")
        ]
        self._scale, self._offset = arrays[f"{name}.scale"], arrays[f"{name}.offset"]

    def __call__(self, row: Row) -> Floats:
        """A vector for each position; those of the blanks mean nothing."""
        states = self._forms.sums(self._name, row)
        for rest, weight, bias in self._layers:
            np.maximum(states, 0, out=states)
            states[row.blanks] = rest
            states = _convolved(states, weight, bias)
        np.maximum(states, 0, out=states)
        states *= self._scale
        states += self._offset
        return states


def _convolved(states: Floats, weight: Floats, bias: Floats) -> Floats:
    """One product with the three taps side by side, then the neighbours' shares added up."""
    filters = len(bias)
    taps = states @ weight
    sums = taps[:, filters : 2 * filters] + bias
    sums[1:] += taps[:-1, :filters]
    sums[:-1] += taps[1:, 2 * filters :]
    return sums
