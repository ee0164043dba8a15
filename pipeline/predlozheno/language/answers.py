"""What was already worked out about the words of a Doc: rules ask each of them dozens of times."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, TypeVar

from spacy.attrs import IDX, MORPH, ORTH, SENT_START
from spacy.tokens import Doc

from predlozheno.language.morphology import fold

if TYPE_CHECKING:
    from predlozheno.language.agreement import Form

_KEY = "answers"
V = TypeVar("V", bound=Hashable)
A = TypeVar("A")


class Answers:
    """One list for each question about a word, all as long as the Doc; None where nobody asked yet.

    Attributes:
        text: the word itself; known from the start, as are the next six.
        low: in lower case, «ё» as «е».
        opens: whether a sentence begins with it.
        place: offset of its first character.
        whole: the characters of the Doc.
        word: whether it holds a letter or a figure.
        features: the tagger's UD features of each word.
        noun, modifier: as `agreement` tells them.
        forms: as `agreement.forms`.
        case: as `agreement.likely_case`.
        left: as `modifiers.left_edge`, by the index of the head.
        modified: as `modifiers.modified_noun`, by the index of the word, with the index of the noun.
    """

    __slots__ = (
        *("case", "features", "forms", "left", "low", "modified", "modifier", "noun", "opens"),
        *("place", "text", "whole", "word"),
    )

    def __init__(self, doc: Doc) -> None:
        strings = doc.vocab.strings
        columns = doc.to_array([ORTH, MORPH, SENT_START, IDX]).T
        words, sets = columns[0].tolist(), columns[1].tolist()
        self.features = told(sets, lambda key: _features(strings[key]))
        self.text: list[str] = told(words, strings.__getitem__)
        self.low: list[str] = told(self.text, fold)
        self.word: list[bool] = told(self.text, lambda text: any(map(str.isalnum, text)))
        self.opens: list[bool] = (columns[2] == 1).tolist()
        self.place: list[int] = columns[3].tolist()
        self.whole: str = doc.text
        size = len(sets)
        self.noun: list[bool | None] = [None] * size
        self.modifier: list[bool | None] = [None] * size
        self.forms: list[frozenset[Form] | None] = [None] * size
        self.case: list[str | None] = [None] * size
        self.left: dict[int, int] = {}
        self.modified: dict[int, tuple[frozenset[Form], int] | None] = {}


def answers(doc: Doc) -> Answers:
    """The answers of a tagged Doc, kept in its `user_data`."""
    # Asked ten times and more for each word, and found but once a Doc not to be there.
    try:
        known: Answers = doc.user_data[_KEY]
    except KeyError:
        known = doc.user_data[_KEY] = Answers(doc)
    return known


def text_of(doc: Doc, start: int, end: int) -> str:
    """The text of a run of words, as its span would put it together word by word."""
    known = answers(doc)
    if start >= end:
        return ""
    return known.whole[known.place[start] : known.place[end - 1] + len(known.text[end - 1])]


def told(values: Sequence[V], answer: Callable[[V], A]) -> list[A]:
    """What `answer` says of each value, asked once of those that are the same."""
    known = {value: answer(value) for value in set(values)}
    return [known[value] for value in values]


def forget(doc: Doc) -> None:
    """To be called where the tags of a Doc change."""
    doc.user_data.pop(_KEY, None)


def _features(notation: str) -> dict[str, str]:
    """The features of spaCy's notation, «Case=Nom|Number=Sing»; of two values the first."""
    pairs = (pair.partition("=") for pair in notation.split("|") if "=" in pair)
    return {name: value.split(",")[0] for name, _, value in pairs}
