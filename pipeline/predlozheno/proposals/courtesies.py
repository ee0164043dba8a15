"""What a speaker only says he is going to say: «хотел бы поблагодарить», «хочу задать вопрос»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Span

from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.grammar import is_finite, is_infinitive, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import Refusal
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

WANTING = frozenset("хотеть хотеться желать".split())
_REACH = 6
_ENDS = frozenset(",;:–—.!?")


def announced(hit: Hit, sentence: Span) -> Refusal | None:
    """The wish to say something is no wish of anything to be done, and is fulfilled by being said."""
    doc = sentence.doc
    wanting = {lemma for t in doc[hit.start : hit.end] for lemma in word_lemmas(t.text)}
    if hit.frame.kind is not Kind.WISH or not wanting & WANTING:
        return None
    for token in doc[hit.end : min(hit.end + _REACH, sentence.end)]:
        if token.text in _ENDS or is_finite(token):
            break
        if is_infinitive(token):
            behind = [low(t) for t in doc[token.i + 1 : min(token.i + _REACH, sentence.end)]]
            said = any(is_speaking(lemma, behind) for lemma in word_lemmas(token.text, pos="VERB"))
            return Refusal("polite", f"«{token.text}» is done by saying so") if said else None
    return None


def is_speaking(lemma: str, behind: Sequence[str]) -> bool:
    """Whether a verb is one of speaking, by itself or with one of the words behind it.

    Args:
        lemma: of the verb.
        behind: the words behind it, in lower case.
    """
    if lemma in _alone():
        return True
    company = gazetteer("courtesies")["with"].get(lemma, ())
    return any(word.startswith(tuple(company)) for word in behind) if company else False


@cache
def _alone() -> frozenset[str]:
    return frozenset(gazetteer("courtesies")["alone"])
