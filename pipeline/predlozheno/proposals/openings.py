"""Sentences that act by their opening alone: a label before a colon, a dative before an infinitive."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.proposals.actors import receivers
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.edges import skip_left, skip_right
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_word, low, trim
from predlozheno.proposals.heads import Head, frame_of_label
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.targets import content_targets, receivers_of

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
            return (
                (Head(frame, "label", (start, label_end), strict=True), rest) if len(rest) else None
            )
        if not depth and (is_finite(doc[i]) or is_infinitive(doc[i]) or doc[i].text == ";"):
            return None
    return None


def dative_opening(context: Context, sentence: Span, block: int) -> list[Draft]:
    """«Мастерам провести инструктаж до пятницы.»: an order without any head or trigger word."""
    frame = next((f for f in context.lexicon.frames if f.any_verb == "dative_infinitive"), None)
    if frame is None:
        return []
    start = skip_left(context, sentence.start, sentence.end).position
    first = next((i for i in range(start, sentence.end) if is_infinitive(context.doc[i])), None)
    if first is None or any(_predicates(context, t) for t in context.doc[start:first]):
        return []
    found = [p for p in receivers(context, start, first) if p.label]
    if not found or found[0].start > start + 1:
        return []
    return _orders(context, sentence, block, frame, found)


def _predicates(context: Context, token: Token) -> bool:
    """Whether a word before the infinitive governs it itself («Отделу нужно сверить …»)."""
    forms = context.lexicon.find(token.text)
    return is_finite(token) or any(form.list_name == "predicatives" for form in forms)


def frame_draft(sentence: Span, block: int, verb: int, frame: Frame) -> Draft:
    """An empty draft of a frame whose trigger is the verb."""
    span = (sentence.start, sentence.end)
    return Draft(frame, "dative_infinitive", frame.kind, (verb, verb + 1), [], span, block, span)


def _orders(
    context: Context, sentence: Span, block: int, frame: Frame, addressees: list[Phrase]
) -> list[Draft]:
    doc = context.doc
    begin = skip_left(context, addressees[-1].end, sentence.end).position
    stop, purposes = skip_right(context, begin, sentence.end)
    begin, stop = trim(doc, begin, stop)
    drafts = []
    speaker = speaker_of(context, sentence.start)
    for start, end in split_actions(context, begin, stop, "items"):
        verb = next((i for i in range(start, end) if is_infinitive(doc[i])), start)
        draft = frame_draft(sentence, block, verb, frame)
        draft.content, draft.purposes = [(start, end)], list(purposes)
        draft.proposers = [speaker] if speaker else []
        draft.targets = receivers_of(context, addressees)
        draft.targets += content_targets(context, draft.content, "infinitive")
        drafts.append(draft)
    return drafts
