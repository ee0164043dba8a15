"""Tells the meeting's head, its printed agenda, its body and its tail apart."""

from __future__ import annotations

import re

from predlozheno.reading.dictionary import has_verb, is_infinitive
from predlozheno.reading.marks.names import FULL_NAME, WORD, names_in
from predlozheno.reading.marks.questions import question_of
from predlozheno.reading.segmentation.blocks import Draft
from predlozheno.reading.segmentation.dates import date_in

_TITLE = re.compile(
    r"(?:выписка\s+из\s+|кратк[а-яё]+\s+|сводн[а-яё]+\s+|итогов[а-яё]+\s+)?(?:протокол|стенограмма|резолюция|постановление|решение|приказ|отчет|отчёт|меморандум"
    r"|запись\s+(?:беседы|заседания|встречи))(?:а|ы|у)?\b",
    re.IGNORECASE,
)
# On the first line these are the title, further down the label of a part.
_FIRST_TITLE = re.compile(
    r"(?:рекомендации|итоги|итоговый\s+документ|обращение|декларация|коммюнике|информация|сообщение|справка|обзор"
    r"|об?\s+(?:заседании|совещании|встрече|работе|итогах|результатах|ходе))\b(?!.*:$)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^»]*»")
_SIGNATURE = re.compile(
    rf"(?:{FULL_NAME})\W*$|_{{3,}}|^Приложени[ея]\b|^М\.\s?П\.|^Протокол вел[аи]?\b"
    rf"|^(?:Председатель|Секретарь)(?:\s[а-яё]+){{0,3}}\s{WORD}$"
)
_OFFICE = re.compile(
    r"(?i)(?:председател|секретар|зав\.|заведующ|директор|ректор|начальник|руководител|глава|протокол|сопредседател"
    r"|член|подпис|от .{3,40} стороны|верно|согласовано|утвержд)"
)
_PRESENCE = re.compile(
    r"(?i)председательств|присутств|участ|приглаш|секретар|отсутств|протокол в[её]л|кворум"
    r"|место|дата|время"
)
# «Председательствующий. Коллеги, переходим к вопросу 4.»: he speaks, and is not named as present.
_SPOKEN = re.compile(r"Председательствующ(?:ий|ая)\.\s+[А-ЯЁ]")
# «А. По итогам объезда» is the heading of a part, «А. Петров» a name.
_LETTERED = re.compile(r"[А-ДA-D]\.\s[А-ЯЁ][а-яё]+\s[а-яё]")
_WORD = re.compile(r"[А-Яа-яЁё-]+")
_LONGEST_HEAD = 40
_LONG_LINE = 250
_SHORT_LINE = 150


def mark_zones(drafts: list[Draft]) -> None:
    """Set `zone` of every block."""
    _mark_head(drafts)
    _mark_agenda(drafts)
    _mark_tail(drafts)


def _mark_head(drafts: list[Draft]) -> None:
    """The head reaches to the agenda, or the first stage, heading or long paragraph."""
    # Below the heading of a part, or a sentence, nothing is the document's title any more.
    parted = next((i for i, d in enumerate(drafts[:15]) if _begins_body(d)), 15)
    titles = [
        index
        for index, draft in enumerate(drafts[:parted])
        if (_TITLE.match(draft.line) or _FIRST_TITLE.match(draft.line) and _is_title(drafts, index))
        and len(draft.line) < _SHORT_LINE
        and not (draft.stage and (draft.stage.role in ("presence", "vote") or _is_label(draft)))
    ]
    if not titles and not any(
        draft.stage and draft.stage.role in ("presence", "agenda") for draft in drafts[:15]
    ):
        for draft in drafts[: _untitled(drafts)]:
            draft.block.zone = "head"
        return
    first = titles[0] if titles else 0
    present = False
    for index, draft in enumerate(drafts[:_LONGEST_HEAD]):
        behind_title = index > first or not titles
        listing = _listing(drafts, index)
        if _ends_head(draft, behind_title=behind_title, listing=listing, present=present):
            break
        present = present or draft.stage is not None and draft.stage.role == "presence"
        draft.block.zone = "head"
    last = next((d for d in reversed(drafts) if d.block.zone == "head"), None)
    if present and last is not None and _opens_body(last):
        last.block.zone = "body"


def _is_title(drafts: list[Draft], index: int) -> bool:
    """«ИТОГИ» on the first line, or further down above «круглого стола …», which goes on with it."""
    if not index:
        return True
    behind = drafts[index + 1].line[:1] if index + 1 < len(drafts) else ""
    return drafts[index].line.isupper() and (behind.islower() or behind == "«")


def _opens_body(draft: Draft) -> bool:
    """«О складе № 3» below those present, apart from them: the first heading and no name."""
    line = draft.line
    about = re.match(r"(?:Об?|По|Про)\s", line) is not None
    plain = draft.stage is None and not any(sign in line for sign in ",:;.")
    return about and plain and draft.hint.gap > 0 and date_in(line) is None


def _begins_body(draft: Draft) -> bool:
    """«Гуров доложил, что акт подписан.»: no line of a head is so much of a sentence."""
    return draft.hint.heading_level > 1 or _tells(draft) and draft.stage is None


def _tells(draft: Draft) -> bool:
    return draft.line.endswith((".", "!", "?")) and has_verb(draft.line)


def _is_label(draft: Draft) -> bool:
    """«Решение (14 янв): берём»: a label of the body, where «РЕШЕНИЕ» alone may be a title."""
    stage = draft.stage
    return stage is not None and ":" in draft.line[stage.end : stage.body or None]


def _untitled(drafts: list[Draft]) -> int:
    """How many short lines with capitals or a date a document begins with that names no kind."""
    length = 0
    dated = False
    for index, draft in enumerate(drafts[:15]):
        line, behind = draft.line, drafts[index + 1 : index + 2]
        if draft.marker or draft.stage or draft.speaker or draft.hint.heading_level > (not index):
            break
        if len(line) > _SHORT_LINE or has_verb(line):
            break
        has_date = date_in(line) is not None
        followed = bool(behind) and len(behind[0].line) <= _SHORT_LINE
        if has_date or length and line[0] == "(" or line.isupper() and followed:
            length = index + 1
        dated = dated or has_date
    return length if dated else 0


def _ends_head(draft: Draft, *, behind_title: bool, listing: bool, present: bool) -> bool:
    role = draft.stage.role if draft.stage else None
    if role is not None:
        return role != "presence" and behind_title
    if draft.hint.heading_level > 1 or question_of(draft.line) and not has_verb(draft.line):
        return behind_title
    if _SPOKEN.match(draft.line) and has_verb(draft.line):
        return behind_title
    if not behind_title or _PRESENCE.match(draft.line) and not draft.line.endswith(":"):
        return False
    stated = has_verb(_QUOTED.sub("", draft.line))
    if stated or _LETTERED.match(draft.line) or question_of(draft.line):
        return True
    if listing:
        return draft.marker is not None and not names_in(draft.line, 0, len(draft.line))
    heading = draft.line.isupper() and present
    return (
        draft.marker is not None
        or len(draft.line) > _LONG_LINE
        or draft.speaker is not None
        or heading
    )


def _listing(drafts: list[Draft], index: int) -> bool:
    """Whether the line goes on a list of those present."""
    for draft in reversed(drafts[:index]):
        if draft.stage is not None:
            line = drafts[index].line
            # «ОТКРЫТИЕ» behind those present begins the body; their names may be shouted as well.
            shouted = line.isupper() and not names_in(line, 0, len(line)) and "," not in line
            return draft.stage.role == "presence" and len(line) < _SHORT_LINE and not shouted
    return False


def _mark_agenda(drafts: list[Draft]) -> None:
    for index, draft in enumerate(drafts):
        if draft.stage is None or draft.stage.role != "agenda":
            continue
        draft.block.zone = "agenda"
        behind = drafts[index + 1 : index + 2]
        inline = draft.line[draft.stage.end :].strip(" :–—-") != ""
        if inline and behind and behind[0].hint.gap > 0 and behind[0].block.kind != "item":
            # «Повестка: защита диссертации», and an empty line below: that is all of it.
            return
        _mark_agenda_items(drafts, index + 1)
        return


def _mark_agenda_items(drafts: list[Draft], first: int) -> None:
    seen: set[str] = set()
    for draft in drafts[first:]:
        block = draft.block
        role = draft.stage.role if draft.stage else None
        if role is not None and role != "reporter" and not (draft.marker and role == "other"):
            return
        if block.kind != "item" and role is None:
            # No matter of an agenda is told in a sentence: «Председатель объявил о начале защиты.»
            told = len(draft.line) > _LONG_LINE or _tells(draft)
            if (seen or draft.speaker or told) and not draft.line[:1].islower():
                return
        if block.number is not None:
            if block.number in seen and draft.marker and draft.marker.style != "letter":
                return
            seen.add(block.number)
        elif block.kind == "item":
            seen.add("–")
        block.zone = "agenda"


def _mark_tail(drafts: list[Draft]) -> None:
    found = False
    for draft in reversed(drafts):
        office = found and draft.line.endswith(",") and _OFFICE.match(draft.line)
        signed = len(draft.line) <= _SHORT_LINE and (office or _is_signature(draft))
        if draft.block.zone != "body" or not signed:
            return
        draft.block.zone = "tail"
        found = True


def _is_signature(draft: Draft) -> bool:
    if draft.stage is not None and draft.stage.role != "presence":
        return False
    if draft.marker is not None and any(map(is_infinitive, _WORD.findall(draft.line)[:2])):
        # «2. Избрать секретарём Сидорова А.А.» at the end of a short record is no signature.
        return False
    return bool(_SIGNATURE.search(draft.line)) and (
        bool(_OFFICE.search(draft.line)) or len(draft.line) < 60 and not draft.line.endswith(".")
    )
