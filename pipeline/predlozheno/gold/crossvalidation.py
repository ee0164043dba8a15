"""Holds documents out: how the model does on what it has not seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from predlozheno.gold.labelling import Tallied, TrainingDocument
from predlozheno.proposals.learned.fitting import (
    OPEN,
    ClassesLabelled,
    fit_choice,
    fit_gate,
    fit_kinds,
    fit_roles,
)
from predlozheno.proposals.learned.model import NO_PART, Point, RankingModel
from predlozheno.proposals.ranking import Weighed, choose, weigh

FOLDS = 7
REPEATS = 2
# Calibration looks at everything that could have been taken at some threshold.
_LOWEST = 0.05
_BINS = 12
_SHUT = 0.3
UNCALIBRATED: tuple[Point, ...] = ((0.0, 0.0), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Example:
    """A document with all that is learned from it.

    Attributes:
        document: its candidates and the records that they answer.
        kinds: of the contents of its records.
        parts: of the mentions around them.
    """

    document: TrainingDocument
    kinds: ClassesLabelled
    parts: ClassesLabelled

    @property
    def stem(self) -> str:
        """The document's name."""
        return self.document.gold.stem


@dataclass
class HeldOut:
    """A document under a model that had not seen it."""

    example: Example
    model: RankingModel

    @cached_property
    def promises(self) -> list[float]:
        """What each of its sentences promises."""
        return [self.model.promise(row) for row in self.document.sentences.features]

    @property
    def document(self) -> TrainingDocument:
        """The document itself."""
        return self.example.document

    @cached_property
    def _weighed(self) -> list[tuple[int, Weighed]]:
        """All candidates, each with the index of its sentence."""
        document = self.document
        rows = document.labelled.features
        weighed = weigh(document.found, rows, document.overlaps, self.model)
        clusters = document.found.clusters
        places = [index for index, cluster in enumerate(clusters) for _ in cluster.candidates]
        return list(zip(places, weighed, strict=True))

    def choose(self, threshold: float, bar: float) -> tuple[Tallied, list[tuple[float, bool]]]:
        """The tally, and for each candidate taken its probability and whether it was right.

        Args:
            threshold: what a candidate must be worth.
            bar: what its sentence must promise, unless the rules made a draft of it.
        """
        ruled, promises = self.document.ruled, self.promises
        behind = [one for i, one in self._weighed if i in ruled or promises[i] >= bar]
        chosen = choose(self.document.found.context, behind, threshold)
        tally, right = self.document.score(one.candidate for one in chosen)
        return tally, [(o.probability, r) for o, r in zip(chosen, right, strict=True)]

    def kinds(self) -> Tallied:
        """How many kinds are right; a wrong one is both spurious and missed."""
        guessed = [self.model.kind(row).value for row in self.example.kinds.features]
        return _compared(guessed, self.example.kinds.answers, none=None)

    def parts(self) -> Tallied:
        """How many mentions were given their part."""
        chances = [self.model.parts(row) for row in self.example.parts.features]
        guessed = [max(row, key=lambda part: row[part]) for row in chances]
        return _compared(guessed, self.example.parts.answers, none=NO_PART)


def _compared(guessed: Sequence[str], answers: Sequence[str], none: str | None) -> Tallied:
    pairs = list(zip(guessed, answers, strict=True))
    return Tallied(
        found=sum(guess == answer != none for guess, answer in pairs),
        spurious=sum(guess not in (answer, none) for guess, answer in pairs),
        missed=sum(answer not in (guess, none) for guess, answer in pairs),
    )


def sum_up(tallies: Iterable[Tallied]) -> Tallied:
    """All of them together."""
    return sum(tallies, start=Tallied())


def folds(stems: Sequence[str], repeat: int) -> list[frozenset[str]]:
    """The stems in `FOLDS` parts; every repeat divides them otherwise."""

    def place(stem: str) -> str:
        return hashlib.sha256(f"{repeat} {stem}".encode()).hexdigest()

    ordered = sorted(stems, key=place)
    return [frozenset(ordered[part::FOLDS]) for part in range(FOLDS)]


def cross_validate(examples: Sequence[Example]) -> Iterator[HeldOut]:
    """Every document under a model of the others, `REPEATS` times over."""
    for repeat in range(REPEATS):
        for held in folds([example.stem for example in examples], repeat):
            seen = [example for example in examples if example.stem not in held]
            model = fitted(seen, 0.0, UNCALIBRATED, 0.0)
            yield from (HeldOut(e, model) for e in examples if e.stem in held)


def fitted(
    examples: Sequence[Example], threshold: float, calibration: tuple[Point, ...], bar: float
) -> RankingModel:
    """The model of these documents."""
    return RankingModel(
        choice=fit_choice([example.document.labelled for example in examples]),
        kinds=fit_kinds([example.kinds for example in examples]),
        roles=fit_roles([example.parts for example in examples]),
        threshold=threshold,
        calibration=calibration,
        gate=fit_gate([example.document.sentences for example in examples]),
        bar=bar,
    )


def lowest_bar(held_out: Sequence[HeldOut]) -> tuple[float, float]:
    """The bar, and the share of the sentences without a draft of the rules that it lets through.

    Of those among them that hold a record, `_SHUT` stay behind it.
    """
    told = [
        (promise, answer == OPEN)
        for one in held_out
        for i, (promise, answer) in enumerate(
            zip(one.promises, one.document.sentences.answers, strict=True)
        )
        if i not in one.document.ruled
    ]
    wanted = sorted(promise for promise, holds in told if holds)
    bar = wanted[int(_SHUT * len(wanted))] if wanted else 0.0
    return bar, sum(promise >= bar for promise, _ in told) / max(1, len(told))


def calibration(held_out: Sequence[HeldOut], bar: float) -> tuple[Point, ...]:
    """Bins of like probability, each with the share that was right, made to rise."""
    seen = sorted(pair for one in held_out for pair in one.choose(_LOWEST, bar)[1])
    if not seen:
        return UNCALIBRATED
    size = max(1, -(-len(seen) // _BINS))
    bins = [seen[i : i + size] for i in range(0, len(seen), size)]
    pools: list[list[tuple[float, bool]]] = []
    for pool in bins:
        pools.append(pool)
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            last = pools.pop()
            pools[-1] = pools[-1] + last
    means = [sum(probability for probability, _ in pool) / len(pool) for pool in pools]
    return tuple(
        (round(m, 3), round(_share(pool), 3)) for m, pool in zip(means, pools, strict=True)
    )


def _share(pool: list[tuple[float, bool]]) -> float:
    return sum(right for _, right in pool) / len(pool)
