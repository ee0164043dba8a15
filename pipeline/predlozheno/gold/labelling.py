"""The candidates of a gold document beside its records: what the ranking learns from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from predlozheno.gold.documents import GoldDocument, GoldRecord
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.matching import AGREES, assign, match
from predlozheno.language import annotate
from predlozheno.proposals.assembly import Assembler
from predlozheno.proposals.candidates import Candidate, Fragments, find_sentences, widen
from predlozheno.proposals.context import Context
from predlozheno.proposals.drafting import draft_document
from predlozheno.proposals.features import Features
from predlozheno.proposals.learned.agreement import Overlaps
from predlozheno.proposals.learned.fitting import CLOSED, OPEN, ClassesLabelled, Labelled
from predlozheno.proposals.learned.gate import is_ruled
from predlozheno.proposals.learned.surroundings import Surroundings
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.reading.segmentation import segment

_COVERED = 0.8


@dataclass(frozen=True, slots=True)
class Tallied:
    """Records found, predictions that answer none, records missed."""

    found: int = 0
    spurious: int = 0
    missed: int = 0

    def __add__(self, other: Tallied) -> Tallied:
        return Tallied(
            self.found + other.found, self.spurious + other.spurious, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.found / max(1, self.found + self.spurious)

    @property
    def recall(self) -> float:
        """Share of the records that were found."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.found / max(1, 2 * self.found + self.spurious + self.missed)


class TrainingDocument:
    """One gold document, annotated once, with its candidates and what they answer.

    Attributes:
        gold: the document.
        found: its candidates.
        overlaps: of their contents.
        around: the features of its sentences.
        ruled: indices of the sentences of which the rules made a draft.
        labelled: what the choice is trained on.
        sentences: what the gate is trained on.
        answers: the record that each chosen candidate answers, by the candidate's index.
        head_of: the trigger of the list head above a sentence.
        rules: how well the rules alone do on it.
        date: of its meeting, or None.
    """

    def __init__(self, gold: GoldDocument, lexicon: Lexicon) -> None:
        self.gold = gold
        segments = segment(gold.document)
        self.date = segments.meeting.date if segments.meeting else None
        context = Context(annotate(segments), lexicon, segments)
        drafts = draft_document(context)
        self.found = find_sentences(context, drafts.drafts, drafts.accounts)
        self.around = Surroundings(self.found)
        indices = range(len(self.found.clusters))
        self.ruled = frozenset(i for i in indices if is_ruled(self.found, i))
        widen(self.found, indices)
        self.overlaps = Overlaps(context.doc)
        self._ink = Ink(gold.source)
        self._wanted = [self._of_record(record) for record in gold.records if not record.optional]
        self._optional = [self._of_record(record) for record in gold.records if record.optional]
        self._inks = [self._of_content(candidate.content) for candidate in self.candidates]
        features = Features(self.found, self.around)
        self.head_of = features.head_of
        rows = [row for i in indices for row in features.of_cluster(i)]
        self.labelled = self._label(rows)
        self.sentences = self._label_sentences()
        records = Assembler(context).records(drafts.drafts)
        matching = match(gold, list(records.values()))
        self.rules = Tallied(len(matching.found), len(matching.spurious), len(matching.missed))

    @property
    def candidates(self) -> list[Candidate]:
        """All candidates, sentence by sentence."""
        return [c for cluster in self.found.clusters for c in cluster.candidates]

    def score(self, chosen: Iterable[Candidate]) -> tuple[Tallied, list[bool]]:
        """How well chosen candidates answer the records, and for each whether it answers one.

        Those that only answer an optional record count as right and are left out of the tally.
        """
        inks = [self._of_content(candidate.content) for candidate in chosen]
        pairs = assign(self._wanted, inks, _agreement)
        taken = {column for _, column in pairs}
        left = [i for i in range(len(inks)) if i not in taken]
        ignored = {i for i in left if any(_agreement(o, inks[i]) for o in self._optional)}
        right = [i in taken or i in ignored for i in range(len(inks))]
        tally = Tallied(
            len(pairs), len(left) - len(ignored), len(self._wanted) - len({row for row, _ in pairs})
        )
        return tally, right

    def coverage(self) -> tuple[int, int, int]:
        """How many records there are, and how many contents a candidate agrees with, and agrees well."""
        best = [max((overlap(w, ink) for ink in self._inks), default=0.0) for w in self._wanted]
        return len(best), sum(b >= AGREES for b in best), sum(b >= _COVERED for b in best)

    def _label_sentences(self) -> ClassesLabelled:
        """All sentences, open where they hold a candidate that answers a record."""
        holding = {id(self.candidates[i]) for i in self.answers}
        clusters = self.found.clusters
        answers = [
            OPEN if any(id(candidate) in holding for candidate in cluster.candidates) else CLOSED
            for cluster in clusters
        ]
        return ClassesLabelled([self.around.of(i) for i in range(len(clusters))], answers)

    def _label(self, rows: list[list[str]]) -> Labelled:
        candidates = self.candidates
        records = [record for record in self.gold.records if not record.optional]
        answers = self._answers(candidates)
        ordered = sorted(answers)
        self.answers = {i: records[answers[i]] for i in ordered}
        hidden = frozenset(
            i
            for i, ink in enumerate(self._inks)
            if i not in answers
            and not any(_agreement(wanted, ink) for wanted in self._wanted)
            and any(_agreement(optional, ink) for optional in self._optional)
        )
        return Labelled(
            spans=[(candidate.start, candidate.end) for candidate in candidates],
            features=rows,
            chosen=ordered,
            hidden=hidden,
        )

    def _answers(self, candidates: Sequence[Candidate]) -> dict[int, int]:
        """For each record its best candidate that overlaps no other one's, the surest first."""
        pairs = [
            (share, bool(candidates[i].drafts), -row, -i)
            for row, wanted in enumerate(self._wanted)
            for i, ink in enumerate(self._inks)
            if (share := _agreement(wanted, ink))
        ]
        answers: dict[int, int] = {}
        for _, _, row, i in sorted(pairs, reverse=True):
            free = -row not in answers.values() and not any(
                candidates[-i].start < candidates[j].end
                and candidates[j].start < candidates[-i].end
                for j in answers
            )
            if free:
                answers[-i] = -row
        return answers

    def _of_record(self, record: GoldRecord) -> frozenset[int]:
        return self._ink.of(mark.extent for mark in record.content)

    def _of_content(self, content: Fragments) -> frozenset[int]:
        doc, offsets = self.found.context.doc, self.found.context.segments.offsets
        extents = [
            offsets.to_source(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            for start, end in content
        ]
        return self._ink.of(extents)


def _agreement(one: frozenset[int], other: frozenset[int]) -> float:
    """Their overlap, or 0 where it is too little to agree."""
    if one.isdisjoint(other):
        return 0.0
    share = overlap(one, other)
    return share if share >= AGREES else 0.0
