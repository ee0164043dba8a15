"""Reads title, body, number, date and place of the meeting from the document's head."""

from __future__ import annotations

import re
from collections.abc import Iterable

from predlozheno.reading.document import Block, MeetingHead
from predlozheno.reading.segmentation.dates import date_in

_TITLE = re.compile(
    r"(?i)\b(?:протокол|стенограмма|резолюция|постановление|решение|приказ)(?:а|ы)?\b"
)
_NUMBER = re.compile(r"№\s*(\d[\w./-]*)")
_PLACE = re.compile(
    r"(?:^|\s)((?:г\.|гор\.|пос\.|с\.|город)\s?[А-ЯЁ][а-яё]+"
    r"(?:[- ][А-ЯЁ][а-яё]+|-[а-я]+-[А-ЯЁ][а-яё]+)*)"
)
_BODY = re.compile(
    r"(?i)(?:заседани|совещани|собрани|сесси|встреч|конференци|съезд)[а-яё]+\s+(?P<body>[^,;:()\d]{3,160}?)"
    r"(?=\s+(?:от|по вопрос|состоял|в форме|форума)\b|\s+№|\s*[,;:()\d«]?\s*$|\s+\d|,)"
)
_REACH = 25
# Notes without a head are dated in one of their first lines.
_OPENING = 3
_SHORT = 150


def meeting_head(text: str, blocks: tuple[Block, ...]) -> MeetingHead | None:
    """What the head says; None where the document has no head."""
    lines = [text[block.start : block.end] for block in blocks[:_REACH] if block.zone == "head"]
    if not lines:
        opening = [text[block.start : block.end] for block in blocks[:_OPENING]]
        found = _first_date(line for line in opening if len(line) <= _SHORT)
        return MeetingHead(date=found) if found else None
    title = _title(lines)
    return MeetingHead(
        title=title,
        body=_first(_BODY, [title or "", *lines]),
        number=_first(_NUMBER, [title or "", *lines]),
        date=_first_date(lines),
        place=_first(_PLACE, [line for line in lines if len(line) < 120]),
    )


def _first_date(lines: Iterable[str]) -> str | None:
    return next((found for line in lines if (found := date_in(line))), None)


def _title(lines: list[str]) -> str | None:
    for index, line in enumerate(lines):
        if _TITLE.search(line) and len(line) < 300:
            rest = lines[index + 1] if index + 1 < len(lines) else ""
            return f"{line} {rest}" if rest[:1].islower() and len(rest) < 300 else line
    return None


def _first(pattern: re.Pattern[str], lines: list[str]) -> str | None:
    for line in lines:
        if match := pattern.search(line):
            return (match["body"] if "body" in pattern.groupindex else match[1]).strip()
    return None
