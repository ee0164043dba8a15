"""What a speech tells of others, and of what was done: its speaker puts none of it forward."""

from __future__ import annotations

import itertools

from spacy.tokens import Span, Token

from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.grammar import case_of, feature, is_finite, is_infinitive, is_word, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import Refusal
from predlozheno.proposals.speech import is_address, is_voiced
from predlozheno.records.schema import Kind, PartySource
from predlozheno.resources import gazetteer

_DONE = (Kind.DECISION, Kind.ASSIGNMENT)
_OFFERS = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION)
_DEMANDING = "request.trebovat"
_NARRATING = ("active", "support", "short_passive", "gerund")
_MOOD_REACH = 3
_HANGING = frozenset("где кто что если когда пока хотя чтобы потому".split())


def narrated(context: Context, hit: Hit, sentence: Span) -> Refusal | None:
    """In a speech «жители решили», «я предлагал», «комитет просил», «закон закрепляет за …».

    A speaker acts in the present or with «бы». What his own side decided («мы решили», «комитет
    принял решение») he puts forward all the same.
    """
    phrased = hit.diathesis == "phrase" and feature(context.doc[hit.head], "Tense") == "Past"
    narrating = hit.diathesis in _NARRATING or phrased and hit.frame.kind is Kind.PROPOSAL
    if not narrating:
        return None
    if not is_address(context):
        return _called_to_mind(context, hit, sentence) or _said_to_me(hit, sentence)
    live = _offered_now if hit.frame.kind in _OFFERS else _own_decision
    if hit.frame.kind not in (*_DONE, *_OFFERS) or live(hit, sentence):
        return None
    return Refusal("reported", "a speech tells what was done")


def verdict_only(hit: Hit, sentence: Span) -> Refusal | None:
    """«Одобрили, деньги собирает Шульга»: the verb tells what became of something before it."""
    doc = sentence.doc
    if hit.frame.kind is not Kind.DECISION or hit.diathesis != "active" or hit.end >= sentence.end:
        return None
    opens = not any(is_word(t) for t in doc[sentence.start : hit.start])
    behind = doc[hit.end + 1 : sentence.end]
    clause = doc[hit.end].text == "," and not any(low(t) in ("что", "чтобы") for t in behind[:2])
    acts = next((t for t in behind if is_finite(t) or is_infinitive(t)), None)
    if opens and clause and acts is not None and is_finite(acts):
        return Refusal("reported", f"«{doc[hit.start].text}» settles what was said before")
    return None


def _said_to_me(hit: Hit, sentence: Span) -> Refusal | None:
    """«Мне велели платить через терминал», «девушки предложили мне вступить в кружок»: an anecdote."""
    doc, verb = sentence.doc, sentence.doc[hit.head]
    told = hit.frame.kind in (Kind.ASSIGNMENT, *_OFFERS) and hit.diathesis == "active"
    before = doc[max(sentence.start, hit.start - _MOOD_REACH) : hit.start]
    me = any(low(t) in ("мне", "меня") for t in (*before, *doc[hit.end : hit.end + 1]))
    wished = any(low(t) in ("бы", "чтобы", "чтоб") for t in before)
    gone = feature(verb, "Tense") == "Past" and not wished
    return Refusal("reported", "what one was told elsewhere") if told and gone and me else None


def _called_to_mind(context: Context, hit: Hit, sentence: Span) -> Refusal | None:
    """«Мы требовали от банков оставить кассы»: in a turn the imperfective past is of another time."""
    doc, verb = sentence.doc, sentence.doc[hit.head]
    if hit.diathesis != "active" or hit.frame.kind not in _OFFERS:
        return None
    gone = feature(verb, "Tense") == "Past" and feature(verb, "Aspect") == "Imp"
    block = context.block_index(hit.start)
    if not gone or context.blocks[block].speaker is None or not is_voiced(context, block):
        return None
    wished = any(
        low(t) in ("бы", "чтобы", "чтоб")
        for t in doc[max(sentence.start, hit.start - 2) : hit.end + 2]
    )
    return None if wished else Refusal("reported", f"«{verb.text}»: called to mind")


def _offered_now(hit: Hit, sentence: Span) -> bool:
    doc = sentence.doc
    around = doc[max(sentence.start, hit.start - _MOOD_REACH) : hit.end + _MOOD_REACH]
    wished = any(low(t) in ("бы", "чтобы", "чтоб") for t in around)
    verb = doc[hit.head]
    if _told_in_full(hit, sentence):
        return True
    # The tagger takes «вношу» for a past; the dictionary knows better.
    return wished or feature(verb, "Tense") != "Past" or can_be(verb, Tense="Pres")


def _told_in_full(hit: Hit, sentence: Span) -> bool:
    """«Мы внесли поправку: предусмотреть девять миллионов»: the speaker's own, with what it says."""
    doc = sentence.doc
    if hit.diathesis != "support" or feature(doc[hit.head], "Aspect") == "Imp":
        return False
    colon = next((t.i for t in doc[hit.end : sentence.end] if t.text == ":"), None)
    if colon is None or not any(map(is_infinitive, doc[colon : sentence.end])):
        return False
    ours = {"мы", *gazetteer("senses")["own_side"]}
    return any(word_lemmas(t.text) & ours for t in doc[sentence.start : hit.start])


def _own_decision(hit: Hit, sentence: Span) -> bool:
    """Whether the speaker's side decides, at one moment, and not over him («поручил мне …»)."""
    doc, verb = sentence.doc, sentence.doc[hit.head]
    if feature(verb, "Person") in ("1", "2"):
        return True
    past = feature(verb, "Tense") == "Past"
    # «Задача наша была – …», «мы утверждали планы».
    if past and (verb.lemma_ == "быть" or feature(verb, "Aspect") == "Imp"):
        return False
    if any(low(t) in ("мне", "нам") for t in doc[hit.end : hit.end + 1]):
        return False
    ours = set(gazetteer("senses")["own_side"])
    return any(
        word_lemmas(t.text) & ours and (t.i < hit.end or case_of(t) == "Nom") for t in sentence
    )


def put_forward(context: Context, drafts: list[Draft]) -> None:
    """In a speech «статью пятую исключить» and «палате проверить субсидии» only put it forward."""
    if not drafts or not is_address(context):
        return
    # «К маю построим тридцать», «посидим на старых»: nobody decides by that.
    drafts[:] = [d for d in drafts if (d.kind, d.diathesis) != (Kind.DECISION, "promise")]
    for draft in drafts:
        if draft.kind is Kind.DECISION and draft.diathesis == "bare_infinitive":
            draft.kind = Kind.PROPOSAL
        elif draft.kind is Kind.ASSIGNMENT and draft.diathesis == "dative_infinitive":
            draft.is_draft_decision = True


def main_clause(context: Context, sentence: Span) -> list[Token]:
    """The words of a sentence; in a speech without the clauses that hang on it or stand behind.

    «Школу, где учится пять детей, не закрывать», «взять из фонда, его каждый год не осваивают».
    """
    if not is_address(context):
        return list(sentence)
    commas = [t.i for t in sentence if t.text == ","]
    borders = [sentence.start, *commas, sentence.end]
    kept: list[Token] = []
    for start, end in itertools.pairwise(borders):
        part = sentence.doc[start:end]
        opens = next((low(t) for t in part if t.text != ","), "")
        hangs = opens in _HANGING or opens.startswith("котор")
        told = any(map(is_finite, part)) and not any(map(is_infinitive, part))
        if start == sentence.start or not (hangs or told):
            kept += list(part)
    return kept


def of_others(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """In a speech «нам предлагают ходить за хлебом», «министр требует отчёта»: not his side."""
    verb = context.doc[hit.head]
    if hit.frame.kind not in _OFFERS or hit.diathesis != "active" or not drafts:
        return None
    if feature(verb, "Person") != "3" or not is_address(context):
        return None
    named = any(m.source is PartySource.STATED for draft in drafts for m in draft.proposers)
    # «Всё это требует внимания»: nobody is meant at all.
    if (feature(verb, "Number") == "Plur" or hit.frame.id == _DEMANDING) and not named:
        return Refusal("reported", f"«{verb.text}» is said of others, who are not named")
    if named and all(map(_is_authority, drafts[0].proposers)):
        return Refusal("reported", f"«{verb.text}» is said of others, who are only cited")
    return None


def _is_authority(wanting: Mention) -> bool:
    """A minister, a ministry, somebody by name: in a speech of another their wishes are only cited."""
    named = word_lemmas(wanting.phrase.head.text) & set(gazetteer("senses")["authorities"])
    return bool(named) or wanting.phrase.label == "PER" and wanting.phrase.head.pos_ == "PROPN"
