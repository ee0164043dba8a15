"""Keeps the items of lists that are still open, and finds the level, parent and path of a new one."""

from __future__ import annotations

from dataclasses import dataclass

from predlozheno.reading.marks.markers import Marker

# An inner list is usually marked by a style further down.
_RANKS = {"roman": 0, "point": 1, "number": 1, "bracket": 2, "letter": 3, "bullet": 4, "task": 4}
_FIRST = frozenset(("1", "а", "a", "I", "А"))
_DEEPER = 2
_ONE_LINE_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An item that may still get children.

    Attributes:
        index: of its block.
        marker: its list marker.
        indent: width of the white space before it in the source.
        colon: whether its line ends in a colon.
        path: its numbers and those above it, or None.
        parent: index of the block it hangs under, or None.
        level: depth of its list, from 1.
    """

    index: int
    marker: Marker
    indent: int
    colon: bool
    path: str | None
    parent: int | None
    level: int

    def twin(self, marker: Marker) -> bool:
        """Whether items with these two markers stand in one list, as far as the markers tell."""
        return (
            _RANKS[self.marker.style] == _RANKS[marker.style] and self.marker.depth == marker.depth
        )


class OpenItems:
    """The open items, outermost first."""

    def __init__(self) -> None:
        self._items: list[OpenItem] = []
        self._last: OpenItem | None = None
        self._interrupted: list[OpenItem] = []

    @property
    def innermost(self) -> OpenItem | None:
        """The item that a line «Срок: …» right below belongs to."""
        return self._items[-1] if self._items else None

    def close(self, *, forget: bool = False) -> None:
        """End all lists; the next item may go on with the outermost one unless it is to be forgotten."""
        self._last = None if forget else (self._items[0] if self._items else self._last)
        self._interrupted = [] if forget else (self._items or self._interrupted)
        self._items = []

    def add(
        self, index: int, marker: Marker, *, indent: int, colon: bool, root: int | None,
        head: int | None, base: str | None,
    ) -> OpenItem:  # fmt: skip
        """Open an item.

        Args:
            index: of its block.
            marker: its marker.
            indent: width of the white space before it in the source.
            colon: whether its line ends in a colon.
            root: index of the heading or stage label above all lists.
            head: index of the line just above, where it ends in a colon.
            base: path of the agenda item that the list stands in.
        """
        self._resume(index, marker, head)
        sibling = None if self._items or not self._goes_on(marker) else self._last
        while self._items and not self._holds(self._items[-1], marker, indent):
            sibling = self._items.pop()
        outer = self._items[-1] if self._items else None
        parent: int | None
        if outer is not None:
            parent = outer.index
        elif sibling is not None and sibling.twin(marker) and head is None:
            parent = sibling.parent if sibling.level == 1 else root
        else:
            parent = head if head is not None else root
        path = _path(outer.path if outer else self._base(base, marker, sibling), marker)
        item = OpenItem(index, marker, indent, colon, path, parent, len(self._items) + 1)
        self._items.append(item)
        return item

    def _resume(self, index: int, marker: Marker, head: int | None) -> None:
        """Go on with a list that one line interrupted, as the running head of a page does."""
        if self._goes_on(marker) and not any(item.twin(marker) for item in self._items):
            # «– …» below such a line are no list above «2.»: both belong to the list before it.
            self._items = []
        broken = self._interrupted
        if self._items or head is not None or marker.number is not None or not broken:
            return
        if broken[-1].twin(marker) and index - broken[-1].index == _ONE_LINE_BETWEEN:
            self._items = list(broken)

    def _base(self, agenda: str | None, marker: Marker, sibling: OpenItem | None) -> str | None:
        """The path of the agenda item, but none where numbers count on through all parts of a text."""
        before = sibling if sibling is not None else self._last
        if before is not None and before.twin(marker) and marker.number and before.marker.number:
            return agenda if before.path is None or "/" in before.path else None
        return None if _is_late(marker) else agenda

    def _goes_on(self, marker: Marker) -> bool:
        """Whether a number counts on from the list that a paragraph interrupted."""
        last, number = self._last, marker.number
        if last is None or number is None or not last.twin(marker):
            return False
        before = last.marker.number or ""
        return number.isdigit() and before.isdigit() and int(number) > int(before)

    def _holds(self, above: OpenItem, marker: Marker, indent: int) -> bool:
        """Whether an item with `marker` is a child of the open item `above`."""
        deeper = indent >= above.indent + _DEEPER
        first = marker.number in _FIRST and above.marker.number != marker.number
        if _RANKS[above.marker.style] == _RANKS[marker.style]:
            if above.marker.depth != marker.depth:
                return (marker.number or "").startswith(f"{above.marker.number}.")
            return deeper and (marker.number is None or first) or first and above.colon
        if any(item.twin(marker) for item in self._items):
            return False
        if above.marker.number is None:
            return deeper or above.colon
        return _RANKS[marker.style] > _RANKS[above.marker.style] or above.colon or first


def _is_late(marker: Marker) -> bool:
    number = marker.number or ""
    return marker.style in ("number", "bracket", "point") and number.isdigit() and number != "1"


def _path(base: str | None, marker: Marker) -> str | None:
    if marker.number is None:
        return base
    if marker.depth > 1 or base is None:
        return marker.number
    return f"{base}/{marker.number}"
