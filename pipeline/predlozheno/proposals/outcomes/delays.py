"""«Предлагаю направить на доработку»: a delay that is moved, and what it puts off."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import ANSWERABLE, chairs_of, same_question, stems
from predlozheno.proposals.resolution import chair_speaks
from predlozheno.proposals.slots.verdict import find_verdicts
from predlozheno.records.schema import Kind, Status

# How many blocks back that may stand which a delay is about, and how few words a bare delay has.
_BACK, _SHORT_DELAY, _LONG_DELAY = 3, 5, 10
# «Вернёмся к этому на следующей сессии» names nothing of its own.
_TO_THIS = re.compile(
    r"(?<![а-я])(?:к этому|к нему|к ней|к ним|этот вопрос|этого вопроса)(?![а-я])"
)


def put_off(context: Context, drafts: list[Draft]) -> None:
    """«Предлагаю направить на доработку», taken up or said by the chair, puts off what it is about."""
    for i, draft in enumerate(drafts):
        if draft.kind not in (Kind.PROPOSAL, Kind.REQUEST) or not _delays(context, draft):
            continue
        speaker = context.blocks[draft.block].speaker
        leads = speaker and (
            chair_speaks(context, draft.block) or bool(chairs_of(context) & stems(speaker))
        )
        if draft.status is not Status.ADOPTED and not leads:
            continue
        # «Предложение о полосе порт попросил отложить»: what its own sentence names comes first.
        own = [
            d
            for d in drafts[:i]
            if d.sentence == draft.sentence
            and d.trigger != draft.trigger
            and d.kind is Kind.PROPOSAL
        ]
        before = [
            d
            for d in drafts[:i]
            if d.kind in ANSWERABLE
            and d.status is Status.PROPOSED
            and draft.block - d.block <= _BACK
            and d.sentence != draft.sentence
            and context.blocks[d.block].speaker != (speaker or "")
            and same_question(context, d.block, draft.block)
        ]
        for earlier in (own or before)[-1:]:
            start, end = draft.content_span
            span = context.doc[start:end]
            earlier.status, earlier.outcome = Status.POSTPONED, (span.start_char, span.end_char)


def _delays(context: Context, draft: Draft) -> bool:
    """Whether all that is wanted is a delay: «перенести на осень», «направить на доработку»."""
    start, end = draft.content_span
    text = context.doc[start:end].text
    verdicts = find_verdicts(text)
    late = bool(verdicts) and verdicts[0].status is Status.POSTPONED
    if not late:
        return False
    words, ahead = len(text.split()), len(text[: verdicts[0].start].split())
    # «Не спешить и вернуться к делу осенью, после обследования»
    long = ahead or _TO_THIS.search(fold(text))
    return words <= (_LONG_DELAY if long else _SHORT_DELAY) and ahead <= _BACK
