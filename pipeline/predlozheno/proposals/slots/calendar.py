"""Russian time expressions as ISO 8601 values: dates, intervals, durations."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_MONTHS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_WEEKDAYS = ("понедельн", "вторник", "сред", "четверг", "пятниц", "суббот", "воскрес")
_RATES = {
    "ежедневн": "P1D",
    "еженедельн": "P1W",
    "ежемесячн": "P1M",
    "ежеквартальн": "P3M",
    "ежегодн": "P1Y",
    "ежечасн": "PT1H",
}
_UNITS = {
    "д": "D",
    "су": "D",
    "нед": "W",
    "мес": "M",
    "кв": "M",
    "пол": "M",
    "год": "Y",
    "лет": "Y",
    "ч": "H",
}
_NUMERALS = (
    ("двадцат", 20),
    ("тридцат", 30),
    ("пятнадцат", 15),
    ("десят", 10),
    ("девят", 9),
    ("восьм", 8),
    ("сем", 7),
    ("шест", 6),
    ("пят", 5),
    ("четыр", 4),
    ("трех", 3),
    ("три", 3),
    ("двух", 2),
    ("две", 2),
    ("два", 2),
    ("дву", 2),
    ("од", 1),
)
_DAY = re.compile(r"(\d{1,2})(?:-го)?\s+([а-я]+)(?:\s+(\d{4}))?")
_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{2,4}))?")
_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")


def iso_value(text: str, kind: str, meeting_date: str | None) -> str | None:
    """The ISO 8601 value of a folded time expression, or None where it cannot be told.

    Args:
        text: the expression in lower case with «ё» as «е».
        kind: deadline (a date), period (an interval or a part of a year) or recurrence (a duration).
        meeting_date: ISO date, or interval of which the last day counts; relative dates go from it.
    """
    base = _date_of(meeting_date)
    if kind == "recurrence":
        return _rate(text)
    if kind == "period":
        return _period(text, base)
    day = _absolute(text, base) or _weekday(text, base) or _month_or_year_end(text, base)
    if day:
        return day.isoformat()
    return _duration(text)


def _date_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text.rpartition("/")[2]) if text else None
    except ValueError:
        return None


def _absolute(text: str, base: date | None) -> date | None:
    if match := _DAY.search(text):
        month = month_number(match[2])
        return _day(int(match[1]), month, match[3], base, _shift(text)) if month else None
    if match := _NUMERIC.search(text):
        return _day(int(match[1]), int(match[2]), match[3], base, 0)
    return None


def _shift(text: str) -> int:
    return 1 if re.search(r"(следующ|будущ)[а-я]+ год", text) else 0


def _day(day: int, month: int, year: str | None, base: date | None, shift: int) -> date | None:
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        if base is None:
            return None
        found = date(base.year + shift, month, day)
        # A day named without its year lies ahead of the meeting.
        return found if shift or found >= base else date(base.year + 1, month, day)
    except ValueError:
        return None


def month_number(word: str) -> int | None:
    """1 for «января» … 12 for «декабре»; None for another word."""
    if word in ("мая", "май", "мае", "маю"):
        return 5
    return next((n for n, stem in enumerate(_MONTHS, 1) if n != 5 and word.startswith(stem)), None)


def _weekday(text: str, base: date | None) -> date | None:
    if base is None:
        return None
    if "послезавтра" in text:
        return base + timedelta(days=2)
    if "завтра" in text:
        return base + timedelta(days=1)
    if "сегодня" in text:
        return base
    for number, stem in enumerate(_WEEKDAYS):
        if re.search(rf"\b{stem}", text):
            ahead = (number - base.weekday()) % 7 or 7
            next_week = re.search(r"(следующ|будущ)[а-я]+ ", text) and base.weekday() + ahead < 7
            return base + timedelta(days=ahead + (7 if next_week else 0))
    return None


def _month_or_year_end(text: str, base: date | None) -> date | None:
    """«до конца года», «до мая»: the last day before which it must be done."""
    year_match = re.search(r"\b(\d{4})\b", text)
    year = int(year_match[1]) if year_match else (base.year + _shift(text) if base else None)
    if year is None:
        return None
    month = next((m for word in text.split() if (m := month_number(word))), None)
    if "конц" in text and month:
        return date(year, month, monthrange(year, month)[1])
    if "конц" in text and "год" in text and "учебн" not in text:
        return date(year, 12, 31)
    if "конц" in text and "месяц" in text and base:
        return date(base.year, base.month, monthrange(base.year, base.month)[1])
    return None


def _duration(text: str) -> str | None:
    """«в течение 10 рабочих дней» is P10D, «в двухнедельный срок» P2W."""
    if compound := re.search(r"в ([а-я]*|\d+-?)(дневн|недельн|месячн|суточн)", text):
        unit = {"днев": "D", "неде": "W", "меся": "M", "суто": "D"}[compound[2][:4]]
        return f"P{numeral(compound[1]) or 1}{unit}"
    match = re.search(
        r"(?:течение|через|за)\s+(?:(\S+)\s+)?(?:рабоч\w+\s+|календарн\w+\s+)?([а-я]+)$", text
    )
    if not match:
        return None
    letter = next((unit for stem, unit in _UNITS.items() if match[2].startswith(stem)), None)
    count = numeral(match[1] or "") or (1 if not match[1] else None)
    if letter is None or count is None:
        return None
    if match[2].startswith("кв"):
        count *= 3
    return f"PT{count}H" if letter == "H" else f"P{count}{letter}"


def numeral(word: str) -> int | None:
    """The number that a numeral names, in figures or in words of any case; None for another word."""
    if digits := re.match(r"\d+", word):
        return int(digits[0])
    return next((number for stem, number in _NUMERALS if word.startswith(stem)), None)


def _rate(text: str) -> str | None:
    for stem, rate in _RATES.items():
        if stem in text:
            return rate
    if match := re.search(r"в (?:(\S+) )?(д|нед|мес|кв|пол|год|лет)[а-я]*$", text):
        count = (numeral(match[1]) if match[1] else 1) or 1
        unit = _UNITS[match[2]]
        return f"P{count * {'кв': 3, 'пол': 6}.get(match[2], 1)}{unit}"
    if match := re.search(r"кажд[а-я]+ (нед|мес|кв|год|ден|сред|пят|пон|вто|чет|суб|вос)", text):
        named = {"нед": "P1W", "мес": "P1M", "кв": "P3M", "год": "P1Y", "ден": "P1D"}
        return named.get(match[1], "P1W")
    return "P1W" if re.match(r"по [а-я]+(ам|ям)$", text) else None


def _period(text: str, base: date | None) -> str | None:
    if years := _YEARS.search(text):
        return f"{years[1]}/{years[2]}"
    if span := re.match(r"с (\d{1,2}(?:-го)?(?: [а-я]+| ?\.\d+)?.*?) (?:по|до) (.+)$", text):
        last = _absolute(span[2], base)
        first = _absolute(span[1], base)
        if first is None and last and (day := re.match(r"\d{1,2}", span[1])):
            first = last.replace(day=int(day[0]))
        return f"{first.isoformat()}/{last.isoformat()}" if first and last else None
    if re.match(r"(начиная )?с \d", text):
        first = _absolute(text, base)
        return f"{first.isoformat()}/.." if first else None
    year_match = re.search(r"\b(\d{4})\b", text)
    year = int(year_match[1]) if year_match else (base.year + _shift(text) if base else None)
    if year is None:
        return None
    month = next((m for word in text.split() if (m := month_number(word))), None)
    if month:
        if not year_match and base and month < base.month and not _shift(text):
            year += 1
        return f"{year}-{month:02d}"
    return str(year) if "год" in text else None
