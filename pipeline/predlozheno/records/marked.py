"""Records shown in their text: HTML with trigger, content, proposers and targets in colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from predlozheno.records.schema import Party, Proposal, Target

# From what shows through to what lies on top where marks overlap.
_STYLES = {
    "content": "background:#dff3da",
    "target": "background:#ffd9e8",
    "proposer": "background:#cfe3ff",
    "trigger": "background:#ffe08a;font-weight:600",
}
_ORDER = {slot: number for number, slot in enumerate(_STYLES)}
_UNDERLINE = "border-bottom:2px solid #4f9a48"
_LONGEST_WORD = 40
_FRAME = "white-space:pre-wrap;line-height:1.6;color:#111;background:#fff;padding:0.8em"


class Mark(NamedTuple):
    """A slot of a record in the text: half-open offsets into the source."""

    start: int
    end: int
    slot: str
    note: str


def marked_html(source: str, proposals: Sequence[Proposal], *, context: int = 400) -> str:
    """The text with the slots of `proposals` marked; everything that comes from the text is escaped.

    Args:
        source: `Document.source`, into which the offsets of the records point.
        proposals: records of that document.
        context: characters shown around the marks; longer stretches without any are left out.
    """
    marks = sorted(mark for proposal in proposals for mark in _marks(proposal))
    legend = " ".join(f'<span style="{style}">{slot}</span>' for slot, style in _STYLES.items())
    body = "".join(_shown(source, marks, context)) if marks else escape(source[: 2 * context])
    return (
        f"<div><div>{len(proposals)} proposals. {legend}</div>"
        f'<div lang="ru" style="{_FRAME}">{body}</div></div>'
    )


def _marks(proposal: Proposal) -> Iterator[Mark]:
    kind = proposal.kind.value
    content = proposal.content
    for start, end in content.fragments or ((content.start, content.end),):
        yield Mark(start, end, "content", f"content of a {kind}")
    yield Mark(proposal.trigger.start, proposal.trigger.end, "trigger", f"{kind}, {proposal.rule}")
    parties: tuple[Party, ...] = (*proposal.proposers, *proposal.targets)
    for party in parties:
        slot, role = (
            ("target", party.role.value) if isinstance(party, Target) else ("proposer",) * 2
        )
        yield Mark(party.start, party.end, slot, f"{role}: {party.name}")


def _shown(source: str, marks: Sequence[Mark], context: int) -> Iterator[str]:
    shown_to = 0
    for begin, stop in _windows(marks, context, source):
        if begin > shown_to:
            yield "<div>⋯</div>"
        yield from _runs(
            source, [mark for mark in marks if begin <= mark.start < stop], begin, stop
        )
        shown_to = stop
    if shown_to < len(source):
        yield "<div>⋯</div>"


def _windows(marks: Iterable[Mark], context: int, source: str) -> list[tuple[int, int]]:
    """The stretches around the marks, each of whole words."""
    windows: list[tuple[int, int]] = []
    for mark in marks:
        begin = _word_start(source, max(0, mark.start - context))
        stop = _word_end(source, min(len(source), mark.end + context))
        if windows and begin <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(stop, windows[-1][1]))
        else:
            windows.append((begin, stop))
    return windows


def _word_start(source: str, at: int) -> int:
    """Where the word that holds `at` begins; a longer one than any word is cut."""
    found = (i for i in range(at, max(0, at - _LONGEST_WORD), -1) if source[i - 1].isspace())
    return next(found, at)


def _word_end(source: str, at: int) -> int:
    found = (i for i in range(at, min(len(source), at + _LONGEST_WORD)) if source[i].isspace())
    return next(found, at)


def _runs(source: str, marks: Sequence[Mark], begin: int, stop: int) -> Iterator[str]:
    """The window cut wherever a mark begins or ends, each run in the style of what lies on it."""
    edges = sorted({begin, stop, *(edge for mark in marks for edge in (mark.start, mark.end))})
    for start, end in pairwise(edges):
        words = escape(source[start:end])
        over = [mark for mark in marks if mark.start < end and start < mark.end]
        yield _styled(words, over) if over else words


def _styled(words: str, over: Sequence[Mark]) -> str:
    top = max(over, key=lambda mark: _ORDER[mark.slot])
    style = _STYLES[top.slot]
    if any(mark.slot == "content" for mark in over):
        style = f"{style};{_UNDERLINE}"
    notes = escape("\n".join(dict.fromkeys(mark.note for mark in over)))
    return f'<span style="{style}" title="{notes}">{words}</span>'
