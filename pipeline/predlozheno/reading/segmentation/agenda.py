"""The titles of agenda items: in the printed agenda, and behind «СЛУШАЛИ: 1. …»."""

from __future__ import annotations

import re

from predlozheno.reading.marks.fields import is_field
from predlozheno.reading.segmentation.blocks import Draft
from predlozheno.reading.segmentation.headings import heading_words

_HEARD = re.compile(r"(?P<number>\d{1,2}|[IVX]{1,4})[.)]\s+(?P<title>[А-ЯЁ«][^\n]{3,150})")
_ABOUT = re.compile(r"(?:Об?|По|Про)\s|[А-ЯЁ][а-яё]+(?:ие|ия|ый|ая|ое|ты|ы|ет)\s")
_CLOSING = " .;:"
# A colon so near to the number ends a label.
_LABEL = 45


def agenda_titles(drafts: list[Draft]) -> dict[str, str]:
    """What the printed agenda calls each of its numbered items."""
    titles: dict[str, str] = {}
    for draft in drafts:
        number = draft.block.number
        if draft.block.zone == "agenda" and draft.marker is not None and number is not None:
            titles.setdefault(number, heading_words(draft).rstrip(_CLOSING))
    return titles


def printed_number(draft: Draft, titles: dict[str, str]) -> str | None:
    """The number that the printed agenda gives to a heading which stands without it."""
    words = heading_words(draft).lower()
    return next((number for number, title in titles.items() if title.lower() == words), None)


def run_in_title(draft: Draft, titles: dict[str, str]) -> str | None:
    """«3. Конкурсные дела. Счётная комиссия избрана …»: a title that opens the paragraph of its item."""
    marker, number = draft.marker, draft.block.number
    if draft.block.zone != "body" or marker is None or number is None or number not in titles:
        return None
    title, _, behind = draft.line[marker.end :].partition(". ")
    own, printed = title.lower().split(), titles[number].lower().split()
    alike = own == printed or len(own) > 2 and own[:2] == printed[:2]
    return title if behind and alike else None


def discussed_items(drafts: list[Draft]) -> frozenset[int]:
    """«1. Фадеев доложил о смете.», paragraphs, «2. Выступила …»: the blocks that open questions.

    They are numbered from 1 on through the text, and talk stands between them; the lists of what was
    resolved are none, nor is anything where each part counts anew.
    """
    run: list[int] = []
    inner = 0
    talk = False
    above: Draft | None = None
    for index, draft in enumerate(drafts):
        if draft.block.zone != "body":
            continue
        number = _whole_number(draft)
        heads = above is not None and (above.line.endswith(":") or above.stage is not None)
        if number is None:
            talk = talk or draft.marker is None and not is_field(draft.line)
            inner = inner if draft.marker is not None or is_field(draft.line) else 0
        elif number == 1 and heads or inner and number == inner + 1:
            inner = number
        elif number == 1 and run:
            return frozenset()
        elif number == len(run) + 1 and (talk or not run):
            run.append(index)
            inner, talk = 0, False
        above = draft
    return frozenset(run) if len(run) > 1 else frozenset()


def _whole_number(draft: Draft) -> int | None:
    """The number of «2.» before a sentence; None for «2.1.», «2)», and where a label follows."""
    number = draft.block.number if draft.marker and draft.marker.style == "number" else None
    labels = draft.stage is not None or draft.speaker is not None or ":" in draft.line[:_LABEL]
    return int(number) if number and number.isdigit() and not labels else None


def heard_title(draft: Draft) -> tuple[str, str] | None:
    """Number and title of the agenda item that stands behind the label of a report.

    A person behind the number, «СЛУШАЛИ: 1. Петрова И.И.», is none.
    """
    stage = draft.stage
    if stage is None or stage.role != "report" or not stage.body:
        return None
    match = _HEARD.fullmatch(draft.line, stage.body)
    if match is None or not _ABOUT.match(match["title"]):
        return None
    return match["number"], match["title"].rstrip(_CLOSING)
