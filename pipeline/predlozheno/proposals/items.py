"""Lines under a list head: items that continue it, datives with infinitives, verbs of their own."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Span

from predlozheno.proposals.actors import (
    executed,
    give,
    handed_thing,
    labelled_tasks,
    petitions,
    receivers,
    thing_handed,
)
from predlozheno.proposals.addressed import petition_drafts
from predlozheno.proposals.alone import (
    appoints_nobody,
    is_clausal,
    is_object,
    stands_alone,
    wants_nothing_else,
)
from predlozheno.proposals.attention import drawn_attention
from predlozheno.proposals.charges import behind_infinitive, charged, keep_sense
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.edges import skip_left
from predlozheno.proposals.grammar import (
    is_finite,
    is_infinitive,
    is_word,
)
from predlozheno.proposals.heads import Head, Heads
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.lexicon import SupportForm
from predlozheno.proposals.lines import (
    inherited,
    make_drafts,
    semicolon_parts,
    share_receivers,
    told_to_others,
)
from predlozheno.proposals.named import named_executors, named_outright
from predlozheno.proposals.parents import parent_drafts
from predlozheno.proposals.qualifiers import refusal
from predlozheno.proposals.resolution import chair_speaks
from predlozheno.proposals.slots.lead_ins import behind_ordinal
from predlozheno.proposals.tails import first_infinitive
from predlozheno.proposals.tasks import behind_arrow
from predlozheno.proposals.unacting import ORDERS, ends_in_colon, without_infinitive
from predlozheno.records.schema import Kind, PartySource, Role
from predlozheno.resources import gazetteer

# Makes the drafts of one trigger: context, heads, sentence, block, the trigger, all triggers.
DraftHit = Callable[[Context, Heads, Span, int, Hit, list[Hit]], list[Draft]]

# Kinds whose verb decides over the head above it; what is resolved and agreed on is the head's.
_OWN_KINDS = frozenset(Kind) - {Kind.DECISION, Kind.AGREEMENT}
_YIELDING = (Kind.DECISION, Kind.AGREEMENT)
_OWN_REACH = 8


def item_drafts(
    context: Context,
    head: Head,
    heads: Heads,
    sentence: Span,
    block: int,
    hits: list[Hit],
    draft_hit: DraftHit,
) -> list[Draft] | None:
    """The drafts of a sentence under a head, part by part where semicolons part it.

    `draft_hit` makes the drafts of a trigger that the line has of its own.

    Returns:
        None where no part of it continues the head.
    """
    drafts, loose, continued = list[Draft](), list[Draft](), False
    parts = semicolon_parts(sentence)
    for part in parts:
        inside = [hit for hit in hits if part.start <= hit.start < part.end]
        task, people = behind_arrow(context, part)
        found = _part_drafts(context, head, heads, task, block, inside, draft_hit)
        if found is None and people and head.kind in ORDERS:
            found = thing_handed(context, head, task, block)
        if found is None and len(parts) > 1:
            # «За архив отвечает библиотека; опись сдавать в мае»: a part that acts by itself.
            alone = [hit for hit in inside if stands_alone(hit, part)]
            loose += [
                d for hit in alone for d in draft_hit(context, heads, part, block, hit, inside)
            ]
        for hit in _trailing(context, found or [], inside):
            loose += _own_drafts(context, heads, head, part, block, hit, inside, draft_hit)
        for draft in found or [] if people else []:
            give(draft, people)
        if drafts and found and is_infinitive(part[0]):
            share_receivers(drafts[-1], found)
        continued = continued or found is not None
        drafts += found or []
    return sorted(loose + drafts, key=lambda d: d.content[0][0]) if continued else None


def _trailing(context: Context, found: list[Draft], hits: list[Hit]) -> list[Hit]:
    """«Утвердить план, поручив правлению разослать его»: orders in a gerund behind the item's action."""
    taken = [span for draft in found for span in draft.content]
    return [
        hit
        for hit in hits
        if found
        and hit.diathesis == "gerund"
        and hit.frame.kind in _OWN_KINDS
        and context.doc[hit.start - 1].text == ","
        and not any(start <= hit.start < end for start, end in taken)
    ]


def _part_drafts(
    context: Context,
    head: Head,
    heads: Heads,
    sentence: Span,
    block: int,
    hits: list[Hit],
    draft_hit: DraftHit,
) -> list[Draft] | None:
    """The drafts of one part of a sentence under a head, or None where it does not continue the head.

    Nor does a sentence that a trigger of its own takes out of the list's syntax («Иванов предложил …»).
    """
    own = _own_verb(context, sentence, hits)
    if put := petition_drafts(context, head, sentence, block):
        return put
    if not hits and (tasks := labelled_tasks(context, head, sentence, block)):
        return tasks
    if own is not None and head.yields and not told_to_others(context, head, block):
        drafts = _own_drafts(context, heads, head, sentence, block, own, hits, draft_hit)
        if not (appoints_nobody(own, drafts) or wants_nothing_else(own, drafts, sentence)):
            return drafts
        # «Секретарю обратиться в архив»: the verb wants nothing more than what it says.
        hits = [hit for hit in hits if hit is not own]
    if handed := handed_thing(context, head, sentence, block, sentence.start):
        return handed
    outside = [h for h in hits if stands_alone(h, sentence) and not is_object(head, h, sentence)]
    if outside and not is_clausal(context, head):
        return None
    edge = skip_left(context, behind_ordinal(sentence), sentence.end)
    if edge.position >= sentence.end:
        return None
    first = first_infinitive(context, edge.position, sentence.end)
    if first is None:
        return without_infinitive(context, head, heads, sentence, block, edge.position)
    if ends_in_colon(sentence):
        return parent_drafts(context, heads, head, sentence, block, edge.position, first)
    named = named_executors(context, edge.position, first)
    if named := named or named_outright(context, edge.position, first):
        return executed(context, head, sentence, block, named)
    if drawn := drawn_attention(context, head, sentence, block, first):
        return drawn
    if put := petitions(context, head, sentence, block, edge.position, first):
        return put
    addressee = receivers(context, edge.position, first)
    unsaid = not addressee and head.kind is Kind.DECISION
    if unsaid and (laid := _laid_on(context, head, sentence, block, edge.position, first)):
        return laid
    drafts = make_drafts(context, head, sentence, block, edge.position, addressee)
    for draft in drafts:
        draft.purposes = edge.purposes + draft.purposes
    keep_sense(context, own, hits, drafts, unsaid=unsaid)
    return [*drafts[:1], *_coordinated(context, heads, head, block, drafts[1:], hits, draft_hit)]


def _coordinated(
    context: Context,
    heads: Heads,
    head: Head,
    block: int,
    drafts: list[Draft],
    hits: list[Hit],
    draft_hit: DraftHit,
) -> list[Draft]:
    """«Утвердить план и рекомендовать кафедрам обновить его»: each action's verb decides for itself."""
    if not head.yields or head.kind not in _YIELDING or told_to_others(context, head, block):
        return drafts
    found: list[Draft] = []
    for draft in drafts:
        start, end = draft.content_span
        part = context.doc[start:end]
        own = next((h for h in hits if h.start == start and h.frame.kind in _OWN_KINDS), None)
        bound = own is not None and _binds(context, own)
        if own is None or not bound or refusal(own, part, under_head=True):
            found.append(draft)
            continue
        inside = [hit for hit in hits if start <= hit.start < end]
        found += _own_drafts(context, heads, head, part, block, own, inside, draft_hit) or [draft]
    return found


def _laid_on(
    context: Context, head: Head, sentence: Span, block: int, start: int, infinitive: int
) -> list[Draft]:
    """The drafts of an item that names somebody who is to do it, without a verb that orders."""
    executors = charged(context, start, infinitive)
    told = [] if executors else behind_infinitive(context, start, infinitive, sentence.end)
    if not executors and not told:
        return []
    begin = infinitive if executors else start
    drafts = make_drafts(context, head, sentence, block, begin, [])
    for draft in drafts[:1]:
        give(draft, executors or told, Role.EXECUTOR if executors else Role.ADDRESSEE)
    return drafts


def _own_verb(context: Context, sentence: Span, hits: list[Hit]) -> Hit | None:
    """The trigger infinitive that opens the item, behind no more than an addressee and a purpose."""
    for hit in hits:
        if hit.frame.kind not in _OWN_KINDS or not _binds(context, hit):
            continue
        before = context.doc[sentence.start : hit.start]
        if any(is_infinitive(t) or (is_finite(t) and t.pos_ != "AUX") for t in before):
            return None
        if sum(is_word(t) for t in before) <= _OWN_REACH and not refusal(
            hit, sentence, under_head=True
        ):
            return hit
    return None


def _binds(context: Context, hit: Hit) -> bool:
    if hit.diathesis == "infinitive":
        return True
    if (
        isinstance(hit.form, SupportForm)
        and hit.form.lemma in gazetteer("qualifiers")["settling_verbs"]
    ):
        return False
    return hit.diathesis in ("phrase", "support") and is_infinitive(context.doc[hit.head])


def _own_drafts(
    context: Context,
    heads: Heads,
    head: Head,
    sentence: Span,
    block: int,
    own: Hit,
    hits: list[Hit],
    draft_hit: DraftHit,
) -> list[Draft]:
    drafts = draft_hit(context, heads, sentence, block, own, hits)
    for draft in drafts:
        draft.head = head.trigger
        draft.is_draft_decision = head.draft
        if not draft.proposers or _only_read_out(context, head, draft):
            draft.proposers = inherited(context, head, sentence.start)
    return drafts


def _only_read_out(context: Context, head: Head, draft: Draft) -> bool:
    """Whether an item of a resolution would be the wish of the chair, who only reads it out."""
    spoken = all(m.source is PartySource.SPEAKER for m in draft.proposers)
    return spoken and head.kind is Kind.DECISION and chair_speaks(context, draft.block)
