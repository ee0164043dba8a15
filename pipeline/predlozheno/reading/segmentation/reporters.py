"""Finds the one person named behind «СЛУШАЛИ:» or «ВЫСТУПИЛ:», whose words what follows reports."""

from __future__ import annotations

import re

from predlozheno.reading.marks.speakers import FULL_NAME, NAME_AND_PATRONYMIC
from predlozheno.reading.segmentation.blocks import Draft

_NAME = re.compile(rf"{FULL_NAME}|{NAME_AND_PATRONYMIC}")
_REACH = 160
_LONGEST_TITLE = 45
_STOP = re.compile(r"[.!?]\s+[А-ЯЁ](?!\.)|[:;]|\s[–—-]\s")


def reporter_of(draft: Draft, begin: int) -> tuple[str, tuple[int, int]] | None:
    """The label as printed and the span of the name in the line; None for nobody or several.

    Args:
        draft: the line.
        begin: where in the line the words begin, behind its stage label.
    """
    if draft.speaker is not None:
        speaker = draft.speaker
        return draft.line[speaker.start : speaker.end], (speaker.name_start, speaker.name_end)
    region = draft.line[begin : begin + _REACH]
    names = list(_NAME.finditer(region))
    if not names:
        return None
    first = names[0]
    stop = _STOP.search(region, first.end())
    if len(names) > 1 and (stop is None or names[1].start() < stop.start()):
        between = region[first.end() : names[1].start()]
        if re.search(r",|\sи\s", between):
            return None
    if _STOP.search(region, 0, first.start()):
        return None
    title = region[: first.start()]
    if len(title) > _LONGEST_TITLE or re.search(r"[«»:,]", title):
        title = ""
    return (title + first.group()).strip(), (begin + first.start(), begin + first.end())
