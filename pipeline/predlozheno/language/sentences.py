"""The sentences of any Doc as the networks want them: words without white space, capitals tamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import razdel
from spacy.tokens import Doc, Token

from predlozheno.language.morphology import analyses

# Longer ones are cut for the networks, so that a file without full stops stays within memory.
MAX_WORDS = 250
_BREAKS = frozenset(".;:,—–")
_NAMES = frozenset(["Name", "Surn", "Patr", "Geox", "Orgn"])
# A word of capitals in an ordinary sentence is an abbreviation unless it is long and in the
# dictionary («ПОСТАНОВИЛИ»).
_SHORT = 4


def ensure_sentences(doc: Doc) -> None:
    """Sets sentence starts by razdel where the Doc has none."""
    if not len(doc) or doc.has_annotation("SENT_START"):
        return
    starts = {sentence.start for sentence in razdel.sentenize(doc.text)}
    pending = True
    for token in doc:
        pending = pending or token.idx in starts
        token.is_sent_start = pending and not token.is_space
        pending = pending and token.is_space
    doc[0].is_sent_start = True


def sentence_words(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each sentence that are no white space; sentences without any are left out."""
    ensure_sentences(doc)
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            yield words


def pieces(words: Sequence[Token], limit: int = MAX_WORDS) -> Iterator[list[Token]]:
    """The words of a sentence in runs of at most `limit`, cut behind punctuation where there is any."""
    start = 0
    while len(words) - start > limit:
        cut = start + limit
        for index in range(cut - 1, start + limit // 2, -1):
            if words[index].text in _BREAKS:
                cut = index + 1
                break
        yield list(words[start:cut])
        start = cut
    yield list(words[start:])


def plain_forms(words: Sequence[Token]) -> list[str]:
    """The words as the networks know them: capitals for emphasis become small letters.

    The networks were trained on news: «РЕКОМЕНДОВАТЬ РЕКТОРУ» is a pair of abbreviations to them.
    A sentence without one capital letter, as speech recognition writes it, gets them for names.
    """
    letters = [token.text for token in words if token.text.isalpha() and len(token.text) > 1]
    shouting = len(letters) > 1 and all(text.isupper() for text in letters)
    murmuring = len(letters) > 3 and all(text.islower() for text in letters)
    if not shouting and not murmuring:
        return [_calm(token.text, opens=not index) for index, token in enumerate(words)]
    forms = [_by_dictionary(token.text) for token in words]
    return [forms[0][:1].upper() + forms[0][1:], *forms[1:]]


def _calm(text: str, *, opens: bool) -> str:
    if len(text) <= _SHORT or not text.isupper() or not text.isalpha():
        return text
    readings = analyses(text)
    if not readings or not readings[0].known or "Abbr" in readings[0].grammemes:
        return text
    return text.capitalize() if opens else text.lower()


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
