"""What every speaker label is made of: titles, a name, an aside or a post, a time, a mark."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from predlozheno.reading.dictionary import is_name, is_word
from predlozheno.reading.marks.names import SHOUT, WORD
from predlozheno.resources import gazetteer


class Speaker(NamedTuple):
    """A speaker label.

    Attributes:
        start, end: the label as printed, title and all, without colon; offsets into the line.
        name_start, name_end: the name alone, without title, post or party.
        body: where the words of the turn begin; the line's length where none do.
        sure: whether the look of this line alone is enough.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    body: int
    sure: bool


PLAIN_NAME = rf"(?:{WORD}|{SHOUT})(?:\s(?:{WORD}|{SHOUT})){{0,2}}"
LATIN_NAME = r"(?:[A-Z][A-Za-z_.]+(?:\s[A-Z][A-Za-z.]+){0,2}|@[\w.-]*\w)"
TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
CLOCK = rf"[\[(]?{TIME}[\])]?(?:\s*[-–—]+>?\s*{TIME}[\])]?)?"
ASIDE = r"(?P<aside>\s?\([^()\n]{1,80}\))"
POST = r"(?:,\s(?P<post>[^:\n]{2,80}?))"
# «д.г.н.», «к.ф.-м.н.», «канд. экон. наук», «д-р с.-х. наук»
DEGREE = (
    r"[дк]\.\s?(?:[а-яё]{1,4}\.\s?-?\s?){1,2}н\."
    r"|(?:д-р|канд\.|докт\.|доктор|кандидат)\s(?:[а-яё]+[.-]*\s?){1,3}наук\b"
)
_CHAIR = re.compile(r"(?i)\W*(?:зам\S*\s)?(?:пред|ведущ|модератор|глава|староста)")


def made(line: str, match: re.Match[str], *, sure: bool, keep_aside: bool = False) -> Speaker:
    """The label that `match` found: its groups are name, mark and perhaps aside.

    What stands in brackets behind a name, a party or a place of work, is no part of the label,
    unless it says that the chair speaks.
    """
    groups = match.groupdict()
    end = match.start("mark")
    aside = groups.get("aside")
    if aside and not keep_aside and not _CHAIR.match(aside):
        end = match.start("aside")
    return Speaker(
        match.start(),
        max(end, match.end("name")),
        match.start("name"),
        match.end("name"),
        skip_spaces(line, match.end()),
        sure,
    )


def skip_spaces(line: str, position: int) -> int:
    """The first position from `position` on that holds no white space."""
    while position < len(line) and line[position].isspace():
        position += 1
    return position


def is_personal(name: str) -> bool:
    """Whether some word of `name` is a person's name, or looks like a surname."""
    return any(
        is_name(word) or not is_word(word) or word.lower().endswith(surname_endings())
        for word in re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*", name)
        if word.lower() not in not_speakers()
    )


@cache
def titled(expression: str) -> re.Pattern[str]:
    """`expression` behind any number of titles and posts."""
    titles = either(gazetteer("reading-speakers")["titles"], any_case=True)
    return re.compile(rf"(?:(?:{DEGREE}|{titles})\s?,?\s?){{0,4}}{expression}")


@cache
def not_speakers() -> frozenset[str]:
    """Words before a colon that name no person, in small letters."""
    return frozenset(gazetteer("reading-speakers")["not_speakers"])


@cache
def surname_endings() -> tuple[str, ...]:
    """Endings of surnames that the dictionary takes for adjectives or genitives."""
    return tuple(gazetteer("reading-speakers")["surname_endings"])


def either(words: list[str], *, any_case: bool = False) -> str:
    """An expression for any of `words`, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    joined = "|".join(
        re.escape(word).replace("\\ ", r"\s") + ("" if word.endswith(".") else r"\b")
        for word in longest_first
    )
    return f"(?i:{joined})" if any_case else joined


@cache
def roles() -> re.Pattern[str]:
    """«Спикер 2:», «Ведущая:», «Голос из зала:»: who speaks without a name."""
    words = gazetteer("reading-speakers")
    numbered, offices = either(words["numbered"]), either(words["roles"])
    voices, seats = either(words["voices"]), either(words["seats"])
    return re.compile(
        rf"(?P<name>(?i:{numbered})(?:[\s_]?(?:№\s?)?\d{{1,3}}|\s[А-ЯA-Z](?=\s?:))|(?i:{offices})"
        rf"|(?i:(?:(?:{voices})\s)?(?:из|со?)\s(?:{seats}))(?:\s[а-яё]+){{0,2}})"
        rf"{ASIDE}?(?:\s?{CLOCK})?(?P<mark>\s?[:.])(?!\d)"
    )


@cache
def unmarked() -> re.Pattern[str]:
    """«спикер 2 я за среднюю смету»: a numbered voice with no mark behind it."""
    return re.compile(
        r"(?P<name>(?:спикер|говорящий|диктор|голос|speaker)[\s_]?\d{1,2})(?P<mark>)(?=\s+[^\W\d])",
        re.IGNORECASE,
    )
