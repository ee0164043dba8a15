"""Resolutions that settle what was proposed before them: by naming it, or by taking it up."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_infinitive, low
from predlozheno.proposals.heads import frame_of_label
from predlozheno.proposals.linking import (
    BINDING,
    linked,
    of_kind,
    same_question,
)
from predlozheno.proposals.outcomes.echoes import named_whole
from predlozheno.proposals.outcomes.turned import meant_for_last, settle_last
from predlozheno.proposals.slots.verdict import begins_with, find_verdicts, has_any
from predlozheno.proposals.speech import is_speech
from predlozheno.records.schema import Kind, Status

# How many blocks on a resolution may take a proposal up, and how much alike the two must be.
_REACH = 40
_LEAST_SHARED = 2
_SHARE = 0.5
_SHORT = 2
_PROMISED = re.compile(
    r"(?:сделать|выполнить|исполнить|устроить|решить) (?:это|ее|все)(?![а-я])|это "
)
# «По кулеру ответить отказом», «в прибавке отказать»
_TOPIC = re.compile(r"\W*(?:по|в|во|насчет|относительно|касательно) [а-я]{4,}")
_OPEN_STILL = re.compile(
    r"на усмотрение|(?<![а-я])(?:изучить|проработать|обсудить|рассмотреть)"
    r" (?:вопрос|предложени|возможност|инициатив|иде|просьб|вариант)"
)
_POINTED = re.compile(r"(?:данн|эт|указанн)[а-я]{1,3} (?:вопрос|тем|пункт|предложени)")
_THE_MATTER = ("вопрос", "рассмотрени", "обсуждени", "решени")
_FIGURE = re.compile(r"(?<![\d.,])\d+(?![\d-])")
# «Проект решения:» is not yet resolved.
_PUT_FORWARD = ("проект", "предлагаем", "предложенн")


def settle_by_decision(context: Context, decision: Draft, earlier: list[Draft]) -> None:
    """«Предложение о пересдаче отклонить» as an item settles the open proposal that it names.

    Args:
        context: the document.
        decision: a draft of any kind; only one that binds can settle something.
        earlier: the open drafts before it.
    """
    if decision.kind not in BINDING:
        return
    start, end = decision.content_span
    span = _verdict_part(context.doc[start:end])
    end = span.end
    words, verdicts = fold(span.text), find_verdicts(span.text)
    if decision.kind is Kind.ASSIGNMENT and _PROMISED.match(words):
        _granted(decision, earlier, (span.start_char, span.end_char))
        return
    if not verdicts and decision.head is None:
        # «До декабря вопрос отложен»: the trigger itself is the verdict.
        span = context.doc[decision.trigger[0] : decision.trigger[1] + 1]
        verdicts = find_verdicts(span.text)
    if not verdicts and (status := meant_for_last(context, decision)):
        near = [d for d in earlier if not same_turn(context, d, decision)]
        settle_last(context, decision, near, status)
        return
    reach = _REACH
    if decision.kind is not Kind.DECISION:
        # «Пообещала вернуться к этому в марте»: a promise can only put off.
        verdicts = [v for v in verdicts if v.status is Status.POSTPONED]
        reach = 1
    near = [
        d
        for d in earlier
        if decision.block - d.block <= reach and not same_turn(context, d, decision)
    ]
    if not verdicts or not near:
        return
    settled = _settled(context, decision, near, words, context.doc[start:end])
    if not settled and begins_with("decided_postponed", fold(context.doc[start:end].text)):
        # «к нему решено вернуться после ремонта»
        settle_last(context, decision, near, Status.POSTPONED)
    for draft in settled:
        draft.status, draft.settled_by = verdicts[0].status, decision
        draft.outcome = (span.start_char + verdicts[0].start, span.start_char + verdicts[0].end)


def _settled(
    context: Context, decision: Draft, near: list[Draft], words: str, span: Span
) -> list[Draft]:
    """Which of the open drafts near a decision its verdict is about."""
    told = has_any("matters", words) or has_any("pronouns", words)
    said = next((words[v.start : v.end] for v in find_verdicts(words)), "")
    drafts, score = linked(context, near, words, silent=said)
    if _POINTED.match(words):
        # «Данный вопрос отложить до следующей сессии»: the words behind it name no other matter.
        score = 0
    if not told:
        drafts = [d for d in drafts if score and named_whole(context, d, decision)]
        if not drafts or not _TOPIC.match(words):
            return []
    if not score and _says_more(span):
        # «Просьбу полиции удовлетворить»: of its kind only one was put in this question.
        drafts = _only_one(context, decision, of_kind(near, words)) or _right_before(decision, near)
        if not drafts or len(of_kind(near, words)) == len(near) > 1:
            return []
        score = _LEAST_SHARED
    if not score and context.blocks[decision.block].item is not None:
        # «Вопрос отложен» says nothing of the question before.
        near = [d for d in near if same_question(context, d.block, decision.block)]
        drafts = [d for d in drafts if d in near]
    put = [d for d in near if d.kind is Kind.PROPOSAL and d.block == near[-1].block]
    if not score and put and words.startswith(_THE_MATTER):
        # «Рассмотрение вопроса перенесено»: what was moved in it, and not what was asked last.
        drafts = put
    return drafts if score else drafts[-1:]


def _verdict_part(span: Span) -> Span:
    """«предложение принять, обратиться в министерство»: of several actions the one that settles."""
    verdict = next(iter(find_verdicts(span.text)), None)
    if verdict is None:
        return span
    stop = next((t for t in span if t.idx >= span.start_char + verdict.end), None)
    more = (
        stop is not None
        and stop.text == ","
        and any(t.i > stop.i and is_infinitive(t) for t in span)
    )
    return span.doc[span.start : stop.i] if stop is not None and more else span


def _granted(promise: Draft, earlier: list[Draft], outcome: tuple[int, int]) -> None:
    """A request right before a promise: «Попросила заменить замок. Директор обещал сделать это.»."""
    for draft in earlier:
        if draft.kind is Kind.REQUEST and draft.sentence[1] == promise.sentence[0]:
            draft.status, draft.settled_by, draft.outcome = Status.ADOPTED, promise, outcome


def _only_one(context: Context, decision: Draft, near: list[Draft]) -> list[Draft]:
    """The drafts of the one sentence in the decision's own question, where there is but one."""
    same = [d for d in near if same_question(context, d.block, decision.block)]
    # «Просьба Жмурко отпустить его удовлетворена» names another, or another action.
    start, end = decision.content_span
    others = [p for p in context.parties_in(start, end) if p.label == "PER"]
    acts = sum(is_infinitive(t) for t in context.doc[start:end]) > 1
    return same if len({d.sentence for d in same}) == 1 and not (others or acts) else []


def _right_before(decision: Draft, near: list[Draft]) -> list[Draft]:
    """«Предложила съездить в Казань. Вопрос о командировке отложить.»: the sentence before."""
    return [
        d
        for d in near
        if d.sentence[1] == decision.sentence[0]
        and d.block == decision.block
        and d.kind is Kind.PROPOSAL
    ]


def _says_more(span: Span) -> bool:
    """Whether nouns beside the name of the matter tell what it is: «кандидатуру посёлка Карабаш»."""
    # «Отложить рассмотрение вопроса до получения отчёта»: until when is not what.
    until = next((t.i - span.start for t in span if low(t) == "до"), len(span))
    nouns = [fold(t.text) for t in span[:until] if t.pos_ in ("NOUN", "PROPN") and len(t) > _SHORT]
    nouns = [noun for noun in nouns if not noun.startswith(_THE_MATTER)]
    return any(not has_any("matters", noun) and not has_any("deciders", noun) for noun in nouns)


def same_turn(context: Context, draft: Draft, decision: Draft) -> bool:
    """Whether one speaker says both: a deputy who tells what the committee decided settles nothing."""
    if decision.head is not None or not is_speech(context, decision.block):
        return False
    return context.blocks[draft.block].speaker == context.blocks[decision.block].speaker


def is_resolved_item(context: Context, draft: Draft) -> bool:
    """Whether it is an item of the meeting's own resolution, which nothing later settles."""
    if draft.head is None or draft.is_draft_decision:
        return False
    words = [fold(token.text) for token in context.doc[draft.head[0] : draft.head[1]]]
    frame = frame_of_label(context, words)
    return frame is not None and frame.kind is Kind.DECISION


def is_resolved(context: Context, draft: Draft) -> bool:
    """The same, or an item of that list with a verb of its own: «4. Просить мэра выделить автобусы»."""
    if is_resolved_item(context, draft) or _is_own(draft):
        return True
    block = context.blocks[draft.block]
    if draft.head is not None or block.stage is None or block.kind != "item" or block.speaker:
        return False
    words = [fold(word).strip(".,:;()") for word in block.stage.split()]
    frame = frame_of_label(context, words)
    draft_of = any(word.startswith(_PUT_FORWARD) for word in words)
    return frame is not None and frame.kind is Kind.DECISION and not draft_of


def _is_own(draft: Draft) -> bool:
    """«Съезд просит министра …»: what all of the meeting ask of others no vote of theirs settles."""
    heads = [low(mention.phrase.head) for mention in draft.proposers]
    return bool(heads) and all(has_any("assemblies", head) for head in heads)


def is_moved_item(context: Context, draft: Draft) -> bool:
    """Whether it is an item under «Предложено:», put to the vote by somebody."""
    if draft.head is None or draft.is_draft_decision:
        return False
    words = [fold(token.text) for token in context.doc[draft.head[0] : draft.head[1]]]
    frame = frame_of_label(context, words)
    # «Идеи:» are only told, nobody has put them to the vote.
    return frame is not None and frame.kind is Kind.PROPOSAL and "идеи" not in words
