"""Who presides: the chair by the label of a turn, by the head of the minutes or by its signature."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context

_CHAIRS = (
    "председат",
    "пред.",
    "пред)",
    "ведущ",
    "губернатор",
    "глава",
    "мэр",
    "модератор",
    "староста",
)
_MANY_SPEAKERS = 3
# «10:14» beside a label, and no second behind it.
_HOUR = re.compile(r"(\d{1,2}):\d{2}(?![:\d])")
_EARLIEST = 5
_DATED = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}")
_OPENED = re.compile(
    r"(?P<name>[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?)(?:\s+[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?)?"
    r"\s+(?:открыл|закрыл|в[её]л|пров[её]л|начал)а?\s+(?:совещание|заседание|собрание|план[её]рку|сессию)"
)
_PERSON = r"(?:[А-ЯЁ]\.\s?){0,2}(?P<name>[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?)"
# «Председатель – Радкевич О. Л.», «Вела собрание Радкевич О. Л.» in the meeting's head.
_PRESIDED = re.compile(
    r"^[ \t]*(?i:председател\w+|модератор\w*|ведущ\w+|в[её]л[аи]?)\b[^\n,;А-ЯЁ]{0,40}" + _PERSON,
    re.M,
)
# «Генеральный директор  В.П. Лысенко»: who signs the minutes of his own meeting.
_SIGNED = re.compile(
    r"^[ \t]*(?i:председател\w+|[а-яё]*\s?директор|начальник|глава|ректор|руководител\w+|заведующ\w+)"
    r"(?![^\n]*секретар)[^\nА-ЯЁ]{0,60}" + _PERSON,
    re.M,
)


def chair_speaks(context: Context, block: int) -> bool:
    """Whether the turn is the chair's: by the label's office, else the first to speak of several."""
    speaker = context.blocks[block].speaker
    if not speaker:
        return False
    if any(
        fold(speaker).startswith(stem) or f" {stem}" in fold(speaker) or f"({stem}" in fold(speaker)
        for stem in _CHAIRS
    ):
        return True
    if any(name in fold(speaker) for name in _openers(context)):
        return True
    if _is_chat(context, block):
        return False
    speakers = [b.speaker for b in context.blocks if b.speaker]
    return speakers[0] == speaker and len(set(speakers)) >= _MANY_SPEAKERS


def _is_chat(context: Context, block: int) -> bool:
    """Whether a date or an hour stands at the label: in a chat the first to write chairs nothing.

    A recording counts its time from nought.
    """
    info = context.blocks[block]
    if info.speaker_span is None:
        return False
    text = context.segments.text
    line = text.rfind("\n", 0, info.speaker_span[0]) + 1
    if _DATED.search(text[line : info.speaker_span[0]]) is not None:
        return True
    first = next(b.speaker_span for b in context.blocks if b.speaker_span is not None)
    begin = text.rfind("\n", 0, first[0]) + 1
    label = "\n".join(text[begin:].split("\n", 2)[:2])
    hour = _HOUR.match(label.replace(text[slice(*first)], "", 1).strip(" \n,[(·—–-"))
    return hour is not None and int(hour[1]) >= _EARLIEST


def _openers(context: Context) -> frozenset[str]:
    """«Глава округа Самсонов П.К. открыл совещание»: the surnames of those who led or signed it."""
    known: frozenset[str] | None = context.doc.user_data.get("openers")
    if known is None:
        text = context.segments.text
        found = [*_OPENED.finditer(text), *_PRESIDED.finditer(text)]
        tail = next((b.start for b in context.blocks if b.zone == "tail"), len(text))
        found += [m for m in [_SIGNED.search(text, tail)] if m]
        known = context.doc.user_data["openers"] = frozenset(fold(m["name"]) for m in found)
    return known
