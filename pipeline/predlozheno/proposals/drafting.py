"""From sentences to drafts: which triggers count, what each wants, and what lists add."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span

from predlozheno.proposals.accepted import accepted
from predlozheno.proposals.amendments import amendment_drafts
from predlozheno.proposals.by_proposal import by_proposal
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.counted import counted_drafts, leads_up, note_lead
from predlozheno.proposals.decided import is_decided
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.filling import addressees_of, fill_draft, hand_over, is_taken
from predlozheno.proposals.grammar import is_finite
from predlozheno.proposals.headless import row_drafts
from predlozheno.proposals.heads import Heads
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.ideas import suggested
from predlozheno.proposals.inline import inline_head, inline_items
from predlozheno.proposals.items import item_drafts
from predlozheno.proposals.lines import heads_parts, semicolon_parts, take_over
from predlozheno.proposals.nesting import gives_way, nested
from predlozheno.proposals.openings import orders_in_parts
from predlozheno.proposals.oratory import hoped_in_vain, put_otherwise, wanted_by_others
from predlozheno.proposals.ordered import ordered
from predlozheno.proposals.promises import offered
from predlozheno.proposals.qualifiers import refusal
from predlozheno.proposals.refusals import Refusal
from predlozheno.proposals.resolution import chair_speaks
from predlozheno.proposals.running import opens_list, told_line
from predlozheno.proposals.senses import outsider, shown_empty
from predlozheno.proposals.slots.behind_object import behind_object
from predlozheno.proposals.slots.content import find_contents
from predlozheno.proposals.slots.gapping import gapped, parted_movers
from predlozheno.proposals.slots.proposers import find_proposers, split_actors
from predlozheno.proposals.slots.receivers import own_receiver
from predlozheno.proposals.slots.trailing import take_trailing_addressee
from predlozheno.proposals.slots.vocatives import by_name, puts_to_one
from predlozheno.proposals.suggested import suggestion_drafts
from predlozheno.proposals.tasks import is_done
from predlozheno.proposals.told import narrated, put_forward, verdict_only
from predlozheno.proposals.triggers import find_hits
from predlozheno.records.schema import Kind, Role

# Inside these the inner verb decides: «решили рекомендовать», «договорились поручить».
# «Пусть подрядчик представит график»: from the chair it is an order.
_LET = "proposal.pust"
_YIELDING = (Kind.DECISION, Kind.AGREEMENT, Kind.WISH)


@dataclass(slots=True)
class SentenceAccount:
    """What became of a trigger: taken by a rule, refused by one, or undecided."""

    hit: Hit
    sentence: TokenSpan
    refusal: Refusal | None
    drafts: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class Drafts:
    """All drafts of a document in the order of the text, and the account of all triggers."""

    drafts: list[Draft] = field(default_factory=list)
    accounts: list[SentenceAccount] = field(default_factory=list)

    def note(
        self, body: Span, hits: list[Hit], reason: Refusal | None, drafts: list[Draft]
    ) -> None:
        """Account for the triggers of a sentence that is dealt with as a whole."""
        place = (body.start, body.end)
        self.accounts += [SentenceAccount(hit, place, reason, drafts) for hit in hits]


def draft_document(context: Context) -> Drafts:
    """Reads the sentences in order; a list head met on the way acts on the lines after it."""
    result, heads = Drafts(), Heads(context)
    for sentence in context.doc.sents:
        block = context.block_index(sentence.start)
        body = _body(context, sentence, block)
        if body is None or heads.is_closed(block) or is_done(context, block):
            continue
        hits = find_hits(body, context.lexicon)
        signed = amendment_drafts(context, sentence, block)
        if signed is None:
            signed = suggestion_drafts(context, body, block, hits)
        if signed is not None:
            result.drafts += signed
            result.note(body, hits, None, signed)
            continue
        if _is_silent(context, body, block):
            reason = Refusal("agenda", "a line of the agenda or of the signatures")
            result.note(body, hits, reason, [])
            continue
        rows = row_drafts(context, block)
        if rows is not None:
            opens = sentence.start == 0 or context.block_index(sentence.start - 1) != block
            result.drafts += rows if opens else []
            idle = None if rows else Refusal("table", "a head or a row that asks for nothing")
            result.note(body, hits, idle, rows)
            continue
        _draft_sentence(context, heads, body, block, hits, result)
    return result


def _draft_sentence(
    context: Context, heads: Heads, body: Span, block: int, hits: list[Hit], result: Drafts
) -> None:
    """What a sentence wants: as a line of a list, by its form alone, by its triggers."""
    if (opened := inline_head(context, body)) is not None:
        inner = [hit for hit in hits if hit.start >= opened[1].start]
        taken = item_drafts(context, opened[0], heads, opened[1], block, inner, drafts_of_hit)
        if taken:
            result.drafts += taken
            result.note(body, hits, None, taken)
            return
    head = heads.above(block)
    if head is not None and head.running and (told := told_line(context, head, body)):
        heads.put(block, told)
        return
    if head is not None:
        taken = item_drafts(context, head, heads, body, block, hits, drafts_of_hit)
        if taken is not None:
            result.drafts += taken
            result.note(body, hits, None, taken)
            return
    note_lead(context, heads, body, block, hits)
    if counted := counted_drafts(context, heads, body, block, hits, drafts_of_hit):
        result.drafts += counted
        result.note(body, hits, None, counted)
        return
    parts = semicolon_parts(body)
    if any(heads_parts(hit, parts[0]) for hit in hits):
        parts = parts[:1]
    ordered = orders_in_parts(context, parts, block, hits)
    put_forward(context, ordered)
    hits = [hit for hit in hits if not any(covers(d, hit) for d in ordered)]
    before = len(result.drafts)
    result.drafts += ordered
    _draft_hits(context, heads, body, block, hits, result)
    if head is not None:
        take_over(context, head, body, result.drafts[before:])


def _is_silent(context: Context, sentence: Span, block: int) -> bool:
    """A line of the printed agenda or of the signatures; whole sentences among them still speak."""
    zone = context.blocks[block].zone
    if zone != "tail":
        return zone == "agenda"
    return sentence[-1].text not in ".!…" or not any(is_finite(token) for token in sentence)


def covers(draft: Draft, hit: Hit) -> bool:
    """Whether the trigger stands inside what a draft already wants."""
    return any(start <= hit.start < end for start, end in draft.content)


def _body(context: Context, sentence: Span, index: int) -> Span | None:
    """The sentence without the marker and labels that its block begins with."""
    block = context.blocks[index]
    start = sentence.start
    while start < sentence.end and context.doc[start].idx < block.body:
        start += 1
    return context.doc[start : sentence.end] if start < sentence.end else None


def _draft_hits(
    context: Context, heads: Heads, sentence: Span, block: int, hits: list[Hit], result: Drafts
) -> None:
    drafts: list[Draft] = []
    for hit in hits:
        # «решили рекомендовать …»: a verb that takes the outer one's place is bound by it.
        bound = any(gives_way(draft, hit) for draft in drafts)
        reason = refusal(hit, sentence, under_head=bound) or nested(hit, drafts)
        reason = reason or outsider(context, hit, sentence) or narrated(context, hit, sentence)
        reason = reason or verdict_only(hit, sentence) or put_otherwise(context, hit, sentence)
        account = SentenceAccount(hit, (sentence.start, sentence.end), reason)
        result.accounts.append(account)
        if reason:
            continue
        account.drafts = drafts_of_hit(context, heads, sentence, block, hit, hits)
        reason = shown_empty(context, hit, account.drafts, is_decided)
        reason = reason or hoped_in_vain(context, hit, account.drafts)
        if reason := reason or wanted_by_others(context, hit, sentence, account.drafts):
            account.drafts, account.refusal = [], reason
            continue
        if account.drafts or heads.is_opened_by(block, hit):
            # «Решили рекомендовать Минздраву:» wants nothing but what the list says.
            drafts = [d for d in drafts if not gives_way(d, hit)] + account.drafts
    result.drafts += drafts


def drafts_of_hit(
    context: Context, heads: Heads, sentence: Span, block: int, hit: Hit, hits: list[Hit]
) -> list[Draft]:
    """The drafts of one accepted trigger; a trigger before a closing colon becomes a list head."""
    found = find_contents(context, hit, sentence, hits)
    proposers = find_proposers(context, hit, found, sentence)
    addressees = addressees_of(context, hit, found, proposers)
    if not addressees:
        addressees = take_trailing_addressee(context, hit, found) or behind_object(
            context, hit, found
        )
    addressees = by_name(context, hit, sentence, addressees)
    if puts_to_one(hit):
        proposers = [m for m in proposers if m.phrase not in addressees]
    addressees = [phrase for phrase in addressees if not is_taken(phrase, proposers)]
    executors, proposers = split_actors(context, hit, proposers)
    if hit.diathesis == "by_noun":
        found = by_proposal(context, hit, sentence, hits) or found
    # Of «предложил: чтобы» nothing is left to want.
    if (
        found.form == "colon"
        and found.contents
        and (
            inner := inline_items(
                context, heads, sentence, block, hit, hits, found, proposers, drafts_of_hit
            )
        )
    ):
        return inner
    if leads_up(context, heads, block, hit, found):
        return []
    if opens_list(context, heads, sentence, block, hit, found, proposers, addressees):
        return []
    drafts: list[Draft] = []
    contents = [part for content in found.contents for part in parted_movers(context, content)]
    for content in contents:
        told: list[Phrase] = []
        if drafts or (found.form == "colon" and not addressees):
            told, content[0] = own_receiver(context, content[0], addressees)
            addressees = told or addressees
        if drafts and not told and (own := gapped(context, content[0])):
            # «Хор предложил вечер, музей – открыть зал»: who goes on without the verb.
            proposers, content[0] = [own[0]], own[1]
        draft = Draft(
            frame=hit.frame,
            diathesis=hit.diathesis,
            kind=hit.frame.kind,
            trigger=(hit.start, hit.end),
            content=content,
            sentence=(sentence.start, sentence.end),
            block=block,
            region=found.region,
            proposers=list(proposers),
            purposes=list(found.purposes),
            targets=list(executors),
        )
        fill_draft(context, draft, hit, found.form, addressees)
        hand_over(draft, executors if found.form == "что" else [])
        _turned(context, draft, hit)
        drafts.append(draft)
    return drafts


def _turned(context: Context, draft: Draft, hit: Hit) -> None:
    """The kind that a trigger has from whoever says it, and how."""
    named = any(m.role is Role.EXECUTOR for m in draft.targets)
    if hit.diathesis == "imperative":
        ordered(context, draft, hit)
    elif hit.frame.id == _LET and named and chair_speaks(context, draft.block):
        draft.kind = Kind.ASSIGNMENT
    offered(context, draft)
    accepted(context, draft, hit)
    suggested(context, draft)
