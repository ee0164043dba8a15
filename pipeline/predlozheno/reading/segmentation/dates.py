"""Dates of Russian officialese as ISO 8601: «26 февраля 2026 г.», «26.02.2026»."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "янв",
    "февр",
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
_NAMES = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
    "ноября", "декабря",
)  # fmt: skip
# «9 окт 2025», «12 сент. 2024 г.»
_SHORT = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH = "|".join((*_NAMES, r"(?:янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)\.?(?=\s)"))
_DAY = r"[«\"„“]?\s*(\d{1,2})\s*[»\"“”]?"
_WORDS = re.compile(
    rf"{_DAY}(?:\s+({_MONTH}))?\s*(?:[-–—]|по|и)\s*{_DAY}\s+({_MONTH})\s+(\d{{4}})|{_DAY}\s+({_MONTH})\s+(\d{{4}})",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)"
)


def date_in(line: str) -> str | None:
    """The first date in `line`, `2025-04-24`, or an interval `2025-04-24/2025-04-25`; None without."""
    match = _WORDS.search(line)
    if match is not None:
        if match[8]:
            return _iso(match[8], match[7], match[6])
        begin = _iso(match[5], match[2] or match[4], match[1])
        end = _iso(match[5], match[4], match[3])
        return f"{begin}/{end}" if begin and end and begin < end else end
    match = _FIGURES.search(line)
    if match is None:
        return None
    if match[4]:
        return _iso(match[4], match[5], match[6])
    year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
    return _iso(year, match[2], match[1])


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else _SHORT.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
