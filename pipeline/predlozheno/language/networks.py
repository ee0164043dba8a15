"""Natasha's networks, loaded once a process, and the batches in which sentences pass through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from predlozheno.language.morphology import analyzer

# Padded positions in one pass: beyond this the arrays fall out of the processor's cache.
BATCH_POSITIONS = 1024

Item = TypeVar("Item")


@cache
def embedding() -> Any:
    """The word vectors that the three networks share."""
    from natasha import NewsEmbedding

    analyzer()  # first of all, for the environment that natasha's dictionary needs
    return NewsEmbedding()


@cache
def morph_network() -> Any:
    """Slovnet's inference for morphology."""
    from natasha import NewsMorphTagger

    return NewsMorphTagger(embedding()).infer


@cache
def syntax_network() -> Any:
    """Slovnet's inference for syntax."""
    from natasha import NewsSyntaxParser

    return NewsSyntaxParser(embedding()).infer


@cache
def ner_network() -> Any:
    """Slovnet's inference for names."""
    from natasha import NewsNERTagger

    return NewsNERTagger(embedding()).infer


def run_sorted(
    sentences: Sequence[Sequence[str]],
    encoder: Any,
    run: Callable[[Any], Iterable[Item]],
) -> list[Item]:
    """Passes sentences through a network in batches of like length.

    Args:
        sentences: words of each; none empty.
        encoder: slovnet's encoder of the network.
        run: takes an encoded batch, gives one item for each of its sentences.

    Returns:
        the items in the order of `sentences`.
    """
    order = sorted(range(len(sentences)), key=lambda index: len(sentences[index]))
    results: dict[int, Item] = {}
    for batch in _batches(order, [len(sentence) for sentence in sentences]):
        encoded = encoder.input([encoder.item(sentences[index]) for index in batch])
        results.update(zip(batch, run(encoded), strict=True))
    return [results[index] for index in range(len(sentences))]


def _batches(order: Iterable[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Runs of indices whose padded size stays within `BATCH_POSITIONS`; `order` is by length."""
    batch: list[int] = []
    for index in order:
        if batch and (len(batch) + 1) * lengths[index] > BATCH_POSITIONS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
