"""A document with its annotation, in the form that all exchange formats are led through."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from predlozheno.gold.documents import (
    GoldDocument,
    GoldParty,
    GoldRecord,
    GoldReject,
    GoldTarget,
    GoldTiming,
    GoldVote,
    Mark,
)
from predlozheno.gold.matching import fragments
from predlozheno.records.folder import source_path
from predlozheno.records.schema import Proposal, Span

_MARKDOWN = {".md", ".markdown"}
_MAX_STEM = 180


@dataclass(frozen=True, slots=True)
class Sheet:
    """What somebody, or the extractor, marked in one document.

    Attributes:
        document: its name, a path with `/`.
        source: the text that all offsets point into.
        records: in any order; their ids play no part.
        rejects: hard negatives.
    """

    document: str
    source: str
    records: tuple[GoldRecord, ...] = ()
    rejects: tuple[GoldReject, ...] = ()


def of_gold(gold: GoldDocument) -> Sheet:
    """The sheet of a gold file."""
    return Sheet(gold.document.name, gold.source, gold.records, gold.rejects)


def of_proposals(document: str, source: str, proposals: Iterable[Proposal]) -> Sheet:
    """The sheet of an extractor's answer.

    Names of parties are left out: they are the extractor's reading, and whoever looks over the
    spans has not vouched for them.
    """
    return Sheet(document, source, tuple(map(_record, proposals)))


def of_run(
    documents: Iterable[str], proposals: Iterable[Proposal], source: Callable[[str], str]
) -> list[Sheet]:
    """A sheet for each document of a run, those without records too.

    Args:
        documents: their names.
        proposals: of all documents.
        source: gives the text of a document.
    """
    by_document: dict[str, list[Proposal]] = {name: [] for name in documents}
    for proposal in proposals:
        by_document[proposal.document].append(proposal)
    return [of_proposals(name, source(name), listed) for name, listed in by_document.items()]


def text_name(document: str) -> str:
    """What the copy of a document's text is called: its path in one name, ending in .txt or .md."""
    path = PurePosixPath("-".join(source_path(document).parts)).with_suffix("")
    suffix = path.suffix.lower()
    stem = path.stem
    if len(stem.encode()) > _MAX_STEM:
        digest = hashlib.sha256(document.encode()).hexdigest()[:12]
        stem = f"{stem.encode()[:_MAX_STEM].decode(errors='ignore')}~{digest}"
    return stem + (suffix if suffix in _MARKDOWN else ".txt")


def flat(source: str) -> str:
    """The text with single line feeds, as long as before, for tools that would change the others."""
    return source.replace("\r\n", " \n").replace("\r", "\n")


def _record(proposal: Proposal) -> GoldRecord:
    vote = proposal.vote
    edges = fragments(proposal.content)
    # Only an unbroken content has its repaired words.
    words = proposal.content.text if len(edges) == 1 else ""
    return GoldRecord(
        id=proposal.id,
        kind=proposal.kind,
        status=proposal.status,
        trigger=_mark(proposal.trigger),
        content=tuple(Mark(start, end, words) for start, end in edges),
        proposers=tuple(
            GoldParty(party.start, party.end, party.text, source=party.source)
            for party in proposal.proposers
        ),
        targets=tuple(
            GoldTarget(party.start, party.end, party.text, source=party.source, role=party.role)
            for party in proposal.targets
        ),
        purpose=_mark(proposal.purpose) if proposal.purpose else None,
        timing=tuple(
            GoldTiming(time.start, time.end, time.text, time.type, time.value)
            for time in proposal.timing
        ),
        polarity=proposal.polarity,
        procedural=proposal.procedural,
        vote=GoldVote(vote.for_, vote.against, vote.abstained, vote.unanimous) if vote else None,
        section=proposal.section,
        item=proposal.item,
        speaker=proposal.speaker,
    )


def _mark(span: Span) -> Mark:
    return Mark(span.start, span.end, span.text)
