"""Puts every block in its place in the meeting: stage, speaker, section, agenda item, parent."""

from __future__ import annotations

import re

from predlozheno.reading.marks.fields import is_field
from predlozheno.reading.marks.questions import question_of
from predlozheno.reading.segmentation.agenda import (
    agenda_titles,
    discussed_items,
    heard_title,
    printed_number,
    run_in_title,
)
from predlozheno.reading.segmentation.asked import acts, asks_by_dative, names_party
from predlozheno.reading.segmentation.blocks import Draft
from predlozheno.reading.segmentation.headings import heading_ranks, heading_words
from predlozheno.reading.segmentation.lists import OpenItems
from predlozheno.reading.segmentation.outline import (
    NUMBERED_HEADING,
    Heading,
    Outline,
    Span,
    opens_item,
    staged,
)
from predlozheno.reading.segmentation.reporters import reporter_of
from predlozheno.reading.segmentation.titles import title_of

_LONE_NUMBER = re.compile(r"(?P<number>[1-9]\d?|[IVX]{1,5})[.)]")
_REST = re.compile(r"(?i)(?:разное|прочее)\b")
_ROW_NUMBER = re.compile(r"(?:№\s?)?\d{1,3}(?:\.\d{1,2}){0,3}(?=\.?(?:\s|$))")


def put_in_place(drafts: list[Draft]) -> None:
    """Fill stage, speaker, section, item, level and parent of every block, and its final kind."""
    ranks = heading_ranks(drafts)
    parted = any(rank and draft.marker for draft, rank in zip(drafts, ranks, strict=True))
    places = _Places(agenda_titles(drafts), discussed_items(drafts), parted=parted)
    title = title_of(drafts, ranks)
    for index, (draft, rank) in enumerate(zip(drafts, ranks, strict=True)):
        if index == title:
            draft.block.kind = "heading"
        else:
            places.put(index, draft, rank)


class _Places:
    """Goes from top to bottom and remembers what is open."""

    def __init__(self, titles: dict[str, str], discussed: frozenset[int], *, parted: bool) -> None:
        self._titles, self._discussed, self._parted = titles, discussed, parted
        self._outline = Outline()
        self._speaker: tuple[str, Span] | None = None
        self._agenda: str | None = None
        self._outer_agenda: str | None = None
        self._counted = 0
        self._asked = NUMBERED_HEADING
        self._items = OpenItems()
        self._head: int | None = None
        self._table: int | None = None
        self._zone = "head"
        self._told = False

    def put(self, index: int, draft: Draft, rank: int) -> None:
        """Place the block `index`; `rank` is 0 unless it is a heading."""
        block = draft.block
        if block.zone == "body" and self._zone == "agenda":
            self._outline.close_stage()
            self._items.close(forget=True)
            self._head = None
        self._zone = block.zone
        listed = draft.marker is not None or acts(draft)
        if self._told and not rank and not listed:
            # «Правительству области:» holds for the list below it and no further.
            self._outline.leave_last()
        if not rank:
            self._told = self._told and listed
        if rank:
            self._told = names_party(draft) or rank == 3 and asks_by_dative(draft)
            self._put_heading(index, draft, rank)
        elif block.kind == "row":
            self._put_row(index, draft)
        elif draft.stage is not None and not opens_item(draft):
            heard = heard_title(draft) if block.zone == "body" else None
            if heard is not None:
                self._put_heard(index, draft, *heard)
            else:
                self._put_stage(index, draft)
        elif (title := run_in_title(draft, self._titles)) is not None or index in self._discussed:
            self._leave_stage()
            if title is None and self._parted:
                # «I. ГОРНОЕ ДЕЛО», «1. …», «II. НАУКА», «2. …»: paragraphs that count on below headings.
                self._agenda = block.number
            else:
                self._turn_to(index, draft, title)
            block.kind = "paragraph"
            self._put_paragraph(index, draft)
            block.parent = None
        elif draft.marker is not None:
            self._put_item(index, draft)
        elif block.zone == "body" and (lone := _LONE_NUMBER.fullmatch(draft.line)):
            self._turn_to_number(draft, lone["number"])
        else:
            self._put_paragraph(index, draft)
        if block.kind != "row":
            self._table = None
        self._head = index if draft.line.endswith(":") else None

    def _put_heading(self, index: int, draft: Draft, rank: int) -> None:
        block, outline = draft.block, self._outline
        block.kind = "heading"
        self._items.close(forget=True)
        self._speaker = None
        inner = outline.belongs_to_stage(index, draft, rank)
        if not inner:
            outline.close_stage()
        # What is shouted or marked in the head is the title, and heads no part.
        if block.zone == "head":
            return
        outline.close_to(draft, rank, inner=inner)
        question = question_of(draft.line)
        if inner and not outline.is_parted:
            self._outer_agenda = self._agenda
        number = (
            question.number if question else block.number or printed_number(draft, self._titles)
        )
        if question is not None:
            self._asked = rank
        if number is not None:
            self._agenda, self._counted = number, rank
        elif rank < NUMBERED_HEADING or rank <= self._counted and not inner:
            # What stands beside «2. О бюджете» is no longer item 2.
            self._agenda = None
        block.parent = outline.above
        self._fill(draft)
        outline.open_heading(Heading(rank, index, heading_words(draft)), inner=inner)
        block.body = block.start + (draft.marker.end if draft.marker else 0)
        if draft.stage is not None and draft.stage.role != "vote":
            outline.open_stage(index, draft, heads=True)

    def _put_heard(self, index: int, draft: Draft, number: str, title: str) -> None:
        """«СЛУШАЛИ: 1. О ремонте кровли»: the title of an agenda item behind the label."""
        self._leave_stage()
        self._outline.close_to(draft, NUMBERED_HEADING, inner=False)
        self._speaker = None
        self._agenda = number
        draft.block.kind = "heading"
        draft.block.parent = self._outline.above
        self._fill(draft)
        self._outline.open_heading(Heading(NUMBERED_HEADING, index, title), inner=False)
        self._outline.open_stage(index, draft, heads=True)

    def _turn_to_number(self, draft: Draft, number: str) -> None:
        """«2.» on a line of its own begins an agenda item without a title."""
        self._outline.close_to(draft, NUMBERED_HEADING, inner=False)
        self._items.close(forget=True)
        self._speaker = None
        self._agenda = number
        draft.block.kind = "label"
        draft.block.parent = self._outline.above
        self._fill(draft)

    def _put_stage(self, index: int, draft: Draft) -> None:
        block, stage = draft.block, draft.stage
        if stage is None:
            return
        if block.zone == "head":
            block.kind = "label" if stage.body >= len(draft.line) else block.kind
            return
        self._turn_to(index, draft)
        if stage.role in ("vote", "presence"):
            block.parent = self._outline.above
            self._speaker = None if stage.body >= len(draft.line) else self._speaker
            self._items.close()
        else:
            self._speaker = None
            self._leave_stage()
            if stage.role == "other" and _REST.match(draft.line):
                # What nobody put on the agenda begins behind all that stood on it.
                rank = 1 if draft.line.isupper() else NUMBERED_HEADING
                self._outline.close_to(draft, rank, inner=False)
                self._agenda = self._agenda if draft.marker or question_of(draft.line) else None
            block.parent = self._outline.above
            self._outline.open_stage(index, draft, heads=False)
        if stage.role in ("report", "reporter", "debate"):
            self._report(draft, stage.body)
        if stage.role == "vote":
            block.body = block.start + (draft.marker.end if draft.marker else 0)
        elif stage.body >= len(draft.line):
            block.kind = "label"
        self._fill(draft)

    def _leave_stage(self) -> None:
        """The numbers of headings below a stage end with it."""
        if self._outline.is_parted:
            self._agenda = self._outer_agenda
        self._outline.close_stage()
        self._items.close(forget=True)

    def _turn_to(self, index: int, draft: Draft, title: str | None = None) -> None:
        """A numbered stage label, or one behind «По первому вопросу», begins an agenda item.

        The title that the printed agenda gives to it stands there, and not above the label.
        """
        question = question_of(draft.line)
        if question is None and (draft.marker is None or draft.block.zone != "body"):
            return
        if question is None and draft.stage is not None and draft.stage.role == "vote":
            return
        number = question.number if question else draft.block.number
        whole, _, part = (number or "").partition(".")
        inside = part and whole == (self._agenda or "").partition(".")[0]
        inside = inside or question is not None and number == self._agenda
        self._agenda = number
        if inside:
            # «1.2. Решили: …» below «## 1. Состояние проекта», «По первому вопросу решили:».
            return
        self._outline.close_to(draft, self._asked if question else NUMBERED_HEADING, inner=False)
        if title is not None:
            self._outline.open_heading(Heading(NUMBERED_HEADING, index, title), inner=False)

    def _report(self, draft: Draft, begin: int) -> None:
        found = reporter_of(draft, begin)
        if found is not None:
            name, (start, end) = found
            self._speaker = (name, (draft.block.start + start, draft.block.start + end))

    def _put_row(self, index: int, draft: Draft) -> None:
        draft.block.parent = self._table if self._table is not None else self._outline.above
        if self._table is None:
            self._table = index
        self._items.close()
        self._fill(draft)
        if number := _ROW_NUMBER.match(draft.line):
            draft.block.item = number.group()

    def _put_item(self, index: int, draft: Draft) -> None:
        block, marker = draft.block, draft.marker
        if marker is None:
            return
        item = self._items.add(
            index,
            marker,
            indent=draft.hint.indent,
            colon=draft.line.endswith(":"),
            root=self._outline.above,
            head=self._head,
            base=self._agenda if block.zone == "body" else None,
        )
        block.parent, block.level = item.parent, item.level
        self._take_turn(draft)
        self._fill(draft)
        block.item = item.path
        if draft.stage is not None and block.zone == "body":
            own = staged(index, draft, heads=False)
            block.stage, block.stage_span = (own.words, own.span) if own else (None, None)

    def _put_paragraph(self, index: int, draft: Draft) -> None:
        block, owner = draft.block, self._items.innermost
        if owner is not None and draft.speaker is None and is_field(draft.line):
            block.parent = owner.index
            self._fill(draft)
            block.item = owner.path
            return
        self._items.close()
        if block.zone == "body" and (question := question_of(draft.line)) is not None:
            self._leave_stage()
            if question.number != self._agenda:
                self._outline.close_to(draft, self._asked, inner=False)
            self._agenda, self._speaker = question.number, None
        stage = self._outline.stage
        begins = stage is not None and stage.block == index - 1
        if begins and stage and stage.role == "report" and draft.speaker is None:
            self._report(draft, 0)
        self._take_turn(draft)
        block.parent = self._outline.above
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

    def _fill(self, draft: Draft) -> None:
        block, stage = draft.block, self._outline.stage
        if block.zone in ("head", "tail"):
            return
        block.section = self._outline.section
        block.item = self._agenda if block.zone == "body" else None
        if stage is not None:
            block.stage, block.stage_span = stage.words, stage.span
        if self._speaker is not None and block.zone == "body" and block.kind != "row":
            block.speaker, block.speaker_span = self._speaker
