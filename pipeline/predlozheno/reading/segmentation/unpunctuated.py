"""Cuts recognised speech, which has neither full stops nor commas, where a clause must begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from predlozheno.reading.segmentation.openings import openings

# Shorter runs without a sign are lines of a chat, headings and cells, unless most of the text has none.
_LEAST_WORDS = 12
_LEAST_MURMURED = 4
_MURMURED = 0.5
# So few commas a word.
_SPARSE = 0.04
# The share of words with a capital that recognised speech has where it knows names.
_NAMES = 0.25
_SIGN = re.compile(r"[.,;:!?…–—()«»\"]")
_COMMA = re.compile(r"[,;:–—]")
_RUN = re.compile(r"[^.,;:!?…–—()«»\"]+")
_WORD = re.compile(r"\S+")


def is_recognised(bodies: Iterable[str]) -> bool:
    """Whether most of a text, given as the words of its blocks, has neither signs nor capitals."""
    murmured = whole = 0
    for body in bodies:
        words = _WORD.findall(body)
        whole += len(words)
        if len(words) >= _LEAST_WORDS and not _SIGN.search(body) and _murmured(words):
            murmured += len(words)
    return murmured > _MURMURED * whole


def is_sparse(bodies: Iterable[str]) -> bool:
    """Whether most of a text is in small letters with hardly a comma: a program heard the pauses."""
    words = small = commas = 0
    for body in bodies:
        count = len(body.split())
        words += count
        small += count * body[:1].islower()
        commas += len(_COMMA.findall(body))
    return small > _MURMURED * words and commas < _SPARSE * words


def cut_unpunctuated(
    text: str,
    start: int,
    end: int,
    *,
    body: int,
    recognised: bool = False,
    sparse: bool = False,
) -> Iterator[tuple[int, int]]:
    """The span itself, or its clauses where it is a long run of small letters without any sign.

    Args:
        text: the repaired text.
        start: of the span, in characters, into `text`.
        end: behind its last character.
        body: where its words begin, behind marker and labels.
        recognised: whether the whole text is such, so that a shorter run is enough.
        sparse: whether the signs of the whole text are so rare that clauses begin between them, too.
    """
    if sparse:
        yield from _cut_between_signs(text, start, end, body=body)
        return
    span = text[body:end]
    words = [(match.group(), body + match.start()) for match in _WORD.finditer(span)]
    least = _LEAST_MURMURED if recognised else _LEAST_WORDS
    if len(words) < least or _SIGN.search(span) or not _murmured([w for w, _ in words]):
        yield start, end
        return
    opened = [words[i][1] for i in openings([word.lower() for word, _ in words])]
    for begin, stop in pairwise([start, *opened, end]):
        yield begin, begin + len(text[begin:stop].rstrip())


def _cut_between_signs(text: str, start: int, end: int, *, body: int) -> Iterator[tuple[int, int]]:
    opened = []
    for run in _RUN.finditer(text, body, end):
        words = [(match.group(), match.start()) for match in _WORD.finditer(text, *run.span())]
        if len(words) >= _LEAST_MURMURED:
            opened += [words[i][1] for i in openings([word.lower() for word, _ in words])]
    for begin, stop in pairwise([start, *opened, end]):
        yield begin, begin + len(text[begin:stop].rstrip())


def _murmured(words: Sequence[str]) -> bool:
    """Small letters but for names: an item of a list without a full stop begins with a capital."""
    capitals = sum(word[0].isupper() for word in words)
    return words[0][0].islower() and capitals <= _NAMES * len(words)
