"""What time expressions are made of: days, months, parts of a year, counts, hours, as patterns.

For a folded text whose numerals are in figures; every ordinal ends in «-го» there.
"""

from __future__ import annotations

import re
from functools import cache

from predlozheno.resources import gazetteer

MONTH = (
    r"(?:январ[яьею]м?|феврал[яьею]м?|март[аеу]?м?|апрел[яьею]м?|ма[йяюе]м?|июн[яьею]м?"
    r"|июл[яьею]м?"
    r"|август[аеу]?м?|сентябр[яьею]м?|октябр[яьею]м?|ноябр[яьею]м?|декабр[яьею]м?)"
)
THIS = r"(?:следующ|текущ|эт|будущ|нынешн|ближайш|наступающ|предстоящ)[а-я]+"
NEXT = rf"(?:{THIS}\s+)?"
YEAR_WORD = r"(?:(?:учебн|календарн|финансов)[а-я]+\s+)?(?:г\.|гг\.|год[ауеы]?(?:ов|ом|ами|ах)?)"
YEAR = (
    rf"(?:\d{{4}}(?:/\d{{2,4}})?(?:\s*(?:-го\s*)?{YEAR_WORD})?|{THIS}\s+(?:же\s+)?{YEAR_WORD}"
    rf"|\d{{2}}-го {YEAR_WORD}|[ст]\.\s?г\.)"
)
NUMBER = r"(?:\d+(?:\s*\([а-я\d ]+\))?(?:-(?:х|ти|и))?)"
# «l марта» is a one that a scanner misread.
DAY_NUMBER = r"(?:\d{1,2}|l)(?:-?(?:го|му|е|ое))?"
DAY = rf"{DAY_NUMBER}\s+{MONTH}(?:\s+{YEAR})?"
DAY += rf"|\d{{1,2}}(?:-?(?:го|му|е))?\s+числ[ау](?:\s+{NEXT}(?:{MONTH}|месяца))?"
DAY_AND_MONTH = r"\d{1,2}[./](?:0[1-9]|1[0-2])"
NUMERIC = rf"{DAY_AND_MONTH}(?:[./]\d{{2,4}})?(?:\s*(?:г\.|года))?(?![\d:.]*\s*час)"
DATE = rf"(?:{DAY}|{NUMERIC})"
WEEKDAY = (
    r"(?:понедельник[ауе]?|вторник[ауе]?|сред[аеуы]|четверг[ауе]?|пятниц[аеуы]"
    r"|суббот[аеуы]|воскресень[ея])"
)
SHORT_DAY = r"(?:пн|вт|чт|пт|сб|вс|ср)\.?"
# As a task of notes ends: «– Глеб: смета, чт», «– Аня: опрос – след. неделя».
BARE_DAY = (
    rf"{SHORT_DAY}|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|(?:след\.|следующая|эта) неделя|конец недели"
)
UNIT = (
    r"(?:дн(?:я|ей|ю|е|ям|ях)|день|сут(?:ки|ок)|недел[а-я]{1,2}|недель|месяц[а-я]{0,2}"
    r"|квартал[а-я]{0,2}"
    r"|полугоди[а-я]+|пол-?года?|год[ауе]?|лет|час(?:а|ов)?|минут[ауы]?|декад[а-я]{1,2})"
)
WORKING = r"(?:(?:рабоч|календарн|банковск|ближайш|последующ|учебн)[а-я]+\s+)*"
COUNTED = rf"(?:(?:{NUMBER}|нескольких|пары)\s+)?{WORKING}(?:{NUMBER}\s+)?{WORKING}{UNIT}"
EDGE = r"(?:конц[аеу]|начал[аеу]|середин[аеыу]|исход[аеу]|\d-го половин[а-я]+|\d-го декад[а-я]+)"
SEASON = r"(?:весн[аеуы]|лет[аоу]|осен[иь]|зим[аеуы])"
ORDER = r"(?:[ivx]+|\d-го|\d)"
TERM = r"(?:(?:квартал|полугоди|семестр|триместр|четверт)[а-я]*|кв\.|п/г)"
PART = (
    rf"(?:{EDGE}\s+)?(?:{NEXT}{MONTH}(?:\s+месяц[а-я]*)?(?:\s*[-–—и]\s*{MONTH})?(?:\s+{YEAR})?"
    rf"|{ORDER}(?:-?(?:го|м|й))?\s+{TERM}(?:\s+{YEAR})?"
    rf"|{NEXT}(?:недел[а-я]+|месяц[а-я]*|{TERM})(?:\s+{YEAR})?"
    rf"|{NEXT}{SEASON}(?:\s+{YEAR})?|{YEAR}"
    r"|(?:(?:нов|следующ|текущ|эт)[а-я]+\s+)?(?:(?:учебн|календарн|финансов|хозяйственн)[а-я]+\s+)"
    r"?год[ауе]?)"
)
CLOCK = (
    r"(?:\d{1,2}\s0-0|\d{1,2}[:.]\d\d(?:\s*час[а-я]*)?"
    r"|\d{1,2}(?:-?ти|-?и)?\s+(?:час(?:а|ов|ам)?(?:\s+(?:утра|вечера|дня))?|утра|вечера|ночи))"
)
# «В 10 часов», «в 18:00»
AT = (
    r"в (?:\d{1,2}[:.]\d\d(?:\s*час[а-я]*)?"
    r"|\d{1,2} (?:час(?:а|ов)?(?: утра| вечера| дня)?|утра|вечера|дня|ночи))"
)
SOON = r"(?:послезавтра|завтра(?:шн[а-я]+ дн[а-я]+)?|сегодня(?:шн[а-я]+ (?:дн|утр)[а-я]+)?)"
# A genitive behind a noun.
OWNED = r"(?:\s(?:[а-я]+(?:ого|его|ой|ей|ых|их)\s)?[а-я]{3,}(?:[аяыи]|ов|ев|ей|ой)(?!\w))?"
FREE = r"[^,.;:()\n]"


def stems(name: str) -> str:
    """The stems of a list of the time words, as alternatives of a pattern."""
    return "(?:" + "|".join(gazetteer("timing-words")[name]) + ")"


@cache
def term_pattern() -> re.Pattern[str]:
    """What stands bare in a column or behind the word «Срок»."""
    since = r"(?:\s+(?:со дня|с момента|с даты|после)\s+[а-я]+(?:\s+(?!до\b|и\b)[а-я]{3,})?)?"
    return re.compile(
        rf"(?:{DATE}|{NEXT}{WEEKDAY}|{SHORT_DAY}|{NEXT}{COUNTED}{since}|{PART})(?![\w-])"
    )


@cache
def part_pattern() -> re.Pattern[str]:
    """A part of a year with its number or name: «IV квартал 2025 г.», «первое полугодие»."""
    return re.compile(rf"(?:{ORDER}(?:-?(?:го|м|й))?\s+{TERM}|{MONTH}|{SEASON})(?:\s+{YEAR})?")
