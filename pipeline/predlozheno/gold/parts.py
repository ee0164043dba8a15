"""The drafts of gold records: what kinds and the parts of mentions are learned from."""

from __future__ import annotations

from collections.abc import Sequence

from predlozheno.gold.documents import GoldRecord
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.labelling import TrainingDocument
from predlozheno.gold.matching import AGREES
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.extraction import fill_slots
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.learned.drafts import Drafting
from predlozheno.proposals.learned.fitting import ClassesLabelled
from predlozheno.proposals.learned.kind_features import kind_features
from predlozheno.proposals.learned.mentions import PartyCandidate, party_candidates
from predlozheno.proposals.learned.model import NO_PART, PROPOSER
from predlozheno.proposals.learned.role_features import RoleFeatures


def label_drafts(document: TrainingDocument) -> tuple[ClassesLabelled, ClassesLabelled]:
    """The kinds of the document's contents, and the parts of the mentions around them.

    Each gold record that a candidate answers is drafted as the ranking would draft it, with its
    gold kind.
    """
    kinds, drafts = ClassesLabelled([], []), []
    clusters = [c for c in document.found.clusters for _ in c.candidates]
    drafting = Drafting(document.found, document.overlaps, document.head_of)
    for i, record in document.answers.items():
        candidate = document.candidates[i]
        drafted = drafting.draft(candidate, clusters[i])
        kinds.features.append(kind_features(document.labelled.features[i], drafted))
        kinds.answers.append(record.kind.value)
        draft = drafted or drafting.carried(candidate, clusters[i], record.kind)
        draft.kind = record.kind
        drafts.append(draft)
    context = document.found.context
    fill_slots(context, drafts)
    return kinds, _label_parts(document, drafts, list(document.answers.values()))


def _label_parts(
    document: TrainingDocument, drafts: Sequence[Draft], records: Sequence[GoldRecord]
) -> ClassesLabelled:
    context, ink = document.found.context, Ink(document.gold.source)
    features = RoleFeatures(context, columns(context.doc))
    labelled = ClassesLabelled([], [])
    for draft, record in zip(drafts, records, strict=True):
        candidates = party_candidates(context, draft)
        inks = [ink.of([_extent(document, candidate)]) for candidate in candidates]
        labelled.features += features.of(draft, candidates)
        labelled.answers += _parts(record, ink, inks)
    return labelled


def _parts(record: GoldRecord, ink: Ink, inks: Sequence[frozenset[int]]) -> list[str]:
    """The part of each candidate: that of the gold party which it names best."""
    parts = [NO_PART] * len(inks)
    wanted = [(party, PROPOSER) for party in record.proposers]
    wanted += [(target, target.role.value) for target in record.targets]
    for party, part in wanted:
        own = ink.of([party.extent])
        free = [(overlap(own, other), -i) for i, other in enumerate(inks) if parts[i] == NO_PART]
        share, index = max(free, default=(0.0, 0))
        if share >= AGREES:
            parts[-index] = part
    return parts


def _extent(document: TrainingDocument, candidate: PartyCandidate) -> tuple[int, int]:
    context, phrase = document.found.context, candidate.mention.phrase
    last = context.doc[phrase.end - 1]
    return context.segments.offsets.to_source(context.doc[phrase.start].idx, last.idx + len(last))
