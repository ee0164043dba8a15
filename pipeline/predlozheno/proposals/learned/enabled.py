"""Words that look like a content and are only made possible, begun, or aimed at by something else."""

from __future__ import annotations

from functools import cache

from predlozheno.proposals.courtesies import WANTING, is_speaking
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.learned.columns import Columns
from predlozheno.resources import gazetteer

_REACH = 25
_CLAUSE_ENDS = frozenset(".!?:;–—")
_ASKING_LEAVE = frozenset("позвольте разрешите".split())
_OPENERS = frozenset("что если когда поскольку хотя но однако поэтому".split())


def is_enabled(words: Columns, span: TokenSpan, first: int) -> bool:
    """Whether no trigger wants the words, because another word of the sentence already holds them.

    «Это позволит снизить расходы», «мы начнём ждать ответа», «для того чтобы ускорить выплаты»,
    «вопрос, который мы решим завтра», «хочу похвалить коллегу», «вместо того чтобы чинить», «вносит
    вклад в науку».

    Args:
        words: of the document.
        span: the words that could be a content.
        first: of their sentence.
    """
    start, end = span
    if any(words.low[i] in "-–—" and words.low[i + 1] == "это" for i in range(start + 1, end - 1)):
        # «Предложение отложить сбор – это уловка»: the second half only judges it.
        return True
    verb = next((i for i in range(start, end) if words.infinitive(i) or words.finite(i)), None)
    if verb is None:
        behind = start > first and (words.finite(start - 1) or words.infinitive(start - 1))
        return behind and words.lemma[start] in _light()
    opening = words.low[max(first, start - 1) : min(start + 2, end)]
    if any(word.startswith("котор") for word in opening):
        # «…, которой поручено составить смету» is somebody's wish all the same.
        return words.finite(verb) and words.voice[verb] != "Pass"
    if words.finite(verb):
        return words.tense[verb] != "Past" and words.lemma[verb] in _enabling()
    return _is_aim(words, verb, first) or _is_governed(words, verb, first)


def _is_aim(words: Columns, infinitive: int, first: int) -> bool:
    """Whether «для того чтобы» or its like opens the infinitive's clause."""
    for i in range(infinitive - 1, max(first, infinitive - _REACH) - 1, -1):
        if words.low[i] in ("чтобы", "чтоб"):
            before = [low for low in words.low[max(first, i - 3) : i] if low != ","]
            return " ".join(before[-2:]) in _aims() or " ".join(before[-1:]) in _aims()
        if words.finite(i) or words.low[i] in _CLAUSE_ENDS:
            return False
    return False


def _is_governed(words: Columns, infinitive: int, first: int) -> bool:
    """Whether the nearest word to the left that can govern an infinitive is an enabling one."""
    for i in range(infinitive - 1, max(first, infinitive - _REACH) - 1, -1):
        if words.low[i] in _CLAUSE_ENDS or words.low[i] in _OPENERS:
            return False
        if words.lemma[i] in WANTING or words.low[i] in _ASKING_LEAVE:
            return is_speaking(words.lemma[infinitive], words.low[infinitive + 1 : infinitive + 6])
        near = words.nominal[i] and infinitive - i > 1
        if words.lemma[i] in _enabling() and not near:
            return True
        if words.finite(i):
            return False
    return False


@cache
def _enabling() -> frozenset[str]:
    return frozenset(gazetteer("qualifiers")["enabling_words"])


@cache
def _light() -> frozenset[str]:
    return frozenset(gazetteer("qualifiers")["light_nouns"])


@cache
def _aims() -> frozenset[str]:
    return frozenset(gazetteer("qualifiers")["aims"])
