"""Clauses that say by when or how long: «когда снег сойдёт», «пока не придёт акт»."""

from __future__ import annotations

from spacy.tokens import Token

from predlozheno.language.morphology import can_be, fold, lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import TimeExpression, TimingKind
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import feature, is_finite
from predlozheno.resources import gazetteer

_BOUNDS = (",", ";", ":", "(", ")", ".")
_CONJUNCTIONS: dict[str, TimingKind] = {"когда": "deadline", "как": "deadline", "пока": "period"}


def clauses(context: Context, span: TokenSpan) -> list[TimeExpression]:
    """The clauses of time in a run of tokens, offsets into the repaired text."""
    found = []
    for i in range(*span):
        token = context.doc[i]
        kind = _CONJUNCTIONS.get(fold(token.text))
        if kind is None or not _opens(context, i, span[0], kind):
            continue
        end = next((j for j in range(i + 1, span[1]) if context.doc[j].text in _BOUNDS), span[1])
        kind = _kind(list(context.doc[i:end]), kind)
        if kind is not None:
            last = context.doc[end - 1]
            found.append(TimeExpression(token.idx, last.idx + len(last), kind, None))
    return found


def _opens(context: Context, i: int, start: int, kind: TimingKind) -> bool:
    """Whether the conjunction opens a clause of time; «ждать, пока …» only says what for."""
    doc = context.doc
    if fold(doc[i].text) == "как":
        after = fold(doc[i + 1].text) if i + 1 < len(doc) else ""
        if after != "только":
            return False
    comma = i > start and doc[i - 1].text == ","
    if kind == "deadline":
        return comma
    before = i - 2 if comma else i - 1
    waiting = set(gazetteer("timing-words")["waiting_verbs"])
    return before < start or not lemmas(doc[before].text) & waiting


def _kind(clause: list[Token], kind: TimingKind) -> TimingKind | None:
    """None where the clause tells of what is or was and not of what will be."""
    verbs = [token for token in clause if is_finite(token)]
    if not verbs:
        return None
    if all(_is_ahead(verb) for verb in verbs):
        return kind
    undone = kind == "period" and any(fold(token.text) == "не" for token in clause)
    if not undone or not all(_is_ahead(verb) or _is_complete(verb) for verb in verbs):
        return None
    # «Пока не решён вопрос» lasts; «верните, пока гарантия не кончилась» has to be before that.
    return "period" if any(_is_short(verb) for verb in verbs) else "deadline"


def _is_ahead(verb: Token) -> bool:
    """By the dictionary: the tagger takes perfective futures for presents."""
    return feature(verb, "Tense") != "Past" and can_be(verb, pos="VERB", Tense="Fut")


def _is_complete(verb: Token) -> bool:
    return _is_short(verb) or (
        feature(verb, "Tense") == "Past" and feature(verb, "Aspect") == "Perf"
    )


def _is_short(verb: Token) -> bool:
    return feature(verb, "Variant") == "Short"
