"""Counts of right and wrong answers, kept for each document so that they can be resampled."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

# How two spans are held to agree, and over which records:
#   overlapping  from half of their characters on, over all records, with the slots of missed ones;
#   strict       the very same characters, over all records;
#   among found  as overlapping, over the records that were found: what the slots alone are worth.
Mode = Literal["overlapping", "strict", "among found"]
MODES: tuple[Mode, ...] = ("overlapping", "strict", "among found")


@dataclass(slots=True)
class Counts:
    """Answers to one question: those that were right, too many, and wanting."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def add(self, right: int = 0, spurious: int = 0, missed: int = 0) -> None:
        """Count these too."""
        self.right += right
        self.spurious += spurious
        self.missed += missed

    def any(self) -> bool:
        """Whether anything was counted."""
        return bool(self.right or self.spurious or self.missed)


@dataclass(slots=True)
class Share:
    """So many right of so many asked."""

    right: int = 0
    asked: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.asked += 1


@dataclass(slots=True)
class Tally:
    """All counts of one document, by measure and mode, and its shares by attribute."""

    counts: dict[tuple[str, Mode], Counts] = field(default_factory=lambda: defaultdict(Counts))
    shares: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
