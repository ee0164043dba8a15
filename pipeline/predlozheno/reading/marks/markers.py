"""List markers at the start of a line: «1.», «1.1.», «а)», «IV.», «–», «•», «→», «- [ ]», «п. 3»."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Style = Literal["number", "bracket", "letter", "roman", "point", "bullet", "task"]


class Marker(NamedTuple):
    """A list marker.

    Attributes:
        text: as printed, without the space behind it.
        number: without its punctuation; None for dashes and bullets.
        style: which of the kinds of marker it is.
        depth: parts of a decimal number («1.2.» has 2), else 1.
        end: where the words of the line begin.
    """

    text: str
    number: str | None
    style: Style
    depth: int
    end: int


_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("task", re.compile(r"(?P<text>(?:[-*+–•] ?)?\[[ xXхХ✓vV+]?\]|[☐☑☒])\s+")),
    ("bullet", re.compile(r"(?P<text>[-–—−*+•·▪◦●○■□►➢✓✔‣⁃])(?:\s+|(?<![*+])(?=[А-ЯЁа-яё«]))")),
    ("bullet", re.compile(r"(?P<text>[→⇒➔➜➡➤]|->|=>)\s*(?=\S)")),
    # A number of one part needs its dot or bracket, and is no date, hour or sum.
    (
        "number",
        re.compile(
            r"(?P<text>(?P<number>[1-9]\d{0,2}(?:\.[1-9]\d{0,2}){0,4})\.)(?:\s+|(?=[^\W\d]|[«\"(]))"
        ),
    ),
    ("number", re.compile(r"(?P<text>(?P<number>[1-9]\d?(?:\.[1-9]\d?){1,4}))\s+(?=[А-ЯЁA-Z«\"])")),
    ("bracket", re.compile(r"(?P<text>\(?(?P<number>[1-9]\d?(?:\.[1-9]\d?){0,4})\))\s*(?=\S)")),
    ("letter", re.compile(r"(?P<text>\(?(?P<number>[а-яёa-zА-ЕA-F])\))\s*(?=\S)")),
    ("roman", re.compile(r"(?P<text>(?P<number>[IVXІХ]{1,6})[.)])\s+(?=\S)")),
    (
        "point",
        re.compile(
            r"(?P<text>(?:[Пп]\.|[Пп]ункт)\s?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})[.):]?)\s+(?=[А-ЯЁ«])"
        ),
    ),
)
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}\b)|\d{1,2}\.\d{1,2}\s*(?:г\b|[-–—]\s*\d)")


def marker_of(line: str) -> Marker | None:
    """The list marker that `line` begins with, or None."""
    if _DATE.match(line):
        return None
    for style, pattern in _PATTERNS:
        if match := pattern.match(line):
            number = match.groupdict().get("number")
            depth = number.count(".") + 1 if number else 1
            return Marker(match["text"], number, style, depth, match.end())
    return None
