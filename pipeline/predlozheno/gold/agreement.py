"""How far two people agree who annotated the same texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from predlozheno.errors import GoldError
from predlozheno.gold.conversion import as_proposals
from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.evaluation import Evaluation, evaluate
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.loading import gold_files, load
from predlozheno.gold.matching import AGREES


@dataclass(frozen=True, slots=True)
class Agreement:
    """The second annotation scored as if it were an answer to the first.

    F1 is the same whichever of the two is called gold. `kappa` is Cohen's, of the kinds of the
    records that both have; None where there are none, or chance alone would make them agree.
    """

    evaluation: Evaluation
    kappa: float | None
    kinds: tuple[tuple[str, str, int], ...]


def agreement(first: Iterable[GoldDocument], second: Iterable[GoldDocument]) -> Agreement:
    """Compares the documents that both hold; a record optional in either counts in neither.

    Raises:
        GoldError: where they share no document, or a document's texts differ.
    """
    others = {gold.stem: gold for gold in second}
    shared = [gold for gold in first if gold.stem in others]
    if not shared:
        raise GoldError("the two annotations have no document in common")
    for gold in shared:
        if gold.source != others[gold.stem].source:
            raise GoldError(f"{gold.path} and {others[gold.stem].path} annotate different texts")
    golds = [_with_options_of(gold, others[gold.stem]) for gold in shared]
    answers = {gold.stem: as_proposals(_required(others[gold.stem])) for gold in shared}
    evaluation = evaluate(golds, answers)
    kinds = Counter(
        (str(record.kind), str(guess.kind))
        for score in evaluation.documents
        for record, guess in score.matching.found
    )
    pairs = [(one, other, count) for (one, other), count in sorted(kinds.items())]
    return Agreement(evaluation, cohens_kappa(pairs), tuple(pairs))


def agreement_of_folders(first: Path, second: Path) -> Agreement:
    """Compares the gold files of the same name in two folders.

    Raises:
        UsageError: where a folder is missing or holds no gold file.
        GoldError: where a file cannot be loaded, or the folders have no text in common.
    """
    return agreement(
        [load(path) for path in gold_files([first])], [load(path) for path in gold_files([second])]
    )


def cohens_kappa(pairs: Sequence[tuple[str, str, int]]) -> float | None:
    """Agreement beyond chance, of pairs of labels with their counts."""
    total = sum(count for _, _, count in pairs)
    if not total:
        return None
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for one, other, count in pairs:
        first[one] += count
        second[other] += count
    same = sum(count for one, other, count in pairs if one == other) / total
    chance = sum(first[label] * second[label] for label in first) / total**2
    return None if chance == 1 else (same - chance) / (1 - chance)


def _required(gold: GoldDocument) -> GoldDocument:
    return replace(gold, records=tuple(record for record in gold.records if not record.optional))


def _with_options_of(gold: GoldDocument, other: GoldDocument) -> GoldDocument:
    """Makes those records optional too that agree with optional ones of the other only."""
    ink = Ink(gold.source)

    def inks(required: bool) -> list[frozenset[int]]:
        return [
            ink.of(mark.extent for mark in record.content)
            for record in other.records
            if record.optional != required
        ]

    required, optional = inks(True), inks(False)

    def is_optional(content: frozenset[int]) -> bool:
        return any(overlap(content, one) >= AGREES for one in optional) and not any(
            overlap(content, one) >= AGREES for one in required
        )

    return replace(
        gold,
        records=tuple(
            replace(record, optional=True)
            if is_optional(ink.of(mark.extent for mark in record.content))
            else record
            for record in gold.records
        ),
    )
