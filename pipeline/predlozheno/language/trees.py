"""Dependency trees: the scores of Natasha's parser, decoded so that every tree is valid."""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc, Token

from predlozheno.language.networks import networks
from predlozheno.language.sentences import pieces, plain_forms, sentence_words

Arcs = list[tuple[int, str]]


def parse(doc: Doc) -> Doc:
    """Sets `head` and `dep_` of every token; each sentence gets one tree with one root.

    The trees are well formed, not right: outside of news every third to fourth head is wrong.
    A sentence too long for the network is parsed in parts, each part's root hanging as `parataxis`
    under the first's.
    """
    sentences = [list(pieces(words)) for words in sentence_words(doc)]
    runs = [run for parts in sentences for run in parts]
    arcs = networks().syntax([plain_forms(run) for run in runs])
    heads = np.arange(len(doc))
    labels = ["dep"] * len(doc)
    for parts in sentences:
        root: Token | None = None
        for run in parts:
            root = _write(run, next(arcs), root, heads, labels)
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
    run: list[Token], arcs: Arcs, root: Token | None, heads: Any, labels: list[str]
) -> Token | None:
    """Enters the arcs of one parsed run; gives the root of its sentence."""
    for token, (head, label) in zip(run, arcs, strict=True):
        if head:
            heads[token.i] = run[head - 1].i
            labels[token.i] = label
        elif root is None:
            root = token
            labels[token.i] = "ROOT"
        else:
            heads[token.i] = root.i
            labels[token.i] = "parataxis"
    return root


def _hang_white_space(doc: Doc, heads: Any, labels: list[str]) -> None:
    """White space hangs under the word before it, or under the sentence's first word."""
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        for token in sentence:
            if token.is_space:
                before = [index for index in words if index < token.i]
                heads[token.i] = before[-1] if before else words[0] if words else sentence.start
                labels[token.i] = "dep" if words or token.i > sentence.start else "ROOT"
