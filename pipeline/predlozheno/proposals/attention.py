"""«Обратить внимание кураторов на пропуски»: an item that is put to somebody and decides no more."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import low
from predlozheno.proposals.heads import Head
from predlozheno.proposals.lines import make_drafts
from predlozheno.records.schema import Kind


def drawn_attention(
    context: Context, head: Head, sentence: Span, block: int, infinitive: int
) -> list[Draft]:
    """The draft of such an item under a head of decisions: whose attention, and to what."""
    doc = context.doc
    noun = next((t.i for t in doc[infinitive + 1 : infinitive + 4] if low(t) == "внимание"), None)
    if head.kind is not Kind.DECISION or low(doc[infinitive]) not in ("обратить", "обращать"):
        return []
    whose = context.phrase_at(noun + 1) if noun is not None and noun + 1 < sentence.end else None
    if whose is None or not whose.has_case("Gen") or whose.end >= sentence.end:
        return []
    begin = next((t.i for t in doc[whose.end : whose.end + 4] if low(t) == "на"), None)
    if begin is None:
        return []
    drafts = make_drafts(context, head, sentence, block, begin, [whose])
    for draft in drafts:
        draft.kind = Kind.DECISION
    return drafts
