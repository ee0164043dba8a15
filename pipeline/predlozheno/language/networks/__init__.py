"""Natasha's three networks, slovnet's predictions several times faster: one set a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from predlozheno.language.networks.convolution import Forms
from predlozheno.language.networks.heads import MARGIN, Morphology, Names, Passage, Syntax
from predlozheno.language.networks.vocabulary import Vocabulary

__all__ = ["MARGIN", "Networks", "Passage", "networks"]


@dataclass(frozen=True, slots=True)
class Networks:
    """The networks, over one vocabulary."""

    morphology: Morphology
    syntax: Syntax
    names: Names
    vocabulary: Vocabulary


@cache
def networks() -> Networks:
    """The networks, loaded once a process.

    Raises:
        ModelsError: where natasha's data is missing, or its parts were not made for each other.
    """
    from predlozheno.language.networks.packed import load_packed
    from predlozheno.language.networks.packing import build

    arrays = load_packed(build)
    vocabulary = Vocabulary(arrays)
    forms = Forms(arrays, vocabulary)
    return Networks(
        Morphology(arrays, forms),
        Syntax(arrays, forms),
        Names(arrays, forms),
        vocabulary,
    )
