"""Nouns of bodies that meet and act by themselves: «собрание», «группа», «комиссия»."""

from __future__ import annotations

from functools import cache

from predlozheno.language.morphology import fold
from predlozheno.resources import gazetteer


@cache
def meeting_bodies() -> frozenset[str]:
    """Their lemmas; those are left out that are bodies only where something is done to them."""
    lists = gazetteer("parties-bodies")
    found = {fold(word) for word in (*lists["always"], *lists["named"], *lists["modified"])}
    return frozenset(found - {fold(word) for word in gazetteer("target-cues")["bodies"]})
