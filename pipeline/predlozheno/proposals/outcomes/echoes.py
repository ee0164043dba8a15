"""Resolutions that take a proposal up in other words: a rare word of the text stands in both."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Token

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import case_of
from predlozheno.proposals.linking import PUT_TO_OTHERS, meets, names_of, stems
from predlozheno.proposals.slots.verdict import has_any
from predlozheno.records.schema import Kind, Status
from predlozheno.resources import gazetteer

_STEM = 5
_SHORT = 2
# What so many of the wishes name is the topic.
_TOPIC = 4
# In how many sentences a rare word may stand, and how many blocks a resolution is from its debate.
_SELDOM = 6
_NEAR = 8
_ALONG = re.compile(
    r"с учетом (?:предложени|замечани|поправ|пожелани|дополнени)[а-я]* (?P<whose>[^.;]{4,120})"
)
# «Отвести неделю под гербарий», «разделить на очереди»: what comes of it.
_GOALS = frozenset(("под", "на"))
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ")


def rare_stems(context: Context) -> frozenset[str]:
    """The beginnings of the words that only a few sentences of the document use."""
    counts = Counter(
        stem
        for sentence in context.doc.sents
        for stem in {_stem(fold(token.lemma_)) for token in sentence if token.is_alpha}
    )
    common = tuple(gazetteer("outcome-cues")["common_words"])
    return frozenset(
        stem
        for stem, count in counts.items()
        if count <= _SELDOM and len(stem) > _SHORT and not stem.startswith(common)
    )


def topics(context: Context, drafts: list[Draft]) -> frozenset[str]:
    """The beginnings of what several wishes are about: «темы» in a debate on themes tells none apart."""
    counts = Counter(stem for draft in drafts for stem in _stems(context, draft))
    return frozenset(stem for stem, count in counts.items() if count >= _TOPIC)


def echoed(context: Context, draft: Draft, decision: Draft, rare: frozenset[str]) -> bool:
    """Whether an item of the resolution below a debate shares a rare word with a proposal from it."""
    if decision.head is None or not 0 < decision.block - draft.block <= _NEAR:
        return False
    shared = _stems(context, draft) & _stems(context, decision)
    if draft.kind is Kind.PROPOSAL:
        # «Привлекать к консультациям студентов» – «ввести консультации»: one word in passing is no echo.
        apart = _objects(context, draft) & _free(context, decision) & rare
        return bool(apart) or len(shared) > 1 and bool(shared & rare)
    orders = decision.kind in (Kind.DECISION, Kind.ASSIGNMENT)
    return orders and len(shared) > 1 and bool(shared & rare)


def named_whole(context: Context, draft: Draft, decision: Draft) -> bool:
    """Whether the proposal has every noun that the resolution names beside its verdict."""
    nouns = {
        _stem(fold(token.lemma_))
        for start, end in decision.content
        for token in context.doc[start:end]
        if token.pos_ in ("NOUN", "PROPN") and len(token) > _SHORT
    }
    nouns = {noun for noun in nouns if not has_any("matters", noun)}
    return len(nouns & _stems(context, draft)) * 2 > len(nouns)


def take_along(context: Context, decision: Draft, earlier: list[Draft]) -> None:
    """«Утвердить проект с учётом предложений Орловой и клуба «Чайка»»: what they have moved."""
    start, end = decision.content_span
    span = context.doc[start:end]
    match = _ALONG.search(fold(span.text))
    if match is None:
        return
    words = stems(match["whose"])
    for draft in earlier:
        open_ = draft.status is Status.PROPOSED and draft.kind in PUT_TO_OTHERS
        if open_ and draft.block < decision.block and meets(names_of(context, draft), words):
            draft.status, draft.settled_by = Status.ADOPTED, decision
            draft.outcome = (span.start_char + match.start(), span.start_char + match.end())


def _stems(context: Context, draft: Draft) -> frozenset[str]:
    return frozenset(
        _stem(fold(token.lemma_))
        for start, end in draft.content
        for token in context.doc[start:end]
        if token.pos_ in _TELLING and len(token) > _SHORT
    )


def _free(context: Context, draft: Draft) -> frozenset[str]:
    """The beginnings of the nouns that no preposition stands before: «в 9 классе» only tells where."""
    return frozenset(
        _stem(fold(token.lemma_))
        for start, end in draft.content
        for token in context.doc[start:end]
        if token.pos_ in ("NOUN", "PROPN") and len(token) > _SHORT and not _leans(token)
    )


def _objects(context: Context, draft: Draft) -> frozenset[str]:
    """Those of them that depend on no other noun: what is acted on, and not «отмена среза»."""
    return frozenset(
        _stem(fold(token.lemma_))
        for start, end in draft.content
        for token in context.doc[start:end]
        if token.pos_ in ("NOUN", "PROPN") and len(token) > _SHORT and not _leans(token, _GOALS)
        if not (token.i > start and token.nbor(-1).pos_ == "NOUN" and case_of(token) == "Gen")
    )


def _leans(token: Token, but: frozenset[str] = frozenset()) -> bool:
    """Whether a preposition, other than those, leads up to the noun, with its adjectives in between."""
    i = token.i - 1
    while i >= 0 and token.doc[i].pos_ in ("ADJ", "DET", "NUM"):
        i -= 1
    return i >= 0 and token.doc[i].pos_ == "ADP" and token.doc[i].lower_ not in but


def _stem(lemma: str) -> str:
    """«Собрать» and «собрание» begin alike."""
    return lemma[:_STEM]
