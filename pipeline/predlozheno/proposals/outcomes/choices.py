"""«Остановились на варианте Зыбиной», «победил сканер»: one of several is chosen, the rest are lost."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import (
    content_stems,
    content_text,
    meets,
    names_of,
    same_question,
    stems,
)
from predlozheno.proposals.outcomes.resolving import is_resolved
from predlozheno.proposals.slots.numerals import in_figures
from predlozheno.proposals.slots.vote import find_ballot
from predlozheno.records.schema import Kind, Status
from predlozheno.resources import gazetteer

_MOVED = (Kind.PROPOSAL, Kind.RECOMMENDATION, Kind.REQUEST, Kind.WISH)
_VYING = (Kind.PROPOSAL, Kind.RECOMMENDATION)
# So many blocks on one of several may be chosen.
_REACH = 6
# In recognised speech without lines so many words behind it.
_WORDS = 120
_NAME = 2
_SHORT = 3
_PLACE = re.compile(r"(?<!\d)([1-5])-го(?! \d)")
_FIGURE = re.compile(r"(?<![\d.,])\d{2,}")
_WORD = re.compile(r"[а-яё]+")
_END = re.compile(r"[.;:(]|, (?:за|против|хотя|но|а) ")


def chosen(context: Context, drafts: list[Draft]) -> None:
    """Adopts what a sentence tells to have been chosen, and rejects what was put beside it."""
    for sentence in context.doc.sents:
        match = _cue().search(fold(sentence.text))
        if match is None or sentence.text.rstrip().endswith("?"):
            continue
        block = context.block_index(sentence.start)
        put = [
            d
            for d in drafts
            if d.kind in _MOVED
            and d.content_span[1] <= sentence.start + 1
            and block - d.block <= _REACH
            and sentence.start - d.content_span[1] <= _WORDS
            and same_question(context, d.block, block)
            and not is_resolved(context, d)
            and (d.status is Status.PROPOSED or _settled_in(sentence, d))
        ]
        if put:
            _choose(context, sentence, match, put)


def _choose(context: Context, sentence: Span, match: re.Match[str], put: list[Draft]) -> None:
    behind = fold(sentence.text)[match.end() :]
    stop = _END.search(behind)
    named = behind[: stop.start()] if stop else behind
    winners = _named(context, named, put)
    if not winners:
        return
    span = (sentence.start_char + match.start(), sentence.start_char + match.end())
    rest = [d for d in put if d not in winners]
    ballot = find_ballot(sentence.text)
    for draft in winners:
        draft.status, draft.outcome = Status.ADOPTED, span
        if ballot is not None and draft.vote is None:
            draft.vote = ballot.count
            draft.vote.start += sentence.start_char
            draft.vote.end += sentence.start_char
            ballot = None
    for draft in rest:
        if _spoken_of(context, sentence, named, draft):
            # «решили в пользу катера; с переездом базы согласились все»
            continue
        beside = draft.sentence == winners[0].sentence
        # «Юра предлагал «Берег», Макс – «Скалу». Берём «Берег».»
        against = draft.trigger == winners[0].trigger and draft.proposers != winners[0].proposers
        vies = (draft.kind in _VYING or beside) and not _hint().fullmatch(match[0])
        if vies or against:
            draft.status, draft.outcome = Status.REJECTED, span
        elif _settled_in(sentence, draft):
            draft.status, draft.outcome = Status.PROPOSED, None


def _named(context: Context, named: str, put: list[Draft]) -> list[Draft]:
    """Those that the words behind the choice name: by mover, by thing, by figure or by place."""
    words, read = stems(named), in_figures(named).text
    shorts = frozenset(w for w in _WORD.findall(named) if len(w) == _SHORT)
    figures = frozenset(_FIGURE.findall(read))
    scored = []
    for draft in put:
        text = in_figures(content_text(context, draft)).text
        shared = len(content_stems(context, draft) & words)
        shared += len(shorts & frozenset(_WORD.findall(fold(text)))) if not shared else 0
        shared += len(figures & frozenset(_FIGURE.findall(text)))
        scored.append((shared + _NAME * meets(names_of(context, draft), words), draft))
    best = max(score for score, _ in scored)
    if best:
        return [draft for score, draft in scored if score == best]
    place = _PLACE.search(read)
    if place is None:
        return []
    number = int(place[1])
    # «либо приобрести лодки, либо взять чужие. Остановились на втором.»
    beside = [[d] for d in put if d.sentence == put[-1].sentence]
    for breaths in (_movers([d for d in put if d.kind in _VYING]), beside):
        if 1 <= number <= len(breaths) > 1:
            return breaths[number - 1]
    return []


def _movers(put: list[Draft]) -> list[list[Draft]]:
    """What each has moved, in the order of the text."""
    movers: list[list[Draft]] = []
    for draft in put:
        if movers and movers[-1][0].proposers == draft.proposers:
            movers[-1].append(draft)
        else:
            movers.append([draft])
    return movers


def _spoken_of(context: Context, sentence: Span, named: str, draft: Draft) -> bool:
    """Whether the sentence names it beside what was chosen."""
    aside = fold(sentence.text).replace(named, " ")
    return bool(content_stems(context, draft) & stems(aside))


def _settled_in(sentence: Span, draft: Draft) -> bool:
    """Whether another reading of the same sentence has settled it."""
    return draft.outcome is not None and sentence.start_char <= draft.outcome[0] < sentence.end_char


@cache
def _cue() -> re.Pattern[str]:
    lists = gazetteer("outcome-cues")
    words = "|".join([*lists["chosen"], *lists["concluded"]])
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


@cache
def _hint() -> re.Pattern[str]:
    """«Значит, автобус», «остаётся сторож»: what is named is taken, of the rest nothing is said."""
    return re.compile("|".join(gazetteer("outcome-cues")["concluded"]))
