"""What an imperative is: a task from who may give one, else a request; of several, each its own verb."""

from __future__ import annotations

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import feature
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.resolution import chair_speaks
from predlozheno.proposals.speech import is_address
from predlozheno.records.schema import Kind, Role


def ordered(context: Context, draft: Draft, hit: Hit) -> None:
    """Sets kind and trigger of a draft that an imperative made."""
    start, end = draft.content_span
    if not start <= hit.start < end:
        own = (t.i for t in context.doc[start:end] if feature(t, "Mood") == "Imp")
        verb = next(own, None)
        draft.trigger = (verb, verb + 1) if verb is not None else draft.trigger
    if hit.is_familiar or chair_speaks(context, draft.block) or _is_named(context, draft):
        draft.kind = Kind.ASSIGNMENT


def _is_named(context: Context, draft: Draft) -> bool:
    """«Пётр Ильич, закажите», where no label says who speaks: tasks are given so, by name.

    Who speaks from a rostrum gives nobody a task.
    """
    unlabelled = context.blocks[draft.block].speaker is None and not is_address(context)
    named = any(m.role is Role.ADDRESSEE and m.phrase.label == "PER" for m in draft.targets)
    return unlabelled and named
