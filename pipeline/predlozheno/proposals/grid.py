"""The columns of a table's row: which cell says what, found from the header row above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Literal

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.slots.timing import find_term
from predlozheno.resources import gazetteer

Column = Literal[
    "number", "action", "executor", "term", "mark", "amendment", "matter", "author",
    "for", "against", "abstained", "outcome", "other",
]  # fmt: skip
_WIDEST = 9
_LEAST_HEADS = 2
_LONGEST_HEAD = 100
_NUMBER = re.compile(r"[№n]?\s*\d+(?:\.\d+)*[.)]?|[а-я]\)?")
_INFINITIVE = re.compile(r"[а-я]+(?:ть|ти|чь)(?:ся)?(?![а-я])")
_COUNT = re.compile(r"\d+|[-–—]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its span in the repaired text and its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A data row under a header: cells and column heads by what they say.

    Attributes:
        cells: the row's cells; empty ones are missing.
        heads: the header's cells.
        above: the data row right above it in the same table, or None.
        more: what the lines below it in the same row go on with, where a grid wraps its cells.
    """

    cells: dict[Column, Cell]
    heads: dict[Column, Cell]
    above: int | None = None
    more: dict[Column, list[Cell]] = field(default_factory=dict)

    def whole(self, column: Column) -> list[Cell]:
        """The lines of a cell; empty where it is."""
        first = self.cells.get(column)
        return [*([first] if first else []), *self.more.get(column, [])]


def read_row(context: Context, block: int) -> Row | None:
    """The row under its header; None where the block is no row of a table with known columns."""
    header = header_of(context, block)
    if header is None or header == block:
        return None
    heads, cells = cells_of(context, header), cells_of(context, block)
    columns = columns_of(heads)
    chosen = _chosen(context, header, block, columns)
    if chosen is None:
        return None
    named = {columns[i]: cell for i, cell in zip(chosen, cells, strict=True)}
    above = block - 1
    while above > header and goes_on(context, header, above):
        above -= 1
    row = Row(
        named,
        {c: h for c, h in zip(columns, heads, strict=True) if c != "other"},
        above if above > header else None,
    )
    below = block + 1
    while below < len(context.blocks) and goes_on(context, header, below):
        places = _chosen(context, header, below, columns) or ()
        for i, cell in zip(places, cells_of(context, below), strict=False):
            row.more.setdefault(columns[i], []).append(cell)
        below += 1
    return row


def goes_on(context: Context, header: int, block: int) -> bool:
    """Whether a line of a grid goes on with the cells of the row above: it has no number of its own."""
    info, head = context.blocks[block], context.blocks[header]
    if info.kind != "row" or not info.columns or not head.columns or 0 in info.columns:
        return False
    cells = cells_of(context, block)
    columns = columns_of(cells_of(context, header))
    if column_of(context.segments.text[slice(*head.cells[0])]) != "number":
        return False
    places = dict(zip(info.columns, cells, strict=True))
    acting = next(
        (places.get(i) for i, c in zip(head.columns, columns, strict=True) if c == "action"), None
    )
    return acting is None or not acting.text[:1].isupper()


def _chosen(
    context: Context, header: int, block: int, columns: list[Column]
) -> tuple[int, ...] | None:
    """Which head each cell stands under: by its place in the grid, else by what it says."""
    places, heads = context.blocks[block].columns, context.blocks[header].columns
    if places and heads and set(places) <= set(heads):
        return tuple(heads.index(place) for place in places)
    return _fitted(cells_of(context, block), columns)


def header_of(context: Context, block: int) -> int | None:
    """The header row that a row stands under, or the row itself where it is one."""
    while block >= 0 and (context.blocks[block].kind == "row" or _interrupts(context, block)):
        known = [c for c in columns_of(cells_of(context, block)) if c != "other"]
        if len(known) >= _LEAST_HEADS and len(set(known)) == len(known):
            return block
        block -= 1
    return None


def _interrupts(context: Context, block: int) -> bool:
    """Whether a lone line between two rows is the running head of a page inside a table."""
    blocks = context.blocks
    if not 0 < block < len(blocks) - 1 or blocks[block].end - blocks[block].start > _LONGEST_HEAD:
        return False
    above, below = blocks[block - 1], blocks[block + 1]
    return above.kind == below.kind == "row" and bool(above.columns) and bool(below.columns)


def cells_of(context: Context, block: int) -> list[Cell]:
    """The cells of a row, in order."""
    text = context.segments.text
    return [Cell(start, end, text[start:end]) for start, end in context.blocks[block].cells]


def column_of(head: str) -> Column:
    """What stands under a column head; "other" where nobody knows."""
    folded = fold(head).strip(" .:*").replace("?", "")
    for column, heads in _columns():
        for known in heads:
            plain = known.strip(" .:")
            if folded == plain or (known.endswith("*") and folded.startswith(known[:-1])):
                return column
    return "other"


def columns_of(heads: list[Cell]) -> list[Column]:
    """What stands under each head, some of which say it by what stands beside them.

    Beside «Предложение» a «Решение» tells what became of it, and «Кто» who made it.
    """
    columns = [column_of(cell.text) for cell in heads]
    for i, cell in enumerate(heads):
        if "matter" in columns and "author" not in columns and fold(cell.text).strip() == "кто":
            columns[i] = "author"
        again = columns[i] == "matter" and "matter" in columns[:i]
        if again and fold(cell.text).strip().startswith("решени"):
            columns[i] = "outcome"
    return columns


def cell_span(context: Context, cell: Cell) -> TokenSpan | None:
    """The tokens of a cell."""
    span = context.doc.char_span(cell.start, cell.end, alignment_mode="contract")
    return (span.start, span.end) if span is not None and len(span) else None


@cache
def _columns() -> tuple[tuple[Column, tuple[str, ...]], ...]:
    return tuple((name, tuple(heads)) for name, heads in gazetteer("tables")["columns"].items())


def _fitted(cells: list[Cell], columns: list[Column]) -> tuple[int, ...] | None:
    """The column of each cell: one to one, else the likeliest columns to have been left empty."""
    if len(cells) == len(columns):
        return tuple(range(len(columns)))
    if len(cells) > len(columns) or not cells or len(columns) > _WIDEST:
        return None
    choices = combinations(range(len(columns)), len(cells))
    return max(
        choices, key=lambda c: sum(_fit(cell, columns[i]) for cell, i in zip(cells, c, strict=True))
    )


def _fit(cell: Cell, column: Column) -> float:
    """How well a cell's words suit a column, 0 for not at all."""
    text = fold(cell.text).strip()
    numbered = bool(_NUMBER.fullmatch(text))
    timed = bool((found := find_term(cell.text, None)) and found[0].start == 0)
    done = text.startswith((*gazetteer("tables")["done"], "в работе", "не "))
    words = len(text.split())
    if column == "number":
        return 2.0 if numbered else 0.0
    if column in ("for", "against", "abstained"):
        return 1.0 if _COUNT.fullmatch(text) else 0.0
    if column == "term":
        return 1.5 if timed or text.startswith(("постоянно", "ежемес", "по мере")) else 0.1
    if column == "mark":
        return 1.5 if done else 0.2
    if column in ("executor", "author"):
        names = not (numbered or timed or done or _INFINITIVE.match(text))
        return (1.0 if cell.text[:1].isupper() else 0.4) if names else 0.0
    return 0.0 if numbered else 0.5 + min(words, 8) / 8
