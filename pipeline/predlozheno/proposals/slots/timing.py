"""By when, over which time, how often: the time expressions of a text, typed and in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from predlozheno.proposals.draft import TimeExpression, TimingKind
from predlozheno.proposals.slots.calendar import iso_value
from predlozheno.proposals.slots.happenings import happenings
from predlozheno.proposals.slots.numerals import in_figures
from predlozheno.proposals.slots.timeparts import AT, MONTH, part_pattern, term_pattern
from predlozheno.proposals.slots.timewords import patterns

# «Письмо от 5 марта», «за 2019 год», «по состоянию на 1 мая» say what a thing is, not when to do it.
_NOT_AFTER = re.compile(r"(?:\bот|№|\bn|\bза|состоянию|расчета|\bкак|\bп\.|\bст\.)(?:\s+на)?\s*$")
# «Протокол 5 марта» has a date for its name; «протокол в трёхдневный срок» has none.
_DATED = re.compile(r"(?:протокол[а-я]*|пункт[а-я]*)\s*$")
# «Взнос 500 в год», «118 руб. за кв. м в месяц»: a price or a measure by the time, and no «how often».
_PRICED = re.compile(
    r"(?:\d|сот|ста|(?<![а-я])(?:(?:руб|тыс|млн|коп|долл|процент|тонн|литр|куб|метр)[а-я]{0,3}\.?"
    r"|р\.|т|кг|л|квт|гкал|м|га|км|шт\.|евро)|%|₽)\s*$"
)
# «С 8 до 20 часов», «с часу до пяти ночи»: hours of the day, and nothing that has to be done by then.
_FROM_HOUR = re.compile(
    r"(?<![а-я])со? (?:\d{1,2}(?:[:.]\d\d)?(?: час[а-я]*| утра)?|часу|полудня|утра) $"
)
_SHORT_YEAR = re.compile(r"\b(\d\d)-го год")
# «Отчёт за лето», «взносы за эту неделю»: what it is about.
_REPORT = re.compile(
    r"(?<![а-я])(?:отчет|итог|расход|сведени|данн|взнос|долг|преми|зарплат|оплат|плат|показател|справк"
    r"|анализ|сводк|табел|выручк|счет|квитанци)[а-я]* $"
)
_PER = re.compile(r"в (?:год|месяц|неделю|сутки|день|квартал)$")
_OF_DOCUMENT = re.compile(r"(?:^|\s)(?:о|об|к|по|в) (?:[а-я]+\s)?[а-я]+\s$")
_EACH_TIME = re.compile(
    rf"[\s,(–—-]*(?:и )?(?:летом|осенью|зимой|весной|в[ о][^,;]*\b{MONTH}(?: и {MONTH})?|{AT})"
)
_GAP = re.compile(r",?\s*")


def find_times(text: str, meeting_date: str | None) -> list[TimeExpression]:
    """The time expressions of a text in its order, none inside another.

    Args:
        text: any run of repaired text; offsets of the answer point into it.
        meeting_date: ISO date that relative expressions are counted from, or None.
    """
    return list(_times(text, meeting_date))


# Several rules ask one after the other about the same end of a sentence: every third question.
@lru_cache(maxsize=512)
def _times(text: str, meeting_date: str | None) -> tuple[TimeExpression, ...]:
    figures = in_figures(text)
    read = figures.text
    taken: list[TimeExpression] = []
    for kind, start, end in _matches(read):
        if any(start < t.end and t.start < end for t in taken) or _names(read, start, end):
            continue
        taken.append(TimeExpression(start, end, kind, None))
    found = []
    for time in _joined(sorted(taken, key=lambda t: t.start), read):
        # «До конца двадцать шестого года»
        words = _SHORT_YEAR.sub(r"20\1 год", read[time.start : time.end])
        value = iso_value(words, time.type, meeting_date)
        if not _is_past(value, meeting_date):
            found.append(TimeExpression(*figures.span(time.start, time.end), time.type, value))
    return tuple(found)


def _matches(text: str) -> Iterator[tuple[TimingKind, int, int]]:
    """Type, start and end of what may be a time; what holds others comes first, then events."""
    for whole in (True, False):
        for kind, pattern in patterns(whole=whole):
            for match in pattern.finditer(text):
                yield kind, match.start(), match.start() + len(match[0].rstrip(" ,"))
        if whole:
            yield from happenings(text)


def find_term(text: str, meeting_date: str | None) -> list[TimeExpression]:
    """The times of what stands under «Срок»: also a bare date, weekday or count counts there.

    Args:
        text: a table's cell, or what follows the word «Срок»; offsets of the answer point into it.
        meeting_date: as for `find_times`.
    """
    found = find_times(text, meeting_date)
    lead = len(text) - len(text.lstrip())
    if found and found[0].start == lead:
        return found[:1] if found[0].type == "deadline" else found
    figures = in_figures(text)
    if not (match := term_pattern().match(figures.text, lead)):
        return found[:1]
    end = match.end()
    if found and _GAP.fullmatch(text[figures.span(lead, end)[1] : found[0].start]):
        return [replace(found[0], start=lead)]
    # «IV квартал» under «Срок» is when it happens; «две недели» is how long there is for it.
    kind: TimingKind = "period" if part_pattern().fullmatch(match[0]) else "deadline"
    value = iso_value(match[0], kind, meeting_date)
    return [TimeExpression(*figures.span(match.start(), end), kind, value)]


def _names(text: str, start: int, end: int) -> bool:
    """Whether the expression only names a document or a state: «решение о бюджете на 2021 год»."""
    if _NOT_AFTER.search(text[:start]):
        return True
    if text.startswith("за ", start) and _REPORT.search(text[:start]):
        return True
    if text.startswith("до ", start) and _FROM_HOUR.search(text[:start]):
        return True
    if _PER.match(text[start:end]) and _PRICED.search(text[:start]):
        return True
    if text[start].isdigit() and _DATED.search(text[:start]):
        return True
    return bool(re.match(r"на \d{4}", text[start:end]) and _OF_DOCUMENT.search(text[:start]))


def _joined(times: list[TimeExpression], text: str) -> list[TimeExpression]:
    """Deadlines side by side are one: «сегодня же, до обеда», «к 15.00 28 марта».

    «До начала сезона, к 1 сентября» are two: each has a preposition of its own.
    """
    joined: list[TimeExpression] = []
    for time in times:
        last = joined[-1] if joined else None
        beside = last is not None and _GAP.fullmatch(text[last.end : time.start])
        if last is not None and _says_when(text, last, time):
            joined[-1] = replace(last, end=time.end)
            continue
        apart = last is not None and _leads_up(text, last) and _leads_up(text, time)
        if last is not None and beside and not apart and last.type == time.type == "deadline":
            joined[-1] = replace(last, end=time.end)
        else:
            joined.append(time)
    return joined


def _says_when(text: str, last: TimeExpression, time: TimeExpression) -> bool:
    """«Дважды в год – весной и осенью», «раз в год, в первую субботу июня»: when each time."""
    if last.type != "recurrence" or time.type == "recurrence":
        return False
    return bool(_EACH_TIME.fullmatch(text[last.end : time.end]))


def _leads_up(text: str, time: TimeExpression) -> bool:
    return text[time.start : time.end].startswith(("до ", "к ", "ко "))


def _is_past(value: str | None, meeting_date: str | None) -> bool:
    """Whether a year that the expression names had passed when they met."""
    year = re.match(r"\d{4}", value or "")
    return bool(year and meeting_date and int(year[0]) < int(meeting_date[:4]))
