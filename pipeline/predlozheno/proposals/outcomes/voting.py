"""Counts of votes give the drafts that they were taken on their numbers, and settle open ones."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, VoteCount
from predlozheno.proposals.linking import (
    BINDING,
    PUT_TO_OTHERS,
    content_stems,
    linked,
    names_of,
    stems,
)
from predlozheno.proposals.outcomes.contested import Side, is_variant, left_over, outvoted
from predlozheno.proposals.outcomes.resolving import is_moved_item, is_resolved
from predlozheno.proposals.outcomes.settling import only_named
from predlozheno.proposals.outcomes.voted import SURE, listed, voted_on
from predlozheno.proposals.results import Result, row_ballot, row_result
from predlozheno.proposals.slots.numerals import in_figures
from predlozheno.proposals.slots.verdict import find_verdicts, has_any
from predlozheno.proposals.slots.vote import Ballot, find_ballots
from predlozheno.records.schema import Kind, Status

_REACH = 14
# A count goes on in the next sentences: «За – 22. Против и воздержавшихся нет.», a line for each number.
_GOES_ON = re.compile(r"\W*(?:(?:про)?голосовал[а-я]* )?[«\"]?(?:за[»\"]?\W*[\d.…]|против|воздерж)")
# «За пульт? 88 голосов.», «Кто за? Все.»: the question and its answer.
_ASKED = re.compile(r"(?<![а-я])за(?: [^.;:?]{2,60})?\?\W*$")
_ANSWER = re.compile(
    r"\W*(?:раз\b[\d\s,.…]+\W*$"
    r"|\d[\d ]*(?:голос[а-я]*|рук[а-я]*|человек[а-я]*)?\W*(?:$|[.;]\s)|все\b|единогласно)"
)
_LINES = 3
# «Ставлю на голосование исключение девятого пункта.»: the count that follows is about that.
# «Голосовали за предложение Хромовой.»: the same, where the numbers stand in the next sentence.
PUT = re.compile(
    r"(?:(?:по)?став[а-я]+|вынос[а-я]+|выноши[а-я]*|вынес[а-я]*) на голосование\W+"
    r"(?!\W)(?!за\b|против\b)(?P<put>.+)"
    r"|на голосование (?:по)?став[а-я]+\W+(?P<was>.+)"
    r"|(?:по)?став[а-я]+ (?P<mid>[^.;:]{3,100}?) на голосование"
    r"|став(?:лю|им|ится) (?P<bare>(?:предложени|вариант|поправк|кандидатур)[^.;:]{3,80})"
    # «Проголосовали за 10 %: пятеро за»
    r"|голосовал[а-я]+ за (?P<side>[^:;.]{2,40})(?=:)"
    r"|голосова[а-я]+ (?:за|по) (?P<about>(?:[а-я]+ ){0,2}"
    r"(?:предложени|вариант|поправк|кандидатур|инициатив|редакци|формулировк|требовани|просьб|ходатайств)"
    r"[а-я]*(?: [^\d:;–—]+)?)"
)
_ELECTED = re.compile(r"(?:избра|наибольшее|считать избранн)[^.]*?№ ?(\d+) ?[–—-] ?(\d+)")
# «Решение – НЕ ПРИНЯТО (нет 2/3).» behind a count: so short a sentence speaks of what was voted on.
_CURT = 8


def count_votes(context: Context, drafts: list[Draft], told: dict[int, bool]) -> None:
    """Gives the votes of the text to the drafts they were taken on, and settles open ones by them.

    Sentences that begin at the tokens `told` say by its place what each draft got; where the value is
    true, with its votes.
    """
    passed: list[Draft] = []
    voted, counted = 0, 0
    sides: list[Side] = []
    just: list[Draft] = []
    put, put_at = "", 0
    queue = [d for d in drafts if d.diathesis != "table"]
    for sentence in context.doc.sents:
        own = [d for d in queue if sentence.start <= d.sentence[0] < sentence.end]
        block = context.block_index(sentence.start)
        _table_vote(context, sentence, block, passed)
        _elect(sentence, block, drafts)
        if found_put := PUT.search(fold(sentence.text)):
            put, put_at = next(filter(None, found_put.groups())), block
        fresh = sentence.start >= counted and not told.get(sentence.start)
        ballots = _ballots(context, sentence, block) if fresh else []
        if ballots:
            counted = _last_of(sentence).end
            since, just = passed[voted:], []
            told_of: list[list[Draft]] = []
            for ballot in ballots:
                # «По второму: за – 2» is one side of several where the count itself says of what.
                one_of_several = bool(ballot.about) or is_variant(sentence, own)
                ballot.about = ballot.about or (put if block - put_at <= _LINES else "")
                named = voted_on(context, sentence, block, ballot, own, since, passed, drafts)
                # «Провести ярмарку вместо концерта»: «за концерт – 9» is about another.
                found = [d for d in named if not (one_of_several and d in just)]
                _give(context, sentence, found, ballot)
                just += found
                told_of.append(named)
                if one_of_several:
                    sides = [side for side in sides if block - side.block <= 1]
                    sides.append(Side(block, ballot.count, found))
            for place, left in left_over(context, block, told_of, since):
                _give(context, sentence, left, ballots[place])
                sides.append(Side(block, ballots[place].count, left))
            outvoted(context, sides)
            voted, put = len(passed) + len(own), ""
        elif sentence.start in told:
            just = []
            if told[sentence.start]:
                voted, put = len(passed) + len(own), ""
        elif just and not own and block - context.block_index(counted - 1) <= 1:
            _pronounce(context, sentence, just)
        elif own or sentence.start >= counted:
            just = []
        passed += own


def _give(context: Context, sentence: Span, drafts: list[Draft], ballot: Ballot) -> None:
    """The count goes to every draft without one; what was open is decided by it."""
    # «Голосовали за это требование: за – 58» is about a request as «за неё – 9» is.
    named = bool(ballot.about) or has_any("matters", fold(sentence.text))
    for draft in drafts:
        if draft.status is Status.WITHDRAWN:
            continue
        if draft.vote is None:
            draft.vote = ballot.count
        _decide(context, draft, ballot.count, by_name=named)


def _ballots(context: Context, sentence: Span, block: int) -> list[Ballot]:
    """The counts of a sentence, or of a row that gives nothing but a count; offsets into the text."""
    if context.blocks[block].kind == "row" and (row := row_ballot(context, block)) is not None:
        return [Ballot(row, "")] if context.blocks[block].start == sentence.start_char else []
    if context.blocks[block].kind == "row" and row_result(context, block) is not None:
        return []
    found = find_ballots(context.doc[sentence.start : _last_of(sentence).end].text)
    for ballot in found:
        ballot.count.start += sentence.start_char
        ballot.count.end += sentence.start_char
    return found


def _last_of(sentence: Span) -> Span:
    """The last sentence of the count that begins in this one."""
    doc, last = sentence.doc, sentence
    if not find_ballots(sentence.text) and not _ASKED.search(fold(sentence.text)):
        return last
    for _ in range(_LINES):
        following = doc[last.end].sent if last.end < len(doc) else None
        if following is None:
            break
        asked = _ASKED.search(fold(last.text)) and _ANSWER.match(in_figures(following.text).text)
        # «За пульт? 88 голосов. За сторожа? 171.»
        asks = _ASKED.match(fold(following.text)) is not None
        if not asked and not asks and not _GOES_ON.match(fold(following.text)):
            break
        last = following
    return last


def _pronounce(context: Context, sentence: Span, voted: list[Draft]) -> None:
    """«Решение – НЕ ПРИНЯТО»: what is said right after the count holds for all that was voted on."""
    if sum(token.is_alpha for token in sentence) > _CURT:
        return
    verdict = next(
        (
            v
            for v in find_verdicts(sentence.text)
            if v.kind != "active" and not only_named(sentence.text, v)
        ),
        None,
    )
    if verdict is None or not (verdict.start < 3 or has_any("matters", fold(sentence.text))):
        return
    meant, score = linked(context, voted, sentence.text)
    # «Решение принято по варианту № 2»: of what was voted on by name, that alone.
    for draft in meant if score >= SURE else voted:
        lost = verdict.status is Status.REJECTED and draft.kind in BINDING
        if draft.status is verdict.status or is_resolved(context, draft):
            continue
        if lost or draft.is_draft_decision or draft.kind in PUT_TO_OTHERS:
            draft.status = verdict.status
            offset = sentence.start_char
            draft.outcome = (offset + verdict.start, offset + verdict.end)


def _decide(context: Context, draft: Draft, vote: VoteCount, *, by_name: bool) -> None:
    """What was voted on by itself was adopted or refused by the count."""
    if is_resolved(context, draft):
        return
    moved = is_moved_item(context, draft)
    if draft.kind in BINDING and not draft.is_draft_decision:
        if moved and (vote.for_ or 0) < (vote.against or 0):
            draft.status, draft.outcome = Status.REJECTED, (vote.start, vote.end)
        return
    # The count by name is above what somebody answered at once: «Не согласен», «Поддерживаю».
    decisive = None not in (vote.for_, vote.against) and vote.for_ != vote.against
    answered = draft.status in (Status.ADOPTED, Status.REJECTED) and draft.settled_by is None
    unsettled = draft.status is Status.PROPOSED or (by_name and decisive and answered)
    if not unsettled or not (draft.kind in PUT_TO_OTHERS or draft.is_draft_decision):
        return
    # What the meeting itself proposes to others stays proposed.
    own = listed(context, draft)
    # «ДК требует поднять цену. Голосовали: 2 за, 5 против.»: what others ask, and the meeting decides.
    asked = draft.kind is not Kind.WISH and any(
        m.phrase.label in ("PER", "ORG", "ROLE") for m in draft.proposers
    )
    votable = draft.kind is Kind.PROPOSAL or by_name or asked
    alone = draft.head is None and not own and votable
    if not (moved or draft.is_draft_decision or alone):
        return
    if vote.unanimous or (vote.for_ or 0) > (vote.against or 0):
        draft.status = Status.ADOPTED
    elif vote.against is not None and vote.for_ is not None:
        draft.status = Status.REJECTED
    else:
        return
    draft.outcome = (vote.start, vote.end)


def _elect(sentence: Span, block: int, drafts: list[Draft]) -> None:
    """«Избрать набравших наибольшее число голосов (№ 1–7)»: the rows of candidates right above."""
    match = _ELECTED.search(fold(sentence.text))
    if match is None:
        return
    rows = [d for d in drafts if d.diathesis == "table" and 0 < block - d.block <= _REACH * 2]
    rows = [d for d in rows if d.vote is not None and d.head == rows[-1].head]
    ranked = sorted(rows, key=lambda d: d.block)
    first, last = int(match[1]), int(match[2])
    for place, draft in enumerate(ranked, start=1):
        draft.status = Status.ADOPTED if first <= place <= last else Status.REJECTED
        start = sentence.start_char
        draft.outcome = (start + match.start(), start + match.end())


def _table_vote(context: Context, sentence: Span, block: int, passed: list[Draft]) -> None:
    """A row of a table of votes settles the proposal that it names."""
    if not passed or context.blocks[block].start != sentence.start_char:
        return
    result = row_result(context, block)
    if result is None:
        return
    near = [d for d in passed if d.kind in PUT_TO_OTHERS and block - d.block <= _REACH]
    near = [d for d in near if _can_mean(context, result, d)]
    if not near:
        return
    drafts, score = linked(context, near, result.subject)
    for draft in drafts if score >= SURE or result.letter else []:
        draft.vote = draft.vote or result.vote
        if result.status is not None:
            draft.status, draft.outcome = result.status, result.outcome


def _can_mean(context: Context, result: Result, draft: Draft) -> bool:
    """Whether the row's matter shares a word with the draft, and its author is no other."""
    words, names = stems(result.subject), names_of(context, draft)
    if result.author and names and not names & stems(result.author):
        return False
    return bool(content_stems(context, draft) & words or names & words or result.letter)
