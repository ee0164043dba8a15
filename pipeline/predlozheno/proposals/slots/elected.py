"""Who is elected or put up for what: «Председателем избрали Щукина», «предложил Орлова в старосты»."""

from __future__ import annotations

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.edges import TokenSpan, skip_left
from predlozheno.proposals.grammar import is_finite, is_infinitive, low, trim
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.posts import is_office, post_in

_ELECTING = frozenset(("избрать", "избирать", "переизбрать"))
_PUTTING_UP = frozenset(("предложить", "предлагать", "выдвинуть", "выдвигать", "рекомендовать"))
_INTO = ("в", "во")
_VOICES = ("active", "short_passive")


def elected(context: Context, hit: Hit, left: int, right: int) -> list[TokenSpan]:
    """The office and the person on both sides of a verb of election; empty where it is none.

    Args:
        context: the document.
        hit: a trigger; only a finite form of «избрать» elects.
        left: token index at which its clause begins.
        right: token index at which it ends, exclusive.
    """
    verb = context.doc[hit.head]
    if hit.diathesis not in _VOICES or not is_finite(verb) or not lemmas(verb.text) & _ELECTING:
        return []
    passive = hit.diathesis == "short_passive"
    start = skip_left(context, left, hit.start).position
    before = [
        p for p in context.phrases_in(start, hit.start) if _is_told(context, p, passive=passive)
    ]
    behind = trim(context.doc, hit.end, right)
    people = context.parties_in(*behind) if behind[0] < behind[1] else []
    offices = any(is_office(p) for p in [*before, *people])
    if not offices and not any(_is_body(context, p) for p in before):
        return []
    parts = [(_opening(context, p), p.end) for p in before[:1]]
    return [*parts, behind] if behind[0] < behind[1] else []


def put_up(context: Context, hit: Hit, left: int, right: int) -> list[TokenSpan]:
    """The person put up and the post, which may stand in front; empty where nobody is.

    Args:
        context: the document.
        hit: a trigger; only a verb of putting forward counts.
        left: token index at which its clause begins.
        right: token index at which it ends, exclusive.
    """
    doc, verb = context.doc, context.doc[hit.head]
    if not (is_finite(verb) and lemmas(verb.text) & _PUTTING_UP):
        return []
    if any(map(is_infinitive, doc[left:right])):
        return []
    start, end = trim(doc, hit.end, right)
    if not any(p.label == "PER" for p in context.parties_in(start, end)):
        return []
    if post_in(context, start, end):
        return [(start, end)]
    post = post_in(context, skip_left(context, left, hit.start).position, hit.start)
    return [post, (start, end)] if post else []


def _is_told(context: Context, phrase: Phrase, *, passive: bool) -> bool:
    """The office, the body, or of a passive the person; who elects is none of them."""
    person = passive and phrase.label == "PER"
    return is_office(phrase) or _is_body(context, phrase) or person


def _is_body(context: Context, phrase: Phrase) -> bool:
    """«В правление избраны …»: what somebody is elected to."""
    return phrase.has_case("Acc") and _opening(context, phrase) < phrase.start


def _opening(context: Context, phrase: Phrase) -> int:
    into = phrase.start > 0 and context.doc[phrase.start - 1].lower_ in _INTO
    return phrase.start - 1 if into else phrase.start


def split_people(context: Context, span: TokenSpan) -> list[TokenSpan]:
    """«В правление предложены: Орлов И.И., Цой П.К.»: each one put forward by himself."""
    doc, people = context.doc, context.doc.user_data.get("people", {})
    names, i = [], span[0]
    while i < span[1]:
        if i in people and people[i] <= span[1] + 1:
            names.append((i, people[i]))
            i = people[i]
        elif low(doc[i]) in (",", ";", "и", "."):
            i += 1
        else:
            return [span]
    return names if len(names) > 1 else [span]
