"""«Не поддержала предложение …», «по предложению X решено …»: the trigger's own clause tells."""

from __future__ import annotations

import re

from spacy.tokens import Token

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import PUT_TO_OTHERS
from predlozheno.proposals.outcomes.settling import INFINITIVE
from predlozheno.proposals.slots.verdict import Verdict, find_verdicts, has_any
from predlozheno.records.schema import Status

_WORD = re.compile(r"[а-яёa-z]+", re.IGNORECASE)
# So many words may stand behind the predicate of a sentence about a proposal.
_TAIL = 3


def announced(context: Context, draft: Draft) -> None:
    """«Не поддержала предложение …», «по предложению X решено …»: the trigger itself tells."""
    if draft.kind not in PUT_TO_OTHERS or draft.diathesis not in ("support", "noun", "by_noun"):
        return
    sentence = context.doc[draft.trigger[0]].sent
    left = context.doc[draft.region[0] : draft.trigger[1]]
    before = context.doc[sentence.start : draft.trigger[1]]
    wanted = context.doc[slice(*draft.content_span)]
    verdicts = [
        # «Предложение перенести ярмарку отклонили»: what is wanted is no verdict.
        verdict
        for verdict in find_verdicts(left.text)
        if not wanted.start_char <= left.start_char + verdict.start < wanted.end_char
    ]
    if verdicts:
        apply(draft, verdicts[0], left.start_char)
    elif draft.diathesis == "noun" and (
        verdicts := [v for v in find_verdicts(before.text) if v.kind == "active"]
    ):
        # «Собрание отклонило, сославшись на устав, идею …»: the noun is what the verb is about.
        apply(draft, verdicts[-1], before.start_char)
    elif draft.diathesis == "by_noun" and draft.trigger[1] < draft.content_span[0]:
        draft.status = Status.ADOPTED
        _predicated(context, draft)
        # «По предложению Сидорова перенести остановку комиссия отказала»
        behind = context.doc[draft.content_span[1] : sentence.end]
        refused = (v for v in find_verdicts(behind.text) if v.kind != "order")
        if verdict := next((v for v in refused if v.status is not Status.ADOPTED), None):
            apply(draft, verdict, behind.start_char)
    else:
        _predicated(context, draft)


def _predicated(context: Context, draft: Draft) -> None:
    """«Идея продать вагоны голосов не собрала»: the predicate behind the content is its verdict."""
    start, end = draft.content[-1]
    wanted = context.doc[start:end]
    # «По предложению Сидорова перенести остановку комиссия отказала»
    acts = ("plain", "passive", "active") if draft.diathesis == "by_noun" else ("plain", "passive")
    verdict = next(
        (
            v
            for v in find_verdicts(wanted.text)
            if v.kind in acts and not INFINITIVE.match(fold(wanted.text[v.start :]))
        ),
        None,
    )
    if verdict is None or len(_WORD.findall(wanted.text[verdict.end :])) > _TAIL:
        return
    stop = next(t.i for t in wanted if t.idx >= wanted.start_char + verdict.start)
    while stop > start and _leads_up(context.doc[stop - 1]):
        stop -= 1
    if stop > start:
        draft.content[-1] = (start, stop)
        apply(draft, verdict, wanted.start_char)


def _leads_up(token: Token) -> bool:
    """Whether it belongs to the predicate behind it: an auxiliary, a comma, who decides."""
    return token.pos_ == "AUX" or token.is_punct or has_any("deciders", fold(token.text))


def apply(draft: Draft, verdict: Verdict, offset: int) -> None:
    """The draft gets the status of the verdict, found in a text that begins at the offset."""
    draft.status = verdict.status
    draft.outcome = (offset + verdict.start, offset + verdict.end)
