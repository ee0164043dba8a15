"""Looks over gold files for their writers: where each quote landed, and what looks wrong."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from predlozheno.errors import GoldError
from predlozheno.gold.documents import OWN_STATUS, GoldDocument, GoldRecord, Mark
from predlozheno.gold.loading import gold_files, load_with_problems
from predlozheno.gold.quotes import occurrences

_FAR = 1500


def landings(gold: GoldDocument) -> Iterator[str]:
    """One line for every record and one for each of its quotes: line number, field, words."""
    for number, record in enumerate(gold.records, 1):
        flags = [str(record.status)] if record.status != OWN_STATUS[record.kind] else []
        flags += [str(record.polarity)] if record.polarity == "against" else []
        flags += ["procedural"] if record.procedural else []
        flags += ["optional"] if record.optional else []
        yield f"record {number} {record.kind} {' '.join(flags)} [{record.id}]".replace("  ", " ")
        for name, mark in marks(record):
            yield f"  line {gold.line_of(mark.start):4}  {name:22} «{_printed(gold, mark)}»"
        for warning in warnings(gold, number):
            yield f"  LOOK: {warning}"
    for number, reject in enumerate(gold.rejects, 1):
        line = gold.line_of(reject.start)
        yield f"reject {number}  line {line:4}  {reject.reason:14} «{_printed(gold, reject)}»"


def marks(record: GoldRecord) -> Iterator[tuple[str, Mark]]:
    """The marks of a record with the names of their fields."""
    yield "trigger", record.trigger
    for fragment in record.content:
        yield "content", fragment
    for proposer in record.proposers:
        yield (
            f"proposer ({proposer.source})" if proposer.source != "stated" else "proposer",
            proposer,
        )
    for target in record.targets:
        yield str(target.role), target
    if record.purpose:
        yield "purpose", record.purpose
    for time in record.timing:
        yield str(time.type), time


def warnings(gold: GoldDocument, number: int) -> Iterator[str]:
    """What is allowed and yet seldom meant, of the record with that number."""
    record = gold.records[number - 1]
    start, end = record.extent
    earlier = [
        place for place in occurrences(record.trigger.text, gold.source) if place[1] <= start
    ]
    if record.trigger.start >= end and earlier:
        words = record.trigger.text
        yield f"the nearest «{words}» follows the content; #{len(earlier)} precedes it"
    for name, mark in marks(record):
        if mark.end < start - _FAR or mark.start > end + _FAR:
            yield f"{name} lies {_FAR} characters or more from the content"
    for before, other in enumerate(gold.records[: number - 1], 1):
        if other.extent == record.extent and len(record.content) == 1:
            yield f"the same content as record {before}"
        elif len(record.content) == 1 and other.extent[0] <= start and end <= other.extent[1]:
            yield f"the content lies inside that of record {before}"
    # A point behind «г.», «руб.» or initials is no closing punctuation.
    if re.search(r"[,;:!?]$|[^\W\d_]{5}\.$", gold.source[start:end]):
        yield "the content ends in punctuation"
    purpose = record.purpose
    if purpose and start <= purpose.start < purpose.end <= end and start in purpose.extent:
        yield "the content begins with its purpose"
    elif purpose and start < purpose.start and purpose.end == end:
        yield "the content ends with its purpose"
    for heading in (*record.section, *([record.speaker] if record.speaker else [])):
        if not occurrences(heading, gold.source):
            yield f"section or speaker «{heading}» is not in the text"


def shown(gold: GoldDocument) -> str:
    """The source with its records marked, `[3 content: …]`, and rejects, `[reject 2 past: …]`."""
    spans = [
        (mark.start, mark.end, f"{number} {name}")
        for number, record in enumerate(gold.records, 1)
        for name, mark in marks(record)
    ]
    spans += [
        (reject.start, reject.end, f"reject {number} {reject.reason}")
        for number, reject in enumerate(gold.rejects, 1)
    ]
    inserts = [(start, 1, -end, f"[{label}: ") for start, end, label in spans]
    inserts += [(end, 0, -start, "]") for start, end, _ in spans]
    parts, last = [], 0
    for offset, _, _, words in sorted(inserts):
        parts += [gold.source[last:offset], words]
        last = offset
    return "".join([*parts, gold.source[last:]])


def _printed(gold: GoldDocument, mark: Mark) -> str:
    return " ".join(gold.source[mark.start : mark.end].split())


def main(arguments: list[str]) -> int:
    """Checks the files named; 1 where a quote is absent or a file breaks the format."""
    failed = False
    for path in gold_files(Path(name) for name in arguments if name != "--show"):
        try:
            gold, problems = load_with_problems(path)
        except GoldError as error:
            sys.stderr.write(f"{error}\n")
            failed = True
            continue
        told = shown(gold) if "--show" in arguments else "\n".join(landings(gold))
        counts = f"{len(gold.records)} records, {len(gold.rejects)} rejects"
        sys.stdout.write(f"{path}: {counts}\n{told}\n")
        for problem in problems:
            sys.stderr.write(f"ERROR {path}: {problem}\n")
        failed = failed or bool(problems)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
