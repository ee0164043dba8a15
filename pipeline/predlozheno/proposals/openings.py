"""Sentences that act by their opening alone: a label before a colon, a dative before an infinitive."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.actors import behind_ordinal, is_dative, receivers
from predlozheno.proposals.bare import bare_opening, binds, first_word, frame_draft
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.edges import skip_left, skip_right
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    is_finite,
    is_infinitive,
    is_word,
    low,
    trim,
)
from predlozheno.proposals.handed import handed_out
from predlozheno.proposals.heads import Head, frame_of_label
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.oneself import tells_of_oneself
from predlozheno.proposals.promises import promised
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.bodies import behind_members
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.headings import dative_headings
from predlozheno.proposals.slots.receivers import own_receiver, receivers_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.undertakings import undertaken

_LABEL_REACH = 16


def inline_head(context: Context, sentence: Span) -> tuple[Head, Span] | None:
    """«РЕШЕНИЕ ПО ВОПРОСУ 2 (за – 6): одобрить …»: the label as a head, and the words behind its colon.

    Between label and colon stand no verb and no other sentence; brackets are passed over.
    """
    doc, start = sentence.doc, sentence.start
    while start < sentence.end and not is_word(doc[start]):
        start += 1
    if start >= sentence.end:
        return None
    frame = frame_of_label(context, [low(doc[start])])
    if frame is None:
        return None
    depth, label_end = 0, start + 1
    for i in range(start + 1, min(sentence.end - 1, start + _LABEL_REACH)):
        depth += (doc[i].text == "(") - (doc[i].text == ")")
        if doc[i].text == ":" and not depth:
            rest = doc[i + 1 : sentence.end]
            agents = _agents(context, label_end, i)
            head = Head(frame, "label", (start, label_end), agents, strict=True)
            return (head, rest) if len(rest) else None
        if not depth and (is_finite(doc[i]) or is_infinitive(doc[i]) or doc[i].text == ";"):
            return None
    return None


def _agents(context: Context, start: int, colon: int) -> list[Phrase]:
    """«Предложено бухгалтером: …», «Предложение завуча: …»: who stands between label and colon."""
    cases = ("Gen",) if context.doc[start - 1].pos_ == "NOUN" else ("Ins",)
    return [
        p
        for p in context.parties_in(start, colon)
        if p.start == start and p.end == colon and any(p.has_case(case) for case in cases)
    ]


def orders_of(context: Context, part: Span, block: int, hits: list[Hit]) -> list[Draft]:
    """The orders that a part of a sentence makes by its form alone."""
    inside = [
        hit
        for hit in hits
        if part.start <= hit.start < part.end and not tells_of_oneself(context, hit)
    ]
    # «Вейнберг: хорошо бы поставить знаки» names who speaks, and not who is told.
    first = next((t.i for t in part if is_infinitive(t)), part.start)
    wished = any(hit.diathesis in ("phrase", "predicative") and hit.start < first for hit in hits)
    ordered = [] if wished else dative_opening(context, part, block)
    if ordered := ordered or told_above(context, part, block):
        return ordered
    told = undertaken(context, part, block)
    if inside:
        # A word in what is to be found out («сколько стоит аренда») makes no other record of it.
        told = [d for d in handed_out(context, part, block) or told if _is_clear(d, inside)]
        return told + [d for d in promised(context, part, block, inside) if not _overlaps(d, told)]
    if handed := handed_out(context, part, block):
        return handed
    own = [d for d in promised(context, part, block, []) if not _overlaps(d, told)]
    if not told:
        return own or bare_opening(context, part, block)
    # «Леса разобрать в среду, кран обеспечит Шестаков»
    first = min(d.content[0][0] for d in told)
    left = context.doc[part.start : trim(context.doc, part.start, first)[1]]
    return (bare_opening(context, left, block) if len(left) > 1 and not own else []) + told + own


def _is_clear(draft: Draft, hits: list[Hit]) -> bool:
    """Whether all triggers stand in what is wanted, or none does."""
    inside = [_within(draft, hit) for hit in hits]
    touched = any(start <= hit.start < end for hit in hits for start, end in draft.content)
    return all(inside) or not touched


def _overlaps(draft: Draft, others: list[Draft]) -> bool:
    spans = [span for other in others for span in other.content]
    return any(a < stop and start < b for a, b in draft.content for start, stop in spans)


def _within(draft: Draft, hit: Hit) -> bool:
    return any(start < hit.start < end for start, end in draft.content)


def dative_opening(context: Context, sentence: Span, block: int) -> list[Draft]:
    """«Мастерам провести инструктаж до пятницы.»: an order without any head or trigger word."""
    frame = context.lexicon.order
    if frame is None or not any(map(is_infinitive, sentence)):
        return []
    edge = skip_left(context, behind_ordinal(sentence), sentence.end)
    start = edge.position
    first = next((i for i in range(start, sentence.end) if is_infinitive(context.doc[i])), None)
    if first is None or any(binds(context, t) for t in context.doc[start:first]):
        return []
    found = [p for p in receivers(context, start, first) if p.label or is_dative(p.head)]
    if not found or found[0].start > start + 1:
        return []
    begin = behind_members(context, found[-1].end, sentence.end)
    drafts = _orders(context, sentence, block, frame, found, begin)
    for draft in drafts:
        draft.purposes = edge.purposes + draft.purposes
    return drafts


def told_above(context: Context, sentence: Span, block: int) -> list[Draft]:
    """«Гладышевой:», then «– свести долги;»: an infinitive under a line that names who is told."""
    frame, info = context.lexicon.order, context.blocks[block]
    if frame is None or info.kind != "item" or sentence.start != first_word(context, block):
        return []
    found = dative_headings(context, block)
    edge = skip_left(context, sentence.start, sentence.end)
    first = next((t.i for t in sentence if is_infinitive(t)), None)
    if not found or first is None:
        return []
    if any(binds(context, t) for t in context.doc[edge.position : first]):
        return []
    return _orders(context, sentence, block, frame, found, edge.position)


def _orders(
    context: Context, sentence: Span, block: int, frame: Frame, addressees: list[Phrase], start: int
) -> list[Draft]:
    """The orders that begin at the token `start`, to these."""
    doc = context.doc
    begin = skip_left(context, start, sentence.end).position
    stop, purposes = skip_right(context, begin, sentence.end)
    begin, stop = trim(doc, begin, stop)
    drafts: list[Draft] = []
    speaker = speaker_of(context, sentence.start)
    for part in split_actions(context, begin, stop, "items"):
        told, (start, end) = own_receiver(context, part, addressees) if drafts else ([], part)
        addressees = told or addressees
        verb = next((i for i in range(start, end) if is_infinitive(doc[i])), start)
        draft = frame_draft(sentence, block, verb, frame)
        draft.content, draft.purposes = [(start, end)], list(purposes)
        called = speaker is not None and any(speaker.phrase.start == p.start for p in addressees)
        draft.proposers = [speaker] if speaker and not called else []
        draft.targets = receivers_of(context, addressees)
        draft.targets += content_targets(context, draft.content, "infinitive")
        drafts.append(draft)
    return drafts
