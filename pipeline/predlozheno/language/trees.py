"""Dependency trees: the scores of Natasha's parser, decoded so that every tree is valid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, IS_SPACE
from spacy.tokens import Doc

from predlozheno.language.networks import networks
from predlozheno.language.sentences import Run, runs

Arcs = list[tuple[int, str]]


def parse(doc: Doc, found: Sequence[Run] | None = None) -> Doc:
    """Sets `head` and `dep_` of every token; each sentence gets one tree with one root.

    The trees are well formed, not right: outside of news every third to fourth head is wrong.
    A sentence too long for the network is parsed in parts, each part's root hanging as `parataxis`
    under the first's.

    Args:
        doc: with its words.
        found: its sentences, where the caller has them already.
    """
    found = runs(doc) if found is None else found
    heads = np.arange(len(doc))
    labels = ["dep"] * len(doc)
    root: int | None = None
    for run, arcs in zip(found, networks().syntax([run.forms for run in found]), strict=True):
        root = _write(run.places, arcs, None if run.opens else root, heads, labels)
    _hang_white_space(doc, heads, labels)
    strings = doc.vocab.strings
    table = np.empty((len(doc), 2), dtype="uint64")
    # Heads are relative and may be negative; spaCy reads them back from their two's complement.
    table[:, 0] = (heads - np.arange(len(doc))).astype("int64").view("uint64")
    table[:, 1] = [strings.add(label) for label in labels]
    if len(doc):
        doc.from_array([HEAD, DEP], table)  # type: ignore[arg-type]
    return doc


def _write(
    places: list[int], arcs: Arcs, root: int | None, heads: Any, labels: list[str]
) -> int | None:
    """Enters the arcs of one parsed run; gives the root of its sentence."""
    for place, (head, label) in zip(places, arcs, strict=True):
        if head:
            heads[place] = places[head - 1]
            labels[place] = label
        elif root is None:
            root = place
            labels[place] = "ROOT"
        else:
            heads[place] = root
            labels[place] = "parataxis"
    return root


def _hang_white_space(doc: Doc, heads: Any, labels: list[str]) -> None:
    """White space hangs under the word before it, or under the sentence's first word."""
    if not doc.to_array(IS_SPACE).any():
        return
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        for token in sentence:
            if token.is_space:
                before = [index for index in words if index < token.i]
                heads[token.i] = before[-1] if before else words[0] if words else sentence.start
                labels[token.i] = "dep" if words or token.i > sentence.start else "ROOT"
