"""Infinitives that order by themselves: «Кофемашину починить до среды.», «– Насос не пускать.»."""

from __future__ import annotations

import itertools
import re

from spacy.tokens import Span, Token

from predlozheno.language.morphology import analyses, can_be
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.charges import behind_infinitive
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import skip_left, skip_right
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    case_of,
    feature,
    is_finite,
    is_infinitive,
    is_nominal,
    is_word,
    low,
    trim,
)
from predlozheno.proposals.lines import right_border_of
from predlozheno.proposals.resolution import chair_speaks, speaker_of
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.receivers import own_receiver, receivers_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.speech import is_dialogue
from predlozheno.proposals.tails import acts
from predlozheno.proposals.tasks import task_frame
from predlozheno.proposals.told import main_clause
from predlozheno.reading.document import Block
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

# «По правде сказать»
_SAID = frozenset(("сказать", "говорить", "признаться"))
_JUDGED = frozenset(
    "неудобно невыгодно дорого трудно сложно поздно рано глупо стыдно бесполезно невозможно опасно "
    "жалко смешно странно грустно бессмысленно незачем".split()
)
_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся|сь)?$")
# «Обязательно закрыть» orders, though the dictionary lets both be said of a deed («обязательно!»).
_ONLY_ADVERBS = frozenset(("обязательно", "просто"))
_EASIER = frozenset("легче проще труднее сложнее лучше хуже".split())
# What opens no order: an example, or whose view it is.
_EXAMPLE = re.compile(
    r"\W*(?:(?:ну |вот )?(?:к примеру|например|скажем|допустим)\b|по (?:\w+ )?(?:словам|мнению)\b)",
    re.IGNORECASE,
)
_SUBORDINATORS = frozenset(
    "что чтобы если когда как куда где который которая которые которое чем".split()
)


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
    later = listed and sentence.start != first_word(context, block)
    if (later or not listed) and not _written_down(context, sentence, info):
        return []
    if listed and not later and _is_told(context, sentence, block):
        return []
    edge = skip_left(context, sentence.start, sentence.end)
    start = edge.position
    first = next((i for i in range(start, sentence.end) if is_infinitive(doc[i])), None)
    if first is None or any(
        binds(context, t) or t.text in ":?" for t in main_clause(context, doc[start:first])
    ):
        return []
    stop = right_border_of(context, start, sentence)
    stop, purposes = skip_right(context, start, stop)
    purposes = edge.purposes + purposes
    begin, stop = trim(doc, start, stop)
    drafts = []
    for whole in split_actions(context, begin, stop, "items"):
        # «Шторы снять, завхозу заказать жалюзи»
        receivers, part = own_receiver(context, whole, [])
        verb = next((i for i in range(*part) if is_infinitive(doc[i])), -1)
        if verb < 0:
            continue
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
    words = [t for t in main_clause(context, sentence) if is_word(t)]
    if not any(map(is_infinitive, words)):
        return False
    ruled = len(words) == 2 and case_of(words[0]) == "Acc"  # «Отчёт утвердить.»
    if (
        len(words) <= 2 - (chair or ruled)
        or not acts(words)
        or any(t.text in "?:" for t in sentence)
    ):
        return False
    verb = next(t for t in words if is_infinitive(t))
    # «Кофемашину» is sometimes the root, and its infinitive hangs on it.
    hangs = sentence.root in words and sentence.root not in (verb, *words[: words.index(verb)])
    if hangs or not _INFINITIVE.search(low(verb)) or verb.lemma_ in _SAID or low(verb) == "есть":
        return False
    # «Подарок продавать неудобно» says how it is.
    judged = words[-1].i > verb.i and low(words[-1]) in _JUDGED
    if judged or any(_predicates(context, t) for t in words) or _hangs_on_word(words, verb):
        return False
    if _EXAMPLE.match(sentence.text):
        return False
    if info.kind == "item" and not any(is_nominal(t) and case_of(t) == "Acc" for t in words):
        # «Закончить в марте.» goes on with what the item began.
        return False
    told = any(t.pos_ == "PRON" for t in words[: words.index(verb)])
    murmured = sentence[0].text.islower() and not any(
        t.is_punct or low(t) in ("можно", "может", "зачем", "как") for t in sentence
    )
    whole = sentence[0].text[:1].isupper() and sentence[-1].text in ".;!"
    return not told and (whole or murmured and _is_order(words, verb))


def _is_order(words: list[Token], verb: Token) -> bool:
    """«кабель до замера не включать», as a machine hears it: the object in front, the action last."""
    before = words[: words.index(verb)]
    return any(
        is_nominal(t) and can_be(t, case="Acc") and (not t.i or t.nbor(-1).pos_ != "ADP")
        for t in before
    )


def _is_told(context: Context, sentence: Span, block: int) -> bool:
    """Whether a list is not one of orders: its head asks, or the line above opens it otherwise."""
    done = "[" in (context.blocks[block].marker or "") and task_frame(context, block) is None
    if done or any(t.text == "?" for t in sentence) or is_dialogue(context, block):
        return True
    parent = context.blocks[block].parent
    if parent is None or context.blocks[parent].kind == "heading":
        return False
    above = context.blocks[parent]
    return context.segments.text[above.start : above.end].endswith(":")


def first_word(context: Context, block: int) -> int:
    """The first token behind the labels of a block; -1 where none begins there."""
    info = context.blocks[block]
    span = context.doc.char_span(info.body, info.end, alignment_mode="expand")
    return span.start if span is not None else -1


def binds(context: Context, token: Token) -> bool:
    """Whether a word before an infinitive governs it or opens a clause around it."""
    return _predicates(context, token) or low(token) in _SUBORDINATORS


def _predicates(context: Context, token: Token) -> bool:
    """Whether a word before the infinitive governs it itself («Отделу нужно сверить …»)."""
    forms = context.lexicon.find(token.text)
    return is_finite(token) or any(form.list_name == "predicatives" for form in forms)


def _hangs_on_word(words: list[Token], verb: Token) -> bool:
    """«Это трудно проверить», «банки вправе выдавать», «без права продать», «смотреть неприятно»."""
    enabling = frozenset(gazetteer("qualifiers")["enabling_words"])
    place = words.index(verb)
    if any(word_lemmas(t.text) & enabling or low(t) == "состоянии" for t in words[:place]):
        return True
    behind = itertools.takewhile(lambda t: t.nbor(-1).text != ",", words[place + 1 :])
    return any(map(_says_how, (*words[:place], *behind)))


def _says_how(token: Token) -> bool:
    """A word that predicates: «можно», «трудно», «обязан», «легче»."""
    if token.pos_ == "ADJ" and feature(token, "Variant") == "Short" or low(token) in _EASIER:
        return True
    first = next(iter(analyses(token.text)), None)
    said = first is not None and {"PRED", "Prdx"} & first.grammemes
    return bool(said) and low(token) not in _ONLY_ADVERBS


def frame_draft(sentence: Span, block: int, verb: int, frame: Frame) -> Draft:
    """An empty draft of a frame whose trigger is the verb."""
    span = (sentence.start, sentence.end)
    return Draft(frame, "dative_infinitive", frame.kind, (verb, verb + 1), [], span, block, span)
