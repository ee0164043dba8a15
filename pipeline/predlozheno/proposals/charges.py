"""Who is charged with an item of a resolution, where neither a dative nor a name opens it."""

from __future__ import annotations

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import low
from predlozheno.resources import gazetteer


def charged(context: Context, start: int, infinitive: int) -> list[Phrase]:
    """«За дирекцией – подыскать средства»: the instrumental behind «за», before a dash."""
    if low(context.doc[start]) != "за" or context.doc[infinitive - 1].text not in ("–", "—", ":"):
        return []
    phrase = context.phrase_at(start + 1)
    if phrase is None or not phrase.has_case("Ins") or phrase.end != infinitive - 1:
        return []
    return [phrase]


def behind_infinitive(context: Context, start: int, infinitive: int, end: int) -> list[Phrase]:
    """«Отчёт подготовить Иванову И.И. к 1 марта»: the dative right behind a verb of making.

    The object stands first; a verb that gives or tells something («направить главе») has a receiver
    there instead, so that only verbs of the list count.
    """
    doc = context.doc
    if infinitive == start or infinitive + 1 >= end:
        return []
    if fold(doc[infinitive].lemma_) not in _makers():
        return []
    phrase = context.phrase_at(infinitive + 1)
    if phrase is None or phrase.end > end or phrase.label not in ("PER", "ROLE", "ORG"):
        return []
    return [phrase] if phrase.has_case("Dat") else []


def _makers() -> frozenset[str]:
    return frozenset(fold(verb) for verb in gazetteer("target-cues")["makers"])
