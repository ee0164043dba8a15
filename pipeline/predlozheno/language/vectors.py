"""How near two words are in meaning, by the vectors that Natasha's networks read."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


def similarity(one: str, other: str) -> float | None:
    """The cosine of two words' vectors, from -1 to 1; None where one of them has none.

    Args:
        one: a word in small letters.
        other: the one to compare it with.
    """
    left, right = _vector(one), _vector(other)
    return None if left is None or right is None else float(left @ right)


@lru_cache(maxsize=4096)
def _vector(word: str) -> Any:
    import numpy as np

    vectors = _vectors()
    for spelling in (word, word.replace("ё", "е")):
        if spelling in vectors:
            vector = vectors[spelling]
            return vector / np.linalg.norm(vector)
    return None


@cache
def _vectors() -> Any:
    from predlozheno.language.morphology import analyzer

    analyzer()  # first of all, for the environment that natasha's dictionary needs
    from natasha import NewsEmbedding

    return NewsEmbedding()
