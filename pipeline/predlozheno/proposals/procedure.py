"""Which records only run the meeting."""

from __future__ import annotations

from functools import cache

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.learned.columns import columns
from predlozheno.resources import gazetteer


def mark_procedural(context: Context, drafts: list[Draft]) -> None:
    """Sets the flag on every draft whose content or trigger speaks of the meeting's own course."""
    for draft in drafts:
        start, end = draft.content_span
        low = columns(context.doc).low
        trigger = low[draft.trigger[0] : draft.trigger[1]]
        # «Секретарём избрали Мальгину» is told in either order.
        words = trigger + low[start:end] + trigger
        draft.procedural = draft.procedural or _is_procedural(words)


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in gazetteer("procedural")["phrases"])


def _is_procedural(words: list[str]) -> bool:
    text = " ".join(["", *words])
    return any(f" {stems[0]}" in text and _stands_in(words, stems) for stems in _phrases())


def _stands_in(words: list[str], stems: tuple[str, ...]) -> bool:
    """Whether the stems begin words that follow one another."""
    return any(
        all(words[i + k].startswith(stem) for k, stem in enumerate(stems))
        for i in range(len(words) - len(stems) + 1)
    )
