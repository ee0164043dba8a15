"""Names of people, places and organisations as Natasha's news model sees them: `doc.ents`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from predlozheno.language.networks import Passage, networks
from predlozheno.language.sentences import pieces, plain_forms, sentence_words

# The network sees three words to each side.
_SIGHT = 3
# Words read in one go.
_PASSAGE = 500


def recognise(doc: Doc) -> Doc:
    """Sets `doc.ents`, labels PER, LOC and ORG; replaces what was there.

    A word's chances are read from its paragraph, for its sentences tell of each other's names; the
    names are then chosen sentence by sentence, for none crosses from one into another.
    """
    paragraphs = list(_paragraphs(doc))
    passages = (part for runs in paragraphs for part in _passages([plain_forms(run) for run in runs]))
    tags = networks().names(list(passages))
    spans: list[Span] = []
    for run in (run for runs in paragraphs for run in runs):
        spans.extend(_spans(doc, run, next(tags)))
    doc.ents = tuple(spans)
    return doc


def _paragraphs(doc: Doc) -> Iterator[list[list[Token]]]:
    """The sentences of each block; one longer than a network takes comes in pieces."""
    blocks: list[int] = doc.user_data.get("blocks") or [0] * len(doc)
    runs: list[list[Token]] = []
    for words in sentence_words(doc):
        for run in pieces(words):
            if runs and blocks[runs[-1][0].i] != blocks[run[0].i]:
                yield runs
                runs = []
            runs.append(run)
    if runs:
        yield runs


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
