"""Scores the predictions of one document against its gold records.

A record is exact where it is found, and its kind, its proposers and its targets with their roles
all agree, with nothing left over on either side. Slot items of a missed record are missed, those of
a spurious one spurious; optional records and their answers count nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from predlozheno.gold.documents import GoldDocument, GoldRecord, GoldReject
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.matching import Matching, fragments, match
from predlozheno.gold.places import PLACES, same_place
from predlozheno.gold.slots import SlotAnswers, compare_slots
from predlozheno.gold.tallies import MODES, Mode, Tally
from predlozheno.records.schema import Proposal

_DECIDE_EXACT = ("proposers", "targets with role")


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """What one document's predictions are worth.

    Attributes:
        exact: ids of the gold records whose answers are exact.
        settled: ids of the gold records found with the right status.
        complete: ids of those among them that are right in every other slot and attribute, too.
        alarms: hard negatives that a spurious prediction took for a trigger.
        confidences: of each prediction that counts: its confidence, and whether it found a record.
    """

    gold: GoldDocument
    split: str
    matching: Matching
    tally: Tally
    exact: frozenset[str]
    settled: frozenset[str]
    complete: frozenset[str]
    alarms: tuple[tuple[GoldReject, Proposal], ...]
    confidences: tuple[tuple[float, bool], ...]

    @property
    def found(self) -> frozenset[str]:
        """Ids of the gold records that were found."""
        return frozenset(record.id for record, _ in self.matching.found)


def score_document(
    gold: GoldDocument, predictions: Sequence[Proposal], *, split: str = "dev"
) -> DocumentScore:
    """Matches and counts; the order of the predictions does not matter."""
    ink = Ink(gold.source)
    matching = match(gold, predictions)
    tally = Tally()
    for mode in MODES:
        _count_records(matching, ink, tally, mode)
        for record, guess in _pairs(matching, mode):
            for slot in compare_slots(record, guess, ink, strict=mode == "strict"):
                _count_slot(slot, tally, mode)
    exact = frozenset(
        record.id for record, guess in matching.found if is_exact(record, guess, ink, strict=False)
    )
    settled = frozenset(
        record.id for record, guess in matching.found if record.status == guess.status
    )
    complete = frozenset(
        record.id for record, guess in matching.found if is_complete(record, guess, ink)
    )
    _count_attributes(matching, ink, tally)
    return DocumentScore(
        gold=gold,
        split=split,
        matching=matching,
        tally=tally,
        exact=exact,
        settled=settled,
        complete=complete,
        alarms=tuple(_alarms(gold, matching.spurious)),
        confidences=tuple(
            [(guess.confidence, True) for _, guess in matching.found]
            + [(guess.confidence, False) for guess in matching.spurious]
        ),
    )


def is_exact(record: GoldRecord, guess: Proposal, ink: Ink, *, strict: bool) -> bool:
    """Whether kind, proposers, targets and roles all agree."""
    return record.kind == guess.kind and not any(
        slot.missed or slot.spurious
        for slot in compare_slots(record, guess, ink, strict=strict)
        if slot.name in _DECIDE_EXACT
    )


def is_complete(record: GoldRecord, guess: Proposal, ink: Ink) -> bool:
    """Whether nothing that the gold tells of the record is wrong."""
    alike = (
        record.kind == guess.kind
        and record.status == guess.status
        and record.polarity == guess.polarity
        and record.procedural == guess.procedural
    )
    return alike and not any(
        slot.missed or slot.spurious for slot in compare_slots(record, guess, ink, strict=False)
    )


def same_content(record: GoldRecord, guess: Proposal, ink: Ink) -> bool:
    """Whether the contents are the same to the letter."""
    wanted = ink.of(mark.extent for mark in record.content)
    return overlap(wanted, ink.of(fragments(guess.content))) == 1.0


def _pairs(matching: Matching, mode: Mode) -> Iterator[tuple[GoldRecord | None, Proposal | None]]:
    yield from matching.found
    if mode != "among found":
        yield from ((record, None) for record in matching.missed)
        yield from ((None, guess) for guess in matching.spurious)


def _count_records(matching: Matching, ink: Ink, tally: Tally, mode: Mode) -> None:
    for record, guess in matching.found:
        strict = mode == "strict"
        same = not strict or same_content(record, guess, ink)
        exact = same and is_exact(record, guess, ink, strict=strict)
        same_kind = same and record.kind == guess.kind
        tally.counts["records", mode].add(same, not same, not same)
        tally.counts["exact records", mode].add(exact, not exact, not exact)
        tally.counts[f"kind {record.kind}", mode].add(right=same_kind, missed=not same_kind)
        tally.counts[f"kind {guess.kind}", mode].add(spurious=not same_kind)
    if mode == "among found":
        return
    for record in matching.missed:
        for name in ("records", "exact records", f"kind {record.kind}"):
            tally.counts[name, mode].add(missed=1)
    for guess in matching.spurious:
        for name in ("records", "exact records", f"kind {guess.kind}"):
            tally.counts[name, mode].add(spurious=1)


def _count_slot(slot: SlotAnswers, tally: Tally, mode: Mode) -> None:
    tally.counts[slot.name, mode].add(len(slot.agreed), len(slot.spurious), len(slot.missed))
    if slot.name not in _DECIDE_EXACT:
        return
    # Proposers are told apart by where the text names them, targets by their role.
    name, attribute = ("proposers", "source") if slot.name == "proposers" else ("role", "role")
    for item, _ in slot.agreed:
        tally.counts[f"{name} {getattr(item, attribute)}", mode].add(right=1)
    for item in slot.missed:
        tally.counts[f"{name} {getattr(item, attribute)}", mode].add(missed=1)
    for item in slot.spurious:
        tally.counts[f"{name} {getattr(item, attribute)}", mode].add(spurious=1)


def _count_attributes(matching: Matching, ink: Ink, tally: Tally) -> None:
    """How often found records agree in what is no slot; what the gold leaves out is not asked."""
    for record, guess in matching.found:
        for name in ("kind", "status", "polarity", "procedural"):
            tally.shares[name].add(getattr(record, name) == getattr(guess, name))
        for name in PLACES:
            if getattr(record, name):
                tally.shares[name].add(same_place(name, record, guess))
        for slot in compare_slots(record, guess, ink, strict=False):
            if slot.name not in {"proposers", "targets", "timing"}:
                continue
            for item, answer in slot.agreed:
                for name in ("name", "canonical", "value"):
                    if (wanted := getattr(item, name, None)) is not None:
                        tally.shares[f"{slot.name}: {name}"].add(wanted == getattr(answer, name))


def _alarms(
    gold: GoldDocument, spurious: Sequence[Proposal]
) -> Iterator[tuple[GoldReject, Proposal]]:
    for reject in gold.rejects:
        for guess in spurious:
            if guess.trigger.start < reject.end and reject.start < guess.trigger.end:
                yield reject, guess
                break
