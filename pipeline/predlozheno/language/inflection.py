"""Puts single words into the nominative by the dictionary, keeping their letters."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from predlozheno.language.agreement import POSSESSIVES, is_counting, likely_case
from predlozheno.language.lexicon import lexicon
from predlozheno.language.morphology import Analysis, analyses, fold

_CONGRUENT = ("Case", "Number")


def inflect_noun(head: Token, *, plural: bool, count: str = "") -> tuple[str, str]:
    """A noun in the nominative, and its gender ("" where the dictionary names none).

    Args:
        head: the noun as it stands.
        plural: the number to keep.
        count: "few" behind «оба», «два» …, which take the genitive singular, "many" behind «пять» …,
            which take the genitive plural.
    """
    number = "Plur" if plural else "Sing"
    inflected = [r for r in analyses(head.text) if "Case" in r.features]
    reading = _best(head, [r for r in inflected if r.pos == "NOUN"] or inflected, number)
    if reading is None:
        return head.text, ""
    case, number = {"few": ("Gen", "Sing"), "many": ("Gen", "Plur")}.get(count, ("Nom", number))
    if reading.pos != "NOUN" and number == "Sing":
        return _form(head.text, reading, case, number, "Masc"), "Masc"
    word = _first_part(head.text, reading, _form(head.text, reading, case, number), case, number)
    return word, reading.features.get("Gender", "")


def inflect_modifier(token: Token, *, gender: str, plural: bool, count: str = "") -> str:
    """An adjective, participle or numeral in the nominative, agreeing with its noun."""
    if fold(token.text) in POSSESSIVES:
        return token.text
    readings = [r for r in analyses(token.text) if "Case" in r.features and r.pos != "NOUN"]
    number = "Plur" if plural else "Sing"
    reading = _best(token, readings, number)
    if reading is None:
        return token.text
    if reading.pos == "NUM":
        wanted = (gender,) if "Gender" in reading.features else ()
        return _form(token.text, reading, "Nom", *wanted)
    case = "Gen" if count == "many" else "Nom"
    return _form(token.text, reading, case, number, *(() if plural or not gender else (gender,)))


def count_word(token: Token) -> str:
    """How the noun behind a numeral is counted: "few" or "many"; "" for what is no numeral."""
    if is_counting(token):
        return "few"
    return "many" if any(reading.pos == "NUM" for reading in analyses(token.text)) else ""


def _form(text: str, reading: Analysis, *features: str) -> str:
    """The form of the reading's word that has the features and begins most like the text.

    Asked for «лучших» the dictionary offers «хорошие», «лучшие», «наихорошие»: all are its forms.
    """
    found = [
        form.word for form in reading.parse.lexeme if set(features) <= set(form.feats.values())
    ]
    if not found:
        return text
    form = max(found, key=lambda word: (_same_start(text, word), word.endswith("я")))
    return keep_letters(text, form)


def _first_part(text: str, reading: Analysis, word: str, case: str, number: str) -> str:
    """«Коллег-депутатов»: the dictionary may leave the first half of a compound as it stood."""
    first, hyphen, _ = text.partition("-")
    if not hyphen or fold(word).partition("-")[0] != fold(first):
        return word
    for part in analyses(first):
        same = all(part.features.get(name) == reading.features.get(name) for name in _CONGRUENT)
        # «Вице» is also a form of a feminine noun; «коллега» has the gender of its bearer.
        gender = part.features.get("Gender", "")
        if same and part.pos == "NOUN" and gender in ("", reading.features.get("Gender")):
            return _form(first, part, case, number) + hyphen + word.partition("-")[2]
    return word


def _same_start(one: str, other: str) -> int:
    pairs = zip(fold(one), fold(other), strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def keep_letters(original: str, inflected: str) -> str:
    """The inflected form with the capitals of the original, and its «ё» wherever the letters agree."""
    same = _same_start(original, inflected)
    ending = inflected[same:]
    if "ё" not in original.lower():
        ending = ending.replace("ё", "е")
    if original.isupper() and len(original) > 1:
        ending = ending.upper()
    return original[:same] + ending


def _best(token: Token, readings: Iterable[Analysis], number: str) -> Analysis | None:
    """The reading that fits the word's lemma, case and number here best; the likeliest of equals."""
    case = likely_case(token)

    words = lexicon()
    names = (words.always, words.named, words.offices, words.plural)

    def fit(reading: Analysis) -> tuple[bool, bool, bool, bool]:
        # «Судами» are courts here, and no ships.
        return (
            reading.features.get("Case") == case,
            reading.features.get("Number", number) == number,
            any(reading.lemma in known for known in names),
            reading.lemma == token.lemma_,
        )

    return max(readings, key=fit, default=None)
