"""Where the clause of a trigger begins: behind the clause of the trigger before it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from predlozheno.proposals.grammar import low
from predlozheno.proposals.hits import Hit

_LONGEST_ABBREVIATED = 6


def left_border(hit: Hit, sentence: Span, hits: list[Hit]) -> int:
    """Token index at which the trigger's own clause begins: behind the clause of the one before it."""
    doc = sentence.doc
    for i in range(hit.start - 1, sentence.start - 1, -1):
        if doc[i].text in (";", ":") or _ends_another(doc, i):
            return i + 1
        if any(
            other.start <= i < other.end and other.diathesis != "infinitive"
            for other in hits
            if other is not hit
        ):
            for j in range(i + 1, hit.start):
                if low(doc[j]) in ("и", "а", "но") or doc[j].text == ",":
                    return j + 1
            return i + 1
        if doc[i].text == "," and low(doc[min(i + 1, len(doc) - 1)]) in (
            "а",
            "но",
            "что",
            "однако",
        ):
            return i + 2
    return sentence.start


def _ends_another(doc: Doc, stop: int) -> bool:
    """«хорошо бы вернуть демо (Лена). | решим на ретро»: a stop that no abbreviation has."""
    before = doc[stop - 1].text if stop else ""
    return doc[stop].text in ".!?" and (before == ")" or len(before) > _LONGEST_ABBREVIATED)


def another_clause(doc: Doc, anchor: int, start: int, told: set[int]) -> bool:
    """«Перенести слушания предложила сама Орлова, и возражать никто не стал».

    In «поручить Ивановой, главному врачу, и Петрову» the next one who is told stands behind «и».
    """
    low_words = [low(t) for t in doc[anchor : start + 1]]
    return any(
        word == "," and low_words[i + 1] in ("и", "а", "но") and anchor + i + 2 not in told
        for i, word in enumerate(low_words[:-1])
    )
