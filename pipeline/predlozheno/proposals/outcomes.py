"""What became of it: support, refusal, delay or withdrawal, from its own sentence and what follows."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.breaths import noted
from predlozheno.proposals.context import Context
from predlozheno.proposals.disposals import disposed
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import chairs_of, linked, names_of, stems
from predlozheno.proposals.pronouncements import pronounced
from predlozheno.proposals.replies import answered
from predlozheno.proposals.resolving import (
    is_moved_item,
    is_resolved_item,
    settle_by_decision,
    taken_up,
)
from predlozheno.proposals.slots.verdict import Verdict, find_verdicts, has_any
from predlozheno.proposals.speech import is_speech
from predlozheno.proposals.voted import DOCUMENT
from predlozheno.proposals.voting import count_votes
from predlozheno.records.schema import Kind, Status

SETTLED_KINDS = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION, Kind.WISH)
BINDING_KINDS = (Kind.DECISION, Kind.ASSIGNMENT, Kind.AGREEMENT)
# The stop behind an initial ends nothing.
_CLAUSE = re.compile(r"(?<!\b[А-ЯЁ])\.|[;:!?()]")
_PROMISES = re.compile(r"(?:по)?обещал|обязал|взял[а-я]* на себя|вызвал")
_WORD = re.compile(r"[а-яёa-z]+", re.IGNORECASE)
# «вопрос о том, кто даст жильё», «просьба об аренде»: the matter has words of its own.
_OTHER_MATTER = re.compile(r"(?<![а-я])(?:об?|насч[её]т|относительно|касательно) [а-я]+")
# «депутат Тырин согласился»: one of those who decide, by name.
_ONE_OF_THEM = re.compile(
    r"(?:[Дд]епутат|[Чч]лен|[Уу]частник|[Уу]частница|[Ээ]ксперт|[Аа]кционер|[Рр]одитель|[Рр]одительница"
    r"|[Кк]ооператор)(?: [а-я]+){0,2} [А-ЯЁ][а-яё.]+"
)
_INFINITIVE = re.compile(r"[а-я]+(?:ть|ти|чь)(?:ся)?(?![а-я])")
# How many blocks on a sentence can settle a proposal, by how surely it names it.
_NEAR, _FAR = 3, 12
_SURE = 2
# In a speech only a clause that says little else settles something: «Предложение принято.»
# Where nobody is named who speaks, what other bodies did with their bills sounds the same.
_CURT, _CURTEST = 8, 3


def settle(context: Context, drafts: list[Draft]) -> None:
    """Gives each draft its status, outcome and vote, from its own sentence and from what follows."""
    for draft in drafts:
        if draft.status is None:
            binding = draft.kind in BINDING_KINDS and not draft.is_draft_decision
            draft.status = Status.ADOPTED if binding else Status.PROPOSED
    ordered = sorted(drafts, key=lambda d: (d.sentence[0], d.content_span))
    noted(context, ordered)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in ordered:
        by_sentence.setdefault(context.doc[draft.sentence[0]].sent.start, []).append(draft)
    passed: list[Draft] = []
    chairs = chairs_of(context)
    for sentence in context.doc.sents:
        own = by_sentence.get(sentence.start, [])
        for draft in own:
            _announced(context, draft)
        _settled_here(context, sentence, own, passed, chairs)
        for draft in own:
            open_ = [d for d in passed if is_open(d) and not is_resolved_item(context, d)]
            settle_by_decision(context, draft, open_)
            passed.append(draft)
    answered(context, ordered)
    disposed(context, ordered)
    taken_up(context, ordered)
    count_votes(context, ordered)
    pronounced(context, ordered)


def is_open(draft: Draft) -> bool:
    """Whether something is still to be heard of it."""
    return draft.status is Status.PROPOSED and draft.kind in SETTLED_KINDS


def _announced(context: Context, draft: Draft) -> None:
    """«Не поддержала предложение …», «по предложению X решено …»: the trigger itself tells."""
    if draft.kind not in SETTLED_KINDS or draft.diathesis not in ("support", "noun", "by_noun"):
        return
    sentence = context.doc[draft.trigger[0]].sent
    left = context.doc[draft.region[0] : draft.trigger[1]]
    before = context.doc[sentence.start : draft.trigger[1]]
    if verdicts := find_verdicts(left.text):
        _apply(draft, verdicts[0], left.start_char)
    elif draft.diathesis == "noun" and (
        verdicts := [v for v in find_verdicts(before.text) if v.kind == "active"]
    ):
        # «Собрание отклонило, сославшись на устав, идею …»: the noun is what the verb is about.
        _apply(draft, verdicts[-1], before.start_char)
    elif draft.diathesis == "by_noun" and draft.trigger[1] < draft.content_span[0]:
        draft.status = Status.ADOPTED


def _apply(draft: Draft, verdict: Verdict, offset: int) -> None:
    draft.status = verdict.status
    draft.outcome = (offset + verdict.start, offset + verdict.end)


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
    free = _free_text(context, sentence, own)
    for verdict in find_verdicts(free):
        position = sentence.start_char + verdict.start
        announced = any(d.outcome and d.outcome[0] == position for d in own)
        if verdict.kind == "order" or announced:
            continue
        before = [d for d in own if context.doc[d.content_span[1] - 1].idx < position]
        candidates = [d for d in before if is_open(d)] or (
            [] if before else [d for d in passed if is_open(d) and not is_resolved_item(context, d)]
        )
        if not candidates:
            continue
        clause = _clause(free, verdict)
        if DOCUMENT.search(fold(clause)):
            continue
        drafts, score = linked(context, candidates, clause)
        drafts = [d for d in drafts if score >= _SURE or block - d.block <= _NEAR]
        if not score and (moved := [d for d in candidates if is_moved_item(context, d)]):
            # «Решение – ПРИНЯТО» speaks of all that was moved, not of what was said last.
            drafts = [d for d in moved if d.head == moved[-1].head]
        curt = _CURT if context.blocks[block].speaker is not None else _CURTEST
        if is_speech(context, block) and len(_WORD.findall(clause)) > curt:
            continue
        led = bool(chairs & stems(clause))
        drafts = [
            d for d in drafts if _speaks_of(context, sentence, verdict, clause, d, score, led)
        ]
        for draft in drafts:
            _apply(draft, verdict, sentence.start_char)


def _free_text(context: Context, sentence: Span, own: list[Draft]) -> str:
    """The sentence with blanks for what its own drafts say and want."""
    text = list(sentence.text)
    for draft in own:
        for start, end in (draft.trigger, *draft.content):
            span = context.doc[start:end]
            first, last = span.start_char - sentence.start_char, span.end_char - sentence.start_char
            if first >= 0 and last <= len(text):
                text[first:last] = " " * (last - first)
    return "".join(text)


def _clause(text: str, verdict: Verdict) -> str:
    """The part of a sentence, from stop to stop, that the verdict stands in."""
    starts = [m.end() for m in _CLAUSE.finditer(text) if m.end() <= verdict.start]
    ends = [m.start() for m in _CLAUSE.finditer(text) if m.start() >= verdict.end]
    return text[starts[-1] if starts else 0 : ends[0] if ends else len(text)]


def _speaks_of(
    context: Context,
    sentence: Span,
    verdict: Verdict,
    clause: str,
    draft: Draft,
    score: int,
    led: bool,
) -> bool:
    """Whether the clause of a verdict is about the draft and comes from who decides.

    `led` tells that it names who chairs the meeting.
    """
    folded = fold(clause)
    if has_any("unsettled", folded.partition(fold(sentence.text[verdict.start : verdict.end]))[0]):
        return False
    asked = bool(names_of(context, draft, addressees=True) & stems(clause))
    text = fold(sentence.text[verdict.start : verdict.end])
    if _PROMISES.match(text):
        return asked and bool(_INFINITIVE.search(folded, folded.find(text)))
    if draft.kind is Kind.WISH and not (score or asked) and verdict.kind == "active":
        return False
    if verdict.status is Status.WITHDRAWN and verdict.kind == "active":
        mover = bool(names_of(context, draft) & stems(clause)) or has_any("pronouns", folded)
        return mover or has_any("matters", folded)
    own_matter = has_any("matters", folded) and not _OTHER_MATTER.search(folded)
    named = bool(score) or own_matter or has_any("pronouns", folded)
    known = names_of(context, draft, addressees=True) if asked else frozenset()
    bare = not _other_nouns(context, sentence, verdict, clause, known)
    if verdict.kind == "active":
        return (asked or led or has_any("deciders", fold(_ONE_OF_THEM.sub("", clause)))) and (
            named or bare
        )
    return named or bare


def _other_nouns(
    context: Context, sentence: Span, verdict: Verdict, clause: str, known: frozenset[str]
) -> bool:
    """Whether the clause has nouns beside the verdict's words, those who decide and those known.

    «Заместитель директора Шпилёв А.А. дал согласие»: whoever says it is none.
    """
    subjects = [
        p
        for p in context.parties_in(sentence.start, sentence.end)
        if p.label in ("PER", "ROLE") and p.has_case("Nom")
    ]
    start = sentence.text.find(clause.strip()) if clause.strip() else -1
    if start < 0:
        return False
    for token in sentence:
        offset = token.idx - sentence.start_char
        inside = start <= offset < start + len(clause)
        if not inside or verdict.start <= offset < verdict.end:
            continue
        word = fold(token.text)
        decides = has_any("deciders", word) or bool(stems(word) & known)
        decides = decides or any(p.start <= token.i < p.end for p in subjects)
        if token.pos_ in ("NOUN", "PROPN") and not decides:
            return True
    return False
