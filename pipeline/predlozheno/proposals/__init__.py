"""The Doc becomes proposals: triggers, constructions, slots, qualifiers, outcomes, records."""

from __future__ import annotations

from predlozheno.proposals.extraction import Account, Extraction, extract_proposals

__all__ = ["Account", "Extraction", "extract_proposals"]
