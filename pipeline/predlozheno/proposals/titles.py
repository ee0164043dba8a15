"""What heads a list from further off: the title of the document, or the sentence that announces it.

«Итоговые рекомендации» on the first lines, then «Раздел I. Министерству здравоохранения» and its items;
«сформулированы следующие предложения.», then «Управлению образования:» and what it is asked to do.
"""

from __future__ import annotations

import re

from predlozheno.proposals.context import Context
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.slots.headings import whole_line

_ANNOUNCED = re.compile(
    r"(?i)следующ[а-яё]+\s+(?P<noun>(?:предложени|рекомендаци)[а-яё]+)\s*[.:]?$"
)
_TITLED = re.compile(r"(?i)^(?:[а-яё]+ые\s+)?(?P<noun>рекомендации|предложения)\b")
# Titles without a date stand in the body, but on its first lines.
_FIRST_LINES = 4
# A heading says whose they are, and not what they are about: «Предложения по кровле» is a topic.
_HEADED = re.compile(
    r"\W*(?:(?:[а-яё]+\s+и|[а-яё]+[ыи]е)\s+)?(?P<noun>рекомендации|предложения|поручения|просьбы|пожелания)"
    r"(?:\s+(?!(?:по|о|об|для|к|на|в|во|и)\b)[«\"]?[а-яё-]+[»\"]?){0,5}\s*:?",
    re.IGNORECASE,
)


def announcement(context: Context, index: int) -> TokenSpan | None:
    """The noun that puts the parts above the block `index` in force; None where a text stands between.

    Args:
        context: the document.
        index: a block below a line that names to whom it is put.
    """
    blocks, text = context.blocks, context.segments.text
    for j in range(index - 1, -1, -1):
        block = blocks[j]
        line = text[block.body : block.end]
        head = block.zone == "head" or j < _FIRST_LINES and not line.endswith((".", ":"))
        if match := (_TITLED if head else _ANNOUNCED).search(line):
            span = context.doc.char_span(
                block.body + match.start("noun"),
                block.body + match.end("noun"),
                alignment_mode="expand",
            )
            return (span.start, span.end) if span is not None else None
        if block.kind == "paragraph" and not head and _is_told(context, j):
            return None
    return None


def heading_noun(context: Context, index: int) -> TokenSpan | None:
    """«Рекомендации круглого стола», «Выводы и предложения:»: the noun of the heading over an item."""
    blocks, text = context.blocks, context.segments.text
    above = blocks[index].parent
    if blocks[index].kind != "item":
        return None
    if above is None:
        above = next((j for j in range(index - 1, -1, -1) if blocks[j].kind != "item"), None)
    while above is not None and blocks[above].kind == "item":
        above = blocks[above].parent
    if above is None:
        return None
    block = blocks[above]
    match = _HEADED.fullmatch(
        text, block.body if block.body < block.end else block.start, block.end
    )
    if match is None:
        return None
    span = context.doc.char_span(*match.span("noun"), alignment_mode="expand")
    return (span.start, span.end) if span is not None else None


def _is_told(context: Context, index: int) -> bool:
    """Whether a paragraph resolves or tells something of its own, and only leads up to the parts."""
    block = context.blocks[index]
    if whole_line(context, index):
        return False
    return context.segments.text[: block.end].endswith(":") or block.speaker is not None
