"""By when, over which time, how often: time expressions of a content, typed and in ISO 8601."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.draft import TimeExpression, TimingKind
from predlozheno.proposals.slots.calendar import iso_value

_MONTH = r"(?:январ|феврал|март|апрел|ма[йяюе]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*"
_YEAR = r"(?:\d{4}\s*(?:г\.|гг\.|год[а-я]*)?|(?:следующ|текущ|эт|будущ|нынешн)[а-я]+\s+год[а-я]*|с\.\s?г\.|т\.\s?г\.)"
_DAY = rf"\d{{1,2}}(?:-го)?\s+{_MONTH}(?:\s+{_YEAR})?"
_NUMERIC = r"\d{1,2}\.\d{1,2}(?:\.\d{2,4})?(?:\s*(?:г\.|года))?"
_DATE = rf"(?:{_DAY}|{_NUMERIC})"
_WEEKDAY = r"(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)[а-я]*"
_NEXT = r"(?:(?:следующ|ближайш|эт|будущ|текущ)[а-я]+\s+)?"
_UNIT = r"(?:дн[яейь]+|ден[ья]|сут[а-я]+|недел[а-я]*|месяц[а-я]*|квартал[а-я]*|полугоди[а-я]*|год[а-я]*|лет|час[а-я]*)"
_NUMBER = r"(?:\d+(?:\s*\([а-я ]+\))?|од[а-я]+|дв[а-я]+|тр[а-я]+|четыр[а-я]+|пят[а-я]+|шест[а-я]+|сем[а-я]+|восьм[а-я]+|девят[а-я]+|десят[а-я]+|пятнадцат[а-я]+|двадцат[а-я]+|тридцат[а-я]+|полутора|полгода)"
_COUNTED = rf"(?:{_NUMBER}\s+)?(?:рабочих\s+|календарных\s+|рабочего\s+|ближайш[а-я]+\s+)?{_UNIT}"
_EDGE = r"(?:конц[аеу]|начал[аеу]|середин[аеыу]|исход[аеу])"
_SEASON = r"(?:весн[а-я]+|лет[оаму]+|осен[а-я]+|зим[а-я]+)"
_PART = rf"(?:{_EDGE}\s+)?{_NEXT}(?:{_MONTH}(?:\s+{_YEAR})?|(?:[IVX]+|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+|\d)(?:-?(?:го|м|й))?\s+(?:квартал|полугоди|семестр)[а-я]*(?:\s+{_YEAR})?|недел[а-я]+|месяц[а-я]*|квартал[а-я]*|семестр[а-я]*|сезон[а-я]*|{_YEAR}|год[а-я]*|{_SEASON}(?:\s+{_YEAR})?)"
_MEETING = rf"{_NEXT}(?:очередн[а-я]+\s+)?(?:заседани|собрани|совещани|встреч|сесси)[а-я]*"

# Tried in this order at every place of the text; the longest match of the first that fits counts.
_PATTERNS: tuple[tuple[TimingKind, str], ...] = (
    ("recurrence", r"не реже (?:чем )?(?:од[а-я]+ раз[а-я]*|\w+ раз[а-я]*|раза?) в " + _UNIT),
    ("recurrence", rf"(?:\w+\s)?раза? в (?:{_NUMBER}\s+)?(?:{_UNIT}|{_WEEKDAY})"),
    (
        "recurrence",
        r"(?:ежегодн|ежемесячн|еженедельн|ежеквартальн|ежедневн|ежечасн|регулярн|систематическ|периодическ|ежесменн)[а-я]*(?:\s+основе)?",
    ),
    ("recurrence", rf"кажд[а-я]+\s+(?:{_NUMBER}\s+)?(?:{_UNIT}|{_WEEKDAY}|{_MONTH}|{_SEASON})"),
    (
        "recurrence",
        r"по (?:понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям|выходным|будням)",
    ),
    ("period", rf"с {_DATE} (?:по|до) {_DATE}"),
    ("period", rf"с \d{{1,2}}(?:-го)? (?:по|до) {_DATE}"),
    ("period", r"(?:в|на|во) (?:период (?:с )?)?\d{4}\s*[-–—]\s*\d{4}\s*(?:гг\.|год[а-я]*)"),
    ("period", rf"с {_PART} (?:по|до) {_PART}"),
    ("period", rf"(?:начиная )?с {_DATE}"),
    ("period", rf"(?:начиная )?с {_NEXT}(?:{_WEEKDAY}|{_UNIT}|{_MONTH}|семестр[а-я]*)\b"),
    (
        "deadline",
        rf"(?:в )?срок[а-я]*\s*(?:исполнения|выполнения)?\s*[:–—-]?\s*(?:до|не позднее|к|–|—|:)?\s*{_DATE}",
    ),
    (
        "deadline",
        rf"(?:не позднее|не позже)(?:,? чем)? (?:за |через |до )?(?:{_DATE}|{_NEXT}{_WEEKDAY}|{_PART}|{_COUNTED}(?:\s+(?:до|со дня|с момента|после)\s+\w+)?|{_MEETING})",
    ),
    (
        "deadline",
        rf"(?:до|к) (?:{_DATE}|{_NEXT}{_WEEKDAY}|{_MEETING}|{_PART}|завтра|завтрашн[а-я]+ дн[а-я]+|вечера|обеда|утр[ау])",
    ),
    (
        "deadline",
        r"в (?:кратчайш[а-я]+|(?:одно|двух|трех|четырех|пяти|семи|десяти|\d+-?)?(?:дневн|недельн|месячн|суточн|декадн)[а-я]+|установленн[а-я]+|разумн[а-я]+) срок[а-я]*",
    ),
    (
        "period",
        rf"в течение {_NEXT}(?:\d{{4}}\s+)?(?:года|учебного года|семестра|квартала|лета|зимы|сезона)",
    ),
    ("deadline", rf"(?:в течение|в теч\.|через|в пределах) {_COUNTED}"),
    ("deadline", rf"за (?:{_NUMBER}\s+)(?:рабочих\s+)?{_UNIT}"),
    ("deadline", rf"(?:в|во) {_NEXT}{_WEEKDAY}"),
    ("period", rf"(?:в|во|на) {_PART}"),
    ("period", r"(?:этим|следующим|будущим|нынешним)?\s?\b(?:летом|осенью|зимой|весной)\b"),
    ("period", r"на (?:эт|следующ|будущ|ближайш)[а-я]+\s+(?:недел[а-я]+|месяц[а-я]*)"),
    ("deadline", r"\b(?:немедленно|безотлагательно|завтра|послезавтра|сегодня(?: же)?)\b"),
    ("deadline", _DAY),
    ("deadline", r"\d{1,2}\.\d{2}\.\d{2,4}"),
)
_COMPILED = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])")) for kind, pattern in _PATTERNS
)
_NOT_AFTER = re.compile(r"(?:от|№|за|протокол[а-я]*|пункт[а-я]*)\s*$")


def find_times(text: str, meeting_date: str | None) -> list[TimeExpression]:
    """The time expressions of a text in its order, none inside another.

    Args:
        text: any run of repaired text; offsets of the answer point into it.
        meeting_date: ISO date that relative expressions are counted from, or None.
    """
    folded = fold(text)
    taken: list[TimeExpression] = []
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < t.end and t.start < end for t in taken):
                continue
            if match.group()[0].isdigit() and _NOT_AFTER.search(folded[:start]):
                continue
            end = start + len(match.group().rstrip())
            value = iso_value(folded[start:end], kind, meeting_date)
            taken.append(TimeExpression(start, end, kind, value))
    return sorted(taken, key=lambda t: t.start)
