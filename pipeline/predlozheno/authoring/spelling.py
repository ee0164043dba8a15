"""Words of a frame that the dictionary does not know: a misspelt word would never be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from predlozheno.language.morphology import analyses, fold
from predlozheno.proposals.frames import Frame

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
# Only these lists are inflected; the words of the others stand for themselves.
_ASKED = {"verbs": "INFN", "support": "INFN", "nouns": "NOUN"}
_WHAT = {"INFN": "infinitive", "NOUN": "noun in the nominative singular"}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that no text will be matched with.

    Attributes:
        frame: id of its entry.
        file: name of its file.
        key: the word list that holds it.
        word: as it is written there.
        wanted: what the key asks for: an infinitive, a noun.
        near: known words that differ in one letter, likeliest first.
    """

    frame: str
    file: str
    key: str
    word: str
    wanted: str
    near: tuple[str, ...]

    def __str__(self) -> str:
        meant = f". Was it meant: {', '.join(self.near)}?" if self.near else ""
        where = f"{self.file}, {self.frame}" if self.file else self.frame
        return (
            f"{where}, {self.key}: the dictionary knows no {self.wanted} "
            f"«{self.word}», so it is never found{meant}"
        )


def unknown_words(frame: Frame) -> Iterator[Unknown]:
    """Each verb and noun of the frame that the dictionary does not know in the form asked for."""
    for key, asked in _ASKED.items():
        for word in getattr(frame, key):
            if not _known(word, asked):
                near = tuple(_near(word, asked))
                yield Unknown(frame.id, frame.file, key, word, _WHAT[asked], near)


def _known(word: str, asked: str) -> bool:
    """Whether the dictionary has the word, as the form that it lists."""
    return any(
        reading.known and asked in reading.grammemes and reading.lemma == fold(word)
        for reading in analyses(word)
    )


def _near(word: str, asked: str) -> list[str]:
    """The dictionary form, where the word is another form of it, else words one letter off."""
    forms = [str(reading.parse.normal_form) for reading in analyses(word) if reading.known]
    found = dict.fromkeys(form for form in forms if _known(form, asked))
    if not found:
        found = dict.fromkeys(other for other in _one_letter_off(word) if _known(other, asked))
    return list(found)[:3]


def _one_letter_off(word: str) -> Iterator[str]:
    """Two letters swapped, one wrong, one too many, one missing: in the order of likelihood."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS)
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + letter + b for a, b in cuts for letter in _LETTERS)
