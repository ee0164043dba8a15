"""From a word to the numbers of its vector and its shape, by hashes that need no table in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from predlozheno.errors import ModelsError
from predlozheno.language.networks.packed import Arrays

Numbers = NDArray[np.int64]

# Words whose numbers are remembered, so that the second and third network need not look again.
_KEPT = 65536


def pack_words(words: Sequence[str]) -> dict[str, NDArray[Any]]:
    """The vocabulary as sorted hashes, with the words themselves to be sure of a hit."""
    hashes = np.array([_hash(word) for word in words], dtype=np.uint64)
    order = np.argsort(hashes)
    hashes = hashes[order]
    if (hashes[1:] == hashes[:-1]).any():
        raise ModelsError("two words of the vocabulary have one hash")
    texts = [words[index].encode() for index in order]
    ends = np.cumsum([len(text) for text in texts])
    return {
        "words.hashes": hashes,
        "words.numbers": order.astype(np.int32),
        "words.text": np.frombuffer(b"".join(texts), dtype=np.uint8),
        "words.ends": ends.astype(np.int64),
    }


class Vocabulary:
    """Looks words up among the packed ones.

    Args:
        arrays: as `packing.build` makes them.
    """

    def __init__(self, arrays: Arrays) -> None:
        self._hashes = arrays["words.hashes"]
        self._numbers = arrays["words.numbers"]
        self._text = arrays["words.text"]
        self._ends = arrays["words.ends"]
        self._unknown = int(arrays["vectors.unknown"])
        shapes = arrays["shapes"].tolist()
        self._shapes = {shape: number for number, shape in enumerate(shapes)}
        self._known: dict[str, tuple[int, int]] = {}

    def numbers(self, words: Sequence[str]) -> Numbers:
        """The numbers of each word's vector, capitals or not, and of its shape: two columns.

        A shape is alphabet and capitals, or the punctuation mark itself.
        """
        known = self._known
        if len(known) > _KEPT:
            known.clear()
        if missing := [word for word in dict.fromkeys(words) if word not in known]:
            known.update(zip(missing, self._looked_up(missing), strict=True))
        return np.array([known[word] for word in words], dtype=np.int64)

    def knows(self, word: str) -> bool:
        """Whether the word, capitals or not, has a vector of its own."""
        return bool(self.numbers([word])[0, 0] != self._unknown)

    def _looked_up(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        from slovnet.shape import word_shape

        for word, number in zip(words, self._vectors(words), strict=True):
            yield number, self._shapes[word_shape(word)]

    def _vectors(self, words: Sequence[str]) -> list[int]:
        folded = [word.lower().encode() for word in words]
        hashes = np.array([_digest(word) for word in folded], dtype=np.uint64)
        places = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
        numbers = [self._unknown] * len(words)
        for index in np.flatnonzero(self._hashes[places] == hashes).tolist():
            place = int(places[index])
            start = int(self._ends[place - 1]) if place else 0
            if self._text[start : int(self._ends[place])].tobytes() == folded[index]:
                numbers[index] = int(self._numbers[place])
        return numbers


def _hash(word: str) -> int:
    return _digest(word.encode())


def _digest(word: bytes) -> int:
    return int.from_bytes(blake2b(word, digest_size=8).digest(), "little")
