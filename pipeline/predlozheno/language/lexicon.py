"""The words that name parties, read from models/gazetteers/parties-*.yaml and names-*.yaml."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from spacy.tokens import Token

from predlozheno.errors import ModelsError
from predlozheno.language.agreement import is_noun, is_plural, is_substantive
from predlozheno.language.morphology import analyses, fold, lemmas
from predlozheno.resources import gazetteer

PartyLabel = Literal["PER", "ORG", "LOC", "ROLE", "GROUP"]
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """What an abbreviation of the gazetteer stands for.

    Attributes:
        name: the full name in the nominative.
        type: label of the party.
        ambiguous: it is often something else, above all in front of a state («УК РФ»).
    """

    name: str
    type: PartyLabel
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists, as the comments in the YAML files tell them."""

    always: Words
    named: Words
    modified: dict[str, Words]
    deeds: Words
    never_with: dict[str, Words]
    legal_forms: Words
    with_place: Words
    with_field: Words
    no_field: Words
    government: dict[str, tuple[str, ...]]
    offices: Words
    relational: Words
    fields: Words
    heads_with_dot: Words
    plural: Words
    collective: Words
    collective_named: Words
    collective_modified: dict[str, Words]
    states: Words
    side_modifiers: Words
    side_idioms: Words
    needs_complement: Words
    countries: Words
    forms: Words
    regions: Words
    adjectives: Words
    titles: Words
    words: Words
    parties: dict[str, Abbreviation]
    others: Words


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once a process.

    Raises:
        ModelsError: where a file is missing, holds an unknown key or lacks one.
    """
    values: dict[str, Any] = {}
    for name in ("bodies", "offices", "groups", "countries"):
        values |= gazetteer(f"parties-{name}")
    for name in ("titles", "abbreviations"):
        values |= gazetteer(f"names-{name}")
    known, given = set(Lexicon.__dataclass_fields__), set(values)
    if known != given:
        raise ModelsError(
            f"models/gazetteers: unknown keys {sorted(given - known)}, "
            f"missing keys {sorted(known - given)}",
            hint=f"The files parties-*.yaml and names-*.yaml hold: {', '.join(sorted(known))}",
        )
    return Lexicon(**{key: _value(key, value) for key, value in values.items()})


def party_lemmas(token: Token) -> Words:
    """Lemmas by which a noun is looked up: its own, the dictionary's, those of a compound's parts."""
    return _party_lemmas(token.text, token.lemma_)


def head_kind(token: Token) -> PartyLabel | None:
    """What sort of party a phrase names of which this noun is the head, by the noun alone.

    A noun of which only some phrases name a party counts; `parties` looks at the phrase.
    """
    one, several = labels(token.text, token.lemma_)
    label = several if one != several and is_plural(token) else one
    if label is None or is_noun(token):
        return label
    words, names = lexicon(), party_lemmas(token)
    person = not names.isdisjoint(words.offices) or not names.isdisjoint(words.plural)
    return label if person and (is_substantive(token) or _before_name(token)) else None


def _before_name(word: Token) -> bool:
    """«Заведующую Лапшину»: an office, though the name behind it agrees."""
    behind = word.doc[word.i + 1 : word.i + 2].text
    return word.pos_ == "NOUN" and word.text.islower() and behind.istitle()


@lru_cache(maxsize=65536)
def labels(text: str, lemma: str) -> tuple[PartyLabel | None, PartyLabel | None]:
    """The label of a noun with this lemma in the singular and in the plural; most have none."""
    return _label(text, lemma, plural=False), _label(text, lemma, plural=True)


def _label(text: str, lemma: str, *, plural: bool) -> PartyLabel | None:
    words, names = lexicon(), _party_lemmas(text, lemma)
    if _heads().isdisjoint(names):
        return None

    def among(*lists: Collection[str]) -> bool:
        return any(name in words for words in lists for name in names)

    if "сторона" in names or among(words.collective, words.collective_modified):
        return "GROUP"
    if plural and among(words.plural, words.states):
        return "GROUP"
    if among(words.always, words.named, words.modified):
        return "ORG"
    if among(words.offices, words.relational):
        return "ROLE"
    if text[0].isupper() and among(words.countries, words.forms):
        return "LOC"
    return None


@cache
def _heads() -> Words:
    """Every noun that has a label."""
    words = lexicon()
    plain = (words.plural, words.states, words.always, words.named, words.offices, words.relational)
    other = (words.collective, words.countries, words.forms)
    joint = (words.collective_modified, words.modified)
    return frozenset({"сторона"}.union(*plain, *other, *joint))


@lru_cache(maxsize=65536)
def _party_lemmas(text: str, lemma: str) -> Words:
    found = {lemma} | lemmas(text, pos="NOUN")
    for reading in analyses(text):
        # «Управляющий», «обучающиеся»: the dictionary knows only the verb.
        if reading.pos in ("ADJ", "VERB") and "Case" in reading.features:
            form = reading.parse.inflect(["Nom", "Sing", "Masc"])
            found |= {fold(form.word)} if form else set()
    if "-" in text:
        # «Страна-участница» is known by its first part, «вице-министр» by its last.
        for part in (text.split("-")[0], text.rsplit("-", maxsplit=1)[-1]):
            found |= lemmas(part, pos="NOUN")
    return frozenset(found)


def is_fixed(token: Token) -> bool:
    """«Минприроды», «Минцифры»: a short name that ends in a genitive, and so has no cases of its own."""
    known = lexicon().parties.get(token.text)
    return known is not None and not token.text.isupper() and token.text[-1] in "аиыя"


def _value(key: str, value: Any) -> Any:
    if key == "parties":
        return {abbreviation: Abbreviation(**entry) for abbreviation, entry in value.items()}
    if key in ("modified", "collective_modified", "never_with"):
        return {noun: frozenset(adjectives) for noun, adjectives in value.items()}
    if key == "government":
        return {noun: tuple(kinds) for noun, kinds in value.items()}
    if key == "legal_forms":
        return frozenset(value)
    return frozenset(value) if key == "others" else frozenset(fold(word) for word in value)
