"""The bodies that a content is about, each with its role."""

from __future__ import annotations

import itertools
from functools import cache

from spacy.tokens import Doc

from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import case_of, is_finite, is_infinitive, low
from predlozheno.records.schema import Role
from predlozheno.resources import gazetteer

_BODY_LABELS = ("ORG", "GROUP", "ROLE", "PER", "LOC")
_VERB_REACH = 6
# «участвовать в организациях …, таких как Союз»: further off, but named as an example.
_LISTED_REACH = 12
# «включить в состав СРГ»: the noun between preposition and body.
_MEMBERSHIP = frozenset("состав состава число члены ряды".split())
_HOST_NOUNS_CASE = "Loc"


def content_targets(context: Context, content: list[TokenSpan], form: str) -> list[Mention]:
    """The targets inside a content, in the order of the text, none twice.

    Args:
        context: the document.
        content: fragments, token spans.
        form: how the content is governed; the subject of a «что» or «чтобы» clause is the executor.
    """
    found: list[Mention] = []
    for start, end in content:
        verbs = _role_verbs(context.doc, start, end)
        for phrase in context.parties_in(start, end):
            role = _role(context, phrase, start, verbs, form)
            if role and not any(m.phrase.start == phrase.start for m in found):
                found.append(Mention(phrase, role=role))
        _share_roles(context, found, start, end)
    return sorted(found, key=lambda m: m.phrase.start)


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(word.lower().replace("ё", "е") for word in gazetteer("target-cues")[name])


@cache
def _openings(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(text.split())
        for text in sorted(gazetteer("target-cues")[name], key=len, reverse=True)
    )


def _role_verbs(doc: Doc, start: int, end: int) -> dict[int, Role]:
    """Tokens that give a role to a body near them."""
    verbs: dict[int, Role] = {}
    for token in doc[start:end]:
        lemma_set = word_lemmas(token.text)
        for name, role in (
            ("reformed", Role.REFORMED),
            ("established", Role.ESTABLISHED),
            ("joined", Role.JOINED),
        ):
            acts = is_infinitive(token) or token.pos_ in ("NOUN", "VERB")
            if lemma_set & _cues(name) and acts and token.i not in verbs:
                verbs[token.i] = role
    return verbs


def _role(
    context: Context, phrase: Phrase, start: int, verbs: dict[int, Role], form: str
) -> Role | None:
    doc = context.doc
    for name, role in (("partner", Role.PARTNER), ("host", Role.HOST), ("executor", Role.EXECUTOR)):
        if _opened_by(doc, phrase.start, start, name):
            return role
    if form in ("что", "чтобы", "чтоб") and _is_subject(context, phrase, start):
        return Role.EXECUTOR
    verb_role = _by_verb(context, phrase, start, verbs)
    if verb_role:
        return verb_role
    if _inner_dative(doc, phrase, start):
        return Role.EXECUTOR
    before = low(doc[phrase.start - 1]) if phrase.start > start else ""
    if before in ("в", "во", "при") and phrase.label == "ORG" and phrase.has_case(_HOST_NOUNS_CASE):
        return Role.HOST if verbs or before == "при" else None
    return None


def _opened_by(doc: Doc, position: int, start: int, name: str) -> bool:
    for words in _openings(name):
        first = position - len(words)
        if first >= start and all(low(doc[first + k]) == word for k, word in enumerate(words)):
            return True
    return False


def _is_subject(context: Context, phrase: Phrase, start: int) -> bool:
    """A nominative at the start of the clause that a finite verb follows."""
    doc = context.doc
    if not phrase.has_case("Nom") or phrase.start - start > 4:
        return False
    return not any(is_finite(token) for token in doc[start : phrase.start])


def _by_verb(context: Context, phrase: Phrase, start: int, verbs: dict[int, Role]) -> Role | None:
    """The role that the nearest role word before the phrase gives it, if its grammar reaches it."""
    doc = context.doc
    listed = doc[phrase.start - 1].lower_ == "как"
    reach = _LISTED_REACH if listed else _VERB_REACH
    for i in range(phrase.start - 1, max(start, phrase.start - reach) - 1, -1):
        role = verbs.get(i)
        between = doc[i + 1 : phrase.start]
        if role is None:
            if is_infinitive(doc[i]):
                return None
            continue
        if role is Role.JOINED:
            near = between[-1:] if not listed else between
            near = (
                doc[phrase.start - 2 : phrase.start]
                if low(doc[phrase.start - 1]) in _MEMBERSHIP
                else near
            )
            if any(low(t) in gazetteer("target-cues")["joined_prepositions"] for t in near):
                return role
            return None
        cases = ("Acc", "Nom") if is_infinitive(doc[i]) or doc[i].pos_ == "VERB" else ("Gen",)
        plain = not any(t.pos_ in ("ADP", "NOUN") for t in between)
        return (
            role
            if plain and any(phrase.has_case(case) for case in cases) and phrase.label == "ORG"
            else None
        )
    return None


def _inner_dative(doc: Doc, phrase: Phrase, start: int) -> bool:
    """«прошу поручить комитету …»: the dative of an inner verb is who is to act."""
    if phrase.start <= start:
        return False
    previous = doc[phrase.start - 1]
    lemma_set = word_lemmas(previous.text)
    if phrase.has_case("Dat") and lemma_set & _cues("inner_dative"):
        return True
    return (
        phrase.has_case("Acc")
        and is_infinitive(previous)
        and bool(lemma_set & _cues("inner_accusative"))
    )


def _share_roles(context: Context, found: list[Mention], start: int, end: int) -> None:
    """Parties coordinated with one that has a role share it: «с участием министров и послов»."""
    doc = context.doc
    parties = context.parties_in(start, end)
    for left, right in itertools.pairwise(parties):
        owner = next((m for m in found if m.phrase.start == left.start), None)
        if owner is None or any(m.phrase.start == right.start for m in found):
            continue
        between = [low(t) for t in doc[left.end : right.start]]
        joined = between and all(word in ("и", ",", "а", "также", "с", "в") for word in between)
        # A slip of case does not part two bodies joined by «и».
        bodies = left.label == right.label == "ORG" and between == ["и"]
        if joined and (bodies or case_of(left.head) == case_of(right.head)):
            found.append(Mention(right, role=owner.role))
