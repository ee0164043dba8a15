"""Agreement of neighbouring words, asked of the dictionary first and of the tagger second."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from predlozheno.language.answers import answers
from predlozheno.language.morphology import CASES, analyses, fold

_MODIFIERS = frozenset(["ADJ", "DET", "NUM"])
_NOUNS = frozenset(["NOUN", "PROPN"])
# Words whose form is the same in every case, in front of any noun.
POSSESSIVES = frozenset(["его", "ее", "их"])
# Readings that a word in small letters does not have: «по» is no surname, «и» no initial.
_CAPITAL = frozenset(["Abbr", "Surn", "Name", "Patr"])
_OF_PLACE = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$", re.IGNORECASE)
_COUNTING = frozenset("два три четыре оба полтора".split())


class Form(NamedTuple):
    """Case, number and gender that a word can have at once; "" where it leaves one open."""

    case: str
    number: str
    gender: str


class Classes(NamedTuple):
    """Whether a word can be a noun, a noun's modifier, anything else."""

    noun: bool
    modifier: bool
    other: bool


ANY = frozenset(Form(case, "", "") for case in CASES)


def forms(token: Token) -> frozenset[Form]:
    """Every form that the word can be as a noun or a noun's modifier; all cases for the unknowable."""
    known = answers(token.doc).forms
    found = known[token.i]
    if found is None:
        found = known[token.i] = _forms(token)
    return found


def _forms(token: Token) -> frozenset[Form]:
    if is_noun(token) and _classes(token.text).noun:
        return _noun_forms(token.text)
    return ANY if is_abbreviation(token.text) else _modifier_forms(token.text)


def name_forms(token: Token) -> frozenset[Form]:
    """Every form that the word can be as a person's name; all cases where the dictionary knows none."""
    return _name_forms(token.text)


# Adjectives and nouns have some hundred sets of forms in all, asked for again and again.
@lru_cache(maxsize=16384)
def common(left: frozenset[Form], right: frozenset[Form]) -> frozenset[Form]:
    """The forms of `right` that agree with some form of `left`."""
    return frozenset(form for form in right if any(_fit(form, other) for other in left))


def case_forms(token: Token, case: str) -> frozenset[Form]:
    """The word's forms in one case."""
    return _in_case(forms(token), case)


@lru_cache(maxsize=16384)
def _in_case(forms: frozenset[Form], case: str) -> frozenset[Form]:
    return frozenset(form for form in forms if form.case == case)


def likely_case(token: Token) -> str:
    """The tagger's case where the dictionary allows it, else the dictionary's if it knows only one."""
    known = answers(token.doc).case
    case = known[token.i]
    if case is None:
        case = known[token.i] = _likely_case(token)
    return case


def _likely_case(token: Token) -> str:
    cases = {form.case for form in forms(token)}
    tagged = tagged_case(token)
    if tagged in cases or not cases:
        return tagged
    return next(iter(cases)) if len(cases) == 1 else ""


def feature(token: Token, name: str) -> str:
    """The tagger's value of a UD feature, or an empty string."""
    return answers(token.doc).features[token.i].get(name, "")


def tagged_case(token: Token) -> str:
    """The tagger's case («Gen»), or an empty string."""
    return feature(token, "Case")


def is_plural(token: Token) -> bool:
    """Whether the word is in the plural here: the tagger decides where the dictionary allows both."""
    numbers = {form.number for form in forms(token)} - {""}
    if len(numbers) == 1:
        return "Plur" in numbers
    return feature(token, "Number") == "Plur"


def is_noun(token: Token) -> bool:
    """Whether the word is a noun: the dictionary where it is sure, else the tagger."""
    nouns = answers(token.doc).noun
    noun = nouns[token.i]
    if noun is None:
        text = token.text
        noun = _is_noun(text, token.pos_)
        if noun is None:
            noun = is_substantive(token)
        elif noun and _OF_PLACE.search(text) and _classes(text).modifier:
            noun = not (_is_listed(token) or _describes_next(token))
        nouns[token.i] = noun
    return noun


@lru_cache(maxsize=65536)
def _is_noun(text: str, pos: str) -> bool | None:
    """What word and tag decide; None where it hangs on whether an adjective stands for a noun."""
    if len(text) < 2 or not any(map(str.isalpha, text)):
        return False
    if pos == "DET" and fold(text) in POSSESSIVES:
        return False
    classes = _classes(text)
    if classes.noun and not classes.modifier and not classes.other:
        return True
    if classes.modifier and not classes.noun:
        return None if pos in _NOUNS else False
    if classes.other and not classes.noun:
        # An unknown word in capitals («СРГ») may look like anything to the dictionary.
        return pos in _NOUNS and is_abbreviation(text)
    return pos in _NOUNS


def is_substantive(token: Token) -> bool:
    """Whether an adjective or participle stands for a noun: none that agrees follows it."""
    if not _classes(token.text).modifier:
        return False
    index = token.i + 1
    if index >= len(token.doc) or token.doc[index].is_sent_start:
        return True
    following = token.doc[index]
    classes = _classes(following.text)
    if not classes.noun and not classes.modifier:
        return not _is_listed(token)
    mine = _modifier_forms(token.text)
    theirs = _noun_forms(following.text) if classes.noun else _modifier_forms(following.text)
    # «Учёный НИИ», but «Томский НИИ»
    undeclined = is_abbreviation(following.text) and not _OF_PLACE.search(token.text)
    return not common(mine, theirs) or undeclined


def _is_listed(token: Token) -> bool:
    """«Щучинского, Степного и Камышинского районов»: adjectives of places that share one noun."""
    doc, i = token.doc, token.i
    cases = {form.case for form in _modifier_forms(token.text)}
    while _of_place(doc[i]) and i + 2 < len(doc) and fold(doc[i + 1].text) in ("и", ","):
        if doc[i + 1].is_sent_start or not _classes(doc[i + 2].text).modifier:
            return False
        i += 2
    if i == token.i or not _of_place(doc[i]) or i + 1 >= len(doc) or doc[i + 1].is_sent_start:
        return False
    noun = doc[i + 1]
    if is_abbreviation(noun.text) or not _classes(noun.text).noun:
        return is_abbreviation(noun.text)
    # «Савицкий и Томский университет» are two.
    return any(form.number == "Plur" and form.case in cases for form in _noun_forms(noun.text))


def _describes_next(token: Token) -> bool:
    """«Намибийская | Сторона», «Усть-Камский | завод»: it agrees with the noun behind it."""
    index = token.i + 1
    if index >= len(token.doc) or token.doc[index].is_sent_start:
        return False
    noun = token.doc[index]
    common_noun = noun.text.islower() or fold(noun.text).startswith("сторон")
    if not common_noun or not _classes(noun.text).noun or _classes(noun.text).other:
        return False
    return bool(common(_modifier_forms(token.text), _noun_forms(noun.text)))


def _of_place(token: Token) -> bool:
    """«Камышинский», «арктический», «Степной» inside a sentence."""
    classes = _classes(token.text)
    named = token.text[:1].isupper() and not token.is_sent_start and not classes.noun
    return classes.modifier and (named or _OF_PLACE.search(token.text) is not None)


@lru_cache(maxsize=65536)
def is_abbreviation(text: str) -> bool:
    """Whether a word in capitals is an abbreviation, and no word written in capitals."""
    if len(text) < 2 or not text.isupper() or not text.isalpha():
        return False
    readings = [reading for reading in analyses(text) if reading.known]
    return not readings or any("Abbr" in reading.grammemes for reading in readings)


def is_modifier(token: Token) -> bool:
    """Whether the word can stand in front of a noun and agree with it."""
    modifiers = answers(token.doc).modifier
    found = modifiers[token.i]
    if found is None:
        found = modifiers[token.i] = _is_modifier(token)
    return found


def _is_modifier(token: Token) -> bool:
    if is_possessive(token):
        return True
    if token.text.isdigit():
        return True
    classes = _classes(token.text)
    if not classes.modifier or is_noun(token):
        return False
    if classes.noun:
        tagged = token.pos_ in _MODIFIERS or feature(token, "VerbForm") == "Part"
        return tagged or _of_place(token)
    return True


def is_possessive(token: Token) -> bool:
    """«Его», «её», «их», which agree with nothing; the tagger tells them from pronouns."""
    return token.pos_ == "DET" and fold(token.text) in POSSESSIVES


def is_counting(token: Token) -> bool:
    """«Два», «три», «оба» …, whose nominative takes a noun in the genitive singular."""
    return any(reading.lemma in _COUNTING for reading in analyses(token.text))


@lru_cache(maxsize=65536)
def _classes(text: str) -> Classes:
    """Whether the word can be a noun, a noun's modifier, anything else."""
    noun = modifier = other = False
    readings = analyses(text)
    known = any(reading.known for reading in readings)
    for reading in readings:
        if (known and not reading.known) or (text.islower() and reading.grammemes & _CAPITAL):
            continue
        if reading.pos == "NOUN":
            noun = True
        elif "Case" in reading.features and reading.pos in ("ADJ", "DET", "NUM", "VERB"):
            modifier = True
        elif reading.pos not in ("CCONJ", "INTJ"):
            other = True
    return Classes(noun, modifier, other)


@lru_cache(maxsize=65536)
def _noun_forms(text: str) -> frozenset[Form]:
    found = frozenset(
        _form(reading.features)
        for reading in analyses(text)
        if reading.pos == "NOUN" and "Case" in reading.features
    )
    return found if found and not is_abbreviation(text) else ANY


@lru_cache(maxsize=65536)
def _name_forms(text: str) -> frozenset[Form]:
    found = frozenset(
        _form(reading.features)
        for reading in analyses(text)
        if reading.grammemes & {"Surn", "Name", "Patr"}
    )
    return found or ANY


@lru_cache(maxsize=65536)
def _modifier_forms(text: str) -> frozenset[Form]:
    found = frozenset(
        _form(reading.features)
        for reading in analyses(text)
        if reading.pos in ("ADJ", "DET", "NUM", "VERB") and "Case" in reading.features
    )
    return found or ANY


def _form(features: dict[str, str]) -> Form:
    number = features.get("Number", "")
    gender = "" if number == "Plur" else features.get("Gender", "")
    return Form(features["Case"], number, gender)


def _fit(left: Form, right: Form) -> bool:
    return all(one == other or not one or not other for one, other in zip(left, right, strict=True))
