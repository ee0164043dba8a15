"""Cuts a document into what the meeting is made of: blocks in their places, and sentences."""

from __future__ import annotations

from predlozheno.reading.document import Document, Segments
from predlozheno.reading.layout import mend
from predlozheno.reading.segmentation.bare import mark_bare_items
from predlozheno.reading.segmentation.blocks import first_look
from predlozheno.reading.segmentation.head import meeting_head
from predlozheno.reading.segmentation.places import put_in_place
from predlozheno.reading.segmentation.sentences import sentences_of
from predlozheno.reading.segmentation.turns import settle_labels
from predlozheno.reading.segmentation.zones import mark_zones

__all__ = ["segment"]


def segment(document: Document) -> Segments:
    """The document's repaired text, its blocks, sentences and meeting head."""
    repaired, hints = mend(document)
    drafts = first_look(repaired.text, hints)
    mark_zones(drafts)
    settle_labels(drafts)
    mark_bare_items(drafts)
    put_in_place(drafts)
    blocks = tuple(draft.block for draft in drafts)
    return Segments(
        document=document,
        text=repaired.text,
        offsets=repaired.offsets,
        blocks=blocks,
        sentences=tuple(sentences_of(repaired.text, blocks)),
        meeting=meeting_head(repaired.text, blocks),
    )
