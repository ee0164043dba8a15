"""Gives records that name nobody the party that the lines around them name for all."""

from __future__ import annotations

from dataclasses import replace

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.slots.titled import owners_of_line
from predlozheno.records.schema import Kind, PartySource

_BACK = 2


def inherit_proposers(context: Context, drafts: list[Draft]) -> None:
    """Fill `proposers` of records without any.

    The items of «Из заключения комиссии:» are the commission's. «Копейкин распорядился: юристу
    подготовить договор. Начмеду пересмотреть показания.»: the second order is his, too.
    """
    ordered: Draft | None = None
    for draft in drafts:
        if not draft.proposers:
            draft.proposers = _of_line(context, draft) or _of_order(context, draft, ordered)
        stated = [m for m in draft.proposers if m.source is not PartySource.SPEAKER]
        if draft.kind is Kind.ASSIGNMENT and stated:
            ordered = draft


def _of_line(context: Context, draft: Draft) -> list[Mention]:
    block = context.blocks[draft.block]
    if block.kind != "item" or block.parent is None or block.speaker_span is not None:
        return []
    return [Mention(p, PartySource.CONTEXT) for p in owners_of_line(context, block.parent)]


def _of_order(context: Context, draft: Draft, before: Draft | None) -> list[Mention]:
    """The one who gave the order before it, where nothing but orders stands between them."""
    if before is None or draft.diathesis != "dative_infinitive" or draft.head is not None:
        return []
    near = before.block == draft.block and before.sentence[0] <= draft.sentence[0]
    told = context.blocks[draft.block].speaker_span is not None
    begin = before.sentence[1]
    between = context.doc[begin : draft.sentence[0]] if begin < draft.sentence[0] else ()
    if not near or told or sum(bool(t.is_sent_start) for t in between) > _BACK:
        return []
    return [replace(m, source=PartySource.CONTEXT) for m in before.proposers]
