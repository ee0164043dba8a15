"""«Закрывать причал Совет не стал», «копать решено не было»: what was moved, named again as not done."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_infinitive, low
from predlozheno.proposals.linking import ANSWERABLE, content_stems, key_of
from predlozheno.proposals.slots.verdict import has_any
from predlozheno.records.schema import Status

_NOT = re.compile(
    r"(?<![а-я])(?:не ста(?:л[аио]?|нем|ли)|не буд(?:ем|ут|ет)|раздумали|не решил(?:ись|ась|ся|ось)"
    # «решили ставку пока не снижать»
    r"|(?:решил[аио]?|решено|постановил[аио]?|договорились|предпоч(?:ел|л[аио]))"
    r"(?: [а-я-]+){0,4}? не(?= [а-я]+(?:ть|ти|чь)(?:ся)?\b)"
    # «сошлись на том, что копать пока не стоит»
    r"|(?:сошлись|договорились|согласились|пришли) [^.;]{0,30}что(?: [а-я]+){0,3}"
    r" не (?:надо|нужно|стоит|следует|будем)"
    r"|(?:соч(?:ел|л[аио])|признан[аоы]?)"
    r" (?:лишн|излишн|преждевременн|нецелесообразн|ненужн|невозможн)[а-я]+"
    # «самоподготовку оставить как есть»
    r"|остав(?:ить|или|лен[аоы]?|ляем) (?:все )?(?:как есть|как было|без изменений|прежн[а-я]+|в силе)"
    r"|не представляется возможным|невозможно|нельзя)(?![а-я])"
)
# How many blocks on what was moved may be named again, and in how many words.
_REACH, _WORDS = 10, 14
_LEAST = 2
_SHORT = 3


def declined(context: Context, drafts: list[Draft]) -> None:
    """Rejects the open drafts whose action a later sentence names as one that will not be done."""
    for sentence in context.doc.sents:
        match = _NOT.search(fold(sentence.text))
        if match is None or sentence.text.rstrip().endswith("?"):
            continue
        words = _named(_part(sentence, match))
        block = context.block_index(sentence.start)
        near = [
            d
            for d in drafts
            if d.status is Status.PROPOSED
            and d.kind in ANSWERABLE
            and d.sentence[1] <= sentence.start
            and block - d.block <= _REACH
        ]
        # «Занятия оставить как есть» names nothing but the thing.
        least = 1 if match[0].startswith("остав") else _LEAST
        scored = [(_shared(context, d, words, least), d) for d in near]
        best = max((score for score, _ in scored), default=0)
        for score, draft in scored:
            if score == best and score:
                draft.status = Status.REJECTED
                draft.outcome = (
                    sentence.start_char + match.start(),
                    sentence.start_char + match.end(),
                )


def _part(sentence: Span, match: re.Match[str]) -> Span:
    """«подъём сдвинуть, самоподготовку оставить как есть»: the part between commas that tells it."""
    doc = sentence.doc
    begin, end = (sentence.start_char + at for at in match.span())
    commas = [t for t in sentence if t.text in ",;"]
    first = max((t.i + 1 for t in commas if t.idx < begin), default=sentence.start)
    last = min((t.i for t in commas if t.idx >= end), default=sentence.end)
    return doc[first:last]


def _named(sentence: Span) -> frozenset[str]:
    """The keys of the infinitives and nouns of a short sentence."""
    if sum(t.is_alpha for t in sentence) > _WORDS:
        return frozenset()
    return frozenset(key_of(low(t)) for t in sentence if _tells(t))


def _tells(token: Token) -> bool:
    if len(token) <= _SHORT or has_any("matters", low(token)) or has_any("deciders", low(token)):
        return False
    return is_infinitive(token) or token.pos_ in ("NOUN", "PROPN", "ADJ")


def _shared(context: Context, draft: Draft, words: frozenset[str], least: int) -> int:
    """How many words both have in common; 0 where those are too few to be sure."""
    wanted = content_stems(context, draft)
    shared = len(wanted & words)
    if shared and not any(
        is_infinitive(t) and key_of(low(t)) in words for t in _tokens(context, draft)
    ):
        # «снизить ставку», «ставку не снижать»
        verbs = {low(t)[:_SHORT] for t in _tokens(context, draft) if is_infinitive(t)}
        shared += any(word[:_SHORT] in verbs for word in words - wanted)
    return shared if shared >= min(least, len(wanted)) else 0


def _tokens(context: Context, draft: Draft) -> list[Token]:
    return [token for start, end in draft.content for token in context.doc[start:end]]
