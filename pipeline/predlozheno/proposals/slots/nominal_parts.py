"""Coordinated nouns of action: «о проведении форума и создании секретариата» are two proposals."""

from __future__ import annotations

from spacy.tokens import Doc

from predlozheno.language.actions import is_action
from predlozheno.language.morphology import can_be
from predlozheno.proposals.grammar import case_of, feature
from predlozheno.proposals.learned.columns import columns
from predlozheno.resources import gazetteer

_COMPLEMENT_CASES = ("Gen", "Ins", "Dat")
_COMPLEMENT_REACH = 3


def nominal_parts(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """The content `start:end`, in tokens, parted before each further noun of action.

    Each has a complement of its own: «создание и развитие центра» is one action. Coordinators
    are still at the parts' edges; a preposition said again («, а также о привлечении …») is not.
    """
    words = columns(doc)
    first = next((i for i in range(start, end) if words.nominal[i]), None)
    if first is None or not _names_action(doc, first):
        return [(start, end)]
    parts, before = [], first
    for i in range(first + 2, end - 1):
        if not _names_action(doc, i) or not _stands_beside(doc, first, i):
            continue
        k = i - 1
        while k > first and words.pos[k] in ("ADJ", "DET", "ADV"):
            k -= 1
        head = k + 1
        if words.pos[k] == "ADP" and words.low[k] in ("о", "об", "за", "на"):
            k -= 1
        joined = words.low[k] in ("и", "также", ",")
        if joined and k - 1 > before and _complement(doc, before, k) and _complement(doc, i, end):
            parts.append((start, k))
            start, before = head, i
    return [*parts, (start, end)]


def _stands_beside(doc: Doc, first: int, i: int) -> bool:
    """Both can be of one case and number, whatever the tagger made of «за проведение и создание»."""
    case, number = case_of(doc[first]), feature(doc[first], "Number")
    return can_be(doc[i], pos="NOUN", case=case, number=number) if case and number else False


def _complement(doc: Doc, noun: int, end: int) -> bool:
    words = columns(doc).word
    following = [i for i in range(noun + 1, end) if words[i]][:_COMPLEMENT_REACH]
    return any(case_of(doc[i]) in _COMPLEMENT_CASES or doc[i].pos_ == "ADP" for i in following)


def _names_action(doc: Doc, i: int) -> bool:
    words = columns(doc)
    lemma = words.lemma[i]
    return words.pos[i] == "NOUN" and (is_action(lemma) or lemma in gazetteer("edges")["aims"])
