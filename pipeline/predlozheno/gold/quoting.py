"""Writes a span of a text as a quote that leads back to it, numbered where its words stand again."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from predlozheno.errors import GoldError
from predlozheno.gold.quotes import (
    HYPHENS,
    Extent,
    first_clear,
    first_free,
    nearest,
    occurrences,
    split_ordinal,
)

_SOFT_HYPHEN = re.compile("\u00ad\\s*")
_LINE_BREAK = re.compile(rf"([{HYPHENS}])\s*?[\r\n]\s*")
_NO_INK = HYPHENS + "\u00ad"


class Quoter:
    """Quotes for the spans of one text, chosen as `resolving.Resolver` will read them.

    Every method takes half-open offsets into `source`, and `words`: how the span is best written,
    where that is known («провести» for a word broken at a line's end). What no quote can lead to is
    settled as `reach` says.

    Raises:
        GoldError: where a span holds no letters, or its words stand too often to be numbered.
    """

    def __init__(self, source: str) -> None:
        self.source = source

    def near(self, extent: Extent, anchor: Extent, words: str = "") -> str:
        """A quote whose occurrence nearest to `anchor` is meant."""
        return self._quote(extent, words, lambda found: nearest(found, anchor))

    def onward(self, extent: Extent, begin: int, taken: Collection[Extent], words: str = "") -> str:
        """A quote whose first occurrence from `begin` on that is not `taken` is meant."""
        return self._quote(extent, words, lambda found: first_free(found, begin, taken))

    def clear(
        self,
        extent: Extent,
        taken: Collection[Extent],
        triggers: Collection[Extent],
        words: str = "",
    ) -> str:
        """A quote whose first occurrence that is neither taken nor a trigger is meant."""
        return self._quote(extent, words, lambda found: first_clear(found, taken, triggers))

    def reach(self, extent: Extent) -> Extent:
        """The span that a quote can lead to.

        White space and hyphens at its ends are left out; where it cuts a word whose part stands
        elsewhere as a word of its own («я» out of «земля»), it takes in the whole word.
        """
        inked = self._inked(extent)
        if any(inked in occurrences(quote, self.source) for quote in self._wordings(inked, "")):
            return inked
        start, end = inked
        while start > 0 and self.source[start - 1].isalnum() and self.source[start].isalnum():
            start -= 1
        while end < len(self.source) and self.source[end - 1 : end + 1].isalnum():
            end += 1
        return start, end

    def _inked(self, extent: Extent) -> Extent:
        start, end = extent
        while start < end and self._is_blank(self.source[start]):
            start += 1
        while start < end and self._is_blank(self.source[end - 1]):
            end -= 1
        if start == end:
            raise GoldError(f"{self._place(extent)} holds no letters", hint="Mark words")
        return start, end

    def _place(self, extent: Extent) -> str:
        line = self.source.count("\n", 0, extent[0]) + 1
        return f"line {line}: «{self.source[slice(*extent)]}»"

    def _quote(
        self, extent: Extent, words: str, choose: Callable[[list[Extent]], Extent | None]
    ) -> str:
        reached = self.reach(extent)
        for quote in self._wordings(reached, words):
            found = occurrences(quote, self.source)
            if reached not in found:
                continue
            if choose(found) == reached:
                return quote
            number = found.index(reached) + 1
            # Where the text itself goes on «#2» behind the words, «#02» still numbers them.
            for zeros in ("", "0", "00", "000"):
                numbered = f"{quote}#{zeros}{number}"
                if split_ordinal(numbered, self.source) == (quote, number):
                    return numbered
        raise GoldError(f"{self._place(extent)}: no quote leads to it", hint="Mark more words")

    def _wordings(self, extent: Extent, words: str) -> Iterator[str]:
        held = self.source[slice(*extent)]
        if words:
            yield " ".join(words.split())
        yield " ".join(_LINE_BREAK.sub(r"\1", _SOFT_HYPHEN.sub("", held)).split())
        yield " ".join(held.split())

    def _is_blank(self, character: str) -> bool:
        return character.isspace() or character in _NO_INK
