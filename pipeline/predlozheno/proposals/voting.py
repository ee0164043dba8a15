"""Counts of votes find what was voted on: their own sentence, the list above, or what they name."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, VoteCount
from predlozheno.proposals.linking import content_stems, linked, names_of, stems
from predlozheno.proposals.slots.vote import Ballot, find_ballot
from predlozheno.proposals.tables import row_result
from predlozheno.records.schema import Kind, Status

_BINDING = (Kind.DECISION, Kind.ASSIGNMENT, Kind.AGREEMENT)
_OPEN = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION, Kind.WISH)
_WHOLE = re.compile(
    r"(?:резолюци|рекомендаци|постановлени|обращени|документ|проект)[а-я]* (?:в целом )?"
    r"(?:был[а-я]* )?принят|в целом"
)
_REACH = 14
_NEAR = 2
# A row of votes names a proposal by its proposer or by two of its words.
_SURE = 2


def count_votes(context: Context, drafts: list[Draft]) -> None:
    """Gives the votes of the text to the drafts they were taken on, and settles open ones by them."""
    passed: list[Draft] = []
    voted = 0
    rivals: list[Draft] = []
    queue = [d for d in drafts if d.diathesis != "table"]
    for sentence in context.doc.sents:
        own = [d for d in queue if sentence.start <= d.sentence[0] < sentence.end]
        block = context.block_index(sentence.start)
        _table_vote(context, sentence, block, passed)
        ballot = None if context.blocks[block].kind == "row" else find_ballot(_with_next(sentence))
        if ballot is not None and _is_new(context, sentence, ballot):
            ballot.count.start += sentence.start_char
            ballot.count.end += sentence.start_char
            since = passed[voted:]
            for draft in _voted_on(context, sentence, block, ballot, own, since, drafts):
                if draft.vote is None:
                    draft.vote = ballot.count
                _decide(draft, ballot.count, by_name=bool(ballot.about))
                if ballot.about and ballot.count.against is None:
                    rivals = [r for r in rivals if r.block >= draft.block - _NEAR] + [draft]
            _outvoted(rivals)
            voted = len(passed) + len(own)
        passed += own


def _with_next(sentence: Span) -> str:
    """«За – 22. Против и воздержавшихся нет.»: a count goes on in the next sentence of the line."""
    doc = sentence.doc
    following = doc[sentence.end].sent.text if sentence.end < len(doc) else ""
    goes_on = re.match(r"\W*(?:против|воздерж)", fold(following))
    return f"{sentence.text} {following}" if goes_on else sentence.text


def _is_new(context: Context, sentence: Span, ballot: Ballot) -> bool:
    """Not the second half of a count that the sentence before began."""
    return not (
        ballot.count.for_ is None
        and not ballot.count.unanimous
        and ballot.count.against is not None
        and sentence.start > 0
        and find_ballot(context.doc[sentence.start - 1].sent.text) is not None
    )


def _voted_on(
    context: Context,
    sentence: Span,
    block: int,
    ballot: Ballot,
    own: list[Draft],
    since: list[Draft],
    drafts: list[Draft],
) -> list[Draft]:
    about = stems(ballot.about)
    if about:
        near = [
            d for d in drafts if 0 <= block - d.block <= _REACH and d.sentence[0] < sentence.start
        ]
        near = [d for d in near if content_stems(context, d) & about] or (
            [d for d in near if d.kind in _OPEN] if re.search(r"\d-го|№", ballot.about) else []
        )
        if near:
            return linked(context, near, ballot.about)[0]
    if _WHOLE.search(fold(sentence.text)):
        return [d for d in since if _is_item(context, d) or d.kind in _BINDING]
    if own:
        return [d for d in own if d.kind is not Kind.NEED]
    if below := _list_below(context, sentence, block, ballot, drafts):
        return below
    return _list_above(context, block, since) or _list_after(context, block, drafts)


def _is_item(context: Context, draft: Draft) -> bool:
    return draft.head is not None or context.blocks[draft.block].kind == "item"


def _list_above(context: Context, block: int, since: list[Draft]) -> list[Draft]:
    """The drafts of the list right above a vote, or of the sentence right before it."""
    if not since or block - since[-1].block > _REACH:
        return []
    last = since[-1]
    stage = context.blocks[last.block].stage
    if context.blocks[last.block].kind == "item" and last.head is None and not stage:
        parent = context.blocks[last.block].parent
        return [d for d in since if parent is not None and context.blocks[d.block].parent == parent]
    if last.head is not None or (stage and last.kind in _BINDING):
        return [
            d
            for d in since
            if (d.head == last.head and d.head is not None)
            or (stage and _same_label(context, d, last))
        ]
    if block - last.block > _NEAR or last.kind is Kind.NEED:
        return []
    return [
        d
        for d in since
        if d.sentence == last.sentence
        or (d.block == last.block and d.kind in _BINDING and last.kind in _BINDING)
    ]


def _list_after(context: Context, block: int, drafts: list[Draft]) -> list[Draft]:
    """«Голосуем решение в целом. За 13. РЕШИЛИ: …»: the list whose label follows the vote."""
    labels = {
        context.blocks[i].stage_span
        for i in range(block + 1, min(block + _NEAR + 1, len(context.blocks)))
        if context.blocks[i].stage_span
        and context.blocks[i].stage_span != context.blocks[block].stage_span
    }
    return [
        d
        for d in drafts
        if d.head is not None and context.blocks[d.block].stage_span in labels and d.block > block
    ]


def _list_below(
    context: Context, sentence: Span, block: int, ballot: Ballot, drafts: list[Draft]
) -> list[Draft]:
    """The items of the list that a vote stands over: «ПОСТАНОВИЛИ (за – 16):»."""
    text = context.segments.text[ballot.count.end : sentence.end_char]
    inside_brackets = text.startswith(")") and any(c.isalpha() for c in text)
    if not text.rstrip().endswith(":") or inside_brackets:
        return []
    parents = {block}
    for i in range(block + 1, min(block + _REACH * 2, len(context.blocks))):
        if context.blocks[i].parent in parents:
            parents.add(i)
    return [d for d in drafts if d.block in parents and d.sentence[0] >= sentence.end]


def _same_label(context: Context, one: Draft, other: Draft) -> bool:
    """Whether both stand under the same label of a part of the meeting, as printed once."""
    a, b = (context.blocks[d.block].stage_span for d in (one, other))
    return a is not None and a == b


def _decide(draft: Draft, vote: VoteCount, *, by_name: bool) -> None:
    """A proposal that was voted on by itself was adopted or refused by the count."""
    if draft.status is not Status.PROPOSED or draft.kind not in _OPEN or draft.head is not None:
        return
    if draft.kind is not Kind.PROPOSAL and not by_name:
        return
    if vote.unanimous or (vote.for_ or 0) > (vote.against or 0):
        draft.status = Status.ADOPTED
    elif vote.against is not None and vote.for_ is not None:
        draft.status = Status.REJECTED
    draft.outcome = (vote.start, vote.end)


def _outvoted(rivals: list[Draft]) -> None:
    """Of proposals voted on one after another without votes against, the one with most hands won."""
    most = max((d.vote.for_ or 0 for d in rivals if d.vote), default=0)
    for draft in rivals:
        if draft.vote and (draft.vote.for_ or 0) < most:
            draft.status = Status.REJECTED


def _table_vote(context: Context, sentence: Span, block: int, passed: list[Draft]) -> None:
    """A row of a table of votes settles the proposal that it names, where it makes none of its own."""
    if not passed or context.blocks[block].start != sentence.start_char:
        return
    result = row_result(context, block)
    if result is None:
        return
    near = [d for d in passed if d.kind in _OPEN and block - d.block <= _REACH]
    words = stems(result.subject)
    near = [
        d
        for d in near
        if content_stems(context, d) & words or names_of(context, d) & words or result.letter
    ]
    if not near:
        return
    drafts, score = linked(context, near, result.subject)
    for draft in drafts if score >= _SURE or result.letter else []:
        draft.vote = draft.vote or result.vote
        if result.status is not None:
            draft.status, draft.outcome = result.status, result.outcome
