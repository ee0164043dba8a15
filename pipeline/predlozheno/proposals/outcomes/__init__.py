"""What became of what was put: verdicts, votes, rulings and replies, and the record each is about."""

from predlozheno.proposals.outcomes.repeats import without_repeats
from predlozheno.proposals.outcomes.restated import without_restated
from predlozheno.proposals.outcomes.stage import settle

__all__ = ["settle", "without_repeats", "without_restated"]
