"""Who wants it where a sentence has no subject: the one before, or a place («В мэрии просят»)."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from predlozheno.language.morphology import can_be, lemmas
from predlozheno.proposals.antecedents import THIRD_PERSON, can_be_called
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import (
    agrees,
    case_of,
    feature,
    is_finite,
    is_infinitive,
    is_word,
    low,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.resolution import resolve
from predlozheno.proposals.slots import carried
from predlozheno.proposals.slots.nominatives import nominative
from predlozheno.proposals.slots.reporters import opened
from predlozheno.proposals.speech import is_address
from predlozheno.records.schema import Kind, PartySource
from predlozheno.resources import gazetteer

_BACK = 2
_OPENING_WORDS = 2
_LONGEST_LINK = 4
_NEEDED = frozenset("нужен нужна нужны нужно требуется".split())
_NEEDED_REACH = 4
_OPEN = ("active", "support", "phrase")
# What one party wants; a decision goes on as the meeting's.
_SOMEBODYS = (Kind.PROPOSAL, Kind.RECOMMENDATION, Kind.REQUEST, Kind.WISH)
_ACTING = ("PER", "ROLE", "ORG", "GROUP")


def by_place(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«В прокуратуре считают … и рекомендуют», «Из управы: просят»: a body as where they say it."""
    verb = context.doc[hit.head]
    if not _bare(verb, hit) or feature(verb, "Number") != "Plur":
        return []
    found = []
    for phrase in context.phrases_in(sentence.start, hit.start):
        before = low(context.doc[phrase.start - 1]) if phrase.start > sentence.start else ""
        if not before and case_of(phrase.head) == "Nom":
            return []
        inside = before in ("в", "во", "на") and phrase.has_case("Loc")
        # «От завода решили отказаться» says what was given up.
        sent = before in ("из", "от") and phrase.has_case("Gen") and hit.frame.kind in _SOMEBODYS
        if phrase.label == "ORG" and (inside or sent):
            found.append(phrase)
    return found[:1]


def before(context: Context, hit: Hit, sentence: Span) -> list[Mention]:
    """«Ермошина доложила о сетях. Попросила разрешить закупку.»: the subject that goes on.

    In the turn of a speaker only who is told to say something: the words are otherwise the speaker's.
    """
    if hit.frame.asks:
        # «Могли бы вы …»: the question is the speaker's.
        return []
    doc, verb = context.doc, context.doc[hit.head]
    words = sum(is_word(t) for t in doc[_behind_link(sentence, hit.start) : hit.start])
    taken_up = any(low(t) in THIRD_PERSON for t in doc[sentence.start : hit.start])
    retold = low(doc[sentence.start]) in ("мол", "дескать") and not taken_up
    if retold or words <= _OPENING_WORDS and not taken_up and _impersonal(verb, hit):
        told = _told_before(context, sentence)
        return [told] if told else []
    said = hit.frame.kind is Kind.NEED and hit.diathesis in ("support", "phrase")
    if not (said or hit.frame.kind in _SOMEBODYS) or not _bare(verb, hit) or words > _OPENING_WORDS:
        return []
    exists = lemmas(verb.text) & set(gazetteer("proposer-cues")["existing"])
    if hit.noun is not None and (exists or verb.text.endswith(("ся", "сь"))):
        # «Есть просьба», «Прозвучал призыв»: the noun is the subject itself.
        return []
    if listed := carried.after_list(context, sentence, verb):
        return [Mention(p, PartySource.CONTEXT) for p in listed]
    first = doc[sentence.start]
    if low(first) in THIRD_PERSON and low(first).startswith("последн") and first.i < hit.start:
        named = resolve(context, Phrase(first.i, first.i + 1, first))
        return [named] if named else []
    return _going_on(context, hit, sentence)


def _behind_link(sentence: Span, end: int) -> int:
    """Behind «в свою очередь», «кроме того»: what links a sentence to the one before names nobody."""
    words = [low(t) for t in sentence[:_LONGEST_LINK]]
    for link in gazetteer("proposer-cues")["links"]:
        parts = link.split()
        if words[: len(parts)] == parts and sentence.start + len(parts) <= end:
            return sentence.start + len(parts)
    return sentence.start


def _going_on(context: Context, hit: Hit, sentence: Span) -> list[Mention]:
    """The subject of the sentence before, or of the one before that, where the verb has none."""
    doc, verb = context.doc, context.doc[hit.head]
    block = context.block_index(sentence.start)
    label = context.blocks[block].speaker_span
    previous = sentence
    for _ in range(_BACK):
        if previous.start == 0:
            return []
        previous = doc[previous.start - 1].sent
        if context.block_index(previous.start) != block:
            return []
        if label is not None and not any(_tells(t) for t in previous):
            continue
        if lacking := _lacking(context, previous):
            return [lacking]
        if feature(verb, "Number") == "Plur" and (several := carried.together(context, previous)):
            return [Mention(p, PartySource.CONTEXT) for p in several]
        asks = hit.frame.kind is Kind.REQUEST
        subject = (
            (asks and carried.brought(context, previous, verb, asks=True))
            or _subject(context, previous, verb)
            or _reporting_noun(previous, verb)
            or carried.brought(context, previous, verb, asks=False)
        )
        if subject:
            spoken = label is not None and label[0] <= doc[subject.start].idx < label[1]
            return [] if spoken else [Mention(subject, PartySource.CONTEXT)]
    return []


def _lacking(context: Context, sentence: Span) -> Mention | None:
    """«Ей нужен помощник. Просит клуб выделить день.»: she asks, and not who is needed."""
    first = sentence[0]
    needed = any(low(t) in _NEEDED for t in sentence[:_NEEDED_REACH])
    if not needed or low(first) not in ("ей", "ему", "им"):
        return None
    return resolve(context, Phrase(first.i, first.i + 1, first))


def _reporting_noun(sentence: Span, verb: Token) -> Phrase | None:
    """«Командор доложил о кассе. Предложил …»: a person by what he is, where no party is named."""
    first, told = sentence[0], next(filter(is_finite, sentence[1:_NEEDED_REACH]), None)
    if told is None or not _brings_up(told) or case_of(first) != "Nom":
        return None
    person = can_be(first, pos="NOUN", case="Nom", Animacy="Anim")
    person = person and agrees(first, told) and agrees(first, verb)
    return Phrase(first.i, first.i + 1, first) if person else None


def _impersonal(verb: Token, hit: Hit) -> bool:
    """«Надо …», «Хорошо бы …», «Идея была в том …»: nobody can be the subject."""
    if hit.frame.kind not in (*_SOMEBODYS, Kind.NEED):
        return False
    if hit.diathesis == "short_passive":
        # «Предложено …» behind what somebody reported is his, too.
        return feature(verb, "Gender") == "Neut"
    if hit.diathesis == "reflexive_passive" and hit.frame.kind is Kind.PROPOSAL:
        return feature(verb, "Number") == "Sing"
    return hit.diathesis == "predicative" or (hit.diathesis == "phrase" and not _bare(verb, hit))


def _told_before(context: Context, sentence: Span) -> Mention | None:
    """«Завуч подняла больное: продлёнка до четырёх. Надо сдвинуть подвоз.»: who brought it up."""
    block = context.block_index(sentence.start)
    if sentence.start == 0 or context.blocks[block].speaker_span is not None:
        return None
    if is_address(context):
        # What a speaker tells of a minister does not make his own «надо» the minister's.
        return None
    previous = context.doc[sentence.start - 1].sent
    for _ in range(_BACK):
        if context.block_index(previous.start) != block:
            return None
        verb = next((t for t in previous if _brings_up(t)), None)
        if verb is not None:
            subject = _subject(context, previous, verb)
            if subject is None and (pronoun := _pronoun(context, previous, verb)):
                return resolve(context, pronoun, agent=low(pronoun.head) in ("им", "ею"))
            return Mention(subject, PartySource.CONTEXT) if subject else None
        if held := opened(context, previous, "opinion_openings"):
            # «По словам министра, … Предлагается объединиться.»
            found = resolve(context, held[0])
            return replace(found, source=PartySource.CONTEXT) if found else None
        if previous.start == 0 or any(map(is_finite, previous)) and _has_person(context, previous):
            return None
        previous = context.doc[previous.start - 1].sent
    return None


def _pronoun(context: Context, sentence: Span, verb: Token) -> Phrase | None:
    """«Она рассказала о недостаче»: the pronoun that is the subject of the verb."""
    passive = feature(verb, "Voice") == "Pass"
    for token in context.doc[sentence.start : verb.i]:
        acts = low(token) in ("он", "она", "они") and agrees(token, verb)
        if acts or passive and low(token) in ("им", "ею"):
            return Phrase(token.i, token.i + 1, token)
    return None


def _has_person(context: Context, sentence: Span) -> bool:
    return any(p.label in ("PER", "ROLE") for p in context.parties_in(sentence.start, sentence.end))


def _brings_up(token: Token) -> bool:
    cues = gazetteer("proposer-cues")
    verbs = {*cues["reporting"], *cues["raising"]}
    told = is_finite(token) and feature(token, "Person") not in ("1", "2")
    behind = token.i + 1 < len(token.doc) and is_infinitive(token.doc[token.i + 1])
    # «Стороны согласились провести сессию» tells what they do, and not what they think.
    return told and not behind and bool(lemmas(token.text) & verbs)


def _bare(verb: Token, hit: Hit) -> bool:
    return hit.diathesis in _OPEN and is_finite(verb) and feature(verb, "Person") not in ("1", "2")


def _tells(token: Token) -> bool:
    return is_finite(token) and bool(
        lemmas(token.text) & set(gazetteer("proposer-cues")["reporting"])
    )


def _subject(context: Context, sentence: Span, verb: Token) -> Phrase | None:
    """The first party of a sentence that can be the subject of the verb too."""
    for phrase in context.parties_in(sentence.start, sentence.end):
        preposed = phrase.start > sentence.start and context.doc[phrase.start - 1].pos_ == "ADP"
        lonely = preposed and not any(is_finite(t) for t in sentence)
        if phrase.label not in _ACTING or (preposed and not lonely):
            continue
        if context.doc[phrase.start].text.startswith("@") and not preposed:
            # «@olga заметила …»: a handle has neither case nor gender.
            return phrase
        if not lonely and not nominative(phrase, verb):
            continue
        if _fits(context, phrase, verb):
            return phrase
    return None


def _fits(context: Context, phrase: Phrase, verb: Token) -> bool:
    """Agreement with the verb; many may speak for one body («От артели. Просят …»)."""
    if feature(verb, "Number") == "Plur":
        return feature(phrase.head, "Number") == "Plur" or phrase.label in ("ORG", "GROUP")
    gender = feature(verb, "Gender")
    if phrase.label == "PER" and gender:
        return can_be_called(context, phrase, gender)
    return phrase.label != "GROUP" and agrees(phrase.head, verb)
