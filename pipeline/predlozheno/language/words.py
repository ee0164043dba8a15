"""Razdel's words, remembered for each run of characters between two spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import razdel

_CHUNK = re.compile(r"\S+")
# Signs over which razdel looks beyond the white space to join or to split: «1 / 2», «кто - то».
_LOOKS_BEYOND = frozenset("-‐−‒⁃–—―_.,/\\")
# Stops and commas only tie figures together: what follows «закон,» does not matter.
_STOPPED = re.compile(r"[^\W\d_][.,]$")


def words(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word of a text, as `razdel.tokenize` finds them.

    Most chunks between spaces come again and again, so that each is cut once only. Where one begins
    or ends with a sign that may tie it to its neighbour, the neighbour's letter counts too.
    """
    chunks = list(_CHUNK.finditer(text))
    for index, match in enumerate(chunks):
        chunk, start = match.group(), match.start()
        before = after = ""
        if chunk[0] in _LOOKS_BEYOND or chunk[-1] in _LOOKS_BEYOND and not _STOPPED.search(chunk):
            before = text[chunks[index - 1].end() - 1] if index else ""
            after = text[chunks[index + 1].start()] if index + 1 < len(chunks) else ""
        for first, last in _cut(chunk, before, after):
            yield start + first, start + last


@lru_cache(maxsize=65536)
def _cut(chunk: str, before: str, after: str) -> tuple[tuple[int, int], ...]:
    offset = len(before) + 1 if before else 0
    text = f"{before} {chunk}" if before else chunk
    text = f"{text} {after}" if after else text
    end = offset + len(chunk)
    return tuple(
        (token.start - offset, token.stop - offset)
        for token in razdel.tokenize(text)
        if offset <= token.start < end
    )
