"""Whether a phrase can be the subject of a verb by its case: counted nouns, names, offices."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from predlozheno.language.inversion import inverted_verb
from predlozheno.language.morphology import analyses, can_be, lemmas
from predlozheno.language.people import is_title
from predlozheno.language.surname_forms import can_be_nominative
from predlozheno.proposals.context import Phrase
from predlozheno.proposals.grammar import (
    agrees,
    case_of,
    feature,
    is_finite,
    is_infinitive,
    is_nominal,
    low,
)
from predlozheno.resources import gazetteer

CROWDS = frozenset(("группа", "часть", "ряд", "половина", "большинство"))
_OWNERS = frozenset("его ее их".split())
_COUNTING = frozenset("оба обе два две три четыре".split())
_MANY = frozenset("несколько много пять шесть семь восемь двое трое четверо пятеро".split())


def counted(phrase: Phrase) -> bool:
    """«Обе делегации», «несколько депутатов»: a nominative, though its noun looks like a genitive."""
    doc, head = phrase.head.doc, phrase.head
    first = doc[phrase.start]
    if lemmas(first.text) & CROWDS and first.i == head.i:
        # «Ряд делегаций высказались»
        return any(feature(t, "Number") == "Plur" for t in doc[first.i + 1 : phrase.end])
    if low(first) in _COUNTING and first.i < head.i:
        return can_be(head, case="Gen")
    before = doc[phrase.start - 1] if phrase.start and not first.is_sent_start else None
    return before is not None and low(before) in _MANY and can_be(head, case="Gen", number="Plur")


def nominative(phrase: Phrase, verb: Token) -> bool:
    """Whether the phrase can be the subject of the verb by its case.

    «Опарина» is a genitive of Опарин to the tagger; as a subject the verb's gender decides.
    """
    if phrase.has_case("Nom") or (counted(phrase) and feature(verb, "Number") != "Sing"):
        return True
    head = phrase.head
    if inverted_verb(head) and can_be(head, case="Nom") and agrees(head, verb):
        # «Ответ взял на себя отдел кадров»
        return True
    beside = phrase.end == verb.i and feature(verb, "Number") == "Plur"
    if beside and phrase.label in ("GROUP", "ORG") and not phrase.head.is_sent_start:
        # «В заключение стороны обратились», «делегации предложили»: a genitive to the tagger.
        before = phrase.head.doc[phrase.start - 1] if phrase.start else None
        preposed = before is not None and before.pos_ == "ADP"
        return not preposed and can_be(head, case="Nom", number="Plur")
    if phrase.label != "PER" or (_is_held(phrase) and not _acts_beside(phrase, verb)):
        return False
    known = any(reading.known for reading in analyses(head.text))
    gender = feature(verb, "Gender") or None if known else None
    if can_be(head, case="Nom", gender=gender):
        return True
    # «Хабибрахманов» is a genitive plural to the dictionary, «Хлебникова» a man's genitive.
    beside = phrase.start == verb.i + 1 and feature(verb, "Gender") == "Masc"
    named = head.text[:1].isupper() and (phrase.end - phrase.start > 1 or beside)
    return named and can_be_nominative(head.text, feature(verb, "Gender"))


def _acts_beside(phrase: Phrase, verb: Token) -> bool:
    """«По второму вопросу Ковалёва Н.Д. предложила»: right before a verb of her gender she acts."""
    if phrase.end != verb.i or feature(verb, "Gender") != "Fem":
        return False
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    taken = any(is_nominal(t) and case_of(t) == "Nom" for t in behind)
    return can_be_nominative(phrase.head.text, "Fem") and not taken


def _is_held(phrase: Phrase) -> bool:
    """Whether the words before a name hold it in another case: a preposition, a noun that it owns.

    «Химик Зотова», «заведующая отделом книги Н.В. Зотова» are names with what they are.
    """
    doc, i = phrase.head.doc, phrase.start - 1
    if doc[phrase.start].is_sent_start:
        # The last word of the heading above holds nobody.
        return False
    if i >= 0 and low(doc[i]) in _OWNERS:
        # «её представитель Панов»
        i -= 1
    if is_title(doc[phrase.start]) and i >= 0 and doc[i].pos_ != "ADP":
        return False  # «Зав. кафедрой | проф. Хлебникова»
    if i < 0 or low(doc[i]) == "себя" or not (doc[i].pos_ == "ADP" or is_nominal(doc[i])):
        return False
    while i >= 0 and (is_nominal(doc[i]) or doc[i].pos_ in ("ADJ", "VERB")):
        if case_of(doc[i]) == "Nom" and (
            feature(doc[i], "Animacy") == "Anim"
            or can_be(doc[i], case="Nom", Animacy="Anim")
            or lemmas(doc[i].text) & _titles()
        ):
            return False
        if is_finite(doc[i]) or is_infinitive(doc[i]):
            break
        i -= 1
    return True


@cache
def _titles() -> frozenset[str]:
    return frozenset(gazetteer("parties-offices")["offices"])
