"""Which lines are headings, and how they rank: by their marks, capitals, numbers, shortness."""

from __future__ import annotations

import re

from predlozheno.reading.dictionary import (
    has_verb,
    is_past,
    is_verb,
)
from predlozheno.reading.marks.fields import is_field
from predlozheno.reading.marks.labels import is_personal, not_speakers
from predlozheno.reading.marks.names import FULL_NAME, WORD
from predlozheno.reading.marks.questions import question_of
from predlozheno.reading.segmentation.asked import names_addressee, names_asked, names_party
from predlozheno.reading.segmentation.blocks import Draft
from predlozheno.reading.segmentation.ranks import (
    LETTERED,
    PART,
    rank_labels,
    rank_questions,
    rank_romans,
    rank_small,
)

_LONGEST = 150
_SURNAMED = re.compile(rf"(?:{FULL_NAME}|{WORD})")
_LONGEST_PLAIN = 100
# «1. Выполнение за неделю.», with its full stop, above what was said.
_LONGEST_TITLE = 60
_TOLD = re.compile(r":\s|[–—-]\s*\d")
# «🔥 Что горит»
_PICTURE = re.compile(r"[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?\s*")
_WORD = re.compile(r"[А-Яа-яЁё]+")
_TURNS = ("report", "reporter", "debate", "resolution", "summary")
# «ИТОГО (закреп):»
_ASIDE = re.compile(r"\s\([^()]{1,60}\)(?=:?$)")
# «(докл. И.А. Вотинов)»
_REPORTER = re.compile(
    r"\s*\((?:(?:со)?докл|инф|сообщ|отв|выступ)[а-яё]*\b[^()]*\)\W*$", re.IGNORECASE
)
# «(пункт 2 повестки дня)», «(Беглов, Ермошина)»
_AGENDA_ITEM = re.compile(
    r"\s*\((?:пункты?|п\.|вопросы?)\s[^()]*\bповестки\b[^()]*\)\W*$", re.IGNORECASE
)
# «Группа «Ткачи» (староста – Р. Белова)»
_LED = re.compile(r"\((?:модератор|староста|ведущ|руковод|капитан|председат|координатор)[^()]*\)$")
_NAMES = re.compile(r"\s*\((?P<names>[А-ЯЁ][^()]{2,200})\)\W*$")
_VOTES = re.compile(r"[«\"]?(?:за|против|воздержал[а-яё]*)[»\"]?\W{0,4}\d", re.IGNORECASE)
# «Контрольный срок:» asks for its answer on the next line, and neither is a heading.
_ASKED_BELOW = re.compile(
    r"(?:^|[.;]\s+)[а-яё ]{0,20}(?:срок|ответственн|исполнител)[а-яё ]*:$", re.IGNORECASE
)
# «Город Подлесный, 14 ноября 2024 года»: where and when they met.
_DATELINE = re.compile(
    r"(?i:г|гор|город|п|пос|пос[её]лок|пгт|с|село|ст|станица|д|дер|деревня)\.?\s+[А-ЯЁ][^.:]{2,40},?\s"
    r"\d{1,2}[ .].{0,12}\d{4}(?:\s?г(?:\.|ода?)?)?"
)
_ASKING = re.compile(r"(?:Что|Как|Кто|Где|Зачем|Почему|О\s+ч[её]м|Чем|Чего|Куда|Когда)\s")


def heading_ranks(drafts: list[Draft]) -> list[int]:
    """For each draft the rank of the heading that it is, 1 the highest; 0 where it is none.

    A Markdown heading ranks by its marks, one in capitals or «Глава I» 1, a numbered one 2,
    another 3.
    """
    agenda = {_words(draft) for draft in drafts if draft.block.zone == "agenda" and draft.marker}
    ranks: list[int] = []
    for index, draft in enumerate(drafts):
        before = drafts[index - 1] if index else None
        behind = drafts[index + 1] if index + 1 < len(drafts) else None
        rank = _rank(draft, before, behind, below_heading=bool(ranks and ranks[-1]))
        if not rank and draft.block.zone == "body" and draft.stage is None and behind is not None:
            rank = 2 if _words(draft) in agenda or _opens_turn(draft, behind) else 0
        # The item behind another item that is no heading goes on its list.
        if rank == 2 and before and draft.marker and not ranks[-1] and _twins(before, draft):
            rank = 0
        ranks.append(rank)
    rank_labels(drafts, ranks)
    rank_small(drafts, ranks)
    rank_romans(drafts, ranks)
    rank_questions(drafts, ranks)
    return ranks


def _rank(draft: Draft, before: Draft | None, behind: Draft | None, *, below_heading: bool) -> int:
    block, line = draft.block, draft.line
    if draft.hint.heading_level:
        return draft.hint.heading_level
    if block.kind == "row" or block.zone in ("agenda", "tail") or draft.speaker:
        return 0
    if draft.stage is not None:
        return _names_part(draft)
    if is_field(line):
        return 0
    if _VOTES.match(line) or _DATELINE.fullmatch(line):
        return 0
    question = question_of(line)
    if _shouted(_ASIDE.sub("", line)) and (draft.marker is None or draft.marker.number):
        return 2 if draft.marker or question else 1
    if block.zone == "head" or behind is None:
        return 0
    if behind.block.kind == "row":
        counted = LETTERED.match(line) or draft.marker is not None and draft.marker.number
        return 2 if counted and not has_verb(line) else 0
    if question and len(line) <= _LONGEST and not has_verb(line):
        return 2
    if draft.marker is not None:
        return 2 if _numbered(draft, behind) else 0
    if behind.marker is not None and (names_addressee(draft) or names_party(draft)):
        return 3
    listed = before is not None and (before.line.endswith(":") or before.marker is not None)
    if behind.marker is not None and listed and names_asked(draft):
        return 3
    opens = below_heading or before is not None and before.block.zone == "head"
    if not _plain(draft, None if opens else before, behind):
        return 0
    if before is not None and _ASKED_BELOW.search(before.line):
        return 0
    return 1 if PART.match(line) else 2 if LETTERED.match(line) else 3


def _names_part(draft: Draft) -> int:
    """«IV. Постановление», «ПОРУЧЕНИЯ»: the noun of a stage as heading of a part of the meeting."""
    stage, line = draft.stage, draft.line
    if (
        stage is None
        or stage.end < len(line.rstrip(" ."))
        or is_verb(line[stage.start : stage.end])
    ):
        return 0
    if draft.block.zone != "body":
        return 0
    if draft.marker is not None and draft.marker.number:
        return 2 if stage.role in ("resolution", "summary", "other") else 0
    return 1 if stage.role == "summary" and line.isupper() else 0


def heading_words(draft: Draft) -> str:
    """The heading without its number, «Вопрос 1.», reporter and closing mark."""
    begin = draft.marker.end if draft.marker else 0
    question = question_of(draft.line)
    if question and question.end < len(draft.line):
        begin = question.end
    elif lettered := LETTERED.match(draft.line):
        begin = lettered.end()
    words = _AGENDA_ITEM.sub("", _REPORTER.sub("", draft.line[begin:])).rstrip(" :.")
    names = _NAMES.search(words)
    if names and _are_people(names["names"]):
        words = words[: names.start()]
    bare = _ASIDE.sub("", words)
    return bare if bare.isupper() else words


def _are_people(words: str) -> bool:
    """Whether everything between commas is a surname, or who somebody speaks for."""
    parts = re.split(r",\s|\sи\s", words)
    named = [part for part in parts if _SURNAMED.fullmatch(part) and is_personal(part)]
    return len(named) * 2 > len(parts)


def _words(draft: Draft) -> str:
    begin = draft.marker.end if draft.marker else 0
    return draft.line[begin:].strip(" .:").lower()


def _twins(before: Draft, draft: Draft) -> bool:
    return (
        before.marker is not None
        and draft.marker is not None
        and before.marker.style == draft.marker.style
        and before.marker.depth == draft.marker.depth
        and before.stage is None
        and before.block.zone == draft.block.zone
    )


def _opens_turn(draft: Draft, behind: Draft) -> bool:
    """«1. О ремонте кровли.» right above «СЛУШАЛИ:»."""
    return (
        draft.marker is not None
        and draft.marker.style in ("number", "roman", "bracket")
        and behind.stage is not None
        and behind.marker is None
        and behind.stage.role in _TURNS
        and len(draft.line) <= _LONGEST
        and not has_verb(_words(draft))
    )


def _acts_below(behind: Draft) -> bool:
    """Whether the line above is the subject of the verb below: «Участники слушаний | РЕКОМЕНДУЮТ:»."""
    stage = behind.stage
    if stage is None or stage.role not in ("resolution", "other") or behind.marker is not None:
        return False
    verb = behind.line[stage.start : stage.end].split()[0]
    return is_verb(verb) and not is_past(verb)


def _shouted(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return len(letters) >= 4 and line.isupper() and len(line) <= 2 * _LONGEST


def _numbered(draft: Draft, behind: Draft) -> bool:
    """«1. О функционировании пунктов пропуска», with text below and not the next item."""
    marker, line = draft.marker, draft.line
    bracketed = marker is not None and marker.style == "bracket" and not _listed(behind)
    if marker is None or len(line) > (_LONGEST_TITLE if bracketed else _LONGEST):
        return False
    if not bracketed and marker.style not in ("number", "roman", "point"):
        return False
    words = line[marker.end :]
    if names_asked(draft, marked=True) and _listed(behind):
        # «1. Правительству области» above «а) принять …» is an item that has items below it.
        return False
    titled = line[-1] == "." and len(words) <= _LONGEST_TITLE and not _listed(behind)
    # «3. Музейная ночь – 21 июня. Координатор: Лазарева.»
    titled = titled and _TOLD.search(words) is None
    if line[-1] in ".;,:!?" and not titled or not words[:1].isupper() or has_verb(words):
        return False
    if behind.stage is not None:
        return behind.stage.role != "vote"
    if behind.marker is not None and behind.marker.style == marker.style:
        return behind.marker.depth > marker.depth
    return behind.line[:1].isupper() or behind.line[0] in "(«" or behind.marker is not None


def _listed(behind: Draft) -> bool:
    """Whether a line goes on with a list, or with a field of the item above."""
    marked = behind.marker is not None and behind.marker.number is not None
    return marked or behind.stage is not None or is_field(behind.line)


def _plain(draft: Draft, before: Draft | None, behind: Draft) -> bool:
    """A short line that is no sentence, with text below."""
    line = draft.line
    drawn = _PICTURE.match(line)
    first = line[drawn.end() if drawn else 0 :][:1]
    if len(line) > _LONGEST_PLAIN or not first.isupper() or behind.block.zone != "body":
        return False
    if drawn and (before is not None and not draft.hint.gap or _PICTURE.match(behind.line)):
        # «✅ сдать отчёт» below «✅ …»: bullets of a list.
        return False
    if line[-1] == ")" and _LED.search(line) is None:
        return False
    if line[-1] in ".;,!?…" or line[-1].isdigit() or behind.line[:1].islower():
        return False
    if _ASKED_BELOW.search(line):
        return False
    if line.partition(":")[0].lower() in not_speakers() and ":" in line:
        return False
    if behind.marker is not None and line.endswith(":") or behind.line.endswith(";"):
        return False
    if before is not None and before.line[-1] not in ".!?…:;»)" or _acts_below(behind):
        return False
    if not _WORD.search(line):
        return False
    asking = _ASKING.match(line, drawn.end() if drawn else 0)
    return not has_verb(line) or asking is not None and draft.hint.gap > 0
