"""The sentences of any Doc as the networks want them: words without white space, capitals tamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Doc

from predlozheno.language.morphology import analyses
from predlozheno.language.networks import networks

# Longer ones are cut for the networks, so that a file without full stops stays within memory.
MAX_WORDS = 250
_BREAKS = frozenset(".;:,—–")
_NAMES = frozenset(["Name", "Surn", "Patr", "Geox", "Orgn"])
# A word of capitals in an ordinary sentence is an abbreviation unless it is long and in the
# dictionary («ПОСТАНОВИЛИ»).
_SHORT = 4


class Run(NamedTuple):
    """A sentence, or a part of one that is too long for the networks.

    Attributes:
        places: the indices of its words in the Doc.
        forms: the words as the networks know them.
        opens: whether it begins a sentence.
    """

    places: list[int]
    forms: list[str]
    opens: bool


def ensure_sentences(doc: Doc) -> None:
    """Sets sentence starts by razdel where the Doc has none."""
    if not len(doc) or doc.has_annotation("SENT_START"):
        return
    import razdel

    starts = {sentence.start for sentence in razdel.sentenize(doc.text)}
    pending = True
    for token in doc:
        pending = pending or token.idx in starts
        token.is_sent_start = pending and not token.is_space
        pending = pending and token.is_space
    doc[0].is_sent_start = True


def runs(doc: Doc) -> list[Run]:
    """All sentences in order, without white space; those of nothing else are left out."""
    ensure_sentences(doc)
    texts = [token.text for token in doc]
    found = []
    for places in _sentences(doc):
        for part in pieces(places, [texts[place] for place in places]):
            words = [texts[place] for place in part]
            forms = [_without_dots(form) for form in plain_forms(words)]
            found.append(Run(part, forms, part[0] == places[0]))
    return found


def _sentences(doc: Doc) -> Iterator[list[int]]:
    """The indices of the words of each sentence that are no white space."""
    if not len(doc):
        return
    table = doc.to_array([SENT_START, IS_SPACE])
    starts = [0, *(np.flatnonzero(table[1:, 0] == 1) + 1).tolist()]
    words = (table[:, 1] == 0).tolist()
    for start, end in zip(starts, [*starts[1:], len(doc)], strict=True):
        if places := [place for place in range(start, end) if words[place]]:
            yield places


def pieces(
    places: Sequence[int], texts: Sequence[str], limit: int = MAX_WORDS
) -> Iterator[list[int]]:
    """A sentence in parts of at most `limit` words, cut behind punctuation where there is any."""
    start = 0
    while len(places) - start > limit:
        cut = start + limit
        for index in range(cut - 1, start + limit // 2, -1):
            if texts[index] in _BREAKS:
                cut = index + 1
                break
        yield list(places[start:cut])
        start = cut
    yield list(places[start:])


def plain_forms(words: Sequence[str]) -> list[str]:
    """The words as the networks know them: capitals for emphasis become small letters.

    The networks were trained on news: «РЕКОМЕНДОВАТЬ РЕКТОРУ» is a pair of abbreviations to them.
    A sentence without one capital letter, as speech recognition writes it, gets them for names.
    """
    letters = [text for text in words if len(text) > 1 and text.isalpha()]
    shouting = len(letters) > 1 and all(text.isupper() for text in letters)
    murmuring = len(letters) > 3 and all(text.islower() for text in letters)
    if not shouting and not murmuring:
        return [
            _calm(text, opens=not index) if len(text) > _SHORT and text.isupper() else text
            for index, text in enumerate(words)
        ]
    forms = [_by_dictionary(text) for text in words]
    return [forms[0][:1].upper() + forms[0][1:], *forms[1:]]


def _without_dots(form: str) -> str:
    """«соберем» for «соберём»: news, which the vectors were made of, seldom print the dots."""
    if "ё" not in form or networks().vocabulary.knows(form):
        return form
    return form.replace("ё", "е")


@lru_cache(maxsize=4096)
def _calm(text: str, *, opens: bool) -> str:
    if not text.isalpha():
        return text
    readings = analyses(text)
    if not readings or not readings[0].known or "Abbr" in readings[0].grammemes:
        return text
    return text.capitalize() if opens else text.lower()


@lru_cache(maxsize=16384)
def _by_dictionary(text: str) -> str:
    """Small letters, a capital for a name, capitals for an abbreviation."""
    readings = analyses(text)
    if not readings or not text.isalpha():
        return text.lower() if len(text) > 1 else text
    best = readings[0]
    if "Abbr" in best.grammemes or (text.isupper() and not best.known and len(text) <= _SHORT + 1):
        return text.upper() if text.isupper() else text
    if all(reading.grammemes & _NAMES for reading in readings if reading.known == best.known):
        return text.capitalize()
    return text.lower()
