"""A first look at every line by itself: its marker, its labels, its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from predlozheno.reading.document import Block
from predlozheno.reading.layout import LineHint
from predlozheno.reading.marks.fields import is_field
from predlozheno.reading.marks.labels import Speaker
from predlozheno.reading.marks.markers import Marker, marker_of
from predlozheno.reading.marks.messages import name_alone
from predlozheno.reading.marks.speakers import speaker_of
from predlozheno.reading.marks.stages import Stage, heading_stage, stage_of, trailing_stage_of
from predlozheno.reading.marks.stamps import is_stamp
from predlozheno.reading.marks.standing import standing_labels

_LISTED = ("debate",)


@dataclass(slots=True)
class Draft:
    """A block, and what was seen in its line; offsets in the marks count from the line's start.

    `ends_turn` is true where a new voice begins that has no name, or the turn's only block ends.
    """

    block: Block
    line: str
    hint: LineHint
    marker: Marker | None = None
    stage: Stage | None = None
    speaker: Speaker | None = None
    ends_turn: bool = False


def first_look(text: str, hints: Sequence[LineHint]) -> list[Draft]:
    """One draft for each line of the repaired text, with kind, body, marker, number and labels."""
    drafts: list[Draft] = []
    position = 0
    for line, hint in zip(text.split("\n") if text else [], hints, strict=True):
        block = Block(position, position + len(line), body=position)
        drafts.append(Draft(block, line, hint))
        position += len(line) + 1
    debate = False
    for draft in drafts:
        _look(draft, debate=debate)
        if draft.stage is not None:
            debate = draft.stage.role in _LISTED
        elif draft.hint.heading_level:
            debate = False
    _name_stamped(drafts)
    _name_standing(drafts)
    return drafts


def _name_stamped(drafts: Sequence[Draft]) -> None:
    """«Зоя Лагутина», and below it «0:41» on a line of its own."""
    for draft, below in pairwise(drafts):
        marked = draft.speaker or draft.stage or draft.marker or draft.block.kind != "paragraph"
        if not marked and is_stamp(below.line):
            draft.speaker = name_alone(draft.line)


def _name_standing(drafts: Sequence[Draft]) -> None:
    """«ВЕДУЩИЙ» on a line of its own, and below it what he says."""
    lines = [draft.line if draft.block.kind == "paragraph" else "" for draft in drafts]
    for index, label in standing_labels(lines, [draft.hint.gap for draft in drafts]).items():
        if drafts[index].speaker is None:
            drafts[index].speaker, drafts[index].stage = label, None


def _look(draft: Draft, *, debate: bool) -> None:
    block, line = draft.block, draft.line
    if draft.hint.row:
        block.kind = "row"
        block.cells, block.columns = _cells(line, block.start), draft.hint.columns
        return
    draft.marker = marker_of(line)
    if draft.marker is not None:
        block.kind = "item"
        block.marker, block.number = draft.marker.text, draft.marker.number
        block.body = block.start + draft.marker.end
    begin = block.body - block.start
    draft.stage = stage_of(line, begin) or trailing_stage_of(line)
    if draft.stage is None and draft.hint.heading_level:
        draft.stage = heading_stage(line, begin)
    if draft.stage is not None:
        block.body = block.start + draft.stage.body
        begin = draft.stage.body
        debate = draft.stage.role in _LISTED
        if draft.stage.role in ("report", "reporter", "debate") and begin < len(line):
            draft.speaker = speaker_of(line, begin, debate=True, spaced=draft.hint.spaced)
    elif not is_field(line):
        draft.speaker = speaker_of(line, begin, debate=debate, spaced=draft.hint.spaced)
    if draft.marker is not None and draft.marker.style == "task":
        # «- [ ] @nick: переписать …» is a task of @nick, and not what @nick said.
        draft.speaker = None
    if draft.hint.heading_level:
        block.kind = "heading"
        draft.speaker = None


def _cells(line: str, start: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (start + match.start(), start + match.end()) for match in re.finditer(r"[^\t]+", line)
    )
