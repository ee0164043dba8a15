"""Builds the Doc: razdel's words, at the very character offsets of the repaired text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import razdel
from spacy.attrs import IDX
from spacy.tokens import Doc

from predlozheno.language.words import words
from predlozheno.reading.document import Segments

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_BREAKS = str.maketrans("\n\t", "  ")

if not Doc.has_extension("segments"):
    Doc.set_extension("segments", default=None)


def make_doc(segments: Segments, vocab: Vocab) -> Doc:
    """The bare Doc of a segmented text: tokens, sentence starts, block of each token."""
    text = segments.text.translate(_BREAKS)
    spans = [(sentence.start, sentence.end) for sentence in segments.sentences]
    doc = doc_of_sentences(text, spans, vocab)
    doc._.segments = segments
    doc.user_data["blocks"] = _blocks(doc, segments)
    return doc


def doc_of_sentences(text: str, sentences: Iterable[tuple[int, int]], vocab: Vocab) -> Doc:
    """A Doc with the characters of `text` and with these sentences, offsets into `text`."""
    texts: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    end = 0
    for start, stop, first in _pieces(text, sentences):
        if start == end + 1 and texts and text[end] == " ":
            # As nearly everywhere: one space.
            spaces[-1] = True
        elif start != end:
            _fill_gap(text, end, start, texts, spaces, starts)
        texts.append(text[start:stop])
        spaces.append(False)
        starts.append(first)
        end = stop
    _fill_gap(text, end, len(text), texts, spaces, starts)
    if starts:
        starts[0] = True
    return Doc(vocab, words=texts, spaces=spaces, sent_starts=starts)


class TextTokenizer:
    """spaCy's tokenizer for plain texts: razdel's sentences and words.

    Args:
        vocab: of the pipeline that it serves.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of a plain text, with sentences."""
        spans = ((sentence.start, sentence.stop) for sentence in razdel.sentenize(text))
        return doc_of_sentences(text, spans, self.vocab)


def _pieces(text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Start, end and «opens a sentence» of each word of the sentences."""
    for start, end in sentences:
        for index, (first, last) in enumerate(words(text[start:end])):
            yield start + first, start + last, index == 0


def _fill_gap(
    text: str,
    end: int,
    start: int,
    texts: list[str],
    spaces: list[bool],
    starts: list[bool | int | None],
) -> int:
    """Accounts for the characters between two words: one space, or a token of white space."""
    gap = text[end:start]
    if gap.startswith(" ") and texts:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        texts.append(gap)
        spaces.append(False)
        starts.append(False)
    return start


def _blocks(doc: Doc, segments: Segments) -> list[int]:
    """The index of the block that holds each token."""
    ends = [block.end for block in segments.blocks]
    blocks: list[int] = []
    index = 0
    for place in doc.to_array(IDX).tolist():
        while index + 1 < len(ends) and place >= ends[index]:
            index += 1
        blocks.append(index)
    return blocks
