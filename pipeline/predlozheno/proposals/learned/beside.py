"""How the candidates of one sentence lie to one another, to its triggers and to what the rules made."""

from __future__ import annotations

from bisect import bisect_left

from predlozheno.proposals.candidates import Candidate, Cluster
from predlozheno.proposals.drafting import SentenceAccount
from predlozheno.proposals.frames import Frame


class ClusterView:
    """The candidates of one sentence beside each other.

    Args:
        cluster: the sentence.
        head: the kind of the list head above it, or "".
    """

    def __init__(self, cluster: Cluster, head: str) -> None:
        self.cluster = cluster
        self.head = head
        self._rules = [c for c in cluster.candidates if c.drafts]
        self._places = [position for position, _ in cluster.words]
        self._accounts = sorted(cluster.accounts, key=lambda account: account.hit.start)

    def beside_rule(self, candidate: Candidate) -> str:
        """How the candidate lies to the nearest draft of the rules."""
        if candidate.drafts:
            return "is one"
        best, share = None, 0
        for rule in self._rules:
            common = min(rule.end, candidate.end) - max(rule.start, candidate.start)
            if common > share:
                best, share = rule, common
        if best is None:
            return "no other" if not self._rules else "apart"
        ends = (
            "same start" if best.start == candidate.start else "",
            "same end" if best.end == candidate.end else "",
        )
        inside = "longer" if candidate.end - candidate.start > best.end - best.start else "shorter"
        return " ".join(part for part in (*ends, inside) if part)

    def triggers_inside(self, candidate: Candidate) -> int:
        """How many triggers begin inside the content."""
        return sum(candidate.start <= a.hit.start < candidate.end for a in self._accounts)

    def word_before(self, start: int) -> tuple[int, Frame] | None:
        """The nearest word of a frame before a content that begins there."""
        index = bisect_left(self._places, start)
        return self.cluster.words[index - 1] if index else None

    def trigger_of(self, candidate: Candidate) -> tuple[SentenceAccount, str, int] | None:
        """The nearest trigger: before the content, else behind it; with its side and distance."""
        before = [a for a in self._accounts if a.hit.end <= candidate.start]
        if before:
            return before[-1], "before", candidate.start - before[-1].hit.end
        inside = [a for a in self._accounts if candidate.start <= a.hit.start < candidate.end]
        if inside:
            return inside[0], "inside", inside[0].hit.start - candidate.start
        after = [a for a in self._accounts if a.hit.start >= candidate.end]
        if after:
            return after[0], "after", after[0].hit.start - candidate.end
        return None
