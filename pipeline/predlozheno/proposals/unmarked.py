"""Lines of lists that bear no marks, and the lines that part a list for each of those asked."""

from __future__ import annotations

from predlozheno.proposals.context import Context
from predlozheno.proposals.grammar import is_infinitive, low
from predlozheno.proposals.slots.headings import opens_dative


def is_line(context: Context, index: int) -> bool:
    """«предусмотреть субсидии на подвоз книг;»: a line of a list that has no marks."""
    block = context.blocks[index]
    if block.kind != "paragraph" or block.zone != "body" or not index:
        return False
    above = context.blocks[index - 1]
    if above.kind == "heading":
        return False
    if context.segments.text[: above.end].endswith(";"):
        return True
    words = context.doc.char_span(block.body, block.end, alignment_mode="contract")
    opening = words[low(words[0]) == "не" :][:1] if words is not None and len(words) else ()
    return context.segments.text[block.body].islower() or any(map(is_infinitive, opening))


def acts(context: Context, index: int) -> bool:
    """Whether a line without a mark is an action: «Обновить экспозицию.», «Музею провести …»."""
    block = context.blocks[index]
    if block.kind != "paragraph" or block.zone != "body" or ends_in(context, index, ":"):
        return False
    if block.speaker_span and block.start <= block.speaker_span[0]:
        return False
    words = context.doc.char_span(block.body, block.end, alignment_mode="contract")
    if words is None or not len(words):
        return False
    phrase = context.phrase_at(words.start) if opens_dative(context, index) else None
    first = phrase.end if phrase is not None else words.start
    first += first < words.end and low(context.doc[first]) == "не"
    return first < words.end and is_infinitive(context.doc[first])


def ends_in(context: Context, index: int, sign: str) -> bool:
    """Whether the line ends in the sign."""
    return context.segments.text[: context.blocks[index].end].endswith(sign)


def opens_part(context: Context, index: int) -> bool:
    """A line that begins with a dative, or one under a heading in the dative."""
    above = context.blocks[index - 1] if index else None
    if above is not None and above.kind == "heading" and _names_part(context, index - 1):
        return True
    return _names_part(context, index)


def _names_part(context: Context, index: int) -> bool:
    """«Министерству культуры – …», or a heading that parts the list: «На федеральном уровне:»."""
    block = context.blocks[index]
    topic = block.kind == "heading" and block.stage is None and ends_in(context, index, ":")
    return topic or opens_dative(context, index)
