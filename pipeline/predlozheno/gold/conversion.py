"""Gold records as the predictions of an extractor that makes no mistake."""

from __future__ import annotations

import hashlib
from typing import Any

from predlozheno.gold.documents import GoldDocument, GoldParty, GoldRecord, Mark
from predlozheno.records.schema import (
    Content,
    Evidence,
    Party,
    PartyType,
    Proposal,
    Span,
    Target,
    Timing,
    Vote,
)


def as_proposals(gold: GoldDocument) -> list[Proposal]:
    """Every record of the document, optional ones too, as a `Proposal` of confidence 1.

    What a gold file does not say is filled in: a party's type is ORG, the vote and the evidence
    point at the trigger and the content.
    """
    return [_proposal(gold, record) for record in gold.records]


def _proposal(gold: GoldDocument, record: GoldRecord) -> Proposal:
    start, end = record.extent
    words = " ".join(mark.text for mark in record.content)
    extents = tuple(mark.extent for mark in record.content)
    vote = record.vote
    return Proposal(
        id=hashlib.sha256(record.id.encode()).hexdigest()[:16],
        document=gold.document.name,
        kind=record.kind,
        status=record.status,
        polarity=record.polarity,
        procedural=record.procedural,
        trigger=_span(record.trigger),
        content=Content(
            start=start, end=end, text=words, fragments=extents if len(extents) > 1 else ()
        ),
        proposers=tuple(Party(**_party(party)) for party in record.proposers),
        targets=tuple(Target(**_party(party), role=party.role) for party in record.targets),
        purpose=_span(record.purpose) if record.purpose else None,
        timing=tuple(
            Timing(start=time.start, end=time.end, text=time.text, type=time.type, value=time.value)
            for time in record.timing
        ),
        vote=Vote(
            start=record.trigger.start,
            end=record.trigger.end,
            text=record.trigger.text,
            for_=vote.for_,
            against=vote.against,
            abstained=vote.abstained,
            unanimous=vote.unanimous,
        )
        if vote
        else None,
        speaker=record.speaker,
        section=record.section,
        item=record.item,
        evidence=Evidence(start=start, end=end, text=words),
        rule="gold",
        confidence=1.0,
    )


def _span(mark: Mark) -> Span:
    return Span(start=mark.start, end=mark.end, text=mark.text)


def _party(party: GoldParty) -> dict[str, Any]:
    return {
        "start": party.start,
        "end": party.end,
        "text": party.text,
        "name": party.name or party.text,
        "canonical": party.canonical or party.name or party.text,
        "type": PartyType.ORG,
        "source": party.source,
    }
