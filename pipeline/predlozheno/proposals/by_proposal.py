"""«По предложению X решено …», «по просьбе жителей маршрут продлён»: what was done at whose wish."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import (
    SUBORDINATORS,
    feature,
    is_finite,
    is_infinitive,
    low,
    trim,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.approach import PUT_FORWARD, Found, behind_owners
from predlozheno.proposals.slots.content import find_contents
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_YEAR = re.compile(r"(?:19|20)\d\d")


def by_proposal(context: Context, hit: Hit, sentence: Span, hits: list[Hit]) -> Found | None:
    """What a clause says was resolved or done by the proposal that opens it; None where it says nothing.

    Where a decision carries an action, the action is the content; otherwise the clause itself.

    Args:
        context: the document.
        hit: «по предложению» and its like.
        sentence: in which it stands.
        hits: all triggers of the sentence.
    """
    for other in hits:
        decides = (
            other.frame.kind in (Kind.DECISION, Kind.ASSIGNMENT) and other.diathesis != "infinitive"
        )
        if other.start >= hit.end and decides:
            inner = find_contents(context, other, sentence, hits)
            if inner.contents and _carries(context.doc, hit, other, inner.contents[0]):
                return inner
    deed = _deed(context, hit, sentence)
    return Found(contents=[[deed]], form="deed", region=(hit.start, deed[1])) if deed else None


def _carries(doc: Doc, hit: Hit, decides: Hit, content: list[TokenSpan]) -> bool:
    """Whether a decision has its action behind it; «заседание решено провести» parts the two."""
    if content[0][0] >= decides.end:
        return True
    last = content[-1]
    action = any(is_infinitive(t) for t in doc[last[0] : last[1]])
    return content[0][0] >= hit.end and last[0] >= decides.end and action


def _deed(context: Context, hit: Hit, sentence: Span) -> TokenSpan | None:
    """«Заседание перенесено на вторник»: a passive clause right behind whose idea it was."""
    doc = context.doc
    if hit.frame.kind not in PUT_FORWARD:
        return None
    start = behind_owners(context, hit.end, sentence.end)
    verb = next((t for t in doc[start : sentence.end] if is_finite(t) or is_infinitive(t)), None)
    if verb is None or not _is_done(verb):
        return None
    stop = next((i for i in range(verb.i, sentence.end) if _ends(sentence, i)), sentence.end)
    if _long_ago(context, doc[start:stop]):
        return None
    begin, end = trim(doc, start, stop)
    return (begin, end) if begin < verb.i or verb.i + 1 < end else None


def _ends(sentence: Span, i: int) -> bool:
    """Whether the clause ends at the token: «; …», «, а …», «, что …»."""
    doc = sentence.doc
    behind = low(doc[i + 1]) if i + 1 < sentence.end else ""
    return doc[i].text in ";:" or (
        doc[i].text == "," and (behind in ("а", "но", "и") or behind in SUBORDINATORS)
    )


def _is_done(verb: Token) -> bool:
    """A short passive participle of what a meeting can do, or the auxiliary of one."""
    behind = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    short = (token for token in (verb, behind) if feature(token, "Variant") == "Short")
    resolvable = set(gazetteer("proposer-cues")["resolvable"])
    return any(lemmas(token.text, pos="VERB") & resolvable for token in short)


def _long_ago(context: Context, clause: Span) -> bool:
    """Whether the clause names a year that had passed when they met: it tells of other times."""
    meeting = context.segments.meeting
    years = [int(token.text) for token in clause if _YEAR.fullmatch(token.text)]
    if not years:
        return False
    date = meeting.date if meeting else None
    return date is None or min(years) < int(date[:4])
