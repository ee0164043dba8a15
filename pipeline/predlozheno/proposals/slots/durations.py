"""Lengths of time and how often a thing recurs, as ISO 8601 durations."""

from __future__ import annotations

import re

from predlozheno.proposals.slots.numerals import value_of

WEEKDAYS = (
    r"понедельн|пн\b",
    r"вторник|вт\b",
    r"сред[аеуы]\b|средам\b|ср\b",
    r"четверг|чт\b",
    r"пятниц|пт\b",
    r"суббот|сб\b",
    r"воскрес|вс\b",
)
_RATES = {
    "ежедневн": "P1D",
    "ежесуточн": "P1D",
    "ежевечерн": "P1D",
    "ежеутренн": "P1D",
    "еженедельн": "P1W",
    "ежемесячн": "P1M",
    "ежеквартальн": "P3M",
    "ежегодн": "P1Y",
    "ежечасн": "PT1H",
}
# The forms of a unit, how many of which ISO unit it is; «части» are no hours, «места» no months.
_UNITS = tuple(
    (re.compile(pattern), step, unit)
    for pattern, step, unit in (
        (r"минут[а-я]*", 1, "TM"),
        (r"час(?:а|ов|ы|у|ам)?", 1, "TH"),
        (r"день|дн(?:я|ю|ей|и|ем|ям)", 1, "D"),
        (r"сут(?:ок|ки|кам)", 1, "D"),
        (r"недел[а-я]*", 1, "W"),
        (r"декад[а-я]*", 10, "D"),
        (r"мес(?:яц[а-я]*)?", 1, "M"),
        (r"кварт(?:ал[а-я]*)?", 3, "M"),
        (r"полугод[а-я]*|полгод[а-я]*", 6, "M"),
        (r"год(?:а|у|ов|ом|е|ы|ам)?|лет", 1, "Y"),
    )
)
_COMPOUND = (
    ("дневн", 1, "D"),
    ("суточн", 1, "D"),
    ("недельн", 1, "W"),
    ("декадн", 10, "D"),
    ("месячн", 1, "M"),
    ("годичн", 1, "Y"),
    ("часов", 1, "TH"),
)


def duration(text: str) -> str | None:
    """«в течение 10 рабочих дней» is P10D, «в двухнедельный срок» P2W, «неделя» P1W."""
    if re.match(r"(?:не \w+ (?:чем )?)?за .* до ", text) or re.match(r"на [а-я]+(?:ие|ые) ", text):
        # A length before an event, «на летние месяцы»: no length from now.
        return None
    if compound := re.search(
        r"в ([а-я]*?|\d+-?(?:ти|х)?-?)(дневн|недельн|месячн|суточн|декадн|годичн|часов)", text
    ):
        step, letter = next((n, unit) for stem, n, unit in _COMPOUND if stem == compound[2])
        return _iso(step * (value_of(compound[1]) or 1), letter)
    if re.match(
        r"(?:в |не позднее |до )?(?:течение|теч\.|за|через|на(?= )|сроком|\d+|недел|месяц"
        r"|год(?!ов)|сутки|день)",
        text,
    ) and not re.search(r"\b(?:19|20)\d\d\b", text):
        count, unit = counted(text)
        return _iso(count, unit) if unit else None
    return None


def counted(text: str) -> tuple[int, str]:
    """The number and unit of «10 рабочих дней», «полгода»; no unit where none is named."""
    for match in re.finditer(
        r"(?:(\d+)\s*(?:\([^)]*\)\s*)?)?(?:рабоч\w+ |календарн\w+ |банковск\w+ )?([а-я]+)", text
    ):
        for pattern, step, unit in _UNITS:
            if pattern.fullmatch(match[2]):
                return step * int(match[1] or 1), unit
    return 0, ""


def _iso(count: int, unit: str) -> str:
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def rate_of(text: str) -> str | None:
    """«Ежегодно» is P1Y, «раз в две недели» P2W; None for «дважды в сутки», which no duration is."""
    for stem, rate in _RATES.items():
        if stem in text:
            return rate
    if last := re.match(r"(?:в|кажд\w+) \S+ (?:день|дни|число) (месяц|кварт|год|недел)", text):
        return {"месяц": "P1M", "кварт": "P3M", "год": "P1Y", "недел": "P1W"}[last[1]]
    if re.match(r"по [а-я]+(ам|ям)(?: в \d.*)?$", text):
        return "P1W"
    times = re.match(r"(?:не реже )?(\d+|дважды|трижды) (?:раза? )?в ", text)
    if times and times[1] not in ("1",):
        return None
    if match := re.search(r"\bв (.+)$", text):
        count, unit = counted(match[1])
        return _iso(count, unit) if unit else None
    if "кажд" in text:
        count, unit = counted(text.partition("кажд")[2].partition(" ")[2])
        return (
            _iso(count, unit) if unit else "P1W" if re.search(r"|".join(WEEKDAYS), text) else None
        )
    return None
