"""How often: the patterns of what recurs."""

from __future__ import annotations

from collections.abc import Iterable

from predlozheno.proposals.draft import TimingKind
from predlozheno.proposals.slots.timeparts import (
    DAY_NUMBER,
    EDGE,
    MONTH,
    NUMBER,
    SEASON,
    TERM,
    UNIT,
    WEEKDAY,
    WORKING,
    stems,
)


def recurrences() -> Iterable[tuple[TimingKind, str]]:
    """Type and pattern of every way to say how often, in the order in which they are tried."""
    unit = rf"(?:{UNIT}|{TERM}|сессию|смену|зиму|лето)"
    often = (
        rf"(?:(?:\d+\s+раза?|раз|раза|дважды|трижды|несколько раз)\s+)в\s+(?:{NUMBER}\s+)?{unit}"
    )
    yield (
        "recurrence",
        rf"не (?:реже|менее|чаще) (?:чем )?(?:1 раза|{often})(?: в (?:{NUMBER} )?{unit})?",
    )
    yield "recurrence", often
    yield "recurrence", rf"по (?:итогам|окончании|результатам) кажд[а-я]+ (?:{UNIT}|{TERM})"
    yield "recurrence", rf"(?:\d+\s+раза?|(?:1 )?раз|дважды|трижды) за {unit}"
    monthly = rf"(?:{DAY_NUMBER}\s+числ[ау]|\d-го {WEEKDAY}|последн[а-я]+ (?:{WEEKDAY}|дня|дню))"
    lead = "(?:(?:не (?:позднее|позже)|до|ко?|в|на) )?"
    yield "recurrence", rf"{lead}{monthly} кажд[а-я]+ (?:{UNIT}|{TERM})"
    yield (
        "recurrence",
        rf"(?:в |кажд[а-я]+ )(?:\d-го|последн[а-я]+) (?:{WEEKDAY}|день|дни|число) (?:месяца|квартала"
        r"|года|недели)",
    )
    occasions = rf"(?:{stems('meetings')}|заняти|урок|дежурств|репетици|лекци|смен|рейс|заезд)"
    yield "recurrence", rf"(?:на|в|к|перед) кажд(?:ом|ой|ому|ым|ый|ую) {occasions}[а-я]*"
    yield "recurrence", rf"(?:на )?{stems('rates')}(?:о|[а-я]{{2,3}})(?<!ик)(?<!ник)(?:\s+основе)?"
    yield "recurrence", "(?:на )?" + stems("rate_phrases")
    yield (
        "recurrence",
        rf"(?:в |по )?кажд(?!ого\b|ому\b)[а-я]+\s+(?:{NUMBER}\s+)?(?:{WORKING}{UNIT}"
        rf"|(?:\d-го\s+)?{WEEKDAY}|{MONTH}|{SEASON}|утро|вечер|смену|сессию|{TERM})(?:\s+{MONTH})?",
    )
    days = (
        r"(?:понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям"
        r"|выходным|будням|праздникам|вечерам|утрам|ночам|(?:[а-я]+(?:ым|им) )(?:дням|числам))"
    )
    yield "recurrence", rf"по {days}(?:(?:, | и |, по | и по ){days})*"
    yield "recurrence", rf"по (?:\d-го|последним) {days}(?: (?:месяца|квартала))?"
    yield "recurrence", rf"в {EDGE} кажд[а-я]+ (?:{UNIT}|{TERM})"
    yield "recurrence", rf"каждые (?:{WEEKDAY}|{NUMBER} {UNIT}) и {WEEKDAY}"
    yield (
        "recurrence",
        r"(?<=\w )(?<!день )(?<!год )в (?:год|месяц|неделю|сутки|день|квартал)"
        r"(?=$|[,.;]| (?:с кажд|за|и|по|на чел))",
    )
