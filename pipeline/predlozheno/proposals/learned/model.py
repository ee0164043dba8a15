"""The weights of the learned choice, as readable files under models/ranking/."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, fsum
from pathlib import Path
from typing import TypeVar

from predlozheno.errors import ModelsError
from predlozheno.records.schema import Kind, Role

FOLDER = "ranking"
CHOICE, KINDS, ROLES, CARD = "choice.tsv", "kinds.tsv", "roles.tsv", "card.json"
GATE = "gate.tsv"
DIGITS = 3
NO_PART, PROPOSER = "none", "proposer"
PARTS = (NO_PART, PROPOSER, *(role.value for role in Role))
_RETRAIN = "Train it anew: predlozheno train GOLD_DIR"

Point = tuple[float, float]
C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class RankingModel:
    """What the choice among candidates has learned.

    Attributes:
        choice: the weight of each feature; features that are not there weigh nothing.
        kinds: for each kind the weights that speak for it.
        roles: for each of `PARTS` the weights that speak for a mention playing it.
        threshold: what a candidate must be worth to be taken.
        calibration: (raw, calibrated) probabilities, both rising.
        gate: the weights that speak for a sentence being looked through at all.
        bar: what a sentence must promise to be; without weights all are.
    """

    choice: Mapping[str, float]
    kinds: Mapping[Kind, Mapping[str, float]]
    roles: Mapping[str, Mapping[str, float]]
    threshold: float
    calibration: tuple[Point, ...]
    gate: Mapping[str, float] = field(default_factory=dict)
    bar: float = 0.0
    _by_name: dict[str, list[float]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Each name is looked up once for all parts.
        object.__setattr__(self, "_by_name", _by_feature(self.roles, list(self.roles)))

    def promise(self, features: Iterable[str]) -> float:
        """The sum of a sentence's weights, to be held against `bar`."""
        return _sum(self.gate, set(features))

    def score(self, features: Iterable[str]) -> float:
        """The sum of the features' weights; exact, so in whatever order the features are named."""
        return _sum(self.choice, features)

    def kind(self, features: Iterable[str]) -> Kind:
        """The kind that the features speak for most."""
        names = list(features)
        sums = {kind: _sum(weights, names) for kind, weights in self.kinds.items()}
        return max(sums, key=lambda kind: sums[kind])

    def parts(self, features: Iterable[str]) -> dict[str, float]:
        """How likely a mention plays each of `PARTS`; the sum is 1."""
        known = [row for row in map(self._by_name.get, features) if row is not None]
        columns = zip(*known, strict=True) if known else ([] for _ in self.roles)
        sums = {part: fsum(column) for part, column in zip(self.roles, columns, strict=True)}
        peak = max(sums.values())
        likely = {part: exp(total - peak) for part, total in sums.items()}
        whole = fsum(likely.values())
        return {part: value / whole for part, value in likely.items()}

    def reasons(self, features: Iterable[str], count: int) -> tuple[str, ...]:
        """The features that weigh most for or against, heaviest first: «+1.25 trigger=before taken»."""
        known = [(self.choice[name], name) for name in features if name in self.choice]
        known.sort(key=lambda pair: (-abs(pair[0]), pair[1]))
        return tuple(f"{weight:+.2f} {name}" for weight, name in known[:count])

    def calibrated(self, probability: float) -> float:
        """The probability as it turned out on documents that the weights had not seen."""
        return interpolate(self.calibration, probability)


def _sum(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """The exact sum of the names' weights; what is not there weighs nothing."""
    return fsum(filter(None, map(weights.get, names)))


def interpolate(points: tuple[Point, ...], x: float) -> float:
    """The value at `x` on the line through the points, flat beyond both ends."""
    index = bisect_left([point[0] for point in points], x)
    if index == 0:
        return points[0][1]
    if index == len(points):
        return points[-1][1]
    (left, low), (right, high) = points[index - 1], points[index]
    return low + (high - low) * (x - left) / (right - left)


def load_model(models: Path) -> RankingModel | None:
    """The model in `models/ranking`; None where there is no such folder.

    Raises:
        ModelsError: where a file in it is missing or damaged; names file and line.
    """
    folder = models / FOLDER
    if not folder.is_dir():
        return None
    rows = _read_table(folder / CHOICE, 1)
    kinds = _read_table(folder / KINDS, len(Kind))
    roles = _read_table(folder / ROLES, len(PARTS))
    gate = _read_table(folder / GATE, 1)
    card_path = folder / CARD
    try:
        card = json.loads(card_path.read_text(encoding="utf-8"))
        threshold, bar = float(card["threshold"]), float(card["bar"])
        calibration = tuple((float(raw), float(share)) for raw, share in card["calibration"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelsError(f"{card_path}: no card of a ranking ({error})", hint=_RETRAIN) from error
    if not calibration:
        raise ModelsError(f"{card_path}: `calibration` is empty", hint=_RETRAIN)
    return RankingModel(
        choice={name: weights[0] for name, weights in rows.items()},
        kinds=_by_class(kinds, list(Kind)),
        roles=_by_class(roles, PARTS),
        threshold=threshold,
        calibration=calibration,
        gate={name: weights[0] for name, weights in gate.items()},
        bar=bar,
    )


def write_model(folder: Path, model: RankingModel, card: Mapping[str, object]) -> None:
    """Writes the model and its card; the same model always gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_table(folder / CHOICE, {name: [weight] for name, weight in model.choice.items()})
    _write_table(folder / GATE, {name: [weight] for name, weight in model.gate.items()})
    _write_table(folder / KINDS, _by_feature(model.kinds, list(Kind)))
    _write_table(folder / ROLES, _by_feature(model.roles, PARTS))
    full = {"threshold": model.threshold, "bar": model.bar, "calibration": model.calibration}
    full |= card
    text = json.dumps(full, ensure_ascii=False, indent=1) + "\n"
    (folder / CARD).write_text(text, encoding="utf-8", newline="\n")


def _by_class(rows: Mapping[str, list[float]], classes: Sequence[C]) -> dict[C, dict[str, float]]:
    return {
        one: {name: weights[column] for name, weights in rows.items() if weights[column]}
        for column, one in enumerate(classes)
    }


def _by_feature(
    model: Mapping[C, Mapping[str, float]], classes: Sequence[C]
) -> dict[str, list[float]]:
    names = {name for weights in model.values() for name in weights}
    return {name: [model[one].get(name, 0.0) for one in classes] for name in names}


def _write_table(path: Path, rows: Mapping[str, list[float]]) -> None:
    lines = ["\t".join([name, *(f"{w:.{DIGITS}f}" for w in rows[name])]) for name in sorted(rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _read_table(path: Path, columns: int) -> dict[str, list[float]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelsError(f"{path}: cannot be read ({error})", hint=_RETRAIN) from error
    rows = {}
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        name, *weights = line.split("\t")
        try:
            rows[name] = [float(weight) for weight in weights]
        except ValueError as error:
            raise ModelsError(f"{path}, line {number}: {error}", hint=_RETRAIN) from error
        if len(weights) != columns:
            expected = f"a feature and {columns} weights are expected"
            raise ModelsError(f"{path}, line {number}: {expected}", hint=_RETRAIN)
    return rows
