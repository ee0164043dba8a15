"""Infinitives that nobody is bound by, since nothing before them makes them a wish or an order."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.language.agreement import is_abbreviation
from predlozheno.language.lexicon import head_kind, is_fixed
from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_nominal, is_word, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import Refusal
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer


def offers(token: Token) -> bool:
    """«Могу предложить», «можем рекомендовать»: the speaker does it by saying so."""
    denied = token.i > 0 and low(token.doc[token.i - 1]) == "не"
    return low(token) in ("могу", "можем") and not denied


def _object_first(hit: Hit, sentence: Span) -> bool:
    """«Контроль за ремонтом возложить на Орлова.»: a sentence of its own, its object in front."""
    if hit.frame.kind not in (Kind.ASSIGNMENT, Kind.REQUEST) or any(map(is_finite, sentence)):
        return False
    comma = next(
        (t.i for t in reversed(sentence.doc[sentence.start : hit.start]) if t.text == ","), None
    )
    timed = comma is not None and sentence[0].pos_ == "ADP"
    # «На время отпуска, с 8 по 21 декабря, обязанности секретаря возложить …»
    before = sentence.doc[comma + 1 if timed and comma is not None else sentence.start : hit.start]
    nominal = len(before) > 0 and all(
        is_nominal(t) or t.pos_ in ("ADP", "ADJ", "DET", "CCONJ", "NUM") for t in before
    )
    governing = set(gazetteer("qualifiers")["enabling_words"])
    noun = next((t for t in before if t.pos_ in ("NOUN", "PROPN")), None)
    return (
        nominal
        and before[0].pos_ != "ADP"
        and noun is not None
        and can_be(noun, case="Acc")
        and not word_lemmas(before[-1].text, pos="NOUN") & governing
    )


def _told_first(hit: Hit, sentence: Span) -> bool:
    """«Главам округов рекомендовать …», «ООО «Перевоз» поручить …»: who is told comes first."""
    if not hit.frame.takes("addressee", "dative") or any(map(is_finite, sentence)):
        return False
    before = [t for t in sentence.doc[sentence.start : hit.start] if is_word(t)]
    noun = next((t for t in before if is_nominal(t)), None)
    if noun is None or any(t.pos_ in ("ADP", "VERB", "ADV", "PRON") for t in before):
        return False
    plain = can_be(noun, case="Dat") and not any(can_be(noun, case=c) for c in ("Nom", "Acc"))
    # «Администрации сельсовета рекомендовать …» might be many of them, but then nobody is told.
    body = noun is before[0] and can_be(noun, case="Dat") and head_kind(noun) in ("ORG", "ROLE")
    return plain or body or is_abbreviation(noun.text) or is_fixed(noun)


def unbound_infinitive(hit: Hit, sentence: Span) -> Refusal | None:
    """An infinitive binds only after a polite modal, a decision or a colon, or opening an item."""
    doc, words = sentence.doc, gazetteer("qualifiers")
    polite = set(words["polite_modals"])
    before = [token for token in doc[sentence.start : hit.start] if is_word(token)]
    if not before or doc[hit.start - 1].text in (":", "–", "—") or _object_first(hit, sentence):
        return None
    if _told_first(hit, sentence):
        return None
    for token in reversed(before[-5:] if hit.frame.kind is not Kind.AGREEMENT else []):
        if word_lemmas(token.text) & polite and not is_infinitive(token) or offers(token):
            return None
        if is_finite(token) or is_infinitive(token):
            break
    return Refusal("unbound", "an infinitive that nobody is bound by")
