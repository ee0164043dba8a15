"""The grammar of time expressions: patterns over a folded text whose numerals are in figures.

In such a text every ordinal ends in «-го», so «в первом квартале» reads «в 1-го квартале».
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from predlozheno.proposals.draft import TimingKind
from predlozheno.proposals.slots.expressions import Expression
from predlozheno.proposals.slots.rates import recurrences
from predlozheno.proposals.slots.timeevents import before_what, event_of
from predlozheno.proposals.slots.timeparts import (
    AT,
    BARE_DAY,
    CLOCK,
    COUNTED,
    DATE,
    DAY,
    DAY_AND_MONTH,
    DAY_NUMBER,
    FREE,
    MONTH,
    NEXT,
    NUMBER,
    ORDER,
    OWNED,
    PART,
    SEASON,
    SHORT_DAY,
    SOON,
    TERM,
    THIS,
    UNIT,
    WEEKDAY,
    WORKING,
    YEAR,
    YEAR_WORD,
    stems,
)


def _patterns(whole: bool) -> Iterable[tuple[TimingKind, str]]:
    event = event_of()
    if whole:
        yield from recurrences()
        yield from _between(event)
        return
    yield from _spans()
    yield from _deadlines(before_what(), event)
    yield from _periods(event)
    yield from _bare()


def _between(event: str) -> Iterable[tuple[TimingKind, str]]:
    """From one time to another."""
    yield "deadline", rf"в ночь со? (?:{DATE}|{WEEKDAY}|{DAY_NUMBER}) на (?:{DATE}|{WEEKDAY})"
    yield "period", rf"(?:в период )?с {DAY_NUMBER} (?:по|до) {DATE}"
    yield "period", rf"(?:в период )?с (?:{DATE}|{PART}) (?:по|до) (?:{DATE}|{PART}|{event})"
    yield "period", rf"с {WEEKDAY} (?:по|до) {WEEKDAY}"
    month = rf"(?:{MONTH}|{SEASON})"
    yield "period", rf"(?:в период )?с {month} (?:по|до) {month}(?:\s+{YEAR})?"


def _spans() -> Iterable[tuple[TimingKind, str]]:
    """From a time on, and stretches of days or years."""
    yield (
        "period",
        rf"(?:в срок |в период )?(?:с )?\d{{1,2}}\s*[-–—]\s*\d{{1,2}}\s+{MONTH}(?:\s+{YEAR})?",
    )
    yield "period", rf"(?:в|на|во) (?:период (?:с )?)?\d{{4}}\s*[-–—и]\s*\d{{4}}\s*{YEAR_WORD}"
    yield (
        "period",
        rf"(?:начиная )?(?:уже )?(?:с|со(?! дня)) (?:{DATE}|{SOON}"
        rf"|{NEXT}(?:{WEEKDAY}|дня|утра|недели|месяца|смены"
        rf"|\d+-го (?:смены|недели|{TERM})|{MONTH}(?: месяца)?(?: {YEAR})?"
        rf"|(?:[а-я]+(?:ого|его|ей|ой)\s+)?{TERM}|{SEASON}"
        rf"|(?:нового )?учебного года|нового года|{YEAR}))",
    )
    yield "period", rf"не ран(?:ее|ьше)(?:,? чем)? (?:с )?(?:{DATE}|{NEXT}{WEEKDAY}|{PART})"
    yield (
        "period",
        rf"(?:на )?(?:весь|всю|все|целый|целую) {NEXT}(?:[а-я-]+(?:ый|ий|ой|ую|юю|ое|ее) )?"
        rf"(?:{MONTH}|месяц|год|неделю|сезон|период|семестр|зиму|лето|осень|весну"
        r"|навигацию|смену|ночь)",
    )


def _bare() -> Iterable[tuple[TimingKind, str]]:
    """What says when by itself, without a preposition."""
    yield "deadline", rf"{SOON}(?: же)?(?:\s+(?:утром|вечером|днем))?"
    yield "deadline", rf"{stems('urgent_stems')}(?:о|[а-я]{{2,3}})"
    yield "deadline", stems("urgent_phrases")
    yield "deadline", rf"(?:{SHORT_DAY}\s+)?{DAY}"
    yield "deadline", rf"(?:{SHORT_DAY}\s+)?{DAY_AND_MONTH}\.\d{{2,4}}(?:\s*г\.)?"
    yield "deadline", rf"{SHORT_DAY}\s+{DAY_AND_MONTH}"
    yield (
        "deadline",
        r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?=\s*(?:$|[,;)]|\.(?!\d)|(?:на|и|с|до|к|в) ))",
    )
    yield "deadline", rf"(?<!добрым )(?:утром|вечером)|\d\d?-го (?:в|к) {CLOCK}"
    yield "deadline", rf"(?!в \d+\.){AT}"
    yield "deadline", r"(?:(?:до|ко?) )?\d\d-(?:го|му)(?=\s*(?:$|[,.;)]))"


def _deadlines(before: str, event: str) -> Iterable[tuple[TimingKind, str]]:
    # Without a noun of action or a name of the calendar the count says that it is a time.
    yield (
        "deadline",
        rf"(?:не (?:позднее|позже|менее)(?:,? чем)? )?за (?:{COUNTED}) до {FREE}{{3,40}}?(?=$"
        rf"|[,.;]| не | и | [а-я]+(?:ть|ти)(?:ся)?(?!\w))",
    )
    yield (
        "deadline",
        r"(?:в срок|(?<![а-яё] )срок[а-я]*)\s*(?:исполнения|выполнения)?\s*[:–—-]?\s*"
        rf"(?:до|не позднее|к|–|—|:)?\s*(?:{DATE}|{SHORT_DAY})",
    )
    yield (
        "deadline",
        rf"не (?:позднее|позже)(?:,? чем)? (?:через |до |в )?(?:{COUNTED}\s+(?:до|со дня|с момента"
        rf"|после|с даты)\s+(?:{event}|\w+)|{before}|{COUNTED})",
    )
    yield (
        "deadline",
        rf"в (?:сам[а-я]+ )?ближайш(?:ие|их)(?: же)?\s+(?:{NUMBER}\s+)?(?:{UNIT}|дни)",
    )
    yield "deadline", rf"в ближайш(?:ий|ую|ее) (?:выходной|{WEEKDAY})"
    yield "deadline", rf"\d{{1,2}} или \d{{1,2}} {MONTH}(?:\s+{YEAR})?"
    yield "deadline", rf"(?:(?:вплоть )?(?:до|ко?)|не дожидаясь) {before}"
    yield "deadline", rf"(?:до|край|срок|в|ко?) (?:{SHORT_DAY}|{WEEKDAY})"
    yield "deadline", rf"к \d{{4}}(?:/\d+)? {YEAR_WORD[:-1]}|у)"
    # «К 80-летию школы»
    yield "deadline", rf"к \d+-?летию{OWNED}"
    yield "deadline", r"под новый год"
    yield from _lengths()
    yield from _days_and_meetings()


def _lengths() -> Iterable[tuple[TimingKind, str]]:
    """«В месячный срок», «в течение трёх дней», «за лето»."""
    yield (
        "deadline",
        r"в (?:(?:самые )?кратчайш[а-я]+|(?:возможно|предельно) (?:коротк|сжат)[а-я]+"
        r"|(?:[а-я]+|\d+-?(?:ти|х|и)?-?)?(?:дневн|недельн|месячн"
        r"|суточн|декадн|годичн|часов)[а-я]+|установленн[а-я]+|разумн[а-я]+"
        r"|сжат[а-я]+) срок[а-я]*",
    )
    yield (
        "period",
        rf"(?:в течение|на протяжении|в ходе) (?:все(?:го|й|х) )?{NEXT}"
        rf"(?:\d{{4}}(?:/\d{{2,4}})?\s+)?(?:[а-я]+(?:ого|его|ой|ей|ых|их) )?"
        rf"(?:\d{{4}}(?:/\d{{2,4}})?\s+)?(?:года|лета|зимы|осени|весны|{MONTH}(?: {YEAR})?"
        rf"|(?:{ORDER} )?{TERM}(?: {YEAR})?|(?:{stems('seasons')}|сесси)[а-я]*(?: {YEAR})?"
        r"|жизни|периода|каникул|смены)",
    )
    yield "period", rf"на протяжении {COUNTED}"
    # «За лето», «за эту неделю»: a stretch of the calendar, and no count of days.
    yield (
        "period",
        rf"за (?:(?:(?:{THIS}|весь|всю) )?(?:лето|зиму|весну|осень|выходные|каникулы|праздники)"
        rf"|(?:{THIS}|остаток) (?:неделю|недели|месяц|месяца|смену|время))(?! до\b)",
    )
    yield (
        "deadline",
        rf"(?:в течение|в теч\.|через|спустя|в пределах|по истечении) {COUNTED}(?:\s+(?:со дня"
        rf"|с момента|после|с даты)\s+\w+)?",
    )
    yield "deadline", rf"за (?!\d{{4}}\b)(?:{NUMBER}\s+){WORKING}{UNIT}"
    yield "deadline", r"за (?:неделю|месяц|сутки|день|полгода)(?= [а-я]+(?:ть|ти|чь)(?:ся)?\b)"


def _days_and_meetings() -> Iterable[tuple[TimingKind, str]]:
    """«В пятницу», «на апрельском заседании», «перед отпусками»."""
    yield "deadline", r"в (?:тот же )?день (?:[а-я]+(?:ого|его|ой) )?[а-я]{3,}(?:[иея]я|а|ы|и)\b"
    yield "deadline", rf"в ночь на (?:{DATE}|{NEXT}{WEEKDAY}|\d{{1,2}}-?(?:го|е))"
    yield "deadline", rf"(?:в|во|на) (?:{NEXT}{WEEKDAY}|{DATE})"
    # «Во вторую субботу июня»
    yield "deadline", rf"(?:во?|на) (?:\d+-го|последн[а-я]+) {WEEKDAY} (?:{MONTH}|месяца)"
    # «Перенести на первое заседание октября», «вернуться на апрельском заседании».
    yield (
        "deadline",
        r"на (?:\d+-го|(?!общ|сво|дан|настоящ|эт|сам|кажд|так)[а-я]+"
        rf"(?:ое|ее|ую|юю|ом|ем|ей|ой|ий|ый)) (?!совет|комисси|конференци|съезд|правлени|президиум)"
        rf"{stems('meetings')}[а-я]*(?:\s+{MONTH})?",
    )
    # «На ближайшем совете»: a body whose next time it is meets.
    yield "deadline", rf"на (?:очередн[а-я]+|{THIS}) {stems('meetings')}[а-я]*"
    yield (
        "deadline",
        rf"не (?:позднее|позже) [а-я]+(?:ого|его|ой|ей|ых|их) [а-я]+(?: {YEAR})?",
    )
    yield "deadline", rf"в срок,? не (?:более|превышающий)(?: чем)? {COUNTED}"


def _periods(event: str) -> Iterable[tuple[TimingKind, str]]:
    season = rf"(?:[а-я-]+\s+)?{stems('seasons')}[а-я]*"
    after = rf"{stems('feasts')}[а-я]*|{stems('meetings')}[а-я]*|{stems('busy')}[а-я]*|нового года"
    # «В первую неделю мая», «в первые выходные августа».
    yield (
        "period",
        rf"во? (?:\d+-го|последн[а-я]+) (?:выходные|недел[юе]|декад[уе]|половин[уе])"
        rf" (?:{MONTH}|месяца)(?: {YEAR})?",
    )
    yield "period", r"в (?:(?:[а-я]+(?:ие|ые) )?(?:выходные|праздники|праздничные)(?: дни)?|будни)"
    yield (
        "period",
        rf"после (?:{DATE}|{PART}|{event}|(?:{THIS}\s+|[а-я]+(?:ых|их|ой)\s+)?(?:{after}))",
    )
    # «Задержаться на пять минут», «перерыв на час»; «раньше на час» measures.
    yield "period", rf"(?<!раньше )(?<!позже )на {NUMBER} (?:час(?:а|ов)?|минут[а-я]*)(?![а-я])"
    yield (
        "period",
        rf"(?:сроком )?на (?:срок )?(?:до )?(?!(?:\d+\s+)?(?:час|минут))"
        rf"(?:{NUMBER}|весь|всю|целый)\s+(?:месяц |день )?(?:{WORKING}{UNIT}|{TERM}|сезон)",
    )
    yield (
        "period",
        rf"(?:сроком )?на (?!час|минут|днях)(?:{NEXT}(?:{MONTH}(?:\s+месяц)?"
        rf"|{UNIT})(?:\s+{YEAR})?|сезон {YEAR}|(?:время|период) [а-я]+{OWNED})",
    )
    yield "period", rf"во? {PART}(?<!в год)(?<!в года)(?<!в месяц)(?<!в неделю)(?<!в квартал)"
    yield "period", rf"в (?:последних|1-го) числах (?:{NEXT}{MONTH}|месяца)"
    yield "period", r"по (?:весне|осени)"
    yield "period", r"на (?:(?:эт|следующ|ближайш)[а-я]+ )?(?:выходных|каникулах|праздниках|неделе)"
    yield "period", rf"на (?:конец|начало|середину) (?:{NEXT}{MONTH}|{PART})"
    yield "period", rf"(?:1-го|последующие|последние) {NUMBER} {WORKING}{UNIT}"
    yield "period", rf"на (?:{THIS} )?(?:[а-я]+ие|[а-я]+ые) (?:месяцы|недели|выходные|каникулы)"
    times = rf"выходные|праздники|каникулы|(?:зиму|осень|весну|лето)(?:\s+{YEAR})?"
    yield "period", rf"на (?:{THIS} )?(?:{times})"
    yield "period", rf"на {THIS} (?:{NUMBER} )?(?:{UNIT})"
    yield "period", r"на [а-я]+(?:ых|их) (?:выходных|каникулах|праздниках)"
    yield (
        "period",
        rf"(?:во|на) (?:{NEXT}(?:[1-4]-го|{ORDER}(?:-?м)?) {TERM}(?: {YEAR})?|{YEAR})",
    )
    yield "period", rf"(?:в|во|на) (?:{NEXT}{season}|(?:[а-я-]+ий|[а-я-]+ый) период)"
    yield "period", r"в (?!эти|те|другие|последние)[а-я]+(?:ые|ие) (?:дни|недели|месяцы|часы)"
    yield (
        "period",
        r"(?:в|на) [а-я]+(?:н|ск)(?:ую|юю) (?:неделю|сессию|декаду|страду|кампанию|пору)"
        rf"(?: {YEAR})?",
    )
    yield "period", r"начиная с [а-я]+(?:ого|его|ой|ей|ых|их) [а-я]+"
    yield "period", rf"(?:{THIS}\s+)?(?:летом|осенью|зимой|весной)(?:\s+{YEAR})?"
    yield (
        "period",
        r"(?:в|на) (?:эт|следующ|будущ|ближайш)[а-я]+\s+(?:\d+\s+)?(?:недел|месяц|дни|дн)[а-я]*",
    )
    yield "period", rf"до тех пор(?:, пока {FREE}+)?"
    yield "deadline", rf"до того,? как {FREE}+"
    yield "deadline", rf"(?:(?<=\()|(?<=, )|(?<=[–—/] ))(?:{BARE_DAY})(?=[).;]*\s*$)"
    yield "period", rf"(?:(?<=\()|(?<=, )|^)(?:{THIS} )?{MONTH}(?:\s+{YEAR})?(?=$|[,.;)])"


@cache
def patterns(*, whole: bool) -> tuple[tuple[TimingKind, Expression], ...]:
    """Type and pattern, in the order in which they are tried.

    Args:
        whole: those alone that hold other times («до пятого числа каждого месяца», «с марта по май»).
    """
    frame = r"(?<![\w-])(?:{})(?![\w-])"
    return tuple((kind, Expression(pattern, frame)) for kind, pattern in _patterns(whole))
