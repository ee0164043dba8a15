"""Labels that name an office: «Повар Зыкова: …», «Глава района (Пяжиева). …»."""

from __future__ import annotations

import re

from predlozheno.reading.dictionary import (
    has_verb,
    is_dative,
    is_name,
    is_nominative,
    is_person_noun,
)
from predlozheno.reading.marks.labels import (
    ASIDE,
    Speaker,
    is_personal,
    made,
    not_speakers,
    surname_endings,
)
from predlozheno.reading.marks.names import FULL_NAME, WORD
from predlozheno.resources import gazetteer

_OFFICE = re.compile(
    rf"(?P<office>[А-ЯЁ][а-яё]+(?:\s[А-ЯЁа-яё]+){{0,4}})\s\((?P<name>{FULL_NAME}|{WORD})\)(?P<mark>\s?[.:])(?=\s|$)"
)
_COMMON_OFFICE = re.compile(
    rf"(?P<title>[А-ЯЁ][а-яё]+(?:-[а-яё]+)*(?:\s(?:[а-яё-]+|[А-ЯЁ]{{2,7}}|«[^«»:]{{2,40}}»)){{0,5}}?\s)"
    rf"(?P<name>{WORD}(?:\s{WORD})?)"
    rf"{ASIDE}?(?P<mark>\s?:)(?=\s|$)"
)
_ADDRESSED = re.compile(r"(?:по|для|об?|в|на|к|с|у|за|от|ещё|еще|я|мы|вы|у)\s|(?:\S+\s){4}")


def office_of(line: str, start: int) -> Speaker | None:
    """«Глава района (Пяжиева). Дамба стоит»: whoever holds the office is in the brackets."""
    match = _OFFICE.match(line, start)
    if match is None or not is_personal(match["name"]):
        return None
    first = match["office"].split()[0]
    if is_name(first) or has_verb(match["office"]):
        return None
    if is_dative(first) and not is_nominative(first):
        # «1.2. Отделу транспорта (Хлебников Р. О.):» is told what stands below.
        return None
    return made(line, match, sure=False)._replace(end=match.end("name") + 1)


def common_office(line: str, start: int) -> Speaker | None:
    """«Повар Зыкова: …», «Директор МУП «Теплосеть» Краев: …»: no list of offices holds them all."""
    match = _COMMON_OFFICE.match(line, start)
    if match is None or has_verb(match["title"]):
        return None
    words = re.findall(r"[А-Яа-яЁё]+", match["title"])
    named = [word.lower() for word in (*words, match["name"].split()[0])]
    if not any(map(is_person_noun, words)) or any(word in not_speakers() for word in named):
        return None
    label = made(line, match, sure=is_personal(match["name"]))
    kin = words[0].lower() in gazetteer("reading-speakers")["kin"]
    # «Мама Степана» is not Stepan.
    return label._replace(name_start=label.start) if kin else label


def holds_office(name: str, post: str) -> bool:
    """«Кузнецов, главный инженер:»: a surname alone needs the word for an office behind it."""
    surname = is_name(name) or name.lower().endswith(surname_endings())
    return surname and any(map(is_person_noun, re.findall(r"[а-яё-]+", post)))


def is_post(words: str) -> bool:
    """«аналитик», «руководитель проекта», and not what one says to somebody: «для протокола»."""
    return not (_ADDRESSED.match(words) or "," in words or has_verb(words))
