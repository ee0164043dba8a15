"""What notes say of a wish in the next breath: «… Ок, пробуем», «… Дорого, не едем», «… Отложили»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import low, trim
from predlozheno.proposals.linking import ANSWERABLE, BINDING
from predlozheno.proposals.outcomes.disposals import undertakes
from predlozheno.proposals.outcomes.resolving import is_resolved
from predlozheno.proposals.outcomes.turned import meant_for_last
from predlozheno.proposals.slots.verdict import begins_with, find_verdicts
from predlozheno.records.schema import Status
from predlozheno.resources import gazetteer

_SENTENCES = 2
_BUT = frozenset(("но", "однако"))
_DASHES = frozenset(("–", "—", "-", "→"))
# In so many words a dash leads to an answer.
_ANSWER = 6
_PARTS = re.compile(r"[.;!?→()]+|(?:^|\s)[–—-]+\s|,")
# «Не берём», «не поедем»: what we do not do; «не захотели», what all refused.
_REFUSED = re.compile(
    r"(?:пока )?не [а-я]+(?:[ея]м|им)(?:ся)?(?![а-я])|не (?:захотели|стали|будем)\b"
)
_COUNT_BEHIND = re.compile(
    r"[.,;(–—-]*\s*[(«\"]*\bза[»\"]?\s?[–—:-]\s?\d[^а-я]*(?:$|\s(?:против|возд|голос))"
)
_STATUSES = (
    ("noted_postponed", Status.POSTPONED),
    ("noted_rejected", Status.REJECTED),
    ("noted_adopted", Status.ADOPTED),
)


def noted(context: Context, drafts: list[Draft]) -> None:
    """Settles the open drafts of notes, where no turns tell who says what, by the breath behind them."""
    for draft in drafts:
        if draft.kind in ANSWERABLE and draft.status is Status.PROPOSED:
            _cut_off(context, draft)
    starts = sorted({_opening(context, draft) for draft in drafts})
    wishes: dict[int, list[Span]] = {}
    for draft in drafts:
        wishes.setdefault(draft.sentence[0], []).extend(context.doc[a:b] for a, b in draft.content)
    for draft in drafts:
        if draft.status is not Status.PROPOSED or draft.kind not in ANSWERABLE:
            continue
        if not _is_note(context, draft.block) or is_resolved(context, draft):
            continue
        start = draft.content_span[1]
        for begin, part in _breaths(context, start, _stop(context, draft, starts)):
            beside = wishes[draft.sentence[0]]
            if any(wanted.start_char <= begin < wanted.end_char for wanted in beside):
                continue  # «поддержать поправки 1–9, отклонить 10 и 11»: another wish
            if found := _verdict(part):
                # «Дорого, но без него никак → берём»: the last word counts.
                draft.status = found[0]
                draft.outcome = (begin, begin + found[1])


def _opening(context: Context, draft: Draft) -> int:
    """Where a wish begins; «Договорились вернуться к этому» is no consent to what stands before."""
    turned = draft.kind in BINDING and draft.head is None and meant_for_last(context, draft)
    return min(draft.trigger[0], draft.content_span[0]) if turned else draft.content_span[0]


def _is_note(context: Context, block: int) -> bool:
    """Whether no turn is told: what stands in a list behind a name is a note about it, too."""
    info = context.blocks[block]
    if info.speaker is None:
        return True
    own = info.speaker_span is not None and info.speaker_span[0] >= info.start
    return own and info.kind == "item"


def _cut_off(context: Context, draft: Draft) -> None:
    """«… отдать обрезки на декорации — ок»: the words behind a dash at the end answer the wish."""
    doc, (start, end) = context.doc, draft.content[-1]
    if tail := tail_of(context, draft):
        begin, status, stop = tail
        draft.content[-1] = (start, begin)
        draft.status = status
        answer = doc[begin:end]
        first = next((t for t in answer if t.is_alpha or t.text in "+➕👍👎"), answer[0])
        draft.outcome = (first.idx, first.idx + stop)
        return
    for i in range(end - 2, start, -1):
        if low(doc[i]) in _BUT and doc[i - 1].text == ",":
            _turned_down(context, draft, i)
            return


def tail_of(context: Context, draft: Draft) -> tuple[int, Status, int] | None:
    """The answer behind a dash in a wish: where the dash stands, what it says, how long it is.

    «разрешить киоск. – Отклонено, вид использования не допускает»: behind a full stop it may say
    why at any length.
    """
    doc, (start, end) = context.doc, draft.content[-1]
    for i in range(start + 1, end - 1):
        if doc[i].text not in _DASHES and doc[i].text != ":":
            continue
        part = doc[i + 1 : end].text
        # «… пойти на каток: не поддержали, коньков нет»
        found = _verdict(part) or doc[i].text != ":" and _is_done(doc[i + 1 : end]) or None
        stopped = doc[i - 1].text in (".", ";") or doc[i].text == ":" or part[:1].isupper()
        if found and (stopped or len(part.split()) <= _ANSWER):
            begin = i - 1 if doc[i - 1].text in (".", ";") else i
            left, right = trim(doc, start, begin)
            return (begin, *found) if left < right else None
    return None


def is_answer(context: Context, draft: Draft, earlier: Draft) -> bool:
    """«разрешить киоск. – Принято частично: …»: whether the one opens the answer to the other."""
    doc, first = context.doc, draft.content_span[0]
    if draft.head is None:
        first = min(first, draft.trigger[0])
    begin = next((i + 1 for i in range(first - 1, first - 3, -1) if doc[i].text in _DASHES), None)
    if begin is None or begin <= earlier.content_span[1] or draft.block != earlier.block:
        return False
    return earlier.kind in ANSWERABLE and _verdict(doc[begin : first + _ANSWER].text) is not None


def without_count(context: Context, draft: Draft) -> None:
    """Takes from a content the votes that stand behind it: «продать базу. За – 3»."""
    start, end = draft.content[-1]
    wanted = context.doc[start:end]
    match = _COUNT_BEHIND.search(fold(wanted.text))
    if match is None:
        return
    stop = next((t.i for t in wanted if t.idx >= wanted.start_char + match.start()), end)
    left, right = trim(context.doc, start, stop)
    if left < right:
        draft.content[-1] = (start, stop)


def _is_done(part: Span) -> tuple[Status, int] | None:
    """«… убрать баннер → убираем с 1 июля»: what we do or will do about it."""
    first = part[0]
    if not undertakes(first) or low(first) in gazetteer("disposals")["idle"]:
        return None
    return Status.ADOPTED, len(first)


def _turned_down(context: Context, draft: Draft, but: int) -> None:
    """«… подождать до осени, но её не послушали»: the clause behind «но» is no part of the wish."""
    start, end = draft.content[-1]
    clause = context.doc[but:end]
    verdict = next((v for v in find_verdicts(clause.text) if v.kind != "order"), None)
    if verdict is not None and but - 1 > start:
        draft.content[-1] = (start, but - 1)
        draft.status = verdict.status
        draft.outcome = (clause.start_char + verdict.start, clause.start_char + verdict.end)


def _stop(context: Context, draft: Draft, starts: list[int]) -> int:
    """Where the next wish begins, or the block or the reach ends."""
    doc = context.doc
    end = doc[draft.content_span[1] - 1].sent.end
    for _ in range(_SENTENCES):
        if end < len(doc) and context.block_index(end) == draft.block:
            end = doc[end].sent.end
    sentence = doc[draft.content_span[1] - 1].sent.end
    following = bisect_left(starts, sentence)
    return min([*starts[following : following + 1], end])


def _breaths(context: Context, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The parts between stops, commas and dashes, and where each begins in the text."""
    if start >= end:
        return
    span = context.doc[start:end]
    begin = 0
    for match in [*_PARTS.finditer(span.text), None]:
        stop = match.start() if match else len(span.text)
        if part := span.text[begin:stop].strip(" \n\t:"):
            yield span.start_char + begin + span.text[begin:stop].index(part), part
        begin = match.end() if match else stop


def _verdict(part: str) -> tuple[Status, int] | None:
    """The status that a breath gives, and how many of its characters tell so."""
    folded = fold(part)
    if match := _REFUSED.match(folded):
        return Status.REJECTED, match.end()
    for name, status in _STATUSES:
        if match := begins_with(name, folded):
            return status, match.end()
    return None
