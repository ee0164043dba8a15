"""Training: the weights under which the right sets of candidates, and their kinds, are most likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.learned.lattice import Lattice
from predlozheno.proposals.learned.model import DIGITS, PARTS
from predlozheno.records.schema import Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# A feature of fewer documents tells the document rather than the language.
DOCUMENTS = 6
CHOICE_PENALTY = 4.0
KIND_PENALTY = 3.0
ROLE_PENALTY = 1.0
GATE_PENALTY = 4.0
OPEN, CLOSED = "open", "closed"
_ITERATIONS = 150


@dataclass(slots=True)
class Labelled:
    """The candidates of one document with what the gold corpus says of them.

    Attributes:
        spans: from the first token of each content to behind its last one.
        features: of each candidate.
        chosen: indices of those that answer a gold record best, none overlapping another.
        hidden: indices of those that only answer optional records.
    """

    spans: list[TokenSpan]
    features: list[list[str]]
    chosen: list[int]
    hidden: frozenset[int]


@dataclass(slots=True)
class ClassesLabelled:
    """Things of one document that are told apart by class: the kinds of contents, the parts of mentions.

    Attributes:
        features: of each thing.
        answers: the class of each.
    """

    features: list[list[str]]
    answers: list[str]


def fit_choice(documents: Sequence[Labelled]) -> dict[str, float]:
    """The weights of the choice, rounded, none of them 0."""
    names = _vocabulary(document.features for document in documents)
    rows = [row for document in documents for row in document.features]
    matrix = _matrix(rows, names)
    spans, available, wanted, offset = [], [], np.zeros(len(rows)), 0
    place = 0
    for document in documents:
        # Documents stand behind one another, so that no span of one overlaps one of another.
        spans += [(start + place, end + place) for start, end in document.spans]
        available += [offset + i for i in range(len(document.spans)) if i not in document.hidden]
        wanted[[offset + i for i in document.chosen]] = 1.0
        place += max((end for _, end in document.spans), default=0)
        offset += len(document.spans)
    lattice = Lattice(spans, available)
    transposed = matrix.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = matrix @ weights
        total, probabilities = lattice.marginals(scores)
        value = total - float(wanted @ scores) + CHOICE_PENALTY / 2 * float(weights @ weights)
        return value, transposed @ (probabilities - wanted) + CHOICE_PENALTY * weights

    return _rounded(names, _minimise(loss, len(names)))


def fit_gate(documents: Sequence[ClassesLabelled]) -> dict[str, float]:
    """The weights of the gate: sentences that are `OPEN` against those that are `CLOSED`."""
    fitted = _fit_classes(documents, (CLOSED, OPEN), GATE_PENALTY)
    names = {name for weights in fitted.values() for name in weights}
    differences = {n: fitted[OPEN].get(n, 0.0) - fitted[CLOSED].get(n, 0.0) for n in sorted(names)}
    return {name: round(w, DIGITS) for name, w in differences.items() if round(w, DIGITS)}


def fit_kinds(documents: Sequence[ClassesLabelled]) -> dict[Kind, dict[str, float]]:
    """For each kind the weights that speak for it."""
    fitted = _fit_classes(documents, [kind.value for kind in Kind], KIND_PENALTY)
    return {Kind(name): weights for name, weights in fitted.items()}


def fit_roles(documents: Sequence[ClassesLabelled]) -> dict[str, dict[str, float]]:
    """For each of `PARTS` the weights that speak for a mention playing it."""
    return _fit_classes(documents, PARTS, ROLE_PENALTY)


def _fit_classes(
    documents: Sequence[ClassesLabelled], classes: Sequence[str], penalty: float
) -> dict[str, dict[str, float]]:
    """Multinomial logistic regression with a quadratic penalty."""
    names = _vocabulary(document.features for document in documents)
    rows = [row for document in documents for row in document.features]
    answers = [answer for document in documents for answer in document.answers]
    matrix = _matrix(rows, names)
    wanted = np.zeros((len(rows), len(classes)))
    wanted[range(len(rows)), [classes.index(answer) for answer in answers]] = 1.0
    transposed = matrix.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(len(names), len(classes))
        scores = matrix @ weights
        peak = scores.max(axis=1, keepdims=True)
        total = peak[:, 0] + np.log(np.exp(scores - peak).sum(axis=1))
        slope = transposed @ (np.exp(scores - total[:, None]) - wanted) + penalty * weights
        value = total.sum() - (wanted * scores).sum() + penalty / 2 * (flat @ flat)
        return float(value), slope.ravel()

    weights = _minimise(loss, len(names) * len(classes)).reshape(len(names), len(classes))
    return {one: _rounded(names, weights[:, column]) for column, one in enumerate(classes)}


def _vocabulary(documents: Iterable[Sequence[Sequence[str]]]) -> list[str]:
    counts = Counter(name for rows in documents for name in {f for row in rows for f in row})
    return sorted(name for name, count in counts.items() if count >= DOCUMENTS)


def _matrix(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Any:
    from scipy.sparse import csr_matrix

    columns = {name: column for column, name in enumerate(names)}
    indices = [[columns[name] for name in row if name in columns] for row in rows]
    starts = np.cumsum([0, *(len(row) for row in indices)])
    flat = [column for row in indices for column in row]
    return csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(names)))


def _minimise(loss: Any, size: int) -> Floats:
    from scipy.optimize import minimize

    options = {"maxiter": _ITERATIONS}
    found = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options=options)
    return np.asarray(found.x, dtype=np.float64)


def _rounded(names: Sequence[str], weights: Floats) -> dict[str, float]:
    rounded = {name: round(float(w), DIGITS) for name, w in zip(names, weights, strict=True)}
    return {name: weight for name, weight in rounded.items() if weight}
