"""The report as grids of words, for the terminal and the page alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from predlozheno.gold.agreement import Agreement
from predlozheno.gold.evaluation import Evaluation, Group
from predlozheno.gold.metrics import Estimate, Measure
from predlozheno.records.schema import Kind, PartySource, Role

NOTE = (
    "Over all gold records: what a missed record holds is missed, what a spurious one holds is "
    "spurious; «strict» is F1 of the very same characters, «found» F1 over found records only. "
    "Exact: kind, proposers, targets and roles all agree. In brackets: 95 % of samples of the "
    "documents"
)
_ORDER = (
    "records",
    "exact records",
    *(f"kind {kind}" for kind in Kind),
    "proposers",
    *(f"proposers {source}" for source in PartySource),
    "targets",
    "targets with role",
    *(f"role {role}" for role in Role),
    "purpose",
    "timing",
    "timing with type",
    "vote",
)
_SUMMARY = ("records", "exact records", "proposers", "targets with role", "purpose", "timing")
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Grid:
    """A titled table; where it holds `figures`, all columns but the first are set to the right."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: bool = True


def overview(evaluation: Evaluation) -> Iterator[Grid]:
    """What fits a terminal: full tables for the splits and the whole, a line for each genre."""
    groups = (
        [*evaluation.splits]
        if len(evaluation.splits) == 1
        else [*evaluation.splits, evaluation.whole]
    )
    for group in groups:
        yield from group_grids(group)
    if evaluation.genres:
        yield summary("By genre: F1", evaluation.genres)


def group_grids(group: Group) -> Iterator[Grid]:
    """Measures, accuracies, false alarms and reliability of one group."""
    size = f"{group.documents} documents, {group.records} records, {group.predictions} predicted"
    yield Grid(
        f"{group.name}: {size}",
        ("", "P", "R", "F1", "strict", "found", "right", "spurious", "missed"),
        tuple(_measure_row(group, measure) for measure in _ordered(group)),
    )
    if group.accuracies:
        yield Grid(
            f"{group.name}: found records that agree",
            ("", "share", "right", "asked"),
            tuple(
                (one.name, _with_interval(one.share), str(one.right), str(one.asked))
                for one in group.accuracies
            ),
        )
    if group.alarms:
        yield Grid(
            f"{group.name}: false alarms",
            ("reason", "hard negatives", "false alarms"),
            tuple((one.reason, str(one.rejects), str(one.alarms)) for one in group.alarms),
        )
    if group.reliability.bins:
        yield _reliability(group)


def summary(title: str, groups: Sequence[Group]) -> Grid:
    """One line a group, with the F1 of what matters most."""
    rows = []
    for group in groups:
        found = [group.measure(name) for name in _SUMMARY]
        figures = [_figure(measure.f1) if measure else _NOTHING for measure in found]
        rows.append((group.name, str(group.documents), str(group.records), *figures))
    return Grid(title, ("", "documents", "records in gold", *_SUMMARY), tuple(rows))


def agreement_grids(agreement: Agreement) -> Iterator[Grid]:
    """The two annotations compared; the kinds where they differ."""
    kappa = _NOTHING if agreement.kappa is None else f"{agreement.kappa:.3f}"
    yield Grid("Agreement", ("", "value"), (("Cohen's kappa of kind", kappa),))
    yield from group_grids(agreement.evaluation.whole)
    if differing := [pair for pair in agreement.kinds if pair[0] != pair[1]]:
        yield Grid(
            "Kinds that differ",
            ("first", "second", "records"),
            tuple((one, other, str(count)) for one, other, count in differing),
        )
    rows = []
    for score in agreement.evaluation.documents:
        rows += [(score.gold.stem, "only first", record.id) for record in score.matching.missed]
        rows += [(score.gold.stem, "only second", guess.id) for guess in score.matching.spurious]
    if rows:
        yield Grid("Records that one has", ("document", "", "id"), tuple(rows), figures=False)


def _ordered(group: Group) -> list[Measure]:
    return [measure for name in _ORDER if (measure := group.measure(name))]


def _measure_row(group: Group, measure: Measure) -> tuple[str, ...]:
    strict = group.measure(measure.name, "strict")
    found = group.measure(measure.name, "among found")
    return (
        measure.name,
        _figure(measure.precision),
        _figure(measure.recall),
        _with_interval(measure.f1),
        _figure(strict.f1) if strict else _NOTHING,
        _figure(found.f1) if found and measure.name != "records" else _NOTHING,
        str(measure.counts.right),
        str(measure.counts.spurious),
        str(measure.counts.missed),
    )


def _reliability(group: Group) -> Grid:
    table = group.reliability
    rows = [
        (
            f"{one.low:.1f}–{one.high:.1f}",
            str(one.predictions),
            f"{one.confidence:.3f}",
            f"{one.truth:.3f}",
        )
        for one in table.bins
    ]
    title = f"{group.name}: confidence against truth"
    if table.error is not None and table.brier is not None:
        title += f" (mean distance {table.error:.3f}, Brier {table.brier:.3f})"
    return Grid(title, ("confidence", "predictions", "mean", "found a record"), tuple(rows))


def _figure(estimate: Estimate) -> str:
    return _NOTHING if estimate.value is None else f"{estimate.value:.3f}"


def _with_interval(estimate: Estimate) -> str:
    if estimate.value is None:
        return _NOTHING
    return f"{estimate.value:.3f} [{estimate.low:.2f}–{estimate.high:.2f}]"
