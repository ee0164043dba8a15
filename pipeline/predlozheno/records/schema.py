"""The record: what one row of the answer holds. The JSON Schema and the table's columns come from here.

Every span is a pair of half-open character offsets into `Document.source`; its `text` is the same
words with the layout repaired. What the kinds, statuses and roles mean is told in
`corpus/GUIDELINES.md`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION = "1.0"

Offset = Annotated[int, Field(ge=0)]


class Kind(StrEnum):
    """What the speaker does with the words."""

    PROPOSAL = "proposal"
    RECOMMENDATION = "recommendation"
    REQUEST = "request"
    ASSIGNMENT = "assignment"
    DECISION = "decision"
    AGREEMENT = "agreement"
    WISH = "wish"
    NEED = "need"


class Status(StrEnum):
    """What became of it, as far as the text says."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"


class Polarity(StrEnum):
    """Whether the content is wanted or warned against."""

    FOR = "for"
    AGAINST = "against"


class PartyType(StrEnum):
    """What sort of party a mention names."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    ROLE = "ROLE"
    GROUP = "GROUP"


class PartySource(StrEnum):
    """Where the text says who it is."""

    STATED = "stated"
    SPEAKER = "speaker"
    CONTEXT = "context"


class Role(StrEnum):
    """What a target has to do with the content."""

    ADDRESSEE = "addressee"
    EXECUTOR = "executor"
    ESTABLISHED = "established"
    REFORMED = "reformed"
    JOINED = "joined"
    HOST = "host"
    PARTNER = "partner"


class TimingType(StrEnum):
    """How a time expression bounds the content."""

    DEADLINE = "deadline"
    PERIOD = "period"
    RECURRENCE = "recurrence"


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, use_attribute_docstrings=True
    )


class Span(_Model):
    """Words of the source. `start` and `end` are offsets into `Document.source`."""

    start: Offset
    """Where the words begin, counted in characters from 0."""
    end: Offset
    """Behind their last character."""
    text: Annotated[str, Field(min_length=1)]
    """The same words with the layout repaired."""

    @model_validator(mode="after")
    def _runs_forward(self) -> Span:
        if self.end <= self.start:
            raise ValueError(f"span {self.start}:{self.end} does not run forward")
        return self


class Content(Span):
    """What is wanted. Where it is discontinuous, `fragments` are its parts in the order of the text."""

    fragments: tuple[tuple[Offset, Offset], ...] = ()
    """Its parts as pairs of offsets, where other words stand between them; else empty."""

    @model_validator(mode="after")
    def _fragments_fit(self) -> Content:
        edges = [edge for fragment in self.fragments for edge in fragment]
        if edges and (edges != sorted(edges) or (edges[0], edges[-1]) != (self.start, self.end)):
            raise ValueError(
                f"fragments {self.fragments} do not span {self.start}:{self.end} in order"
            )
        return self


class Evidence(Span):
    """The sentence or list item of the record; `head` is the list head it continues."""

    head: Span | None = None
    """The list head that a list item continues."""


class Party(Span):
    """A mention of a party: `name` in the nominative, `canonical` with abbreviations resolved."""

    name: Annotated[str, Field(min_length=1)]
    """In the nominative."""
    canonical: Annotated[str, Field(min_length=1)]
    """With abbreviations and pronouns resolved; one for one party of a document."""
    type: PartyType
    """A person, an organisation, a place, an office, or a group."""
    source: PartySource = PartySource.STATED
    """Named in the sentence, by the label of the turn, or elsewhere in the document."""


class Target(Party):
    """A party that the content is about."""

    role: Role
    """What it has to do with the content."""


class Timing(Span):
    """A time expression; `value` is an ISO 8601 date, interval or duration where it can be told."""

    type: TimingType
    """How it bounds the content."""
    value: str | None = None
    """An ISO 8601 date, interval or duration where it can be told."""


class Vote(Span):
    """A count of votes; serialised with the key `for`."""

    for_: Annotated[int | None, Field(alias="for", ge=0)] = None
    """Votes for."""
    against: Annotated[int | None, Field(ge=0)] = None
    """Votes against."""
    abstained: Annotated[int | None, Field(ge=0)] = None
    """Those who abstained."""
    unanimous: bool = False
    """Whether the text says that nobody was against."""


class Outcome(Span):
    """The words that settled it; `by` is the id of the record that did."""

    by: str | None = None
    """The id of the record that settled it, where that is a record of its own."""


class Meeting(_Model):
    """The meeting's head; `date` is an ISO 8601 date or interval."""

    title: str | None = None
    """What the meeting or the document is called."""
    body: str | None = None
    """Who met."""
    number: str | None = None
    """Of the minutes, as printed."""
    date: str | None = None
    """An ISO 8601 date, or an interval of several days."""
    place: str | None = None
    """Where they met."""


class Proposal(_Model):
    """One thing that someone in the meeting wants done."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}(-\d+)?$")]
    """Made of document, trigger and content: the same in every run over the same text."""
    document: Annotated[str, Field(min_length=1)]
    """Its path with `/`, relative to the folder given."""
    meeting: Meeting | None = None
    """What the head of the document says of the meeting."""
    kind: Kind
    """What the speaker does with the words."""
    status: Status
    """What became of it, as far as the text says."""
    polarity: Polarity = Polarity.FOR
    """Whether the content is wanted or warned against."""
    procedural: bool = False
    """Whether it only runs the meeting («объявить перерыв»)."""
    trigger: Span
    """The words that carry the act («было предложено»)."""
    content: Content
    """What is wanted."""
    action: str | None = None
    """The dictionary form of the content's head («создать», «проведение»)."""
    proposers: tuple[Party, ...] = ()
    """Who wants it; empty where the text does not say."""
    targets: tuple[Target, ...] = ()
    """Whom it is put to, and the bodies that it is about."""
    purpose: Span | None = None
    """What for."""
    timing: tuple[Timing, ...] = ()
    """By when, how long, how often."""
    outcome: Outcome | None = None
    """The words that settled it."""
    vote: Vote | None = None
    """How it was voted."""
    speaker: str | None = None
    """The label of the turn that it stands in."""
    section: tuple[str, ...] = ()
    """The headings above it, outermost first."""
    item: str | None = None
    """Agenda and list numbers as a path («2/1»), or as printed («2.1»)."""
    evidence: Evidence
    """The sentence or list item that it stands in."""
    page: Annotated[int | None, Field(ge=1)] = None
    """Of a paged document, counted from 1."""
    rule: Annotated[str, Field(min_length=1)]
    """Which frame and construction found it."""
    confidence: Annotated[float, Field(ge=0.0, le=1.0)]
    """The probability that the record is right, calibrated on the `dev` part of the gold corpus."""

    def to_json(self) -> str:
        """The record as one line of JSON, keys in the order of the schema."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def from_json(cls, line: str) -> Proposal:
        """The record of one line of JSON.

        Raises:
            pydantic.ValidationError: where the line is no valid record.
        """
        return cls.model_validate_json(line)


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one line of `proposals.jsonl`."""
    schema = Proposal.model_json_schema(by_alias=True, mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Proposal",
        "version": SCHEMA_VERSION,
        **schema,
    }
