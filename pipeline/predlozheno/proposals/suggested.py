"""Lists of what was suggested, by whom: «3. Яхт-клуб: изменить …» under «Предложения участников»."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.proposals.antecedents import THIRD_PERSON
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import TokenSpan, skip_right
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import is_finite, is_infinitive, low, trim
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.lines import semicolon_parts
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.slots.titled import group_of_part, owners_of_line
from predlozheno.records.schema import Kind, PartySource
from predlozheno.resources import gazetteer

# Headings, and lines before a colon, that say that what follows was only put forward.
_SUGGESTIONS = re.compile(r"(?i)\b(?:предложени[ея]|замечания|инициативы|идеи|наказы|хотелки)\b")
_VOICED = re.compile(
    r"(?i)\b(?:прозвучал|звучал|высказан|поступил|озвучен|внесен)[оаиы]\b[^.!?;:]*:$"
)
_REQUESTS = re.compile(
    r"(?i)\b(?:с просьбами|просьбы|с требованиями|требования|ходатайства)\b[^.]*:$"
)
_OWN = ("predicative", "phrase", "first_person", "active")
_LONGEST_LABEL = 14
_OPENING = 3


def suggestion_drafts(
    context: Context, sentence: Span, block: int, hits: list[Hit]
) -> list[Draft] | None:
    """What the first sentence of an item wants that stands under a heading of suggestions.

    Returns:
        None where the sentence is no such item, or says with words of its own what it is.
    """
    if any(hit.diathesis in _OWN or _opens(hit, sentence) for hit in hits):
        return None
    info = context.blocks[block]
    frame, head = _frame(context, block), _head(context, block)
    if frame is None or head is None or info.kind != "item" or info.zone != "body":
        return None
    span = context.doc.char_span(info.start, info.end, alignment_mode="expand")
    if span is None or any(
        t.idx >= info.body and any(c.isalnum() for c in t.text)
        for t in context.doc[span.start : sentence.start]
    ):
        return None
    start = _behind_label(sentence)
    begin = start if low(context.doc[start]) != "не" else start + 1
    if begin >= sentence.end or not any(map(is_infinitive, context.doc[begin : begin + _OPENING])):
        return None
    first = next(i for i in range(begin, sentence.end) if is_infinitive(context.doc[i]))
    if any(is_finite(t) or low(t) in ("чтобы", "что") for t in context.doc[sentence.start : first]):
        return None
    authors = _authors(context, block, sentence.start, start)
    return [
        draft
        for part in semicolon_parts(context.doc[start : sentence.end])
        for draft in _drafts(context, frame, head, part, block, authors)
    ]


def _opens(hit: Hit, sentence: Span) -> bool:
    """«Обратиться в трест с просьбой …», «Поручить завхозу …»: the item's own verb decides its kind."""
    own = hit.frame.kind in (Kind.REQUEST, Kind.ASSIGNMENT, Kind.RECOMMENDATION)
    return own and hit.start == sentence.start and is_infinitive(sentence.doc[hit.start])


def _frame(context: Context, block: int) -> Frame | None:
    """The frame of what the line above names: «обращение с просьбами:» asks, others propose."""
    index = context.blocks[block].parent
    line = "" if index is None else context.segments.text[slice(*_extent(context, index))]
    word = "просьбы" if _REQUESTS.search(line) else "предложения"
    return context.lexicon.frames.get(gazetteer("stages")["frames"][word])


def _extent(context: Context, index: int) -> tuple[int, int]:
    return context.blocks[index].start, context.blocks[index].end


def _head(context: Context, block: int) -> TokenSpan | None:
    """The words of the heading or the line above that name suggestions, as tokens."""
    index = context.blocks[block].parent
    if index is None:
        return None
    above, text = context.blocks[index], context.segments.text
    line = text[above.start : above.end].rstrip()
    opens = line.endswith(":") and _SUGGESTIONS.match(line) is not None
    pattern = _SUGGESTIONS if above.kind == "heading" or opens else _VOICED
    match = pattern.search(line)
    if match is None:
        return _sender(context, index)
    start, end = match.span()
    found = context.doc.char_span(
        above.start + start,
        above.start + start + len(line[start:end].split()[0].rstrip(":")),
        alignment_mode="expand",
    )
    return (found.start, found.end) if found is not None else None


def _sender(context: Context, index: int) -> TokenSpan | None:
    """«От ГИБДД:»: the line says by its preposition alone that they want what stands below."""
    info, owners = context.blocks[index], owners_of_line(context, index)
    first = context.doc.char_span(info.body, info.body + 2, alignment_mode="expand")
    if not owners or first is None or low(first[0]) != "от":
        return None
    return first.start, owners[-1].end


def _behind_label(sentence: Span) -> int:
    """Behind «ТСН «Яхт-клуб»:», where the sentence begins with such a label."""
    for token in sentence[:_LONGEST_LABEL]:
        # «ООО «Тура-Лес» – включить в программу …»
        dash = token.text in ("–", "—") and token.i > sentence.start
        wanted = dash and token.i + 1 < sentence.end and is_infinitive(sentence.doc[token.i + 1])
        if token.text == ":" or wanted:
            return token.i + 1 if token.i + 1 < sentence.end else sentence.start
        if is_finite(token) or is_infinitive(token):
            break
    return sentence.start


def _authors(context: Context, block: int, start: int, end: int) -> list[Mention]:
    """Who stands before the colon, or in brackets at the end of the item."""
    info = context.blocks[block]
    if info.speaker_span is not None and info.start <= info.speaker_span[0] < info.end:
        speaker = speaker_of(context, start)
        return [speaker] if speaker else []
    stop = end - 1 if end > start else start
    if stop > start + 1 and low(context.doc[start]) in THIRD_PERSON:
        return _again(context, block)
    parties = context.parties_in(start, stop)
    if not parties and stop > start and context.doc[start].pos_ == "PROPN":
        parties = [Phrase(start, stop, context.doc[start], "ORG")]
    if parties:
        return [Mention(parties[0], PartySource.SPEAKER)]
    line = context.doc.char_span(info.start, info.end, alignment_mode="expand")
    if line is None or "(" not in line.text:
        return _above(context, block)
    opening = max(t.i for t in line if t.text == "(")
    closing = next((t.i for t in line if t.i > opening and t.text == ")"), opening)
    signed = context.parties_in(opening + 1, closing)
    last = context.doc[closing + 1 : line.end].text.strip(" ;.,\n")
    return [Mention(p) for p in signed[:1]] if signed and not last else _above(context, block)


def _again(context: Context, block: int) -> list[Mention]:
    """«5. Она же: посадить два дерева»: the author of the item before."""
    blocks = context.blocks
    for before in range(block - 1, -1, -1):
        if blocks[before].kind == "heading":
            return []
        line = context.doc.char_span(
            blocks[before].body, blocks[before].end, alignment_mode="contract"
        )
        if blocks[before].kind == "item" and line is not None and len(line):
            authors = _authors(context, before, line.start, _behind_label(line))
            return [Mention(m.phrase, PartySource.CONTEXT) for m in authors]
    return []


def _above(context: Context, block: int) -> list[Mention]:
    """Those whom the heading names: «Предложения хозяйств»."""
    parent = context.blocks[block].parent
    owners = owners_of_line(context, parent) if parent is not None else []
    if owners:
        return [Mention(phrase) for phrase in owners]
    group = group_of_part(context, block)
    return [group] if group else []


def _drafts(
    context: Context,
    frame: Frame,
    head: TokenSpan,
    part: Span,
    block: int,
    authors: list[Mention],
) -> list[Draft]:
    stop = next((t.i for t in part if t.text == "("), part.end)
    stop, purposes = skip_right(context, part.start, stop)
    begin, stop = trim(context.doc, part.start, stop)
    drafts = []
    for span in split_actions(context, begin, stop, "items") if begin < stop else []:
        region = (part.start, part.end)
        draft = Draft(frame, "item", frame.kind, head, [span], region, block, region, head=head)
        draft.proposers, draft.purposes = list(authors), list(purposes)
        draft.targets = content_targets(context, draft.content, "infinitive")
        drafts.append(draft)
    return drafts
