"""Rows of tasks in tables without a head: «Гоша | вывезти термометры | 06.03»."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_word
from predlozheno.proposals.grid import Cell, Column, Row, cell_span, cells_of, column_of
from predlozheno.proposals.heads import frame_of_label
from predlozheno.proposals.named import named_parties
from predlozheno.proposals.slots.timing import find_term
from predlozheno.proposals.tables import assignments, table_drafts
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_BULLET = re.compile(r"[-–—*+•·→]\s+|\[ ?\]\s*")
_NUMBER = re.compile(r"(?:№\s*)?\d{1,3}(?:\.\d{1,2})*[.)]?")
_LONGEST_NAME = 6
_ACTING = ("PER", "ROLE", "ORG", "GROUP")
_EVERYBODY = frozenset("все всем я мы каждый дежурный".split())


def row_drafts(context: Context, block: int) -> list[Draft] | None:
    """The drafts of a row of a table, by its head or by what its cells say; see `table_drafts`."""
    drafts = table_drafts(context, block)
    return headless_drafts(context, block) if drafts is None else drafts


def headless_drafts(context: Context, block: int) -> list[Draft] | None:
    """The drafts of a row whose cells themselves tell who is to do what.

    Under a heading that hands out tasks any such row counts, elsewhere one that names an action and
    a time.

    Returns:
        None where the block is no such row.
    """
    info = context.blocks[block]
    if info.kind != "row" or info.zone != "body":
        return None
    cells = [_without_bullet(cell) for cell in cells_of(context, block)]
    if len(cells) < 2 or _is_head(cells):
        return None
    row = _read(context, cells)
    if row is None:
        return None
    told = _hands_out(context, block)
    acts = any(is_infinitive(t) for t in context.doc[slice(*_tokens(context, row, "action"))])
    if not told and not (acts and "term" in row.cells):
        return None
    return assignments(context, block, row, "action") or None


def _without_bullet(cell: Cell) -> Cell:
    match = _BULLET.match(cell.text)
    skipped = match.end() if match else 0
    return Cell(cell.start + skipped, cell.end, cell.text[skipped:])


def _is_head(cells: list[Cell]) -> bool:
    return sum(column_of(cell.text) != "other" for cell in cells) > len(cells) // 2


def _read(context: Context, cells: list[Cell]) -> Row | None:
    """Which cell names somebody, which the action and which the time; None where that is not clear."""
    found: dict[Column, Cell] = {}
    for place, cell in enumerate(cells):
        column = _column(context, cell, first=not place)
        if column in found or column == "mark":
            return None
        if column != "number":
            found[column] = cell
    if "executor" not in found or "action" not in found:
        return None
    return Row(found, {"executor": found["executor"]})


def _column(context: Context, cell: Cell, *, first: bool) -> Column:
    folded = fold(cell.text).strip(" .")
    if first and _NUMBER.fullmatch(folded):
        return "number"
    if folded.startswith(tuple(gazetteer("tables")["done"])):
        return "mark"
    times = find_term(cell.text, None)
    if times and times[0].start == 0 and times[-1].end >= len(cell.text.rstrip(" .")):
        return "term"
    return "executor" if folded in _EVERYBODY or _names_somebody(context, cell) else "action"


def _names_somebody(context: Context, cell: Cell) -> bool:
    """Whether a short cell holds nothing but the names of those who act."""
    span = cell_span(context, cell)
    if span is None:
        return False
    words = [t for t in context.doc[slice(*span)] if is_word(t)]
    if (
        not words
        or len(words) > _LONGEST_NAME
        or any(is_infinitive(t) or is_finite(t) for t in words)
    ):
        return False
    first = next(iter(named_parties(context, *span)), None)
    return first is not None and first.start <= span[0] + 1 and first.label in _ACTING


def _tokens(context: Context, row: Row, column: Column) -> tuple[int, int]:
    return cell_span(context, row.cells[column]) or (0, 0)


def _hands_out(context: Context, block: int) -> bool:
    """Whether the heading over the table is a label of tasks: «TODO до вторника», «Поручения»."""
    section = context.blocks[block].section
    words = [fold(word).strip(".,:;()") for word in section[-1].split()] if section else []
    frame = frame_of_label(context, words[:2])
    return frame is not None and frame.kind is Kind.ASSIGNMENT
