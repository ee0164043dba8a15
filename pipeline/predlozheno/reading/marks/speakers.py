"""Speaker labels, which name whose turn begins: «Петров И.И.: …», «проф. Гринёв – …», «Спикер 2:»."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from predlozheno.reading.dictionary import has_verb, is_name, is_only_name, is_word
from predlozheno.reading.marks.names import FULL_NAME, SHOUT, WORD, is_person
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


_PLAIN_NAME = rf"(?:{WORD}|{SHOUT})(?:\s(?:{WORD}|{SHOUT})){{0,2}}"
_LATIN_NAME = r"@?[A-Z][A-Za-z_.]+(?:\s[A-Z][A-Za-z.]+){0,2}"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_CLOCK = rf"[\[(]?{_TIME}[\])]?(?:\s*[-–—]+>?\s*{_TIME}[\])]?)?"
_ASIDE = r"(?:\s?\([^()\n]{1,80}\))"
_POST = r"(?:,\s(?P<post>[^:\n]{2,80}?))"
_STAMPED = re.compile(
    rf"(?P<name>@?[^\s:\[\]()]+(?:\s[^\s:\[\]()]+){{0,2}})(?:{_ASIDE})?(?P<mark>\s?:)(?!\d)"
)
# The dictionary takes many surnames for adjectives or genitives.
_SURNAME_ENDINGS = (
    "ов",
    "ев",
    "ёв",
    "ин",
    "ын",
    "ский",
    "цкий",
    "ова",
    "ева",
    "ёва",
    "ина",
    "ская",
    "цкая",
)
_SURNAME = re.compile(rf"(?P<name>{WORD})(?:{_ASIDE})?(?P<mark>\.)(?=\s+[А-ЯЁ«(])")
_OFFICE = re.compile(
    rf"[А-ЯЁ][а-яё]+(?:\s[А-ЯЁа-яё]+){{0,4}}\s\((?P<name>{WORD})\)(?P<mark>\.)(?=\s+[А-ЯЁ«])"
)
_UNKNOWN_TITLE = re.compile(
    rf"(?P<title>[А-ЯЁа-яё][^,:;.()–—]{{3,60}}\s)(?P<name>{FULL_NAME})(?P<mark>\s[–—-])(?=\s)"
)
_ADDRESSED = re.compile(r"(?:по|для|об?|в|на|к|с|у|за|от|ещё|еще|я|мы|вы|у)\s|(?:\S+\s){4}")
_ADDRESS = re.compile(r"\s*(?:[А-ЯЁ]|[«\"(…–—-])")


def speaker_of(line: str, start: int = 0, *, debate: bool = False) -> Speaker | None:
    """The speaker label that begins at `start` of `line`, or None.

    Args:
        line: a line of the repaired text.
        start: behind list marker and stage label.
        debate: whether the line stands where speeches are listed, so that «Петров И.И. – отметил…»
            and «Петров И.И., который …» begin a turn.
    """
    clock = _clock().match(line, start)
    if clock:
        start = clock.end()
    found = _named_with_colon(line, start) or _numbered_or_role(line, start)
    if found is None and clock:
        found = _behind_clock(line, start)
    if found is None:
        found = _plain_with_colon(line, start, trusted=debate or clock is not None)
    if found is None:
        found = _named_with_dot(line, start)
    if found is None:
        found = _surname_with_dot(line, start)
    if found is None and debate:
        found = _listed(line, start)
    return found


def _behind_clock(line: str, start: int) -> Speaker | None:
    """«[19:02] лиза_вахрушева: …», «[00:01:20] спикер 1 …»: behind a time stamp anything is a label."""
    match = _STAMPED.match(line, start) or _stamped_number().match(line, start)
    return _made(line, match, sure=True) if match else None


def _named_with_colon(line: str, start: int) -> Speaker | None:
    """«доц. С.Ю. Обухова (кафедра физики): …», «Петров И.И.:»."""
    match = _pattern(
        rf"(?P<name>{FULL_NAME})(?:{_ASIDE}|{_POST})?(?:\s?{_CLOCK})?(?P<mark>\s?:)(?!\d)"
    ).match(line, start)
    if match is None or has_verb(match["post"] or ""):
        return None
    return _made(line, match, sure=True)


def _numbered_or_role(line: str, start: int) -> Speaker | None:
    """«Спикер 2:», «Председательствующий. …», «Голос из зала:»."""
    match = _roles().match(line, start)
    if match is None or not line[start : start + 1].isupper():
        return None
    colon = match["mark"].strip() == ":"
    alone = not line[match.end() :].strip()
    if not (colon or alone or _ADDRESS.match(line, match.end())):
        return None
    name = match["name"].lower()
    known = " " in name or name.startswith("председательству")
    return _made(line, match, sure=colon or alone or known)


def _plain_with_colon(line: str, start: int, *, trusted: bool) -> Speaker | None:
    """«Катя: …», «Анна Павлова (аналитик): …», «Иванов (председатель): …»."""
    match = _pattern(
        rf"(?P<name>{_PLAIN_NAME}|{_LATIN_NAME})(?:{_ASIDE}|{_POST})?(?:\s?{_CLOCK})?(?P<mark>\s?:)(?!\d|//)"
    ).match(line, start)
    if match is None:
        return None
    words = match["name"].split()
    if match["post"] and (len(words) < 2 or not _is_post(match["post"])):
        return None
    if any(word.lower() in _not_speakers() for word in words):
        return None
    if any(is_name(word) for word in words):
        sure = trusted or any(is_only_name(word) for word in words)
        return _made(line, match, sure=sure)
    if trusted or not any(is_word(word) for word in words):
        return _made(line, match, sure=trusted)
    return None


def _is_post(words: str) -> bool:
    """«аналитик», «руководитель проекта», and not what one says to somebody: «для протокола»."""
    return not (_ADDRESSED.match(words) or "," in words or has_verb(words))


def _named_with_dot(line: str, start: int) -> Speaker | None:
    """«ПЕТРОВ И. И. Уважаемые …», «Петров И.И. Уважаемые …», «ПЕТРОВ И.И.» on a line of its own."""
    match = _pattern(
        rf"(?P<name>{FULL_NAME})(?:{_ASIDE}|{_POST}\.)?(?P<mark>\s?\.?)(?=\s|$)"
    ).match(line, start)
    if match is None or not _ADDRESS.match(line + "А", match.end()):
        return None
    if re.match(r"\s*[–—-]", line[match.end() :]):
        return None
    if not is_person(line, match.start("name"), match.end("name")):
        return None
    shouted = re.search(SHOUT, match["name"]) is not None
    alone = not line[match.end() :].strip()
    return _made(line, match, sure=shouted or alone)


def _surname_with_dot(line: str, start: int) -> Speaker | None:
    """«Кремнёв. Доброе утро», «Глава района (Пяжиева). Дамба стоит»: believed where it comes again."""
    match = _SURNAME.match(line, start) or _OFFICE.match(line, start)
    if match is None:
        return None
    name = match["name"]
    if is_word(name) and not (is_name(name) or name.endswith(_SURNAME_ENDINGS)):
        return None
    return _made(line, match, sure=False)


def _listed(line: str, start: int) -> Speaker | None:
    """«Сидорова А.П. – отметила …», «Петров И.И., который …» where speeches are listed."""
    name = rf"{FULL_NAME}|{_PLAIN_NAME}"
    match = _pattern(rf"(?P<name>{name})(?:{_ASIDE}|{_POST})?(?P<mark>\s[–—-])(?=\s)").match(
        line, start
    )
    if match is None:
        match = _pattern(rf"(?P<name>{FULL_NAME})(?P<mark>,)(?=\sкотор)").match(line, start)
    if match is None:
        match = _UNKNOWN_TITLE.match(line, start)
        if match is not None and has_verb(match["title"]):
            return None
    return _made(line, match, sure=True) if match else None


def _made(line: str, match: re.Match[str], *, sure: bool) -> Speaker:
    body = match.end()
    while body < len(line) and line[body].isspace():
        body += 1
    return Speaker(
        match.start(), match.start("mark"), match.start("name"), match.end("name"), body, sure
    )


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """`expression` behind any number of titles and posts."""
    return re.compile(rf"(?:(?:{_titles()})\s?,?\s?){{0,3}}{expression}")


@cache
def _roles() -> re.Pattern[str]:
    words = gazetteer("reading-speakers")
    numbered, roles = _either(words["numbered"]), _either(words["roles"])
    return re.compile(
        rf"(?P<name>(?i:{numbered})[\s_]?(?:№\s?)?\d{{1,2}}|(?i:{roles}))"
        rf"(?:{_ASIDE})?(?:\s?{_CLOCK})?(?P<mark>\s?[:.])(?!\d)"
    )


@cache
def _stamped_number() -> re.Pattern[str]:
    numbered = _either(gazetteer("reading-speakers")["numbered"])
    return re.compile(
        rf"(?P<name>(?i:{numbered})[\s_]?(?:№\s?)?\d{{1,2}})(?P<mark>\s?[:.]?)(?=\s|$)"
    )


@cache
def _titles() -> str:
    return _either(gazetteer("reading-speakers")["titles"], any_case=True)


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(rf"{_CLOCK}\s*(?:[–—-]\s*)?")


@cache
def _not_speakers() -> frozenset[str]:
    return frozenset(gazetteer("reading-speakers")["not_speakers"])


def _either(words: list[str], *, any_case: bool = False) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    joined = "|".join(
        re.escape(word).replace("\\ ", r"\s") + ("" if word.endswith(".") else r"\b")
        for word in longest_first
    )
    return f"(?i:{joined})" if any_case else joined
