"""Words that only take up what somebody has just put forward: «Ну давайте на четверг», «я за июнь»."""

from __future__ import annotations

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import ANSWERABLE
from predlozheno.records.schema import Status

_AGREEING = ("proposal.davajte", "proposal.ya_za")
# How many blocks behind a proposal it may be taken up, and in how many words.
_BLOCKS, _WORDS = 5, 5
_SHORT = 2
_IDLE = frozenset("ADP CCONJ SCONJ PART PUNCT INTJ PRON DET SPACE".split())


def without_repeats(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts but for those that say again what is put forward above them; «давайте» adopts it."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.content_span, d.trigger)):
        above = _above(context, draft, kept) if draft.frame.id in _AGREEING else None
        if above is None:
            kept.append(draft)
        elif draft.frame.id == _AGREEING[0]:
            above.status = above.status or Status.ADOPTED
            start, end = context.doc[draft.trigger[0]].idx, context.doc[draft.content_span[1] - 1]
            above.outcome = (start, end.idx + len(end))
    return kept


def _above(context: Context, draft: Draft, kept: list[Draft]) -> Draft | None:
    """The last draft of another speaker or line whose content holds all that this one names."""
    words = _words(context, draft)
    if not words or len(words) > _WORDS:
        return None
    for other in reversed(kept):
        if draft.block - other.block > _BLOCKS:
            return None
        elsewhere = other.block != draft.block and other.kind in ANSWERABLE
        if elsewhere and words <= _words(context, other):
            return other
    return None


def _words(context: Context, draft: Draft) -> set[str]:
    return {
        fold(token.lemma_)
        for start, end in draft.content
        for token in context.doc[start:end]
        if token.pos_ not in _IDLE and len(token) > _SHORT
    }
