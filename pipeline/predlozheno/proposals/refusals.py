"""Why a trigger is no record, and the clause in which the reasons are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a trigger is no record: a short name for counting, and the cue in plain words."""

    reason: str
    cue: str


def clause_start(doc: Doc, start: int, position: int) -> int:
    """First token after the last comma, dash or semicolon before `position`."""
    for i in range(position - 1, start - 1, -1):
        if doc[i].text in ",;:–—":
            return i + 1
    return start
