"""Decisions that turn down what was put right before without naming it: «решили пока не покупать»."""

from __future__ import annotations

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.slots.verdict import begins_with, find_verdicts
from predlozheno.records.schema import Status

_TURNED = (
    ("decided_rejected", Status.REJECTED),
    ("decided_postponed", Status.POSTPONED),
)


def turns_down(context: Context, decision: Draft) -> Status | None:
    """«Решили пока не покупать», «решили оставить как есть»: what it makes of what was put before it."""
    start, end = decision.content_span
    words = fold(context.doc[start:end].text)
    for name, status in _TURNED:
        if begins_with(name, words):
            return status
    return next((v.status for v in find_verdicts(words) if v.status is Status.POSTPONED), None)


def turn_down(context: Context, decision: Draft, earlier: list[Draft], status: Status) -> None:
    """Settles what was put in the sentence before, in the same breath of the minutes."""
    near = [d for d in earlier if d.block == decision.block]
    for draft in near:
        if draft.sentence[1] == decision.sentence[0] and draft.sentence == near[-1].sentence:
            start, end = decision.content_span
            draft.status, draft.settled_by = status, decision
            span = context.doc[start:end]
            draft.outcome = (span.start_char, span.end_char)
