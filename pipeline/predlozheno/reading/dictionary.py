"""Asks the morphological dictionary whether a word exists; loads it when first asked."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from predlozheno.errors import ModelsError

_CYRILLIC = re.compile(r"[А-Яа-яЁё]+")


@lru_cache(maxsize=65536)
def is_word(word: str) -> bool:
    """Whether `word` is a form in the dictionary; case and the dots of «ё» do not matter."""
    words, dots = _words()
    return bool(words.similar_keys(word.lower(), dots))


@cache
def _dictionary() -> Any:
    spec = find_spec("pymorphy2_dicts_ru")
    if spec is None or spec.origin is None:
        raise ModelsError(
            "the Russian dictionary pymorphy2_dicts_ru is not installed",
            hint="Install it with: pip install pymorphy2-dicts-ru",
        )
    # The analyser around the dictionary asks for pkg_resources; the dictionary itself does not.
    from pymorphy2.opencorpora_dict import Dictionary

    return Dictionary(str(Path(spec.origin).parent / "data"))


@cache
def _words() -> tuple[Any, Any]:
    words = _dictionary().words
    return words, words.compile_replaces({"е": "ё"})


@lru_cache(maxsize=65536)
def is_name(word: str) -> bool:
    """Whether some reading of `word` is a person's first name, patronymic or surname."""
    return any(_names(tag) for tag in tags_of(word))


def _names(tag: str) -> bool:
    return "Name" in tag or "Surn" in tag or "Patr" in tag


@lru_cache(maxsize=65536)
def is_only_name(word: str) -> bool:
    """Whether `word` as a noun can only be a person's name: «Катя», but not «Вера» or «Роман»."""
    nouns = [tag for tag in tags_of(word) if tag.startswith("NOUN")]
    return bool(nouns) and all(_names(tag) for tag in nouns)


@lru_cache(maxsize=65536)
def is_person_noun(word: str) -> bool:
    """Whether `word` can only be the nominative of a common noun for somebody: «министр», «оппонент».

    «Профессора», also of several, is the genitive of one: «поправка профессора Гурьянова».
    """
    nouns = [
        tag for tag in tags_of(word) if tag.startswith("NOUN") and "nomn" in tag and "sing" in tag
    ]
    return bool(nouns) and all("anim" in tag.split(",") and not _names(tag) for tag in nouns)


@lru_cache(maxsize=65536)
def tags_of(word: str) -> tuple[str, ...]:
    """The tag of each reading of `word` as OpenCorpora writes it: 'VERB,perf,tran sing,1per,futr'."""
    dictionary, dots = _dictionary(), _words()[1]
    found = dictionary.words.similar_items(word.lower(), dots)
    return tuple(
        str(dictionary.build_tag_info(paradigm, form))
        for _, readings in found
        for paradigm, form in readings
    )


@lru_cache(maxsize=65536)
def is_verb(word: str) -> bool:
    """Whether every reading of `word` is a verb, an infinitive, a gerund or a short participle."""
    tags = tags_of(word)
    return bool(tags) and all(tag.startswith(("VERB", "INFN", "GRND", "PRTS")) for tag in tags)


def has_verb(words: str) -> bool:
    """Whether some word of `words` can only be a verb."""
    return any(is_verb(word) for word in _CYRILLIC.findall(words))


@lru_cache(maxsize=65536)
def is_past(word: str) -> bool:
    """Whether some reading of `word` is a verb in the past tense: «спросил», «доложила»."""
    return any(tag.startswith("VERB") and "past" in tag for tag in tags_of(word))


@lru_cache(maxsize=65536)
def is_command(word: str) -> bool:
    """Whether `word` can only be a verb, and as one an order to somebody: «скинь», «составьте»."""
    return is_verb(word) and any("impr" in tag and "excl" in tag for tag in tags_of(word))


@lru_cache(maxsize=65536)
def is_first_person(word: str) -> bool:
    """Whether `word` can only be a verb of which the speaker is the subject: «прошу», «предлагаем»."""
    # «собираем» is the short form of a participle, too, which nobody uses.
    tags = [tag for tag in tags_of(word) if not tag.startswith("PRTS")]
    return bool(tags) and all(tag.startswith("VERB") and "1per" in tag for tag in tags)


@lru_cache(maxsize=65536)
def is_predicate(word: str) -> bool:
    """Whether every reading of `word` can carry a clause: a verb, a short form, «надо»."""
    # «есть» is an answer in the army, too.
    tags = [tag for tag in tags_of(word) if not tag.startswith("INTJ")]
    carriers = ("VERB", "INFN", "PRTS", "ADJS", "PRED")
    return bool(tags) and all(tag.startswith(carriers) for tag in tags)


@lru_cache(maxsize=65536)
def is_noun(word: str) -> bool:
    """Whether every reading of `word` is a noun."""
    tags = tags_of(word)
    return bool(tags) and all(tag.startswith("NOUN") for tag in tags)


@lru_cache(maxsize=65536)
def is_object(word: str) -> bool:
    """Whether `word` may be the thing that is acted on: a noun or pronoun in the accusative."""
    return any(tag.startswith(("NOUN", "NPRO")) and "accs" in tag for tag in tags_of(word))


@lru_cache(maxsize=65536)
def is_attribute(word: str) -> bool:
    """Whether every reading of `word` is an adjective, an ordinal or a participle."""
    tags = tags_of(word)
    return bool(tags) and all(tag.startswith(("ADJF", "PRTF")) for tag in tags)


@lru_cache(maxsize=65536)
def is_nominative(word: str) -> bool:
    """Whether some reading of `word` is a nominative."""
    return any("nomn" in tag for tag in tags_of(word))


@lru_cache(maxsize=65536)
def is_dative(word: str) -> bool:
    """Whether some reading of `word` is a noun or an adjective in the dative."""
    return any(tag.startswith(("NOUN", "ADJF")) and "datv" in tag for tag in tags_of(word))


@lru_cache(maxsize=65536)
def is_infinitive(word: str) -> bool:
    """Whether every reading of `word` is an infinitive."""
    tags = tags_of(word)
    return bool(tags) and all(tag.startswith("INFN") for tag in tags)


@lru_cache(maxsize=65536)
def is_order(word: str) -> bool:
    """Whether some reading of `word` orders somebody; what the dictionary lacks is taken on trust.

    «Напечатаем» bids oneself, and a name that no dictionary knows («Видьявати») is no order.
    """
    tags = tags_of(word)
    if not tags:
        return word.islower()
    return any("impr" in tag and "excl" in tag for tag in tags)
