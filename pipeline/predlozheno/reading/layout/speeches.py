"""Parts the speeches that minutes put into one paragraph: «Света: давайте. Олег: нельзя.»."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from predlozheno.reading.marks.labels import PLAIN_NAME, is_personal, titled
from predlozheno.reading.marks.names import FULL_NAME
from predlozheno.reading.traced import Edit, Traced
from predlozheno.resources import gazetteer

# Behind «1.», an initial and short abbreviations no sentence ends.
_BEHIND_SENTENCE = r"(?:(?<=[а-яё]{4}\.)|(?<=[»)\"]\.)|(?<=[!?…]))[ \t]+"
_NAMED = re.compile(rf"{_BEHIND_SENTENCE}(?P<name>{PLAIN_NAME})\s?:[ \t](?=[^\W\d]|[«(])")
_FIRST = re.compile(rf"^[ \t]*(?P<name>{PLAIN_NAME})\s?:[ \t]", re.MULTILINE)
_SPEECHES = re.compile(r"[ \t]*(?:выступил|в прениях|в обсуждении|обсуждени)", re.IGNORECASE)
# Beyond this column no text is wrapped.
_WIDEST = 200
_LEAST = 2


def part_speeches(text: Traced) -> Traced:
    """Every speech begins a paragraph of its own; the column that it stood in is kept for wraps.

    A full name before a colon is believed; another name where it comes again before a colon; a full
    name before a dash where speeches are listed.
    """
    places = {
        match.start("label"): match
        for match in _full().finditer(text.text)
        if not _is_title(text.text, match.start())
    }
    known = Counter(
        match["name"] for rule in (_FIRST, _NAMED) for match in rule.finditer(text.text)
    )
    for match in _NAMED.finditer(text.text):
        if known[match["name"]] >= _LEAST and _is_nick(match["name"]):
            places.setdefault(match.start("name"), match)
    for match in _listed().finditer(text.text):
        line = text.text.rfind("\n", 0, match.start()) + 1
        if _SPEECHES.match(text.text, line):
            places.setdefault(match.start("label"), match)
    return text.edited(_edit(text.text, *place) for place in sorted(places.items()))


def _edit(text: str, start: int, match: re.Match[str]) -> Edit:
    column = start - (text.rfind("\n", 0, start) + 1)
    return Edit(match.start(), start, "\n\n\n" + " " * (column if column <= _WIDEST else 0))


def _is_title(text: str, end: int) -> bool:
    """Whether a short title ends before `end`, so that the name goes on with it: «Выступил проф. …»."""
    word = re.search(r"[а-яё]+\.$", text[max(0, end - 12) : end].lower())
    return word is not None and word.group() in gazetteer("reading-speakers")["titles"]


def _is_nick(name: str) -> bool:
    return all(is_personal(word) for word in name.split())


@cache
def _full() -> re.Pattern[str]:
    label = titled(rf"{FULL_NAME}\s?:[ \t](?=[^\W\d]|[«(])").pattern
    return re.compile(rf"{_BEHIND_SENTENCE}(?P<label>{label})")


@cache
def _listed() -> re.Pattern[str]:
    label = titled(rf"{FULL_NAME}\s[–—-][ \t]").pattern
    return re.compile(rf"(?<=;)[ \t]+(?P<label>{label})")
