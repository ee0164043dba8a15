"""Closes words set with spaces between their letters: «П О С Т А Н О В И Л И», «К р е м н ё в»."""

from __future__ import annotations

import re
from itertools import pairwise

from predlozheno.reading.dictionary import is_word
from predlozheno.reading.traced import Edit, Traced

_LETTER = r"[А-ЯЁа-яё]"
# Single letters with single spaces between them; wider gaps part words. A run over 60 is no word.
_SPACED = re.compile(rf"(?<!\w)(?<!\w\.){_LETTER}(?: {_LETTER}(?!\w)){{2,60}}+(?! \w\b)")
_WORD = re.compile(r"[А-ЯЁ]+(?![а-яё])|[А-ЯЁ]?[а-яё]+|[А-ЯЁ]")
# Russian words of one letter: only among others do they say that letters were spaced.
_LONE_WORDS = frozenset("авикосуябжэ")
_LEAST_UNKNOWN = 4


def close_letters(text: Traced) -> Traced:
    """Spaces between single letters that make a word are dropped."""
    edits = []
    for match in _SPACED.finditer(text.text):
        position = match.start()
        dotted = text.text[match.end() : match.end() + 1] == "."
        for word in _words(match.group().replace(" ", ""), dotted=dotted):
            for _ in word[1:]:
                edits.append(Edit(position + 1, position + 2, ""))
                position += 2
            position += 2
    return text.edited(edits)


def spaced_prefix(text: Traced, start: int, end: int) -> int:
    """How far from `start` on the words of `text` were set with spaces between their letters.

    Returns:
        the end of the last such word, an offset into `text`; `start` where the first was not.
        Initials between such words belong to them.
    """
    reach = start
    for match in re.finditer(r"[^\W\d_]+|[^\s.]", text.text[start:end]):
        first, last = start + match.start(), start + match.end()
        spaced = all(
            behind - before == 1
            for before, behind in zip(
                text.ends[first:last], text.starts[first + 1 : last], strict=False
            )
        )
        if not match.group().isalpha() or not spaced:
            break
        if last - first > 1:
            reach = last
    return reach


def _words(letters: str, *, dotted: bool) -> list[str]:
    """The letters as words: one word, else two of the dictionary, else one that no list can be."""
    if is_word(letters):
        return [letters]
    parts = _WORD.findall(letters)
    if len(parts) > 1 and "".join(parts) == letters:
        return [word for part in parts for word in _words(part, dotted=dotted)]
    if letters.isupper() or letters.islower():
        for cut in range(len(letters) - 3, 2, -1):
            if is_word(letters[:cut]) and is_word(letters[cut:]):
                return [letters[:cut], letters[cut:]]
    return [letters] if _is_unknown_word(letters, dotted=dotted) else list(letters)


def _is_unknown_word(letters: str, *, dotted: bool) -> bool:
    """Whether nobody writes these letters in a row but to space a surname, or «А с п.»."""
    small = letters.lower()
    alphabet = all(ord(after) - ord(before) == 1 for before, after in pairwise(small))
    return (
        len(letters) >= _LEAST_UNKNOWN - (dotted and letters.istitle())
        and not alphabet
        and any(letter not in _LONE_WORDS for letter in small)
        and (letters[1:].islower() or letters.isupper())
    )
