"""What became of it: support, refusal, delay, and the votes that the text gives for it."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.heads import frame_of_label
from predlozheno.proposals.slots.vote import find_vote
from predlozheno.records.schema import Kind, Status

_BLOCKS_AHEAD = 4
# How many blocks on a resolution may take a proposal up, and how much alike the two must be.
_RESOLUTION_REACH = 40
_LEAST_SHARED = 2
_SHARE = 0.5
_SHORT = 2
_CUES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        Status.REJECTED,
        re.compile(
            r"не (?:был[оаи]? )?(?:поддержан|принят|одобрен|утвержден|прошл|нашл[оаи] поддержк)[а-я]*|отклон(?:ен|ил|ит)[а-я]*|отверг[а-я]*"
            r"|не набрал[оаи]?|не поддержал[аи]?|не согласил[а-я]*|решение не принято|возразил[аи]?|отказано|отказал[а-я]*|забаллотирован[а-я]*|не прошл[оаи]"
        ),
    ),
    (
        Status.WITHDRAWN,
        re.compile(
            r"снял[аи]? (?:свое |свою |это |данное )?(?:предложени|инициатив|кандидатур|поправк)[а-я]*|отозвал[аи]?|снято автором|снимаю|отзываю|взял[аи]? (?:самоотвод|назад)"
        ),
    ),
    (
        Status.POSTPONED,
        re.compile(
            r"отлож(?:ен|ить|или|ил)[а-я]*|перенес(?:ен|ти|ли)[а-я]* (?:рассмотрение |вопрос )?на|вернуться к (?:вопросу|этому|нему|рассмотрению)[а-я ]*(?:позже|осенью|на следующ)"
        ),
    ),
    (
        Status.ADOPTED,
        re.compile(
            r"(?:был[оаи]? |единогласно )?(?:поддержан|принят|одобрен|утвержден)[оаы]?(?! к сведению| решени| участи| реш)(?: единогласно)?(?![а-я])|поддержал[аи]|решение принято|согласил(?:ись|ся|ась)|принимается|возражений (?:не (?:было|поступило)|нет)|удовлетворен[оаы]|учтен[оаы]|учесть"
        ),
    ),
)
_ABOUT = re.compile(
    r"предложени|инициатив|поправк|иде[яюи]|кандидатур|котор|это|решение|просьб|ходатайств|рекомендаци|вопрос|единогласн|возражени|принято|поддержа|отклон|он[аио]?\b"
)
_SETTLED_KINDS = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION, Kind.WISH)
_BINDING_KINDS = (Kind.DECISION, Kind.ASSIGNMENT, Kind.AGREEMENT)
_COLLECTIVE = re.compile(
    r"собрани|участник|все|присутствующ|сторон|комисси|совет|правлени|комитет|большинств|заседани|коллег|член|зал"
)


def settle(context: Context, drafts: list[Draft]) -> None:
    """Gives each draft its status, outcome and vote, from its own sentence and from what follows."""
    for draft in drafts:
        if draft.kind in _BINDING_KINDS and not draft.is_draft_decision:
            draft.status = Status.ADOPTED
        else:
            draft.status = Status.PROPOSED
    _own_outcomes(context, drafts)
    _following_outcomes(context, drafts)
    _taken_up(context, drafts)
    _votes(context, drafts)


def _own_outcomes(context: Context, drafts: list[Draft]) -> None:
    """Outcomes in the same sentence: «…, которое было поддержано», «не поддержала предложение …»."""
    doc = context.doc
    for draft in drafts:
        if draft.kind not in _SETTLED_KINDS:
            continue
        _start, end = draft.sentence
        left = doc[draft.region[0] : draft.trigger[1]]
        after = doc[min(draft.content_span[1], end) : end]
        if draft.diathesis in ("support", "noun", "by_noun"):
            _apply(draft, fold(left.text), left.start_char)
            if draft.status is Status.PROPOSED and _decided_after(draft):
                draft.status = Status.ADOPTED
        if draft.status is Status.PROPOSED and (_ABOUT.search(fold(after.text)) and len(after)):
            _apply(draft, fold(after.text), after.start_char)


def _decided_after(draft: Draft) -> bool:
    """«По предложению X решено …»."""
    return draft.diathesis == "by_noun" and draft.trigger[1] < draft.content_span[0]


def _apply(draft: Draft, text: str, offset: int) -> bool:
    """Sets the status that the first cue of the text gives; True where one did."""
    for status, pattern in _CUES:
        if match := pattern.search(text):
            draft.status = status
            draft.outcome = (offset + match.start(), offset + match.end())
            return True
    return False


def _following_outcomes(context: Context, drafts: list[Draft]) -> None:
    """Outcomes in later sentences of the same item of the agenda, which speak of the proposal."""
    doc = context.doc
    starts = {draft.sentence[0] for draft in drafts}
    last: list[Draft] = []
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence[0], []).append(draft)
    for sentence in doc.sents:
        own = [d for s, ds in by_sentence.items() if sentence.start <= s < sentence.end for d in ds]
        text = fold(sentence.text)
        if not any(sentence.start <= s < sentence.end for s in starts):
            _settle_open(context, last, text, sentence.start_char, sentence.start)
        else:
            _settle_by_decision(context, own, last)
        if own:
            settled = [d for d in own if d.kind in _SETTLED_KINDS and d.status is Status.PROPOSED]
            last = [*last, *settled]


def _settle_open(context: Context, open_: list[Draft], text: str, offset: int, token: int) -> None:
    block = context.block_index(token)
    near = [
        d
        for d in open_
        if d.status is Status.PROPOSED
        and 0 <= block - d.block <= _BLOCKS_AHEAD
        and d.kind is Kind.PROPOSAL
    ]
    if not near or not _ABOUT.search(text):
        return
    for status, pattern in _CUES:
        match = pattern.search(text)
        if match is None:
            continue
        if match.group().startswith(("поддержал", "согласил")) and not _COLLECTIVE.search(
            text[: match.start()]
        ):
            continue
        plural = bool(re.search(r"предложения (?!о|по)|оба |обе |все ", text[: match.end()]))
        chosen = near if plural else [_best(context, near, text)]
        for draft in chosen:
            draft.status, draft.outcome = status, (offset + match.start(), offset + match.end())
        return


def _best(context: Context, near: list[Draft], text: str) -> Draft:
    """The proposal that the sentence names: by its proposer or its words; else the last one."""

    def score(draft: Draft) -> tuple[int, int]:
        names = sum(
            1
            for m in draft.proposers
            for t in context.doc[m.phrase.start : m.phrase.end]
            if len(t.text) > 3 and fold(t.text)[:5] in text
        )
        words = sum(
            1
            for a, b in draft.content
            for t in context.doc[a:b]
            if t.pos_ in ("NOUN", "ADJ", "VERB", "PROPN")
            and len(t.text) > 4
            and fold(t.text)[:5] in text
        )
        return 2 * names + words, draft.trigger[0]

    return max(near, key=score)


def _settle_by_decision(context: Context, own: list[Draft], earlier: list[Draft]) -> None:
    """«Предложение о пересдаче отклонить» as an item settles the proposal that it names."""
    for decision in own:
        if decision.kind is not Kind.DECISION:
            continue
        start, end = decision.content_span
        text = fold(context.doc[start:end].text)
        if not re.search(r"предложени|инициатив|поправк|ходатайств|просьб", text):
            continue
        near = [d for d in earlier if d.status is Status.PROPOSED]
        if not near:
            continue
        best = _best(context, near, text)
        for status, pattern in _CUES:
            if match := pattern.search(text) or (
                status is Status.ADOPTED
                and re.search(r"принять|поддержать|одобрить|удовлетворить", text)
            ):
                base = context.doc[start:end].start_char
                best.status, best.outcome = status, (base + match.start(), base + match.end())
                best.settled_by = decision
                break


def _taken_up(context: Context, drafts: list[Draft]) -> None:
    """A proposal whose words a later resolution repeats was adopted by it."""
    decisions = [d for d in drafts if _resolves(context, d)]
    words = {id(d): _content_words(context, d) for d in drafts}
    for draft in drafts:
        if draft.kind not in _SETTLED_KINDS or draft.status is not Status.PROPOSED:
            continue
        for decision in decisions:
            later = decision.sentence[0] > draft.sentence[0]
            near = decision.block - draft.block <= _RESOLUTION_REACH
            if later and near and _alike(words[id(draft)], words[id(decision)]):
                draft.status, draft.settled_by = Status.ADOPTED, decision
                start, end = decision.content_span
                span = context.doc[start:end]
                draft.outcome = (span.start_char, span.end_char)
                break


def _resolves(context: Context, draft: Draft) -> bool:
    """A decision, or an item of a resolution, whatever its own verb makes of it."""
    if draft.is_draft_decision:
        return False
    if draft.head is None:
        return draft.kind in _BINDING_KINDS
    words = [fold(token.text) for token in context.doc[draft.head[0] : draft.head[1]]]
    frame = frame_of_label(context, words)
    return frame is not None and frame.kind is Kind.DECISION


def _content_words(context: Context, draft: Draft) -> set[str]:
    """The lemmas that a content is told by."""
    return {
        fold(token.lemma_)
        for start, end in draft.content
        for token in context.doc[start:end]
        if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and len(token) > _SHORT
    }


def _alike(one: set[str], other: set[str]) -> bool:
    """Whether most words of the shorter content stand in the longer one."""
    shared = len(one & other)
    return shared >= _LEAST_SHARED and shared >= _SHARE * min(len(one), len(other))


def _votes(context: Context, drafts: list[Draft]) -> None:
    """A vote in its own sentence goes to that record; a vote after a list goes to each item of it."""
    doc = context.doc
    waiting: list[Draft] = []
    queue = sorted(drafts, key=lambda d: d.sentence[0])
    for sentence in doc.sents:
        own = [d for d in queue if sentence.start <= d.sentence[0] < sentence.end]
        vote = find_vote(sentence.text)
        if vote is not None:
            vote.start += sentence.start_char
            vote.end += sentence.start_char
            block = context.block_index(sentence.start)
            last = context.blocks[waiting[-1].block].stage if waiting else None
            chosen = own or [
                d
                for d in waiting
                if _same_part(context, d, block) and context.blocks[d.block].stage == last
            ]
            for draft in chosen:
                if draft.vote is None:
                    draft.vote = vote
            waiting = []
        elif own:
            waiting += [d for d in own if d.kind is not Kind.NEED and d.kind is not Kind.WISH]


def _same_part(context: Context, draft: Draft, block: int) -> bool:
    """Whether the vote stands in the same item of the agenda, after the list that the draft is in."""
    a, b = context.blocks[draft.block], context.blocks[block]
    same_item = (a.item or "").split(".")[0].split("/")[0] == (b.item or "").split(".")[0].split(
        "/"
    )[0]
    return (
        block - draft.block <= 12
        and (same_item or b.item is None)
        and draft.kind in (*_BINDING_KINDS, Kind.RECOMMENDATION, Kind.REQUEST, Kind.PROPOSAL)
    )
