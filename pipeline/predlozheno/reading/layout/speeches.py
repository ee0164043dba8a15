"""Parts the speeches that minutes put into one paragraph: «Света: давайте. ЛАПИН О.Г. Нельзя.»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from predlozheno.reading.marks.labels import ASIDE, PLAIN_NAME, is_personal, roles, titled
from predlozheno.reading.marks.names import FULL_NAME, SHOUT, is_person
from predlozheno.reading.traced import Edit, Traced
from predlozheno.resources import gazetteer

# Behind «1.», an initial and short abbreviations no sentence ends.
_BEHIND_SENTENCE = r"(?:(?<=[а-яё]{4}\.)|(?<=[»)\"]\.)|(?<=[!?…]))[ \t]+"
_NAMED = re.compile(rf"{_BEHIND_SENTENCE}(?P<name>{PLAIN_NAME})\s?:[ \t](?=[^\W\d]|[«(])")
_FIRST = re.compile(rf"^[ \t]*(?P<name>{PLAIN_NAME})\s?:[ \t]", re.MULTILINE)
_SPEECHES = re.compile(r"[ \t]*(?:выступил|в прениях|в обсуждении|обсуждени)", re.IGNORECASE)
# A label that ends in a full stop begins behind the end of any sentence but not behind initials.
_BEHIND_ANY = r"(?:(?<=[а-яё0-9»)\"]\.)|(?<=[!?…»)\"]))[ \t]+"
_SPEECH = r"(?=[ \t]+[«(–—-]*[А-ЯЁ](?![А-ЯЁ.]))"
_STOPPED = re.compile(
    rf"(?:{_BEHIND_ANY}|^[ \t]*)(?P<label>(?P<name>{FULL_NAME}|{SHOUT}){ASIDE}?\.?){_SPEECH}",
    re.MULTILINE,
)
_ROLE = re.compile(rf"{_BEHIND_ANY}(?P<label>(?=[А-ЯЁ]))", re.MULTILINE)
# Beyond this column no text is wrapped.
_WIDEST = 200
_LEAST = 2


def part_speeches(text: Traced) -> Traced:
    """Every speech begins a paragraph of its own; the column that it stood in is kept for wraps.

    A full name before a colon is believed; another name where it comes again before a colon; a full
    name before a dash where speeches are listed; a name before a full stop where the text has
    several such labels.
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
    for match in _stopped(text.text):
        places.setdefault(match.start("label"), match)
    return text.edited(_edit(text.text, *place) for place in sorted(places.items()))


def _stopped(text: str) -> Iterator[re.Match[str]]:
    """«… вопросов нет. ЛАПИН О.Г. Спасибо. ПРЕДСЕДАТЕЛЬ. Кто за?»: labels inside of a paragraph.

    A surname in capitals with initials is believed among others of its kind; without initials, or
    in small letters, where it comes again.
    """
    labels = [*_STOPPED.finditer(text)]
    known = Counter(match["name"] for match in labels)
    labels = [match for match in labels if _is_stopped(match, known)]
    shouted = sum(_is_shouted_full(name) for name in known)
    people = sum(count >= _LEAST and "." in name for name, count in known.items())
    spoken = False
    for match in labels:
        among = shouted >= _LEAST and _is_shouted_full(match["name"])
        among = among or people >= _LEAST and "." in match["name"]
        if among or known[match["name"]] >= _LEAST:
            spoken = True
            if text[match.start() : match.start() + 1] in (" ", "\t") and match.start() > 0:
                yield match
    if spoken:
        yield from (match for match in _ROLE.finditer(text) if _is_role(text, match.end()))


def _is_stopped(match: re.Match[str], known: Counter[str]) -> bool:
    name = match["name"]
    if "." in name:
        return known[name] >= _LEAST or is_person(
            match.string, match.start("name"), match.end("name")
        )
    return match["label"].endswith(".") and is_personal(name)


def _is_shouted_full(name: str) -> bool:
    return "." in name and re.search(SHOUT, name) is not None


def _is_role(text: str, start: int) -> bool:
    """«ПРЕДСЕДАТЕЛЬ. …», «Председательствующий. …», «Голос из зала. …»."""
    match = roles().match(text, start)
    if match is None or not text[match.end() : match.end() + 1].isspace():
        return False
    name = match["name"]
    return name.isupper() or " " in name or name.lower().startswith("председательству")


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
