"""«Решение не принято.», «Снято с голосования.»: what a short line says of the question above it."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import (
    BINDING,
    PUT_TO_OTHERS,
    content_stems,
    meets,
    names_of,
    stems,
)
from predlozheno.proposals.outcomes.resolving import is_moved_item, is_resolved
from predlozheno.proposals.outcomes.settling import OTHER_MATTER, only_named
from predlozheno.proposals.slots.verdict import Verdict, find_verdicts, has_any
from predlozheno.proposals.slots.vote import find_shares
from predlozheno.records.schema import Status

# How many blocks below a question its verdict may stand, and how few words it has.
_NEAR = 3
_CURT = 6


def pronounced(context: Context, drafts: list[Draft]) -> None:
    """Settles what was put to the vote by the shares and by the curt verdict that follow it."""
    passed: list[Draft] = []
    ahead = list(drafts)
    items = {context.doc[d.sentence[0]].sent.start for d in drafts if is_resolved(context, d)}
    for sentence in context.doc.sents:
        while ahead and ahead[0].sentence[0] < sentence.start:
            passed.append(ahead.pop(0))
        block = context.block_index(sentence.start)
        if (shares := find_shares(sentence.text)) and _by_name(context, sentence, passed, shares):
            continue
        group = _question(context, passed, block)
        # «2. Отложить вопрос о границах» is an item of its own, and says nothing of the one above.
        if not group or sentence.start in items or _of_its_item(context, sentence, group):
            continue
        if shares:
            start, end, won = shares
            for draft in group:
                if draft.is_draft_decision or is_moved_item(context, draft) or _is_put(draft):
                    status = Status.ADOPTED if won else Status.REJECTED
                    _settle(draft, status, sentence.start_char, (start, end))
        elif verdict := _curt(sentence):
            if _names_other(context, sentence, group):
                continue
            for draft in group:
                # «За 51 %. Решение не принято (нужно 2/3)»: what is pronounced counts, not the shares.
                moved = draft.is_draft_decision or is_moved_item(context, draft)
                if draft.kind in BINDING or moved:
                    span = (verdict.start, verdict.end)
                    _settle(draft, verdict.status, sentence.start_char, span)


def _names_other(context: Context, sentence: Span, group: list[Draft]) -> bool:
    """«Решили направить ходатайство. Вопрос о составе перенести»: the matter it names is another."""
    match = OTHER_MATTER.search(fold(sentence.text))
    if match is None:
        return False
    words = stems(fold(sentence.text)[match.start() :])
    return bool(words) and not any(content_stems(context, draft) & words for draft in group)


def _of_its_item(context: Context, sentence: Span, group: list[Draft]) -> bool:
    """«– Письмо подъезда: лифт. Отложить.»: behind its own matter an item speaks of no other."""
    block = context.block_index(sentence.start)
    info = context.blocks[block]
    behind = info.kind == "item" and sentence.start_char > info.body
    return behind and group[-1].block != block and group[-1].kind in BINDING


def _by_name(
    context: Context, sentence: Span, passed: list[Draft], shares: tuple[int, int, bool]
) -> bool:
    """«Голосовали за предложение Карповой: «за» – 81,2 %, …»: settles what she had moved."""
    start, end, won = shares
    words = stems(sentence.text[:start])
    item = context.blocks[context.block_index(sentence.start)].item
    movers = [
        draft
        for draft in passed
        if draft.kind in PUT_TO_OTHERS
        and draft.status is Status.PROPOSED
        and context.blocks[draft.block].item == item
        and meets(names_of(context, draft), words)
    ]
    for draft in movers:
        status = Status.ADOPTED if won else Status.REJECTED
        _settle(draft, status, sentence.start_char, (start, end))
    return bool(movers)


def _question(context: Context, passed: list[Draft], block: int) -> list[Draft]:
    """The last draft near above, or the draft decision debated since, with those of its sentence."""
    item = context.blocks[block].item
    put = [
        d
        for d in passed
        if d.is_draft_decision
        and block - d.block <= 2 * _NEAR
        and context.blocks[d.block].item == item
    ]
    near = [d for d in passed[-1:] if block - d.block <= _NEAR]
    if not put and not near:
        return []
    last = (put or near)[-1]
    return [
        d
        for d in passed
        if d.sentence == last.sentence or (d.block == last.block and d.head == last.head)
    ]


def _is_put(draft: Draft) -> bool:
    """«5.2. Сдать холл под кофейню. За 41 %, против 59 %»: the item of a list by itself."""
    return draft.diathesis == "bare_infinitive"


def _curt(sentence: Span) -> Verdict | None:
    """The verdict of a sentence that says little more than that something was lost or put off."""
    lead = sentence.text.partition(":")[0]
    if len([word for word in lead.split() if word[:1].isalpha()]) > _CURT:
        return None
    settling = (v for v in find_verdicts(lead) if v.kind in ("plain", "passive"))
    found = next((v for v in settling if not only_named(lead, v)), None)
    if found is None or found.status is Status.ADOPTED:
        return None
    begins = not any(c.isalpha() for c in lead[: found.start])
    return found if begins or has_any("matters", fold(lead)) else None


def _settle(draft: Draft, status: Status, offset: int, span: tuple[int, int]) -> None:
    draft.status = status
    draft.outcome = (offset + span[0], offset + span[1])
