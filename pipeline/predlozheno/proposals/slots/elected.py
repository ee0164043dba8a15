"""Who is elected to what: «Председателем собрания избрали Щукина», «Зуев избран старостой»."""

from __future__ import annotations

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.edges import TokenSpan, skip_left
from predlozheno.proposals.grammar import case_of, is_finite, trim
from predlozheno.proposals.hits import Hit
from predlozheno.resources import gazetteer

_ELECTING = frozenset(("избрать", "избирать", "переизбрать"))
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
    offices = any(_is_office(p) for p in [*before, *people])
    if not offices and not any(_is_body(context, p) for p in before):
        return []
    parts = [(_opening(context, p), p.end) for p in before[:1]]
    return [*parts, behind] if behind[0] < behind[1] else []


def _is_told(context: Context, phrase: Phrase, *, passive: bool) -> bool:
    """The office, the body, or of a passive the person; who elects is none of them."""
    person = passive and phrase.label == "PER"
    return _is_office(phrase) or _is_body(context, phrase) or person


def _is_office(phrase: Phrase) -> bool:
    known = lemmas(phrase.head.text) & {*gazetteer("parties-offices")["offices"], "старший"}
    return case_of(phrase.head) == "Ins" and (phrase.label == "ROLE" or bool(known))


def _is_body(context: Context, phrase: Phrase) -> bool:
    """«В правление избраны …»: what somebody is elected to."""
    return phrase.has_case("Acc") and _opening(context, phrase) < phrase.start


def _opening(context: Context, phrase: Phrase) -> int:
    into = phrase.start > 0 and context.doc[phrase.start - 1].lower_ in _INTO
    return phrase.start - 1 if into else phrase.start
