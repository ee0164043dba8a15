"""Drafts become validated records: spans into the source, names, ids; nothing twice."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from spacy.tokens import Doc

from predlozheno.language.morphology import can_be
from predlozheno.language.names import canonical, nominative
from predlozheno.language.surname_forms import can_be_nominative
from predlozheno.proposals.confidence import confidence
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import is_infinitive, is_nominal, overlaps
from predlozheno.reading.document import Segments
from predlozheno.records.schema import (
    Content,
    Evidence,
    Meeting,
    Outcome,
    Party,
    PartySource,
    PartyType,
    Proposal,
    Role,
    Span,
    Status,
    Target,
    Timing,
    TimingType,
    Vote,
)

# «1) план утвердить; 2) рукописи отложить» in one line
_COUNTED = re.compile(r"(?<![\w(])\(?(?P<number>\d{1,2}|[а-е])\)\s(?:[^;.]|\.(?!\s+[А-ЯЁ]))*$")

# «Слушали:» in front of a name
_STAGE = re.compile(r"[^\W\d_]\s?:")


class Assembler:
    """Makes the records of one document."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._doc: Doc = context.doc
        self._segments: Segments = context.segments
        head = self._segments.meeting
        self._meeting = (
            Meeting(
                title=head.title,
                body=head.body,
                number=head.number,
                date=head.date,
                place=head.place,
            )
            if head
            else None
        )
        self._ids: Counter[str] = Counter()

    def records(self, drafts: list[Draft]) -> dict[int, Proposal]:
        """The record of each draft, by the draft's identity, in the order of the text.

        Raises:
            ValueError: where a span does not hold the words that it should; a defect of this package.
        """
        ordered = sorted(_without_doubles(drafts), key=lambda d: (d.content_span, d.trigger))
        ids = {id(draft): self._id(draft) for draft in ordered}
        return {id(draft): self._record(draft, ids) for draft in ordered}

    def _record(self, draft: Draft, ids: dict[int, str]) -> Proposal:
        block = self._segments.blocks[draft.block]
        return Proposal(
            id=ids[id(draft)],
            document=self._segments.document.name,
            meeting=self._meeting,
            kind=draft.kind,
            status=draft.status or Status.PROPOSED,
            polarity=draft.polarity,
            procedural=draft.procedural,
            trigger=self._span(draft.trigger),
            content=self._content(draft.content),
            action=self._action(draft),
            proposers=tuple(self._party(m) for m in draft.proposers),
            targets=tuple(self._target(m) for m in draft.targets),
            purpose=self._span(draft.purposes[0]) if draft.purposes else None,
            timing=tuple(
                Timing.model_validate(
                    {**self._chars(t.start, t.end), "type": TimingType(t.type), "value": t.value}
                )
                for t in sorted(draft.timing, key=lambda t: t.start)
            ),
            outcome=self._outcome(draft, ids),
            vote=self._vote(draft),
            speaker=block.speaker,
            section=block.section,
            item=self._item(draft),
            evidence=self._evidence(draft),
            page=self._page(draft),
            rule=draft.rule,
            confidence=confidence(draft.rule) if draft.confidence is None else draft.confidence,
        )

    def _item(self, draft: Draft) -> str | None:
        """The item of its line, with the number before it inside of the line: «…; 2) создать …»."""
        block = self._segments.blocks[draft.block]
        begin = self._doc[draft.content[0][0]].idx
        before = self._segments.text[block.body : begin]
        counted = _COUNTED.search(before) if block.kind != "row" else None
        if counted is None or not _counts_on(counted["number"], before[: counted.start()]):
            return block.item
        return f"{block.item}/{counted['number']}" if block.item else counted["number"]

    def _chars(self, start: int, end: int) -> dict[str, int | str]:
        """Fields of a Span for character offsets into the repaired text."""
        source_start, source_end = self._segments.offsets.to_source(start, end)
        return {"start": source_start, "end": source_end, "text": self._segments.text[start:end]}

    def _span(self, tokens: TokenSpan) -> Span:
        return Span.model_validate(self._chars(*self._token_chars(tokens)))

    def _token_chars(self, tokens: TokenSpan) -> tuple[int, int]:
        last = self._doc[tokens[1] - 1]
        return self._doc[tokens[0]].idx, last.idx + len(last)

    def _content(self, fragments: list[TokenSpan]) -> Content:
        parts = [self._span(fragment) for fragment in fragments]
        return Content(
            start=parts[0].start,
            end=parts[-1].end,
            text=" … ".join(part.text for part in parts),
            fragments=tuple((part.start, part.end) for part in parts) if len(parts) > 1 else (),
        )

    def _action(self, draft: Draft) -> str | None:
        """Lemma of the content's head: its infinitive, else its first noun, else its first verb."""
        tokens = [t for start, end in draft.content for t in self._doc[start:end]]
        for test in (is_infinitive, is_nominal, lambda t: t.pos_ == "VERB"):
            if found := next((t for t in tokens if test(t)), None):
                return str(found.lemma_)
        return None

    def _party(self, mention: Mention) -> Party:
        return Party.model_validate(self._party_fields(mention))

    def _target(self, mention: Mention) -> Target:
        return Target.model_validate({**self._party_fields(mention), "role": mention.role})

    def _party_fields(self, mention: Mention) -> dict[str, object]:
        tokens = (mention.phrase.start, mention.phrase.end)
        span = self._doc[tokens[0] : tokens[1]]
        abbreviations: dict[str, str] = self._doc.user_data.get("abbreviations", {})
        fields = self._chars(*self._token_chars(tokens))
        # The label of a turn stands as it is called, with the canonical name that it came with;
        # «Слушали: инженера Орлова» is none, though he speaks.
        spoken = mention.source is PartySource.SPEAKER
        called = spoken and mention.canonical is not None and self._opens_line(tokens[0])
        given = mention.canonical if called or not spoken else None
        labelled = called or self._is_label(mention)
        name = str(fields["text"]) if labelled else nominative(span)
        name = name or str(fields["text"])
        label = mention.phrase.label or (
            "PER" if mention.phrase.head.pos_ in ("PRON", "PROPN") else "GROUP"
        )
        return {
            **fields,
            "name": name,
            "canonical": given or (name if labelled else canonical(span, abbreviations) or name),
            "type": PartyType(label),
            "source": mention.source,
        }

    def _is_label(self, mention: Mention) -> bool:
        """«Директор МУП «Теплосеть» Краев: …»: a surname before a colon is no genitive of «край»."""
        people: dict[int, int] = self._doc.user_data.get("people", {})
        start, end = mention.phrase.start, mention.phrase.end
        lone = end - start == 1 and start not in people
        surname = self._doc[start].text
        spoken = mention.source is PartySource.SPEAKER and (lone or self._opens_line(start))
        # «| Милана | афиша |»: who has a cell of the table to herself.
        cell = mention.role is Role.EXECUTOR and end - start == 1 and self._is_alone(start)
        # «Света 3 кв: …» is no genitive of «свет».
        first_name = (cell or spoken) and can_be(surname, case="Nom") and surname[:1].isupper()
        return (
            first_name
            or (spoken or cell)
            and any(can_be_nominative(surname, g) for g in ("Masc", "Fem"))
        )

    def _opens_line(self, token: int) -> bool:
        """«АРХАРОВА Л.Б. Уважаемые коллеги!»: a label that no colon closes."""
        place = self._doc[token].idx
        text = self._segments.text
        for block in self._segments.blocks:
            if block.speaker_span is not None and block.speaker_span[0] == place:
                # «[18:02] Света 3 кв: …», but «Слушали: Гайсина Р.Т. …» has an accusative.
                return _STAGE.search(text, block.start, place) is None
        return place == 0 or text[place - 1] == "\n"

    def _is_alone(self, token: int) -> bool:
        """Whether a word is a cell of a table: a tab on one side, a tab or a line's end on the other."""
        text, word = self._segments.text, self._doc[token]
        sides = text[max(0, word.idx - 1) : word.idx], text[word.idx + len(word) :][:1]
        return "\t" in sides and all(side in ("\t", "\n", "") for side in sides)

    def _evidence(self, draft: Draft) -> Evidence:
        head = self._span(draft.head) if draft.head else None
        return Evidence.model_validate({**self._span(draft.sentence).model_dump(), "head": head})

    def _outcome(self, draft: Draft, ids: dict[int, str]) -> Outcome | None:
        if draft.outcome is None:
            return None
        by = ids.get(id(draft.settled_by)) if draft.settled_by else None
        return Outcome.model_validate({**self._chars(*draft.outcome), "by": by})

    def _vote(self, draft: Draft) -> Vote | None:
        vote = draft.vote
        if vote is None:
            return None
        return Vote.model_validate(
            {
                **self._chars(vote.start, vote.end),
                "for": vote.for_,
                "against": vote.against,
                "abstained": vote.abstained,
                "unanimous": vote.unanimous,
            }
        )

    def _page(self, draft: Draft) -> int | None:
        pages = self._segments.document.pages
        if not pages:
            return None
        start = self._span(draft.content[0]).start
        return sum(begin <= start for begin in pages) or 1

    def _id(self, draft: Draft) -> str:
        """A hash of document, trigger and content: it stays when kind or rule change."""
        trigger, content = self._span(draft.trigger), self._content(draft.content)
        spans = f"{trigger.start}:{trigger.end}\0{content.start}:{content.end}"
        key = f"{self._segments.document.name}\0{spans}"
        digest = hashlib.sha256(key.encode()).hexdigest()[:16]
        self._ids[digest] += 1
        count = self._ids[digest]
        return digest if count == 1 else f"{digest}-{count}"


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Of two drafts with the same words wanted, the one whose trigger stands nearer to them."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_distance):
        if not any(
            overlaps(draft.content_span, other.content_span) and _same(draft, other)
            for other in kept
        ):
            kept.append(draft)
    return kept


def _distance(draft: Draft) -> tuple[int, int]:
    start, end = draft.content_span
    return min(abs(start - draft.trigger[1]), abs(draft.trigger[0] - end)), start


def _same(one: Draft, other: Draft) -> bool:
    """Whether two overlapping contents are one wish: more than half of the shorter is shared."""
    (a, b), (c, d) = one.content_span, other.content_span
    shared = min(b, d) - max(a, c)
    return 2 * shared > min(b - a, d - c)


def _counts_on(number: str, before: str) -> bool:
    """Whether a number goes on a list of its line, and ends no remark: «(доб. 02)»."""
    if before.count("(") > before.count(")"):
        return False
    if number in ("1", "а"):
        return True
    last = str(int(number) - 1) if number.isdigit() else chr(ord(number) - 1)
    return f"{last})" in before
