"""The bodies that a content is about, each with its role."""

from __future__ import annotations

import itertools

from spacy.tokens import Doc

from predlozheno.language.complements import quoted_end
from predlozheno.language.morphology import can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import (
    case_of,
    feature,
    is_infinitive,
    low,
)
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.bodies import can_act, cues, is_body, objects, own_body
from predlozheno.proposals.slots.doers import clause_subjects, is_agent, is_laden
from predlozheno.proposals.slots.entering import (
    enters,
    entrant,
    is_joint,
    is_petition,
    joining_words,
    taken_up,
)
from predlozheno.proposals.slots.inner import inner_dative
from predlozheno.proposals.slots.making import made
from predlozheno.proposals.slots.opened import framed, in_company, is_denied, is_member, opened_by
from predlozheno.records.schema import Role

# «вести с холдингом переговоры»: how near the word for what is done together stands.
_MUTUAL_REACH = 4
_HOST_NOUNS_CASE = "Loc"
# Roles that a preposition opens, for all that are joined behind it.
_OPENED = (Role.PARTNER, Role.HOST, Role.EXECUTOR)
_CLAUSES = ("что", "чтобы", "чтоб", "future", "colon", "rest")


def content_targets(context: Context, content: list[TokenSpan], form: str) -> list[Mention]:
    """The targets inside a content, in the order of the text, none twice.

    Args:
        context: the document.
        content: fragments, token spans.
        form: how the content is governed; the subject of a «что» or «чтобы» clause is the executor.
    """
    found: list[Mention] = []
    for start, end in content:
        subjects = clause_subjects(context, start, end) if form in _CLAUSES else []
        inside = [Mention(subject, role=Role.EXECUTOR) for subject in subjects]
        inside += [m for m in made(context, start, end) if not _covered(m.phrase, inside)]
        inside += [m for m in _drawn_in(context, start, end) if not _covered(m.phrase, inside)]
        joining = joining_words(context.doc, start, end)
        organised = any(
            (is_infinitive(t) or t.pos_ == "NOUN") and word_lemmas(t.text) & cues("established")
            for t in context.doc[start:end]
        )
        for phrase in _candidates(context, start, end):
            making = organised or any(m.role is Role.REFORMED for m in inside)
            role = _role(context, phrase, start, end, joining, making=making)
            if role is Role.JOINED:
                phrase = own_body(context, phrase)
            if role and not _covered(phrase, inside):
                inside.append(Mention(phrase, role=role))
                fellows = _fellows(context, phrase, end) if role in _OPENED else []
                inside += [Mention(p, role=role) for p in fellows if not _covered(p, inside)]
        _share_roles(context, inside, start, end)
        inside += taken_up(context, start, end, joining)
        found += [m for m in inside if not _covered(m.phrase, found)]
    return sorted(found, key=lambda m: m.phrase.start)


def _covered(phrase: Phrase, mentions: list[Mention]) -> bool:
    return any(phrase.start < m.phrase.end and m.phrase.start < phrase.end for m in mentions)


def _candidates(context: Context, start: int, end: int) -> list[Phrase]:
    """The parties, and the bodies that no party was seen in."""
    parties = context.parties_in(start, end)
    taken = {i for p in parties for i in range(p.start, p.end)}
    others = [
        p
        for p in context.phrases_in(start, end)
        if p.head.i not in taken and p.start not in taken and (is_body(p) or is_joint(p))
    ]
    for p in _surely(context, start, end):
        if p.head.i not in taken and not any(p.start < o.end and o.start < p.end for o in others):
            others.append(p)
    return sorted([*parties, *others], key=lambda p: p.start)


def _surely(context: Context, start: int, end: int) -> list[Phrase]:
    """Any noun behind «силами» or «с участием», whoever «обязать» and «привлечь» are said of."""
    doc, found, words = context.doc, [], columns(context.doc)
    for i in range(start + 1, end):
        before = words.text[i - 1]
        bound = words.infinitive(i - 1) and word_lemmas(before) & cues("inner_accusative")
        opened = opened_by(doc, i, start, "sure")
        entering = words.pos[i - 1] == "NOUN" and word_lemmas(before) & cues("entering")
        joined = words.low[i - 1] in ("с", "со")
        company = joined and word_lemmas(words.text[i - 2]) & cues("company")
        phrase = context.phrase_at(i) if bound or opened or company or entering else None
        if opened and doc[i].text == "«" and (closing := quoted_end(doc, i)):
            # «Силами «Дорстроя»»
            found.append(Phrase(i, closing, doc[i + 1], "ORG"))
            continue
        if phrase is None or phrase.end > end or context.splits_party(i):
            continue
        many = feature(phrase.head, "Number") == "Plur" and not can_act(phrase)
        obliged = bound and phrase.end < end and is_infinitive(doc[phrase.end])
        obliged = obliged and phrase.head.pos_ != "PRON"
        acting = (bound or entering) and can_act(phrase)
        if ((opened or company) and not many) or acting or obliged:
            found.append(phrase)
    return found


def _role(
    context: Context,
    phrase: Phrase,
    start: int,
    end: int,
    joining: frozenset[int],
    *,
    making: bool,
) -> Role | None:
    doc = context.doc
    if is_denied(doc, phrase, start) or is_member(doc, phrase, start):
        return None
    for name, role in (("partner", Role.PARTNER), ("host", Role.HOST), ("executor", Role.EXECUTOR)):
        if opened_by(doc, phrase.start, start, name):
            # «комиссия в составе Орловой»: people host nothing.
            return None if role is Role.HOST and phrase.label == "PER" else role
    if in_company(doc, phrase, start):
        return Role.PARTNER
    if framed(context, phrase, start):
        return Role.HOST
    if enters(doc, phrase, start, joining):
        return Role.ADDRESSEE if is_petition(doc, phrase, end) else Role.JOINED
    acts = entrant(context, phrase, start) or is_agent(context, phrase, start)
    if acts or is_laden(context, phrase, start):
        return Role.EXECUTOR
    if _is_needed_of(doc, phrase, end):
        return Role.ADDRESSEE
    if inner_dative(doc, phrase, start):
        return Role.EXECUTOR
    if _is_partner(context, phrase, start, end):
        return Role.PARTNER
    before = low(doc[phrase.start - 1]) if phrase.start > start else ""
    if before in ("в", "во", "при") and phrase.label == "ORG" and phrase.has_case(_HOST_NOUNS_CASE):
        return Role.HOST if making or joining or before == "при" else None
    return None


def _is_needed_of(doc: Doc, phrase: Phrase, end: int) -> bool:
    """«…, что главному врачу пора проехать смену»: the dative in front of a word of need."""
    if not phrase.label or phrase.end >= end or not phrase.has_case("Dat"):
        return False
    return low(doc[phrase.end]) in cues("needs")


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


def _drawn_in(context: Context, start: int, end: int) -> list[Mention]:
    """«Привлечь к её оплате судовладельцев»: the object of an inner verb behind what stands between."""
    found: list[Mention] = []
    for token in context.doc[start:end]:
        if is_infinitive(token) and word_lemmas(token.text) & cues("drawing"):
            drawn = [p for p in objects(context, token, end, any_noun=True) if can_act(p)]
            drawn = drawn or _people_behind(context, token.i, end)
            found += [Mention(p, role=Role.EXECUTOR) for p in drawn]
            for phrase in drawn:
                found += [Mention(p, role=Role.EXECUTOR) for p in _fellows(context, phrase, end)]
    return found


def _people_behind(context: Context, verb: int, end: int) -> list[Phrase]:
    """«Привлечь к обработке коллекций минералогов»: people whom a tagger takes for a genitive."""
    doc = context.doc
    for i in range(verb + 3, end):
        if doc[i].text in ",;:" or is_infinitive(doc[i]):
            return []
        people = feature(doc[i], "Animacy") == "Anim" and can_be(doc[i], case="Acc", number="Plur")
        if doc[i].pos_ == "NOUN" and people and doc[i - 1].pos_ == "NOUN":
            phrase = context.phrase_at(i)
            return [phrase] if phrase and phrase.end <= end else []
    return []


def _fellows(context: Context, first: Phrase, end: int) -> list[Phrase]:
    """«С МЧС и казачьей дружиной»: bodies that no mention was seen in, joined to one that has a role."""
    doc, found, last = context.doc, [first], first
    while last.end + 1 < end and low(doc[last.end]) in ("и", ","):
        phrase = context.phrase_at(last.end + 1)
        if phrase is None or phrase.end > end or not can_act(phrase):
            break
        case = case_of(first.head)
        if not case or not (case_of(phrase.head) == case or can_be(phrase.head, case=case)):
            break
        if low(doc[last.end]) == "," and not phrase.label:
            break
        found.append(phrase)
        last = phrase
    return found[1:]


def _share_roles(context: Context, found: list[Mention], start: int, end: int) -> None:
    """Parties coordinated with one that has a role share it: «с участием министров и послов»."""
    doc = context.doc
    for left, right in itertools.pairwise(_candidates(context, start, end)):
        owner = next((m for m in found if m.phrase.start == left.start), None)
        if owner is None or owner.phrase.end < left.end or _covered(right, found):
            continue
        between = [low(t) for t in doc[left.end : right.start]]
        links = (
            ("и", ",", "а", "также", "с", "в") if owner.role is not Role.REFORMED else ("и", ",")
        )
        joined = between and all(word in links for word in between)
        joined = joined and ("а" not in between or "также" in between)
        # A slip of case does not part two bodies joined by «и».
        bodies = left.label == right.label == "ORG" and between == ["и"]
        case = case_of(left.head)
        alike = case == case_of(right.head) or (case != "" and can_be(right.head, case=case))
        if joined and (bodies or alike):
            found.append(Mention(right, role=owner.role))
