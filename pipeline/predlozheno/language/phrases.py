"""Noun phrases read from left to right by agreement, for the trees are wrong too often."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from predlozheno.language.agreement import is_modifier, is_noun
from predlozheno.language.complements import right_edge
from predlozheno.language.modifiers import left_edge, modified_noun

__all__ = ["head_noun", "left_edge", "noun_chunks", "noun_phrase", "right_edge", "running_chunks"]


def noun_phrase(token: Token) -> Span:
    """The noun phrase that a noun heads, or that a modifier belongs to; else the token alone.

    Left: adjectives, participles, numerals and possessives in agreement. Right: genitives one under
    another, quoted names, abbreviations, names of people in apposition, and behind nouns for bodies
    and offices a field with «по». Brackets and clauses end it; so does the sentence.
    """
    head = head_noun(token)
    start = token.i if head is None else left_edge(head)
    if head is None or start > token.i:
        return token.doc[token.i : token.i + 1]
    return token.doc[start : right_edge(head)]


def noun_chunks(text: Doc | Span) -> list[Span]:
    """The noun phrases of a Doc or Span in order; none overlaps another, none lies inside another."""
    doc = text.doc
    first, last = (text.start, text.end) if isinstance(text, Span) else (0, len(doc))
    return list(running_chunks(doc, first, last))


def head_noun(token: Token) -> Token | None:
    """The noun itself, or the noun to the right that a modifier agrees with; else None."""
    if is_noun(token):
        return token
    if not is_modifier(token):
        return None
    found = modified_noun(token)
    return found[1] if found else None


def running_chunks(doc: Doc, first: int, last: int) -> Iterator[Span]:
    """The noun phrases between two tokens, each read when it is asked for."""
    index = first
    while index < last:
        head = head_noun(doc[index])
        if head is None or left_edge(head) < index:
            head = doc[index] if is_noun(doc[index]) else None
        if head is None:
            index += 1
            continue
        start, end = max(index, left_edge(head)), min(right_edge(head), last)
        yield doc[start:end]
        index = end
