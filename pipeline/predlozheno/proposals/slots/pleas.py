"""A plea that an order follows: «прошу вас, не закрывайте станцию», «очень прошу, не тяните»."""

from __future__ import annotations

from predlozheno.proposals.context import Context
from predlozheno.proposals.grammar import feature, low
from predlozheno.proposals.hits import Hit
from predlozheno.records.schema import Kind

_BETWEEN = frozenset(", : – — вас тебя всех очень я ещё еще раз".split())
_FRAMES = ("request.prosit", "request.prosba_takaya", "request.dobivatsya")


def plea_opening(context: Context, hit: Hit, start: int, right: int) -> int | None:
    """Where the order begins that says what is pleaded for, or None where none stands there."""
    if hit.frame.kind is not Kind.REQUEST or hit.frame.id not in _FRAMES:
        return None
    doc, i = context.doc, start
    while i < right and low(doc[i]) in _BETWEEN:
        i += 1
    begin, i = i, i + (i < right and low(doc[i]) == "не")
    ordered = (
        i < right and feature(doc[i], "Mood") == "Imp" and low(doc[i]).endswith(("те", "тесь"))
    )
    return begin if ordered else None
