"""Trains the ranking on gold documents, and measures it on documents that it did not see."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from predlozheno.errors import GoldError
from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.labelling import Tallied, TrainingDocument
from predlozheno.gold.metrics import SAMPLES, SEED
from predlozheno.proposals.frames import FrameSet
from predlozheno.proposals.learned.fitting import CHOICE_PENALTY, DOCUMENTS, fit_choice, fit_kinds
from predlozheno.proposals.learned.model import Point, RankingModel
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.proposals.ranking import Weighed, choose, weigh

FOLDS = 7
REPEATS = 3
_THRESHOLDS = tuple(round(0.2 + 0.025 * step, 3) for step in range(17))
# Calibration looks at everything that could have been taken at some threshold.
_LOWEST = 0.05
_BINS = 12
_UNCALIBRATED: tuple[Point, ...] = ((0.0, 0.0), (1.0, 1.0))

Interval = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Training:
    """A trained model and how it did on documents that it had not seen.

    Attributes:
        model: fitted to all documents.
        documents: (stem, start of the SHA-256 over text and gold file) of each.
        date: of the latest meeting among them.
        coverage: records, share of them with a candidate at F1 0.5, share at 0.8, and how many
            candidates a sentence has.
        rules, ranked: the tallies of all documents, without and with the model; the latter over
            `REPEATS` divisions into folds.
        gain: F1 of ranked minus F1 of rules, with its 95 % interval over resampled documents.
        kind: how often the learned kind is right where no trigger carries the content, and of how many.
    """

    model: RankingModel
    documents: tuple[tuple[str, str], ...]
    date: str | None
    coverage: tuple[int, float, float, float]
    rules: Tallied
    ranked: Tallied
    gain: Interval
    kind: tuple[float, int]

    def card(self) -> dict[str, object]:
        """What is worth knowing of the model, for the file beside its weights."""
        records, agreed, close, candidates = self.coverage
        return {
            "data": {
                "split": "dev",
                "latest_meeting": self.date,
                "documents": dict(self.documents),
            },
            "method": {
                "features": len(self.model.choice),
                "seen_in_documents": DOCUMENTS,
                "penalty": CHOICE_PENALTY,
                "folds": FOLDS,
                "repeats": REPEATS,
            },
            "candidates": {
                "records": records,
                "at_0.5": round(agreed, 3),
                "at_0.8": round(close, 3),
                "per_sentence": round(candidates, 1),
            },
            "cross_validated": {
                "rules_only": _figures(self.rules),
                "ranked": _figures(self.ranked),
                "gain_f1": [round(value, 3) for value in self.gain],
                "kind_without_trigger": [round(self.kind[0], 3), self.kind[1]],
            },
        }


def _figures(tally: Tallied) -> dict[str, float]:
    return {
        "precision": round(tally.precision, 3),
        "recall": round(tally.recall, 3),
        "f1": round(tally.f1, 3),
    }


def train(golds: Sequence[GoldDocument], frames: FrameSet) -> Training:
    """Fits the ranking; the same documents and frames always give the same model.

    Args:
        golds: of the `dev` split alone.
        frames: the words that count.

    Raises:
        GoldError: where there are too few documents to hold some of them out.
    """
    if len(golds) < max(FOLDS, DOCUMENTS + 1):
        raise GoldError(
            f"{len(golds)} gold documents are too few to train on",
            hint=f"At least {max(FOLDS, DOCUMENTS + 1)} are needed",
        )
    lexicon = Lexicon(frames)
    documents = [TrainingDocument(gold, lexicon) for gold in sorted(golds, key=lambda g: g.stem)]
    held_out = list(_cross_validate(documents))
    threshold = max(_THRESHOLDS, key=lambda t: sum_up(_tallies(held_out, t)).f1)
    labelled = [document.labelled for document in documents]
    model = RankingModel(
        fit_choice(labelled), fit_kinds(labelled), threshold, _calibration(held_out)
    )
    ranked = [
        sum_up(one.choose(threshold)[0] for one in held_out if one.document is document)
        for document in documents
    ]
    return Training(
        model=model,
        documents=tuple((d.gold.stem, _digest(d.gold)) for d in documents),
        date=max((d.date for d in documents if d.date), default=None),
        coverage=_coverage(documents),
        rules=sum_up(document.rules for document in documents),
        ranked=sum_up(ranked),
        gain=_gain([document.rules for document in documents], ranked),
        kind=_kind_share(held_out),
    )


@dataclass
class _HeldOut:
    """A document under a model that had not seen it."""

    document: TrainingDocument
    model: RankingModel

    @cached_property
    def _weighed(self) -> list[Weighed]:
        document = self.document
        return weigh(document.found, document.labelled.features, document.overlaps, self.model)

    def choose(self, threshold: float) -> tuple[Tallied, list[tuple[float, bool]]]:
        """The tally, and for each candidate taken its probability and whether it was right."""
        chosen = choose(self._weighed, threshold)
        tally, right = self.document.score(one.candidate for one in chosen)
        return tally, [(o.probability, r) for o, r in zip(chosen, right, strict=True)]


def sum_up(tallies: Iterable[Tallied]) -> Tallied:
    """All of them together."""
    return sum(tallies, start=Tallied())


def folds(stems: Sequence[str], repeat: int) -> list[frozenset[str]]:
    """The stems in `FOLDS` parts; every repeat divides them otherwise."""

    def place(stem: str) -> str:
        return hashlib.sha256(f"{repeat} {stem}".encode()).hexdigest()

    ordered = sorted(stems, key=place)
    return [frozenset(ordered[part::FOLDS]) for part in range(FOLDS)]


def _cross_validate(documents: Sequence[TrainingDocument]) -> Iterator[_HeldOut]:
    for repeat in range(REPEATS):
        for held in folds([document.gold.stem for document in documents], repeat):
            seen = [d.labelled for d in documents if d.gold.stem not in held]
            model = RankingModel(fit_choice(seen), fit_kinds(seen), 0.0, _UNCALIBRATED)
            yield from (_HeldOut(d, model) for d in documents if d.gold.stem in held)


def _tallies(held_out: Sequence[_HeldOut], threshold: float) -> list[Tallied]:
    return [one.choose(threshold)[0] for one in held_out]


def _calibration(held_out: Sequence[_HeldOut]) -> tuple[Point, ...]:
    """Bins of like probability, each with the share that was right, made to rise."""
    seen = sorted(pair for one in held_out for pair in one.choose(_LOWEST)[1])
    if not seen:
        return _UNCALIBRATED
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


def _gain(rules: Sequence[Tallied], ranked: Sequence[Tallied]) -> Interval:
    """The difference of F1 and its interval; each document's ranked tally counts `REPEATS` times."""
    import numpy as np

    def difference(indices: Sequence[int]) -> float:
        return sum_up([ranked[i] for i in indices]).f1 - sum_up([rules[i] for i in indices]).f1

    drawn = np.random.default_rng(SEED).integers(0, len(rules), (SAMPLES, len(rules)))
    low, high = np.percentile([difference(row.tolist()) for row in drawn], (2.5, 97.5))
    return difference(range(len(rules))), float(low), float(high)


def _coverage(documents: Sequence[TrainingDocument]) -> tuple[int, float, float, float]:
    counts = [document.coverage() for document in documents]
    records, agreed, close = (sum(column) for column in zip(*counts, strict=True))
    clusters = [cluster for d in documents for cluster in d.found.clusters]
    candidates = sum(len(cluster.candidates) for cluster in clusters)
    return (
        records,
        agreed / max(1, records),
        close / max(1, records),
        candidates / max(1, len(clusters)),
    )


def _kind_share(held_out: Sequence[_HeldOut]) -> tuple[float, int]:
    """How often the learned kind is right, of the contents that no trigger carries."""
    right = []
    for one in held_out:
        labelled, model = one.document.labelled, one.model
        for i, kind in zip(labelled.chosen, labelled.kinds, strict=True):
            features = labelled.features[i]
            if "trigger=none" in features and "head=" in features:
                right.append(model.kind(features) == kind)
    return sum(right) / max(1, len(right)), len(right) // REPEATS


def _digest(gold: GoldDocument) -> str:
    digest = hashlib.sha256(gold.document.source.encode())
    digest.update(gold.path.read_bytes())
    return digest.hexdigest()[:16]
