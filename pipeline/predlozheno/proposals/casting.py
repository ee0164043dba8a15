"""Who plays which part in a record: a small linear model weighs the mentions around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.learned.mentions import PartyCandidate, party_candidates
from predlozheno.proposals.learned.model import NO_PART, PROPOSER, RankingModel
from predlozheno.proposals.learned.role_features import RoleFeatures
from predlozheno.records.schema import Role


def cast(context: Context, drafts: list[Draft], model: RankingModel) -> None:
    """Gives each draft the proposers and targets that the model believes in.

    Args:
        context: the document.
        drafts: with what the rules found in their slots; changed in place.
        model: the weights.
    """
    features = RoleFeatures(context, columns(context.doc))
    for draft in drafts:
        candidates = party_candidates(context, draft)
        rows = features.of(draft, candidates)
        parts = choose_parts(candidates, [model.parts(row) for row in rows])
        _assign(draft, candidates, parts)


def choose_parts(
    candidates: Sequence[PartyCandidate], chances: Sequence[dict[str, float]]
) -> list[str]:
    """The part of each candidate, the surest first; none of two that overlap, or name one place."""
    parts = [NO_PART] * len(candidates)
    order = sorted(
        ((chance, i, part) for i, row in enumerate(chances) for part, chance in row.items()),
        key=lambda entry: (-entry[0], entry[1]),
    )
    taken: list[tuple[int, int]] = []
    for chance, i, part in order:
        if part == NO_PART or parts[i] != NO_PART or chance < _least(row=chances[i]):
            continue
        phrase = candidates[i].mention.phrase
        if any(phrase.start < end and start < phrase.end for start, end in taken):
            continue
        parts[i] = part
        taken.append((phrase.start, phrase.end))
    return parts


def _least(row: dict[str, float]) -> float:
    """A part must be likelier than none at all."""
    return row[NO_PART]


def _assign(draft: Draft, candidates: Sequence[PartyCandidate], parts: Sequence[str]) -> None:
    draft.proposers, draft.targets = [], []
    for candidate, part in zip(candidates, parts, strict=True):
        if part == PROPOSER:
            draft.proposers.append(replace(candidate.mention, role=None))
        elif part != NO_PART:
            draft.targets.append(_target(candidate.mention, Role(part)))


def _target(mention: Mention, role: Role) -> Mention:
    return replace(mention, role=role)
