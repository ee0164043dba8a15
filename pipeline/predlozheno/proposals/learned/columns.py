"""A Doc as columns of plain Python values: features look at each word dozens of times."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from predlozheno.language.morphology import fold
from predlozheno.proposals.grammar import is_nominal, is_word

_KEY = "columns"
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
        predicate: whether it is a finite verb or a short passive participle, and tagged a verb.
        nominal: whether it is a noun, a name or a pronoun.
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
    predicate: list[bool]
    nominal: list[bool]

    def infinitive(self, i: int) -> bool:
        """Whether the word is an infinitive."""
        return self.form[i] == "Inf"

    def finite(self, i: int) -> bool:
        """A finite verb or a short passive participle."""
        return self.form[i] == "Fin"

    def depths(self, start: int, end: int) -> list[int]:
        """For each word of the span, how many round brackets that open in the span it stands in."""
        if "(" not in self.low[start:end]:
            return [0] * (end - start)
        depths, depth = [], 0
        for word in self.low[start:end]:
            depth += word == "("
            depths.append(depth)
            if word == ")" and depth:
                depth -= 1
        return depths

    def action(self, i: int) -> bool:
        """Whether the word ends as nouns of action do («создание», «реализации»)."""
        return self.pos[i] == "NOUN" and self.low[i].endswith(_ACTION_ENDINGS)


def columns(doc: Doc) -> Columns:
    """The columns of a finished Doc, which is read once; they are kept in its `user_data`."""
    known: Columns | None = doc.user_data.get(_KEY)
    if known is None:
        known = doc.user_data[_KEY] = _read(doc)
    return known


def _read(doc: Doc) -> Columns:
    sets = [token.morph for token in doc]
    told = {one: one.to_dict() for one in sets}
    morph = [told[one] for one in sets]
    pos = [token.pos_ for token in doc]
    forms, predicate = [], []
    for tag, features in zip(pos, morph, strict=True):
        form, verb = features.get("VerbForm", ""), tag in ("VERB", "AUX")
        short = form == "Part" and features.get("Variant") == "Short"
        forms.append("Fin" if short or (form == "Fin" and verb) else form)
        predicate.append(verb and forms[-1] == "Fin")
    return Columns(
        low=[fold(token.text) for token in doc],
        lemma=[token.lemma_ for token in doc],
        pos=pos,
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
        predicate=predicate,
        nominal=[is_nominal(token) for token in doc],
    )
