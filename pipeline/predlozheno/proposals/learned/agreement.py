"""How far candidates agree with each other, by the measure that the gold corpus uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from spacy.tokens import Doc

from predlozheno.language.answers import answers, told
from predlozheno.proposals.candidates import Candidate, Fragments

AGREES = 0.5
# Less likely ones cannot change a choice.
_NEGLIGIBLE = 0.003
_IGNORED = re.compile(r"""[\s«»"“”.,;:]""")


class Overlaps:
    """F1 of the characters of two contents, white space and quotation marks left out."""

    def __init__(self, doc: Doc) -> None:
        sizes = told(answers(doc).text, lambda text: len(_IGNORED.sub("", text)))
        self._sums = [0, *accumulate(sizes)]

    def of(self, one: Fragments, other: Fragments) -> float:
        """1 where they hold the same words, 0 where they share none."""
        total = self._size(one) + self._size(other)
        if not total:
            return 0.0
        shared = sum(
            self._sums[min(b, d)] - self._sums[max(a, c)]
            for a, b in one
            for c, d in other
            if max(a, c) < min(b, d)
        )
        return 2 * shared / total

    def _size(self, content: Fragments) -> int:
        return sum(self._sums[end] - self._sums[start] for start, end in content)


def expected(
    candidates: Sequence[Candidate], probabilities: Sequence[float], overlaps: Overlaps
) -> tuple[list[float], list[float]]:
    """What each candidate is worth, given how likely each is to be a content.

    Returns:
        For each the overlap squared that it can expect with a true content, and the probability that
        it agrees with one; both are near its own probability and above it.
    """
    worth, right = list(probabilities), list(probabilities)
    for one, other in _neighbours(candidates, probabilities):
        overlap = overlaps.of(candidates[one].content, candidates[other].content)
        if overlap < AGREES:
            continue
        for a, b in ((one, other), (other, one)):
            worth[a] += probabilities[b] * overlap**2
            right[a] += probabilities[b]
    return worth, [min(1.0, value) for value in right]


def _neighbours(
    candidates: Sequence[Candidate], probabilities: Sequence[float]
) -> Iterator[tuple[int, int]]:
    """Pairs of candidates that overlap and both matter."""
    likely = [i for i, p in enumerate(probabilities) if p > _NEGLIGIBLE]
    likely.sort(key=lambda i: candidates[i].start)
    for position, one in enumerate(likely):
        for other in likely[position + 1 :]:
            if candidates[other].start >= candidates[one].end:
                break
            yield one, other
