"""«Предложение перенести рассмотрение было отклонено»: named again to be settled, and no new record."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import content_stems, content_text, names_of
from predlozheno.proposals.slots.verdict import find_verdicts, has_any
from predlozheno.records.schema import Kind

_PUT = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION, Kind.WISH, Kind.NEED)
_NOUN = re.compile(
    r"(?:(?:это|данн|эт)[а-я]* )?(?:предложени|поправк|просьб|инициатив|ходатайств|пожелани)[а-я]*"
    r"(?: с [а-я]+ [а-я]+| в целом)?\W*$"
)
# «Ставлю на голосование исключение пункта 9»: what somebody has moved before.
_PUT_TO_VOTE = re.compile(r"став[а-я]+ на голосовани|на голосовани[а-я]+ став")
_NAMED = ("noun", "support", "by_noun")
# How many blocks back the first mention may stand.
_REACH = 14


def without_restated(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only name an earlier one by its noun in order to settle it."""
    ordered = sorted(drafts, key=lambda draft: draft.content_span)
    kept: list[Draft] = []
    for draft in ordered:
        again = _settles(context, draft) and any(_same(context, draft, e) for e in kept)
        if not again and not _only_its_noun(context, draft, kept):
            kept.append(draft)
    return kept


def _only_its_noun(context: Context, draft: Draft, kept: list[Draft]) -> bool:
    """«Предложение с внесённым изменением было одобрено»: the verdict on what was put right before."""
    if draft.kind is not Kind.DECISION or draft.head is not None:
        return False
    trigger = context.doc[draft.trigger[0] : draft.trigger[1]].text
    if not find_verdicts(trigger) or not _NOUN.match(fold(content_text(context, draft))):
        return False
    return any(e.kind in _PUT and 0 <= draft.block - e.block <= 1 for e in kept)


def _settles(context: Context, draft: Draft) -> bool:
    """Whether it is put to the vote, or the noun of the trigger is the subject of a verdict."""
    trigger = fold(context.doc[draft.trigger[0] : draft.trigger[1]].text)
    if _PUT_TO_VOTE.search(trigger):
        return True
    if draft.diathesis not in _NAMED or draft.kind not in _PUT or draft.head is not None:
        return False
    sentence = context.doc[draft.trigger[0]].sent
    opening = context.doc[sentence.start : draft.content_span[1]].text
    if not has_any("matters", fold(opening)):
        return False
    behind = context.doc[draft.content_span[0] : sentence.end].text
    return any(v.kind in ("plain", "passive") for v in find_verdicts(behind))


def _same(context: Context, draft: Draft, earlier: Draft) -> bool:
    """Whether the earlier draft wants most of what this one names, and no other party wants it."""
    if earlier.kind not in _PUT or not 0 <= draft.block - earlier.block <= _REACH:
        return False
    if draft.sentence == earlier.sentence:
        return False
    words, wanted = content_stems(context, draft), content_stems(context, earlier)
    mine, theirs = names_of(context, draft), names_of(context, earlier)
    put = _PUT_TO_VOTE.search(fold(context.doc[draft.trigger[0] : draft.trigger[1]].text))
    # Who puts it to the vote has not moved it.
    strangers = bool(mine and theirs and not mine & theirs) and put is None
    # «Предложение Громова о сокращении расходов отклонено»: his own words were others.
    enough = 1 if mine & theirs else -(-len(words) // 2)
    return bool(words) and len(words & wanted) >= enough and not strangers
