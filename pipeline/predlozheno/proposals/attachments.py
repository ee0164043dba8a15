"""Lines that belong to the record above them: «Срок: 15 мая», «Ответственный – Петров»."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.slots.timing import find_times
from predlozheno.records.schema import Role

_RESPONSIBLE = re.compile(
    r"(?<![а-я])(?:ответственн(?!ост)[а-я]+(?: за исполнение| исполнител[а-я]+)?|отв\.|исполнител[а-я]+|исп\.)\s*[:–—-]?\s*"
)
_TERM = re.compile(r"(?<![а-я])срок[а-я]*(?: исполнения| выполнения| сдачи)?\s*[:–—-]\s*")


def is_attachment(text: str) -> bool:
    """Whether a line says nothing but who answers for the record above it, or by when."""
    folded = fold(text).lstrip("(–—- ")
    return bool(_RESPONSIBLE.match(folded) or _TERM.match(folded))


def attach(context: Context, drafts: list[Draft], meeting_date: str | None) -> None:
    """Adds executors and deadlines from lines and sentence ends to the draft right above them."""
    ordered = sorted(drafts, key=lambda d: d.sentence[0])
    for sentence in context.doc.sents:
        text = sentence.text
        if not (_RESPONSIBLE.search(fold(text)) or _TERM.search(fold(text))):
            continue
        owner = _owner(context, ordered, sentence.start, sentence.end)
        if not owner:
            continue
        for draft in owner:
            _add_responsible(context, draft, text, sentence.start_char)
            _add_term(draft, text, sentence.start_char, meeting_date)


def _owner(context: Context, drafts: list[Draft], start: int, end: int) -> list[Draft]:
    """The drafts of the sentence itself, else those of the nearest sentence above in the same list."""
    own = [d for d in drafts if start <= d.sentence[0] < end]
    if own:
        return own
    above = [d for d in drafts if d.sentence[0] < start]
    if not above:
        return []
    last = above[-1]
    if context.block_index(start) - last.block > 2:
        return []
    return [d for d in above if d.sentence == last.sentence]


def _add_responsible(context: Context, draft: Draft, text: str, offset: int) -> None:
    match = _RESPONSIBLE.search(fold(text))
    if match is None:
        return
    stop = _TERM.search(fold(text), match.end())
    bracket = text.find(")", match.end())
    ends = [stop.start() if stop else len(text), bracket if bracket >= 0 else len(text)]
    span = context.doc.char_span(
        offset + match.end(),
        offset + min(ends),
        alignment_mode="expand",
    )
    if span is None:
        return
    taken = {m.phrase.start for m in draft.targets}
    for party in context.parties_in(span.start, span.end):
        if party.label in ("PER", "ROLE", "ORG", "GROUP") and party.start not in taken:
            draft.targets.append(Mention(party, role=Role.EXECUTOR))


def _add_term(draft: Draft, text: str, offset: int, meeting_date: str | None) -> None:
    match = _TERM.search(fold(text))
    if match is None:
        return
    for time in find_times(text[match.end() :], meeting_date)[:1]:
        start, end = offset + match.end() + time.start, offset + match.end() + time.end
        if not any(t.start < end and start < t.end for t in draft.timing):
            draft.timing.append(type(time)(start, end, "deadline", time.value))
