"""Closes words set with spaces between their letters: «П О С Т А Н О В И Л И», «у к а з»."""

from __future__ import annotations

import re

from predlozheno.reading.dictionary import is_word
from predlozheno.reading.traced import Edit, Traced

_SPACED = re.compile(
    r"(?<![\w.])[А-ЯЁа-яё](?: [А-ЯЁ]){2,60}(?![\w.])|(?<![\w.])[а-яё](?: [а-яё]){2,60}(?![\w.])"
    # A spaced name at the start of a turn is followed by its full stop.
    r"|(?<![\w.])[А-ЯЁ](?: [а-яё]){3,60}(?!\w)"
)


def close_letters(text: Traced) -> Traced:
    """Spaces between single letters that make a word of the dictionary are dropped."""
    edits = []
    for match in _SPACED.finditer(text.text):
        position = match.start()
        for word in _words(match.group().replace(" ", "")):
            for _ in word[1:]:
                edits.append(Edit(position + 1, position + 2, ""))
                position += 2
            position += 2
    return text.edited(edits)


def _words(letters: str) -> list[str]:
    """The letters as words: one word, else two of the dictionary, else as they were."""
    if is_word(letters):
        return [letters]
    for cut in [] if letters.istitle() else range(len(letters) - 3, 2, -1):
        if is_word(letters[:cut]) and is_word(letters[cut:]):
            return [letters[:cut], letters[cut:]]
    # Nobody writes five single capitals in a row but to space a word (a surname, an abbreviation).
    if letters.isupper() and len(letters) >= 5 or letters.istitle() and len(letters) >= 4:
        return [letters]
    return list(letters)
