"""Finds a quote in a text, whatever the line breaks did to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

Extent = tuple[int, int]

HYPHENS = "-\u2010\u2011"
# A word broken at a line's end («прове-⏎сти»), or by a soft hyphen anywhere.
_BREAK = re.compile(rf"[{HYPHENS}]\s*?[\r\n]\s*|\u00ad\s*")
_ORDINAL = re.compile(r"^(?P<words>.*\S)\s*#(?P<ordinal>0{0,3}[1-9]\d{0,2})$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Print:
    """A text without white space and hyphens, and where each of its characters stands."""

    text: str
    letters: str
    offsets: tuple[int, ...]

    def gap(self, index: int) -> str:
        """The white space and hyphens behind a character."""
        return self.text[self.offsets[index] + 1 : self.offsets[index + 1]]


def occurrences(quote: str, text: str) -> list[Extent]:
    """Where `text` holds `quote`, in order: half-open character offsets.

    White space and line breaks may differ, and a word may be broken at a line's end. Whole words
    with the same gaps between them are sought first; where there are none, all white space is
    ignored (letter-spaced headings, glued words), and at last a quote may cut a word.
    """
    wanted, held = _print(quote), _print(text)
    if not wanted.letters:
        return []
    found: dict[tuple[bool, bool], list[Extent]] = {}
    index = held.letters.find(wanted.letters)
    while index >= 0:
        same_gaps = _compare(wanted, held, index)
        if same_gaps is not None:
            start = held.offsets[index]
            end = held.offsets[index + len(wanted.letters) - 1] + 1
            found.setdefault((_is_whole(text, start, end), same_gaps), []).append((start, end))
        index = held.letters.find(wanted.letters, index + 1)
    loose = sorted(found.get((False, True), []) + found.get((False, False), []))
    return found.get((True, True)) or found.get((True, False)) or loose


def split_ordinal(quote: str, text: str) -> tuple[str, int | None]:
    """«ДРРК#2» as («ДРРК», 2); a quote whose text really holds the «#2» is left whole.

    «#02» means the same, for a text that holds «#2» behind these very words.
    """
    match = _ORDINAL.match(quote)
    if match is None or occurrences(quote, text):
        return quote, None
    return match["words"], int(match["ordinal"])


def nearest(places: Sequence[Extent], anchor: Extent) -> Extent:
    """The place with the smallest gap to `anchor`; of equals the first in the text."""
    return min(places, key=lambda place: (gap(place, anchor), place))


def first_free(
    places: Sequence[Extent], begin: int, taken: Collection[Extent] = ()
) -> Extent | None:
    """The first place from `begin` on that is not taken; where all are, the first from `begin` on."""
    onward = [place for place in places if place[0] >= begin]
    free = [place for place in onward if place not in taken]
    return next(iter(free or onward), None)


def first_clear(
    places: Sequence[Extent], taken: Collection[Extent], triggers: Collection[Extent]
) -> Extent | None:
    """The first place that is not taken and, where there is one, touches none of `triggers`."""
    free = [place for place in places if place not in taken]
    clear = [
        (start, end)
        for start, end in free
        if not any(first < end and start < last for first, last in triggers)
    ]
    return next(iter(clear or free), None)


def gap(one: Extent, other: Extent) -> int:
    """Characters between two spans; 0 where they touch or overlap."""
    return max(0, one[0] - other[1], other[0] - one[1])


def longest_start(quote: str, text: str) -> tuple[str, Extent] | None:
    """The longest run of the quote's first words that `text` holds, and where; None for none."""
    words = quote.split()
    for count in range(len(words) - 1, 0, -1):
        start = " ".join(words[:count])
        if places := occurrences(start, text):
            return start, places[0]
    return None


@lru_cache(maxsize=256)
def _print(text: str) -> _Print:
    kept = [
        (offset, char)
        for offset, char in enumerate(text)
        if not (char.isspace() or char in HYPHENS or char == "\u00ad")
    ]
    return _Print(text, "".join(char for _, char in kept), tuple(offset for offset, _ in kept))


def _compare(wanted: _Print, held: _Print, index: int) -> bool | None:
    """Whether the gaps are the same; None where a hyphen stands in one text alone."""
    same = True
    for number in range(len(wanted.letters) - 1):
        gap, other = wanted.gap(number), held.gap(index + number)
        if gap == other:
            continue
        is_break = _BREAK.fullmatch(other) is not None
        if _hyphens(gap) != _hyphens(other) and (_hyphens(gap) or not is_break):
            return None
        if _has_space(gap) != _has_space(other) and not is_break:
            same = False
    return same


def _hyphens(gap: str) -> int:
    return sum(char in HYPHENS for char in gap)


def _has_space(gap: str) -> bool:
    return any(char.isspace() for char in gap)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at either end."""
    cut_before = start > 0 and _in_word(text[start - 1]) and _in_word(text[start])
    cut_after = end < len(text) and _in_word(text[end]) and _in_word(text[end - 1])
    return not (cut_before or cut_after)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
