"""Which phrase acts in a trigger: its subject, or the agent of its passive, by case and agreement."""

from __future__ import annotations

from functools import cache

from predlozheno.language.agreement import is_abbreviation
from predlozheno.language.morphology import analyses, can_be, lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import (
    agrees,
    case_of,
    feature,
    is_finite,
    is_infinitive,
    is_nominal,
    low,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.agents import one_above
from predlozheno.proposals.slots.nominatives import CROWDS, counted, nominative
from predlozheno.proposals.slots.parties import is_one_of_many
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_NAMED = frozenset(["Name", "Surn", "Patr", "Orgn", "Geox", "Abbr"])
_PASSIVE = ("short_passive", "reflexive_passive")
_PERSONS = frozenset("я мы он она они им ими ею ей нами мной мною".split())


def is_proposer(context: Context, hit: Hit, phrase: Phrase) -> bool:
    """Whether the phrase can be the one who acts in the hit: subject, or agent of the passive."""
    doc = context.doc
    before = low(doc[phrase.start - 1]) if phrase.start else ""
    if context.splits_party(phrase.start) or _in_brackets(context, phrase, hit):
        return False
    if low(phrase.head) == "большинством":
        return False
    if passive(hit, context):
        return _is_agent(context, hit, phrase, before)
    if not _has_subject(context, hit):
        return _side(context, phrase, before)
    if doc[phrase.start - 1].pos_ == "ADP" and phrase.start and not _side(context, phrase, before):
        return False
    if is_infinitive(doc[hit.head]) and (phrase.start > hit.start or _is_told_so(hit, phrase)):
        return False
    # «Регион готов …», «область просит …».
    territory = bool(lemmas(phrase.head.text) & _territories())
    if not (phrase.label or person_like(phrase) or territory) or not nominative(
        phrase, doc[hit.head]
    ):
        return False
    if hit.frame.takes("addressee", "accusative") and is_one_of_many(context, phrase):
        return False
    told = hit.diathesis == "phrase" and feature(doc[hit.end - 1], "Person") == "1"
    if hit.diathesis == "first_person" or told:
        return low(phrase.head) in ("я", "мы")
    return counted(phrase) or agrees(phrase.head, doc[hit.head])


def _is_told_so(hit: Hit, phrase: Phrase) -> bool:
    """«ООО «Перевоз» рекомендовать …»: a word without cases right before an infinitive is a dative."""
    told = phrase.end == hit.start and hit.frame.takes("addressee", "dative")
    return told and is_abbreviation(phrase.head.text)


def _in_brackets(context: Context, phrase: Phrase, hit: Hit) -> bool:
    """Whether brackets hold the phrase and not the trigger («редколлегия (ответственная Орлова)»)."""
    first, last = sorted((hit.start, phrase.start))
    texts = [token.text for token in context.doc[first:last]]
    opened = texts.count("(") - texts.count(")")
    return opened > 0 if phrase.start > hit.start else opened < 0


@cache
def _territories() -> frozenset[str]:
    return frozenset(gazetteer("target-cues")["territories"])


def plain_subject(context: Context, hit: Hit, phrase: Phrase) -> bool:
    """Whether a phrase that is no known party is the subject: a plain nominative that agrees."""
    doc, head = context.doc, phrase.head
    if passive(hit, context) or not _has_subject(context, hit) or not is_finite(doc[hit.head]):
        return False
    if hit.diathesis not in ("active", "support", "phrase") or head.pos_ not in ("NOUN", "PROPN"):
        return False
    if phrase.start and doc[phrase.start - 1].pos_ == "ADP" or len(head.text) < 2:
        return False
    if hit.noun is not None and phrase.start <= hit.noun < phrase.end:
        return False
    if any(is_finite(t) for t in doc[phrase.end : hit.start]):
        return False
    gender, other = feature(doc[hit.head], "Gender"), feature(head, "Gender")
    fits = not gender or not other or gender == other
    same = feature(head, "Number") == feature(doc[hit.head], "Number")
    return case_of(head) == "Nom" and fits and same and agrees(head, doc[hit.head])


def _has_subject(context: Context, hit: Hit) -> bool:
    """Whether the one who wants it can be the nominative beside the trigger's verb.

    Not where the verb is impersonal, commands, or has its own noun for a subject.
    """
    token = context.doc[hit.head]
    if hit.diathesis == "predicative":
        return any(hit.frame.takes(role, "nominative") for role in ("executor", "proposer"))
    mused = hit.diathesis == "phrase" and hit.frame.asks and hit.frame.kind is Kind.PROPOSAL
    if mused or hit.diathesis in ("imperative", "noun", "by_noun"):
        return False
    words = lemmas(token.text)
    impersonal = hit.frame.kind in (Kind.NEED, Kind.WISH) and words & _cues("impersonal")
    able = hit.frame.takes("executor", "nominative")
    if impersonal or (words & _cues("asked") and hit.diathesis == "phrase" and not able):
        return False
    noun = context.doc[hit.noun] if hit.noun is not None else None
    if noun is not None and case_of(noun) in ("Nom", "") and words & _cues("carried"):
        # «поступило предложение»; but «стороны пришли к соглашению».
        return False
    if hit.diathesis == "phrase":
        return any(is_finite(t) for t in context.doc[hit.start : hit.end])
    return True


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(gazetteer("proposer-cues")[name])


def passive(hit: Hit, context: Context) -> bool:
    """Whether the one who acts stands in the instrumental."""
    if hit.diathesis in _PASSIVE:
        return True
    return (
        hit.diathesis in ("support", "phrase") and feature(context.doc[hit.head], "Voice") == "Pass"
    )


def _is_agent(context: Context, hit: Hit, phrase: Phrase, before: str) -> bool:
    if _side(context, phrase, before):
        return True
    if low(phrase.head) in ("им", "ими") and (
        not hit.frame.governed("addressee")
        or hit.diathesis == "support"
        or one_above(context, phrase)
    ):
        return True
    if _is_told(hit, phrase):
        return False
    previous = context.doc[phrase.start - 1] if phrase.start else None
    if previous is not None and previous.pos_ == "ADP":
        return False
    # «Сообщение Обуховой принято»: behind a noun a form that can be a genitive is its owner.
    owned = previous is not None and is_nominal(previous) and can_be(phrase.head, case="Gen")
    acting = phrase.label or person_like(phrase) or _is_crowd(context, phrase)
    if owned or not phrase.has_case("Ins") or not acting:
        return False
    # «Секретарём избран Орлов»: an office in the instrumental is what he becomes.
    named = lemmas(context.doc[hit.head].text) & _cues("naming")
    return not (named and phrase.label == "ROLE")


def _is_crowd(context: Context, phrase: Phrase) -> bool:
    """«группой депутатов», «частью жильцов»: so many of them."""
    behind = context.doc[phrase.head.i + 1 : phrase.end]
    of_people = any(feature(t, "Animacy") == "Anim" and case_of(t) == "Gen" for t in behind)
    return of_people and bool(lemmas(phrase.head.text) & CROWDS)


def _is_told(hit: Hit, phrase: Phrase) -> bool:
    """«МЧС поручено …»: a word without cases in front of an order is whom it is given to."""
    ordered = hit.frame.kind in (Kind.ASSIGNMENT, Kind.RECOMMENDATION)
    caseless = is_abbreviation(phrase.head.text) and feature(phrase.head, "Case") != "Ins"
    return ordered and caseless and phrase.start < hit.start


def _side(context: Context, phrase: Phrase, before: str) -> bool:
    """«С корейской стороны», «со стороны жителей»: a side names who acts in any voice."""
    head, doc = low(phrase.head), context.doc
    if before in ("с", "со") and head == "стороны":
        words = set().union(*(lemmas(t.text) for t in doc[phrase.start : phrase.end]))
        return not words & set(gazetteer("parties-groups")["side_idioms"])
    return (
        phrase.start >= 2
        and low(doc[phrase.start - 1]) == "стороны"
        and low(doc[phrase.start - 2]) in ("со", "с")
    )


def person_like(phrase: Phrase) -> bool:
    """Whether the head is a person, a pronoun, a name or a meeting, though no party was seen."""
    head = phrase.head
    if lemmas(head.text) & set(gazetteer("senses")["meetings"]):
        return True
    if head.pos_ == "PRON":
        return low(head) in _PERSONS
    if head.pos_ == "PROPN":
        return not (head.is_sent_start and _is_thing(head.text))
    return feature(head, "Animacy") == "Anim" and not _is_thing(head.text)


def _is_thing(word: str) -> bool:
    """«Контроль» is a name to the tagger where it opens a sentence, and to the dictionary a thing."""
    known = [reading for reading in analyses(word) if reading.known]
    return bool(known) and all(
        reading.pos == "NOUN"
        and reading.grammemes.isdisjoint(_NAMED)
        and "inan" in reading.grammemes
        for reading in known
    )
