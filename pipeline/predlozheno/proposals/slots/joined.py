"""What else «мы» will do: further clauses in the future behind the first one."""

from __future__ import annotations

from spacy.tokens import Doc

from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.learned.columns import Columns, columns
from predlozheno.proposals.slots.coordination import trimmed


def joined_futures(doc: Doc, border: int, end: int) -> list[TokenSpan]:
    """«давайте снимем шторы | и повесим жалюзи»: what else «мы» will do, each with an object of its own.

    Args:
        doc: the document.
        border: where the action before ends.
        end: of the sentence.
    """
    words, found = columns(doc), []
    before = next((i for i in range(border - 1, -1, -1) if words.predicate[i]), None)
    if before is not None and words.person[before] == "3":
        # «Пусть завхоз купит краску, поглядим»: what we do is not what he is to do.
        return []
    while border < end and (words.low[border] in ",;" or words.low[border] in ("и", "а", "но")):
        start = border + 1
        while start < end and (words.low[start] in ("и", "а", "но", "потом", "затем")):
            start += 1
        verb = next((i for i in range(start, end) if words.predicate[i]), None)
        if verb is None or words.person[verb] != "1" or words.low[verb - 1] == "не":
            break
        following = next((i for i in range(verb + 1, end) if words.predicate[i]), end)
        stop = _before_clause(words, verb + 1, following) if following < end else end
        stop = next((i for i in range(verb + 1, stop) if words.low[i] in ",;:"), stop)
        if not any(words.nominal[i] and words.pos[i] != "PRON" for i in range(start, stop)):
            break
        found.append(trimmed(doc, start, stop))
        border = stop
    return [span for span in found if span[0] < span[1]]


def _before_clause(words: Columns, start: int, verb: int) -> int:
    """Where the clause of the verb begins: at the nearest coordinator or comma before it."""
    marks = [i for i in range(start, verb) if words.low[i] in ("и", "а", "но", ",", ";")]
    return marks[-1] if marks else verb
