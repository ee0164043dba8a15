"""The bodies that a content is about, each with its role."""

from __future__ import annotations

import itertools
from functools import cache

from spacy.tokens import Doc

from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import (
    agrees,
    case_of,
    feature,
    is_finite,
    is_infinitive,
    is_nominal,
    low,
)
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.bodies import can_act, cues, is_body, objects, widened
from predlozheno.records.schema import Role
from predlozheno.resources import gazetteer

_VERB_REACH = 6
# «участвовать в организациях …, таких как Союз»: further off, but named as an example.
_LISTED_REACH = 12
# «вести с холдингом переговоры»: how near the word for what is done together stands.
_MUTUAL_REACH = 4
# «включить в состав СРГ»: the noun between preposition and body.
_MEMBERSHIP = frozenset("состав состава число члены ряды".split())
_HOST_NOUNS_CASE = "Loc"
_CLAUSES = ("что", "чтобы", "чтоб", "future", "colon", "rest")
_MAKING = (("reformed", Role.REFORMED), ("established", Role.ESTABLISHED))


def content_targets(context: Context, content: list[TokenSpan], form: str) -> list[Mention]:
    """The targets inside a content, in the order of the text, none twice.

    Args:
        context: the document.
        content: fragments, token spans.
        form: how the content is governed; the subject of a «что» or «чтобы» clause is the executor.
    """
    found: list[Mention] = []
    for start, end in content:
        inside = _made(context, start, end)
        if form in _CLAUSES and (subject := _clause_subject(context, start, end)):
            inside.append(Mention(subject, role=Role.EXECUTOR))
        joining = _joining(context.doc, start, end)
        for phrase in _candidates(context, start, end):
            role = _role(context, phrase, start, end, joining)
            if role and not _covered(phrase, inside):
                inside.append(Mention(phrase, role=role))
        _share_roles(context, inside, start, end)
        found += [m for m in inside if not _covered(m.phrase, found)]
    return sorted(found, key=lambda m: m.phrase.start)


def _covered(phrase: Phrase, mentions: list[Mention]) -> bool:
    return any(phrase.start < m.phrase.end and m.phrase.start < phrase.end for m in mentions)


@cache
def _openings(name: str) -> tuple[list[str], ...]:
    return tuple(
        text.split() for text in sorted(gazetteer("target-cues")[name], key=len, reverse=True)
    )


def _candidates(context: Context, start: int, end: int) -> list[Phrase]:
    """The parties, and the bodies that no party was seen in."""
    parties = context.parties_in(start, end)
    taken = {i for p in parties for i in range(p.start, p.end)}
    others = [
        p
        for p in context.phrases_in(start, end)
        if p.head.i not in taken and p.start not in taken and is_body(p)
    ]
    for p in _surely(context, start, end):
        if p.head.i not in taken and not any(p.start < o.end and o.start < p.end for o in others):
            others.append(p)
    return sorted([*parties, *others], key=lambda p: p.start)


def _surely(context: Context, start: int, end: int) -> list[Phrase]:
    """Any noun behind «силами» or «с участием», whoever «обязать» and «привлечь» are said of."""
    doc, found = context.doc, []
    for i in range(start + 1, end):
        bound = is_infinitive(doc[i - 1]) and word_lemmas(doc[i - 1].text) & cues(
            "inner_accusative"
        )
        opened = _opened_by(doc, i, start, "sure")
        phrase = context.phrase_at(i) if bound or opened else None
        if phrase is None or phrase.end > end or context.splits_party(i):
            continue
        many = feature(phrase.head, "Number") == "Plur" and not can_act(phrase)
        if (opened and not many) or (bound and can_act(phrase)):
            found.append(phrase)
    return found


def _made(context: Context, start: int, end: int) -> list[Mention]:
    """What is to be established or reformed: the objects of the verbs that say so."""
    found: list[Mention] = []
    for token in context.doc[start:end]:
        words = word_lemmas(token.text)
        role = next((role for name, role in _MAKING if words & cues(name)), None)
        acts = is_infinitive(token) or token.pos_ in ("VERB", "AUX")
        if role is None or not (acts or (token.pos_ == "NOUN" and _leads(context, token.i, start))):
            continue
        for phrase in objects(context, token, end):
            if not _covered(phrase, found):
                found.append(Mention(phrase, role=role))
    return found


def _leads(context: Context, noun: int, start: int) -> bool:
    """Whether a noun of action heads the content («закрытие …»), and is not itself an object in it."""
    doc = context.doc
    if any(is_infinitive(t) or is_finite(t) for t in doc[start:noun]):
        return False
    return not any(case_of(t) and t.pos_ in ("NOUN", "PROPN") for t in doc[start:noun])


def _joining(doc: Doc, start: int, end: int) -> frozenset[int]:
    """Tokens that say that a body is entered or taken part in."""
    return frozenset(
        t.i
        for t in doc[start:end]
        if (is_infinitive(t) or t.pos_ in ("NOUN", "VERB")) and word_lemmas(t.text) & cues("joined")
    )


def _role(
    context: Context, phrase: Phrase, start: int, end: int, joining: frozenset[int]
) -> Role | None:
    doc = context.doc
    for name, role in (("partner", Role.PARTNER), ("host", Role.HOST), ("executor", Role.EXECUTOR)):
        if _opened_by(doc, phrase.start, start, name):
            return role
    if _framed(context, phrase, start):
        return Role.HOST
    if _enters(doc, phrase, start, joining):
        return Role.ADDRESSEE if _petitions(doc, phrase, end) else Role.JOINED
    if _is_needed_of(doc, phrase, end):
        return Role.ADDRESSEE
    if _inner_dative(doc, phrase, start):
        return Role.EXECUTOR
    if _is_partner(context, phrase, start, end):
        return Role.PARTNER
    before = low(doc[phrase.start - 1]) if phrase.start > start else ""
    if before in ("в", "во", "при") and phrase.label == "ORG" and phrase.has_case(_HOST_NOUNS_CASE):
        making = any(
            (is_infinitive(t) or t.pos_ == "NOUN")
            and word_lemmas(t.text) & (cues("reformed") | cues("established"))
            for t in doc[start:end]
        )
        return Role.HOST if making or joining or before == "при" else None
    return None


def _framed(context: Context, phrase: Phrase, start: int) -> bool:
    """«В рамках программы университета», «на площадке съезда врачей»: whose frame it is."""
    doc, noun = context.doc, phrase.start - 1
    if noun <= start or phrase.label not in ("ORG", "GROUP") or not phrase.has_case("Gen"):
        return False
    return is_nominal(doc[noun]) and any(
        _opened_by(doc, i, start, "framing") for i in range(max(start, noun - 1), noun + 1)
    )


def _opened_by(doc: Doc, position: int, start: int, name: str) -> bool:
    low = columns(doc).low
    for words in _openings(name):
        first = position - len(words)
        if first >= start and low[first:position] == words:
            return True
    return False


def _clause_subject(context: Context, start: int, end: int) -> Phrase | None:
    """The nominative of a clause that a finite verb follows, or that follows its verb at the end."""
    doc = context.doc
    verb = next((t for t in doc[start:end] if is_finite(t)), None)
    if verb is None or feature(verb, "Person") in ("1", "2"):
        return None
    if any(is_infinitive(t) for t in doc[start : verb.i]):
        return None
    for phrase in context.phrases_in(start, verb.i):
        if phrase.has_case("Nom") and can_act(phrase) and _free(doc, phrase, start):
            return widened(context, phrase)
    following = context.phrase_at(verb.i + 1) if verb.i + 1 < end else None
    if following and following.end <= end and can_act(following):
        fits = can_be(following.head, case="Nom") and agrees(following.head, verb)
        return widened(context, following) if fits else None
    return None


def _free(doc: Doc, phrase: Phrase, start: int) -> bool:
    """No preposition holds the phrase, and no noun that it would be the genitive of."""
    if phrase.start <= start:
        return True
    before = doc[phrase.start - 1]
    return before.pos_ not in ("ADP", "NOUN", "PROPN")


def _enters(doc: Doc, phrase: Phrase, start: int, joining: frozenset[int]) -> bool:
    """Whether the nearest verb before the phrase enters it: «войти в», «членов», «таких как»."""
    if phrase.start <= start or not joining or not phrase.label:
        return False
    listed = doc[phrase.start - 1].lower_ == "как"
    reach = _LISTED_REACH if listed else _VERB_REACH
    for i in range(phrase.start - 1, max(start, phrase.start - reach) - 1, -1):
        if i in joining:
            between = doc[i + 1 : phrase.start]
            near = between if listed else between[-1:]
            if low(doc[phrase.start - 1]) in _MEMBERSHIP:
                near = doc[phrase.start - 2 : phrase.start]
            return any(low(t) in gazetteer("target-cues")["joined_prepositions"] for t in near)
        if is_infinitive(doc[i]):
            return False
    return False


def _petitions(doc: Doc, phrase: Phrase, end: int) -> bool:
    """«Войти в ректорат с представлением», «выйти к директору с требованием»: it is put to them."""
    if phrase.end + 1 >= end or low(doc[phrase.end]) not in ("с", "со"):
        return False
    return bool(word_lemmas(doc[phrase.end + 1].text) & cues("petitions"))


def _is_needed_of(doc: Doc, phrase: Phrase, end: int) -> bool:
    """«…, что главному врачу пора проехать смену»: the dative in front of a word of need."""
    if not phrase.label or phrase.end >= end or not phrase.has_case("Dat"):
        return False
    return low(doc[phrase.end]) in cues("needs")


def _inner_dative(doc: Doc, phrase: Phrase, start: int) -> bool:
    """«прошу поручить комитету …»: the dative of an inner verb is who is to act."""
    if phrase.start <= start:
        return False
    previous = doc[phrase.start - 1]
    lemma_set = word_lemmas(previous.text)
    if phrase.label and phrase.has_case("Dat") and lemma_set & cues("inner_dative"):
        return True
    return (
        phrase.has_case("Acc")
        and is_infinitive(previous)
        and bool(lemma_set & cues("inner_accusative"))
    )


def _is_partner(context: Context, phrase: Phrase, start: int, end: int) -> bool:
    """«согласовать с рыбинспекцией», «вести с холдингом переговоры»."""
    doc = context.doc
    if phrase.start <= start or low(doc[phrase.start - 1]) not in ("с", "со"):
        return False
    if not phrase.has_case("Ins") or not can_act(phrase):
        return False
    nearby = [
        *doc[max(start, phrase.start - 1 - _MUTUAL_REACH) : phrase.start - 1],
        *doc[phrase.end : min(end, phrase.end + 2)],
    ]
    return any(word_lemmas(t.text) & cues("mutual") for t in nearby)


def _share_roles(context: Context, found: list[Mention], start: int, end: int) -> None:
    """Parties coordinated with one that has a role share it: «с участием министров и послов»."""
    doc = context.doc
    for left, right in itertools.pairwise(_candidates(context, start, end)):
        owner = next((m for m in found if m.phrase.start == left.start), None)
        if owner is None or _covered(right, found):
            continue
        between = [low(t) for t in doc[left.end : right.start]]
        links = (
            ("и", ",", "а", "также", "с", "в") if owner.role is not Role.REFORMED else ("и", ",")
        )
        joined = between and all(word in links for word in between)
        joined = joined and ("а" not in between or "также" in between)
        # A slip of case does not part two bodies joined by «и».
        bodies = left.label == right.label == "ORG" and between == ["и"]
        if joined and (bodies or case_of(left.head) == case_of(right.head)):
            found.append(Mention(right, role=owner.role))
