"""Short names that a text declares («(далее – СРГ)», «(ДРРК)») or that fit a name it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Span

from predlozheno.language.answers import answers
from predlozheno.language.morphology import fold
from predlozheno.language.names import nominative

_DECLARED = re.compile(
    r"\(\s*(?:далее\s*(?:по тексту\s*)?(?:[–—:-]|именуется|именуемый|именуемая)\s*)"
    r"[«\"]?([^()«»\"]{2,60}?)[»\"]?\s*\)"
)
_BRACKETED = re.compile(r"\(([А-ЯЁ][А-ЯЁа-яё-]*[А-ЯЁ])\)")
_SMALL_WORDS = frozenset("и в во на по с со к о об при для за".split())


def declared_names(doc: Doc) -> list[str]:
    """The short names that the text declares with «далее», whatever they are short for."""
    return [match.group(1).strip() for match in _DECLARED.finditer(answers(doc).whole)]


def find_abbreviations(doc: Doc, parties: Iterable[Span]) -> dict[str, str]:
    """Abbreviation or short name to full name in the nominative.

    Declared ones first: the party that ends in front of the bracket is the full name. Then
    abbreviations whose letters are the initials of a party of the same text.
    """
    spans, text = list(parties), answers(doc).whole
    by_end = {span.end_char: span for span in reversed(spans)}
    found: dict[str, str] = {}
    for pattern in (_DECLARED, _BRACKETED):
        for match in pattern.finditer(text):
            full = _party_before(text, by_end, match.start())
            short = match.group(1).strip()
            if full is not None and (pattern is _DECLARED or _initials_fit(short, full)):
                found.setdefault(short, nominative(full))
    by_initials = {_initials(span): span for span in reversed((*spans, *doc.ents))}
    for short in sorted(filter(_is_abbreviation, set(answers(doc).text))):
        if short not in found and fold(short) in by_initials:
            found[short] = nominative(by_initials[fold(short)])
    return found


def _party_before(text: str, by_end: dict[int, Span], bracket: int) -> Span | None:
    """The party that ends where the bracket opens."""
    while bracket and text[bracket - 1].isspace():
        bracket -= 1
    return by_end.get(bracket)


def _initials(span: Span) -> str:
    """First letters of the words of a name, small; «Северо-Восточной» gives two, one word none."""
    words = re.findall(r"[А-ЯЁа-яёA-Za-z]+", span.text)
    if len(words) < 2 or span.label_ == "PER":
        return ""
    return "".join(fold(word[0]) for word in words if fold(word) not in _SMALL_WORDS)


def _initials_fit(short: str, span: Span) -> bool:
    """Whether the short name may stand for the party: its capitals begin words of it, in order."""
    letters = [fold(letter) for letter in short if letter.isupper()]
    initials = iter(_initials(span))
    return sum(letter in initials for letter in letters) * 2 > len(letters)


def _is_abbreviation(text: str) -> bool:
    return 2 <= len(text) <= 6 and text.isalpha() and text.isupper()
