"""What a time leads up to or goes from: «до введения тарифа», «к приёмке дома», «с начала года».

An event is told by the dictionary and not by a list: a noun of action («введение», «отправка»), what
comes by itself or by the calendar («зима», «сессия»), or anything that is the next of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from predlozheno.language.actions import is_action
from predlozheno.language.morphology import analyses, can_be, lemmas
from predlozheno.proposals.draft import TimingKind
from predlozheno.proposals.slots.timeparts import COUNTED, stems
from predlozheno.resources import gazetteer

Found = tuple[TimingKind, int, int]

_WORD = re.compile(r"\s+([а-я]{3,}(?:-[а-я]+)*|\d+-го)(?![\w-])")
# Modifiers, the event, and what it happens to.
_REACH = 7
_AFTER_COUNT = r"(?:со дня|с момента|с даты|после|до)"
# What leads to an event, in the case that the preposition asks for.
_LEADS: tuple[tuple[TimingKind, str, str], ...] = (
    ("deadline", rf"(?:не (?:позднее|позже|менее)(?:,? чем)? )?за (?:{COUNTED}) до", "Gen"),
    ("deadline", rf"в течение {COUNTED} {_AFTER_COUNT}", "Gen"),
    ("deadline", rf"не (?:позднее|позже)(?:,? чем)? (?:через )?{COUNTED} {_AFTER_COUNT}", "Gen"),
    ("deadline", rf"через {COUNTED} {_AFTER_COUNT}", "Gen"),
    ("deadline", rf"в \S+(?:дневн|недельн|месячн|суточн|годичн)\S+ срок {_AFTER_COUNT}", "Gen"),
    ("period", r"(?:впредь|вплоть) до", "Gen"),
    ("period", r"начиная со?", "Gen"),
    (
        "period",
        # «Неделя со дня подписания» counts from it.
        r"со? (?:начала|момента)|(?<!дней )(?<!дня )(?<!срок )(?<!лет )(?<!недели )(?<!недель )"
        r"(?<!месяца )(?<!месяцев )(?<!года )(?<!суток )(?<!неделя )(?<!месяц )"
        r"(?<!считать )(?<!считая )со дня",
        "Gen",
    ),
    ("deadline", r"не (?:позднее|позже)(?:,? чем)?(?: до)?", "Gen"),
    ("deadline", r"до|накануне", "Gen"),
    (
        "period",
        r"по (?:окончании|завершении|истечении|получении|возвращении|прибытии|наступлении|достижении)",
        "Gen",
    ),
    ("deadline", r"ко?", "Dat"),
    ("deadline", r"перед", "Ins"),
    ("period", r"с", "Ins"),
    ("period", r"(?:во время|в период|на период|на время|в дни)", "Gen"),
)
# Behind these any noun is a time: what is not to be told apart from an event is said by the words.
_ANY = re.compile(r"(?:во время|(?:в|на) период|на время|в дни|начиная со?|по [а-я]+ии)$")
_SINCE = re.compile(r"со? (?:начала|момента|дня)$")
_COMING = frozenset("следующий ближайший очередной предстоящий будущий нынешний".split())
_EDGES = frozenset("1-го последний".split())
# «Привлечения к рецензированию»: the word in front wants its «к», and no time is told.
_GOVERNING = re.compile(
    r"(?:привле|допус|допущ|приступ|призва|перехо|перей|подключ|требован|присоедин|стрем|приобщ"
    r"|относ|отнес|обраща|подход|доступ|интерес|внимани|склон|верну|возвра|приложени|претензи)[а-я]* $"
)
_INFINITIVE = re.compile(r"[а-я]{2}(?:ть|ти|чь)(?:ся)?(?!\w)")
_COMPLETED = re.compile(r" в (?:силу|действие|эксплуатацию|строй|должность|срок)(?!\w)")


def happenings(text: str) -> Iterator[Found]:
    """Type, start and end of each, in a folded text whose numerals are in figures."""
    for kind, lead, case in _leads():
        for match in lead.finditer(text):
            if _GOVERNING.search(text, 0, match.start()) and match[0] in ("к", "ко"):
                continue
            if (end := _event(text, match, case)) is not None:
                yield kind, match.start(), end


@cache
def _leads() -> tuple[tuple[TimingKind, re.Pattern[str], str], ...]:
    return tuple((kind, re.compile(rf"(?<![\w-])(?:{w})(?=\s)"), c) for kind, w, c in _LEADS)


def _event(text: str, lead: re.Match[str], case: str) -> int | None:
    """Where the event behind the words that lead to it ends, with what it happens to."""
    words = _words(text, lead.end())
    described = 0
    while described < len(words) - 1 and _describes(words[described], case):
        described += 1
    if described >= len(words):
        return None
    noun, modifiers = words[described], words[:described]
    if not can_be(noun[0], pos=("NOUN", "PROPN"), case=case):
        return None
    if not _is_event(noun[0], [m[0] for m in modifiers], lead[0]) or _is_governed(text, lead):
        return None
    end = _with_owner(text, words[described + 1 :], noun[2])
    bare = end == noun[2] and (not modifiers or bool(lemmas(noun[0]) & _words_of("edges")))
    if bare and lemmas(noun[0]) & _words_of("edges"):
        return None
    # «Подготовить статью к публикации»: what for, and not by when.
    purpose = bare and lead[0].startswith("к") and not _comes(noun[0])
    return None if purpose and _INFINITIVE.search(text[: lead.start()]) else end


def _words(text: str, start: int) -> list[tuple[str, int, int]]:
    """The words that follow with nothing but white space between them."""
    found: list[tuple[str, int, int]] = []
    while len(found) < _REACH and (match := _WORD.match(text, start)):
        found.append((match[1], *match.span(1)))
        start = match.end()
    return found


def _describes(word: tuple[str, int, int], case: str) -> bool:
    return word[0].endswith("-го") or any(
        reading.pos in ("ADJ", "DET", "VERB")
        and reading.features.get("Case") == case
        and reading.features.get("VerbForm") != "Inf"
        for reading in analyses(word[0])
    )


def _is_event(noun: str, modifiers: list[str], lead: str) -> bool:
    nouns = lemmas(noun, pos="NOUN")
    if nouns & _words_of("edges"):
        # «До конца работ»: of what, is asked further on.
        return True
    if nouns & _words_of("no_events") or not nouns or can_be(noun, Animacy="Anim"):
        return False
    if _SINCE.search(lead) or _ANY.search(lead):
        return True
    if lead == "с":
        return bool(nouns & _words_of("beginnings"))
    next_one = any(w in _EDGES or lemmas(w) & (_COMING | _EDGES) for w in modifiers)
    if nouns & _bodies():
        # «К очередной комиссии» is a meeting, «к комиссии» those who sit in it.
        return next_one and _comes(noun)
    acts = any(is_action(word) or re.match(stems("events"), word) for word in nouns)
    return acts or _comes(noun) or (next_one and not lead.startswith("к"))


def _comes(noun: str) -> bool:
    """What comes by itself, by the calendar or in its turn: «зима», «каникулы», «заседание»."""
    names = ("feasts", "seasons", "meetings")
    return any(re.match(stems(name), word) for name in names for word in lemmas(noun, pos="NOUN"))


@cache
def _bodies() -> frozenset[str]:
    bodies = gazetteer("parties-bodies")
    return frozenset(bodies["always"])


@cache
def _words_of(name: str) -> frozenset[str]:
    return frozenset(gazetteer("timing-words")[name])


def _is_governed(text: str, lead: re.Match[str]) -> bool:
    """«Приступить к приёмке», «довести до исполнения»: the preposition belongs to the word before."""
    name = {"к": "towards", "ко": "towards", "до": "up_to"}.get(lead[0])
    if name is None:
        return False
    before = re.findall(r"[а-я-]+|[.;:]", text[: lead.start()])
    reach = 1 if name == "towards" else 3
    return any(lemmas(word) & _words_of(name) for word in before[-reach:])


def _with_owner(text: str, words: list[tuple[str, int, int]], end: int) -> int:
    """The end of the event with what it happens to: «окончания срока действия», «ввода дома в строй»."""
    i, first = 0, end
    while i < len(words) and _describes(words[i], "Gen") and not words[i][0].endswith("-го"):
        i += 1
    if i < len(words) and _is_owner(words[i][0]):
        first = words[i][2]
        wide = lemmas(words[i][0]) & _words_of("wide_owners")
        if wide and i + 1 < len(words) and _is_owner(words[i + 1][0]):
            first = words[i + 1][2]
    done = _COMPLETED.match(text, first)
    return done.end() if done else first


def _is_owner(word: str) -> bool:
    named = can_be(word, pos=("NOUN", "PROPN"), case="Gen") and not can_be(word, VerbForm="Inf")
    return named and not word.endswith("-го")
