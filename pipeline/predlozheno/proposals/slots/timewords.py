"""The grammar of time expressions: patterns over a folded text whose numerals are in figures.

In such a text every ordinal ends in «-го», so «в первом квартале» reads «в 1-го квартале».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from predlozheno.proposals.draft import TimingKind
from predlozheno.resources import gazetteer

MONTH = (
    r"(?:январ[яьею]м?|феврал[яьею]м?|март[аеу]?м?|апрел[яьею]м?|ма[йяюе]м?|июн[яьею]м?"
    r"|июл[яьею]м?"
    r"|август[аеу]?м?|сентябр[яьею]м?|октябр[яьею]м?|ноябр[яьею]м?|декабр[яьею]м?)"
)
_THIS = r"(?:следующ|текущ|эт|будущ|нынешн|ближайш|наступающ|предстоящ)[а-я]+"
_NEXT = rf"(?:{_THIS}\s+)?"
_YEAR_WORD = r"(?:(?:учебн|календарн|финансов)[а-я]+\s+)?(?:г\.|гг\.|год[ауеы]?(?:ов|ом|ами|ах)?)"
_YEAR = (
    rf"(?:\d{{4}}(?:/\d{{2,4}})?(?:\s*(?:-го\s*)?{_YEAR_WORD})?|{_THIS}\s+(?:же\s+)?{_YEAR_WORD}"
    rf"|[ст]\.\s?г\.)"
)
_NUMBER = r"(?:\d+(?:\s*\([а-я\d ]+\))?(?:-(?:х|ти|и))?)"
# «l марта» is a one that a scanner misread.
_DAY_NUMBER = r"(?:\d{1,2}|l)(?:-?(?:го|му|е|ое))?"
_DAY = rf"{_DAY_NUMBER}\s+{MONTH}(?:\s+{_YEAR})?"
_DAY += rf"|\d{{1,2}}(?:-?(?:го|му|е))?\s+числ[ау](?:\s+{_NEXT}(?:{MONTH}|месяца))?"
_DAY_AND_MONTH = r"\d{1,2}\.(?:0[1-9]|1[0-2])"
_NUMERIC = rf"{_DAY_AND_MONTH}(?:\.\d{{2,4}})?(?:\s*(?:г\.|года))?(?![\d:.]*\s*час)"
DATE = rf"(?:{_DAY}|{_NUMERIC})"
_WEEKDAY = (
    r"(?:понедельник[ауе]?|вторник[ауе]?|сред[аеуы]|четверг[ауе]?|пятниц[аеуы]"
    r"|суббот[аеуы]|воскресень[ея])"
)
_SHORT_DAY = r"(?:пн|вт|чт|пт|сб|вс|ср)\.?"
_UNIT = (
    r"(?:дн(?:я|ей|ю|е|ям|ях)|день|сут(?:ки|ок)|недел[а-я]{1,2}|недель|месяц[а-я]{0,2}"
    r"|квартал[а-я]{0,2}"
    r"|полугоди[а-я]+|пол-?года?|год[ауе]?|лет|час(?:а|ов)?|минут[ауы]?|декад[а-я]{1,2})"
)
_WORKING = r"(?:(?:рабоч|календарн|банковск|ближайш|последующ|учебн)[а-я]+\s+)*"
COUNTED = rf"(?:(?:{_NUMBER}|нескольких|пары)\s+)?{_WORKING}(?:{_NUMBER}\s+)?{_WORKING}{_UNIT}"
_EDGE = r"(?:конц[аеу]|начал[аеу]|середин[аеыу]|исход[аеу]|\d-го половин[а-я]+|\d-го декад[а-я]+)"
_SEASON = r"(?:весн[аеуы]|лет[аоу]|осен[иь]|зим[аеуы])"
_ORDER = r"(?:[ivx]+|\d-го|\d)"
_TERM = r"(?:квартал|полугоди|семестр|триместр|четверт)[а-я]*"
PART = (
    rf"(?:{_EDGE}\s+)?(?:{_NEXT}{MONTH}(?:\s+месяц[а-я]*)?(?:\s*[-–—и]\s*{MONTH})?(?:\s+{_YEAR})?"
    rf"|{_ORDER}(?:-?(?:го|м|й))?\s+{_TERM}(?:\s+{_YEAR})?"
    rf"|{_NEXT}(?:недел[а-я]+|месяц[а-я]*|{_TERM})(?:\s+{_YEAR})?"
    rf"|{_NEXT}{_SEASON}(?:\s+{_YEAR})?|{_YEAR}"
    r"|(?:(?:нов|следующ|текущ|эт)[а-я]+\s+)?(?:(?:учебн|календарн|финансов|хозяйственн)[а-я]+\s+)"
    r"?год[ауе]?)"
)
_CLOCK = (
    r"(?:\d{1,2}\s0-0|\d{1,2}[:.]\d\d(?:\s*час[а-я]*)?"
    r"|\d{1,2}(?:-?ти|-?и)?\s+(?:час(?:а|ов|ам)?(?:\s+(?:утра|вечера|дня))?|утра|вечера|ночи))"
)
_SOON = r"(?:послезавтра|завтра(?:шн[а-я]+ дн[а-я]+)?|сегодня(?:шн[а-я]+ (?:дн|утр)[а-я]+)?)"
# A genitive behind a noun.
_OWNED = r"(?:\s(?:[а-я]+(?:ого|его|ой|ей|ых|их)\s)?[а-я]{3,}(?:[аяыи]|ов|ев|ей|ой)(?!\w))?"
_FREE = r"[^,.;:()\n]"


def stems(name: str) -> str:
    """The stems of a list of the time words, as alternatives of a pattern."""
    return "(?:" + "|".join(gazetteer("timing-words")[name]) + ")"


def _before() -> str:
    """What «до» and «к» lead up to."""
    feast = rf"(?:{stems('feasts')}|{stems('seasons')})[а-я]*"
    meeting = rf"{stems('meetings')}[а-я]*"
    agreeing = r"(?:\d+-го|[а-я]+(?:ого|его|ой|ей|ых|их|ому|ему|ым|им))\s+"
    return (
        rf"(?:{DATE}|{_NEXT}{_WEEKDAY}|(?:{_CLOCK}|{stems('day_parts')})"
        rf"(?:\s+(?:в )?(?:{_WEEKDAY}|{DATE}|{_SOON}))?|{_SOON}"
        rf"|{_EDGE}\s+(?:дня|смены|рабочего дня)|{PART}"
        rf"|(?:{_EDGE}\s+)?(?:{agreeing}|(?!комисси|совет))(?:{meeting}|{feast})(?:\s+{MONTH})?"
        rf"|дн[юя] (?:[а-я]+(?:ого|его|ой|ей|ых|их) )?[а-я]+"
        rf"|(?:(?:стар|лунн|наступ)[а-я]+ )?нов(?:ого|ому) год[ау]"
        rf"|того времени|тому времени)"
    )


def _event() -> str:
    """«Завершения консультаций»: an event, with one word of what it happens to."""
    agreeing = r"(?:[а-я]+(?:ого|его|ой|ей|ых|их)\s+)?"
    complement = (
        r"(?:\s+(?:(?:всех|[а-я]+(?:ого|его|ой|ей|ых|их))\s+)?(?!котор|на\b|в\b|и\b|с\b|по\b"
        r"|не\b|к\b|за\b|из\b)[а-я]+(?<!ть)(?<!ти)(?<!ться)(?<!чь))?"
    )
    return rf"{agreeing}(?!{stems('not_events')}){stems('events')}[а-я]*{complement}"


def _patterns(whole: bool) -> Iterable[tuple[TimingKind, str]]:
    event = _event()
    if whole:
        yield from _recurrences()
        yield from _between(event)
        return
    yield from _spans()
    yield from _deadlines(_before(), event)
    yield from _periods(event)
    yield from _bare()


def _recurrences() -> Iterable[tuple[TimingKind, str]]:
    unit = rf"(?:{_UNIT}|{_TERM}|сессию|смену|зиму|лето)"
    often = (
        rf"(?:(?:\d+\s+раза?|раз|раза|дважды|трижды|несколько раз)\s+)в\s+(?:{_NUMBER}\s+)?{unit}"
    )
    yield "recurrence", rf"не (?:реже|менее|чаще) (?:чем )?(?:1 раза|{often})(?: в {unit})?"
    yield "recurrence", often
    monthly = rf"(?:{_DAY_NUMBER}\s+числ[ау]|\d-го {_WEEKDAY}|последн[а-я]+ (?:{_WEEKDAY}|дня|дню))"
    lead = "(?:(?:не (?:позднее|позже)|до|ко?|в|на) )?"
    yield "recurrence", rf"{lead}{monthly} кажд[а-я]+ (?:{_UNIT}|{_TERM})"
    yield (
        "recurrence",
        rf"(?:в |кажд[а-я]+ )(?:\d-го|последн[а-я]+) (?:{_WEEKDAY}|день|дни|число) (?:месяца|квартала"
        r"|года|недели)",
    )
    occasions = rf"(?:{stems('meetings')}|заняти|урок|дежурств|репетици|лекци|смен|рейс|заезд)"
    yield "recurrence", rf"(?:на|в|к|перед) кажд(?:ом|ой|ому|ым|ый|ую) {occasions}[а-я]*"
    yield "recurrence", rf"(?:на )?{stems('rates')}(?:о|[а-я]{{2,3}})(?<!ик)(?<!ник)(?:\s+основе)?"
    yield "recurrence", "(?:на )?" + stems("rate_phrases")
    yield (
        "recurrence",
        rf"(?:в |по )?кажд(?!ого\b|ому\b)[а-я]+\s+(?:{_NUMBER}\s+)?(?:{_WORKING}{_UNIT}"
        rf"|(?:\d-го\s+)?{_WEEKDAY}|{MONTH}|{_SEASON}|утро|вечер|смену|сессию|{_TERM})(?:\s+{MONTH})?",
    )
    days = (
        r"(?:понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям"
        r"|выходным|будням|праздникам|вечерам|утрам|ночам|(?:[а-я]+(?:ым|им) )(?:дням|числам))"
    )
    yield "recurrence", rf"по {days}(?:(?:, | и |, по | и по ){days})*"
    yield "recurrence", rf"по (?:\d-го|последним) {days} (?:месяца|квартала)"
    yield "recurrence", rf"в {_EDGE} кажд[а-я]+ (?:{_UNIT}|{_TERM})"
    yield "recurrence", rf"каждые (?:{_WEEKDAY}|{_NUMBER} {_UNIT}) и {_WEEKDAY}"
    yield (
        "recurrence",
        r"(?<=\w )(?<!день )(?<!год )в (?:год|месяц|неделю|сутки|день|квартал)(?=$|[,.;]| с кажд)",
    )


def _between(event: str) -> Iterable[tuple[TimingKind, str]]:
    """From one time to another."""
    yield "period", rf"(?:в период )?с {_DAY_NUMBER} (?:по|до) {DATE}"
    yield "period", rf"(?:в период )?с (?:{DATE}|{PART}) (?:по|до) (?:{DATE}|{PART}|{event})"
    yield "period", rf"с {_WEEKDAY} (?:по|до) {_WEEKDAY}"
    month = rf"(?:{MONTH}|{_SEASON})"
    yield "period", rf"(?:в период )?с {month} (?:по|до) {month}(?:\s+{_YEAR})?"


def _spans() -> Iterable[tuple[TimingKind, str]]:
    """From a time on, and stretches of days or years."""
    yield (
        "period",
        rf"(?:в срок |в период )?(?:с )?\d{{1,2}}\s*[-–—]\s*\d{{1,2}}\s+{MONTH}(?:\s+{_YEAR})?",
    )
    yield "period", rf"(?:в|на|во) (?:период (?:с )?)?\d{{4}}\s*[-–—и]\s*\d{{4}}\s*{_YEAR_WORD}"
    yield (
        "period",
        rf"(?:начиная )?(?:уже )?(?:с|со(?! дня)) (?:{DATE}|{_SOON}"
        rf"|{_NEXT}(?:{_WEEKDAY}|дня|утра|недели|месяца|смены"
        rf"|\d+-го (?:смены|недели|{_TERM})|{MONTH}(?: месяца)?|(?:[а-я]+(?:ого|его|ей|ой)\s+)?{_TERM}|{_SEASON}"
        rf"|(?:нового )?учебного года|нового года|{_YEAR}))",
    )
    yield "period", rf"не ран(?:ее|ьше)(?:,? чем)? (?:с )?(?:{DATE}|{_NEXT}{_WEEKDAY}|{PART})"
    yield (
        "period",
        rf"(?:весь|всю|все) {_NEXT}(?:{MONTH}|месяц|год|неделю|сезон|зиму|лето|осень|весну"
        r"|учебный год|отопительный (?:сезон|период))",
    )


def _bare() -> Iterable[tuple[TimingKind, str]]:
    """What says when by itself, without a preposition."""
    yield "deadline", rf"{_SOON}(?: же)?(?:\s+(?:утром|вечером|днем))?"
    yield "deadline", rf"{stems('urgent_stems')}(?:о|[а-я]{{2,3}})"
    yield "deadline", stems("urgent_phrases")
    yield "deadline", rf"(?:{_SHORT_DAY}\s+)?{_DAY}"
    yield "deadline", rf"(?:{_SHORT_DAY}\s+)?{_DAY_AND_MONTH}\.\d{{2,4}}(?:\s*г\.)?"
    yield "deadline", rf"{_SHORT_DAY}\s+{_DAY_AND_MONTH}"
    yield (
        "deadline",
        r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?=\s*(?:$|[,;)]|\.(?!\d)|(?:на|и|с|до|к|в) ))",
    )
    yield "deadline", r"(?:утром|вечером)"
    yield "deadline", r"\d\d-го(?=\s*(?:$|[,.;]))"


def _deadlines(before: str, event: str) -> Iterable[tuple[TimingKind, str]]:
    # Without a noun of action or a name of the calendar the count says that it is a time.
    yield (
        "deadline",
        rf"(?:не (?:позднее|позже|менее)(?:,? чем)? )?за (?:{COUNTED}) до {_FREE}{{3,40}}?(?=$"
        rf"|[,.;]| не | и | [а-я]+(?:ть|ти)(?:ся)?(?!\w))",
    )
    yield (
        "deadline",
        rf"(?:в )?срок[а-я]*\s*(?:исполнения|выполнения)?\s*[:–—-]?\s*(?:до|не позднее|к|–|—"
        rf"|:)?\s*(?:{DATE}|{_SHORT_DAY})",
    )
    yield (
        "deadline",
        rf"не (?:позднее|позже)(?:,? чем)? (?:через |до |в )?(?:{COUNTED}\s+(?:до|со дня|с момента"
        rf"|после|с даты)\s+(?:{event}|\w+)|{before}|{COUNTED})",
    )
    yield (
        "deadline",
        rf"в (?:сам[а-я]+ )?ближайш(?:ие|их)(?: же)?\s+(?:{_NUMBER}\s+)?(?:{_UNIT}|дни)",
    )
    yield "deadline", rf"в ближайш(?:ий|ую|ее) (?:выходной|{_WEEKDAY})"
    yield "deadline", rf"\d{{1,2}} или \d{{1,2}} {MONTH}(?:\s+{_YEAR})?"
    yield "deadline", rf"(?:вплоть )?(?:до|ко?) {before}"
    yield "deadline", rf"(?:до|край|срок|в) (?:{_SHORT_DAY}|{_WEEKDAY})"
    yield "deadline", rf"к \d{{4}}(?:/\d+)? {_YEAR_WORD[:-1]}|у)"
    yield (
        "deadline",
        r"в (?:(?:самые )?кратчайш[а-я]+|(?:возможно|максимально|предельно) (?:коротк|сжат)[а-я]+|(?:[а-я]+|\d+-?(?:ти|х|и)?-?)?(?:дневн|недельн|месячн"
        r"|суточн|декадн|годичн|часов)[а-я]+|установленн[а-я]+|разумн[а-я]+"
        r"|сжат[а-я]+) срок[а-я]*",
    )
    yield (
        "period",
        rf"(?:в течение|на протяжении) (?:все(?:го|й|х) )?{_NEXT}(?:[а-я]+(?:ого|его|ой|ей|ых|их) )?"
        rf"(?:\d{{4}}(?:/\d{{2,4}})?\s+)?(?:года|лета|зимы|осени|весны|{MONTH}(?: {_YEAR})?"
        rf"|(?:{_ORDER} )?{_TERM}(?: {_YEAR})?|{stems('seasons')}[а-я]*|жизни|периода|каникул|смены)",
    )
    yield "period", rf"на протяжении {COUNTED}"
    # «За лето», «за эту неделю»: a stretch of the calendar, and no count of days.
    yield (
        "period",
        rf"за (?:(?:(?:{_THIS}|весь|всю) )?(?:лето|зиму|весну|осень|выходные|каникулы|праздники)"
        rf"|(?:{_THIS}|остаток) (?:неделю|недели|месяц|месяца|смену))(?! до\b)",
    )
    yield (
        "deadline",
        rf"(?:в течение|в теч\.|через|спустя|в пределах|по истечении) {COUNTED}(?:\s+(?:со дня"
        rf"|с момента|после|с даты)\s+\w+)?",
    )
    yield "deadline", rf"за (?!\d{{4}}\b)(?:{_NUMBER}\s+){_WORKING}{_UNIT}"
    yield from _days_and_meetings()


def _days_and_meetings() -> Iterable[tuple[TimingKind, str]]:
    """«В пятницу», «на апрельском заседании», «перед отпусками»."""
    yield "deadline", rf"в ночь на (?:{DATE}|{_NEXT}{_WEEKDAY}|\d{{1,2}}-?(?:го|е))"
    yield "deadline", rf"(?:в|во|на) (?:{_NEXT}{_WEEKDAY}|{DATE})"
    # «Перенести на первое заседание октября», «вернуться на апрельском заседании».
    yield (
        "deadline",
        r"на (?:\d+-го|(?!общ|сво|дан|настоящ|эт|сам|кажд|так)[а-я]+"
        rf"(?:ое|ее|ую|юю|ом|ем|ей|ой|ий|ый)) (?!совет|комисси|конференци|съезд)"
        rf"{stems('meetings')}[а-я]*(?:\s+{MONTH})?",
    )
    yield "deadline", r"не (?:позднее|позже) [а-я]+(?:ого|его|ой|ей|ых|их) [а-я]+"
    yield "deadline", rf"в срок,? не (?:более|превышающий)(?: чем)? {COUNTED}"
    yield "deadline", rf"не дожидаясь {_FREE}+"


def _periods(event: str) -> Iterable[tuple[TimingKind, str]]:
    season = rf"(?:[а-я-]+\s+)?{stems('seasons')}[а-я]*"
    after = (
        rf"{stems('feasts')}[а-я]*|{stems('meetings')}[а-я]*|{stems('busy')}[а-я]*|нового года"
    )
    yield "period", r"в (?:(?:[а-я]+(?:ие|ые) )?(?:выходные|праздники|праздничные)(?: дни)?|будни)"
    yield (
        "period",
        rf"после (?:{DATE}|{PART}|{event}|(?:{_THIS}\s+|[а-я]+(?:ых|их|ой)\s+)?(?:{after}))",
    )
    # «Задержаться на пять минут», «перерыв на час»; «раньше на час» measures.
    yield "period", rf"(?<!раньше )(?<!позже )на {_NUMBER} (?:час[а-я]*|минут[а-я]*)"
    yield (
        "period",
        rf"(?:сроком )?на (?!(?:\d+\s+)?(?:час|минут))(?:{_NUMBER}|весь|всю|целый)\s+(?:месяц "
        rf"|день )?(?:{_WORKING}{_UNIT}|{_TERM}|сезон)",
    )
    yield (
        "period",
        rf"(?:сроком )?на (?!час|минут)(?:{_NEXT}(?:{MONTH}(?:\s+месяц)?"
        rf"|{_UNIT})(?:\s+{_YEAR})?|сезон {_YEAR}|(?:время|период) [а-я]+{_OWNED})",
    )
    yield "period", rf"во? {PART}(?<!в год)(?<!в года)"
    yield "period", rf"в (?:последних|1-го) числах (?:{_NEXT}{MONTH}|месяца)"
    yield "period", r"по (?:весне|осени)"
    yield "period", rf"на {_EDGE} (?:{_NEXT}{MONTH}|{PART})"
    yield "period", rf"(?:первые|последующие|последние) {_NUMBER} {_WORKING}{_UNIT}"
    yield "period", rf"на (?:{_THIS} )?(?:[а-я]+ие|[а-я]+ые) (?:месяцы|недели|выходные|каникулы)"
    yield "period", rf"на (?:{_THIS} )?(?:зиму|осень|весну|лето)(?:\s+{_YEAR})?"
    yield "period", rf"на {_THIS} (?:{_NUMBER} )?(?:{_UNIT})"
    yield "period", r"на [а-я]+(?:ых|их) (?:выходных|каникулах|праздниках)"
    yield (
        "period",
        rf"(?:во|на) (?:{_NEXT}(?:[1-4]-го|{_ORDER}(?:-?м)?) {_TERM}(?: {_YEAR})?|{_YEAR})",
    )
    yield "period", rf"(?:в|во|на) (?:{_NEXT}{season}|(?:[а-я-]+ий|[а-я-]+ый) период)"
    yield "period", rf"на {_NEXT}{season}"
    yield "period", r"в (?!эти|те|другие|последние)[а-я]+(?:ые|ие) (?:дни|недели|месяцы|часы)"
    yield "period", r"(?:в|на) [а-я]+(?:н|ск)(?:ую|юю) (?:неделю|сессию|декаду)"
    yield "period", r"начиная с [а-я]+(?:ого|его|ой|ей|ых|их) [а-я]+"
    yield "period", rf"(?:{_THIS}\s+)?(?:летом|осенью|зимой|весной)(?:\s+{_YEAR})?"
    yield (
        "period",
        r"(?:в|на) (?:эт|следующ|будущ|ближайш)[а-я]+\s+(?:\d+\s+)?(?:недел|месяц|дни|дн)[а-я]*",
    )
    yield "period", rf"до тех пор(?:, пока {_FREE}+)?"
    yield "deadline", rf"до того,? как {_FREE}+"
    yield "period", rf"(?:(?<=\()|(?<=, )|^)(?:{_THIS} )?{MONTH}(?:\s+{_YEAR})?(?=$|[,.;)])"


@cache
def patterns(*, whole: bool) -> tuple[tuple[TimingKind, re.Pattern[str]], ...]:
    """Type and pattern, in the order in which they are tried.

    Args:
        whole: those alone that hold other times («до пятого числа каждого месяца», «с марта по май»).
    """
    return tuple(
        (kind, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"))
        for kind, pattern in _patterns(whole)
    )


@cache
def term_pattern() -> re.Pattern[str]:
    """What stands bare in a column or behind the word «Срок»."""
    return re.compile(
        rf"(?:{DATE}|{_NEXT}{_WEEKDAY}|{_SHORT_DAY}|{_NEXT}{COUNTED}|{PART})(?![\w-])"
    )


@cache
def part_pattern() -> re.Pattern[str]:
    """A part of a year with its number or name: «IV квартал 2025 г.», «первое полугодие»."""
    return re.compile(rf"(?:{_ORDER}(?:-?(?:го|м|й))?\s+{_TERM}|{MONTH}|{_SEASON})(?:\s+{_YEAR})?")
