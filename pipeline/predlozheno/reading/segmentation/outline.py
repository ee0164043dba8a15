"""The headings and the stage that are open, in their order, and which of them a new one closes."""

from __future__ import annotations

import re
from typing import NamedTuple

from predlozheno.reading.marks.stages import stage_words
from predlozheno.reading.segmentation.asked import asks_by_dative, names_addressee
from predlozheno.reading.segmentation.blocks import Draft

Span = tuple[int, int]

NUMBERED_HEADING = 2
# What is put to the vote, and how it went, are no parts of a meeting.
_PUT_TO_VOTE = re.compile(
    r"формулировка|предлагаем|предложенн|предложено|поступил|итоги? (?:голос|$)|итоги?$",
    re.IGNORECASE,
)


class Heading(NamedTuple):
    """An open heading: its rank, the index of its block, its words without number."""

    rank: int
    block: int
    words: str


class OpenStage(NamedTuple):
    """The open stage.

    Attributes:
        block: index of the block with its label.
        words: the label; `title` is what it adds to the section, None where nothing.
        span: of the label, offsets into the repaired text.
        role: its key in the gazetteer reading-stages.
        heads: whether a heading names it already.
    """

    block: int
    words: str
    title: str | None
    span: Span
    role: str
    heads: bool


class Outline:
    """Headings above the stage, the stage, and headings that are numbered from 1 below it."""

    def __init__(self) -> None:
        self.stage: OpenStage | None = None
        self._outer: list[Heading] = []
        self._inner: list[Heading] = []
        self._count = 0

    @property
    def above(self) -> int | None:
        """The block that what follows hangs under."""
        if self._inner:
            return self._inner[-1].block
        if self.stage is not None:
            return self.stage.block
        return self._outer[-1].block if self._outer else None

    @property
    def is_parted(self) -> bool:
        """Whether headings stand below the stage."""
        return bool(self._inner)

    @property
    def section(self) -> tuple[str, ...]:
        """The words of all that is open, outermost first."""
        stage = self.stage
        title = [stage.title] if stage and stage.title and not stage.heads else []
        outer, inner = self._outer, self._inner
        if title and outer and title[0].lower() == outer[-1].words.lower():
            title = []
        return (*(entry.words for entry in outer), *title, *(entry.words for entry in inner))

    def belongs_to_stage(self, index: int, draft: Draft, rank: int) -> bool:
        """Whether a heading goes on the resolution: «1. Охрана болот» right below «ПОСТАНОВЛЯЕТ:».

        Such headings are numbered from 1, the first right below the label.
        """
        stage, number = self.stage, draft.block.number
        if stage is None or stage.role not in ("resolution", "summary") or draft.stage:
            return False
        if self._inner and rank > self._inner[0].rank or names_addressee(draft):
            return True
        if rank > NUMBERED_HEADING and asks_by_dative(draft):
            return True
        if number is None or not number.isdigit() or int(number) != self._count + 1:
            return False
        return bool(self._inner) or stage.block == index - 1

    def close_to(self, draft: Draft, rank: int, *, inner: bool) -> None:
        """Close what a heading of `rank` ends; the stage too, unless the heading is `inner`."""
        if inner:
            self._inner = [entry for entry in self._inner if entry.rank < rank]
            if not self._inner:
                self._count = int(draft.block.number or self._count)
            return
        self.close_stage()
        self._outer = [entry for entry in self._outer if entry.rank < rank]

    def open_heading(self, heading: Heading, *, inner: bool) -> None:
        """Add a heading, once those that it ends are closed."""
        (self._inner if inner else self._outer).append(heading)

    def leave_last(self) -> None:
        """Close the innermost heading."""
        headings = self._inner or self._outer
        if headings:
            headings.pop()

    def open_stage(self, index: int, draft: Draft, *, heads: bool) -> None:
        """Put the stage of `draft` in place of the one that is open."""
        self.close_stage()
        self.stage = staged(index, draft, heads=heads)

    def close_stage(self) -> None:
        """End the stage and the headings below it."""
        self.stage = None
        self._inner = []
        self._count = 0


def staged(index: int, draft: Draft, *, heads: bool) -> OpenStage | None:
    """The stage whose label stands in the line of `draft`, or None.

    In small letters and with words behind it a label is no heading: «Решили: купить насос».
    """
    stage = draft.stage
    if stage is None:
        return None
    words = draft.line[stage.start : stage.end]
    alone = stage.body in (0, len(draft.line)) and not draft.hint.cut
    heads_part = (alone or words.isupper()) and not _PUT_TO_VOTE.match(words)
    title = stage_words(draft.line, stage) if heads_part else None
    span = (draft.block.start + stage.start, draft.block.start + stage.end)
    return OpenStage(index, words, title, span, stage.role, heads)


def opens_item(draft: Draft) -> bool:
    """Whether the label of a stage only opens an item: «– Решение: берём в работу»."""
    marker = draft.marker
    if marker is None:
        return False
    return marker.style not in ("number", "roman", "point") or draft.block.zone == "agenda"
