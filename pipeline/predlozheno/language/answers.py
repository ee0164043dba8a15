"""What was already worked out about the words of a Doc: rules ask each of them dozens of times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.attrs import MORPH
from spacy.tokens import Doc

if TYPE_CHECKING:
    from predlozheno.language.agreement import Form

_KEY = "answers"


class Answers:
    """One list for each question about a word, all as long as the Doc; None where nobody asked yet.

    Attributes:
        features: the tagger's UD features of each word; known from the start.
        noun, modifier: as `agreement` tells them.
        forms: as `agreement.forms`.
        case: as `agreement.likely_case`.
    """

    __slots__ = ("case", "features", "forms", "modifier", "noun")

    def __init__(self, doc: Doc) -> None:
        strings = doc.vocab.strings
        keys: list[int] = doc.to_array([MORPH]).tolist()
        told = {key: _features(strings[key]) for key in set(keys)}
        self.features = [told[key] for key in keys]
        size = len(keys)
        self.noun: list[bool | None] = [None] * size
        self.modifier: list[bool | None] = [None] * size
        self.forms: list[frozenset[Form] | None] = [None] * size
        self.case: list[str | None] = [None] * size


def answers(doc: Doc) -> Answers:
    """The answers of a tagged Doc, kept in its `user_data`."""
    known: Answers | None = doc.user_data.get(_KEY)
    if known is None:
        known = doc.user_data[_KEY] = Answers(doc)
    return known


def forget(doc: Doc) -> None:
    """To be called where the tags of a Doc change."""
    doc.user_data.pop(_KEY, None)


def _features(notation: str) -> dict[str, str]:
    """The features of spaCy's notation, «Case=Nom|Number=Sing», «_» for none; of two values the first."""
    pairs = (pair.partition("=") for pair in notation.split("|") if "=" in pair)
    return {name: value.split(",")[0] for name, _, value in pairs}
