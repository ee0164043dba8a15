"""Lines that belong to the record above them: «Срок: 15 мая», «Ответственный – Петров»."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention, TimeExpression
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.slots.timing import find_term
from predlozheno.records.schema import Kind, Role

RESPONSIBLE = re.compile(
    r"(?<![а-я])(?:ответственн(?:ый|ая|ые|ое|ым|ого|ых)(?: за (?:исполнение|выполнение)"
    r"| исполнител[а-я]+| лиц[а-я]+)?|отв\.|исполнител(?:ь|и|ем)|исп\.)"
    r"(?:\s*[:–—-]\s*|\s+(?=[А-ЯЁ]))"
)
TERM = re.compile(r"(?<![а-я])срок[а-я]*(?: исполнения| выполнения| сдачи)?\s*[:–—-]\s*")
_ALONE = re.compile(r"[(–—\s-]*(?:срок|отв\.|ответственн|исполнител|исп\.|контрол)")
_STOP = re.compile(r"срок|контрол|\)|;")
_LINES_BELOW = 3


def is_attachment(text: str) -> bool:
    """Whether a line says nothing but who answers for the record above it, or by when."""
    folded = fold(text)
    cue = _responsible(text) or TERM.search(folded)
    return cue is not None and bool(_ALONE.match(folded))


def attach(context: Context, drafts: list[Draft], meeting_date: str | None) -> None:
    """Adds executors and deadlines from lines and sentence ends to the draft right above them."""
    ordered = sorted(drafts, key=lambda d: d.sentence[0])
    for sentence in context.doc.sents:
        text = sentence.text
        named, term = _responsible(text), TERM.search(fold(text))
        if not (named or term):
            continue
        for draft in _owner(context, ordered, (sentence.start, sentence.end)):
            if named:
                _add_responsible(context, draft, text, named.end(), sentence.start_char)
            if term:
                _add_term(draft, text, term.end(), sentence.start_char, meeting_date)


def _responsible(text: str) -> re.Match[str] | None:
    """Where the one who answers for it is named: the label, its capital letters made small."""
    match = RESPONSIBLE.search(text)
    return (
        match or RESPONSIBLE.search(text[:1].lower() + text[1:]) or RESPONSIBLE.search(fold(text))
    )


def _owner(context: Context, drafts: list[Draft], span: TokenSpan) -> list[Draft]:
    """The drafts of the sentence itself, else those of the nearest sentence above in the same list."""
    own = [d for d in drafts if span[0] <= d.sentence[0] < span[1]]
    if own:
        return own
    above = [d for d in drafts if d.sentence[0] < span[0]]
    if not above or not _ALONE.match(fold(context.doc[span[0] : span[1]].text)):
        return []
    last = above[-1]
    if context.block_index(span[0]) - last.block > _LINES_BELOW:
        return []
    return [d for d in above if d.sentence == last.sentence]


def _add_responsible(context: Context, draft: Draft, text: str, start: int, offset: int) -> None:
    stop = _STOP.search(fold(text), start)
    end = stop.start() if stop else len(text)
    span = context.doc.char_span(offset + start, offset + end, alignment_mode="expand")
    if span is None:
        return
    taken = {m.phrase.start for m in draft.targets}
    if draft.kind is Kind.DECISION and draft.diathesis in ("item", "bare_infinitive"):
        draft.kind = Kind.ASSIGNMENT
    for party in named_parties(context, span.start, span.end):
        if party.start not in taken:
            draft.targets.append(Mention(party, role=Role.EXECUTOR))


def named_parties(context: Context, start: int, end: int) -> list[Phrase]:
    """The parties of a run that only names them; its first noun phrases where none was recognised."""
    found = [p for p in context.parties_in(start, end) if p.label != "LOC"]
    if found:
        return found
    phrases = context.phrases_in(start, end)
    return [p for p in phrases if context.doc[p.start].is_title or p is phrases[0]][:2]


def _add_term(draft: Draft, text: str, start: int, offset: int, meeting_date: str | None) -> None:
    for time in find_term(text[start:], meeting_date):
        first, last = offset + start + time.start, offset + start + time.end
        if not any(t.start < last and first < t.end for t in draft.timing):
            draft.timing.append(TimeExpression(first, last, time.type, time.value))
