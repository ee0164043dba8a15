"""Puts letters of the wrong alphabet right: Latin «c» in «cовет», Cyrillic «А» in «WАDA»."""

from __future__ import annotations

import re

from predlozheno.reading.traced import Edit, Traced

_LATIN = "ABCEHKMOPTXYaceopxyk"
_CYRILLIC = "АВСЕНКМОРТХУасеорхук"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
# Possessive and from the word's start, so that a word of a million letters costs no more than a million.
_MIXED = re.compile(
    r"(?<![A-Za-zА-Яа-яЁё])(?:[A-Za-z]++[А-Яа-яЁё]|[А-Яа-яЁё]++[A-Za-z])[A-Za-zА-Яа-яЁё]*+"
)
# A preposition or conjunction of one letter between Russian words; «a» may name a variant.
_LONE = re.compile(r"(?<=[а-яё,.»)] )[coyk](?= [А-Яа-яЁё«\d])|(?<![^\s«(])[COYK](?= [а-яё])")


def mend_lookalikes(text: Traced) -> Traced:
    """Words of two alphabets become words of one, where every strange letter has its double."""
    edits = [
        Edit(match.start(), match.end(), mended)
        for pattern in (_MIXED, _LONE)
        for match in pattern.finditer(text.text)
        if (mended := one_alphabet(match.group())) != match.group()
    ]
    return text.edited(sorted(edits))


def one_alphabet(word: str) -> str:
    """The word with all letters of one alphabet, or as it is where that cannot be."""
    latin = [letter for letter in word if letter.isascii()]
    cyrillic = [letter for letter in word if not letter.isascii()]
    if all(letter in _LATIN for letter in latin):
        return word.translate(_TO_CYRILLIC)
    if all(letter in _CYRILLIC for letter in cyrillic):
        return word.translate(_TO_LATIN)
    return word
