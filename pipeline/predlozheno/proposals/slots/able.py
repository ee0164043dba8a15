"""What a thing can do, which nobody wants done: «инструмент, способный призвать к порядку»."""

from __future__ import annotations

from spacy.tokens import Doc

from predlozheno.proposals.learned.columns import Columns, columns

_ABLE = frozenset("способный призванный обязанный".split())


def describing(doc: Doc, start: int, first: int) -> bool:
    """«инструмент, способный призвать к порядку и забыть распри»: what a thing can do is not wanted."""
    words = columns(doc)
    able = next((i for i in range(first - 1, start, -1) if is_able(words, i)), None)
    return able is not None and any(words.nominal[i] for i in range(start, able))


def is_able(words: Columns, i: int) -> bool:
    """«Способный», «позволяющее»: an infinitive behind it is no action of the wish."""
    return words.lemma[i] in _ABLE or words.low[i].startswith("позволяющ")
