"""Sentences that act by their opening alone: a dative before an infinitive, an infinitive alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from predlozheno.proposals.actors import behind_ordinal, is_dative, receivers
from predlozheno.proposals.charges import behind_infinitive, petitioned
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import skip_left, skip_right
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    case_of,
    is_finite,
    is_infinitive,
    is_nominal,
    is_word,
    low,
    trim,
)
from predlozheno.proposals.handed import handed_out
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.lines import right_border_of
from predlozheno.proposals.oneself import tells_of_oneself
from predlozheno.proposals.promises import promised
from predlozheno.proposals.resolution import chair_speaks, speaker_of
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.headings import dative_headings
from predlozheno.proposals.slots.receivers import own_receiver, receivers_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.tails import acts
from predlozheno.proposals.tasks import task_frame
from predlozheno.proposals.undertakings import undertaken
from predlozheno.reading.document import Block
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

# «По правде сказать»
_SAID = frozenset(("сказать", "говорить", "признаться"))
_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся|сь)?$")
_SUBORDINATORS = frozenset(
    "что чтобы если когда как куда где который которая которые которое чем".split()
)


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
    wished = wished or any(_asks_itself(hit) and hit.start < first for hit in inside)
    ordered = [] if wished else dative_opening(context, part, block, inside)
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


def _asks_itself(hit: Hit) -> bool:
    """«Родителям просьба сдать согласия»: the noun asks, and it is no object of the infinitive."""
    noun = hit.form.lemma == "просьба" and hit.diathesis == "noun"
    return noun and not hit.end - hit.start > 1


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


def _is_act(hit: Hit) -> bool:
    kinds = (Kind.RECOMMENDATION, Kind.REQUEST, Kind.PROPOSAL, Kind.ASSIGNMENT)
    told = hit.frame.takes("addressee", "dative") and hit.diathesis == "infinitive"
    return told and hit.frame.kind in kinds


def dative_opening(
    context: Context, sentence: Span, block: int, hits: Sequence[Hit]
) -> list[Draft]:
    """«Мастерам провести инструктаж до пятницы.»: an order without any head or trigger word."""
    frame = context.lexicon.order
    if frame is None or not any(map(is_infinitive, sentence)):
        return []
    edge = skip_left(context, behind_ordinal(sentence), sentence.end)
    start = edge.position
    first = next((i for i in range(start, sentence.end) if is_infinitive(context.doc[i])), None)
    if first is None or any(
        _predicates(context, t) or low(t) in _SUBORDINATORS for t in context.doc[start:first]
    ):
        return []
    if any(hit.head == first and _is_act(hit) for hit in hits):
        # «Главам округов рекомендовать …»: the infinitive is the act itself.
        return []
    if asked := petitioned(context, start, first):
        drafts = _orders(context, sentence, block, frame, [asked], asked.end + 1)
        for draft in drafts:
            draft.kind = Kind.REQUEST
        return drafts
    found = [p for p in receivers(context, start, first) if p.label or is_dative(p.head)]
    if not found or found[0].start > start + 1:
        return []
    drafts = _orders(context, sentence, block, frame, found, found[-1].end)
    for draft in drafts:
        draft.purposes = edge.purposes + draft.purposes
    return drafts


def told_above(context: Context, sentence: Span, block: int) -> list[Draft]:
    """«Гладышевой:», then «– свести долги;»: an infinitive under a line that names who is told."""
    frame, info = context.lexicon.order, context.blocks[block]
    if frame is None or info.kind != "item" or sentence.start != _first(context, block):
        return []
    found = dative_headings(context, block)
    edge = skip_left(context, sentence.start, sentence.end)
    first = next((t.i for t in sentence if is_infinitive(t)), None)
    if not found or first is None:
        return []
    if any(_binds(context, t) for t in context.doc[edge.position : first]):
        return []
    return _orders(context, sentence, block, frame, found, edge.position)


def bare_opening(context: Context, sentence: Span, block: int) -> list[Draft]:
    """«– Насос в работу не пускать до замера.»: an item of a list that is an infinitive and its objects.

    Nobody is named who is to do it, so that the meeting itself decides; a question asks for nothing.
    """
    doc, info = context.doc, context.blocks[block]
    frame = context.lexicon.frames.get(gazetteer("stages")["frames"]["решили"])
    own_turn = info.speaker_span is not None and info.speaker_span[0] >= info.start
    listed = info.kind == "item" and info.zone == "body" and not own_turn
    if frame is None or not any(map(is_infinitive, sentence)):
        return []
    later = listed and sentence.start != _first(context, block)
    if (later or not listed) and not _written_down(context, sentence, info):
        return []
    if listed and not later and _is_told(context, sentence, block):
        return []
    edge = skip_left(context, sentence.start, sentence.end)
    start = edge.position
    first = next((i for i in range(start, sentence.end) if is_infinitive(doc[i])), None)
    if first is None or any(_binds(context, t) for t in doc[start:first]):
        return []
    stop = right_border_of(context, start, sentence)
    stop, purposes = skip_right(context, start, stop)
    purposes = edge.purposes + purposes
    begin, stop = trim(doc, start, stop)
    drafts = []
    for whole in split_actions(context, begin, stop, "items"):
        # «Шторы снять, завхозу заказать жалюзи»
        receivers, part = own_receiver(context, whole, [])
        verb = next((i for i in range(*part) if is_infinitive(doc[i])), part[0])
        draft = frame_draft(sentence, block, verb, frame)
        draft.diathesis, draft.content, draft.purposes = "bare_infinitive", [part], list(purposes)
        draft.targets = receivers_of(context, receivers)
        draft.targets += content_targets(context, draft.content, "infinitive")
        if receivers:
            draft.kind = Kind.ASSIGNMENT
        chair = speaker_of(context, verb) if info.kind == "paragraph" else None
        if chair is not None:
            # «Директор: Фикус вернуть.»
            draft.kind, draft.proposers = Kind.ASSIGNMENT, [chair]
        for told in behind_infinitive(context, part[0], verb, part[1]):
            # «Лист назначений проверять заведующему отделением»
            draft.kind = Kind.ASSIGNMENT
            draft.targets = [Mention(told, role=Role.ADDRESSEE), *draft.targets]
        drafts.append(draft)
    return drafts


def _written_down(context: Context, sentence: Span, info: Block) -> bool:
    """«Кофемашину починить до среды.»: a sentence of notes whose only verb is an infinitive.

    In what somebody says, unless it is the chair, it is no order, and «Проверить это трудно» hangs on
    another word.
    """
    if info.kind not in ("paragraph", "item") or info.zone != "body":
        return False
    chair = chair_speaks(context, context.block_index(sentence.start))
    if info.speaker is not None and not chair:
        return False
    words = [t for t in sentence if is_word(t)]
    if len(words) <= 2 - chair or not acts(sentence) or any(t.text in "?:" for t in sentence):
        return False
    verb = next(t for t in words if is_infinitive(t))
    # «Кофемашину» is sometimes the root, and its infinitive hangs on it.
    hangs = sentence.root not in (verb, *words[: words.index(verb)])
    if hangs or not _INFINITIVE.search(low(verb)) or verb.lemma_ in _SAID:
        return False
    if any(_predicates(context, t) for t in words):
        return False
    if info.kind == "item" and not any(is_nominal(t) and case_of(t) == "Acc" for t in words):
        # «Закончить в марте.» goes on with what the item began.
        return False
    told = any(t.pos_ == "PRON" for t in sentence[: verb.i - sentence.start])
    return not told and sentence[0].text[:1].isupper() and sentence[-1].text in ".;!"


def _is_told(context: Context, sentence: Span, block: int) -> bool:
    """Whether a list is not one of orders: its head asks, or the line above opens it otherwise."""
    done = "[" in (context.blocks[block].marker or "") and task_frame(context, block) is None
    if done or any(t.text == "?" for t in sentence):
        return True
    parent = context.blocks[block].parent
    if parent is None or context.blocks[parent].kind == "heading":
        return False
    above = context.blocks[parent]
    return context.segments.text[above.start : above.end].endswith(":")


def _first(context: Context, block: int) -> int:
    info = context.blocks[block]
    span = context.doc.char_span(info.body, info.end, alignment_mode="expand")
    return span.start if span is not None else -1


def _binds(context: Context, token: Token) -> bool:
    return _predicates(context, token) or low(token) in _SUBORDINATORS or token.text in ":?"


def _predicates(context: Context, token: Token) -> bool:
    """Whether a word before the infinitive governs it itself («Отделу нужно сверить …»)."""
    forms = context.lexicon.find(token.text)
    return is_finite(token) or any(form.list_name == "predicatives" for form in forms)


def frame_draft(sentence: Span, block: int, verb: int, frame: Frame) -> Draft:
    """An empty draft of a frame whose trigger is the verb."""
    span = (sentence.start, sentence.end)
    return Draft(frame, "dative_infinitive", frame.kind, (verb, verb + 1), [], span, block, span)


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
