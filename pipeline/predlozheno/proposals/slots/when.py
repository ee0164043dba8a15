"""Time expressions of a record: those in its content and in the rest of its clause."""

from __future__ import annotations

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, TimeExpression
from predlozheno.proposals.slots.timing import find_times


def fill_timing(context: Context, drafts: list[Draft], meeting_date: str | None) -> None:
    """Adds to each draft the time expressions of its content, offsets into the repaired text."""
    doc = context.doc
    for draft in drafts:
        for start, end in draft.content:
            offset = doc[start].idx
            text = context.segments.text[offset : doc[end - 1].idx + len(doc[end - 1])]
            draft.timing += [
                TimeExpression(t.start + offset, t.end + offset, t.type, t.value)
                for t in find_times(text, meeting_date)
            ]
