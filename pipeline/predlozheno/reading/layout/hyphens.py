"""Decides whether the hyphen at the end of a line belongs to the word that it breaks."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property

from predlozheno.reading.dictionary import is_word

_LAST = re.compile(r"([\w-]+)[-‐‑]$")
_FIRST = re.compile(r"[\w]+(?:-\w+)*")
_WORDS = re.compile(r"\w+(?:[-‐‑]\w+)*")


class Hyphens:
    """Judges broken words of one text; words that stand unbroken elsewhere in it are believed first.

    Args:
        text: the cleaned text.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _unbroken(self) -> Container[str]:
        return {match.group().lower() for match in _WORDS.finditer(self._text)}

    def stays(self, before: str, behind: str) -> bool:
        """Whether the hyphen that ends `before` stays when `behind` is joined to it.

        It stays in «российско-|корейского», «6-|сторонних», «государство-|председатель»; it goes in
        «предло-|жение».
        """
        last, first = _LAST.search(before), _FIRST.match(behind)
        if last is None or first is None:
            return True
        left, right = last[1], first.group()
        if not left[-1].isalpha() or not right[0].islower():
            return True
        hyphened, closed = f"{left}-{right}".lower(), f"{left}{right}".lower()
        if hyphened in self._unbroken:
            return True
        if closed in self._unbroken:
            return False
        if is_word(hyphened):
            return True
        if is_word(closed):
            return False
        if "-" in left:
            return False
        return _two_words(left, right)


def _two_words(left: str, right: str) -> bool:
    """Whether an unknown word is rather a compound with a hyphen than one word broken."""
    if not is_word(right) or len(right) < 3:
        return False
    return is_word(left) or left[-1] in "оеОЕ" or left.isupper() or left.isascii()
