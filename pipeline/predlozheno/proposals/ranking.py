"""A small linear model weighs the candidates: gate, extent, split, kind and confidence at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from predlozheno.proposals.candidates import (
    Candidate,
    Candidates,
    Cluster,
    find_sentences,
    widen,
)
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.drafting import SentenceAccount
from predlozheno.proposals.features import Features
from predlozheno.proposals.learned.agreement import Overlaps, expected
from predlozheno.proposals.learned.drafts import Drafting
from predlozheno.proposals.learned.gate import opened
from predlozheno.proposals.learned.kind_features import kind_features
from predlozheno.proposals.learned.lattice import Lattice, best_set
from predlozheno.proposals.learned.model import RankingModel, load_model
from predlozheno.proposals.learned.surroundings import Surroundings
from predlozheno.proposals.plain import is_plain
from predlozheno.proposals.refusals import Refusal
from predlozheno.proposals.speech import is_address

__all__ = ["RankingModel", "Weighed", "load_model", "rank", "weigh"]

_LITTLE = 1e-6
_REASONS = 5
_REASONS_OF_REFUSAL = 2
# By so much more must a candidate be worth that no rule drew up: its parties, kind and status are
# guessed as well. Of 16 documents that nobody who wrote a rule had seen, 0.1 cost no record F1 and
# brought 0.015 of exact records; 0.3, which folds of dev would choose, cost 0.014 for 0.004 more.
_ALONE = 0.1
# In a speech most sentences ask for nothing: of real ones that were read record by record, one in four
# of those that no rule drew up was wanted.
_ALONE_IN_SPEECH = 0.4


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with what the model thinks of it.

    Attributes:
        candidate: the span.
        cluster: its sentence.
        features: what speaks for and against it.
        probability: that it, or one that agrees with it, is a content; not calibrated.
        worth: what it can expect to agree with a true content.
    """

    candidate: Candidate
    cluster: Cluster
    features: list[str]
    probability: float
    worth: float


def rank(
    context: Context, drafts: list[Draft], accounts: list[SentenceAccount], model: RankingModel
) -> list[Draft]:
    """The drafts that the model takes, in the order of the text.

    A draft of the rules keeps its slots. `accounts` are brought up to date: a trigger whose drafts
    were outweighed is refused with the reasons, and one that the rules had refused is taken where
    a candidate of its own was chosen.

    Args:
        context: the document.
        drafts: what the rules made of it.
        accounts: what became of each trigger.
        model: the weights.
    """
    found = find_sentences(context, drafts, accounts)
    around = Surroundings(found)
    widen(found, opened(found, around, model))
    features, overlaps = Features(found, around), Overlaps(context.doc)
    rows = [row for index in range(len(found.clusters)) for row in features.of_cluster(index)]
    weighed = weigh(found, rows, overlaps, model)
    chosen = choose(context, weighed, model.threshold)
    drafting = Drafting(found, overlaps, features.head_of)
    result = []
    for one in chosen:
        drafted = drafting.draft(one.candidate, one.cluster)
        draft = drafted or drafting.carried(
            one.candidate, one.cluster, model.kind(kind_features(one.features, drafted))
        )
        draft.confidence = model.calibrated(one.probability)
        draft.reasons = model.reasons(one.features, _REASONS)
        result.append(draft)
        for account in one.candidate.accounts:
            account.refusal, account.drafts = None, [draft]
    _tell(accounts, result, weighed, model)
    return result


def weigh(
    found: Candidates, rows: Sequence[list[str]], overlaps: Overlaps, model: RankingModel
) -> list[Weighed]:
    """All candidates of a document with their probabilities, sentence by sentence.

    Args:
        found: the candidates.
        rows: the features of each, in the same order.
        overlaps: of their contents.
        model: the weights.
    """
    clusters = [cluster for cluster in found.clusters for _ in cluster.candidates]
    candidates = [candidate for cluster in found.clusters for candidate in cluster.candidates]
    scores = np.array([model.score(row) for row in rows])
    _, likely = Lattice([(c.start, c.end) for c in candidates]).marginals(scores)
    worth, right = expected(candidates, likely.tolist(), overlaps)
    return [Weighed(*one) for one in zip(candidates, clusters, rows, right, worth, strict=True)]


def choose(context: Context, weighed: Sequence[Weighed], threshold: float) -> list[Weighed]:
    """The candidates that do not overlap and are worth most above the threshold.

    A plain wish that the rules found is always worth a little, so that only words that overlap it
    take its place.

    Args:
        context: the document in which they are.
        weighed: all candidates.
        threshold: what one must be worth.
    """
    spans = [(one.candidate.start, one.candidate.end) for one in weighed]
    address = is_address(context)
    worth = [one.worth - threshold - _toll(one, address=address) for one in weighed]
    for i, one in enumerate(weighed):
        if any(is_plain(context.doc, draft) for draft in one.candidate.drafts):
            worth[i] = max(worth[i], _LITTLE)
    return [weighed[i] for i in best_set(spans, worth)]


def _toll(one: Weighed, *, address: bool) -> float:
    """What a candidate must be worth beside the threshold, for want of a rule behind it."""
    if one.candidate.drafts:
        return 0.0
    return _ALONE_IN_SPEECH if address else _ALONE


def _tell(
    accounts: list[SentenceAccount],
    chosen: list[Draft],
    weighed: list[Weighed],
    model: RankingModel,
) -> None:
    """Says of each trigger of a rule's draft whether it still stands."""
    of_draft = {id(draft): one for one in weighed for draft in one.candidate.drafts}
    for account in accounts:
        if not account.drafts:
            continue
        before = account.drafts
        account.drafts = [
            draft for draft in chosen if any(_same_wish(draft, other) for other in before)
        ]
        if not account.drafts:
            account.refusal = _outweighed(of_draft.get(id(before[0])), model)


def _same_wish(chosen: Draft, other: Draft) -> bool:
    """Whether the chosen draft is the other one, or took its place with another extent."""
    (a, b), (c, d) = chosen.content_span, other.content_span
    return chosen is other or (chosen.trigger == other.trigger and a < d and c < b)


def _outweighed(one: Weighed | None, model: RankingModel) -> Refusal:
    if one is None:
        return Refusal("outweighed", "other words of the sentence are likelier to be wanted")
    against = [r for r in model.reasons(one.features, len(one.features)) if r.startswith("-")]
    reasons = "; ".join(against[:_REASONS_OF_REFUSAL])
    return Refusal("outweighed", f"probability {model.calibrated(one.probability):.2f}: {reasons}")
