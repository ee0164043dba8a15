"""What the columns of a table add to the records in its rows: who proposed, who is to act."""

from __future__ import annotations

from predlozheno.language.morphology import fold
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.grammar import is_word
from predlozheno.records.schema import Role
from predlozheno.resources import gazetteer

# A cell of more words than this names nobody by itself.
_LONGEST_NAME = 4


def fill_from_columns(context: Context, drafts: list[Draft]) -> None:
    """Adds proposers, executors and addressees that stand in cells of their own."""
    for draft in drafts:
        for role, phrases in _named_cells(context, draft.block).items():
            if role == "proposer":
                if not draft.proposers:
                    draft.proposers = [Mention(p) for p in phrases]
                continue
            taken = {m.phrase.start for m in draft.targets}
            draft.targets += [Mention(p, role=Role(role)) for p in phrases if p.start not in taken]


def _named_cells(context: Context, index: int) -> dict[str, list[Phrase]]:
    """The parties of a row by what the headings of their columns say of them."""
    block = context.blocks[index]
    header = context.blocks[block.parent] if block.parent is not None else None
    if not block.cells or header is None or len(header.cells) != len(block.cells):
        return {}
    found: dict[str, list[Phrase]] = {}
    for title, cell in zip(header.cells, block.cells, strict=True):
        role = _role_of(context.segments.text[title[0] : title[1]])
        if role and (phrases := _parties(context, cell)):
            found.setdefault(role, []).extend(phrases)
    return found


def _role_of(title: str) -> str | None:
    folded = fold(title.strip())
    for role, openings in gazetteer("table-columns").items():
        if any(folded.startswith(opening) for opening in openings):
            return str(role)
    return None


def _parties(context: Context, cell: tuple[int, int]) -> list[Phrase]:
    """The parties of a cell outside brackets; a short cell without any is a name as it stands."""
    span = context.doc.char_span(*cell, alignment_mode="contract")
    if span is None or not any(is_word(t) for t in span):
        return []
    bracket = next((t.i for t in span if t.text == "("), span.end)
    if parties := context.parties_in(span.start, bracket):
        return parties
    words = [t for t in context.doc[span.start : bracket] if is_word(t)]
    if not words or len(words) > _LONGEST_NAME or not words[0].text[0].isupper():
        return []
    return [Phrase(words[0].i, words[-1].i + 1, words[0], "PER")]
