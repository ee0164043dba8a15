"""Resolutions that take up what was proposed before them in the same or in other words."""

from __future__ import annotations

import re
from functools import cache

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_infinitive, low
from predlozheno.proposals.linking import ANSWERABLE, BINDING
from predlozheno.proposals.outcomes.echoes import (
    echoed,
    named_whole,
    rare_stems,
    take_along,
    topics,
)
from predlozheno.proposals.outcomes.resolving import is_resolved, is_resolved_item, same_turn
from predlozheno.proposals.outcomes.turned import denies
from predlozheno.proposals.slots.numerals import in_figures
from predlozheno.proposals.slots.verdict import find_verdicts
from predlozheno.records.schema import Kind, Status
from predlozheno.resources import gazetteer

# How many blocks on a resolution may take a proposal up, and how much alike the two must be.
_REACH = 40
_LEAST_SHARED = 2
_SHARE = 0.5
_SHORT = 2
# The same words count for more than any echo of some of them.
_ALIKE = 100
_OPEN_STILL = re.compile(
    r"на усмотрение|(?<![а-я])(?:изучить|проработать|обсудить|рассмотреть)"
    r" (?:вопрос|предложени|возможност|инициатив|иде|просьб|вариант)"
)
_FIGURE = re.compile(r"(?<![\d.,])\d+(?![\d-])")


def taken_up(context: Context, drafts: list[Draft]) -> None:
    """A proposal whose words a later resolution repeats was adopted by it."""
    for decision in drafts:
        if decision.kind in BINDING or is_resolved(context, decision):
            take_along(context, decision, drafts)
    decisions = [d for d in drafts if _resolves(context, d)]
    words = {id(d): _content_words(context, d) for d in drafts}
    rare = rare_stems(context) - topics(context, [d for d in drafts if d.kind in ANSWERABLE])
    for draft in drafts:
        if draft.kind not in ANSWERABLE or draft.status is not Status.PROPOSED:
            continue
        if is_resolved(context, draft):
            continue
        best, closest = 0, None
        for decision in decisions:
            if not _may_take(context, draft, decision, drafts):
                continue
            shared = words[id(draft)] & words[id(decision)]
            alike = _alike(words[id(draft)], words[id(decision)])
            if alike or denies(context, decision, draft):
                score = _ALIKE + len(shared)
            elif draft.kind is not Kind.NEED and echoed(context, draft, decision, rare):
                score = 1 + len(shared)
            else:
                continue
            if score > best:
                best, closest = score, decision
        if closest is not None:
            _take(context, draft, closest, alike=best >= _ALIKE)


def _may_take(context: Context, draft: Draft, decision: Draft, drafts: list[Draft]) -> bool:
    """Whether the decision stands behind the draft, near enough, and leaves its matter not open."""
    if decision.sentence[0] <= draft.sentence[0] or decision.block - draft.block > _REACH:
        return False
    if same_turn(context, draft, decision) or _leaves_open(context, decision):
        return False
    return not _as_another(context, draft, decision, drafts)


def _take(context: Context, draft: Draft, decision: Draft, *, alike: bool) -> None:
    start, end = decision.content_span
    span = context.doc[start:end]
    verdicts = find_verdicts(span.text)
    status = Status.ADOPTED
    if _later().search(fold(span.text)) or any(v.status is Status.POSTPONED for v in verdicts):
        # «Деление на группы рассмотреть в августе»
        status = Status.POSTPONED
    elif alike and _denies(context, draft) != _denies(context, decision):
        # «Сдать цех в аренду» – «цех в аренду не сдавать»
        status = Status.REJECTED
    elif not alike and verdicts:
        # «В отмене рейса отказать» is about all that it names.
        if not named_whole(context, draft, decision):
            return
        status = verdicts[0].status
    draft.status, draft.settled_by = status, decision
    draft.outcome = (span.start_char, span.end_char)


@cache
def _later() -> re.Pattern[str]:
    words = "|".join(gazetteer("outcome-cues")["decided_postponed"])
    return re.compile(rf"(?<![а-я])(?:{words})(?![а-я])")


def _denies(context: Context, draft: Draft) -> bool:
    """Whether what is wanted is that something be not done: «не сдавать цех»."""
    words = [t for start, end in draft.content for t in context.doc[start:end]]
    first = next((i for i, t in enumerate(words) if is_infinitive(t)), 0)
    instead = any(low(t) == "а" for t in words[first:])
    return first > 0 and low(words[first - 1]) == "не" and not instead


def _leaves_open(context: Context, decision: Draft) -> bool:
    """«Вопрос о входе оставить на усмотрение музея», «проработать предложение»: nothing is adopted."""
    start, end = decision.content_span
    return _OPEN_STILL.search(fold(context.doc[start:end].text)) is not None


def _as_another(context: Context, draft: Draft, decision: Draft, drafts: list[Draft]) -> bool:
    """«Сдать на 10 лет», «сдать на 5 лет», resolved: «на 5 лет»: the figures are another mover's."""
    resolved, mine = _figures(context, decision), _figures(context, draft)
    if not resolved or not mine or resolved & mine:
        return False
    return any(
        other.kind is Kind.PROPOSAL
        and other.head is None
        and abs(other.block - draft.block) <= _LEAST_SHARED
        and other.sentence[1] <= decision.sentence[0]
        and _figures(context, other) & resolved
        for other in drafts
        if other is not draft
    )


def _figures(context: Context, draft: Draft) -> frozenset[str]:
    text = " ".join(context.doc[start:end].text for start, end in draft.content)
    return frozenset(_FIGURE.findall(in_figures(text).text))


def _resolves(context: Context, draft: Draft) -> bool:
    """A decision, or an item of a resolution, whatever its own verb makes of it."""
    if draft.is_draft_decision:
        return False
    if draft.head is None:
        return draft.kind in BINDING
    return is_resolved_item(context, draft)


def _content_words(context: Context, draft: Draft) -> set[str]:
    """The lemmas that a content is told by; of an order also its verb: «Закрепить темы»."""
    acts = any(is_infinitive(t) for t in context.doc[slice(*draft.trigger)])
    own = [draft.trigger] if draft.kind in BINDING and acts else []
    return {
        fold(token.lemma_)
        for start, end in [*own, *draft.content]
        for token in context.doc[start:end]
        if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and len(token) > _SHORT
    }


def _alike(one: set[str], other: set[str]) -> bool:
    """Whether most words of the shorter content stand in the longer one."""
    shared = len(one & other)
    return shared >= _LEAST_SHARED and shared >= _SHARE * min(len(one), len(other))
