"""A Doc as columns of plain Python values: features look at each word dozens of times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, POS
from spacy.tokens import Doc

from predlozheno.language.agreement import is_noun
from predlozheno.language.answers import answers, told

_KEY = "columns"
_VERBS = ("VERB", "AUX")
_NAMING = ("PROPN", "PRON")
_FEATURES = ("Case", "VerbForm", "Person", "Tense", "Mood", "Number", "Voice")
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
        text: the word itself.
        low: the word in lower case, «ё» as «е».
        lemma, pos, dep: as the Doc has them.
        head: index of the word it hangs under; its own at a root.
        case, form, person, tense, mood, number, voice: UD features, "" where there is none.
        word: whether it holds a letter or a digit.
        predicate: whether it is a finite verb or a short passive participle, and tagged a verb.
        nominal: whether it is a noun, a name or a pronoun.
        acts: as `action` tells.
    """

    text: list[str]
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
    acts: list[bool]

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
        return self.acts[i]


def columns(doc: Doc) -> Columns:
    """The columns of a finished Doc, which is read once; they are kept in its `user_data`."""
    # As in `answers`: asked thousands of times, and found but once not to be there.
    try:
        known: Columns = doc.user_data[_KEY]
    except KeyError:
        known = doc.user_data[_KEY] = _read(doc)
    return known


def _read(doc: Doc) -> Columns:
    """Each question is asked once of each value that a column of the Doc holds, not of each word."""
    known = answers(doc)
    lemmas, tags, deps = (column.tolist() for column in doc.to_array([LEMMA, POS, DEP]).T)
    strings: Callable[[int], str] = doc.vocab.strings.__getitem__
    pos, morph = told(tags, strings), known.features
    # A Doc has some hundred sets of features, each one and the same object wherever it stands.
    sets = {id(features): _values(features) for features in morph}
    case, forms, person, tense, mood, number, voice = (
        map(list, zip(*(sets[id(features)] for features in morph), strict=True))
        if morph
        else ([] for _ in _FEATURES)
    )
    heads = doc.to_array([HEAD]).view(np.int64) + np.arange(len(doc))
    nominal = [
        tag in _NAMING or (noun if noun is not None else is_noun(doc[i]))
        for i, (tag, noun) in enumerate(zip(pos, known.noun, strict=True))
    ]
    return Columns(
        text=known.text,
        low=known.low,
        lemma=told(lemmas, strings),
        pos=pos,
        dep=told(deps, strings),
        head=heads.tolist(),
        case=case,
        form=forms,
        person=person,
        tense=tense,
        mood=mood,
        number=number,
        voice=voice,
        word=known.word,
        predicate=[tag in _VERBS and form == "Fin" for tag, form in zip(pos, forms, strict=True)],
        nominal=nominal,
        acts=[
            tag == "NOUN" and word.endswith(_ACTION_ENDINGS)
            for tag, word in zip(pos, known.low, strict=True)
        ],
    )


def _values(features: dict[str, str]) -> tuple[str, ...]:
    """The values of `_FEATURES`; a short participle predicates like a finite verb."""
    case, form, *others = (features.get(name, "") for name in _FEATURES)
    form = "Fin" if form == "Part" and features.get("Variant") == "Short" else form
    return case, form, *others
