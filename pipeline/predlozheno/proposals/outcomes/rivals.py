"""«Прошло предложение Гуляева»: what another had moved instead of it, right beside it, was lost."""

from __future__ import annotations

import re

from predlozheno.language.answers import answers
from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import content_stems, names_of, owned_by, root_of, stems
from predlozheno.proposals.slots.verdict import has_any
from predlozheno.records.schema import Kind, Status

_MOVED = (Kind.PROPOSAL, Kind.RECOMMENDATION)
# Two that are put one against the other stand in so few blocks.
_NEAR = 2
# So many words behind a verdict may name whose side was taken.
_BEHIND, _FAR = 3, 60


def outdone(context: Context, drafts: list[Draft]) -> None:
    """Rejects what was moved beside a proposal that was then taken by its mover's name."""
    for winner in drafts:
        if winner.status is not Status.ADOPTED or winner.kind not in _MOVED or not winner.outcome:
            continue
        words = _words_of(context, winner)
        if not words or not _is_called(context, winner, words):
            continue
        for other in drafts:
            if other.status is Status.PROPOSED and _vies(context, winner, other):
                # «Рекомендация комитета принята с поправкой Чернявской» takes both.
                advised = other.kind is Kind.RECOMMENDATION and "рекомендаци" in fold(words)
                behind = _words_of(context, winner, other.sentence[1])
                both = advised or names_of(context, other) & stems(behind)
                other.status = Status.ADOPTED if both else Status.REJECTED
                other.outcome = winner.outcome


def _words_of(context: Context, winner: Draft, begin: int = 0) -> str:
    """The sentence that settled it, with the one before, from the token `begin` on."""
    span = context.doc.char_span(*(winner.outcome or (0, 0)), alignment_mode="expand")
    if span is None or span.start < winner.sentence[1]:
        return ""
    # «Голосовали за предложение Хромовой. За – четверо.»
    begin = max(begin, context.doc[max(span.sent.start - 1, 0)].sent.start)
    return context.doc[max(begin, winner.sentence[1]) : span.sent.end].text


def _is_called(context: Context, winner: Draft, text: str) -> bool:
    """Whether the words that settled it say whose it was."""
    if owned_by(context, winner) & stems(text):
        return True
    # «Директор поддержал Раинского», «согласились с Раинским»
    end = (winner.outcome or (0, 0))[1]
    behind = " ".join(answers(context.doc).whole[end : end + _FAR].split()[:_BEHIND]) if end else ""
    if names_of(context, winner) & stems(re.split(r"[.;:]\s", behind)[0]):
        return True
    return has_any("matters", fold(text)) and bool(names_of(context, winner) & stems(text))


def _vies(context: Context, winner: Draft, other: Draft) -> bool:
    """Whether somebody else moved it in the same question, next to the one that won."""
    if other.kind not in _MOVED or abs(other.block - winner.block) > _NEAR:
        return False
    one, two = context.blocks[winner.block], context.blocks[other.block]
    if one.section != two.section or root_of(one.item) != root_of(two.item):
        return False
    mine, theirs = names_of(context, winner), names_of(context, other)
    if not mine or not theirs or mine & theirs:
        return False
    shared = content_stems(context, winner) & content_stems(context, other)
    return bool(shared) or _beside(context, winner, other)


def _beside(context: Context, winner: Draft, other: Draft) -> bool:
    """Whether the one was moved in the sentence behind the other, or in the next but one."""
    first, last = sorted((winner, other), key=lambda d: d.sentence)
    if last.block != first.block:
        return False
    between = context.doc[first.sentence[1] : last.sentence[0]]
    return sum(bool(t.is_sent_start) for t in between) <= 1
