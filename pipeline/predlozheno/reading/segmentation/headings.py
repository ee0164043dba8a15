"""Which lines are headings, and how they rank: by their marks, capitals, numbers, shortness."""

from __future__ import annotations

import re

from predlozheno.reading.dictionary import has_verb
from predlozheno.reading.marks.questions import question_of
from predlozheno.reading.segmentation.blocks import Draft

_LONGEST = 150
_LONGEST_PLAIN = 100
_WORD = re.compile(r"[А-Яа-яЁё]+")
_TURNS = ("report", "reporter", "debate", "resolution")


def heading_ranks(drafts: list[Draft]) -> list[int]:
    """For each draft the rank of the heading that it is, 1 the highest; 0 where it is none.

    A Markdown heading ranks by its marks, one in capitals 1, a numbered one 2, another 3.
    """
    agenda = {_words(draft) for draft in drafts if draft.block.zone == "agenda" and draft.marker}
    ranks: list[int] = []
    for index, draft in enumerate(drafts):
        before = drafts[index - 1] if index else None
        behind = drafts[index + 1] if index + 1 < len(drafts) else None
        rank = _rank(draft, before, behind)
        if not rank and draft.block.zone == "body" and draft.stage is None and behind is not None:
            rank = 2 if _words(draft) in agenda or _opens_turn(draft, behind) else 0
        # The item behind another item that is no heading goes on its list.
        if rank == 2 and before and draft.marker and not ranks[-1] and _twins(before, draft):
            rank = 0
        ranks.append(rank)
    return ranks


def _rank(draft: Draft, before: Draft | None, behind: Draft | None) -> int:
    block, line = draft.block, draft.line
    if draft.hint.heading_level:
        return draft.hint.heading_level
    if block.kind == "row" or block.zone in ("agenda", "tail") or draft.stage or draft.speaker:
        return 0
    if _shouted(line) and (draft.marker is None or draft.marker.number):
        return 2 if draft.marker else 1
    if block.zone == "head" or behind is None or behind.block.kind == "row":
        return 0
    if question_of(line) and len(line) <= _LONGEST and not has_verb(line):
        return 2
    if draft.marker is not None:
        return 2 if _numbered(draft, behind) else 0
    return 3 if _plain(draft, before, behind) else 0


def _words(draft: Draft) -> str:
    begin = draft.marker.end if draft.marker else 0
    return draft.line[begin:].strip(" .:").lower()


def _twins(before: Draft, draft: Draft) -> bool:
    return (
        before.marker is not None
        and draft.marker is not None
        and before.marker.style == draft.marker.style
        and before.marker.depth == draft.marker.depth
        and before.stage is None
        and before.block.zone == draft.block.zone
    )


def _opens_turn(draft: Draft, behind: Draft) -> bool:
    """«1. О ремонте кровли.» right above «СЛУШАЛИ:»."""
    return (
        draft.marker is not None
        and draft.marker.style in ("number", "roman")
        and behind.stage is not None
        and behind.marker is None
        and behind.stage.role in _TURNS
        and len(draft.line) <= _LONGEST
        and not has_verb(_words(draft))
    )


def _shouted(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return len(letters) >= 4 and line.isupper() and len(line) <= 2 * _LONGEST


def _numbered(draft: Draft, behind: Draft) -> bool:
    """«1. О функционировании пунктов пропуска», with text below and not the next item."""
    marker, line = draft.marker, draft.line
    if marker is None or marker.style not in ("number", "roman", "point") or len(line) > _LONGEST:
        return False
    words = line[marker.end :]
    if line[-1] in ".;,:!?" or not words[:1].isupper() or has_verb(words):
        return False
    if behind.stage is not None:
        return behind.stage.role != "vote"
    if behind.marker is not None and behind.marker.style == marker.style:
        return behind.marker.depth > marker.depth
    return behind.line[:1].isupper() or behind.line[0] in "(«" or behind.marker is not None


def _plain(draft: Draft, before: Draft | None, behind: Draft) -> bool:
    """A short line that is no sentence, with text below."""
    line = draft.line
    if len(line) > _LONGEST_PLAIN or not line[:1].isupper() or behind.block.zone != "body":
        return False
    if line[-1] in ".;,!?…)" or line[-1].isdigit() or behind.line[:1].islower():
        return False
    if behind.marker is not None and line.endswith(":") or behind.line.endswith(";"):
        return False
    if before is not None and before.line[-1] not in ".!?…:;»)" and before.block.kind != "heading":
        return False
    return bool(_WORD.search(line)) and not has_verb(line)
