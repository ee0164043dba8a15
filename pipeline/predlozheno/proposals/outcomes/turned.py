"""Decisions on what was put right before that do not name it: «решили пока не покупать»."""

from __future__ import annotations

from spacy.tokens import Token

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_infinitive, low
from predlozheno.proposals.linking import content_stems
from predlozheno.proposals.slots.verdict import begins_with, find_verdicts
from predlozheno.records.schema import Status

_PREFIXES = ("по", "за", "с", "у", "на", "вы", "при", "про", "от", "пере")
_ROOT, _WHOLE = 3, 5
# So many words may be said against it in between: «Ринат сомневается».
_APART = 15
_TURNED = (
    ("decided_rejected", Status.REJECTED),
    ("decided_postponed", Status.POSTPONED),
    ("decided_adopted", Status.ADOPTED),
)


def meant_for_last(context: Context, decision: Draft) -> Status | None:
    """«Решили пока не покупать», «решили оставить как есть»: what it makes of what was put before it."""
    start, end = decision.content_span
    words = fold(context.doc[start:end].text)
    for name, status in _TURNED:
        if begins_with(name, words):
            return status
    return next((v.status for v in find_verdicts(words) if v.status is Status.POSTPONED), None)


def denies(context: Context, decision: Draft, draft: Draft) -> bool:
    """«Купить лампы» – «решили лампы в этом году не покупать»: the same action, and not to be done."""
    mine, its = _action(context, draft), _action(context, decision)
    if mine is None or its is None or low(its.nbor(-1)) != "не" or low(mine.nbor(-1)) == "не":
        return False
    shared = content_stems(context, draft) & content_stems(context, decision)
    return bool(shared) and bool(roots_of(mine) & roots_of(its))


def _action(context: Context, draft: Draft) -> Token | None:
    words = (t for start, end in draft.content for t in context.doc[start:end])
    return next((t for t in words if t.i and is_infinitive(t)), None)


def roots_of(verb: Token) -> frozenset[str]:
    """Beginnings that «купить» and «покупать», «ставить» and «поставить» have in common."""
    word = low(verb)
    stripped = [word.removeprefix(p) for p in _PREFIXES if word.startswith(p)]
    # «принимать» and «прислать» have but a prefix in common.
    bare = [w[:_ROOT] for w in stripped or [word] if len(w) > _ROOT]
    return frozenset((word[:_WHOLE], *bare))


def settle_last(context: Context, decision: Draft, earlier: list[Draft], status: Status) -> None:
    """Settles what was put in the sentence before, in the same breath of the minutes."""
    near = [d for d in earlier if d.block == decision.block]
    for draft in near:
        same = draft.sentence == decision.sentence
        behind = same and draft.content_span[1] <= decision.trigger[0]
        apart = 0 if behind else decision.sentence[0] - draft.sentence[1]
        if 0 <= apart <= _APART and draft.sentence == near[-1].sentence:
            start, end = decision.content_span
            draft.status, draft.settled_by = status, decision
            span = context.doc[start:end]
            draft.outcome = (span.start_char, span.end_char)
