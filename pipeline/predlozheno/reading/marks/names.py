"""Names of people as minutes write them: «Петров И.И.», «М.М. Гринёв», «Иван Ильич Петров»."""

from __future__ import annotations

import re

from predlozheno.reading.dictionary import is_name, is_verb, is_word

WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
SHOUT = r"[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})?"
_INITIALS = r"[А-ЯЁ]\.(?:[ -]?[А-ЯЁ]\.)?"
FULL_NAME = rf"(?:(?:{WORD}|{SHOUT})\s{_INITIALS}|{_INITIALS}\s?(?:{WORD}|{SHOUT}))"
_NAME_AND_PATRONYMIC = (
    rf"(?:{WORD}\s)?{WORD}\s[А-ЯЁ][а-яё]*(?:ович|евич|ьич|мич|тич|овн|евн|ичн)[а-яё]{{0,2}}\b"
)
_ANY = re.compile(rf"{FULL_NAME}|{_NAME_AND_PATRONYMIC}")
_FIRST = re.compile(rf"(?:{WORD}|{SHOUT})")
_NEXT = re.compile(rf"\s?(?P<word>{WORD}|{SHOUT})")


def is_person(line: str, start: int, end: int) -> bool:
    """Whether what looks like surname and initials is that: not «Поручить А.А.» before «Гусеву»."""
    first = _FIRST.match(line, start, end)
    if first is None or line[end - 1] != ".":
        return True
    if is_name(first.group()):
        return True
    behind = _NEXT.match(line, end)
    if behind is not None and first.group().isupper() and not behind["word"].isupper():
        return not is_verb(first.group())
    if behind is not None and (is_name(behind["word"]) or not is_word(behind["word"])):
        return False
    return not is_verb(first.group())


def names_in(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the full names in `line[start:end]`, in order."""
    found: list[tuple[int, int]] = []
    while match := _ANY.search(line, start, end):
        if is_person(line, match.start(), match.end()):
            found.append(match.span())
            start = match.end()
        else:
            first = _FIRST.match(line, match.start())
            start = first.end() if first else match.end()
    return found
