"""Finds the one person named behind «СЛУШАЛИ:» or «ВЫСТУПИЛ:», whose words what follows reports."""

from __future__ import annotations

import re

from predlozheno.reading.marks.names import FULL_NAME, names_in
from predlozheno.reading.segmentation.blocks import Draft

_NEXT_SPEAKER = re.compile(rf";\s+(?:[а-яё]+\.?\s){{0,3}}{FULL_NAME}")
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
    line, reach = draft.line, min(len(draft.line), begin + _REACH)
    names = names_in(line, begin, reach)
    if not names:
        return None
    start, end = names[0]
    stop = _STOP.search(line, end, reach)
    if len(names) > 1 and (stop is None or names[1][0] < stop.start()):
        between = line[end : names[1][0]]
        if re.search(r",|\sи\s", between):
            return None
    if _STOP.search(line, begin, start) or _NEXT_SPEAKER.search(line, end):
        return None
    title = line[begin:start]
    if len(title) > _LONGEST_TITLE or re.search(r"[«»:,]", title):
        title = ""
    return (title + line[start:end]).strip(), (start, end)
