"""Items that open a list of their own: one record with its parts in it, or a head over its children."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.actors import receivers
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_infinitive, trim
from predlozheno.proposals.heads import Head, Heads
from predlozheno.proposals.lines import make_draft


def parent_drafts(
    context: Context,
    heads: Heads,
    head: Head,
    sentence: Span,
    block: int,
    start: int,
    infinitive: int,
) -> list[Draft]:
    """An item that opens a list of its own: «Утвердить: план; смету» is one, with its children in it.

    Where the children act by themselves, they are the records: the parent is only their head.
    """
    doc = context.doc
    addressees = receivers(context, start, infinitive)
    children = [i for i, b in enumerate(context.blocks) if b.parent == block]
    acting = [i for i in children if _acts(context, i)]
    if acting:
        inner = Head(
            head.frame, "item", head.trigger, head.proposers, addressees, head.draft, head.strict
        )
        heads.put(block, inner)
        return []
    end = _block_end(context, children[-1]) if children else sentence.end
    begin = addressees[-1].end if addressees else start
    begin, stop = trim(doc, begin, end)
    if begin >= stop:
        return []
    heads.close(children)
    return [make_draft(context, head, sentence, block, [(begin, stop)])]


def _acts(context: Context, block: int) -> bool:
    info = context.blocks[block]
    span = context.doc.char_span(info.body, info.end, alignment_mode="contract")
    return span is not None and any(is_infinitive(t) for t in span[:8])


def _block_end(context: Context, block: int) -> int:
    info = context.blocks[block]
    span = context.doc.char_span(info.start, info.end, alignment_mode="expand")
    return span.end if span is not None else 0
