"""Turns the quotes of a gold file into offsets of its text."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from predlozheno.gold.documents import (
    OWN_STATUS,
    GoldParty,
    GoldRecord,
    GoldReject,
    GoldTarget,
    GoldTiming,
    GoldVote,
    Mark,
)
from predlozheno.gold.files import RawGold, RawQuote, RawRecord, RawReject
from predlozheno.gold.quotes import (
    Extent,
    first_clear,
    first_free,
    longest_start,
    nearest,
    occurrences,
    split_ordinal,
)

# Of the places where a quote stands, the one that is meant; None where none of them can be.
Choice = Callable[[list[Extent]], Extent | None]


@dataclass(frozen=True, slots=True)
class Problem:
    """A quote that could not be resolved: where it is written, and why not."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(slots=True)
class Resolver:
    """Resolves one gold file against its text; what fails is gathered in `problems`.

    Args:
        stem: of the gold file's name, the first part of every id.
        source: the text, `Document.source`.
    """

    stem: str
    source: str
    problems: list[Problem] = field(default_factory=list)
    _ids: Counter[str] = field(default_factory=Counter)

    def resolve(self, raw: RawGold) -> tuple[tuple[GoldRecord, ...], tuple[GoldReject, ...]]:
        """The records and hard negatives whose quotes were found."""
        records: list[GoldRecord] = []
        for number, entry in enumerate(raw.proposals, 1):
            record = self._record(entry, f"record {number}", records)
            if record is not None:
                records.append(record)
        rejects: list[GoldReject] = []
        for number, reject in enumerate(raw.rejects, 1):
            resolved = self._reject(reject, f"reject {number}", records, rejects)
            if resolved is not None:
                rejects.append(resolved)
        return tuple(records), tuple(rejects)

    def _record(self, raw: RawRecord, place: str, before: list[GoldRecord]) -> GoldRecord | None:
        content = self._content(raw, place, before)
        if content is None:
            return None
        anchor = content[0].start, content[-1].end

        def near(quote: RawQuote, name: str) -> Extent | None:
            return self._find(quote.text, f"{place}, {name}", lambda found: nearest(found, anchor))

        def mark(quote: RawQuote, name: str) -> Mark | None:
            extent = near(quote, name)
            return Mark(*extent, _words(quote)) if extent else None

        trigger = mark(raw.trigger, "trigger")
        purpose = mark(raw.purpose, "purpose") if raw.purpose else None
        proposers = tuple(
            GoldParty(*extent, _words(quote), quote.name, quote.canonical, quote.source)
            for number, quote in enumerate(raw.proposers, 1)
            if (extent := near(quote, f"proposers {number}"))
        )
        targets = tuple(
            GoldTarget(*extent, _words(quote), quote.name, quote.canonical, quote.source, role)
            for number, target in enumerate(raw.targets, 1)
            for role, quote in [target.role_and_quote()]
            if (extent := near(quote, f"targets {number} ({role})"))
        )
        timing = tuple(
            GoldTiming(*extent, _words(quote), type_, quote.value)
            for number, time in enumerate(raw.timing, 1)
            for type_, quote in [time.type_and_quote()]
            if (extent := near(quote, f"timing {number} ({type_})"))
        )
        if trigger is None:
            return None
        vote = raw.vote
        return GoldRecord(
            id=self._id(content, trigger),
            kind=raw.kind,
            status=raw.status or OWN_STATUS[raw.kind],
            trigger=trigger,
            content=content,
            proposers=proposers,
            targets=targets,
            purpose=purpose,
            timing=timing,
            polarity=raw.polarity,
            procedural=raw.procedural,
            vote=GoldVote(vote.for_, vote.against, vote.abstained, vote.unanimous)
            if vote
            else None,
            section=raw.section,
            item=raw.item,
            speaker=raw.speaker,
            optional=raw.optional,
            notes=raw.notes,
        )

    def _content(
        self, raw: RawRecord, place: str, before: list[GoldRecord]
    ) -> tuple[Mark, ...] | None:
        """The fragments: the first from the previous content's start on, the others in order.

        A place that an earlier record's whole content already takes is passed over where the words
        stand again further on («поддержать» in two speeches).
        """
        onward = before[-1].extent[0] if before else 0
        taken = {record.extent for record in before} if len(raw.content) == 1 else set()
        marks: list[Mark] = []
        for number, quote in enumerate(raw.content, 1):
            begin = marks[-1].end if marks else onward

            def first(found: list[Extent], begin: int = begin) -> Extent | None:
                return first_free(found, begin, taken)

            name = f"content {number}" if len(raw.content) > 1 else "content"
            extent = self._find(quote.text, f"{place}, {name}", first)
            if extent is None:
                return None
            marks.append(Mark(*extent, _words(quote)))
        return tuple(marks)

    def _reject(
        self, raw: RawReject, place: str, records: list[GoldRecord], before: list[GoldReject]
    ) -> GoldReject | None:
        """The first place that is neither an earlier hard negative nor the trigger of a record."""
        taken = {reject.extent for reject in before}
        triggers = {record.trigger.extent for record in records}

        def first(found: list[Extent]) -> Extent | None:
            return first_clear(found, taken, triggers)

        extent = self._find(raw.text, place, first)
        return GoldReject(*extent, raw.text, raw.reason, raw.notes) if extent else None

    def _find(self, quote: str, place: str, choose: Choice) -> Extent | None:
        words, ordinal = split_ordinal(quote, self.source)
        found = occurrences(words, self.source)
        if not found:
            self.problems.append(Problem(place, self._absent(words)))
            return None
        if ordinal is not None:
            if ordinal <= len(found):
                return found[ordinal - 1]
            message = f"«{words}» stands {len(found)} times in the text, so there is no #{ordinal}"
            self.problems.append(Problem(place, message))
            return None
        chosen = choose(found)
        if chosen is None:
            lines = ", ".join(str(self._line(start)) for start, _ in found)
            message = (
                f"«{words}» stands only further up (line {lines}) or is taken by another entry. "
                "Records stand in the order of their contents; «#2» ends a quote of the second"
            )
            self.problems.append(Problem(place, message))
        return chosen

    def _absent(self, quote: str) -> str:
        start = longest_start(quote, self.source)
        if start is None:
            return f"the text does not hold «{quote}»"
        words, (begin, end) = start
        reads = " ".join(self.source[end : end + 40].split())
        return (
            f"the text does not hold «{quote}». "
            f"It has «{words}» in line {self._line(begin)}, and then reads «{reads}»"
        )

    def _line(self, offset: int) -> int:
        return self.source.count("\n", 0, offset) + 1

    def _id(self, content: tuple[Mark, ...], trigger: Mark) -> str:
        said = "\0".join(["".join(mark.text.split()) for mark in (*content, trigger)])
        base = f"{self.stem}#{hashlib.sha256(said.encode()).hexdigest()[:8]}"
        self._ids[base] += 1
        count = self._ids[base]
        return base if count == 1 else f"{base}-{count}"


def _words(quote: RawQuote) -> str:
    return " ".join(quote.text.split())
