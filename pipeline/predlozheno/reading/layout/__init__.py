"""Mends the layout of a document and keeps the way back to its source."""

from __future__ import annotations

from predlozheno.reading.document import Document, Repaired
from predlozheno.reading.layout.mending import LineHint, mend

__all__ = ["LineHint", "mend", "repair"]


def repair(document: Document) -> Repaired:
    """The document's text with wraps joined, page furniture dropped, odd characters mended."""
    return mend(document)[0]
