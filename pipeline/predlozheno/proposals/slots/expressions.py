"""Large regular expressions, compiled and tried only where the plain letters that they ask for stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

# An escaped sign, a class of signs, a bracket, a choice.
_MARK = re.compile(r"\\.|\[\^?\]?[^\]]*\]|[()|]")
_PLAIN = re.compile(r"[а-яё ]+")
_QUANTIFIERS = ("?", "*", "{")


class Expression:
    """A regular expression over folded text.

    To compile all expressions of time takes 0.2 s of a start, and a short text needs few of them.

    Args:
        source: the expression, without anything that stands before or behind it.
        frame: what stands around it, with `{}` in its place; it must ask for no characters.
    """

    def __init__(self, source: str, frame: str) -> None:
        self._source, self._frame = source, frame
        self.asked = asked_for(source)
        self._pattern: re.Pattern[str] | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of a compiled pattern."""
        if self.asked not in text:
            return iter(())
        if self._pattern is None:
            self._pattern = re.compile(self._frame.replace("{}", self._source))
        return self._pattern.finditer(text)


def asked_for(source: str) -> str:
    """Letters and spaces that stand in whatever matches: those at its start, behind optional groups.

    «(?:в период )?с (?:марта|мая)» asks for «с »; "" where the start leaves a choice.
    """
    start, depth, opened = 0, 0, 0
    for mark in _MARK.finditer(source):
        sign, place = mark[0], mark.start()
        if sign == "|" and not depth:
            return ""
        if sign == "(":
            opened = place if not depth else opened
            depth += 1
        elif sign == ")":
            depth -= 1
            if not depth and opened == start and source.startswith("?", place + 1):
                start = place + 2
    plain = _PLAIN.match(source, start)
    if plain is None:
        return ""
    return plain[0][:-1] if source.startswith(_QUANTIFIERS, plain.end()) else plain[0]
