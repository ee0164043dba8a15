"""What opens a role: «силами», «при участии», «на базе», and what takes such a role back."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import feature, is_nominal, low
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.bodies import cues
from predlozheno.resources import gazetteer


@cache
def _openings(name: str) -> dict[str, list[list[str]]]:
    """The openings of a list by their last words: hardly any word is one."""
    known: dict[str, list[list[str]]] = {}
    for text in gazetteer("target-cues")[name]:
        words = text.split()
        known.setdefault(words[-1], []).append(words)
    return known


def is_denied(doc: Doc, phrase: Phrase, start: int) -> bool:
    """«При палате, а не при министерстве», «не в рамках комиссии»: the one that is not meant."""
    first = phrase.start - 1
    while first > start and (doc[first].pos_ == "ADP" or low(doc[first]) in ("рамках", "базе")):
        first -= 1
    return start <= first < phrase.start - 1 and low(doc[first]) == "не"


def is_member(doc: Doc, phrase: Phrase, start: int) -> bool:
    """«Комиссию в составе Уваровой и Пака», «в составе трёх человек»: those who sit in it."""
    if not opened_by(doc, phrase.start, start, "composing"):
        return False
    return phrase.label == "PER" or feature(phrase.head, "Animacy") == "Anim"


def framed(context: Context, phrase: Phrase, start: int) -> bool:
    """«В рамках программы университета», «на площадке съезда врачей»: whose frame it is."""
    doc, noun = context.doc, phrase.start - 1
    if noun <= start or phrase.label not in ("ORG", "GROUP") or not phrase.has_case("Gen"):
        return False
    return is_nominal(doc[noun]) and any(
        opened_by(doc, i, start, "framing") for i in range(max(start, noun - 1), noun + 1)
    )


def opened_by(doc: Doc, position: int, start: int, name: str) -> bool:
    """Whether one of the openings of this name stands right before the position."""
    low = columns(doc).low
    for words in _openings(name).get(low[position - 1], ()):
        first = position - len(words)
        if first >= start and low[first:position] == words:
            return True
    return False


def in_company(doc: Doc, phrase: Phrase, start: int) -> bool:
    """«В тесном взаимодействии с», «на паритетных началах с»: a noun of doing together."""
    noun = phrase.start - 2
    if noun <= start or low(doc[noun + 1]) not in ("с", "со"):
        return False
    if not word_lemmas(doc[noun].text) & cues("company"):
        return False
    return any(low(doc[i]) in ("в", "во", "на") for i in (noun - 1, noun - 2) if i >= start)
