"""Names of people, places and organisations as Natasha's news model sees them: `doc.ents`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from spacy.tokens import Doc, Span

from predlozheno.language.networks import MARGIN, Passage, networks
from predlozheno.language.sentences import Run, runs

# The words on each side of a sentence that its names depend on.
_SIGHT = 2 * MARGIN
# Words read in one go.
_PASSAGE = 500


def recognise(doc: Doc, found: Sequence[Run] | None = None) -> Doc:
    """Sets `doc.ents`, labels PER, LOC and ORG; replaces what was there.

    A sentence is read with the words around it in its paragraph, for they tell where a name begins.
    A name that runs on into the next sentence is cut at its end.

    Args:
        doc: with its words.
        found: its sentences, where the caller has them already.
    """
    found = runs(doc) if found is None else found
    passages = [part for sentences in _paragraphs(doc, found) for part in _passages(sentences)]
    spans: list[Span] = []
    for run, tags in zip(found, networks().names(passages), strict=True):
        spans.extend(_spans(doc, run.places, tags))
    doc.ents = tuple(spans)
    return doc


def _paragraphs(doc: Doc, found: Sequence[Run]) -> Iterator[list[list[str]]]:
    """The sentences of each block."""
    blocks: list[int] = doc.user_data.get("blocks") or [0] * len(doc)
    for _, runs_of_block in groupby(found, key=lambda run: blocks[run.places[0]]):
        yield [run.forms for run in runs_of_block]


def _passages(sentences: list[list[str]]) -> Iterator[Passage]:
    """A paragraph in parts of bounded size, each with the words around it that the network sees."""
    words = [word for sentence in sentences for word in sentence]
    first, bounds, end = 0, list[tuple[int, int]](), 0
    for sentence in sentences:
        if bounds and end + len(sentence) - first > _PASSAGE:
            yield _passage(words, bounds)
            first, bounds = end, []
        bounds.append((end, end + len(sentence)))
        end += len(sentence)
    if bounds:
        yield _passage(words, bounds)


def _passage(words: list[str], bounds: Iterable[tuple[int, int]]) -> Passage:
    asked = list(bounds)
    start = max(0, asked[0][0] - _SIGHT)
    return Passage(
        words[start : asked[-1][1] + _SIGHT], [(one - start, other - start) for one, other in asked]
    )


def _spans(doc: Doc, places: list[int], tags: list[str]) -> Iterator[Span]:
    """The spans of a run of B-, I- and O tags."""
    start: int | None = None
    kind = ""
    for index, tag in enumerate(tags):
        if start is not None and tag != f"I-{kind}":
            yield Span(doc, places[start], places[index - 1] + 1, label=kind)
            start = None
        if start is None and tag != "O":
            start, kind = index, tag[2:]
    if start is not None:
        yield Span(doc, places[start], places[-1] + 1, label=kind)
