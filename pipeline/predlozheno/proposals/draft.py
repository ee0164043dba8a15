"""A record in the making: token spans into the Doc, before it is validated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from predlozheno.proposals.context import Phrase
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.frames import Frame
from predlozheno.records.schema import Kind, PartySource, Polarity, Role, Status

TimingKind = Literal["deadline", "period", "recurrence"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: character offsets into the text searched, its type and ISO value."""

    start: int
    end: int
    type: TimingKind
    value: str | None


@dataclass(slots=True)
class Mention:
    """A party in a slot: where it is named, and how the text tells that it is meant.

    `role` is None for a proposer; `canonical` is given where the mention stands for another name.
    """

    phrase: Phrase
    source: PartySource = PartySource.STATED
    role: Role | None = None
    canonical: str | None = None


@dataclass(slots=True)
class VoteCount:
    """A count of votes: character span in the repaired text, and the numbers it gives."""

    start: int
    end: int
    for_: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool = False


@dataclass(slots=True)
class Draft:
    """One record before assembly. All spans are half-open token indices into the Doc."""

    frame: Frame
    diathesis: str
    kind: Kind
    trigger: TokenSpan
    content: list[TokenSpan]
    sentence: TokenSpan
    block: int
    region: TokenSpan
    proposers: list[Mention] = field(default_factory=list)
    targets: list[Mention] = field(default_factory=list)
    purposes: list[TokenSpan] = field(default_factory=list)
    timing: list[TimeExpression] = field(default_factory=list)
    vote: VoteCount | None = None
    status: Status | None = None
    outcome: tuple[int, int] | None = None
    settled_by: Draft | None = None
    polarity: Polarity = Polarity.FOR
    procedural: bool = False
    head: TokenSpan | None = None
    is_draft_decision: bool = False
    learned: bool = False
    confidence: float | None = None
    reasons: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """Frame id and diathesis; «learned» and the construction where no rule made it."""
        return f"{'learned' if self.learned else self.frame.id}+{self.diathesis}"

    @property
    def content_span(self) -> TokenSpan:
        """From the first token of the content to behind its last one."""
        return self.content[0][0], self.content[-1][1]
