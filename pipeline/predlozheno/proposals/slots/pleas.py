"""Orders: where the clause of one begins, and pleas before one («прошу вас, не закрывайте станцию»)."""

from __future__ import annotations

from predlozheno.proposals.context import Context
from predlozheno.proposals.edges import skip_left
from predlozheno.proposals.grammar import is_finite, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.insertions import before_insertion
from predlozheno.proposals.slots.vocatives import murmured_name
from predlozheno.reading.dictionary import is_command
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
    ordered = i < right and low(doc[i]).endswith(("те", "тесь")) and is_command(low(doc[i]))
    return begin if ordered else None


def clause_opening(context: Context, hit: Hit, left: int) -> int:
    """Where the clause of an imperative begins, behind what is called out before it («Тимур, …»)."""
    doc = context.doc
    if called := murmured_name(context, hit, left):
        left = called.end
    passed = hit.start
    for i in range(hit.start - 1, left - 1, -1):
        if i >= passed:
            continue
        if doc[i].text == "," and (before := before_insertion(doc, i, left)) < i:
            passed = before
            continue
        if doc[i].text in ",:;–—-]" or is_finite(doc[i]):
            return skip_left(context, i + 1, hit.start).position
    return skip_left(context, left, hit.start).position
