"""What speaks for a record's kind: some features of its content, and the draft made of it."""

from __future__ import annotations

from collections.abc import Iterable

from predlozheno.proposals.draft import Draft

# What tells the kind of a content: verbs, form and place.
_OF_KINDS = (
    "bias",
    "word",
    "trigger",
    "head",
    "gov form",
    "gov lemma",
    "late gov",
    "opening form",
    "verb=",
    "block",
    "stage=",
    "sign=",
    "has=",
    "rule",
    "not rule",
    "source",
    "speaker",
)


def kind_features(features: Iterable[str], draft: Draft | None) -> list[str]:
    """What speaks for a record's kind: some features of its content, and the draft made of it.

    Args:
        features: of the chosen candidate.
        draft: with the kind that its frame says; None where no word that is known carries it.
    """
    names = [name for name in features if name.startswith(_OF_KINDS)]
    if draft is None:
        return [*names, "drafted=none"]
    kind, how = draft.kind.value, "learned" if draft.learned else "ruled"
    names += [f"drafted={kind}", f"drafted={kind} {how}", f"drafted={kind} {draft.diathesis}"]
    return [*names, f"drafted frame={draft.frame.id} {draft.diathesis}"]
