"""How headings of several sorts rank beside one another: romans, letters, questions, labels."""

from __future__ import annotations

import re
from itertools import pairwise

from predlozheno.reading.dictionary import has_verb, is_infinitive
from predlozheno.reading.marks.fields import is_field
from predlozheno.reading.marks.questions import question_of
from predlozheno.reading.segmentation.blocks import Draft

PART = re.compile(r"(?:Глава|Раздел|Часть)\s+(?:[IVX]+|\d{1,2})\b", re.IGNORECASE)
LETTERED = re.compile(r"[A-ZА-Я]\.\s(?![А-ЯЁ]\.)(?=[А-ЯЁ«])")
_LONGEST_PLAIN = 100
# «Логистика:» and more such labels part the notes of a team.
_LONGEST_LABEL = 40
_LEAST_LABELS = 2


def rank_romans(drafts: list[Draft], ranks: list[int]) -> None:
    """«I. Летние программы» stands above «1. Театр» and «A. Накладные» where a text has both sorts."""
    styles = [_style(draft) if rank == 2 else "" for draft, rank in zip(drafts, ranks, strict=True)]
    inner = [index for index, style in enumerate(styles) if style in ("number", "lettered")]
    if "roman" in styles and inner and styles.index("roman") < inner[0]:
        for index, style in enumerate(styles):
            if style == "roman":
                ranks[index] = 1


def rank_small(drafts: list[Draft], ranks: list[int]) -> None:
    """«1) занавес», «2) деньги» above what was said: titles in small letters, where several count on."""
    titles = [
        (draft.block.number, index)
        for index, (draft, behind) in enumerate(pairwise(drafts))
        if not ranks[index] and _is_small_title(draft, behind)
    ]
    counted = {number for number, _ in titles if number and number.isdigit()}
    for number, index in titles:
        if number and number.isdigit() and {str(int(number) - 1), str(int(number) + 1)} & counted:
            ranks[index] = 2


def _is_small_title(draft: Draft, behind: Draft) -> bool:
    marker, block = draft.marker, draft.block
    if marker is None or block.zone != "body" or marker.style not in ("number", "bracket"):
        return False
    words = draft.line[marker.end :]
    if not words[:1].islower() or len(words) > _LONGEST_LABEL or words[-1] in ".;,:!?":
        return False
    told = behind.marker is None and behind.stage is None and behind.line[:1].isupper()
    acts = has_verb(words) or any(map(is_infinitive, re.findall(r"[а-яё]+", words)))
    return told and not acts and not is_field(behind.line)


def _style(draft: Draft) -> str:
    if draft.marker is not None:
        return draft.marker.style
    return "lettered" if LETTERED.match(draft.line) else ""


def rank_questions(drafts: list[Draft], ranks: list[int]) -> None:
    """«ВОПРОС ПЕРВЫЙ. ТЕЛЕФОНЫ» stands beside «ОТКРЫТИЕ», unless right below such a line."""
    asked = [
        index for index, draft in enumerate(drafts) if ranks[index] == 2 and question_of(draft.line)
    ]
    shouted = any(drafts[index].line.isupper() for index in asked)
    if shouted and not any(index and ranks[index - 1] == 1 for index in asked):
        for index in asked:
            ranks[index] = 1


def rank_labels(drafts: list[Draft], ranks: list[int]) -> None:
    """«Основные проекты:» over headings that are numbered from 1; «Склад:» and «Сайт:» over their lists.

    One short line with a colon may open a list of anything; several of them part the text.
    """
    labels = []
    for index, (draft, behind) in enumerate(pairwise(drafts)):
        if ranks[index] or not _is_label(draft, behind):
            continue
        if ranks[index + 1] == 2 and behind.block.number == "1":
            ranks[index] = 1
        elif not ranks[index + 1] and len(draft.line) <= _LONGEST_LABEL:
            labels.append(index)
    if len(labels) >= _LEAST_LABELS:
        for index in labels:
            ranks[index] = 3


def _is_label(draft: Draft, behind: Draft) -> bool:
    line = draft.line
    bare = not (draft.marker or draft.stage or draft.speaker) and draft.block.kind == "paragraph"
    if not bare or draft.block.zone != "body" or not line.endswith(":") or not draft.hint.gap:
        return False
    if len(line) > _LONGEST_PLAIN or not line[0].isupper() or behind.block.kind == "row":
        return False
    return not (is_field(line) or has_verb(line) or any(sign in line[:-1] for sign in ".,;:"))
