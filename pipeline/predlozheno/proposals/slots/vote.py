"""Counts of votes, in the ways that minutes write them."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.draft import VoteCount

_NUMBER = (
    r"(\d+|нет|единогласно|ноль|никто|один|два|три|четыре|пять|шесть|семь|восемь|девять|десять)"
)
_WORDS = {
    "нет": 0,
    "ноль": 0,
    "никто": 0,
    "один": 1,
    "два": 2,
    "три": 3,
    "четыре": 4,
    "пять": 5,
    "шесть": 6,
    "семь": 7,
    "восемь": 8,
    "девять": 9,
    "десять": 10,
}
_GAP = r"[\s«»\"“”:–—=(),-]*(?:проголосовал[аои]*|человек|чел\.)?[\s«»\"“”:–—=(-]*"
_FOR = re.compile(
    rf"(?<![а-я])за(?: отклонение| предложение| решение)?[»\"”]?{_GAP}{_NUMBER}(?![\d.]|-?(?:го|м)\b)"
)
_AGAINST = re.compile(rf"(?<![а-я])против[»\"”]?{_GAP}{_NUMBER}")
_ABSTAINED = re.compile(rf"воздержал[а-я]*[»\"”]?{_GAP}{_NUMBER}")
_BEFORE = re.compile(r"(\d+)\s*(?:голос[а-я]*\s*)?[«\"]?(за|против)[»\"]?(?![а-я])")
_BEFORE_ABSTAINED = re.compile(r"(\d+)\s*(?:чел\.|человек[а-я]*|голос[а-я]*)?\s*[«\"]?воздерж")
_UNANIMOUS = re.compile(r"единогласн[а-я]*|единодушн[а-я]*")
_CUE = re.compile(r"голос|воздерж|против|единогласн|единодушн")


def find_vote(text: str) -> VoteCount | None:
    """The count of votes in a line of text, or None; offsets point into the text.

    A count needs at least two of the three numbers, or the word «единогласно», or a «за» beside a
    word of voting.
    """
    folded = fold(text)
    if not _CUE.search(folded):
        return None
    found = {
        "for_": _FOR.search(folded),
        "against": _AGAINST.search(folded),
        "abstained": _ABSTAINED.search(folded),
    }
    numbers: dict[str, int | None] = {}
    spans = []
    for name, match in found.items():
        if match:
            numbers[name] = _number(match[1])
            spans.append(match.span())
    for match in _BEFORE.finditer(folded):
        name = "for_" if match[2] == "за" else "against"
        if name not in numbers:
            numbers[name] = int(match[1])
            spans.append(match.span())
    if "abstained" not in numbers and (match := _BEFORE_ABSTAINED.search(folded)):
        numbers["abstained"] = int(match[1])
        spans.append(match.span())
    unanimous = _UNANIMOUS.search(folded)
    if unanimous:
        spans.append(unanimous.span())
    enough = len(numbers) >= 2 or unanimous or ("for_" in numbers and "голос" in folded)
    if not spans or not enough:
        return None
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return VoteCount(
        start, end, unanimous=bool(unanimous), **{k: v for k, v in numbers.items() if v is not None}
    )


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _WORDS.get(word)
