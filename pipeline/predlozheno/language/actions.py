"""Nouns of action («введение», «ликвидация»): a verb of the dictionary stands behind them."""

from __future__ import annotations

import re
from functools import cache

from predlozheno.language.morphology import analyses

_ATION = re.compile(r"(.{3,})(?:из)?ация")
_KA = re.compile(r"(.{4,})ка")
_ABSTRACT = re.compile(r".{3}(?:ние|тие)$")


@cache
def is_action(lemma: str) -> bool:
    """Whether a noun, in the nominative singular, names what is done."""
    if _ABSTRACT.search(lemma):
        return True
    if stem := _ATION.fullmatch(lemma):
        return any(_is_verb(stem[1] + end) for end in ("ировать", "изировать", "овать", "изовать"))
    if stem := _KA.fullmatch(lemma):
        return any(_is_verb(stem[1] + end) for end in ("ить", "ять", "ать", "овать"))
    return False


def _is_verb(word: str) -> bool:
    return any(r.known and r.pos == "VERB" and r.lemma == word for r in analyses(word))
