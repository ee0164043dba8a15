"""Part of speech, morphological features and lemma of every token, by Natasha's tagger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import numpy as np
from spacy.attrs import IS_SPACE, LEMMA, MORPH, POS
from spacy.symbols import IDS
from spacy.tokens import Doc

from predlozheno.language.answers import forget
from predlozheno.language.morphology import Analysis, analyses, analyzer, fold, is_nameless
from predlozheno.language.networks import networks
from predlozheno.language.sentences import Run, runs

# What the tagger calls an unknown tag, and spaCy does not know.
_MENDABLE = frozenset(["NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM", "X"])
_RELATIONAL = re.compile(r"[цс]к(?:ий|ие|их|им|ая|ое|ого|ому|ой|ую|ом|ими)$")
_POS = {"": "X", "<pad>": "X", "<unk>": "X"}


def tag(doc: Doc, found: Sequence[Run] | None = None) -> Doc:
    """Sets `pos_`, `morph` and `lemma_` (lower case, «ё» as «е») of every token.

    Args:
        doc: with its words.
        found: its sentences, where the caller has them already.
    """
    found = runs(doc) if found is None else found
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    table = np.zeros((len(doc), 3), dtype=np.uint64)
    for place in np.flatnonzero(doc.to_array(IS_SPACE)).tolist():
        table[place] = IDS["SPACE"], 0, strings.add(doc[place].text)
    places: list[int] = []
    values: list[tuple[int, int, int]] = []
    known: dict[tuple[str, str], tuple[int, int, int]] = {}
    for run, labels in zip(found, networks().morphology([run.forms for run in found]), strict=True):
        places += run.places
        for told in zip(run.forms, labels, strict=True):
            entry = known.get(told)
            if entry is None:
                pos, features, lemma_ = _annotation(*told)
                entry = (IDS[pos], morphology.add(features), strings.add(lemma_))
                known[told] = entry
            values.append(entry)
    if places:
        table[places] = np.array(values, dtype=np.uint64)
    if len(doc):
        doc.from_array([POS, MORPH, LEMMA], table)  # type: ignore[arg-type]
    forget(doc)
    return doc


def lemma(word: str, pos: str, features: Iterable[tuple[str, str]]) -> str:
    """The dictionary form of a word that was tagged so, lower case, «ё» as «е»."""
    return _lemma(fold(word), pos, tuple(features))


@lru_cache(maxsize=131072)
def _annotation(word: str, label: str) -> tuple[str, str, str]:
    """Part of speech, features in spaCy's notation and lemma of a word with the network's label."""
    pos, features = _mended(fold(word), label)
    return pos, "|".join(f"{key}={value}" for key, value in features), lemma(word, pos, features)


@lru_cache(maxsize=65536)
def _mended(word: str, name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The tagger's answer, or the dictionary's where it knows the word as one part of speech only.

    Outside of news the tagger takes «Постановили» for a noun and «Совещании» for an adjective.
    """
    pos, features = _parsed(name)
    known = [reading for reading in analyses(word) if reading.known]
    if pos == "PROPN" and known and all(_is_manner(reading) for reading in known):
        # «Срочно» at the beginning of a sentence is nobody's name.
        return "ADV", ()
    if known and all(reading.features.get("VerbForm") == "Inf" for reading in known):
        # «Напомнить всем о сдаче» begins with no conjunction, and «обзвонить» tells of nothing past.
        right = pos == "VERB" and ("VerbForm", "Inf") in features
        return "VERB", features if right else tuple(sorted(known[0].features.items()))
    if not known and (guess := _sure_guess(word, pos, features)):
        return guess.pos, tuple(sorted(guess.features.items()))
    if pos not in _MENDABLE or not known or len({reading.pos for reading in known}) > 1:
        return pos, features
    sure = known[0].pos
    if sure == "ADJ" and pos == "NOUN" and _RELATIONAL.search(word):
        # «Уругвайские компании»: of such no noun is made.
        tagged = set(features)
        best = max(known, key=lambda reading: len(tagged & set(reading.features.items())))
        return "ADJ", tuple(sorted(best.features.items()))
    verbal = sure == "VERB" and all("Case" not in reading.features for reading in known)
    if sure == pos or not (verbal or (sure == "NOUN" and pos != "PROPN")):
        return pos, features
    tagged = set(features)
    best = max(known, key=lambda reading: len(tagged & set(reading.features.items())))
    return sure, tuple(sorted(best.features.items()))


def _sure_guess(word: str, pos: str, features: tuple[tuple[str, str], ...]) -> Analysis | None:
    """«Велопарковку» is no verb of «мы», nor «уругвайские» a noun: all guesses by the ending agree."""
    readings = analyses(word)
    classes = {reading.pos for reading in readings}
    if (pos, classes) not in (("VERB", {"NOUN"}), ("NOUN", {"ADJ"})):
        return None
    tagged = set(features)
    return max(readings, key=lambda reading: len(tagged & set(reading.features.items())))


def _is_manner(reading: Analysis) -> bool:
    """An adverb, or the short neuter of the same word."""
    short = reading.pos == "ADJ" and reading.features.get("Variant") == "Short"
    return reading.pos == "ADV" or short and reading.features.get("Gender") == "Neut"


@cache
def _parsed(name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    pos, _, features = name.partition("|")
    pairs = (feature.partition("=") for feature in features.split("|") if feature)
    return _POS.get(pos, pos), tuple(sorted((key, value) for key, _, value in pairs))


@lru_cache(maxsize=262144)
def _lemma(word: str, pos: str, features: tuple[tuple[str, str], ...]) -> str:
    if not any(map(str.isalpha, word)) or is_nameless(word):
        return word
    return str(analyzer().lemmatize(word, pos, dict(features)))
