"""Sentences that act by their opening alone: a dative before an infinitive, an infinitive alone."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from predlozheno.language.agreement import is_abbreviation
from predlozheno.proposals.actors import is_dative, receivers
from predlozheno.proposals.bare import bare_opening, binds, first_word, frame_draft
from predlozheno.proposals.charges import petitioned
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import skip_left, skip_right
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    feature,
    is_finite,
    is_infinitive,
    low,
    trim,
)
from predlozheno.proposals.handed import handed_out
from predlozheno.proposals.hits import Hit, lacks_words, settles
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.oneself import tells_of_oneself
from predlozheno.proposals.promises import promised
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.bodies import behind_members
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.described import behind_description
from predlozheno.proposals.slots.headings import dative_headings
from predlozheno.proposals.slots.lead_ins import behind_ordinal, behind_topic
from predlozheno.proposals.slots.receivers import own_receiver, receivers_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.undertakings import undertaken
from predlozheno.records.schema import Kind, Role


def orders_of(context: Context, part: Span, block: int, hits: list[Hit]) -> list[Draft]:
    """The orders that a part of a sentence makes by its form alone."""
    inside = [
        hit
        for hit in hits
        if part.start <= hit.start < part.end
        and not tells_of_oneself(context, hit)
        and not _only_settles(context, hit, block)
        # «Сбор переносим на дачу»: without «вопрос» or «заседание» beside it a verb like any other.
        and not (_is_idle(context, hit) and lacks_words(hit, part.sent))
    ]
    # «Вейнберг: хорошо бы поставить знаки» names who speaks, and not who is told.
    first = _first_infinitive(context, part.start, part.end)
    first = part.start if first is None else first
    wished = any(hit.diathesis in ("phrase", "predicative") and hit.start < first for hit in hits)
    wished = wished or any(_asks_itself(hit) and hit.start < first for hit in inside)
    ordered = [] if wished else dative_opening(context, part, block, inside)
    if ordered := ordered or told_above(context, part, block):
        return ordered
    told = undertaken(context, part, block)
    if inside:
        # A word in what is to be found out («сколько стоит аренда») makes no other record of it.
        told = [d for d in handed_out(context, part, block) or told if _is_clear(d, inside)]
        told = told or _before_remark(context, part, block, inside)
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


def _before_remark(context: Context, part: Span, block: int, hits: list[Hit]) -> list[Draft]:
    """«4.2. Заседание провести в мае, дата будет согласована позже»: the action before a remark."""
    first = min(hit.start for hit in hits)
    comma = next((i for i in range(first - 1, part.start, -1) if context.doc[i].text == ","), None)
    if (
        comma is None
        or context.blocks[block].kind != "item"
        or any(map(is_infinitive, part[comma - part.start :]))
    ):
        return []
    return bare_opening(context, context.doc[part.start : comma], block)


def orders_in_parts(
    context: Context, parts: Sequence[Span], block: int, hits: list[Hit]
) -> list[Draft]:
    """The orders of a sentence that semicolons part; one without a receiver goes on to the last.

    «Комиссии проверить взносы; доложить о них на пленуме»
    """
    drafts, told = list[Draft](), list[Mention]()
    for part in parts:
        found = orders_of(context, part, block, hits)
        goes_on = bool(told) and is_infinitive(part[0])
        if goes_on and not found and not any(part.start <= hit.start < part.end for hit in hits):
            frame = context.lexicon.order
            asked = [m.phrase for m in told]
            found = _orders(context, part, block, frame, asked, part.start) if frame else []
        elif goes_on and not any(draft.targets for draft in found):
            for draft in found:
                draft.targets = list(told)
        ordered = [d for d in found if d.diathesis == "dative_infinitive"]
        told = [m for d in ordered[-1:] for m in d.targets if m.role is Role.ADDRESSEE]
        drafts += found
    return drafts


def _only_settles(context: Context, hit: Hit, block: int) -> bool:
    """«2.4. Поддержать предложение прокуратуры о создании группы.»: an item that resolves to do so."""
    listed = context.blocks[block].kind == "item" and hit.start == first_word(context, block)
    return listed and settles(hit) and is_infinitive(context.doc[hit.head])


def _is_idle(context: Context, hit: Hit) -> bool:
    """A finite verb of deciding that needs its noun; «откладываем» settles what was said before."""
    decides = hit.frame.kind is Kind.DECISION and is_finite(context.doc[hit.head])
    return decides and not hit.form.lemma.startswith(("отлож", "отклад"))


def _first_infinitive(context: Context, start: int, end: int) -> int | None:
    doc, forms = context.doc, columns(context.doc).form
    # «Участникам, желающим выступить, …»: the participle has an infinitive of its own.
    described = (i for i in range(start, end) if i and feature(doc[i - 1], "VerbForm") == "Part")
    own = {i for i in described if forms[i] == "Inf" and not feature(doc[i - 1], "Variant")}
    return next((i for i in range(start, end) if forms[i] == "Inf" and i not in own), None)


def _asks_itself(hit: Hit) -> bool:
    """«Родителям просьба сдать согласия»: the noun asks, and it is no object of the infinitive."""
    noun = hit.form.lemma == "просьба" and hit.diathesis == "noun"
    return noun and not hit.end - hit.start > 1


def _is_clear(draft: Draft, hits: list[Hit]) -> bool:
    """Whether all triggers stand in what is wanted, or none does."""
    # «…, отвечает Оля»: the verb of the task itself is no other word.
    hits = [hit for hit in hits if hit.head != draft.trigger[0]]
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
    if frame is None or _first_infinitive(context, sentence.start, sentence.end) is None:
        return []
    topic = behind_topic(sentence)
    concerned = low(sentence[0]) == "что" and topic > sentence.start
    edge = skip_left(context, topic if concerned else behind_ordinal(sentence), sentence.end)
    start = edge.position
    first = _first_infinitive(context, start, sentence.end)
    if first is None or any(binds(context, t) for t in context.doc[start:first]):
        return []
    if any(hit.head == first and _is_act(hit) for hit in hits):
        # «Главам округов рекомендовать …»: the infinitive is the act itself.
        return []
    if asked := petitioned(context, start, first):
        drafts = _orders(context, sentence, block, frame, [asked], asked.end + 1)
        for draft in drafts:
            draft.kind = Kind.REQUEST
        return drafts
    found = _told(context, start, first) or _told(context, topic, first)
    if not found:
        return []
    begin = behind_members(context, found[-1].end, sentence.end)
    begin = behind_description(context, begin, sentence.end)
    drafts = _orders(context, sentence, block, frame, found, begin)
    for draft in drafts:
        draft.purposes = edge.purposes + draft.purposes
    return drafts


def _told(context: Context, start: int, infinitive: int) -> list[Phrase]:
    """Who is to act, right at `start` or behind one word."""
    found = [
        p
        for p in receivers(context, start, infinitive)
        if p.label or is_dative(p.head) or is_abbreviation(p.head.text)
    ]
    return found if found and found[0].start <= start + 1 else []


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
