"""Puts every block in its place in the meeting: stage, speaker, section, agenda item, parent."""

from __future__ import annotations

import re
from typing import NamedTuple

from predlozheno.reading.marks.questions import question_of
from predlozheno.reading.segmentation.blocks import Draft
from predlozheno.reading.segmentation.headings import heading_ranks
from predlozheno.reading.segmentation.lists import OpenItems
from predlozheno.reading.segmentation.reporters import reporter_of

Span = tuple[int, int]

_SUBORDINATE = re.compile(
    r"(?:сроки?|(?:со)?докладчики?|ответственн\w+|исполнител\w+|отв\.|исп\.|контроль|дедлайн|deadline)(?:\s[^:]{0,40})?\s*[:–—-]",
    re.IGNORECASE,
)
_NUMBERED_HEADING = 2


class _Heading(NamedTuple):
    rank: int
    block: int
    words: str


class _Stage(NamedTuple):
    block: int
    words: str
    span: Span
    role: str
    heads: bool  # a heading names it already


def put_in_place(drafts: list[Draft]) -> None:
    """Fill stage, speaker, section, item, level and parent of every block, and its final kind."""
    places = _Places()
    for index, (draft, rank) in enumerate(zip(drafts, heading_ranks(drafts), strict=True)):
        places.put(index, draft, rank)


class _Places:
    """Goes from top to bottom and remembers what is open."""

    def __init__(self) -> None:
        self._headings: list[_Heading] = []
        self._stage: _Stage | None = None
        self._speaker: tuple[str, Span] | None = None
        self._agenda: str | None = None
        self._items = OpenItems()
        self._head: int | None = None
        self._table: int | None = None
        self._zone = "head"

    def put(self, index: int, draft: Draft, rank: int) -> None:
        """Place the block `index`; `rank` is 0 unless it is a heading."""
        block = draft.block
        if block.zone == "body" and self._zone == "agenda":
            self._stage = None
            self._items.close(forget=True)
            self._head = None
        self._zone = block.zone
        if rank:
            self._put_heading(index, draft, rank)
        elif block.kind == "row":
            self._put_row(index, draft)
        elif draft.stage is not None and not self._is_listed(draft):
            self._put_stage(index, draft)
        elif draft.marker is not None:
            self._put_item(index, draft)
        else:
            self._put_paragraph(index, draft)
        if block.kind != "row":
            self._table = None
        self._head = index if draft.line.endswith(":") else None

    def _put_heading(self, index: int, draft: Draft, rank: int) -> None:
        block = draft.block
        block.kind = "heading"
        self._items.close(forget=True)
        self._stage = self._speaker = None
        if block.zone == "head":
            return
        self._headings = [entry for entry in self._headings if entry.rank < rank]
        question = question_of(draft.line)
        if question is not None or block.number is not None:
            self._agenda = question.number if question else block.number
        elif rank < _NUMBERED_HEADING:
            self._agenda = None
        block.parent = self._above
        self._fill(draft)
        begin = draft.marker.end if draft.marker else 0
        self._headings.append(_Heading(rank, index, draft.line[begin:].rstrip(" :.")))
        block.body = block.start + begin
        if draft.stage is not None and draft.stage.role != "vote":
            self._stage = self._staged(index, draft, heads=True)

    def _is_listed(self, draft: Draft) -> bool:
        """Whether the label only opens an item: «– Решение: берём в работу»."""
        marker = draft.marker
        if marker is None:
            return False
        return marker.style not in ("number", "roman", "point") or draft.block.zone == "agenda"

    def _put_stage(self, index: int, draft: Draft) -> None:
        block, stage = draft.block, draft.stage
        if stage is None:
            return
        if block.zone == "head":
            block.kind = "label" if stage.body >= len(draft.line) else block.kind
            return
        self._turn_to(draft)
        if stage.role in ("vote", "presence"):
            block.parent = self._above
            self._speaker = None if stage.body >= len(draft.line) else self._speaker
            self._items.close()
        else:
            self._stage = self._speaker = None
            self._items.close(forget=True)
            block.parent = self._above
            self._stage = self._staged(index, draft, heads=False)
        if stage.role in ("report", "reporter", "debate"):
            self._report(draft, stage.body)
        if stage.role == "vote":
            block.body = block.start + (draft.marker.end if draft.marker else 0)
        elif stage.body >= len(draft.line):
            block.kind = "label"
        self._fill(draft)

    def _turn_to(self, draft: Draft) -> None:
        """A numbered stage label, or one behind «По первому вопросу», begins an agenda item."""
        question = question_of(draft.line)
        if question is None and (draft.marker is None or draft.block.zone != "body"):
            return
        if question is None and draft.stage is not None and draft.stage.role == "vote":
            return
        self._agenda = question.number if question else draft.block.number
        self._headings = [entry for entry in self._headings if entry.rank < _NUMBERED_HEADING]

    def _staged(self, index: int, draft: Draft, *, heads: bool) -> _Stage | None:
        stage = draft.stage
        if stage is None:
            return None
        words = draft.line[stage.start : stage.end]
        span = (draft.block.start + stage.start, draft.block.start + stage.end)
        return _Stage(index, words, span, stage.role, heads)

    def _report(self, draft: Draft, begin: int) -> None:
        found = reporter_of(draft, begin)
        if found is not None:
            name, (start, end) = found
            self._speaker = (name, (draft.block.start + start, draft.block.start + end))

    def _put_row(self, index: int, draft: Draft) -> None:
        draft.block.parent = self._table if self._table is not None else self._above
        if self._table is None:
            self._table = index
        self._items.close()
        self._fill(draft)

    def _put_item(self, index: int, draft: Draft) -> None:
        block, marker = draft.block, draft.marker
        if marker is None:
            return
        item = self._items.add(
            index,
            marker,
            indent=draft.hint.indent,
            colon=draft.line.endswith(":"),
            root=self._above,
            head=self._head,
            base=self._agenda if block.zone == "body" else None,
        )
        block.parent, block.level = item.parent, item.level
        self._take_turn(draft)
        self._fill(draft)
        block.item = item.path
        if draft.stage is not None and block.zone == "body":
            own = self._staged(index, draft, heads=False)
            block.stage, block.stage_span = (own.words, own.span) if own else (None, None)

    def _put_paragraph(self, index: int, draft: Draft) -> None:
        block, owner = draft.block, self._items.innermost
        if owner is not None and draft.speaker is None and _SUBORDINATE.match(draft.line):
            block.parent = owner.index
            self._fill(draft)
            block.item = owner.path
            return
        self._items.close()
        begins = self._stage is not None and self._stage.block == index - 1
        if begins and self._stage and self._stage.role == "report" and draft.speaker is None:
            self._report(draft, 0)
        self._take_turn(draft)
        block.parent = self._above
        self._fill(draft)
        if draft.speaker is not None and draft.speaker.body >= len(draft.line):
            block.kind = "label"

    def _take_turn(self, draft: Draft) -> None:
        speaker, start = draft.speaker, draft.block.start
        if draft.ends_turn:
            self._speaker = None
        if speaker is not None:
            span = (start + speaker.name_start, start + speaker.name_end)
            self._speaker = (draft.line[speaker.start : speaker.end], span)

    @property
    def _above(self) -> int | None:
        if self._stage is not None:
            return self._stage.block
        return self._headings[-1].block if self._headings else None

    def _fill(self, draft: Draft) -> None:
        block = draft.block
        if block.zone in ("head", "tail"):
            return
        block.section = tuple(entry.words for entry in self._headings)
        block.item = self._agenda if block.zone == "body" else None
        if self._stage is not None:
            block.stage, block.stage_span = self._stage.words, self._stage.span
            if not self._stage.heads:
                block.section += (self._stage.words,)
        if self._speaker is not None and block.zone == "body" and block.kind != "row":
            block.speaker, block.speaker_span = self._speaker
