"""Votes on several things at once: of those put against one another that with most hands won."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, VoteCount
from predlozheno.proposals.linking import PUT_TO_OTHERS, same_question
from predlozheno.records.schema import Status

_VARIANT = re.compile(
    r"\W*(?:вариант|формулировк|редакци|альтернатив)[а-я]*\s(?:№\s?)?(?:\d|[а-д])\b"
)
# How many blocks back that may stand which a vote is about without a name.
_NEAR = 2


class Side(NamedTuple):
    """One side of a vote by name: the block of its count, the count, the drafts that it is about."""

    block: int
    vote: VoteCount
    drafts: list[Draft]


def is_variant(sentence: Span, own: list[Draft]) -> bool:
    """«Формулировка 2 (Овсепян): заказать оценку. «За» – 4.»: one of those put beside one another."""
    return bool(own) and _VARIANT.match(fold(sentence.text)) is not None


def outvoted(context: Context, sides: list[Side]) -> None:
    """Of what was voted on one after another, each by its own hands, that with most hands won.

    Where each had votes against it, as amendments have, or where people are chosen, of whom several
    may be, nobody lost by another's win.
    """
    counts = [side.vote.for_ or 0 for side in sides]
    if len(sides) < 2 or all(s.vote.against is not None or s.vote.unanimous for s in sides):
        return
    for side, votes in zip(sides, counts, strict=True):
        for draft in side.drafts:
            if _is_candidate(context, draft):
                continue
            draft.status = Status.ADOPTED if votes == max(counts) else Status.REJECTED
            draft.outcome = (side.vote.start, side.vote.end)


def _is_candidate(context: Context, draft: Draft) -> bool:
    """Whether a person is put forward, and no more than named."""
    start, end = draft.content_span
    people = [p for p in context.parties_in(start, end) if p.label == "PER"]
    return 2 * sum(p.end - p.start for p in people) >= end - start


def left_over(
    context: Context, block: int, told_of: list[list[Draft]], since: list[Draft]
) -> Iterator[tuple[int, list[Draft]]]:
    """«За конкурс – 3, за отсрочку – 4»: of two sides that one which names nothing is about the other.

    Args:
        context: the document.
        block: index of the block of the vote.
        told_of: the drafts that each count of the vote names.
        since: the drafts since the vote before.
    """
    unknown = [place for place, drafts in enumerate(told_of) if not drafts]
    if len(told_of) != 2 or len(unknown) != 1:
        return
    named = told_of[1 - unknown[0]]
    rest = [
        d
        for d in since
        if d.kind in PUT_TO_OTHERS
        and d not in named
        and block - d.block <= _NEAR
        and same_question(context, d.block, block)
        and d.sentence != named[-1].sentence
    ]
    if len({d.sentence for d in rest}) == 1:
        yield unknown[0], rest
