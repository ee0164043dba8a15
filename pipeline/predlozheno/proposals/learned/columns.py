"""A Doc as columns of plain Python values: features look at each word dozens of times."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from predlozheno.language.morphology import fold
from predlozheno.proposals.grammar import is_word

_ACTION_ENDINGS = (
    "ние",
    "нию",
    "ния",
    "нием",
    "нии",
    "ции",
    "ция",
    "цию",
    "цией",
    "тие",
    "тия",
    "тию",
)


@dataclass(frozen=True, slots=True)
class Columns:
    """One list for each question about a word, all as long as the Doc.

    Attributes:
        low: the word in lower case, «ё» as «е».
        lemma, pos, dep: as the Doc has them.
        head: index of the word it hangs under; its own at a root.
        case, form, person, tense, mood, number, voice: UD features, "" where there is none.
        word: whether it holds a letter or a digit.
    """

    low: list[str]
    lemma: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    case: list[str]
    form: list[str]
    person: list[str]
    tense: list[str]
    mood: list[str]
    number: list[str]
    voice: list[str]
    word: list[bool]

    def infinitive(self, i: int) -> bool:
        """Whether the word is an infinitive."""
        return self.form[i] == "Inf"

    def finite(self, i: int) -> bool:
        """A finite verb or a short passive participle."""
        return self.form[i] == "Fin"

    def action(self, i: int) -> bool:
        """Whether the word ends as nouns of action do («создание», «реализации»)."""
        return self.pos[i] == "NOUN" and self.low[i].endswith(_ACTION_ENDINGS)


def columns(doc: Doc) -> Columns:
    """Reads a Doc once."""
    morph = [token.morph.to_dict() for token in doc]
    forms = []
    for token, features in zip(doc, morph, strict=True):
        form = features.get("VerbForm", "")
        short = form == "Part" and features.get("Variant") == "Short"
        forms.append("Fin" if short or (form == "Fin" and token.pos_ in ("VERB", "AUX")) else form)
    return Columns(
        low=[fold(token.text) for token in doc],
        lemma=[token.lemma_ for token in doc],
        pos=[token.pos_ for token in doc],
        dep=[token.dep_ for token in doc],
        head=[token.head.i for token in doc],
        case=[features.get("Case", "") for features in morph],
        form=forms,
        person=[features.get("Person", "") for features in morph],
        tense=[features.get("Tense", "") for features in morph],
        mood=[features.get("Mood", "") for features in morph],
        number=[features.get("Number", "") for features in morph],
        voice=[features.get("Voice", "") for features in morph],
        word=[is_word(token) for token in doc],
    )
