"""Whom «ей поручено», «предложено ему» mean: a target named by a pronoun is the party named before."""

from __future__ import annotations

from dataclasses import replace

from predlozheno.proposals.antecedents import antecedent
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.grammar import case_of, feature, low
from predlozheno.proposals.slots.bodies import can_act
from predlozheno.records.schema import PartySource, Role

_GENDERS = {
    **dict.fromkeys("ему него нему ним".split(), ("Masc", "Neut")),
    **dict.fromkeys("ей ее нее ней".split(), ("Fem",)),
    **dict.fromkeys("им их них ними".split(), ()),
}


def name_targets(context: Context, drafts: list[Draft]) -> None:
    """Puts the party that is meant in place of each pronoun among the targets, where one is found.

    «Создать подгруппу; ей поручено …»: a body that has just been made is meant before any other.
    """
    made: list[Mention] = []
    for draft in drafts:
        draft.targets = [_named(context, draft, mention, made) for mention in draft.targets]
        made += [m for m in draft.targets if m.role is Role.ESTABLISHED]


def _named(context: Context, draft: Draft, mention: Mention, made: list[Mention]) -> Mention:
    phrase, word = mention.phrase, low(mention.phrase.head)
    if phrase.end - phrase.start > 1 or word not in _GENDERS:
        return mention
    near = context.block_index(phrase.start) - 1
    bodies = [
        m.phrase
        for m in made
        if m.phrase.end <= phrase.start
        and context.block_index(m.phrase.start) >= near
        and _agrees(m.phrase, word)
    ]
    taken = frozenset(m.phrase.start for m in (*draft.proposers, *draft.targets))
    own = _in_sentence(context, phrase, word, taken) or _subject_before(context, phrase, word)
    found = bodies[-1] if bodies else own or antecedent(context, phrase)
    if found is None or found.start in taken:
        return mention
    return replace(mention, phrase=found, source=PartySource.CONTEXT)


def _in_sentence(
    context: Context, pronoun: Phrase, word: str, taken: frozenset[int]
) -> Phrase | None:
    """«Призвала государства назначить координаторов и просила их сообщить»: told before."""
    doc = context.doc
    told = [
        p
        for p in context.phrases_in(doc[pronoun.start].sent.start, pronoun.start)
        if p.start not in taken and doc[p.start - 1].pos_ == "VERB" and can_act(p)
    ]
    return next((p for p in told if _agrees(p, word)), None)


def _subject_before(context: Context, pronoun: Phrase, word: str) -> Phrase | None:
    """«К Форуму присоединился Окинский район. Ему рекомендовано …»: who acts in the sentence before."""
    sentence = context.doc[pronoun.start].sent
    block = context.block_index(sentence.start)
    if sentence.start == 0 or pronoun.start > sentence.start + 2:
        return None
    before = context.doc[sentence.start - 1].sent
    if context.block_index(before.start) != block:
        return None
    subjects = [
        p
        for p in context.phrases_in(before.start, before.end)
        if p.head.dep_.startswith("nsubj") and can_act(p) and case_of(p.head) == "Nom"
    ]
    return next((p for p in subjects if p.label != "PER" and _agrees(p, word)), None)


def _agrees(body: Phrase, pronoun: str) -> bool:
    many = feature(body.head, "Number") == "Plur"
    genders = _GENDERS[pronoun]
    return not many and feature(body.head, "Gender") in genders if genders else many
