"""Cuts what has no full stop for pages, as transcripts of recognised speech do, into bearable pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST = 1500
_LEAST = 500
_PLACES = (
    re.compile(r"[;:]\s"),
    re.compile(r",\s"),
    re.compile(r"\s(?=(?:и|а|но|да|ну|вот|так|то есть|потому что|поэтому|значит)\s)"),
    re.compile(r"\s"),
)


def cut_overlong(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span itself, or its pieces of at most 1,500 characters where it is longer."""
    while end - start > _LONGEST:
        stop = _cut(text, start + _LEAST, start + _LONGEST)
        yield start, stop
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _cut(text: str, least: int, most: int) -> int:
    for pattern in _PLACES:
        places = [
            match.start() + len(match.group().rstrip())
            for match in pattern.finditer(text, least, most)
        ]
        if places:
            return places[-1]
    return most
