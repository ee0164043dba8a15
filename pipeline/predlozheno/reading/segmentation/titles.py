"""The title of the document: it heads everything, and so is the heading of no part."""

from __future__ import annotations

from collections.abc import Sequence

from predlozheno.reading.dictionary import has_verb
from predlozheno.reading.marks.questions import question_of
from predlozheno.reading.segmentation.blocks import Draft
from predlozheno.reading.segmentation.dates import date_in
from predlozheno.reading.segmentation.ranks import PART

_SHORT_LINE = 150
# «---», «title: …», «date: …» above «# Летучка отдела».
_LONGEST_MATTER = 10


def title_of(drafts: Sequence[Draft], ranks: Sequence[int]) -> int | None:
    """The index of the title that a document begins with; None where the first heading is a part's.

    «# Летучка отдела» above «## Склад» and «## Касса» is the title, and so is «Летучка отдела», the only
    line of its looks, or one with the date or the first heading right below it. «## Склад», the first of
    many such, is none. A line in small letters above headings in capitals is the title, too, and so is
    one without a mark where all headings have theirs.

    Args:
        drafts: of the whole document; their zones must be known.
        ranks: of each of them as a heading, 0 for what is none.
    """
    index = next((i for i, rank in enumerate(ranks[:_LONGEST_MATTER]) if rank), None)
    if index is None or any(_is_told(draft) for draft in drafts[:index]):
        return None
    first, behind = drafts[index], ranks[index + 1 :]
    if first.block.zone != "body" or first.marker or first.stage or _names_part(first.line):
        return None
    if drafts[index + 1 : index + 2] and drafts[index + 1].marker is not None:
        # «ПРЕДЛОЖЕНИЯ УЧАСТНИКОВ» right above the list of them.
        return None
    level = first.hint.heading_level
    if level:
        others = [d.hint.heading_level for d in drafts[index + 1 :] if d.hint.heading_level]
        return index if all(one > level for one in others) and (level == 1 or others) else None
    if index:
        return None
    next_rank = next((rank for rank in behind if rank), ranks[0])
    marked = any(draft.hint.heading_level for draft in drafts)
    apart = marked or ranks[0] not in behind or next_rank < ranks[0]
    return 0 if apart or behind[0] or _is_dated(drafts[1]) else None


def _names_part(line: str) -> bool:
    """«Глава III. Методы», «Вопрос 2. Крыша», «Основные проекты:»: no title of a whole."""
    return line.endswith(":") or question_of(line) is not None or PART.match(line) is not None


def _is_told(draft: Draft) -> bool:
    """Whether something of the meeting is told already."""
    return draft.block.zone == "body" and has_verb(draft.line)


def _is_dated(draft: Draft) -> bool:
    return len(draft.line) <= _SHORT_LINE and date_in(draft.line) is not None
