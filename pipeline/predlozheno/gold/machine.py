"""The evaluation as plain data, for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from predlozheno.gold.cases import cases, closed_ids
from predlozheno.gold.evaluation import Evaluation, Group
from predlozheno.gold.scoring import DocumentScore

if TYPE_CHECKING:
    from predlozheno.proposals import Account


def as_data(evaluation: Evaluation, accounts: Mapping[str, Sequence[Account]]) -> dict[str, Any]:
    """What JSON can hold: all groups, and each document with its errors; of `test` ids alone."""
    return {
        "whole": _group(evaluation.whole),
        "splits": {group.name: _group(group) for group in evaluation.splits},
        "genres": {group.name: _group(group) for group in evaluation.genres},
        "documents": [
            _document(score, accounts.get(score.gold.stem, ())) for score in evaluation.documents
        ],
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "documents": group.documents,
        "records": group.records,
        "predictions": group.predictions,
        "measures": [asdict(measure) for measure in group.measures],
        "accuracies": [asdict(accuracy) for accuracy in group.accuracies],
        "false_alarms": [asdict(alarms) for alarms in group.alarms],
        "reliability": asdict(group.reliability),
    }


def _document(score: DocumentScore, account: Sequence[Account]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "document": score.gold.stem,
        "genre": score.gold.genre,
        "split": score.split,
        "found": sorted(score.found),
        "exact": sorted(score.exact),
        **closed_ids(score),
    }
    if score.split != "test":
        data["errors"] = [asdict(case) for case in cases(score, account)]
    return data
