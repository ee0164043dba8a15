"""List heads: the trigger that a list or a part of the meeting puts in force under it."""

from __future__ import annotations

from dataclasses import dataclass, field

from predlozheno.language.morphology import fold
from predlozheno.proposals.attachments import is_attachment
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import is_finite
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.headings import (
    dative_headings,
    subject_above,
    subject_of_label,
)
from predlozheno.proposals.tasks import task_frame
from predlozheno.proposals.titles import announcement, heading_noun
from predlozheno.proposals.unmarked import acts, ends_in, is_line, opens_part
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer


@dataclass(slots=True)
class Head:
    """What the lines under a head inherit.

    Attributes:
        frame: whose words the head uses.
        diathesis: of the head's own trigger; "label" for the label of a part of the meeting.
        trigger: token span.
        proposers, addressees: phrases of the head.
        draft: the items are put forward and not yet resolved («Проект решения:»).
        strict: only lines that read as actions count, since nothing but a label says so.
        running: its line breaks off without a colon, and the lines under it go on.
    """

    frame: Frame
    diathesis: str
    trigger: TokenSpan
    proposers: list[Phrase] = field(default_factory=list)
    addressees: list[Phrase] = field(default_factory=list)
    draft: bool = False
    strict: bool = False
    running: bool = False

    @property
    def kind(self) -> Kind:
        """Kind of the head's frame."""
        return self.frame.kind

    @property
    def yields(self) -> bool:
        """Whether a verb of the line itself decides the kind instead of the head's."""
        put = self.kind is Kind.PROPOSAL and self.diathesis == "short_passive"
        open_ = self.kind in (Kind.DECISION, Kind.AGREEMENT, Kind.ASSIGNMENT, Kind.NEED)
        return open_ or self.strict or put


# A resolution longer than this many lines without its label is not looked through.
_LONGEST_LIST = 120
_LABEL_REACH = 10
# What is put to one party after the other.
_ADVISING = (Kind.RECOMMENDATION, Kind.PROPOSAL, Kind.REQUEST, Kind.NEED)
# «Проект решения:», «Предлагаемая формулировка:»: not yet resolved.
_PUT_FORWARD = ("проект", "предлагаем", "предложенн")


class Heads:
    """The heads of one document, by the block that they stand in."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._by_block: dict[int, Head] = {}
        self._closed: set[int] = set()
        # Of a list that a speech counts out in sentences: the block and the head of its lead.
        self.counting: tuple[int, Head] | None = None

    def put(self, block: int, head: Head) -> None:
        """Notes a head that the lines under `block` continue."""
        self._by_block[block] = head

    def is_opened_by(self, block: int, hit: Hit) -> bool:
        """Whether this trigger heads the list below the block."""
        head = self._by_block.get(block)
        return head is not None and head.trigger == (hit.start, hit.end)

    def close(self, blocks: list[int]) -> None:
        """Notes blocks whose words already stand in the content of the item above them."""
        self._closed.update(blocks)

    def is_closed(self, block: int) -> bool:
        """Whether the words of the block stand in another record already."""
        return block in self._closed

    def add(
        self,
        block: int,
        hit: Hit,
        proposers: list[Phrase],
        addressees: list[Phrase],
        *,
        running: bool = False,
    ) -> None:
        """Notes that the last sentence of `block` ends behind this trigger, in a colon or in nothing."""
        trigger = (hit.start, hit.end)
        self._by_block[block] = Head(
            hit.frame,
            hit.diathesis,
            trigger,
            proposers,
            addressees,
            draft=hit.frame.kind is Kind.PROPOSAL and hit.diathesis == "short_passive",
            running=running,
        )

    def running_above(self, index: int) -> Head | None:
        """The head whose broken line the block continues: nothing but items stands between them."""
        blocks = self._context.blocks
        for j in range(index - 1, -1, -1):
            head = self._by_block.get(j)
            if head is not None and head.running:
                return head
            if blocks[j].kind != "item" or blocks[j].zone != "body" or not self._goes_on(index):
                return None
        return None

    def _goes_on(self, index: int) -> bool:
        """An item, or a line of the same sentence: «к главам районов:» behind the items of another."""
        block = self._context.blocks[index]
        return block.kind == "item" or self._context.segments.text[block.body].islower()

    def above(self, index: int) -> Head | None:
        """The head that the block continues: the nearest list head above it, else its stage's label."""
        blocks = self._context.blocks
        if running := self.running_above(index):
            return running
        parent = blocks[index].parent
        while parent is not None and parent < index:
            if parent in self._by_block and self._continues(parent, index):
                return self._by_block[parent]
            parent = blocks[parent].parent
        return (
            self.of_stage(index)
            or self._through_headings(index)
            or self._over_addressees(index)
            or self._over_lines(index)
            or self._of_task(index)
            or self._announced(index)
        )

    def _announced(self, index: int) -> Head | None:
        """«Итоговые рекомендации», then «Раздел I. Министерству»: the title says what its items are."""
        parted = bool(dative_headings(self._context, index))
        span = (announcement if parted else heading_noun)(self._context, index)
        if span is None:
            return None
        return self._of_label(self._context.doc[slice(*span)].text, span)

    def _over_addressees(self, index: int) -> Head | None:
        """«Участники рекомендуют:», then a part for each of those asked: «Главам сёл:», «Музею – …».

        Between the head and the line stand nothing but such parts.
        """
        blocks, first = self._context.blocks, index
        while first > 0 and (blocks[first].kind == "item" or is_line(self._context, first)):
            first -= 1
        near = range(max(0, first - _LONGEST_LIST + 1), first)
        if not any(j in near and _asks_apart(head) for j, head in self._by_block.items()):
            # Before the phrases of the line are looked at, which takes longer.
            return None
        if not opens_part(self._context, first):
            return None
        for j in range(first - 1, max(-1, first - _LONGEST_LIST), -1):
            head = self._by_block.get(j)
            if head is not None and _asks_apart(head):
                closes = self._context.segments.text[: blocks[j].end].endswith(":")
                return head if closes or head.running else None
            listed = (
                blocks[j].kind == "item"
                or is_line(self._context, j)
                or opens_part(self._context, j)
            )
            if blocks[j].zone != "body" or not listed:
                return None
        return None

    def _over_lines(self, index: int) -> Head | None:
        """«Комиссия рекомендует:», then sentences of one action each, without any mark."""
        if not acts(self._context, index):
            return None
        for j in range(index - 1, max(-1, index - _LONGEST_LIST), -1):
            if head := self._by_block.get(j):
                return head if ends_in(self._context, j, ":") else None
            if not acts(self._context, j):
                return None
        return None

    def _of_task(self, index: int) -> Head | None:
        """«- [ ] Схема второй линии»: an empty check box asks by itself for what stands behind it."""
        frame = task_frame(self._context, index)
        block = self._context.blocks[index]
        words = self._context.doc.char_span(block.body, block.end, alignment_mode="expand")
        if frame is None or words is None or not len(words):
            return None
        return Head(frame, "label", (words.start, words.start + 1))

    def _continues(self, parent: int, index: int) -> bool:
        """Whether a list still belongs to the head above it.

        A heading that only names what follows («Проекты и предложения:») is parted from a list by text
        between them; one with a verb («РЕКОМЕНДУЮТ:») stays in force.
        """
        blocks = self._context.blocks
        if blocks[parent].kind != "heading" or self._by_block[parent].diathesis != "noun":
            return True
        return all(block.kind != "paragraph" for block in blocks[parent + 1 : index])

    def _through_headings(self, index: int) -> Head | None:
        """The label of a resolution whose list is parted by headings, numbers and «Срок:» lines."""
        blocks, text = self._context.blocks, self._context.segments.text
        parted = False
        for j in range(index - 1, max(-1, index - _LONGEST_LIST), -1):
            block = blocks[j]
            if parted and block.kind == "paragraph" and block.stage_span:
                # «Решение: ждём.», then the heading of another matter.
                return None
            parted = parted or block.kind == "heading"
            if block.stage and block.stage_span and block.start <= block.stage_span[0] < block.end:
                # «Решение: заключить договор.» says it all, and opens no list under later headings.
                rest = text[block.stage_span[1] : block.end]
                return None if any(map(str.isalpha, rest)) else self.of_stage(j)
            line = text[block.body : block.end]
            if block.kind == "paragraph" and not is_attachment(line):
                return None
        return None

    def of_stage(self, index: int) -> Head | None:
        """The head made by the label of the part of the meeting that the block stands in."""
        block = self._context.blocks[index]
        if not block.stage or not block.stage_span:
            return None
        span = self._context.doc.char_span(*block.stage_span, alignment_mode="expand")
        if span is None:
            return None
        head = self._of_label(block.stage, (span.start, span.end))
        if head is not None:
            head.proposers = self._subject(span.start) or self._bracketed(span.end)
        return head

    def _subject(self, label: int) -> list[Phrase]:
        """«КОНФЕРЕНЦИЯ ПОСТАНОВЛЯЕТ:»: who stands in the nominative before the label on its line."""
        context = self._context
        block = context.blocks[context.block_index(label)]
        line = context.doc.char_span(block.start, block.end, alignment_mode="expand")
        if line is None or label - line.start > _LABEL_REACH:
            return []
        phrases = context.phrases_in(line.start, label)
        beside = [p for p in phrases[-1:] if p.has_case("Nom") and p.end == label]
        if beside or not is_finite(context.doc[label]):
            return beside
        return subject_above(context, label) or subject_of_label(context, label)

    def _bracketed(self, end: int) -> list[Phrase]:
        """«Предложено (Орлов К.А.):», «ПРОЕКТ РЕШЕНИЯ (вносит комитет):»: the party in the brackets."""
        doc = self._context.doc
        if end >= len(doc) or doc[end].text != "(":
            return []
        close = next(
            (i for i in range(end, min(len(doc), end + _LABEL_REACH)) if doc[i].text == ")"), 0
        )
        if not close or close + 1 >= len(doc) or doc[close + 1].text != ":":
            return []
        parties = self._context.parties_in(end + 1, close)
        return parties if parties and parties[-1].end == close else []

    def _of_label(self, label: str, span: TokenSpan) -> Head | None:
        words = [fold(word).strip(".,:;()") for word in label.split()]
        frame = frame_of_label(self._context, words)
        if frame is None:
            return None
        draft = any(word.startswith(_PUT_FORWARD) for word in words)
        return Head(frame, "label", span, draft=draft, strict=True)


def _asks_apart(head: Head) -> bool:
    """Whether what a head asks for may be put to one party after the other."""
    return head.kind in _ADVISING and not head.addressees


def frame_of_label(context: Context, words: list[str]) -> Frame | None:
    """The frame that a label of folded words puts in force, or None."""
    stages: dict[str, str] = gazetteer("stages")["frames"]
    whole = " ".join(words)
    found = next((stages[word] for word in (whole, *words) if word in stages), None)
    return context.lexicon.frames.get(found) if found else None
