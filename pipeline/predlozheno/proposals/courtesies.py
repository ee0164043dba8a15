"""What is said in the form of a wish and wants nothing done.

«Хотел бы поблагодарить» is done by saying so, «надо уважать людей» asks for an attitude, and with
«ставлю на голосование» the chair only has voted what somebody else has moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.grammar import (
    feature,
    is_finite,
    is_infinitive,
    is_small_name,
    is_word,
    low,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import Refusal
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

WANTING = frozenset("хотеть хотеться желать".split())
_REACH = 6
_LONGEST_NAME = 3
# «Давайте с крыши»
_LEAST_ASIDE = 2
_WANTING_REACH = 4
_OBJECT_REACH = 6
_LONGEST_WORD = 3
_ENDS = frozenset(",;:–—.!?")


def announced(hit: Hit, sentence: Span) -> Refusal | None:
    """The wish to say something is no wish of anything to be done, and is fulfilled by being said."""
    doc = sentence.doc
    if hit.diathesis in ("support", "infinitive") and _is_greeting(hit, sentence):
        return Refusal("polite", f"«{doc[hit.head].text}» is done by saying so")
    behind = [low(t) for t in doc[hit.end : hit.end + 2]]
    if (
        hit.frame.kind is Kind.PROPOSAL
        and hit.diathesis == "first_person"
        and behind == [",", "как"]
    ):
        return Refusal("polite", "announces how it is to be done")
    wanting = {lemma for t in doc[hit.start : hit.end] for lemma in word_lemmas(t.text)}
    if hit.frame.kind is not Kind.WISH or not wanting & WANTING:
        return None
    for token in doc[_behind_inserted(doc, hit.end, sentence.end) :][: 2 * _REACH]:
        if token.i >= sentence.end or token.text in _ENDS or is_finite(token):
            break
        if is_infinitive(token):
            behind = [low(t) for t in doc[token.i + 1 : min(token.i + _REACH, sentence.end)]]
            said = any(is_speaking(lemma, behind) for lemma in word_lemmas(token.text, pos="VERB"))
            return Refusal("polite", f"«{token.text}» is done by saying so") if said else None
    return None


def _behind_inserted(doc: Doc, start: int, end: int) -> int:
    """«Хотелось бы, как старому рыбаку, похвалить …»: behind what stands between commas."""
    if start + 1 >= end or doc[start].text != "," or low(doc[start + 1]) not in ("как", "конечно"):
        return start
    return next((i + 1 for i in range(start + 1, end) if doc[i].text == ","), start)


def _is_greeting(hit: Hit, sentence: Span) -> bool:
    """«Хотела бы поддержать почин», «хочу обратиться и сказать»: no act beyond these words."""
    doc, verb = sentence.doc, word_lemmas(sentence.doc[hit.head].text, pos="VERB")
    supports = hit.diathesis == "support" and "поддержать" in verb
    addresses = hit.diathesis == "infinitive" and "обратиться" in verb
    if not is_infinitive(doc[hit.head]) or not (supports or addresses):
        return False
    before = doc[max(sentence.start, hit.start - _WANTING_REACH) : hit.start]
    wanted = any(word_lemmas(t.text) & WANTING for t in before)
    says = any(low(t) == "сказать" for t in doc[hit.end : min(hit.end + 2 * _REACH, sentence.end)])
    return wanted and (supports or says)


def inserted(hit: Hit, sentence: Span) -> Refusal | None:
    """«Рассмотреть и, надеюсь, принять закон», «соглашусь с коллегой»: a word in passing."""
    doc = sentence.doc
    if hit.diathesis != "first_person":
        return None
    if hit.frame.kind is Kind.AGREEMENT and "sing" in hit.form.grammemes:
        return Refusal("polite", f"«{doc[hit.head].text}»: one alone agrees with what others said")
    if hit.frame.kind is not Kind.WISH or hit.start == sentence.start or hit.end + 1 >= len(doc):
        return None
    commas = doc[hit.start - 1].text == "," and doc[hit.end].text == ","
    if commas and is_infinitive(doc[hit.end + 1]):
        return Refusal("polite", f"«{doc[hit.head].text}» is put in between")
    return None


def moralised(hit: Hit, sentence: Span) -> Refusal | None:
    """«Надо беречь науку», «мы должны помнить»: how to be or to think is no thing to be done."""
    if hit.frame.kind is not Kind.NEED or not hit.frame.takes("content", "infinitive"):
        return None
    doc, words = sentence.doc, gazetteer("courtesies")
    attitudes = set(words["attitudes"])
    behind = doc[hit.end : min(hit.end + _REACH, sentence.end)]
    found = next((t for t in behind if is_infinitive(t) or t.text in _ENDS), None)
    if found is None or not is_infinitive(found):
        before = doc[max(sentence.start, hit.start - 1) : hit.start]
        found = next((t for t in before if is_infinitive(t)), None)
    if found is None or not word_lemmas(found.text, pos="VERB") & attitudes:
        return None
    if word_lemmas(found.text, pos="VERB") & set(words["deeds"]) and _has_object(sentence, found):
        return None
    return Refusal("polite", f"«{found.text}» is an attitude, not a deed")


def _has_object(sentence: Span, verb: Token) -> bool:
    """«Надо добавить рейс», «подшипники надо посмотреть»: with a thing to act on it is a deed."""
    doc, abstract = sentence.doc, set(gazetteer("courtesies")["abstract"])
    for token in doc[verb.i + 1 : min(verb.i + _OBJECT_REACH, sentence.end)]:
        if token.text in _ENDS or low(token) == "что":
            return False
        if token.pos_ == "NOUN" and can_be(token, case="Acc"):
            return not word_lemmas(token.text) & abstract
    return False


def has_voted(hit: Hit, sentence: Span) -> Refusal | None:
    """«Ставлю на голосование новый устав»: what is voted was moved before."""
    inside = sentence.doc[hit.start : hit.end]
    voted = hit.diathesis == "phrase" and any(low(t) == "голосование" for t in inside)
    if voted and any(feature(t, "Person") == "1" for t in inside):
        return Refusal("procedure", "the chair has it voted, and does not move it")
    return None


def leads_talk(hit: Hit, sentence: Span) -> Refusal | None:
    """«Давайте начнём», «давайте я расскажу», «Ирина Аркадьевна, прошу»: only the talk is led by it."""
    doc = sentence.doc
    if hit.frame.id == "proposal.davajte":
        behind = doc[hit.end : min(hit.end + _REACH, sentence.end)]
        verb = next((t for t in behind if is_finite(t) or is_infinitive(t)), None)
        if verb is not None and low(verb) == "будем":
            # «Давайте не будем называть друг друга популистами»
            verb = next((t for t in doc[verb.i + 1 : verb.i + _REACH] if is_infinitive(t)), verb)
        said = [low(t) for t in doc[hit.end : sentence.end] if is_word(t)]
        if len(said) == _LEAST_ASIDE and said[0] in ("с", "со", "по"):
            return Refusal("polite", "where to begin")
        words, alone = gazetteer("courtesies"), any(low(t) == "я" for t in behind)
        led = {*words["leading"], *(words["self"] if alone else ())}
        if verb is not None and word_lemmas(verb.text, pos="VERB") & led:
            return Refusal("polite", f"«{verb.text}» only leads the talk")
    asks = hit.diathesis == "first_person" and "просить" in word_lemmas(doc[hit.head].text)
    if asks and (hit.end >= sentence.end or doc[hit.end].text in ".!…"):
        before = [t for t in doc[sentence.start : hit.start] if is_word(t)]
        if before and is_small_name(before[-1]):
            return Refusal("polite", "gives somebody the floor")
    if (
        asks
        and hit.end < sentence.end
        and doc[hit.end].text == ","
        and _names(doc[hit.end + 1 : sentence.end])
    ):
        return Refusal("polite", "gives somebody the floor")
    return None


def _names(words: Span) -> bool:
    """«Прошу, Эдуард Романович.»: nothing but a name."""
    named = [t for t in words if is_word(t)]
    return 0 < len(named) <= _LONGEST_NAME and all(
        t.text.istitle() and (t.pos_ == "PROPN" or is_small_name(t)) for t in named
    )


def is_speaking(lemma: str, behind: Sequence[str]) -> bool:
    """Whether a verb is one of speaking, by itself or with one of the words behind it.

    Args:
        lemma: of the verb.
        behind: the words behind it, in lower case.
    """
    if lemma in _alone():
        return True
    company = gazetteer("courtesies")["with"].get(lemma, ())
    # «С докладом», «нас»: short ones are words of their own («вернуть настоящие медали»).
    stems = tuple(word for word in company if len(word) > _LONGEST_WORD)
    return any(word in company or stems and word.startswith(stems) for word in behind)


@cache
def _alone() -> frozenset[str]:
    return frozenset(gazetteer("courtesies")["alone"])
