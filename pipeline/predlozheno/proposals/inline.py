"""Labels and lists inside a sentence, each item with its mover («Гауссом – позвать …»)."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Span

from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_word, low
from predlozheno.proposals.heads import Head, Heads, frame_of_label
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.items import item_drafts
from predlozheno.proposals.lines import make_drafts, semicolon_parts
from predlozheno.proposals.linking import PUT_TO_OTHERS
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.titled import genitives
from predlozheno.records.schema import Kind

_YIELDING = (Kind.DECISION, Kind.AGREEMENT, Kind.WISH)
_DASHES = ("–", "—", "-")
_LEAST = 2
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
    # «Принято к исполнению: …», «принято за основу» is a trigger of its own.
    taken_on = [low(t) for t in doc[start + 1 : start + 2]] in (["к"], ["за"], ["во"])
    if frame is None or taken_on:
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
    if context.doc[start - 1].pos_ in ("NOUN", "PROPN"):
        return genitives(context, start, colon)
    parties = context.parties_in(start, colon)
    return [p for p in parties if (p.start, p.end) == (start, colon) and p.has_case("Ins")]


def inline_items(
    context: Context,
    heads: Heads,
    sentence: Span,
    block: int,
    hit: Hit,
    hits: list[Hit],
    found: Found,
    proposers: list[Mention],
    draft_hit: Callable[..., list[Draft]],
) -> list[Draft]:
    """«Решено единогласно: продлить аренду; секретарю известить жильцов»: a list inside the sentence."""
    colon = next(
        (i for i in range(hit.end, found.contents[0][0][0]) if context.doc[i].text == ":"), None
    )
    if colon is None:
        return []
    rest = context.doc[colon + 1 : sentence.end]
    if len(semicolon_parts(rest)) == 1 and hit.frame.kind not in _YIELDING:
        return []
    if apart := _moved_apart(context, hit, rest, block):
        return apart
    head = Head(
        hit.frame,
        hit.diathesis,
        (hit.start, hit.end),
        [m.phrase for m in proposers],
        found.addressees,
    )
    inner = [other for other in hits if other.start >= rest.start]
    return item_drafts(context, head, heads, rest, block, inner, draft_hit) or []


def _moved_apart(context: Context, hit: Hit, rest: Span, block: int) -> list[Draft]:
    """«Внесено: Бражником – провести олимпиаду; студентами – выпустить сборник»: each its own mover."""
    if hit.frame.kind not in PUT_TO_OTHERS:
        return []
    parts = semicolon_parts(rest)
    movers = [_mover(context, part) for part in parts]
    if len(parts) < _LEAST or not all(movers):
        return []
    drafts: list[Draft] = []
    for part, mover in zip(parts, movers, strict=True):
        if mover is not None:
            head = Head(hit.frame, hit.diathesis, (hit.start, hit.end), [mover])
            drafts += make_drafts(context, head, part, block, mover.end + 1, [])
    return drafts


def _mover(context: Context, part: Span) -> Phrase | None:
    """The party before the dash that a part opens with: «Гауссом – …», «от Лукина С.А. – …»."""
    sent = low(part[0]) in ("от", "ото", "и")
    phrase = context.phrase_at(part.start + sent)
    if phrase is None or phrase.end + 1 >= part.end or not phrase.label:
        return None
    cases = ("Gen",) if low(part[0]).startswith("от") else ("Nom", "Ins")
    # «Мэрии – вывесить расписание; депутату – …» are told to.
    told = "Nom" in cases and can_be(phrase.head, case="Dat")
    dashed = context.doc[phrase.end].text in _DASHES and not told
    return phrase if dashed and any(map(phrase.has_case, cases)) else None
