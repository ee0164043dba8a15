"""Heads without a colon: «Съезд рекомендует» on a line of its own, «делегатам,» on the next, then items.

The sentence runs on through the lines, so that nothing but the break says that a list begins.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.grammar import feature, is_finite, is_infinitive, is_word, low
from predlozheno.proposals.heads import Head, Heads
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.parties import governed_at

_LONGEST = 8
_THAT = ("чтобы", "чтоб", "что", ",")
_ENDS = ".!?…:;"


def runs_on(context: Context, sentence: Span, after: int) -> bool:
    """Whether a line breaks off behind its trigger, and the lines under it go on.

    Args:
        context: the document.
        sentence: of the trigger.
        after: the token behind the trigger.
    """
    doc, index = context.doc, context.block_index(sentence.start)
    block, blocks = context.blocks[index], context.blocks
    line = doc.char_span(block.start, block.end, alignment_mode="expand")
    if line is None or sentence.end < line.end or index + 1 >= len(blocks):
        return False
    if line[-1].text in _ENDS or any(low(t) not in _THAT for t in doc[after : line.end]):
        return False
    below = blocks[index + 1]
    if block.kind == "item" and below.kind == "item" and below.parent == block.parent:
        # «– Ваня просит не спешить, договорились» stands in a list, and heads none.
        return False
    first = context.segments.text[below.body : below.end].strip()[:1]
    return below.zone == "body" and (below.kind == "item" or first.islower())


def opens_list(
    context: Context,
    heads: Heads,
    sentence: Span,
    block: int,
    hit: Hit,
    found: Found,
    proposers: list[Mention],
    addressees: list[Phrase],
) -> bool:
    """Whether the trigger stands at the head of a list, which is then noted."""
    running = not found.contents and runs_on(context, sentence, hit.end)
    if found.form != "items" and not running:
        return False
    outer = heads.above(block)
    wanting = [m.phrase for m in proposers] or (outer.proposers if outer else [])
    heads.add(block, hit, wanting, addressees, running=running)
    return True


def told_line(context: Context, head: Head, sentence: Span) -> Head | None:
    """The head with those whom the next line names and nothing more: «делегатам,», «к министерству:»."""
    doc, end = context.doc, sentence.end
    phrase = governed_at(context, head.frame, "addressee", sentence.start, end)
    if phrase is None or not low(doc[sentence.start])[0].islower():
        return None
    told: list[Phrase] = [phrase]
    i = phrase.end
    while i + 1 < end and low(doc[i]) in (",", "и") and not _describes(context, i + 1):
        following = context.phrase_at(i + 1)
        if following is None or not can_be(following.head, case="Dat"):
            return None
        told.append(following)
        i = following.end
    rest = doc[i:end]
    if len(rest) > _LONGEST or any(is_infinitive(t) or is_finite(t) for t in rest):
        return None
    if any(is_word(t) for t in rest) and not _describes(context, i + 1):
        return None
    return replace(head, addressees=told)


def _describes(context: Context, i: int) -> bool:
    if i >= len(context.doc):
        return False
    token = context.doc[i]
    return feature(token, "VerbForm") == "Part" or low(token).startswith("котор")
