"""What a word can be by the dictionary, whatever the tagger made of it in its sentence."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from predlozheno.errors import ModelsError

if TYPE_CHECKING:
    from spacy.tokens import Token

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")


class Analysis(NamedTuple):
    """One reading of a word form.

    Attributes:
        lemma: lower case, «ё» as «е».
        pos: as the tagger writes it (NOUN, ADJ, VERB, DET, NUM, PRON, ADV, …); a participle is a VERB.
        features: Universal Dependencies features (`{"Case": "Dat", "Number": "Sing", …}`).
        grammemes: OpenCorpora's, for what has no UD name (Surn, Name, Patr, Geox, Abbr, Anum, …).
        known: the dictionary holds the word; otherwise the reading is guessed from its ending.
        score: how likely the reading is without a context, from 0 to 1.
        parse: the dictionary's own reading, which can inflect.
    """

    lemma: str
    pos: str
    features: dict[str, str]
    grammemes: frozenset[str]
    known: bool
    score: float
    parse: Any

    def fits(self, pos: frozenset[str] | None, features: dict[str, str]) -> bool:
        """Whether the reading has one of the parts of speech and none of the features otherwise."""
        if pos is not None and self.pos not in pos:
            return False
        return all(self.features.get(name) == value for name, value in features.items())


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in lower case with «ё» as «е»: how lemmas and word lists are compared."""
    return word.lower().replace("ё", "е")


def is_nameless(word: str) -> bool:
    """Whether a letter of it has no name in Unicode (Tangut, say): the dictionary fails on such."""
    # All letters up to the last of the Cyrillic block have names.
    return max(word, default="") > "\u04ff" and any(
        letter.isalpha() and not unicodedata.name(letter, "") for letter in word
    )


@lru_cache(maxsize=65536)
def analyses(word: str) -> tuple[Analysis, ...]:
    """Every reading of a word form, likeliest first; empty for punctuation and numbers."""
    if is_nameless(word):
        return ()
    readings = []
    for parse in analyzer().parse(word):
        if (told := _told(parse.tag)) is not None:
            pos, features, grammemes = told
            lemma, known = fold(parse.normal_form), parse.is_known
            readings.append(Analysis(lemma, pos, features, grammemes, known, parse.score, parse))
    return tuple(readings)


@lru_cache(maxsize=8192)
def _told(tag: Any) -> tuple[str, dict[str, str], frozenset[str]] | None:
    """Part of speech, features and grammemes of a tag of the dictionary; None for no word's."""
    if tag.POS is None:
        return None
    return _pos(tag), _features(tag), frozenset(tag.grammemes)


def can_be(
    word: Token | str,
    *,
    pos: str | Iterable[str] | None = None,
    case: str | None = None,
    number: str | None = None,
    gender: str | None = None,
    **features: str,
) -> bool:
    """Whether some reading of the word is all of this at once, whatever the tagger decided.

    Args:
        word: a token, or a word form.
        pos: a part of speech, or several of which one is enough.
        case: as UD writes it («Dat»).
        number: «Sing» or «Plur».
        gender: «Masc», «Fem» or «Neut».
        features: further UD features, such as `Mood="Imp"`. A word that leaves a feature open
            (an abbreviation without gender) does not have it.
    """
    text = word if isinstance(word, str) else word.text
    classes = pos if pos is None or isinstance(pos, str) else frozenset(pos)
    # What is asked is put together behind the cache: most questions come again.
    return _can_be(text, classes, case, number, gender, tuple(features.items()))


@lru_cache(maxsize=65536)
def _can_be(
    text: str,
    pos: frozenset[str] | str | None,
    case: str | None,
    number: str | None,
    gender: str | None,
    features: tuple[tuple[str, str], ...],
) -> bool:
    wanted = {"Case": case, "Number": number, "Gender": gender, **dict(features)}
    asked = {name: value for name, value in wanted.items() if value is not None}
    classes = frozenset([pos]) if isinstance(pos, str) else pos
    return any(reading.fits(classes, asked) for reading in analyses(text))


def lemmas(word: str, *, pos: str | Iterable[str] | None = None) -> frozenset[str]:
    """All lemmas that the word form can belong to, of the parts of speech asked for."""
    return _lemmas(word, pos if pos is None or isinstance(pos, str) else frozenset(pos))


@lru_cache(maxsize=65536)
def _lemmas(word: str, pos: frozenset[str] | str | None) -> frozenset[str]:
    classes = frozenset([pos]) if isinstance(pos, str) else pos
    return frozenset(
        reading.lemma for reading in analyses(word) if classes is None or reading.pos in classes
    )


@cache
def analyzer() -> Any:
    """Natasha's `MorphVocab` over lean readings, one a process.

    Raises:
        ModelsError: where the Russian dictionary is not installed.
    """
    spec = find_spec("pymorphy2_dicts_ru")
    if spec is None or spec.origin is None:
        raise ModelsError(
            "the Russian dictionary pymorphy2_dicts_ru is not installed",
            hint="Install it with: pip install pymorphy2-dicts-ru",
        )
    # Left to itself the analyser looks for its dictionary through pkg_resources, which new
    # versions of setuptools no longer have.
    os.environ.setdefault("PYMORPHY2_DICT_PATH", str(Path(spec.origin).parent / "data"))
    from predlozheno.language.readings import LeanVocab

    return LeanVocab()


def _features(tag: Any) -> dict[str, str]:
    """The UD features as the tagger writes them: short forms are `Variant=Short`."""
    from natasha.morph.vocab import ud_feats

    features = dict(ud_feats(tag))
    if tag.POS in ("PRTS", "ADJS"):
        participle = {"VerbForm": "Part"} if tag.POS == "PRTS" else {}
        return {**features, **participle, "Variant": "Short"}
    return features


def _pos(tag: Any) -> str:
    """The UD part of speech, with pronominal adjectives and ordinals where the tagger puts them."""
    from natasha.morph.vocab import ud_pos

    if "Apro" in tag:
        return "DET"
    if "Anum" in tag:
        return "ADJ"
    return str(ud_pos(tag))
