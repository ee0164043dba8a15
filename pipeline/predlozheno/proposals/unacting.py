"""Items without an infinitive: noun phrases, clauses, and «Петров подготовит смету»."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.actors import (
    dashed_dative,
    executed,
    leading_dative,
    person_future,
)
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.edges import skip_right
from predlozheno.proposals.grammar import (
    trim,
)
from predlozheno.proposals.heads import Head, Heads
from predlozheno.proposals.lines import (
    heads_items,
    make_draft,
    make_drafts,
)
from predlozheno.proposals.named import named_executors
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.tails import dated, is_topic, ours, timed
from predlozheno.proposals.tasks import follows_arrow
from predlozheno.proposals.told_tasks import told_in_items
from predlozheno.records.schema import Kind

ORDERS = (Kind.DECISION, Kind.ASSIGNMENT)
_ORDERING = "assignment.dative"


def ends_in_colon(sentence: Span) -> bool:
    """Whether a sentence ends in a colon."""
    last = next((t for t in reversed(sentence) if not t.is_space), None)
    return last is not None and last.text == ":"


def without_infinitive(
    context: Context, head: Head, heads: Heads, sentence: Span, block: int, start: int
) -> list[Draft] | None:
    """Items that are noun phrases or clauses, and «Петров подготовит смету»."""
    future = person_future(context, head, sentence, block, start)
    if future:
        return future
    if head.kind in ORDERS and (tasks := told_in_items(context, head, sentence, block, start)):
        return tasks
    named = named_executors(context, start, sentence.end)
    # «– Якимов – новая трассировка, до 5 июня» below what was resolved.
    due = head.kind is Kind.DECISION and bool(named) and timed(sentence)
    if named and (head.kind is Kind.ASSIGNMENT or due):
        return executed(context, head, sentence, block, named)
    block_info = context.blocks[block]
    orders = head.kind in ORDERS
    if orders and (told := dashed_dative(context, start, sentence.end)):
        return make_drafts(context, head, sentence, block, told[-1].end + 1, told)
    dative = leading_dative(context, start, sentence.end)
    if ends_in_colon(sentence) or heads_items(context, sentence, block, dative):
        if dative and orders:
            # «7. Оргкомитету: 7.1. издать материалы»: who is told to is ordered to.
            decides = head.kind is Kind.DECISION
            ordering = context.lexicon.frames.get(_ORDERING) if decides else None
            frame = ordering or head.frame
            inner = Head(
                frame, "item", head.trigger, head.proposers, dative, head.draft, head.strict
            )
            heads.put(block, inner)
        return None
    said = dated(sentence) or head.diathesis == "label" and ours(sentence)
    bare = head.strict and head.kind is Kind.DECISION and not said
    if bare or head.strict and block_info.kind not in ("item", "row"):
        return None
    later = sentence[0].idx > block_info.body and not follows_arrow(sentence)
    if block_info.kind not in ("item", "row") or later:
        return None
    if is_topic(context, sentence, block, wished=head.kind in (Kind.WISH, Kind.PROPOSAL)):
        return None
    stop, purposes = skip_right(context, start, sentence.end)
    begin, stop = trim(context.doc, start, stop)
    if begin >= stop:
        return None
    drafts = [
        make_draft(context, head, sentence, block, [span])
        for span in split_actions(context, begin, stop, "nominal")
    ]
    for draft in drafts:
        draft.purposes = purposes
    return drafts
