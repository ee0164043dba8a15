"""Drops what belongs to the page and not to the text: page numbers and running heads."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from predlozheno.reading.layout.lines import Line

_DRESSED = re.compile(
    r"[-–—]\s?\d{1,4}\s?[-–—]|(?:стр(?:аница|\.)?|лист|page|с\.)\s?\d{1,4}(?:\s?(?:из|of|/)\s?\d{1,4})?\.?"
    r"|\d{1,4}\s?(?:из|of)\s?\d{1,4}",
    re.IGNORECASE,
)
# «стр. 2 из 3          Протокол № 2»: number and running head in one line.
_NUMBERED_HEAD = re.compile(
    r"(?:стр(?:аница|\.)|лист|- ?\d{1,4} ?-)[^\t]{0,20}?(?:\t|\s{3,})\S.{0,100}"
    r"|\S.{0,100}?(?:\t|\s{3,})(?:стр(?:аница|\.)|лист)\s?\d{1,4}"
    r"(?:\s?(?:из|of|/)\s?\d{1,4})?\.?",
    re.IGNORECASE,
)
# Four figures are a year sooner than a page.
_BARE = re.compile(r"\d{1,3}")
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 150


def drop_furniture(text: str, lines: list[Line]) -> list[Line]:
    """The lines that are left; those behind a dropped one say so."""
    numbers = _page_numbers(text, lines)
    pages = max(len(numbers), lines[-1].page if lines else 0)
    furniture = set(numbers)
    # Beside the outer line of a running head stands its next.
    while heads := _running_heads(text, lines, furniture, pages) - furniture:
        furniture |= heads
    kept: list[Line] = []
    dropped = False
    for index, line in enumerate(lines):
        if index in furniture:
            dropped = True
            continue
        line.after_furniture = dropped
        dropped = False
        kept.append(line)
    return kept


def _page_numbers(text: str, lines: list[Line]) -> set[int]:
    """Dressed numbers («стр. 3 из 10», «- 4 -»), bare ones that count up or are at a page's edge."""
    found: set[int] = set()
    bare: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        words = text[line.start : line.end]
        if _DRESSED.fullmatch(words) or line.gap and _NUMBERED_HEAD.fullmatch(words):
            found.add(index)
        elif _BARE.fullmatch(words):
            bare.append((index, int(words)))
            if _at_page_edge(lines, index) or _splits_sentence(text, lines, index):
                found.add(index)
    for (index, number), (following, next_number) in pairwise(bare):
        if next_number == number + 1 and (index in found or following - index > 3):
            found |= {index, following}
    return found


def _at_page_edge(lines: list[Line], index: int) -> bool:
    page = lines[index].page
    if index in (0, len(lines) - 1):
        return lines[-1].page > 0
    return lines[index - 1].page != page or lines[index + 1].page != page


def _splits_sentence(text: str, lines: list[Line], index: int) -> bool:
    if not 0 < index < len(lines) - 1:
        return False
    before, behind = lines[index - 1], lines[index + 1]
    if not (lines[index].gap or behind.gap):
        return False
    return (text[before.end - 1].isalpha() or text[before.end - 1] in ",-") and text[
        behind.start
    ].islower()


def _running_heads(text: str, lines: list[Line], furniture: set[int], pages: int) -> set[int]:
    """Lines that come again, but for their digits, at the edges of pages or beside furniture.

    Args:
        text: the cleaned text.
        lines: of it.
        furniture: indices of the lines already known as such.
        pages: how many page breaks or page numbers there are.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        words = text[line.start : line.end]
        if len(words) > _LONGEST_HEAD or words[0].islower() or words[-1] in ":;,-":
            continue
        if any(map(str.isalpha, words)):
            places[_DIGITS.sub("#", words)].append(index)
    # Wrapped lines of the text come again too; a running head stands on every or every other page.
    found: set[int] = set()
    for indices in places.values():
        edges = [
            index
            for index in indices
            if index - 1 in furniture or index + 1 in furniture or _at_page_edge(lines, index)
        ]
        if len(edges) >= max(2, pages / 3) and len(edges) >= len(indices) - 1:
            # The first may be the title that the running head repeats, unless it numbers its page.
            numbered = len({text[lines[index].start : lines[index].end] for index in edges}) > 1
            found.update(
                indices
                if numbered
                else (index for index in edges if index != indices[0] or index > 2)
            )
    return found
