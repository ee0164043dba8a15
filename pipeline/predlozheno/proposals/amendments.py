"""Amendments that a line numbers and signs: «Поправка 3 (Орлова). Исключить статью 18»."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import trim
from predlozheno.proposals.slots.targets import content_targets

_FRAME = "proposal.popravka"
_LABEL = re.compile(
    r"(?P<name>(?:поправк|предложени|инициатив|альтернатив|вариант)[а-я]*\s*(?:№\s*)?\d+(?:\.\d+)*)"
    r"\s*\((?P<author>[^()\d]{3,80})\)\s*[.:–—-]+\s*",
    re.IGNORECASE,
)
# «Поправка профессора Гурьянова: исключить раздел …»: signed in the genitive.
_OWNED = re.compile(
    r"(?P<name>(?:поправка|предложение|инициатива|альтернатива|вариант))\s(?:№\s?\d+\s)?"
    r"(?P<author>(?!об?\s|по\s|к\s|на\s|в\s)[^():;.?!«»]{3,50}(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.)?)\s*:\s*",
    re.IGNORECASE,
)
# «Поправка 3. Исключить статью 18.»: numbered, and signed by nobody.
_NUMBERED = re.compile(
    r"(?P<name>(?:поправка|предложение)\s*(?:№\s*)?\d+(?:\.\d+)*)(?P<author>)\s*[.:]\s+(?=[А-ЯЁа-яё])",
    re.IGNORECASE,
)
# «Статья 12: расстояние считать …»: the place that is to be changed, and not how.
_PLACE = re.compile(
    r"(?:(?:в |к )?(?:стать|част|пункт|абзац|раздел|глав|подпункт)[а-я]*\s*[\d.]+[\s,]*){1,3}:\s*",
    re.IGNORECASE,
)


def amendment_drafts(context: Context, sentence: Span, block: int) -> list[Draft] | None:
    """What the first words behind the signed number of a line want.

    Returns:
        None where the sentence is no such line, or stands behind its first words; [] for a label
        that is a sentence by itself.
    """
    info, text = context.blocks[block], context.segments.text
    label = (
        _LABEL.match(text, info.start, info.end)
        or _LABEL.match(text, info.body, info.end)
        or _owned(context, info.body, info.end)
        or _NUMBERED.match(text, info.start, info.end)
    )
    frame = context.lexicon.frames.get(_FRAME)
    if label is None or frame is None:
        return None
    place = _PLACE.match(text, label.end(), info.end)
    opening = place.end() if place else label.end()
    if sentence.end_char <= opening:
        return []
    if any(t.idx >= opening for t in sentence.doc[: sentence.start] if t.idx >= info.start):
        return None
    start = next((t.i for t in sentence if t.idx >= opening), sentence.end)
    begin, stop = trim(sentence.doc, start, sentence.end)
    if begin >= stop:
        return []
    trigger = _tokens(context, *label.span("name"))
    draft = Draft(
        frame,
        "item",
        frame.kind,
        trigger,
        [(begin, stop)],
        (sentence.start, sentence.end),
        block,
        (sentence.start, sentence.end),
        proposers=[Mention(phrase) for phrase in _authors(context, *label.span("author"))],
        head=trigger,
    )
    draft.targets = content_targets(context, draft.content, "infinitive")
    return [draft]


def _owned(context: Context, start: int, end: int) -> re.Match[str] | None:
    """The label signed in the genitive, where a party is who signs."""
    label = _OWNED.match(context.segments.text, start, end)
    if label is None or label.end() >= end:
        return None
    first, last = _tokens(context, *label.span("author"))
    signs = any(p.end == last and p.has_case("Gen") for p in context.parties_in(first, last))
    return label if signs else None


def _tokens(context: Context, start: int, end: int) -> TokenSpan:
    span = context.doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 1)


def _authors(context: Context, start: int, end: int) -> list[Phrase]:
    """The parties in the brackets; where none is known, all that stands there."""
    if start == end:
        return []
    first, last = _tokens(context, start, end)
    parties = context.parties_in(first, last)
    return parties or [Phrase(first, last, context.doc[first], "PER")]
