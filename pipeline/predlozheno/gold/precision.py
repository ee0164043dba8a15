"""How many records of each rule were right: the measurement behind a record's confidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from predlozheno.gold.scoring import DocumentScore


def precision_by_rule(scores: Iterable[DocumentScore]) -> dict[str, tuple[int, int]]:
    """For each rule the number of its records that answer a gold record, and of all that count."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for score in scores:
        for _, guess in score.matching.found:
            right[guess.rule] += 1
            given[guess.rule] += 1
        given.update(guess.rule for guess in score.matching.spurious)
    return {rule: (right[rule], given[rule]) for rule in sorted(given)}


def write_precision(path: Path, rules: dict[str, tuple[int, int]]) -> None:
    """Writes the file that `proposals.confidence` reads; the same measurement gives the same bytes."""
    total = sum(given for _, given in rules.values())
    prior = sum(right for right, _ in rules.values()) / total if total else 0.5
    lines = [
        "# Of how many records of each rule were right on `dev`: [right, given].",
        "# Written by: predlozheno evaluate corpus/gold --update-confidence",
        f"prior: {prior:.3f}",
        "rules:",
        *(f"  {rule}: [{right}, {given}]" for rule, (right, given) in rules.items()),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
