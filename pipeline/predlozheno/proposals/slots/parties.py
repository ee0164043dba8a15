"""Which phrase beside a trigger is its addressee, and which its proposer, by government and voice."""

from __future__ import annotations

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import CASE_NAMES, agrees, feature, is_infinitive, low
from predlozheno.proposals.hits import Hit
from predlozheno.resources import gazetteer

_PASSIVE = ("short_passive", "reflexive_passive")
_PREPOSITION_VARIANTS = {
    "ко": "к",
    "во": "в",
    "со": "с",
    "об": "о",
    "обо": "о",
    "ото": "от",
    "передо": "перед",
}


def preposition(word: str) -> str:
    """The plain variant of a preposition («ко» is «к»)."""
    return _PREPOSITION_VARIANTS.get(word, word)


def governed_at(context: Context, frame: Frame, role: str, i: int, end: int) -> Phrase | None:
    """The phrase in `role` that begins at token `i` (at its preposition, where it has one), or None."""
    doc = context.doc
    word = preposition(low(doc[i]))
    for government in frame.governed(role):
        case = CASE_NAMES.get(government.form)
        if case is None:
            continue
        position = i
        if government.preposition:
            if word != government.preposition or i + 1 >= end:
                continue
            position = i + 1
        phrase = context.phrase_at(position)
        if phrase is None or phrase.end > end or not phrase.has_case(case):
            continue
        if government.preposition or _can_be_party(phrase, case):
            return phrase
    return None


def _can_be_party(phrase: Phrase, case: str) -> bool:
    """A bare dative is a receiver by itself; in other cases only a party or a person can be one."""
    animate = feature(phrase.head, "Animacy") == "Anim"
    return case == "Dat" or bool(phrase.label) or animate or phrase.head.pos_ in ("PROPN", "PRON")


def is_proposer(context: Context, hit: Hit, phrase: Phrase) -> bool:
    """Whether the phrase can be the one who acts in the hit: subject, or agent of the passive."""
    doc = context.doc
    before = low(doc[phrase.start - 1]) if phrase.start else ""
    if passive(hit, context):
        return _is_agent(context, phrase, before)
    if doc[phrase.start - 1].pos_ == "ADP" and phrase.start and not _side(context, phrase, before):
        return False
    if is_infinitive(doc[hit.head]) and phrase.start > hit.start:
        return False
    if not phrase.has_case("Nom") or not (phrase.label or _person_like(phrase)):
        return False
    if hit.diathesis == "first_person":
        return low(phrase.head) in ("я", "мы")
    return agrees(phrase.head, doc[hit.head])


def passive(hit: Hit, context: Context) -> bool:
    """Whether the one who acts stands in the instrumental."""
    if hit.diathesis in _PASSIVE:
        return True
    return (
        hit.diathesis in ("support", "phrase") and feature(context.doc[hit.head], "Voice") == "Pass"
    )


def _is_agent(context: Context, phrase: Phrase, before: str) -> bool:
    if _side(context, phrase, before):
        return True
    if before and context.doc[phrase.start - 1].pos_ == "ADP":
        return False
    return phrase.has_case("Ins") and bool(phrase.label or _person_like(phrase))


def _side(context: Context, phrase: Phrase, before: str) -> bool:
    """«С корейской стороны», «со стороны жителей»: a side names who acts in any voice."""
    head = low(phrase.head)
    if before in ("с", "со") and head == "стороны":
        return True
    doc = context.doc
    return (
        phrase.start >= 2
        and low(doc[phrase.start - 1]) == "стороны"
        and low(doc[phrase.start - 2]) in ("со", "с")
    )


def _person_like(phrase: Phrase) -> bool:
    head = phrase.head
    if lemmas(head.text) & set(gazetteer("senses")["meetings"]):
        return True
    if head.pos_ == "PRON":
        return low(head) in (
            "я",
            "мы",
            "он",
            "она",
            "они",
            "им",
            "ими",
            "ею",
            "ей",
            "нами",
            "мной",
            "мною",
        )
    return head.pos_ == "PROPN" or feature(head, "Animacy") == "Anim"
