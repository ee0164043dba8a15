"""Cuts blocks into sentences: razdel, mended where official prose breaks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from predlozheno.reading.document import Block, Sentence
from predlozheno.reading.segmentation.abbreviations import (
    behind_initials,
    behind_ordinals,
    in_small_letters,
    inside_quote,
    keeps_going,
)
from predlozheno.reading.segmentation.hanging import hangs_over
from predlozheno.reading.segmentation.overlong import cut_overlong
from predlozheno.reading.segmentation.unpunctuated import (
    cut_unpunctuated,
    is_recognised,
    is_sparse,
)


def sentences_of(text: str, blocks: Iterable[Block]) -> Iterator[Sentence]:
    """The sentences of all blocks, in order; a heading, a label and a row are one sentence each."""
    blocks = list(blocks)
    bodies = [text[block.body : block.end] for block in blocks]
    recognised = is_recognised(bodies)
    sparse = not recognised and is_sparse(bodies)
    for index, block in enumerate(blocks):
        for start, end in _spans(text, block, recognised=recognised, sparse=sparse):
            yield Sentence(start, end, index)


def _spans(text: str, block: Block, *, recognised: bool, sparse: bool) -> Iterator[tuple[int, int]]:
    if block.kind in ("row", "label", "heading"):
        yield from cut_overlong(text, block.start, block.end)
        return
    begin = block.start
    for end in _ends(text, block):
        while begin < end and text[begin].isspace():
            begin += 1
        if begin < end:
            body = max(begin, block.body)
            clauses = cut_unpunctuated(
                text, begin, end, body=body, recognised=recognised, sparse=sparse
            )
            for clause in clauses:
                yield from cut_overlong(text, *clause)
        begin = end


def _ends(text: str, block: Block) -> Iterator[int]:
    """Where sentences end, the last at the block's end; none inside marker and labels."""
    from razdel import sentenize

    line = text[block.start : block.end]
    body = block.body - block.start
    found = {sentence.stop for sentence in sentenize(line)}
    found |= {*behind_initials(line), *behind_ordinals(line)}
    if block.speaker is not None:
        found |= set(in_small_letters(line, body))
    stops = sorted(found)
    begin = 0
    for stop in stops[:-1]:
        goes_on = keeps_going(line, stop) or inside_quote(line, begin, stop)
        if stop > body and not goes_on and not hangs_over(line, begin, stop):
            yield block.start + stop
            begin = stop
    yield block.end
