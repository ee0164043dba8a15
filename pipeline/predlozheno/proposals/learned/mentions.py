"""Generous: every mention around a draft that could be one of its parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from predlozheno.proposals.antecedents import THIRD_PERSON
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import low
from predlozheno.proposals.resolution import FIRST_PERSON, resolve, speaker_of
from predlozheno.proposals.slots.parties import seems_to
from predlozheno.records.schema import PartySource

_CAUSES = frozenset("мотив причина основание соображение".split())
_SENTENCES_BACK = 2
_PARENTS = 3
# A list's head is read as far back from its colon as a long sentence goes.
_HEAD_REACH = 60


@dataclass(slots=True)
class PartyCandidate:
    """A mention that could be a party of a draft.

    Attributes:
        phrase: where it is named; a pronoun stands for itself here.
        place: how it lies to the draft: content, sentence, trigger, head, parent, speaker, before, far.
        mention: as a party: the pronoun resolved, and how the text tells that it is meant.
        rule: what the rules made of it: a role, "proposer", or "".
    """

    phrase: Phrase
    place: str
    mention: Mention
    rule: str = ""


def party_candidates(context: Context, draft: Draft) -> list[PartyCandidate]:
    """The candidates of a draft in the order of the text, none twice.

    What the rules found is among them wherever it stands.
    """
    found: dict[TokenSpan, PartyCandidate] = {}
    for mention in (*draft.proposers, *draft.targets):
        rule = mention.role.value if mention.role else "proposer"
        span = (mention.phrase.start, mention.phrase.end)
        if span not in found:
            place = _place(draft, mention.phrase)
            found[span] = PartyCandidate(mention.phrase, place, mention, rule)
    for place, phrase in _around(context, draft):
        span = (phrase.start, phrase.end)
        if span in found or not _could_be(phrase, place) or _only_said(context, phrase):
            continue
        meant = _as_mention(context, phrase, place)
        if meant is not None and (meant.phrase.start, meant.phrase.end) not in found:
            found[span] = PartyCandidate(phrase, place, meant)
    return sorted(found.values(), key=lambda c: (c.phrase.start, c.phrase.end))


def _around(context: Context, draft: Draft) -> Iterator[tuple[str, Phrase]]:
    start, end = draft.sentence
    for phrase in context.phrases_in(start, end):
        yield _place(draft, phrase), phrase
    # A body inside a longer phrase («отдел министерства») is a party of its own.
    for phrase in context.parties_in(start, end):
        yield _place(draft, phrase), phrase
    if speaker := speaker_of(context, start):
        yield "speaker", speaker.phrase
    if not start <= draft.trigger[0] < end:
        yield from _sentence_of(context, draft.trigger[0], "head")
    yield from _parents(context, draft)
    yield from _before(context, draft)


def _sentence_of(context: Context, token: int, place: str) -> Iterator[tuple[str, Phrase]]:
    sentence = context.doc[token].sent
    first = max(sentence.start, token - _HEAD_REACH)
    for phrase in context.phrases_in(first, min(sentence.end, token + _HEAD_REACH)):
        yield place, phrase


def _parents(context: Context, draft: Draft) -> Iterator[tuple[str, Phrase]]:
    """The last sentence of each block that the draft's block hangs under."""
    index = context.blocks[draft.block].parent
    for _ in range(_PARENTS):
        if index is None or index >= draft.block:
            return
        block = context.blocks[index]
        span = context.doc.char_span(block.start, block.end, alignment_mode="contract")
        if span is not None and len(span):
            for _, phrase in _sentence_of(context, span.end - 1, "parent"):
                yield "parent", phrase
        index = block.parent


def _before(context: Context, draft: Draft) -> Iterator[tuple[str, Phrase]]:
    """The parties of the sentences before; bare nouns there are too many."""
    first = draft.sentence[0]
    for back in range(1, _SENTENCES_BACK + 1):
        if first == 0:
            return
        sentence = context.doc[first - 1].sent
        first = sentence.start
        place = "before" if back == 1 else "far"
        for phrase in context.parties_in(sentence.start, sentence.end):
            yield place, phrase


def _place(draft: Draft, phrase: Phrase) -> str:
    if any(start <= phrase.start < end for start, end in draft.content):
        return "content"
    if draft.trigger[0] <= phrase.start < draft.trigger[1]:
        return "trigger"
    if draft.sentence[0] <= phrase.start < draft.sentence[1]:
        return "sentence"
    return "far"


def _could_be(phrase: Phrase, place: str) -> bool:
    """Third persons are resolved, so they say who wants it only where they stand near."""
    word = low(phrase.head)
    pronoun = word in FIRST_PERSON or word in THIRD_PERSON
    return not pronoun or place in ("content", "sentence", "trigger", "head")


def _only_said(context: Context, phrase: Phrase) -> bool:
    """«Нам кажется, нужно …», «по этим мотивам просим …»: whose opinion, and why, is no party."""
    return seems_to(context, phrase) or phrase.head.lemma_ in _CAUSES


def _as_mention(context: Context, phrase: Phrase, place: str) -> Mention | None:
    if place == "speaker":
        return speaker_of(context, phrase.start) or Mention(phrase)
    mention = resolve(context, phrase)
    if mention is not None and place in ("before", "far"):
        mention.source = PartySource.CONTEXT
    return mention
