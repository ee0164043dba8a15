"""Numerals in words: «двадцать шестого», «шестеро» and «двух» as figures, with the way back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from predlozheno.language.morphology import analyses, fold

_CARDINALS = {
    0: "ноль нуль",
    1: "один",
    2: "два двое",
    3: "три трое",
    4: "четыре четверо",
    5: "пять пятеро",
    6: "шесть шестеро",
    7: "семь семеро",
    8: "восемь восьмеро",
    9: "девять девятеро",
    10: "десять десятеро",
    11: "одиннадцать",
    12: "двенадцать",
    13: "тринадцать",
    14: "четырнадцать",
    15: "пятнадцать",
    16: "шестнадцать",
    17: "семнадцать",
    18: "восемнадцать",
    19: "девятнадцать",
    20: "двадцать",
    30: "тридцать",
    40: "сорок",
    50: "пятьдесят",
    60: "шестьдесят",
    70: "семьдесят",
    80: "восемьдесят",
    90: "девяносто",
    100: "сто",
    200: "двести",
    300: "триста",
    400: "четыреста",
    500: "пятьсот",
    600: "шестьсот",
    700: "семьсот",
    800: "восемьсот",
    900: "девятьсот",
}
_ORDINALS = {
    1: "первый",
    2: "второй",
    3: "третий",
    4: "четвертый",
    5: "пятый",
    6: "шестой",
    7: "седьмой",
    8: "восьмой",
    9: "девятый",
    10: "десятый",
    11: "одиннадцатый",
    12: "двенадцатый",
    13: "тринадцатый",
    14: "четырнадцатый",
    15: "пятнадцатый",
    16: "шестнадцатый",
    17: "семнадцатый",
    18: "восемнадцатый",
    19: "девятнадцатый",
    20: "двадцатый",
    30: "тридцатый",
}
_THOUSANDS = (1, 2)
_THOUSAND = re.compile(r"\s+тысяч[аи]\s+")
_WORD = re.compile(r"[а-я]+")


@dataclass(frozen=True, slots=True)
class Figures:
    """A folded text with its numerals in figures; an ordinal has «-го» behind it, whatever its case.

    Attributes:
        text: in lower case, «ё» as «е».
        origins: for each character of `text` the span that it stands for in the text given.
    """

    text: str
    origins: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text given of a span of `text` that is not empty."""
        return self.origins[start][0], self.origins[end - 1][1]


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    value: int
    ordinal: bool


def in_figures(text: str) -> Figures:
    """The text with every numeral in words written in figures."""
    folded = fold(text)
    pieces: list[str] = []
    origins: list[tuple[int, int]] = []
    last = 0
    for number in [*_numbers(folded), None]:
        end = number.start if number else len(folded)
        pieces.append(folded[last:end])
        origins.extend((i, i + 1) for i in range(last, end))
        if number is None:
            break
        figures = f"{number.value}-го" if number.ordinal else str(number.value)
        pieces.append(figures)
        origins.extend([(number.start, number.end)] * len(figures))
        last = number.end
    return Figures("".join(pieces), tuple(origins))


def value_of(word: str) -> int | None:
    """The number that one word of a numeral, in any case, or its figures name; else None."""
    folded = fold(word)
    if digits := re.match(r"\d+", folded):
        return int(digits[0])
    return found[0] if (found := _forms().get(folded)) else None


def _numbers(folded: str) -> list[_Found]:
    """Numerals in order; hundreds, tens and ones side by side are one: «тридцать один»."""
    found: list[_Found] = []
    for match in _WORD.finditer(folded):
        reading = _forms().get(match[0])
        beside = folded[: match.start()][-1:] + folded[match.end() :][:1]
        # «Из-за двух», «кто-то один» are words; «ноль-ноль» is a time of day.
        if reading is None or ("-" in beside and reading[0] != 0):
            continue
        found.append(_Found(match.start(), match.end(), *reading))
    joined = [False] * len(found)
    for i, (one, other) in enumerate(pairwise(found)):
        hundreds = one.value >= 100 and one.value % 100 == 0
        room = 100 if hundreds else 10 if one.value > 10 and one.value % 10 == 0 else 0
        beside = folded[one.end : other.start]
        if 0 < other.value < room and not one.ordinal and beside.isspace():
            other.start, other.value, joined[i] = one.start, one.value + other.value, True
    return _with_thousands(
        [number for number, part in zip(found, joined, strict=True) if not part], folded
    )


def _with_thousands(found: list[_Found], folded: str) -> list[_Found]:
    """«две тысячи двадцать седьмого года», as years are said."""
    whole: list[_Found] = []
    for number in found:
        last = whole[-1] if whole else None
        if (
            last is not None
            and last.value in _THOUSANDS
            and not last.ordinal
            and _THOUSAND.fullmatch(folded[last.end : number.start])
        ):
            last.end, last.ordinal = number.end, number.ordinal
            last.value = last.value * 1000 + number.value
        else:
            whole.append(number)
    return whole


@cache
def _forms() -> dict[str, tuple[int, bool]]:
    """Every form of every numeral: its number, and whether it is an ordinal."""
    forms: dict[str, tuple[int, bool]] = {}
    for ordinal, table in ((True, _ORDINALS), (False, _CARDINALS)):
        for value, words in table.items():
            for word in words.split():
                forms |= dict.fromkeys(_inflected(word), (value, ordinal))
    return forms


def _inflected(word: str) -> set[str]:
    """The forms of a numeral by the dictionary; itself where the dictionary has it as no numeral."""
    for reading in analyses(word):
        if reading.grammemes & {"NUMR", "Anum", "Apro"}:
            return {fold(form.word) for form in reading.parse.lexeme}
    return {word}
