"""Speaker labels, which name whose turn begins: «Петров И.И.: …», «проф. Гринёв – …», «Спикер 2:»."""

from __future__ import annotations

import re
from functools import cache

from predlozheno.reading.dictionary import (
    has_verb,
    is_name,
    is_only_name,
    is_past,
    is_person_noun,
    is_word,
)
from predlozheno.reading.marks.labels import (
    ASIDE,
    CLOCK,
    LATIN_NAME,
    PLAIN_NAME,
    POST,
    Speaker,
    either,
    is_personal,
    made,
    not_speakers,
    roles,
    surname_endings,
    titled,
)
from predlozheno.reading.marks.messages import loose_speaker, message_speaker
from predlozheno.reading.marks.names import FULL_NAME, SHOUT, WORD, is_person
from predlozheno.reading.marks.offices import common_office, holds_office, is_post, office_of
from predlozheno.resources import gazetteer

_CLOCK = re.compile(rf"{CLOCK}\s*(?:[–—-]\s*)?")
_SURNAME = rf"(?P<name>{WORD}){ASIDE}?(?P<mark>\.)(?=\s+[А-ЯЁ«(–—-]|$)"
_SHOUTED = re.compile(
    rf"(?:{SHOUT}\s){{0,6}}(?P<name>{SHOUT}){ASIDE}?(?P<mark>\.)(?=\s+[А-ЯЁ«(–—-]|$)"
)
_DASHED = re.compile(rf"(?P<name>{WORD})(?P<mark>\s[–—-])(?=\s[А-ЯЁ«(])")
_UNKNOWN_TITLE = re.compile(
    rf"(?P<title>[А-ЯЁа-яё][^,:;()–—!?]{{3,60}}?\s)(?P<name>{FULL_NAME}){ASIDE}?(?P<mark>\s[–—-]|\s?:)(?=\s)"
)
_FOR_A_BODY = re.compile(
    rf"(?P<name>[А-ЯЁ][\w-]*(?:\s[\w-]+){{0,2}})(?P<aside>\s\((?P<holder>{WORD}(?:\s[А-ЯЁ]\.){{0,2}})\))"
    r"(?P<mark>\s?:)(?=\s)"
)
# «Выступает депутат Петров И.И., фракция «Север». …»
_ANNOUNCED = re.compile(
    rf"(?:Выступает|Говорит|Отвечает|Докладывает|Выступление)\s(?:[а-яё]+\s){{0,3}}?"
    rf"(?P<name>{FULL_NAME}|{WORD}(?:\s{WORD}){{1,2}}){ASIDE}?(?:,\s[^.:\n]{{2,80}})?(?P<mark>[.:])(?=\s|$)"
)
_SENTENCE_END = re.compile(r"[^\W\d]{5,}\.\s")
_SPACED_BEHIND = re.compile(rf"{ASIDE}?(?P<mark>\s?[.:])(?=\s|$)")
# «Демчук М.П., заведующая садом. Срок исполнения: 10 дней»: what stands at the colon is no post.
_SENTENCE_ENDS = re.compile(r"[а-яё]{3,}\.\s+[А-ЯЁ]")
# A shorter word that the dictionary does not know is rather an abbreviation.
_SHORTEST_UNKNOWN = 4
_NUMBERED = re.compile(r"\d$|\s\w$")
_ADDRESS = re.compile(r"\s*(?:[А-ЯЁ]|[«\"(…–—-])|\s*$")


def speaker_of(
    line: str, start: int = 0, *, debate: bool = False, spaced: int = 0
) -> Speaker | None:
    """The speaker label that begins at `start` of `line`, or None.

    Args:
        line: a line of the repaired text.
        start: behind list marker and stage label.
        debate: whether the line stands where speeches are listed, so that «Петров И.И. – отметил…»
            and «Петров И.И., который …» begin a turn.
        spaced: where the letter-spacing ends with which the line began; 0 where it did not.
    """
    first = start
    if clock := _CLOCK.match(line, start):
        if found := message_speaker(line, start):
            return found
        start = clock.end()
    for rule in (_announced, _named_with_colon, _asked_by, _numbered_or_role, _named_with_dot):
        if found := rule(line, start):
            return found
    if spaced > start and (found := _spaced(line, start, spaced)):
        return found
    for rule in (
        _surname_with_dot,
        _spoken_for,
        office_of,
        _shouted_with_dot,
        _with_dash,
        message_speaker,
    ):
        if found := rule(line, start):
            return found
    found = common_office(line, start) or _plain_with_colon(line, start, trusted=debate)
    found = found or (_listed(line, start) if debate else None)
    found = found or _with_unknown_title(line, start, debate=False)
    return found or loose_speaker(line, first)


def _announced(line: str, start: int) -> Speaker | None:
    """«Выступает Горбоносова Зинаида Тихоновна, староста хутора. …»: the label is the name."""
    match = _ANNOUNCED.match(line, start)
    if match is None or not is_personal(match["name"]):
        return None
    label = made(line, match, sure=True)
    return label._replace(start=label.name_start, end=label.name_end)


def _named_with_colon(line: str, start: int) -> Speaker | None:
    """«доц. С.Ю. Обухова (кафедра физики): …», «Петров И.И.:»."""
    match = titled(
        rf"(?P<name>{FULL_NAME})(?:{ASIDE}|{POST})?(?:\s?{CLOCK})?(?P<mark>\s?:)(?!\d)"
    ).match(line, start)
    post = match["post"] or "" if match is not None else ""
    if match is None or has_verb(post) or _SENTENCE_ENDS.search(post):
        return None
    return made(line, match, sure=True)


def _asked_by(line: str, start: int) -> Speaker | None:
    """«Вопрос Петрова: …», «Реплика от Зуева И.И.: …»."""
    match = titled(rf"(?P<name>{FULL_NAME}|{WORD}){ASIDE}?(?P<mark>\s?:)(?=\s|$)").match(
        line, _end(_speeches().match(line, start), line)
    )
    if match is None or not is_personal(match["name"]):
        return None
    return made(line, match, sure=True)


@cache
def _speeches() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(gazetteer('reading-speakers')['speeches'])})\s(?:от\s)?")


def _end(match: re.Match[str] | None, line: str) -> int:
    return match.end() if match else len(line)


def _numbered_or_role(line: str, start: int) -> Speaker | None:
    """«Спикер 2:», «Участник Б:», «Председательствующий. …», «Голос из зала:»."""
    match = roles().match(line, start)
    numbered = match is not None and _NUMBERED.search(match["name"])
    if match is None or not (numbered or line[start : start + 1].isupper()):
        return None
    colon = match["mark"].strip() == ":"
    if not colon and not _ADDRESS.match(line, match.end()):
        return None
    alone, name = not line[match.end() :].strip(), match["name"].lower()
    known = " " in name or name.startswith("председательству")
    # «Директор (Арбенин)»: who holds the office is part of the label.
    inside = (match["aside"] or "").strip(" ()")
    holder = re.fullmatch(rf"{FULL_NAME}|{WORD}", inside) is not None and is_personal(inside)
    return made(line, match, sure=colon or alone or known, keep_aside=holder)


def _plain_with_colon(line: str, start: int, *, trusted: bool) -> Speaker | None:
    """«Катя: …», «Анна Павлова (аналитик): …», «Иванов (председатель): …», «@nick: …»."""
    match = titled(
        rf"(?P<name>{PLAIN_NAME}|{LATIN_NAME})(?:{ASIDE}|{POST})?(?:\s?{CLOCK})?(?P<mark>\s?:)(?!\d|//)"
    ).match(line, start)
    if match is None:
        return None
    if match["name"].startswith("@"):
        return made(line, match, sure=True)
    words = match["name"].split()
    if match["post"] and not is_post(match["post"]):
        return None
    if match["post"] and len(words) < 2 and not holds_office(words[0], match["post"]):
        return None
    if any(word.lower() in not_speakers() for word in words):
        return None
    if any(is_name(word) for word in words):
        sure = trusted or bool(match["post"]) or any(is_only_name(word) for word in words)
        return made(line, match, sure=sure)
    # «Главред: …», «Завхоз: …»: who holds an office speaks where the label comes again.
    office = len(words) == 1 and is_person_noun(words[0])
    if trusted or office or all(is_personal(word) for word in words):
        return made(line, match, sure=trusted)
    return None


def _spoken_for(line: str, start: int) -> Speaker | None:
    """«Студсовет (Ким): …», «ИТ (Лобанова И.И.): …»: a body, and in brackets who speaks for it."""
    match = _FOR_A_BODY.match(line, start)
    if match is None or has_verb(match["name"]) or not is_personal(match["holder"].split()[0]):
        return None
    if any(word.lower() in not_speakers() for word in match["name"].split()):
        return None
    return made(line, match, sure=True, keep_aside=True)


def _named_with_dot(line: str, start: int) -> Speaker | None:
    """«ПЕТРОВ И. И. Уважаемые …», «Петров И.И. Уважаемые …», «ПЕТРОВ И.И.» on a line of its own."""
    match = titled(
        rf"(?P<name>{FULL_NAME})(?:{ASIDE}|{POST}(?=\.))?(?P<mark>\s?\.?)(?=\s|$)"
    ).match(line, start)
    if match is None or not _ADDRESS.match(line, match.end()):
        return None
    if match["post"] and (has_verb(match["post"]) or is_past(match["post"].split()[-1])):
        # «Прошкин С.В., председатель комиссии, доложил.» tells of him.
        return None
    if re.match(r"\s*[–—-]", line[match.end() : match.end() + 9]):
        return None
    if not is_person(line, match.start("name"), match.end("name")):
        return None
    shouted = re.search(SHOUT, match["name"]) is not None
    alone = not line[match.end() :].strip()
    return made(line, match, sure=shouted or alone)


def _surname_with_dot(line: str, start: int) -> Speaker | None:
    """«Кремнёв. Доброе утро», «Проф. Гринёв (кафедра физики). …»: believed where it comes again."""
    match = titled(_SURNAME).match(line, start)
    if match is None or match["name"].lower() in not_speakers():
        return None
    name = match["name"]
    # «Докл. Хвощёва»: an abbreviation that is no surname.
    if f"{name.lower()}." in _titles() or len(name) < _SHORTEST_UNKNOWN and not is_word(name):
        return None
    named = is_name(name) or name.endswith(surname_endings()) or is_person_noun(name)
    if is_word(name) and not named:
        return None
    return made(line, match, sure=False)


def _shouted_with_dot(line: str, start: int) -> Speaker | None:
    """«ЕЛАГИНА. Страница двенадцать», «ДИРЕКТОР ЗАВОДА ХАЛИЛОВ. Доложу коротко»."""
    match = _SHOUTED.match(line, start)
    if match is None:
        return None
    name = match["name"]
    if name.lower() in not_speakers() or has_verb(line[match.start() : match.end()]):
        return None
    if not (is_name(name) or name.lower().endswith(surname_endings())):
        return None
    return made(line, match, sure=is_only_name(name))


def _with_dash(line: str, start: int) -> Speaker | None:
    """«Анна – Давайте начнём»: believed where it comes again."""
    match = _DASHED.match(line, start)
    if match is None or not is_name(match["name"]):
        return None
    return made(line, match, sure=False)


def _spaced(line: str, start: int, end: int) -> Speaker | None:
    """«Помощник губернатора. Добавлю…» where the label was set with spaces between its letters."""
    behind = _SPACED_BEHIND.match(line, end)
    if behind is None or line[start:end].isupper():
        return None
    named = titled(rf"(?P<name>{FULL_NAME}|{WORD})").fullmatch(line, start, end)
    begin = named.start("name") if named else start
    label = Speaker(start, end, begin, end, behind.end(), sure=True)
    inside = (behind["aside"] or "").strip(" ()")
    if named is None and re.fullmatch(rf"{FULL_NAME}|{WORD}", inside) and is_personal(inside):
        first = line.index(inside, end)
        label = label._replace(start=first, end=first + len(inside), name_start=first)
        label = label._replace(name_end=label.end)
    while label.body < len(line) and line[label.body].isspace():
        label = label._replace(body=label.body + 1)
    return label


def _listed(line: str, start: int) -> Speaker | None:
    """«Сидорова А.П. – отметила …», «Петров И.И., который …» where speeches are listed."""
    name = rf"{FULL_NAME}|{PLAIN_NAME}"
    match = titled(rf"(?P<name>{name})(?:{ASIDE}|{POST})?(?P<mark>\s[–—-])(?=\s)").match(
        line, start
    )
    if match is None:
        match = titled(rf"(?P<name>{FULL_NAME})(?P<mark>,)(?=\sкотор)").match(line, start)
    if match is None:
        return _with_unknown_title(line, start, debate=True)
    return made(line, match, sure=True)


def _with_unknown_title(line: str, start: int, *, debate: bool) -> Speaker | None:
    """«Официальный оппонент д.г.н. Мелентьев Ф.О.: …»; before a dash only where speeches are listed.

    Outside of a list the title holds the word for an office, as «Зав. библиотекой» does.
    """
    match = _UNKNOWN_TITLE.match(line, start)
    if match is None:
        return None
    title = match["title"]
    if has_verb(title) or _SENTENCE_END.search(title) or not title[0].isupper() and not debate:
        return None
    if not debate:
        office = any(is_person_noun(word) for word in re.findall(r"[А-Яа-яЁё-]+", title))
        if ":" not in match["mark"] or not (office or title.lower().startswith(("зав.", "нач."))):
            return None
    return made(line, match, sure=True)


@cache
def _titles() -> frozenset[str]:
    return frozenset(gazetteer("reading-speakers")["titles"])
