"""What a speaker puts between commas behind a trigger: «Давайте, коллеги, всё-таки закроем ворота»."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from predlozheno.language.morphology import fold
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.learned.columns import Columns, columns
from predlozheno.resources import gazetteer

_LONGEST_NAME = 3


def behind_insertions(doc: Doc, start: int, end: int) -> int:
    """The token behind all insertions at `start`; `start` where none stands there.

    Args:
        doc: the document.
        start: the first token behind the trigger.
        end: of its sentence.
    """
    words, position = columns(doc), start
    while position < end:
        step = _behind_one(doc, words, position, end)
        if step == position:
            return position if position > start and words.low[position - 1] == "," else start
        position = step
    return start


def before_insertion(doc: Doc, comma: int, start: int) -> int:
    """«Скорую, ради бога, | уберите»: of the comma behind an insertion, the one in front of it."""
    words = columns(doc)
    opening = next((i for i in range(comma - 1, start - 1, -1) if words.low[i] == ","), None)
    if opening is None:
        return comma
    inserted = range(opening + 1, comma)
    # «Верёвки, Тимур, | включи в заявку»
    called = 0 < len(inserted) <= _LONGEST_NAME and all(
        doc[i].text.istitle() and words.pos[i] == "PROPN" for i in inserted
    )
    return opening if called or tuple(words.low[opening + 1 : comma]) in _insertions() else comma


def before_closing_insertion(doc: Doc, start: int, end: int) -> int:
    """Where «и» and an insertion stand that lead to the next action; the end without them."""
    words = columns(doc)
    comma = next((i for i in range(end - 1, start, -1) if words.low[i] == ","), None)
    if comma is None or tuple(words.low[comma + 1 : end]) not in _insertions():
        return end
    return comma - 1 if words.low[comma - 1] == "и" else end


def stands_between(words: Columns, i: int, end: int) -> bool:
    """Whether a word belongs to an insertion between commas: «и, знаете, разослать»."""
    opening = next(
        (k for k in range(i - 1, max(-1, i - _LONGEST_NAME), -1) if words.low[k] == ","), None
    )
    closing = next(
        (k for k in range(i + 1, min(end, i + _LONGEST_NAME)) if words.low[k] == ","), None
    )
    if opening is None or closing is None:
        return False
    return tuple(words.low[opening + 1 : closing]) in _insertions()


def invites(doc: Doc, hit: Hit, begin: int) -> bool:
    """«Давайте, коллеги, закроем ворота»: whether the clause at `begin` is what all are invited to."""
    inviting = hit.frame.takes("content", "future") and hit.anchor < begin
    return inviting and behind_insertions(doc, hit.anchor, begin + 1) == begin


def _behind_one(doc: Doc, words: Columns, start: int, end: int) -> int:
    if words.low[start] != ",":
        # «давайте всё-таки, коллеги, закроем»
        return start + (words.low[start] in gazetteer("edges")["hedges"])
    close = next((i for i in range(start + 1, end) if words.low[i] == ","), end)
    if close + 1 >= end:
        return start
    inserted = tuple(words.low[start + 1 : close])
    called = 0 < len(inserted) <= _LONGEST_NAME and all(
        words.pos[i] == "PROPN" and doc[i].text.istitle() for i in range(start + 1, close)
    )
    return close + 1 if called or inserted in _insertions() else start


@cache
def _insertions() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(words).split()) for words in gazetteer("edges")["insertions"])
