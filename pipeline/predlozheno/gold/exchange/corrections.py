"""Reads the corrections that somebody made in a report page and saved to a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from predlozheno.errors import GoldError
from predlozheno.gold.documents import (
    GoldParty,
    GoldRecord,
    GoldReject,
    GoldTarget,
    GoldTiming,
    GoldVote,
    Mark,
)
from predlozheno.gold.exchange.sheets import Sheet
from predlozheno.gold.files import Reason
from predlozheno.records.schema import Kind, PartySource, Polarity, Role, Status, TimingType

FORMAT = "predlozheno-corrections"
_UNREVIEWED = "not looked at yet"


class Verdict(StrEnum):
    """What the reader decided about a record."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    ADDED = "added"
    REJECTED = "rejected"
    UNREVIEWED = "unreviewed"


def _runs_forward(span: tuple[int, int]) -> tuple[int, int]:
    if not 0 <= span[0] < span[1]:
        raise ValueError(f"span {span[0]}:{span[1]} does not run forward")
    return span


Extent = Annotated[tuple[int, int], AfterValidator(_runs_forward)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CorrectedParty(_Model):
    """A party; `name` only where the reader wrote it."""

    span: Extent
    source: PartySource = PartySource.STATED
    name: str | None = None


class CorrectedTarget(CorrectedParty):
    """A party with its role."""

    role: Role


class CorrectedTiming(_Model):
    """A time expression."""

    span: Extent
    type: TimingType
    value: str | None = None


class CorrectedVote(_Model):
    """The counts that the text gives."""

    for_: Annotated[int | None, Field(alias="for", ge=0)] = None
    against: Annotated[int | None, Field(ge=0)] = None
    abstained: Annotated[int | None, Field(ge=0)] = None
    unanimous: bool = False


class CorrectedRecord(_Model):
    """A record as the reader left it; spans are offsets into the document's source."""

    kind: Kind
    status: Status
    polarity: Polarity = Polarity.FOR
    procedural: bool = False
    trigger: Extent
    content: Annotated[tuple[Extent, ...], Field(min_length=1)]
    proposers: tuple[CorrectedParty, ...] = ()
    targets: tuple[CorrectedTarget, ...] = ()
    purpose: Extent | None = None
    timing: tuple[CorrectedTiming, ...] = ()
    vote: CorrectedVote | None = None
    section: tuple[str, ...] = ()
    item: str | None = None
    speaker: str | None = None


class Correction(_Model):
    """One record with the verdict on it; `reason` makes a rejected one a hard negative."""

    verdict: Verdict
    reason: Reason | None = None
    record: CorrectedRecord


class CorrectedDocument(_Model):
    """A document with every record that the reader saw in it, looked at or not."""

    document: Annotated[str, Field(min_length=1)]
    source: Annotated[str, Field(min_length=1)]
    records: tuple[Correction, ...]

    @model_validator(mode="after")
    def _inside(self) -> CorrectedDocument:
        for correction in self.records:
            for _, end in _spans(correction.record):
                if end > len(self.source):
                    raise ValueError(f"a span ends at {end}, behind the end of the text")
        return self


class Corrections(_Model):
    """The whole file."""

    format: Literal["predlozheno-corrections"]
    version: Literal[1]
    documents: Annotated[tuple[CorrectedDocument, ...], Field(min_length=1)]
    # What the page itself needs to load the file again.
    page: dict[str, Any] | None = None


def read_corrections(path: Path, content: Any) -> list[Sheet]:
    """The sheets of a corrections file.

    Accepted, edited and added records become gold; a rejected one becomes a hard negative where a
    reason is given and no other record has its trigger, and else is left out; one that nobody
    looked at is kept as optional, so that it is not scored.

    Args:
        path: of the file, for messages.
        content: what the file holds, parsed.

    Raises:
        GoldError: where the content breaks the format; names each breach with its place.
    """
    try:
        # JSON has no tuples, so strictness about types is left to the JSON mode.
        corrections = Corrections.model_validate_json(json.dumps(content))
    except ValidationError as error:
        breaches = "; ".join(
            f"{' '.join(str(part) for part in details['loc']) or 'the file'}: {details['msg']}"
            for details in error.errors()[:3]
        )
        raise GoldError(
            f"{path}: {breaches}", hint="Save the corrections again from the report page"
        ) from error
    return [_sheet(document) for document in corrections.documents]


def _sheet(document: CorrectedDocument) -> Sheet:
    records, rejects = [], []
    kept = {one.record.trigger for one in document.records if one.verdict is not Verdict.REJECTED}
    for correction in document.records:
        if correction.verdict is not Verdict.REJECTED:
            records.append(_record(correction))
        # One verb may govern two records: where the other one stays, the verb is no hard negative.
        elif correction.reason and correction.record.trigger not in kept:
            rejects.append(GoldReject(*correction.record.trigger, "", correction.reason))
    return Sheet(document.document, document.source, tuple(records), tuple(rejects))


def _record(correction: Correction) -> GoldRecord:
    record = correction.record
    unreviewed = correction.verdict is Verdict.UNREVIEWED
    vote = record.vote
    return GoldRecord(
        id="",
        kind=record.kind,
        status=record.status,
        trigger=Mark(*record.trigger, ""),
        content=tuple(Mark(*span, "") for span in sorted(record.content)),
        proposers=tuple(
            GoldParty(*party.span, "", name=party.name, source=party.source)
            for party in record.proposers
        ),
        targets=tuple(
            GoldTarget(*party.span, "", name=party.name, source=party.source, role=party.role)
            for party in record.targets
        ),
        purpose=Mark(*record.purpose, "") if record.purpose else None,
        timing=tuple(GoldTiming(*time.span, "", time.type, time.value) for time in record.timing),
        polarity=record.polarity,
        procedural=record.procedural,
        vote=GoldVote(vote.for_, vote.against, vote.abstained, vote.unanimous) if vote else None,
        section=record.section,
        item=record.item,
        speaker=record.speaker,
        optional=unreviewed,
        notes=_UNREVIEWED if unreviewed else "",
    )


def _spans(record: CorrectedRecord) -> Iterator[Extent]:
    yield record.trigger
    yield from record.content
    yield from (party.span for party in (*record.proposers, *record.targets))
    yield from (time.span for time in record.timing)
    if record.purpose:
        yield record.purpose
