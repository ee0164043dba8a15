"""What speaks for a mention being the proposer of a draft, or a target in some role."""

from __future__ import annotations

from collections.abc import Iterator

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import CASE_NAMES
from predlozheno.proposals.learned.columns import Columns
from predlozheno.proposals.learned.mentions import PartyCandidate
from predlozheno.proposals.learned.surroundings import bucket
from predlozheno.proposals.slots.bodies import is_body
from predlozheno.proposals.slots.parties import preposition

_CASES = {case: name for name, case in CASE_NAMES.items()}
_PASSIVE = ("short_passive", "reflexive_passive")
_JOINING = frozenset(", и / + & или".split())


class RoleFeatures:
    """Reads the features of the party candidates of one document's drafts."""

    def __init__(self, context: Context, words: Columns) -> None:
        self._context = context
        self._words = words

    def of(self, draft: Draft, candidates: list[PartyCandidate]) -> list[list[str]]:
        """For each candidate its features, none twice."""
        shared = self._of_draft(draft, candidates)
        seen: dict[str, int] = {}
        rows = []
        for index, candidate in enumerate(candidates):
            order = seen.get(candidate.place, 0)
            seen[candidate.place] = order + 1
            before = candidates[index - 1] if index else None
            row = [
                *shared,
                *self._of_mention(draft, candidate, order),
                *self._next_to(candidate, before),
            ]
            rows.append(list(dict.fromkeys(row)))
        return rows

    def _of_draft(self, draft: Draft, candidates: list[PartyCandidate]) -> list[str]:
        block = self._context.blocks[draft.block]
        rules = {c.rule for c in candidates if c.rule}
        return [
            "bias",
            f"kind={draft.kind.value}",
            f"diathesis={draft.diathesis}",
            f"speaker={block.speaker is not None}",
            *(f"any rule={rule}" for rule in sorted(rules)),
        ]

    def _of_mention(self, draft: Draft, candidate: PartyCandidate, order: int) -> Iterator[str]:
        words, phrase = self._words, candidate.phrase
        head = phrase.head.i
        kind, place = draft.kind.value, candidate.place
        case = self._case(candidate)
        label = phrase.label or ("body" if is_body(phrase) else words.pos[head])
        learned = "learned" if draft.learned else "ruled"
        yield f"rule={candidate.rule}"
        yield f"rule+place={candidate.rule} {place} {learned}"
        yield f"rule+kind={candidate.rule} {kind}"
        yield f"rule+diathesis={candidate.rule} {draft.diathesis}"
        yield f"place={place}"
        yield f"place+kind={place} {kind}"
        yield f"place+label={place} {label}"
        yield f"place+case={place} {case}"
        yield f"place+case+kind={place} {case} {kind}"
        yield f"place+diathesis={place} {case} {draft.diathesis}"
        yield f"place+order={place} {min(order, 3)}"
        yield f"label={label}"
        yield f"label+kind={label} {kind}"
        yield f"source={candidate.mention.source.value} {kind} {draft.diathesis}"
        yield f"length={bucket(phrase.end - phrase.start)}"
        yield from self._wording(candidate, case)
        yield from self._hanging(draft, candidate, case)
        yield from self._governed(draft, candidate)
        yield from self._position(draft, candidate, case)

    def _case(self, candidate: PartyCandidate) -> str:
        """The case by dictionary and tagger; the tagger's where they leave several open."""
        tagged = self._words.case[candidate.phrase.head.i]
        if tagged and candidate.phrase.has_case(tagged):
            return tagged
        return next((c for c in _CASES if candidate.phrase.has_case(c)), tagged or "none")

    def _wording(self, candidate: PartyCandidate, case: str) -> Iterator[str]:
        words, phrase = self._words, candidate.phrase
        head = phrase.head
        lemma = min(lemmas(head.text) or {words.low[head.i]})
        yield f"noun={lemma}"
        yield f"noun+place={lemma} {candidate.place}"
        yield f"animate={head.morph.get('Animacy', [''])[0]} {words.number[head.i]}"
        before = words.low[phrase.start - 1] if phrase.start else "^"
        after = words.low[phrase.end] if phrase.end < len(words.low) else "$"
        if words.word[phrase.start - 1] and words.pos[phrase.start - 1] != "ADP":
            before = words.pos[phrase.start - 1]
        if (
            phrase.end < len(words.low)
            and words.word[phrase.end]
            and words.pos[phrase.end] != "ADP"
        ):
            after = f"{words.pos[phrase.end]} {words.form[phrase.end]}"
        yield f"before={before} {case}"
        yield f"before+place={before} {candidate.place}"
        yield f"after={after}"
        yield f"after+case={after} {case}"
        yield f"around={before} {after} {case}"

    def _hanging(self, draft: Draft, candidate: PartyCandidate, case: str) -> Iterator[str]:
        """How the mention hangs in the tree, and on the words to its left."""
        words, phrase = self._words, candidate.phrase
        head = phrase.head.i
        above = words.head[head]
        yield f"dep={words.dep[head]}"
        yield f"dep+place={words.dep[head]} {candidate.place} {case}"
        relation = "other"
        if draft.trigger[0] <= above < draft.trigger[1]:
            relation = "trigger"
        elif any(start <= above < end for start, end in draft.content):
            relation = "content"
        yield f"under={relation} {words.dep[head]} {case}"
        yield f"under lemma={words.lemma[above]} {case}"
        left = next(
            (
                i
                for i in range(phrase.start - 1, max(draft.sentence[0], phrase.start - 7) - 1, -1)
                if words.pos[i] in ("VERB", "NOUN") and words.word[i]
            ),
            None,
        )
        if left is not None:
            gap = " ".join(
                words.low[i] for i in range(left + 1, phrase.start) if words.pos[i] == "ADP"
            )
            yield f"left={words.lemma[left]} {gap} {case}"
            yield f"left pos={words.pos[left]} {words.form[left]} {gap} {case} {candidate.place}"

    def _governed(self, draft: Draft, candidate: PartyCandidate) -> Iterator[str]:
        """Whether the frame governs a slot in the case that the mention stands in."""
        phrase, words = candidate.phrase, self._words
        preposed = phrase.start > 0 and words.pos[phrase.start - 1] == "ADP"
        adposition = preposition(words.low[phrase.start - 1]) if preposed else None
        for slot in ("addressee", "executor", "partner", "proposer"):
            for government in draft.frame.governed(slot):
                case = CASE_NAMES.get(government.form)
                if case and government.preposition == adposition and phrase.has_case(case):
                    yield f"governs={slot} {candidate.place}"

    def _position(self, draft: Draft, candidate: PartyCandidate, case: str) -> Iterator[str]:
        phrase = candidate.phrase
        first, last = draft.content_span
        if candidate.place in ("sentence", "trigger"):
            side = "left" if phrase.end <= draft.trigger[0] else "right"
            between = draft.trigger[1] <= phrase.start and phrase.end <= first
            yield f"side={side} {between} {case} {draft.kind.value}"
            yield f"side={side} {between} {phrase.label} {draft.diathesis}"
            distance = (
                draft.trigger[0] - phrase.end if side == "left" else phrase.start - draft.trigger[1]
            )
            yield f"distance={side} {bucket(max(0, distance))}"
            yield f"passive={draft.diathesis in _PASSIVE} {side} {case}"
            yield f"opens={phrase.start == draft.sentence[0]} {case}"
        elif candidate.place == "content":
            yield f"from start={bucket(phrase.start - first)} {case}"
            yield f"to end={bucket(max(0, last - phrase.end))}"
            yield f"opens content={phrase.start == first} {case} {draft.kind.value}"

    def _next_to(self, candidate: PartyCandidate, before: PartyCandidate | None) -> Iterator[str]:
        """What stands right before, joined by a comma or «и»."""
        if before is None or before.phrase.end > candidate.phrase.start:
            yield "joined=no"
            return
        gap = [self._words.low[i] for i in range(before.phrase.end, candidate.phrase.start)]
        joined = bool(gap) and len(gap) <= 2 and set(gap) <= _JOINING
        yield f"joined={joined} {before.rule if joined else ''}"
