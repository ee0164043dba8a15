"""The regression gate: which gold records are found, and how many false ones are tolerated.

`corpus/baseline.json` holds, for every document, the ids of the gold records found, found exactly,
with the right status, and right in every slot and attribute, the number of spurious records, and
one `tolerance`: by how many the spurious records of all documents together may exceed those recorded.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from predlozheno.errors import GoldError
from predlozheno.gold.scoring import DocumentScore

FILE = "baseline.json"
TOLERANCE = 3


class Recorded(BaseModel):
    """What one document yielded when the baseline was recorded."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    found: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()
    spurious: int = Field(default=0, ge=0)


class Baseline(BaseModel):
    """The recorded state of the corpus."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tolerance: int = Field(default=TOLERANCE, ge=0)
    documents: dict[str, Recorded] = {}


@dataclass(frozen=True, slots=True)
class Breach:
    """Why the gate closes: what happened, and to which ids. Never quotes the text."""

    what: str
    ids: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.what}: {', '.join(self.ids)}" if self.ids else self.what


def breaches(baseline: Baseline, scores: Sequence[DocumentScore]) -> list[Breach]:
    """All that differs from the baseline for the documents scored; empty: the gate is open."""
    before = {score.gold.stem: baseline.documents.get(score.gold.stem) for score in scores}
    known = [recorded for recorded in before.values() if recorded]
    found = {name for recorded in known for name in recorded.found}
    exact = {name for recorded in known for name in recorded.exact}
    complete = {name for recorded in known for name in recorded.complete}
    now_complete = {name for score in scores for name in score.complete}
    settled = {name for recorded in known for name in recorded.settled}
    now_settled = {name for score in scores for name in score.settled}
    now = {name for score in scores for name in score.found}
    now_exact = {name for score in scores for name in score.exact}
    gold = {record.id for score in scores for record in score.gold.records}
    told = [
        _breach(
            "gold records recorded as found that are no longer in the gold files", found - gold
        ),
        _breach("records lost", (found & gold) - now),
        _breach("records no longer exact", (exact & gold & now) - now_exact),
        _breach("records whose status is no longer right", (settled & gold & now) - now_settled),
        _breach(
            "records no longer right in every slot",
            (complete & gold & now_exact & now_settled) - now_complete,
        ),
        _breach("records found that the baseline does not have", now - found),
        _breach("records exact that the baseline does not have so", now_exact - exact),
        _breach(
            "records whose status is right that the baseline does not have so",
            (now_settled & found) - settled,
        ),
        _breach(
            "records right in every slot that the baseline does not have so",
            (now_complete & exact & settled) - complete,
        ),
        _breach("documents that the baseline does not have", _unknown(before)),
    ]
    spurious = sum(len(score.matching.spurious) for score in scores)
    allowed = sum(recorded.spurious for recorded in known) + baseline.tolerance
    if spurious > allowed:
        told.append(
            Breach(
                f"{spurious} spurious records, {allowed} allowed (tolerance {baseline.tolerance})"
            )
        )
    return [breach for breach in told if breach]


def updated(
    baseline: Baseline, scores: Iterable[DocumentScore], stems: Collection[str]
) -> Baseline:
    """The baseline with the scored documents recorded anew.

    Args:
        baseline: as it was; its tolerance is kept.
        scores: the documents to record.
        stems: of all gold files there are: what the baseline holds of others is dropped.
    """
    documents = {stem: kept for stem, kept in baseline.documents.items() if stem in stems}
    for score in scores:
        order = [record.id for record in score.gold.records]
        documents[score.gold.stem] = Recorded(
            found=tuple(name for name in order if name in score.found),
            exact=tuple(name for name in order if name in score.exact),
            settled=tuple(name for name in order if name in score.settled),
            complete=tuple(name for name in order if name in score.complete),
            spurious=len(score.matching.spurious),
        )
    return Baseline(tolerance=baseline.tolerance, documents=dict(sorted(documents.items())))


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file; an empty one where there is no file.

    Raises:
        GoldError: where the file cannot be read or breaks the format.
    """
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Baseline()
    except (OSError, ValidationError) as error:
        raise GoldError(
            f"{path}: is no baseline ({' '.join(str(error).split())})",
            hint="Record it anew: predlozheno evaluate GOLD_DIR --update-baseline",
        ) from error


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Writes the file, one id a line, so that a change of it can be read."""
    content = json.dumps(baseline.model_dump(), ensure_ascii=False, indent=1)
    path.write_text(f"{content}\n", encoding="utf-8")


def _breach(what: str, ids: Iterable[str]) -> Breach | None:
    return Breach(what, tuple(sorted(ids))) if ids else None


def _unknown(before: dict[str, Recorded | None]) -> list[str]:
    return [stem for stem, recorded in before.items() if recorded is None]
