"""Parts of a year: months, seasons, quarters and halves, as ISO 8601 intervals."""

from __future__ import annotations

import re
from datetime import date

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
_MAY = 5
_SEASONS = {"весн": (3, 5), "лет(?:[оау]|н[а-я]{2})": (6, 8), "осен": (9, 11), "зим": (12, 2)}
_MONTHS_ON = re.compile(r"([а-я]+)\s*(?:[-–—]|\b(?:по|до)\b)\s*([а-я]+)")
# Parts of a year with a number: how many months each has.
_TERMS = (
    (re.compile(r"([1-4]|i{1,3}|iv)(?:-?го|-?м|-?й)? ?(?:квартал|кв\.)"), 3),
    (re.compile(r"([12]|i{1,2})(?:-?го|-?м|-?й)? ?(?:полугоди|п/г)"), 6),
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def month_number(word: str) -> int | None:
    """1 for «января» … 12 for «декабре»; None for another word."""
    if word in ("мая", "май", "мае", "маю"):
        return _MAY
    return next(
        (n for n, stem in enumerate(_MONTHS, 1) if n != _MAY and word.startswith(stem)), None
    )


def shift(text: str) -> int:
    """How many years on: 1 for «следующего года»."""
    return 1 if re.search(r"(следующ|будущ)[а-я]+ год", text) else 0


def term(text: str) -> tuple[int, int] | None:
    """First and last month of a numbered quarter or half of a year."""
    for pattern, months in _TERMS:
        if match := pattern.search(text):
            last = int(_ROMAN.get(match[1], match[1])) * months
            return last - months + 1, last
    return None


def _months(
    joined: re.Match[str], year: int, base: date | None, named: re.Match[str] | None
) -> str | None:
    """«В мае - сентябре», «с ноября по март»: from month to month, also over the turn of the year."""
    first, last = month_number(joined[1]), month_number(joined[2])
    if not (first and last) or first == last:
        return None
    turns = first > last
    if named:
        # The year that is named is the one of the last month.
        return f"{year - turns}-{first:02d}/{year}-{last:02d}"
    year += not turns and base is not None and last < base.month
    return f"{year}-{first:02d}/{year + turns}-{last:02d}"


def part(text: str, base: date | None) -> str | None:
    """A year, its quarter, season or month: «летом 1995 года» is 1995-06/1995-08."""
    named = re.search(r"\b(\d{4})\b", text)
    year = int(named[1]) if named else (base.year + shift(text) if base else None)
    if year is None:
        return None
    if (joined := _MONTHS_ON.search(text)) and (span := _months(joined, year, base, named)):
        return span
    if month := next((m for word in text.split() if (m := month_number(word))), None):
        if not named and base and month < base.month and not shift(text):
            year += 1
        return f"{year}-{month:02d}"
    if months := term(text):
        return f"{year}-{months[0]:02d}/{year}-{months[1]:02d}"
    for stem, (first, last) in _SEASONS.items():
        if re.search(rf"\b{stem}(?!ни)", text) and "семестр" not in text:
            # «Весной», said in October, is the next spring.
            year += not named and base is not None and first < last < base.month
            return f"{year}-{first:02d}/{year + (last < first)}-{last:02d}"
    return (
        str(year)
        if re.search(r"\bгод|\d{4}|с\. ?г", text)
        and not re.match(r"(?:сроком )?на (?!20|19|сезон|эт|след|буд|тек)", text)
        else None
    )
