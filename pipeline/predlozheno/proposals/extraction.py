"""The stage from top to bottom: from an annotated Doc to records and the account of every trigger."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc

from predlozheno.proposals.assembly import Assembler
from predlozheno.proposals.attachments import attach
from predlozheno.proposals.casting import cast
from predlozheno.proposals.columns import fill_from_columns
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.drafting import SentenceAccount, draft_document
from predlozheno.proposals.frames import FrameSet
from predlozheno.proposals.inheriting import inherit_proposers
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.proposals.outcomes import settle, without_repeats, without_restated
from predlozheno.proposals.own import own_drafts, with_own
from predlozheno.proposals.procedure import mark_procedural
from predlozheno.proposals.ranking import RankingModel, rank
from predlozheno.proposals.slots.pronouns import name_targets
from predlozheno.proposals.slots.when import fill_timing
from predlozheno.reading.document import Segments
from predlozheno.records.schema import Proposal


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one trigger word.

    Attributes:
        start, end: of its sentence, offsets into the source.
        text: the sentence, repaired.
        trigger: the trigger's words.
        outcome: a record, a refusal that names its rule, or undecided.
        rule: frame and construction of the trigger.
        reason: in plain words; for a refusal its short name, a colon and the cue.
        record: id of the record, where there is one.
    """

    start: int
    end: int
    text: str
    trigger: str
    outcome: Literal["record", "refused", "undecided"]
    rule: str
    reason: str
    record: str | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """The records of one document in the order of their contents, and the account of all triggers."""

    proposals: tuple[Proposal, ...]
    account: tuple[Account, ...]


def extract_proposals(
    doc: Doc, frames: FrameSet, ranking: RankingModel | None = None
) -> Extraction:
    """Finds the proposals of a Doc made by `language.annotate`.

    Args:
        doc: carries its Segments in `doc._.segments`.
        frames: the words that count.
        ranking: the weights that choose among candidates; without them the rules decide alone.
    """
    segments: Segments = doc._.segments
    context = Context(doc, _lexicon(frames), segments)
    found = draft_document(context)
    if ranking is not None:
        own = own_drafts(found.drafts)
        ranked = rank(context, found.drafts, found.accounts, ranking)
        found.drafts = with_own(ranked, own, found.accounts)
    fill_slots(context, found.drafts)
    if ranking is not None:
        cast(context, found.drafts, ranking)
    name_targets(context, found.drafts)
    found.drafts = without_restated(context, found.drafts)
    found.drafts = without_repeats(context, found.drafts)
    mark_procedural(context, found.drafts)
    settle(context, found.drafts)
    records = Assembler(context).records(found.drafts)
    account = tuple(_account(context, entry, records) for entry in found.accounts)
    return Extraction(tuple(records.values()), account)


def fill_slots(context: Context, drafts: list[Draft]) -> None:
    """Times, and what lines and columns beside a record say of who answers for it."""
    meeting = context.segments.meeting
    date = meeting.date if meeting else None
    fill_timing(context, drafts, date)
    attach(context, drafts, date)
    fill_from_columns(context, drafts)
    inherit_proposers(context, drafts)


@lru_cache(maxsize=4)
def _lexicon(frames: FrameSet) -> Lexicon:
    """Inflecting all words of all frames takes a moment, and a run asks for the same set every time."""
    return Lexicon(frames)


def _account(context: Context, entry: SentenceAccount, records: dict[int, Proposal]) -> Account:
    doc, (start, end) = context.doc, entry.sentence
    sentence = doc[start:end]
    source = context.segments.offsets.to_source(sentence.start_char, sentence.end_char)
    made = [records[id(d)].id for d in entry.drafts if id(d) in records]
    outcome, reason = _verdict(entry, entry.drafts, made)
    return Account(
        *source,
        context.segments.text[sentence.start_char : sentence.end_char],
        doc[entry.hit.start : entry.hit.end].text,
        outcome,
        entry.hit.rule,
        reason,
        made[0] if made else None,
    )


def _verdict(
    entry: SentenceAccount, drafts: list[Draft], made: list[str]
) -> tuple[Literal["record", "refused", "undecided"], str]:
    if entry.refusal:
        return "refused", f"{entry.refusal.reason}: {entry.refusal.cue}"
    if made:
        return "record", f"taken by {drafts[0].rule}"
    if drafts:
        return "refused", "double: the same words are wanted by a nearer trigger"
    return "undecided", "no content found that this construction governs"
