"""Cuts recognised speech, which has neither full stops nor commas, where a clause must begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from predlozheno.reading.dictionary import is_command, is_first_person, is_name, is_predicate
from predlozheno.resources import gazetteer

# Shorter runs without a sign are lines of a chat, headings and cells.
_LEAST_WORDS = 12
_LEAST_CLAUSE = 2
_SHORTEST_NAME = 3
# The share of words with a capital that recognised speech has where it knows names.
_NAMES = 0.25
_SIGN = re.compile(r"[.,;:!?…–—()«»\"]")
_WORD = re.compile(r"\S+")


def cut_unpunctuated(text: str, start: int, end: int, *, body: int) -> Iterator[tuple[int, int]]:
    """The span itself, or its clauses where it is a long run of small letters without any sign.

    Args:
        text: the repaired text.
        start: of the span, in characters, into `text`.
        end: behind its last character.
        body: where its words begin, behind marker and labels.
    """
    span = text[body:end]
    words = [(match.group(), body + match.start()) for match in _WORD.finditer(span)]
    if len(words) < _LEAST_WORDS or _SIGN.search(span) or not _murmured([w for w, _ in words]):
        yield start, end
        return
    opened = [words[i][1] for i in _openings([word.lower() for word, _ in words])]
    for begin, stop in pairwise([start, *opened, end]):
        yield begin, begin + len(text[begin:stop].rstrip())


def _murmured(words: Sequence[str]) -> bool:
    """Small letters but for names: an item of a list without a full stop begins with a capital."""
    capitals = sum(word[0].isupper() for word in words)
    return words[0][0].islower() and capitals <= _NAMES * len(words)


def _openings(words: Sequence[str]) -> list[int]:
    """The indices of the words that open a clause, the first one left out."""
    opened, found, said = 0, [], False
    for i, word in enumerate(words):
        if i - opened >= _LEAST_CLAUSE and i < len(words) - 1 and _opens(words, i, said=said):
            # «виктор составь …», «и скинь …»: who is called, and what joins, go along.
            first = _drawn_along(words, i, opened)
            if first - opened >= _LEAST_CLAUSE:
                found.append(first)
                opened, said = first, False
        said = said or is_predicate(word)
    return found


def _opens(words: Sequence[str], i: int, *, said: bool) -> bool:
    word, before = words[i], words[i - 1]
    if before in _cues("binding"):
        # «и скинь мне», «а я считаю»: the command joined by «и» is another wish.
        return said and before in ("и", "а", "но") and is_command(word)
    if word in _cues("always"):
        return True
    if not said:
        return False
    return (
        word in _cues("after_predicate")
        or word in _cues("subjects")
        or is_command(word)
        or is_first_person(word)
    )


def _drawn_along(words: Sequence[str], i: int, opened: int) -> int:
    first = i
    while first - 1 > opened and (
        _is_called(words[first - 1]) or words[first - 1] in ("и", "а", "но", "ты", "вы")
    ):
        first -= 1
    return first


def _is_called(word: str) -> bool:
    return len(word) >= _SHORTEST_NAME and is_name(word) and not is_predicate(word)


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in gazetteer("reading-clauses")[name])
