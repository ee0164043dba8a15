"""Runs an extractor over gold documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from predlozheno.gold.documents import GoldDocument
from predlozheno.records.schema import Proposal

if TYPE_CHECKING:
    from predlozheno.extractor import Extractor
    from predlozheno.proposals import Account


@dataclass(frozen=True, slots=True)
class Answer:
    """What an extractor made of one document."""

    proposals: Sequence[Proposal]
    account: Sequence[Account] = ()


def answers(golds: Iterable[GoldDocument], extractor: Extractor) -> dict[str, Answer]:
    """The answer to each document, by its stem."""
    found = {}
    for gold in golds:
        result = extractor.extract(gold.document)
        found[gold.stem] = Answer(result.proposals, result.account)
    return found
