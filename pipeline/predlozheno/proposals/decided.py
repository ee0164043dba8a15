"""Whether the meeting settles what somebody offers it: then even a thing was moved («профлист»)."""

from __future__ import annotations

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.linking import names_of, stems
from predlozheno.proposals.slots.verdict import begins_with, find_verdicts, has_any
from predlozheno.proposals.slots.vote import find_ballots

_SETTLED_AHEAD = 6
_CURT = 5
_NOTED = ("noted_adopted", "noted_rejected", "noted_postponed")


def is_decided(context: Context, draft: Draft) -> bool:
    """«Предложила профлист. За предложение Лыковой – 36»: the meeting settles what is offered."""
    doc, names = context.doc, names_of(context, draft)
    sentence = doc[draft.sentence[0]].sent
    tail = doc[draft.content_span[0] + 1 : sentence.end].text
    if any(v.kind in ("plain", "passive") for v in find_verdicts(tail)) or find_ballots(tail):
        return bool(names)
    for place in range(_SETTLED_AHEAD):
        if sentence.end >= len(doc):
            return False
        sentence = doc[sentence.end].sent
        # «Просила прибавку. Пока отложили.»
        curt = place == 0 and sum(t.is_alpha for t in sentence) <= _CURT
        if curt and any(v.kind in ("plain", "passive") for v in find_verdicts(sentence.text)):
            return True
        # «Просят лавочку. Будет.»
        if curt and any(begins_with(name, fold(sentence.text)) for name in _NOTED):
            return True
        if has_any("put_names", fold(sentence.text)) and names & stems(sentence.text):
            return True
    return False
