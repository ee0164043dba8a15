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
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Span(_Model):
    """Words of the source. `start` and `end` are offsets into `Document.source`."""

    start: Offset
    end: Offset
    text: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _runs_forward(self) -> Span:
        if self.end <= self.start:
            raise ValueError(f"span {self.start}:{self.end} does not run forward")
        return self


class Content(Span):
    """What is wanted. Where it is discontinuous, `fragments` are its parts in the order of the text."""

    fragments: tuple[tuple[Offset, Offset], ...] = ()

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


class Party(Span):
    """A mention of a party: `name` in the nominative, `canonical` with abbreviations resolved."""

    name: Annotated[str, Field(min_length=1)]
    canonical: Annotated[str, Field(min_length=1)]
    type: PartyType
    source: PartySource = PartySource.STATED


class Target(Party):
    """A party that the content is about."""

    role: Role


class Timing(Span):
    """A time expression; `value` is an ISO 8601 date, interval or duration where it can be told."""

    type: TimingType
    value: str | None = None


class Vote(Span):
    """A count of votes; serialised with the key `for`."""

    for_: Annotated[int | None, Field(alias="for", ge=0)] = None
    against: Annotated[int | None, Field(ge=0)] = None
    abstained: Annotated[int | None, Field(ge=0)] = None
    unanimous: bool = False


class Outcome(Span):
    """The words that settled it; `by` is the id of the record that did."""

    by: str | None = None


class Meeting(_Model):
    """The meeting's head; `date` is an ISO 8601 date or interval."""

    title: str | None = None
    body: str | None = None
    number: str | None = None
    date: str | None = None
    place: str | None = None


class Proposal(_Model):
    """One thing that someone in the meeting wants done."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}(-\d+)?$")]
    document: Annotated[str, Field(min_length=1)]
    meeting: Meeting | None = None
    kind: Kind
    status: Status
    polarity: Polarity = Polarity.FOR
    procedural: bool = False
    trigger: Span
    content: Content
    action: str | None = None
    proposers: tuple[Party, ...] = ()
    targets: tuple[Target, ...] = ()
    purpose: Span | None = None
    timing: tuple[Timing, ...] = ()
    outcome: Outcome | None = None
    vote: Vote | None = None
    speaker: str | None = None
    section: tuple[str, ...] = ()
    item: str | None = None
    evidence: Evidence
    page: Annotated[int | None, Field(ge=1)] = None
    rule: Annotated[str, Field(min_length=1)]
    confidence: Annotated[float, Field(ge=0.0, le=1.0)]

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
