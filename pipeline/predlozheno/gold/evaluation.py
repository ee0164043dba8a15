"""The whole evaluation of a corpus: every measure, for all documents, each split and each genre."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from predlozheno.errors import GoldError
from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.metrics import Accuracy, Measure, accuracies, measures
from predlozheno.gold.reliability import Reliability, reliability
from predlozheno.gold.scoring import DocumentScore, score_document
from predlozheno.gold.splits import SPLITS, Split
from predlozheno.gold.tallies import Mode
from predlozheno.records.schema import Proposal


@dataclass(frozen=True, slots=True)
class Alarms:
    """Hard negatives of one reason: how many there are, and how many raised a false alarm."""

    reason: str
    rejects: int
    alarms: int


@dataclass(frozen=True, slots=True)
class Group:
    """The measures of some of the documents.

    Attributes:
        name: "all", a split's name, or a genre's.
        records: gold records, optional ones left out.
        predictions: those that count: answers to optional records are left out.
    """

    name: str
    documents: int
    records: int
    predictions: int
    measures: tuple[Measure, ...]
    accuracies: tuple[Accuracy, ...]
    alarms: tuple[Alarms, ...]
    reliability: Reliability

    def measure(self, name: str, mode: Mode = "overlapping") -> Measure | None:
        """The measure of that name; None where nothing was counted for it."""
        return next((one for one in self.measures if (one.name, one.mode) == (name, mode)), None)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores of single documents in the order of their names, and of groups of them."""

    documents: tuple[DocumentScore, ...]
    whole: Group
    splits: tuple[Group, ...]
    genres: tuple[Group, ...]


def evaluate(
    golds: Iterable[GoldDocument],
    predictions: Mapping[str, Sequence[Proposal]],
    *,
    splits: Mapping[str, Split] | None = None,
) -> Evaluation:
    """Compares predictions with gold.

    Args:
        golds: the documents to score.
        predictions: for each document's stem what was extracted from it, with offsets into the very
            `Document.source` that the gold document holds.
        splits: the split of each stem; all are `dev` without it.

    Raises:
        GoldError: where a document has no predictions at all, not even an empty list.
    """
    ordered = sorted(golds, key=lambda gold: gold.stem)
    if absent := [gold.stem for gold in ordered if gold.stem not in predictions]:
        raise GoldError(f"no predictions for {', '.join(absent)}")
    scores = [
        score_document(gold, predictions[gold.stem], split=(splits or {}).get(gold.stem, "dev"))
        for gold in ordered
    ]
    genres = sorted({score.gold.genre for score in scores if score.gold.genre})
    by_split = {split: [score for score in scores if score.split == split] for split in SPLITS}
    by_genre = {genre: [score for score in scores if score.gold.genre == genre] for genre in genres}
    return Evaluation(
        documents=tuple(scores),
        whole=_group("all", scores),
        splits=tuple(_group(name, members) for name, members in by_split.items() if members),
        genres=tuple(_group(name, members) for name, members in by_genre.items()),
    )


def _group(name: str, scores: Sequence[DocumentScore]) -> Group:
    tallies = [score.tally for score in scores]
    found = sum(len(score.matching.found) for score in scores)
    return Group(
        name=name,
        documents=len(scores),
        records=found + sum(len(score.matching.missed) for score in scores),
        predictions=found + sum(len(score.matching.spurious) for score in scores),
        measures=tuple(measures(tallies)),
        accuracies=tuple(accuracies(tallies)),
        alarms=tuple(_alarms(scores)),
        reliability=reliability(answer for score in scores for answer in score.confidences),
    )


def _alarms(scores: Sequence[DocumentScore]) -> Iterable[Alarms]:
    rejects = [reject.reason for score in scores for reject in score.gold.rejects]
    raised = [reject.reason for score in scores for reject, _ in score.alarms]
    for reason in sorted(set(rejects)):
        yield Alarms(str(reason), rejects.count(reason), raised.count(reason))
