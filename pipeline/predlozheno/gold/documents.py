"""What a gold file says once its quotes are offsets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from predlozheno.gold.files import Reason
from predlozheno.gold.quotes import Extent
from predlozheno.reading.document import Document
from predlozheno.records.schema import Kind, PartySource, Polarity, Role, Status, TimingType

# What status a record has where its gold file names none.
OWN_STATUS = {
    kind: Status.ADOPTED
    if kind in {Kind.DECISION, Kind.ASSIGNMENT, Kind.AGREEMENT}
    else Status.PROPOSED
    for kind in Kind
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the source: half-open offsets into `Document.source`, and the quote as written."""

    start: int
    end: int
    text: str

    @property
    def extent(self) -> Extent:
        """Start and end."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class GoldParty(Mark):
    """A party; `name` and `canonical` are None where they are not to be checked."""

    name: str | None = None
    canonical: str | None = None
    source: PartySource = PartySource.STATED


@dataclass(frozen=True, slots=True)
class GoldTarget(GoldParty):
    """A party that the content is about."""

    role: Role = Role.ADDRESSEE


@dataclass(frozen=True, slots=True)
class GoldTiming(Mark):
    """A time expression; `value` is None where it is not to be checked."""

    type: TimingType = TimingType.DEADLINE
    value: str | None = None


@dataclass(frozen=True, slots=True)
class GoldVote:
    """The counts that the text gives."""

    for_: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool = False


@dataclass(frozen=True, slots=True)
class GoldReject(Mark):
    """Words that look like a trigger and are none."""

    reason: Reason = Reason.NEGATED
    notes: str = ""


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """One record that the extractor should find.

    `id` is the document's stem and a hash of content and trigger, so that it outlives the records
    around it and corrections of kind or slots. `content` holds the fragments, in the text's order.
    """

    id: str
    kind: Kind
    status: Status
    trigger: Mark
    content: tuple[Mark, ...]
    proposers: tuple[GoldParty, ...] = ()
    targets: tuple[GoldTarget, ...] = ()
    purpose: Mark | None = None
    timing: tuple[GoldTiming, ...] = ()
    polarity: Polarity = Polarity.FOR
    procedural: bool = False
    vote: GoldVote | None = None
    section: tuple[str, ...] = ()
    item: str | None = None
    speaker: str | None = None
    optional: bool = False
    notes: str = ""

    @property
    def extent(self) -> Extent:
        """From the content's first character to its last."""
        return self.content[0].start, self.content[-1].end


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with the records it should yield, in the order of their contents."""

    stem: str
    path: Path
    text_path: Path
    document: Document
    genre: str = ""
    records: tuple[GoldRecord, ...] = ()
    rejects: tuple[GoldReject, ...] = ()

    @property
    def source(self) -> str:
        """The text that all offsets point into."""
        return self.document.source

    def line_of(self, offset: int) -> int:
        """The line of the source, counted from 1, that holds `offset`."""
        return self.source.count("\n", 0, offset) + 1
