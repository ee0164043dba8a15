"""Subjects behind their verb that the parser took for a second object: «Сбор взяла на себя Панкина»."""

from __future__ import annotations

from spacy.tokens import Token

from predlozheno.language.agreement import feature
from predlozheno.language.morphology import can_be

# Between the verb and a subject behind it, beside what stands in brackets of «на себя».
_REACH = 4
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


def inverted_verb(word: Token) -> Token | None:
    """The finite verb whose subject the word is, though the parser says object; None for a real object.

    A clause has one direct object: where one stands in front of the verb and none is its subject, the
    one behind the verb acts. Neither has a verb in «-ся» an object. Whether the word can be a
    nominative that agrees is for the caller to ask.
    """
    verb = word.head
    if word.dep_ == "conj":
        word, verb = verb, verb.head
    # A verb has no attributes: «nmod» is a slip of the parser's.
    if word.dep_ not in ("obj", "nmod", "nsubj") or not 0 < word.i - verb.i <= _REACH:
        return None
    active = feature(verb, "VerbForm") == "Fin" and feature(verb, "Voice") != "Pass"
    if not active or feature(verb, "Person") in ("1", "2"):
        return None
    mates = [t for t in word.sent if t.head.i == verb.i and t.i != word.i]
    if any(t.dep_ in _SUBJECTS and _agrees(t, verb) and not _undergoes(t, verb) for t in mates):
        return None
    if verb.text.lower().endswith(("ся", "сь")):
        return verb
    # A verb taken for an attribute of its own object («Списки сверит Малкина») hangs on that.
    things = [*(t for t in mates if t.dep_ in ("obj", *_SUBJECTS)), verb.head]
    return verb if any(t.i < verb.i and t.pos_ == "NOUN" for t in things) else None


def _agrees(subject: Token, verb: Token) -> bool:
    """«Ключи передаст»: no subject, for it is in the plural."""
    return feature(verb, "Number") != "Sing" or feature(subject, "Number") != "Plur"


def _undergoes(thing: Token, verb: Token) -> bool:
    """«Обращение подготовит Шубина»: a thing in front that a verb without gender may act on."""
    lifeless = feature(thing, "Animacy") == "Inan" and can_be(thing, case="Acc")
    return lifeless and thing.i < verb.i and feature(verb, "Tense") != "Past"
