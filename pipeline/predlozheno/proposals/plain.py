"""Wishes said so plainly that the ranking may move their borders, and not drop them."""

from __future__ import annotations

from spacy.tokens import Doc

from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import feature, is_finite, is_infinitive, low
from predlozheno.records.schema import Kind, PartySource

_KINDS = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION)
_BY_ITSELF = ("first_person", "reflexive_passive")


def is_plain(doc: Doc, draft: Draft) -> bool:
    """«Комитет предлагает её отклонить», «Прошу поддержать»: said now, by somebody, as something to do.

    What is told of the past («он предложил погреться») or of nobody («нам предлагают сесть») is not.
    """
    if draft.kind not in _KINDS:
        return False
    verb = next((t for t in doc[draft.trigger[0] : draft.trigger[1]] if is_finite(t)), None)
    if (
        verb is None
        or feature(verb, "Tense") != "Pres"
        or (verb.i and low(doc[verb.i - 1]) == "не")
    ):
        return False
    if draft.diathesis == "active":
        said = any(m.source is PartySource.STATED for m in draft.proposers)
    else:
        said = draft.diathesis in _BY_ITSELF
    words = doc[slice(*draft.content_span)]
    first = next((t for t in words if is_infinitive(t) or is_finite(t)), None)
    return said and first is not None and is_infinitive(first)
