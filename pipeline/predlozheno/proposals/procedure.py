"""Which records only run the meeting."""

from __future__ import annotations

import re
from functools import cache

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.speech import is_address
from predlozheno.resources import gazetteer

# «Снять пункт 15», «вопрос 7 перенести на пятницу», «снять этот проект с рассмотрения»: from the floor.
_MOVES = re.compile(r"\b(?:снять|исключить|включить|перенести|поставить|переставить|рассмотреть)\b")
_PLACES = re.compile(
    r"\b(?:пункт|вопрос)[а-я]* (?:№ ?)?\d|\b\d+(?:-?[а-я]{1,3})? (?:пункт|вопрос)|\bс рассмотрения\b"
    r"|\bпоряд[а-я]+ работы\b|\bна фиксированное время\b"
)
_OF_LAWS = re.compile(r"\b(?:стат(?:ь|ей)|абзац|подпункт|част(?:ь|и)\b|кодекс)")


def mark_procedural(context: Context, drafts: list[Draft]) -> None:
    """Sets the flag on every draft whose content or trigger speaks of the meeting's own course."""
    for draft in drafts:
        start, end = draft.content_span
        low = columns(context.doc).low
        trigger = low[draft.trigger[0] : draft.trigger[1]]
        # «Проголосовали за то, чтобы заменить дверь» is about the door.
        trigger = [word for word in trigger if "голосов" not in word]
        # «Секретарём избрали Мальгину» is told in either order.
        words = trigger + low[start:end] + trigger
        on_agenda = is_address(context) and _moves_item(" ".join(low[start:end]))
        draft.procedural = draft.procedural or on_agenda or _is_procedural(words)


def _moves_item(text: str) -> bool:
    """Whether a speaker moves an item of the day's agenda, and no point of a law."""
    return bool(_MOVES.search(text) and _PLACES.search(text)) and not _OF_LAWS.search(text)


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in gazetteer("procedural")["phrases"])


def _is_procedural(words: list[str]) -> bool:
    text = " ".join(["", *words])
    return any(f" {stems[0]}" in text and _stands_in(words, stems) for stems in _phrases())


def _stands_in(words: list[str], stems: tuple[str, ...]) -> bool:
    """Whether the stems begin words that follow one another."""
    return any(
        all(words[i + k].startswith(stem) for k, stem in enumerate(stems))
        for i in range(len(words) - len(stems) + 1)
    )
