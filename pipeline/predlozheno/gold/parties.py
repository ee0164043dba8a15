"""Whether two mentions name the same party."""

from __future__ import annotations

import re
from functools import lru_cache

from predlozheno.gold.documents import GoldParty
from predlozheno.language.morphology import fold, lemmas
from predlozheno.records.schema import Party

_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")

# Each word as the lemmas that its form can belong to; initials apart.
Name = tuple[tuple[frozenset[str], ...], str]


def same_party(gold: GoldParty, guess: Party) -> bool:
    """Whether the words of the two are the same but for their case, number and place in the text.

    The gold's words, `name` and `canonical` are each compared with those of the guess. Initials
    must not contradict one another, but one side may lack them.
    """
    wanted = {name for name in (gold.text, gold.name, gold.canonical) if name}
    given = {guess.text, guess.name, guess.canonical}
    return any(_same(parsed(one), parsed(other)) for one in wanted for other in given)


@lru_cache(maxsize=16384)
def parsed(mention: str) -> Name:
    """The words of a mention as sets of lemmas, and its initials («М.М. Гринёва»: «мм»)."""
    words = _WORD.findall(re.sub(r"[-\u2010]\s*[\r\n]\s*", "-", mention))
    full = [word for word in words if not _is_initial(word)]
    if not full:
        return tuple(frozenset([fold(word)]) for word in words), ""
    initials = "".join(fold(word) for word in words if _is_initial(word))
    return tuple(lemmas(word) | {fold(word)} for word in full), initials


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _same(one: Name, other: Name) -> bool:
    words, initials = one
    others, other_initials = other
    if not words or len(words) != len(others):
        return False
    if initials and other_initials and initials != other_initials:
        return False
    return all(mine & theirs for mine, theirs in zip(words, others, strict=True))
