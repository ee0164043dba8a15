"""Labels with a time stamp, as chats and recognised speech have them: «[19:02] лиза: …»."""

from __future__ import annotations

import re
from functools import cache

from predlozheno.reading.marks.labels import (
    ASIDE,
    LATIN_NAME,
    PLAIN_NAME,
    TIME,
    Speaker,
    either,
    is_personal,
    made,
)
from predlozheno.reading.marks.names import FULL_NAME
from predlozheno.reading.marks.stamps import WHEN, stamp_end
from predlozheno.resources import gazetteer

_BEHIND = re.compile(
    rf"(?P<name>@?[^\s:\[\]()]+(?:\s[^\s:\[\]()]+){{0,3}}){ASIDE}?(?P<mark>\s?:)(?=\s|$)"
)
# «Зоя · 10:01», «Зоя – вчера в 10:01», «Зоя, 10:01»: what stands between a name and its time.
_APART = r"(?:\s[·•|/–—-]|,)?\s+"
# «Олеся, [12.10.2025 19:02]» and «Иван Петров 00:03:10» on lines of their own.
_BEFORE = re.compile(
    rf"(?P<name>{FULL_NAME}|{PLAIN_NAME}|{LATIN_NAME}){ASIDE}?(?P<mark>{_APART}[\[(]?{WHEN}[\])]?)$"
)
# Before such a stamp whatever stands is the label of a message: «Паша бас, [11.05.26 20:16]».
_NICK = re.compile(
    rf"(?P<name>[^\s\[\],][^\[\]\n,]{{0,40}})(?P<mark>,?\s+\[{WHEN}\](?:\s?:(?=\s)|$))"
)
_IRC = re.compile(rf"(?:{TIME}\s)?<(?P<name>@?[^<>\n]{{1,40}})(?P<mark>>\s?:?)(?=\s|$)")
# «09:15, Денис: ок», «18:02 gosha_m: давайте», «Дядя Слава, 18:30: чай», «Кира 🌿 18:02», «gosha_m: ок»,
# «0:41 Зоя» on a line of its own: believed where they come again.
_LOOSE_NAME = r"(?P<name>@?[^\W\d][^\s:,;\[\]()«»]*(?:\s[^\s:,;.\[\]()«»]+){0,3}?)"
_BRACKETED = re.compile(rf"\[{_LOOSE_NAME}(?P<mark>\]\s?:?)(?=\s|$)")
# «Людмила Бат.», «Тумэн», «tatyana_k»: whatever is short above a line that holds but a time.
_SHORT = re.compile(
    r"(?P<name>@?(?:[A-ZА-ЯЁ][^\s:,;.!?]*|[a-z][\w.-]*)(?:\s[^\s:,;!?]+){0,3})(?P<mark>)"
)
_LOOSE = (
    re.compile(
        rf"{TIME},?\s(?:[|/–—-]\s)?{_LOOSE_NAME}{ASIDE}?(?P<mark>\s?:|\s>|\s[|/–—-])(?=\s|$)"
    ),
    re.compile(rf"{_LOOSE_NAME}{ASIDE}?(?P<mark>{_APART}[\[(]?{WHEN}[\])]?(?:\s?:(?=\s)|$))"),
    re.compile(r"(?P<name>@?[A-Za-z][\w.-]*)(?P<mark>\s?:)(?=\s)"),
    re.compile(rf"{TIME}\s(?:[|/–—-]\s)?{_LOOSE_NAME}{ASIDE}?(?P<mark>)$"),
    re.compile(rf"{_LOOSE_NAME}(?P<mark>\s[\[(]{WHEN}[\])])(?=\s)"),
    _BRACKETED,
)
# Most lines hold neither, and are not looked at any further.
_HOLDS_TIME = re.compile(r"[\d<]")
_SET = re.compile(r"[·•]")
_HANDLE = re.compile(r"[A-Za-z_\d@]|[^\w\s.,-]")


def message_speaker(line: str, start: int = 0) -> Speaker | None:
    """The label of a stamped message or turn that begins at `start`, or None.

    Behind a stamp whatever stands before a colon is a label, be it nick or name.
    """
    begin = stamp_end(line, start)
    if begin is not None:
        match = _BEHIND.match(line, begin) or _BRACKETED.match(line, begin)
        match = match or _numbered().match(line, begin)
        if match is None and (alone := _alone().match(line, begin)):
            match = alone if is_personal(alone["name"]) else None
        return _bare(made(line, match, sure=True, keep_aside=True)) if match else None
    if nick := _NICK.match(line, start) or _IRC.match(line, start):
        return _bare(made(line, nick, sure=True))
    match = _BEFORE.match(line, start)
    if match is None or not is_personal(match["name"]) and not match["name"].startswith("@"):
        return None
    return made(line, match, sure="[" in match["mark"] or match["mark"].count(":") > 1)


def loose_speaker(line: str, start: int = 0) -> Speaker | None:
    """A label that a line of a timetable or a link may look like: a name, or what only a nick holds."""
    for rule in _LOOSE:
        match = rule.match(line, start)
        # «Звонок · 01:19»: such a sign is set by a program, whoever speaks.
        if match and (
            _is_somebody(match["name"])
            or _HANDLE.search(match["name"])
            or _SET.search(match["mark"])
        ):
            numbered = _numbered().fullmatch(match["name"]) is not None
            return _bare(made(line, match, sure=numbered))
    return None


def _is_somebody(name: str) -> bool:
    """A name, or who speaks by an office: «0:03 – Ведущая (Дарина)»."""
    return is_personal(name) or name.lower() in gazetteer("reading-speakers")["roles"]


def name_alone(line: str) -> Speaker | None:
    """The label that a line is where the time of its message stands on the next."""
    match = _alone().fullmatch(line) or _numbered().fullmatch(line) or _SHORT.fullmatch(line)
    return made(line, match, sure=False) if match is not None else None


def is_message(line: str) -> bool:
    """Whether a line begins with a time stamp, or with a label that holds one."""
    if not _HOLDS_TIME.search(line):
        return False
    if stamp_end(line) is not None or message_speaker(line) is not None:
        return True
    label = loose_speaker(line)
    return label is not None and any(char.isdecimal() for char in line[: label.body])


def _bare(label: Speaker) -> Speaker:
    """The label without the time or the bracket before the name."""
    return label._replace(start=label.name_start)


@cache
def _numbered() -> re.Pattern[str]:
    words = either(gazetteer("reading-speakers")["numbered"])
    return re.compile(rf"(?P<name>(?i:{words})[\s_]?(?:№\s?)?\d{{1,2}})(?P<mark>\s?[:.]?)(?=\s|$)")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{FULL_NAME}|{PLAIN_NAME}|{LATIN_NAME}){ASIDE}?(?P<mark>)$")
