"""«По лодкам согласен. По поставщику – нет.»: an answer that first says what it answers."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import ANSWERABLE, content_stems, stems
from predlozheno.proposals.slots.verdict import begins_with
from predlozheno.records.schema import Status

_LEAD = r"\W*(?:а |и |ну |так |теперь )?"
_TOPICS = tuple(
    re.compile(
        rf"{_LEAD}(?:(?:по|про|насчет|касательно|что до|что касается) [а-я-]+(?: [а-я-]+){{{more}}}"
        rf"(?:\s?[,–—-]\s?|\s)|[а-я-]{{4,}}(?: [а-я-]+){{{more}}} [–—-] )"
    )
    for more in range(4)
)
_ANSWERS = (
    ("answers_postponed", Status.POSTPONED),
    ("answers_rejected", Status.REJECTED),
    ("answers_adopted", Status.ADOPTED),
)
# How many blocks back the thing answered may stand.
_REACH = 8


def answered_by_topic(context: Context, drafts: list[Draft]) -> None:
    """Settles open drafts by later answers in somebody else's turn that name their matter."""
    for sentence in context.doc.sents:
        block = context.block_index(sentence.start)
        speaker = context.blocks[block].speaker
        if speaker is None:
            continue
        near = [
            d
            for d in drafts
            if d.status is Status.PROPOSED
            and d.kind in ANSWERABLE
            and 0 < block - d.block <= _REACH
            and context.blocks[d.block].speaker not in (None, speaker)
        ]
        if near and (found := _answer(context, sentence, block)):
            about, status, span = found
            meant = [d for d in near if content_stems(context, d) & about]
            for draft in meant[-1:]:
                draft.status, draft.outcome = status, span


def _answer(
    context: Context, sentence: Span, block: int
) -> tuple[frozenset[str], Status, tuple[int, int]] | None:
    """What the sentence answers, how, and where; None where it is no such answer."""
    body = max(context.blocks[block].body - sentence.start_char, 0)
    text = fold(sentence.text)
    # The shortest run of words that an answer follows is the topic.
    for match in filter(None, (topic.match(text, body) for topic in _TOPICS)):
        for name, status in _ANSWERS:
            if reply := begins_with(name, text[match.end() :]):
                about, start = stems(match[0]), sentence.start_char + match.end()
                return (about, status, (start, start + reply.end())) if about else None
    return None
