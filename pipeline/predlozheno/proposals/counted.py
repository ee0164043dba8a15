"""Lists that a speech counts out in sentences: «Предлагаю следующее. Первое: … Второе: …»."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from spacy.tokens import Span

from predlozheno.language.morphology import fold
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_word, low
from predlozheno.proposals.heads import Head, Heads
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.items import DraftHit, item_drafts
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.lead_ins import behind_ordinal
from predlozheno.proposals.speech import is_speech
from predlozheno.records.schema import Kind

# «Предлагаю следующее», «прошу вот о чём», «вношу три вещи»: only leads up to the list.
_LEADING_UP = re.compile(
    r"(?:(?:вот|о|об|два|две|три|четыре|пять|несколько|такие|простых|конкретных|следующ[а-я]+"
    r"|что|чем|вещ[а-я]+|шаг[а-я]*|мер[а-я]*|момент[а-я]*|пункт[а-я]*|предложени[а-я]+)(?: |$))+"
)
_ASKED = re.compile(
    r"(?:так |итак |и )?что (?:же )?(?:[а-я]+ ){0,3}?(?:нужно|надо|необходимо|следует|предлага[а-я]+)"
    r"(?: [а-я]+){0,3}"
)
_COUNTED_NOUNS = frozenset("предложение просьба рекомендация требование".split())
_COUNTS = frozenset("два две три четыре пять несколько".split())
_LED = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION, Kind.NEED, Kind.ASSIGNMENT)
_REACH = 8


def leads_up(context: Context, heads: Heads, block: int, hit: Hit, found: Found) -> bool:
    """Whether what a trigger seems to want only announces the list that follows, which is noted."""
    if hit.frame.kind not in _LED or len(found.contents) != 1 or not is_speech(context, block):
        return False
    start, end = found.contents[0][0][0], found.contents[0][-1][1]
    if not _LEADING_UP.fullmatch(fold(context.doc[start:end].text).strip(" .:")):
        return False
    heads.counting = (block, Head(hit.frame, hit.diathesis, (hit.start, hit.end), draft=True))
    return True


def note_lead(context: Context, heads: Heads, sentence: Span, block: int, hits: list[Hit]) -> None:
    """«Что нужно сделать?», «у меня три предложения.»: a list is to follow."""
    if not is_speech(context, block):
        return
    lows = columns(context.doc).low[sentence.start : sentence.end]
    if lows[-1] != "?" and _COUNTS.isdisjoint(lows):
        return
    said = " ".join(low(t) for t in sentence if is_word(t))
    asked = sentence[-1].text == "?" and _ASKED.fullmatch(said)
    hit = next((h for h in hits if h.frame.kind in _LED), None) if asked else None
    if hit is not None:
        trigger = (hit.start, hit.end)
        heads.counting = (block, Head(hit.frame, hit.diathesis, trigger, draft=True))
        return
    words = [t for t in sentence if is_word(t)]
    for count, noun in itertools.pairwise(words):
        noun = words[-1] if words[-1].i - noun.i == 1 else noun
        counted = low(count) in _COUNTS and word_lemmas(noun.text) & _COUNTED_NOUNS
        frames = [f.frame for f in context.lexicon.find(noun.text) if f.list_name == "nouns"]
        if counted and noun is words[-1] and frames:
            frame = next((f for f in frames if f.kind in _LED), frames[0])
            owners = _owners(context, sentence, count.i)
            head = Head(frame, "noun", (noun.i, noun.i + 1), owners, draft=True)
            heads.counting = (block, head)


def _owners(context: Context, sentence: Span, count: int) -> list[Phrase]:
    """«У нашей группы три предложения»: whose they are, where it is not the speaker's «у меня»."""
    for i in range(sentence.start, count - 1):
        phrase = context.phrase_at(i + 1) if low(context.doc[i]) == "у" else None
        if phrase is not None and phrase.end == count and phrase.head.pos_ != "PRON":
            return [phrase]
    return []


def counted_drafts(
    context: Context,
    heads: Heads,
    sentence: Span,
    block: int,
    hits: list[Hit],
    draft_hit: DraftHit,
) -> list[Draft]:
    """The drafts of a sentence that goes on with a counted list («Второе: тариф заморозить»)."""
    if heads.counting is None:
        return []
    led, head = heads.counting
    start = behind_ordinal(sentence)
    if start == sentence.start and low(sentence[0]) == "и":
        start = behind_ordinal(sentence[1:])
        start = start if start > sentence.start + 1 else sentence.start
    near = block - led <= _REACH and context.blocks[block].speaker == context.blocks[led].speaker
    if start == sentence.start or not near:
        return []
    rest = sentence.doc[start : sentence.end]
    first = next((t for t in rest if is_infinitive(t) or is_finite(t)), None)
    if first is None or not is_infinitive(first):
        return []
    own = next((h for h in hits if h.start == first.i and h.frame.kind is Kind.ASSIGNMENT), None)
    head = replace(head, frame=own.frame) if own is not None else head
    drafts = item_drafts(context, head, heads, rest, block, hits, draft_hit) or []
    speaker = speaker_of(context, sentence.start)
    for draft in drafts:
        draft.is_draft_decision = True
        if speaker is not None and not draft.proposers and draft.kind is not Kind.ASSIGNMENT:
            draft.proposers = [speaker]
    return drafts
