"""Whose words they are, where a speaker only repeats them: the hearers' own, or nobody's known."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.grammar import feature, is_finite, low
from predlozheno.proposals.hits import Hit
from predlozheno.resources import gazetteer


def said_to_us(hit: Hit, sentence: Span) -> bool:
    """«Мне сорок минут говорили, что не надо выступать»: nobody known, to the speaker."""
    doc, words = sentence.doc, gazetteer("qualifiers")["hearsay"]
    that = next((i for i in range(hit.start - 1, sentence.start, -1) if low(doc[i]) == "что"), None)
    if that is None or doc[that - 1].text != ",":
        return False
    before = doc[sentence.start : that - 1]
    said = any(low(t) in words and feature(t, "Number") == "Plur" for t in before)
    return said and any(low(t) in ("мне", "нам") for t in before)


def told_by_hearers(hit: Hit, sentence: Span) -> str:
    """«Вы написали, что необходимо …»: the hearers' own words."""
    doc = sentence.doc
    for token in doc[sentence.start : max(sentence.start, hit.start - 3)]:
        verb, comma, what = doc[token.i + 1 : token.i + 4]
        if low(token) == "вы" and is_finite(verb) and comma.text == "," and low(what) == "что":
            return low(verb)
    return ""
