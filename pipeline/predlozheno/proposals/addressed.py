"""Items that go on from «Обратиться:»: «к губернатору – с просьбой о ремонте плотины»."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.grammar import low
from predlozheno.proposals.heads import Head
from predlozheno.proposals.lines import make_drafts
from predlozheno.proposals.slots.bodies import can_act, cues
from predlozheno.records.schema import Kind, Role

_TURNING = "request.obratitsya"
_TO = ("в", "во", "к", "ко")
_DASHES = ("–", "—", "-")
_SUGGESTIONS = frozenset(("предложение", "инициатива"))


def petition_drafts(context: Context, head: Head, sentence: Span, block: int) -> list[Draft]:
    """The drafts of an item that names to whom one turns, and behind «с» what with."""
    if head.frame.id != _TURNING:
        return []
    doc, found, i = context.doc, list[Phrase](), sentence.start
    while i + 1 < sentence.end and low(doc[i]) in _TO:
        phrase = context.phrase_at(i + 1)
        if phrase is None or not can_act(phrase):
            return []
        found.append(phrase)
        i = phrase.end
        i += i < sentence.end and (low(doc[i]) == "и" or doc[i].text == ",")
    noun = i + (i < sentence.end and doc[i].text in _DASHES) + 1
    if not found or noun + 1 >= sentence.end or low(doc[noun - 1]) not in ("с", "со"):
        return []
    words = lemmas(doc[noun].text)
    if not words & cues("petitions"):
        return []
    drafts = make_drafts(context, head, sentence, block, _behind(doc, noun + 1), [])
    for draft in drafts:
        draft.kind = Kind.PROPOSAL if words & _SUGGESTIONS else draft.kind
        draft.targets = [*(Mention(p, role=Role.ADDRESSEE) for p in found), *draft.targets]
    return drafts


def _behind(doc: Doc, start: int) -> int:
    """Behind «о», «об» and a colon, which only lead up to what is asked for."""
    return start + (low(doc[start]) in ("о", "об", "обо") or doc[start].text == ":")
