"""What became of it: support, refusal, delay or withdrawal, from its own sentence and what follows."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import (
    BINDING,
    PUT_TO_OTHERS,
    chairs_of,
    linked,
    names_by_number,
    of_kind,
    same_question,
    stems,
)
from predlozheno.proposals.outcomes.announced import announced, apply
from predlozheno.proposals.outcomes.breaths import noted, without_count
from predlozheno.proposals.outcomes.choices import chosen
from predlozheno.proposals.outcomes.declined import declined
from predlozheno.proposals.outcomes.delays import put_off
from predlozheno.proposals.outcomes.disposals import disposed
from predlozheno.proposals.outcomes.places import place_by_place
from predlozheno.proposals.outcomes.pronouncements import pronounced
from predlozheno.proposals.outcomes.replies import answered
from predlozheno.proposals.outcomes.reported import reported
from predlozheno.proposals.outcomes.resolving import (
    is_moved_item,
    is_resolved,
    settle_by_decision,
)
from predlozheno.proposals.outcomes.retracted import retracted
from predlozheno.proposals.outcomes.rivals import outdone
from predlozheno.proposals.outcomes.rulings import ruled
from predlozheno.proposals.outcomes.settling import (
    another_acts,
    chair_acts,
    free_text,
    only_named,
    silent_words,
    speaks_of,
    words_of_verdict,
)
from predlozheno.proposals.outcomes.summaries import summed_up
from predlozheno.proposals.outcomes.taking import taken_up
from predlozheno.proposals.outcomes.topical import answered_by_topic
from predlozheno.proposals.outcomes.undertaken import undertaken
from predlozheno.proposals.outcomes.voted import DOCUMENT
from predlozheno.proposals.outcomes.voting import PUT, count_votes
from predlozheno.proposals.resolution import chair_speaks
from predlozheno.proposals.slots.verdict import Verdict, find_verdicts
from predlozheno.proposals.slots.vote import find_ballots
from predlozheno.proposals.speech import is_address, is_voiced
from predlozheno.records.schema import Kind, Status

_WORD = re.compile(r"[а-яёa-z]+", re.IGNORECASE)
_OFFERED = re.compile(r"у (?:меня|нас|нашей фракции)(?: [а-я]+){0,3} поручени[ея]\b")
# How many blocks on a sentence can settle a proposal, by how surely it names it.
_NEAR, _FAR = 3, 12
_SURE = 2
# In a speech only a clause that says little else settles something: «Предложение принято.»
# Where nobody is named who speaks, what other bodies did with their bills sounds the same.
_CURT, _CURTEST = 8, 3
# So many words at most lie between what the chair of a text without labels moves and «Принято.»
_AT_ONCE = 5
# So many sentences behind «ставлю на голосование» its count and the verdict stand.
_BALLOT = 3


def settle(context: Context, drafts: list[Draft]) -> None:
    """Gives each draft its status, outcome and vote, from its own sentence and from what follows."""
    for draft in drafts:
        if draft.status is None:
            binding = draft.kind in BINDING and not draft.is_draft_decision
            binding = binding and not _is_offered(context, draft)
            draft.status = Status.ADOPTED if binding else Status.PROPOSED
    ordered = sorted(drafts, key=lambda d: (d.sentence[0], d.content_span))
    alone = is_address(context)
    for draft in ordered:
        without_count(context, draft)
    if not alone:
        noted(context, ordered)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in ordered:
        by_sentence.setdefault(context.doc[draft.sentence[0]].sent.start, []).append(draft)
    passed: list[Draft] = []
    near: list[Draft] = []
    chairs = chairs_of(context)
    for sentence in context.doc.sents:
        own = by_sentence.get(sentence.start, [])
        for draft in own:
            announced(context, draft)
        if alone:
            # What one speaker says later on is no answer to what he asked for.
            passed = [d for d in passed if sentence.start - d.sentence[1] <= _AT_ONCE]
            near = passed
        block = context.block_index(sentence.start)
        near = [d for d in near if block - d.block <= _FAR]
        _settled_here(context, sentence, own, near, chairs)
        for draft in own:
            open_ = [d for d in passed if is_open(d) and not is_resolved(context, d)]
            settle_by_decision(context, draft, open_)
            passed.append(draft)
            near.append(draft)
    if alone:
        return
    chosen(context, ordered)
    told = place_by_place(context, ordered)
    ruled(context, ordered)
    declined(context, ordered)
    answered_by_topic(context, ordered)
    answered(context, ordered)
    reported(context, ordered)
    disposed(context, ordered)
    outdone(context, ordered)
    undertaken(context, ordered)
    taken_up(context, ordered)
    count_votes(context, ordered, told)
    pronounced(context, ordered)
    put_off(context, ordered)
    retracted(context, ordered)
    outdone(context, ordered)
    summed_up(context, ordered)


def _is_offered(context: Context, draft: Draft) -> bool:
    """«У меня протокольное поручение комитету: …»: an order that is still to be given."""
    sentence = context.doc[draft.trigger[0]].sent
    before = fold(context.doc[sentence.start : draft.content_span[0]].text)
    offered = draft.kind is Kind.ASSIGNMENT and _OFFERED.search(before) is not None
    return offered and not chair_speaks(context, draft.block)


def is_open(draft: Draft) -> bool:
    """Whether something is still to be heard of it."""
    return draft.status is Status.PROPOSED and draft.kind in PUT_TO_OTHERS


def _settled_here(
    context: Context,
    sentence: Span,
    own: list[Draft],
    passed: list[Draft],
    chairs: frozenset[str],
) -> None:
    """Applies the verdicts of a sentence to its own drafts before them, else to earlier ones."""
    block = context.block_index(sentence.start)
    passed = [d for d in passed if is_open(d) and block - d.block <= _FAR]
    if not own and not passed:
        return
    free = free_text(context, sentence, own)
    verdicts = find_verdicts(free)
    for verdict in verdicts:
        position = sentence.start_char + verdict.start
        announced = any(d.outcome and d.outcome[0] == position for d in own)
        told = verdict.status is Status.WITHDRAWN and any(
            d.outcome
            and d.outcome[0] < sentence.start_char + verdict.end
            and position < d.outcome[1]
            for d in own
        )
        if verdict.kind == "order" or announced or told or only_named(free, verdict):
            continue
        before = [d for d in own if context.doc[d.content_span[1] - 1].idx < position]
        candidates = [d for d in before if _may_settle(verdict, d)] or (
            [] if before else [d for d in passed if is_open(d) and not is_resolved(context, d)]
        )
        if verdict.status is Status.WITHDRAWN:
            # «Чуб своё предложение снял»: what the others have moved stays.
            his = [d for d in candidates if not another_acts(context, sentence, verdict, d)]
            candidates = his or candidates
        clause = words_of_verdict(free, verdict, verdicts)
        if not candidates or DOCUMENT.search(fold(clause)):
            continue
        curt = _CURT if context.blocks[block].speaker is not None else _CURTEST
        if not before and is_voiced(context, block) and len(_WORD.findall(clause)) > curt:
            continue
        silent = silent_words(context, sentence, verdict)
        drafts, score = _meant(context, candidates, clause, silent, block)
        if not score and not before and (put := _put_before(context, sentence, block)):
            # «Ставлю на голосование предложение Тумакова. За 14, против 203. Не принимается.»
            named, sure = _meant(context, candidates, put, silent, block)
            if sure < _SURE:
                continue
            drafts, score = named, sure
        if not score and context.blocks[block].kind == "row":
            # «1 | принято» in a table is about its row, and never about what was said last.
            continue
        if not score and not before and _says_other(context, sentence, block, drafts):
            continue
        led = bool(chairs & stems(clause)) or chair_acts(clause, verdict, sentence)
        for draft in drafts:
            if speaks_of(context, sentence, verdict, clause, draft, score, led):
                apply(draft, verdict, sentence.start_char)


def _put_before(context: Context, sentence: Span, block: int) -> str:
    """What was put to the vote by its name right before a verdict; empty where nothing was."""
    first = sentence
    for _ in range(_BALLOT):
        if not first.start or context.block_index(first.start - 1) != block:
            return ""
        first = context.doc[first.start - 1].sent
        if PUT.search(fold(first.text)):
            counted = context.doc[first.start : sentence.start].text
            return first.text if find_ballots(counted) else ""
    return ""


def _may_settle(verdict: Verdict, draft: Draft) -> bool:
    """Whether a verdict behind a draft in its own sentence can be about it."""
    taken_back = verdict.status is Status.WITHDRAWN and draft.kind in PUT_TO_OTHERS
    # «Ясак считает нужным проверить маток, но поддержки не нашёл»
    refused = draft.kind is Kind.NEED and draft.status is Status.PROPOSED and draft.proposers
    return is_open(draft) or taken_back or bool(refused)


def _meant(
    context: Context, candidates: list[Draft], clause: str, silent: str, block: int
) -> tuple[list[Draft], int]:
    """Which of the candidates the clause of a verdict is about, and how surely it names them."""
    candidates = of_kind(candidates, fold(clause))
    drafts, score = linked(context, candidates, clause, silent=silent)
    if score < _SURE and (
        here := [d for d in candidates if same_question(context, d.block, block)]
    ):
        # Of another question of the agenda only what it names is spoken of.
        drafts, score = linked(context, here, clause, silent=silent)
    elif not score and context.blocks[block].item is not None:
        # «Вопрос отложен» is about the question it stands in, though nothing was found there.
        return [], 0
    if not score and names_by_number(clause):
        return [], 0
    drafts = [d for d in drafts if score >= _SURE or block - d.block <= _NEAR]
    if not score and (item := [d for d in candidates if d.block == block]):
        drafts = [d for d in item if d.sentence == item[-1].sentence]
    elif not score and (moved := [d for d in candidates if is_moved_item(context, d)]):
        # «Решение – ПРИНЯТО» speaks of all that was moved, not of what was said last.
        drafts = [d for d in moved if d.head == moved[-1].head]
    return drafts, score


def _says_other(context: Context, sentence: Span, block: int, drafts: list[Draft]) -> bool:
    """«Рита хочет кружку. Отложили.»: a bare verdict is about what its own paragraph tells before."""
    if context.blocks[block].speaker is not None:
        return False
    first = sentence
    while first.start and context.block_index(first.start - 1) == block:
        first = context.doc[first.start - 1].sent
    if first.start == sentence.start or any(d.block == block for d in drafts):
        return False
    told = context.doc[first.start : sentence.start]
    return any(
        p.label == "PER" and p.has_case("Nom") for p in context.parties_in(told.start, told.end)
    )
