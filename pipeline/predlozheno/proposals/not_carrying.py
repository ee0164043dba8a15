"""Verbs beside a noun of speech that do not carry it: «утвердить план и предложить»."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import fold
from predlozheno.proposals.grammar import (
    is_finite,
    is_infinitive,
    low,
)
from predlozheno.proposals.hits import AUXILIARIES
from predlozheno.proposals.learned.columns import columns
from predlozheno.resources import gazetteer

# So many words before a noun an action may stand of which it is the object.
_OPENING = 3


@cache
def outcomes() -> tuple[str, ...]:
    """How the words begin that tell what became of what the noun names."""
    return tuple(gazetteer("outcome-cues")["told_outcomes"])


def another_action(sentence: Span, noun: Token, i: int) -> bool:
    """«Утвердить план и предложить кафедрам …»: the noun is what the action before it is done with."""
    doc = sentence.doc
    if low(doc[i - 1]) not in ("и", "также", ","):
        return False
    if not is_infinitive(doc[i]):
        # «Высказалась за документ с поправками и предложила …»
        held = low(doc[noun.i - 1]) in ("с", "со", "без") and i == noun.i + 2
        return held and is_finite(doc[i])
    before = doc[max(sentence.start, noun.i - _OPENING) : noun.i]
    return any(is_infinitive(t) for t in before) and doc[noun.i - 1].pos_ != "ADP"


def helps(doc: Doc, i: int) -> bool:
    """«Предложение … было отклонено»: the auxiliary of a passive carries no noun."""
    if columns(doc).low[i] not in AUXILIARIES:
        return False
    behind = doc[i + 1] if i + 1 < len(doc) else None
    return (
        behind is not None
        and behind.pos_ in ("VERB", "ADJ")
        and fold(behind.text).endswith(("но", "на", "ны", "ен", "то", "та", "ты"))
        and fold(behind.text).startswith((*outcomes(), "встречен", "оставлен", "переда"))
    )
