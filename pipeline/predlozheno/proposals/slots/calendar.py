"""Russian time expressions, their numerals in figures, as ISO 8601 dates, intervals and durations."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from predlozheno.proposals.slots.durations import WEEKDAYS, counted, duration, rate_of
from predlozheno.proposals.slots.yearparts import month_number, part, shift, term

_DAY = re.compile(r"(\d{1,2}|l)(?:-?(?:го|му|е|ое))?\s+([а-я]+)(?:\s+(\d{4}))?")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{2,4}))?(?!\d)")
_DAY_ALONE = re.compile(r"(\d{1,2})-?(?:го|е|му)(?:\s+числ[ау]|\s*$)|(\d{1,2}) числ[ау]")
_DAYS = re.compile(r"(?:с )?(\d{1,2})\s*[-–—]\s*(\d{1,2}\s+[а-я]+.*)")
_YEARS = re.compile(r"(\d{4})\s*[-–—и]\s*(\d{4})")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d\d)| 0-0|(?= час| утра| вечера| ночи))(?: час[а-я]*)?(?: (утра|вечера"
    r"|дня|ночи))?"
)
_NOON = 12


def iso_value(text: str, kind: str, meeting_date: str | None) -> str | None:
    """The ISO 8601 value of a time expression, or None where it cannot be told.

    Args:
        text: the expression in lower case with «ё» as «е» and its numerals in figures.
        kind: deadline (a date), period (an interval or a part of a year) or recurrence (a duration).
        meeting_date: ISO date, or interval of which the last day counts; relative dates go from it.
    """
    base = _date_of(meeting_date)
    if kind == "recurrence":
        return rate_of(text)
    if kind == "period":
        return _period(text, base)
    day = _absolute(text, base) or _named_day(text, base)
    if day:
        return day.isoformat() + _time(text)
    if text.startswith("в день "):
        return None
    return _month_or_year(text, base) or _after(text, base) or duration(text)


def _date_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text.rpartition("/")[2]) if text else None
    except ValueError:
        return None


def _absolute(text: str, base: date | None) -> date | None:
    for named in _DAY.finditer(text):
        if month := month_number(named[2]):
            day = 1 if named[1] == "l" else int(named[1])
            return _day(day, month, named[3], base, shift(text))
    if match := _NUMERIC.search(text):
        return _day(int(match[1]), int(match[2]), match[3], base, 0)
    return None


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


def _named_day(text: str, base: date | None) -> date | None:
    """«Завтра», «в пятницу», «20-го», «к вечеру»: days told from the day of the meeting."""
    if base is None:
        return None
    if re.search(r"конц[ау] (?:этой |текущей )?недели", text):
        return base + timedelta(days=6 - base.weekday())
    for word, days in (("послезавтра", 2), ("завтра", 1), ("сегодня", 0)):
        if word in text:
            return base + timedelta(days=days)
    for number, stems in enumerate(WEEKDAYS):
        if re.search(rf"\b(?:{stems})", text):
            month = next((n for word in text.split() if (n := month_number(word))), None)
            if month is not None:
                return _nth_weekday(text, number, month, base)
            ahead = (number - base.weekday()) % 7 or 7
            next_week = re.search(r"(следующ|будущ)[а-я]+ ", text) and base.weekday() + ahead < 7
            return base + timedelta(days=ahead + (7 if next_week else 0))
    if match := _DAY_ALONE.search(text):
        return _next_such(int(match[1] or match[2]), base)
    if re.fullmatch(r"(?:до|к) (?:вечер|обед)[ау]|до конца (?:рабочего )?дня", text):
        return base
    return base if re.fullmatch(r"(?:до|к) .*", text) and _time(text) else None


def _nth_weekday(text: str, weekday: int, month: int, base: date) -> date | None:
    """«Во вторую субботу июня»: this year's, or the next one's where that has passed."""
    nth = re.search(r"(\d)-го", text)
    if nth is None:
        return None
    for year in (base.year, base.year + 1):
        first = date(year, month, 1)
        found = first + timedelta((weekday - first.weekday()) % 7 + 7 * (int(nth[1]) - 1))
        if found >= base:
            return found if found.month == month else None
    return None


def _next_such(day: int, base: date) -> date | None:
    """The next day of that number, this month or the one after."""
    try:
        if day >= base.day:
            return base.replace(day=day)
        return _plus(base, 1, "M").replace(day=day)
    except ValueError:
        return None


def _time(text: str) -> str:
    """«К двум часам», «до 18.00» as the end of an ISO moment; empty where no clock is named."""
    match = _CLOCK.search(_NUMERIC.sub("", text) if _has_numeric_date(text) else text)
    if match is None or not re.match(r"(?:не позднее |до |к |.*\bв \d{1,2}(?:[:.]\d| )).*", text):
        return ""
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] in ("вечера", "дня") and hour < _NOON:
        hour += _NOON
    elif match[3] is None and not match[2] and "0-0" not in match[0] and hour < 7:
        # «К двум часам» of a working day is in the afternoon.
        hour += _NOON
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def _has_numeric_date(text: str) -> bool:
    """Whether a «12.10» of the text can be a day and its month."""
    return bool((match := _NUMERIC.search(text)) and 1 <= int(match[2]) <= 12)


def _month_or_year(text: str, base: date | None) -> str | None:
    """«До конца мая» is its last day, «к ноябрю» the month, «до конца года» 31 December."""
    named = re.search(r"\b(\d{4})\b", text)
    year = int(named[1]) if named else (base.year + shift(text) if base else None)
    if year is None:
        return None
    month = next((m for word in text.split() if (m := month_number(word))), None)
    if month and base and not named and month < base.month:
        year += 1
    if month:
        last = f"-{monthrange(year, month)[1]}" if "конц" in text else ""
        return f"{year}-{month:02d}{last}"
    if "конц" in text and (months := term(text) or _current(text, base)):
        return f"{year}-{months[1]:02d}-{monthrange(year, months[1])[1]}"
    if re.search(r"\bнов[а-я]+ год", text) or ("конц" in text and re.search(r"\bгод|\bг\.", text)):
        return None if "учебн" in text else f"{year}-12-31"
    if "конц" in text and "месяц" in text and base:
        return f"{base.year}-{base.month:02d}-{monthrange(base.year, base.month)[1]}"
    whole = re.fullmatch(r"(?:до|ко?|не (?:позднее|позже)) (\d{4})(?:-го)?(?: г\.| год[ау])?", text)
    return whole[1] if whole else None


def _current(text: str, base: date | None) -> tuple[int, int] | None:
    """«До конца квартала»: the one in which they meet."""
    for word, months in (("квартал", 3), ("полугоди", 6)):
        if base and word in text and "следующ" not in text:
            last = (base.month - 1) // months * months + months
            return last - months + 1, last
    return None


def _after(text: str, base: date | None) -> str | None:
    """«Через две недели» as a date from the meeting; not where it goes from something else."""
    if base is None or not re.match(r"(?:не позднее чем )?через ", text):
        return None
    if re.search(r" (?:после|со дня|с момента|с даты) ", text):
        return None
    count, unit = counted(text)
    if not unit or "T" in unit or "рабоч" in text:
        return None
    day = _plus(base, count, unit)
    return day.isoformat()[:7] if unit == "Y" else day.isoformat()


def _plus(base: date, count: int, unit: str) -> date:
    if unit in ("D", "W"):
        return base + timedelta(days=count * (7 if unit == "W" else 1))
    months = base.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = base.year + months // 12, months % 12 + 1
    return date(year, month, min(base.day, monthrange(year, month)[1]))


def _period(text: str, base: date | None) -> str | None:
    if years := _YEARS.search(text):
        return f"{years[1]}/{years[2]}"
    if span := re.match(r"(?:в период )?с (\d{1,2}.*?) (?:по|до) (.+)$", text):
        last, first = _absolute(span[2], base), _absolute(span[1], base)
        if first is None and last and (day := re.match(r"\d{1,2}", span[1])):
            first = last.replace(day=int(day[0]))
        if first and last and last.year > first.year and not re.search(r"\d{4}", span[1]):
            first = (
                _day(first.day, first.month, str(last.year), base, 0)
                if first.month < last.month
                else first
            )
        return f"{first.isoformat()}/{last.isoformat()}" if first and last else _open(text, base)
    if (days := _DAYS.fullmatch(text)) and (last := _absolute(days[2], base)):
        return f"{last.replace(day=int(days[1])).isoformat()}/{last.isoformat()}"
    if stretch := re.match(r"(?:в период )?с ([а-я]+) (?:по|до) ", text):
        # «С понедельника по пятницу» comes again every week.
        return part(text, base) if month_number(stretch[1]) else None
    if re.match(r"(?:начиная )?(?:уже )?со? ", text):
        return _open(text, base)
    return part(text, base) or (duration(text) if re.match(r"(?:сроком )?на ", text) else None)


def _open(text: str, base: date | None) -> str | None:
    """«С 1 сентября» and on: an interval without an end."""
    if base and re.search(r"нового года", text):
        return f"{base.year + 1}-01-01/.."
    first = _absolute(text, base) or _named_day(text, base)
    if base and first is None and re.search(r"(?:следующ|будущ)[а-я]+ год", text):
        return f"{base.year + 1}-01-01/.."
    started = first.isoformat() if first else part(text, base)
    return f"{started.partition('/')[0]}/.." if started else None
