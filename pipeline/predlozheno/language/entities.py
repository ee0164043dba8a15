"""Names of people, places and organisations as Natasha's news model sees them: `doc.ents`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span, Token

from predlozheno.language.networks import ner_network, run_sorted
from predlozheno.language.sentences import pieces, plain_forms, sentence_words

# Words read in one go: a paragraph, or as many of its sentences as fit.
_WINDOW = 250


def recognise(doc: Doc) -> Doc:
    """Sets `doc.ents`, labels PER, LOC and ORG; replaces what was there.

    A paragraph is read as a whole, for its sentences tell of each other's names, but never more than
    a window of words at once: the network's memory grows with what it reads.
    """
    windows = list(_windows(doc))
    forms = [[form for run in window for form in plain_forms(run)] for window in windows]
    spans: list[Span] = []
    for window, tags in zip(windows, _tags(forms), strict=True):
        spans.extend(_spans(doc, [token for run in window for token in run], tags))
    doc.ents = tuple(spans)
    return doc


def _windows(doc: Doc) -> Iterator[list[list[Token]]]:
    """Runs of whole sentences of one block; a sentence longer than a window comes in pieces."""
    blocks: list[int] = doc.user_data.get("blocks") or [0] * len(doc)
    window: list[list[Token]] = []
    size = 0
    for words in sentence_words(doc):
        for run in pieces(words, _WINDOW):
            new_block = bool(window) and blocks[window[-1][0].i] != blocks[run[0].i]
            if window and (new_block or size + len(run) > _WINDOW):
                yield window
                window, size = [], 0
            window.append(run)
            size += len(run)
    if window:
        yield window


def _spans(doc: Doc, words: list[Token], tags: list[str]) -> Iterator[Span]:
    """The spans of a run of B-, I- and O tags; none crosses a sentence."""
    start: int | None = None
    kind = ""
    for index, (token, tag) in enumerate(zip(words, tags, strict=True)):
        goes_on = start is not None and tag == f"I-{kind}" and not token.is_sent_start
        if start is not None and not goes_on:
            yield Span(doc, words[start].i, words[index - 1].i + 1, label=kind)
            start = None
        if start is None and tag != "O":
            start, kind = index, tag[2:]
    if start is not None:
        yield Span(doc, words[start].i, words[-1].i + 1, label=kind)


def _tags(windows: list[list[str]]) -> list[list[str]]:
    if not windows:
        return []
    network = ner_network()
    model, names = network.model, network.decoder.tags_vocab

    def run(batch: Any) -> Iterator[list[str]]:
        emissions = model(batch.word_id, batch.shape_id, batch.pad_mask)
        for row in model.head.crf.decode(emissions, ~batch.pad_mask):
            yield [names.decode(index) for index in row]

    return run_sorted(windows, network.encoder, run)
