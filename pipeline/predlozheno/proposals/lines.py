"""Drafts of the lines under a list head: what they inherit from it, and their actions apart."""

from __future__ import annotations

import itertools
from dataclasses import replace

from spacy.tokens import Span

from predlozheno.proposals.borders import right_border
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import TokenSpan, skip_left, skip_right
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import bracket_depths, is_finite, is_infinitive, is_word, trim
from predlozheno.proposals.heads import Head
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.lexicon import Form
from predlozheno.proposals.resolution import chair_speaks, heard, resolve, speaker_of
from predlozheno.proposals.slots.bodies import behind_members
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.slots.gapping import parted_datives
from predlozheno.proposals.slots.headings import dative_headings
from predlozheno.proposals.slots.receivers import own_receiver, receivers_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.slots.titled import group_of_part, owners_of_line
from predlozheno.records.schema import Kind, Role

_PUT_FORWARD = (Kind.PROPOSAL, Kind.WISH, Kind.REQUEST, Kind.RECOMMENDATION)
_WITHOUT_VERB = ("noun", "dative_infinitive", "bare_infinitive", "infinitive")


def semicolon_parts(sentence: Span) -> list[Span]:
    """The sentence cut behind each semicolon that stands outside brackets."""
    if ";" not in columns(sentence.doc).text[sentence.start : sentence.end]:
        return [sentence]
    depths = bracket_depths(sentence.doc, sentence.start, sentence.end)
    cuts = [
        i + 1
        for i in range(sentence.start, sentence.end)
        if sentence.doc[i].text == ";" and not depths[i - sentence.start]
    ]
    borders = [sentence.start, *cuts, sentence.end]
    return [sentence.doc[a:b] for a, b in itertools.pairwise(borders) if a < b]


def heads_parts(hit: Hit, first: Span) -> bool:
    """«Стол рекомендует: музею – открыть фонды; районам – …»: one head before a colon for all parts."""
    inside = first.start <= hit.start < first.end
    colon = inside and ":" in columns(first.doc).text[hit.end : first.end]
    return colon and hit.frame.kind in (Kind.RECOMMENDATION, Kind.PROPOSAL, Kind.REQUEST)


def heads_items(context: Context, sentence: Span, block: int, dative: list[Phrase]) -> bool:
    """«1. Правительству области» without a colon above «а) принять …», «б) внести …»."""
    below = block + 1 < len(context.blocks) and context.blocks[block + 1].parent == block
    if not (below and dative):
        return False
    return not any(map(is_word, context.doc[dative[-1].end : sentence.end]))


def told_to_others(context: Context, head: Head, block: int) -> bool:
    """Whether others are advised: of «РЕКОМЕНДУЮТ: Правительству: поручить …» nobody here orders."""
    return head.kind is Kind.RECOMMENDATION and bool(dative_headings(context, block))


def make_drafts(
    context: Context, head: Head, sentence: Span, block: int, start: int, addressees: list[Phrase]
) -> list[Draft]:
    """The item as content of the head, split into its actions."""
    if addressees:
        start = behind_members(context, addressees[-1].end, sentence.end)
    begin = skip_left(context, start, sentence.end).position if addressees else start
    stop = right_border(_pseudo_hit(head.frame, begin), sentence, [])
    stop, purposes = skip_right(context, begin, stop)
    begin, stop = trim(context.doc, begin, stop)
    if begin >= stop:
        return []
    drafts: list[Draft] = []
    actions = split_actions(context, begin, stop, "items")
    for part in (p for action in actions for p in parted_datives(context, action)):
        told, span = own_receiver(context, part, addressees) if drafts else ([], part)
        addressees = told or addressees
        draft = make_draft(context, head, sentence, block, [span])
        draft.purposes = purposes
        if addressees:
            others = [m for m in draft.targets if m.role is not Role.ADDRESSEE]
            draft.targets = receivers_of(context, addressees) + others
            if head.kind in (Kind.DECISION, Kind.AGREEMENT):
                draft.kind, draft.diathesis = Kind.ASSIGNMENT, "dative_infinitive"
        drafts.append(draft)
    return drafts


def share_receivers(before: Draft, drafts: list[Draft]) -> None:
    """«Комбинату – закупить термосы; провести обучение»: behind the semicolon the same one is told."""
    told = [m for m in before.targets if m.role is Role.ADDRESSEE]
    for draft in drafts:
        named = any(m.role in (Role.ADDRESSEE, Role.EXECUTOR) for m in draft.targets)
        if told and not named and draft.head == before.head and draft.diathesis != "infinitive":
            draft.targets = [*told, *draft.targets]
            draft.kind, draft.diathesis = before.kind, before.diathesis


def make_draft(
    context: Context, head: Head, sentence: Span, block: int, content: list[TokenSpan]
) -> Draft:
    """The draft of a line with this content: kind, proposers and addressees are the head's."""
    draft = Draft(
        frame=head.frame,
        diathesis="item",
        kind=head.kind,
        trigger=head.trigger,
        content=content,
        sentence=(sentence.start, sentence.end),
        block=block,
        region=(sentence.start, sentence.end),
        proposers=_wanting(context, head, sentence, content[-1][1]),
        polarity=head.frame.polarity,
        procedural=head.frame.procedural,
        head=head.trigger,
        is_draft_decision=head.draft,
    )
    receivers = head.addressees or dative_headings(context, block)
    draft.targets = [Mention(p, role=Role.ADDRESSEE) for p in receivers]
    inner = content_targets(context, content, "что")
    if not receivers and is_infinitive(context.doc[content[0][0]]):
        # «Предложено: поручить директору …»: the inner verb decides, and he is told himself.
        inner = [_told_first(m, content) for m in inner]
    draft.targets += inner
    if receivers and not head.addressees and draft.kind is Kind.DECISION:
        # «2.1. Сафиной:», then «а) запросить …»: who is told by the line above is ordered to.
        draft.kind, draft.diathesis = Kind.ASSIGNMENT, "dative_infinitive"
    return draft


def _told_first(mention: Mention, content: list[TokenSpan]) -> Mention:
    behind_verb = mention.phrase.start == content[0][0] + 1
    if behind_verb and mention.role is Role.EXECUTOR:
        return replace(mention, role=Role.ADDRESSEE)
    return mention


def inherited(context: Context, head: Head, token: int) -> list[Mention]:
    """The head's proposers; under a bare label of a proposal, the speaker of the item of the agenda."""
    if head.proposers:
        return [m for p in head.proposers if (m := resolve(context, p))]
    if owners := owners_of_line(context, context.block_index(head.trigger[0])):
        return [Mention(phrase) for phrase in owners]
    if head.strict and (head.kind is Kind.PROPOSAL or _own_turn(context, token)):
        speaker = speaker_of(context, token) or heard(context, head.trigger[0])
        if speaker:
            return [speaker]
    if head.strict and head.kind in _PUT_FORWARD:
        group = group_of_part(context, context.block_index(head.trigger[0]))
        return [group] if group else []
    return []


def _wanting(context: Context, head: Head, sentence: Span, end: int) -> list[Mention]:
    """Who wants an item: behind «Предложено:» first of all who stands in brackets behind it."""
    signed = _signed(context, head, end, sentence.end)
    own = inherited(context, head, sentence.start)
    return signed or own if head.kind is Kind.PROPOSAL else own or signed


def _signed(context: Context, head: Head, start: int, end: int) -> list[Mention]:
    """«– взять ученицу из колледжа (Прохор)»: a name alone in brackets behind what was put forward."""
    doc = context.doc
    if head.kind not in _PUT_FORWARD or start + 2 >= end or doc[start].text != "(":
        return []
    people = [p for p in context.parties_in(start + 1, end) if p.label in ("PER", "ORG")][:1]
    alone = people and people[0].start == start + 1 and doc[people[0].end].text == ")"
    return [Mention(people[0])] if alone else []


def take_over(context: Context, head: Head, sentence: Span, drafts: list[Draft]) -> None:
    """Gives the head's proposers to what an item wants by its form («В министерство – с просьбой …»).

    Only a line of the list itself without a verb of its own: a whole sentence says who wants it.
    """
    block = context.blocks[context.block_index(sentence.start)]
    contents = [span for draft in drafts for span in draft.content]
    verbs = [t for t in sentence if is_finite(t) and not any(a <= t.i < b for a, b in contents)]
    if block.kind != "item" or verbs:
        return
    for draft in drafts:
        if not draft.proposers and draft.diathesis in _WITHOUT_VERB:
            draft.proposers = inherited(context, head, sentence.start)


def _own_turn(context: Context, token: int) -> bool:
    """Whether the line opens with the label of its speaker, so that the words are his.

    The chair reads out what the meeting resolves, and nobody's words in particular.
    """
    index = context.block_index(token)
    block = context.blocks[index]
    own = block.speaker_span is not None and block.speaker_span[0] >= block.start
    return own and not chair_speaks(context, index)


def right_border_of(context: Context, start: int, sentence: Span) -> int:
    """Where a content that begins at `start` ends, in a sentence without a trigger word."""
    return right_border(_pseudo_hit(next(iter(context.lexicon.frames)), start), sentence, [])


def _pseudo_hit(frame: Frame, position: int) -> Hit:
    """A place to look for a right border from, where no trigger of its own stands."""
    form = Form(frame, "verbs", "", "infinitive", frozenset())
    return Hit(frame, "item", position, position, position, form)
