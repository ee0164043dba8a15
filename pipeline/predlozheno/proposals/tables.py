"""Tables of assignments, amendments, remarks and candidates: each data row as drafts."""

from __future__ import annotations

import re

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention, TimeExpression
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import is_infinitive
from predlozheno.proposals.grid import Cell, Column, Row, cell_span, goes_on, header_of, read_row
from predlozheno.proposals.named import named_parties
from predlozheno.proposals.results import verdict_of, vote_of
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.slots.timing import find_term, find_times
from predlozheno.records.schema import Role, Status
from predlozheno.resources import gazetteer

_LEADING_NUMBER = re.compile(r"\s*(?:№\s*)?\d+(?:\.\d+)*[.)]?\s+|\s*№\s*\d+\.?\s*")
_PARTNER = re.compile(r"\(\s*(?:совместно |вместе )?со? ")


def table_drafts(context: Context, block_index: int) -> list[Draft] | None:
    """The drafts of a table's row.

    Returns:
        None where the block is no row of a table that can hold records; an empty list for header
        rows, for rows that are done and for rows that only report.
    """
    header = header_of(context, block_index)
    if header is None:
        return None
    row = read_row(context, block_index)
    if row is None:
        return [] if header == block_index else None
    if _reports(context, block_index) or goes_on(context, header, block_index):
        return []
    if "action" in row.heads and ("executor" in row.heads or "term" in row.heads):
        return assignments(context, block_index, row, "action")
    if "matter" in row.heads and "author" not in row.heads and "executor" in row.heads:
        return assignments(context, block_index, row, "matter")
    if "amendment" in row.heads or ("matter" in row.heads and "author" in row.heads):
        return _amendments(context, block_index, row)
    if _remarks(row):
        return _amendments(context, block_index, row)
    return [] if "for" in row.heads else None


def _remarks(row: Row) -> bool:
    """«Замечание | Ответ»: remarks that nobody signs, each with what became of it."""
    if "outcome" not in row.heads or "matter" not in row.heads or "for" in row.heads:
        return False
    head = fold(row.heads["matter"].text).strip()
    return head.startswith(tuple(gazetteer("tables")["remarks"]))


def _reports(context: Context, block: int) -> bool:
    """Whether the heading right over the table says that it tells what became of older orders."""
    section = context.blocks[block].section
    stems = gazetteer("tables")["reports"]
    return bool(section) and any(stem in fold(section[-1]) for stem in stems)


def assignments(context: Context, block: int, row: Row, column: Column) -> list[Draft]:
    """The drafts of a row that says what is to be done, by whom and by when."""
    action = row.cells.get(column)
    span = cell_span(context, action) if action else None
    if span is None or _is_done(row):
        return []
    wrapped = [s for cell in row.more.get(column, []) if (s := cell_span(context, cell))]
    start, end = span
    form = "items" if any(is_infinitive(t) for t in context.doc[start:end]) else "nominal"
    head = row.heads.get("executor") or row.heads[column]
    executors, times = _executors(context, row), _term(context, row)
    drafts: list[Draft] = []
    for part in _actions(context, start, end, form):
        draft = _draft(context, block, "action", head, part)
        if draft is None:
            return []
        draft.targets = [*executors, *content_targets(context, [part], "infinitive")]
        own = context.doc[part[0] : part[1]]
        recurs = any(t.type == "recurrence" for t in find_times(own.text, None))
        draft.timing = [] if recurs and drafts else list(times)
        drafts.append(draft)
    if drafts:
        drafts[-1].content += wrapped
    return drafts


def _actions(context: Context, start: int, end: int, form: str) -> list[TokenSpan]:
    """The actions of a cell, also side by side with a comma alone: «продуть формы, докладывать …»."""
    parts: list[TokenSpan] = []
    for first, last in split_actions(context, start, end, form):
        commas = [i for i in range(first, last) if context.doc[i].text in (",", ";")]
        begin = first
        for comma in commas:
            if _acts(context, begin, comma) and _acts(context, comma + 1, last):
                parts.append((begin, comma))
                begin = comma + 1
        parts.append((begin, last))
    return parts


def _acts(context: Context, start: int, end: int) -> bool:
    """Whether a run has an infinitive with something to act on, and opens no subordinate clause."""
    words = context.doc[start:end]
    opens = len(words) > 0 and (
        words[0].pos_ in ("SCONJ", "CCONJ") or fold(words[0].text).startswith("котор")
    )
    return not opens and len(words) > 1 and any(is_infinitive(t) for t in words)


def _amendments(context: Context, block: int, row: Row) -> list[Draft]:
    column: Column = "amendment" if "amendment" in row.heads else "matter"
    cell = row.cells.get(column)
    span = cell_span(context, _without_number(cell)) if cell else None
    if span is None:
        return []
    head = row.heads[column]
    asked = fold(head.text).strip().startswith(tuple(gazetteer("tables")["petitions"]))
    draft = _draft(context, block, "petition" if asked else "amendment", head, span)
    if draft is None:
        return []
    author = row.cells.get("author")
    draft.proposers = [Mention(p) for p in _parties(context, author)] if author else []
    draft.targets = content_targets(context, [span], "infinitive")
    draft.vote = vote_of(row)
    status, draft.outcome = verdict_of(row, draft.vote)
    draft.status = status or Status.PROPOSED
    return [draft]


def _draft(context: Context, block: int, kind: str, head: Cell, content: TokenSpan) -> Draft | None:
    frame: Frame | None = context.lexicon.frames.get(gazetteer("tables")["frames"][kind])
    trigger = context.doc.char_span(head.start, head.end, alignment_mode="expand")
    if frame is None or trigger is None:
        return None
    info = context.blocks[block]
    line = context.doc.char_span(info.start, info.end, alignment_mode="expand")
    sentence = (line.start, line.end) if line is not None else content
    return Draft(
        frame=frame,
        diathesis="table",
        kind=frame.kind,
        trigger=(trigger.start, trigger.end),
        content=[content],
        sentence=sentence,
        block=block,
        region=content,
        head=(trigger.start, trigger.end),
    )


def _is_done(row: Row) -> bool:
    """«Выполнено», «снято»: in the column of marks, or in another in place of who or when."""
    done = tuple(gazetteer("tables")["done"])
    cells = (row.cells.get(name) for name in ("mark", "executor", "term", "other"))
    return any(cell is not None and fold(cell.text).strip().startswith(done) for cell in cells)


def _executors(context: Context, row: Row) -> list[Mention]:
    cell = row.cells.get("executor")
    if cell is None:
        return []
    if fold(cell.text).strip(" .") in gazetteer("tables")["same"]:
        above = read_row(context, row.above) if row.above is not None else None
        return _executors(context, above) if above else []
    return [m for line in row.whole("executor") for m in _named(context, line)]


def _named(context: Context, cell: Cell) -> list[Mention]:
    mentions = []
    partner = _PARTNER.search(fold(cell.text))
    for phrase in _parties(context, cell):
        beside = partner and context.doc[phrase.start].idx >= cell.start + partner.start()
        mentions.append(Mention(phrase, role=Role.PARTNER if beside else Role.EXECUTOR))
    return mentions


def _parties(context: Context, cell: Cell) -> list[Phrase]:
    """The parties of a cell of names, part by part where commas part it."""
    phrases: list[Phrase] = []
    for match in re.finditer(r"[^,;()/+&]+(?:\([^)]*\))?", cell.text):
        for inner in re.finditer(r"[^()]+", match[0]):
            start = cell.start + match.start() + inner.start()
            lead = re.match(r"\s*(?:(?:совместно |вместе )?со? )?", inner[0])
            begin = start + (lead.end() if lead else 0)
            piece = Cell(begin, start + len(inner[0].rstrip()), inner[0].strip())
            span = cell_span(context, piece) if any(map(str.isalpha, piece.text)) else None
            if span is None:
                continue
            bracketed = cell.text[: match.start() + inner.start()].endswith("(")
            if bracketed:
                # «Лапшина Е.Г. (выпуск)»: brackets tell for what, unless they name somebody.
                phrases += context.parties_in(*span)[:1]
                continue
            named = named_parties(context, *span)
            people = [p for p in named[1:] if p.label == "PER" and named[0].label == "PER"]
            phrases += [*named[:1], *people] or [Phrase(*span, context.doc[span[0]])]
    return phrases


def _term(context: Context, row: Row) -> list[TimeExpression]:
    cell = row.cells.get("term")
    if cell is None:
        return []
    if fold(cell.text).strip(" .") in gazetteer("tables")["same"]:
        above = read_row(context, row.above) if row.above is not None else None
        return _term(context, above) if above else []
    meeting = context.segments.meeting
    return [
        TimeExpression(t.start + line.start, t.end + line.start, t.type, t.value)
        for line in row.whole("term")
        for t in find_term(line.text, meeting.date if meeting else None)
    ]


def _without_number(cell: Cell) -> Cell:
    match = _LEADING_NUMBER.match(cell.text)
    skipped = match.end() if match and match.end() < len(cell.text) else 0
    return Cell(cell.start + skipped, cell.end, cell.text[skipped:])
