"""Which sentences are looked through for candidates: what a glance at each as a whole promises."""

from __future__ import annotations

from predlozheno.proposals.candidates import Candidates
from predlozheno.proposals.learned.model import RankingModel
from predlozheno.proposals.learned.surroundings import Surroundings


def opened(found: Candidates, around: Surroundings, model: RankingModel) -> list[int]:
    """The sentences, by index, that may hold a content, in their order.

    Those in which the rules made a draft always count; of the others those that promise enough.

    Args:
        found: with the candidates of the rules alone.
        around: the features of its sentences.
        model: the weights.
    """
    return [
        index
        for index in range(len(found.clusters))
        if is_ruled(found, index) or model.promise(around.of(index)) >= model.bar
    ]


def is_ruled(found: Candidates, index: int) -> bool:
    """Whether the rules made a draft of the sentence with this index."""
    return any(candidate.drafts for candidate in found.clusters[index].candidates)
