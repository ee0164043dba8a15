"""Writes the numbers of lists the way office programs print them: «3», «в», «iii»."""

from __future__ import annotations

from string import ascii_lowercase

# Lists skip the letters that are easily mistaken for others.
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 4000


def roman(number: int) -> str:
    """«iv» for 4; the plain number where it is none that Romans wrote."""
    if not 0 < number < _LARGEST:
        return str(number)
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def lettered(number: int, alphabet: str = ascii_lowercase) -> str:
    """«b» for 2, «bb» for 28: past the alphabet its letters come doubled."""
    if not 0 < number < _LARGEST:
        return str(number)
    turns, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (turns + 1)


def note_mark(number: int) -> str:
    """«¹²» for 12."""
    return str(number).translate(SUPERSCRIPT)
