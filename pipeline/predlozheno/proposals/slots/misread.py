"""Datives that a tagger takes for another case: «Поручить комиссии подготовить», «комиссии следует»."""

from __future__ import annotations

from predlozheno.language.morphology import can_be
from predlozheno.language.surname_forms import can_be_undeclined
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import (
    case_of,
    feature,
    is_infinitive,
    low,
)
from predlozheno.proposals.slots.bodies import behind_members, is_body_noun
from predlozheno.resources import gazetteer


def told_beside(context: Context, phrase: Phrase) -> bool:
    """«Рекомендовать заведующим»: what looks like an instrumental behind an active verb is told."""
    verb = context.doc[phrase.start - 1] if phrase.start else None
    return (
        verb is not None
        and bool(phrase.label)
        and verb.pos_ == "VERB"
        and feature(verb, "Voice") != "Pass"
        and can_be(phrase.head, case="Dat", number="Plur")
        and can_be(phrase.head, case="Ins", number="Sing")
    )


def is_undeclined(context: Context, phrase: Phrase) -> bool:
    """«Поручил Пак подготовить письмо»: a surname that stands for every case, before an infinitive."""
    doc = context.doc
    told = phrase.label == "PER" and phrase.end < len(doc) and is_infinitive(doc[phrase.end])
    behind_verb = phrase.start > 0 and doc[phrase.start - 1].pos_ == "VERB"
    return told and behind_verb and can_be_undeclined(doc[phrase.start].text)


def needs_of(context: Context, phrase: Phrase) -> bool:
    """«Комиссии следует подготовить»: in front of an impersonal word a body is no genitive."""
    doc = context.doc
    if phrase.end >= len(doc) or not (phrase.label == "ORG" or is_body_noun(phrase.head.text)):
        return False
    opens = phrase.start == 0 or bool(doc[phrase.start].is_sent_start)
    needed = low(doc[phrase.end]) in gazetteer("target-cues")["needs"]
    return opens and needed and can_be(phrase.head, case="Dat", number="Sing")


def told_to(context: Context, phrase: Phrase, end: int) -> bool:
    """«Поручить комиссии подготовить»: with an action behind it a body is no object of the order."""
    verb = context.doc[phrase.start - 1] if phrase.start else None
    if verb is None or verb.pos_ != "VERB" or phrase.label != "ORG" or phrase.end >= end:
        return False
    acts = behind_members(context, phrase.end, end)
    told = can_be(phrase.head, case="Dat", number="Sing") and case_of(phrase.head) in ("Acc", "Gen")
    return (
        told
        and feature(verb, "Voice") != "Pass"
        and acts < end
        and is_infinitive(context.doc[acts])
    )
