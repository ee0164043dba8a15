"""A chosen candidate becomes a draft: a rule's own, one with its content moved, or a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from predlozheno.proposals.candidates import Candidate, Candidates, Cluster
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.drafting import SentenceAccount, drafts_of_hit
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.filling import fill_draft
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.heads import Heads
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.learned.agreement import AGREES, Overlaps
from predlozheno.proposals.lexicon import Form
from predlozheno.proposals.resolution import resolve
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.proposers import find_proposers
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.records.schema import Kind, Role

_VERB_REACH = 14
_WORD_REACH = 3


class Drafting:
    """Makes the drafts of one document's chosen candidates.

    Args:
        found: the candidates.
        overlaps: of their contents.
        head_of: the trigger of the list head above a sentence.
    """

    def __init__(
        self,
        found: Candidates,
        overlaps: Overlaps,
        head_of: Callable[[Cluster], SentenceAccount | None],
    ) -> None:
        self._found = found
        self._context = found.context
        self._overlaps = overlaps
        self._head_of = head_of
        self._heads = Heads(found.context)

    def draft(self, candidate: Candidate, cluster: Cluster) -> Draft | None:
        """The draft of a candidate; None where neither a trigger nor a list head carries it.

        Args:
            candidate: chosen.
            cluster: its sentence.
        """
        if candidate.drafts:
            return min(candidate.drafts, key=_distance)
        ruled = [draft for other in cluster.candidates for draft in other.drafts]
        if near := self._nearest(candidate, ruled):
            return self._moved(near, candidate)
        body = self._context.doc[cluster.body[0] : cluster.body[1]]
        for account in self._triggers(candidate, cluster):
            hits = [other.hit for other in cluster.accounts]
            made = drafts_of_hit(
                self._context, Heads(self._context), body, cluster.block, account.hit, hits
            )
            near = self._nearest(candidate, made)
            draft = (
                self._moved(near, candidate)
                if near
                else self._of_hit(candidate, cluster, account.hit)
            )
            return replace(draft, learned=True)
        without = self._without_trigger(candidate, cluster)
        return replace(without, learned=True) if without else None

    def carried(self, candidate: Candidate, cluster: Cluster, kind: Kind) -> Draft:
        """The draft of a candidate that only a verb carries which no frame knows."""
        draft = self._of_hit(candidate, cluster, self._carrier(candidate, cluster, kind))
        return replace(draft, kind=kind, learned=True)

    def _nearest(self, candidate: Candidate, drafts: Iterable[Draft]) -> Draft | None:
        """The draft that wants nearly the same words."""
        shares = [(self._overlaps.of(candidate.content, tuple(d.content)), d) for d in drafts]
        share, draft = max(shares, key=lambda pair: pair[0], default=(0.0, None))
        return draft if share >= AGREES else None

    def _moved(self, draft: Draft, candidate: Candidate) -> Draft:
        """The same wish with another extent."""
        kept = [m for m in draft.targets if not _inside(m, draft.content)]
        moved = replace(
            draft, content=list(candidate.content), proposers=list(draft.proposers), targets=kept
        )
        self._add_targets(moved)
        return moved

    def _add_targets(self, draft: Draft) -> None:
        taken = {m.phrase.start for m in (*draft.targets, *draft.proposers)}
        found = content_targets(self._context, draft.content, "infinitive")
        draft.targets += [m for m in found if m.phrase.start not in taken]

    def _triggers(self, candidate: Candidate, cluster: Cluster) -> list[SentenceAccount]:
        """The triggers that may carry the content: those that would want it, then the nearest before."""
        before = [a for a in cluster.accounts if a.hit.end <= candidate.start]
        return [*candidate.accounts, *before[-1:]]

    def _of_hit(self, candidate: Candidate, cluster: Cluster, hit: Hit) -> Draft:
        context, (start, end) = self._context, cluster.body
        found = Found([list(candidate.content)], region=cluster.body)
        draft = self._bare(candidate, cluster, hit.frame, hit.diathesis, (hit.start, hit.end))
        draft.proposers = find_proposers(context, hit, found, context.doc[start:end])
        fill_draft(context, draft, hit, "infinitive", [])
        return draft

    def _without_trigger(self, candidate: Candidate, cluster: Cluster) -> Draft | None:
        """Under a list head, else behind a word of a frame."""
        context = self._context
        if account := self._head_of(cluster):
            hit = account.hit
            sentence = context.doc[account.sentence[0] : account.sentence[1]]
            draft = self._bare(candidate, cluster, hit.frame, "item", (hit.start, hit.end))
            draft.proposers = find_proposers(context, hit, Found(region=account.sentence), sentence)
        elif head := self._heads.above(cluster.block):
            draft = self._bare(candidate, cluster, head.frame, "item", head.trigger)
            draft.proposers = [m for p in head.proposers if (m := resolve(context, p))]
            draft.is_draft_decision = head.draft
        elif word := self._word(candidate, cluster):
            return self._of_hit(candidate, cluster, word)
        else:
            return None
        draft.head = draft.trigger
        self._add_targets(draft)
        if draft.frame.takes("addressee", "dative"):
            draft.targets = [*self._leading_datives(candidate, cluster), *draft.targets]
        return draft

    def _leading_datives(self, candidate: Candidate, cluster: Cluster) -> list[Mention]:
        phrases = self._context.phrases_in(cluster.body[0], candidate.start)
        return [Mention(p, role=Role.ADDRESSEE) for p in phrases if p.label and p.has_case("Dat")]

    def _word(self, candidate: Candidate, cluster: Cluster) -> Hit | None:
        """A word of a frame right before the content, though in no construction that the rules know."""
        for position, frame in reversed(cluster.words):
            if 0 < candidate.start - position <= _WORD_REACH:
                noun = position if self._found.columns.pos[position] == "NOUN" else None
                form = Form(
                    frame, "verbs", self._found.columns.lemma[position], "word", frozenset()
                )
                name = "active" if noun is None else "noun"
                return Hit(frame, name, position, position, position + 1, form, noun=noun)
        return None

    def _carrier(self, candidate: Candidate, cluster: Cluster, kind: Kind) -> Hit:
        """The nearest verb before the content, else its own first verb, as if a frame knew it."""
        words, first = self._found.columns, cluster.body[0]
        before = range(candidate.start - 1, max(first, candidate.start - _VERB_REACH) - 1, -1)
        inside = range(candidate.start, candidate.end)
        verbs = [i for i in (*before, *inside) if words.finite(i) or words.mood[i] == "Imp"]
        verb = verbs[0] if verbs else candidate.start
        frame = _prototype(self._context.lexicon.frames, kind)
        form = Form(frame, "verbs", words.lemma[verb], "finite", frozenset())
        diathesis = "active"
        if words.mood[verb] == "Imp":
            diathesis = "imperative"
        elif words.person[verb] == "1":
            diathesis = "first_person"
        elif words.voice[verb] == "Pass":
            diathesis = "short_passive"
        return Hit(frame, diathesis, verb, verb, verb + 1, form)

    def _bare(
        self,
        candidate: Candidate,
        cluster: Cluster,
        frame: Frame,
        diathesis: str,
        trigger: TokenSpan,
    ) -> Draft:
        return Draft(
            frame=frame,
            diathesis=diathesis,
            kind=frame.kind,
            trigger=trigger,
            content=list(candidate.content),
            sentence=cluster.body,
            block=cluster.block,
            region=cluster.body,
            polarity=frame.polarity,
            procedural=frame.procedural,
        )


def _prototype(frames: Iterable[Frame], kind: Kind) -> Frame:
    """The frame of a kind that governs most: what a verb of this kind is likely to govern."""

    def aptness(frame: Frame) -> tuple[bool, bool, int, int]:
        governed = sum(map(len, frame.governs.values()))
        return (
            frame.kind is kind and bool(frame.verbs),
            not frame.procedural,
            governed,
            len(frame.verbs),
        )

    return max(frames, key=aptness)


def _inside(mention: Mention, content: list[TokenSpan]) -> bool:
    return any(start <= mention.phrase.start < end for start, end in content)


def _distance(draft: Draft) -> tuple[int, TokenSpan]:
    start, end = draft.content_span
    return min(abs(start - draft.trigger[1]), abs(draft.trigger[0] - end)), draft.trigger
