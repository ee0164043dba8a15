"""Lists without any markers: lines in small letters behind a colon, parted by semicolons."""

from __future__ import annotations

from predlozheno.reading.marks.markers import Marker
from predlozheno.reading.segmentation.blocks import Draft

_LEAST = 2
_BARE = Marker(text="", number=None, style="bullet", depth=1, end=0)


def mark_bare_items(drafts: list[Draft]) -> None:
    """Make items of the lines of such a list; labels and zones must be known.

    «Министерству культуры:», then «выделить средства;» and «направить методистов.» below it.
    """
    index = 0
    while index < len(drafts):
        index += 1
        if not drafts[index - 1].line.endswith(":"):
            continue
        run = 0
        while index + run < len(drafts) and _goes_on(drafts[index + run]):
            run += 1
            if not drafts[index + run - 1].line.endswith((";", ",")):
                break
        if run >= _LEAST:
            for draft in drafts[index : index + run]:
                draft.marker, draft.block.kind = _BARE, "item"


def _goes_on(draft: Draft) -> bool:
    plain = draft.marker is None and draft.stage is None and draft.speaker is None
    plain = plain and draft.block.kind == "paragraph" and draft.block.zone == "body"
    return plain and draft.line[:1].islower() and draft.line.endswith((";", ",", "."))
