"""What the rows of a table say became of a matter: its votes, and the column of outcomes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import VoteCount
from predlozheno.proposals.grid import Column, Row, read_row
from predlozheno.proposals.slots.verdict import find_verdicts
from predlozheno.records.schema import Status
from predlozheno.resources import gazetteer

# «6 011 (96,8 %)», «14 голосов»: a whole number, not a share.
_WHOLE_NUMBER = re.compile(
    r"\s*(\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?![\d.,])(?!\s*%)\s*(?:голос|чел|\(|$)"
)
_VOTES: tuple[tuple[Column, str], ...] = (
    ("for", "for_"), ("against", "against"), ("abstained", "abstained"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """What a row of a table of votes says of a matter.

    Attributes:
        subject: the words of the matter.
        letter: whether it is told by a letter alone («А»).
        author: who put it forward, where the table has a column for that; else empty.
        vote, status, outcome: as in a draft; None where the row does not say.
    """

    subject: str
    letter: bool
    author: str
    vote: VoteCount | None
    status: Status | None
    outcome: tuple[int, int] | None


def row_ballot(context: Context, block_index: int) -> VoteCount | None:
    """The count of a row under «ЗА | ПРОТИВ | ВОЗДЕРЖАЛСЯ» that names no matter; else None."""
    row = read_row(context, block_index)
    if row is None or {"matter", "amendment", "action"} & row.heads.keys():
        return None
    return vote_of(row)


def row_result(context: Context, block_index: int) -> Result | None:
    """What a row says of a matter put forward elsewhere; None where it makes a record of its own."""
    row = read_row(context, block_index) if context.blocks[block_index].kind == "row" else None
    if row is None:
        return None
    subject = row.cells.get("matter") or row.cells.get("amendment")
    vote = vote_of(row)
    status, outcome = verdict_of(row, vote)
    if subject is None or (vote is None and status is None):
        return None
    letter = len(subject.text.strip()) == 1
    words = f"вариант {subject.text}" if letter else subject.text
    author = row.cells.get("author")
    return Result(words, letter, author.text if author else "", vote, status, outcome)


def vote_of(row: Row) -> VoteCount | None:
    """The numbers under «За», «Против» and «Воздержались»; None where the row has none."""
    counts: dict[str, int] = {}
    cells = []
    for column, name in _VOTES:
        cell = row.cells.get(column)
        number = _WHOLE_NUMBER.match(cell.text) if cell is not None else None
        if cell is not None and number is not None:
            counts[name] = int(re.sub(r"\D", "", number[1]))
            cells.append(cell)
    if not cells:
        return None
    start, end = cells[0].start, cells[-1].end
    return VoteCount(start, end, counts.get("for_"), counts.get("against"), counts.get("abstained"))


def verdict_of(row: Row, vote: VoteCount | None) -> tuple[Status | None, tuple[int, int] | None]:
    """The status that the column of outcomes gives, else the greater number of the vote."""
    cell = row.cells.get("outcome") or row.cells.get("mark")
    if cell is not None:
        text = fold(cell.text).strip()
        span = (cell.start, cell.end)
        lists = gazetteer("tables")
        negated = text.startswith("не ")
        if "к сведению" in text:
            return None, None
        if text.removeprefix("не ").startswith(tuple(lists["adopted"])):
            return Status.REJECTED if negated else Status.ADOPTED, span
        if text.startswith(tuple(lists["rejected"])):
            return Status.REJECTED, span
        if text.startswith(tuple(lists["postponed"])):
            return Status.POSTPONED, span
        if verdicts := find_verdicts(cell.text):
            return verdicts[0].status, span
    if vote is not None and vote.for_ is not None and vote.against is not None:
        status = Status.ADOPTED if vote.for_ > vote.against else Status.REJECTED
        return status, (vote.start, vote.end)
    return None, None
