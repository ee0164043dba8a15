"""What `extract` tells at its end: the first records, the first failures, counts, where it all lies."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from predlozheno.cli.console import console, counted, one_line

if TYPE_CHECKING:
    from rich.console import Console

    from predlozheno.runs.options import Options
    from predlozheno.runs.results import Run

_MAX_FAILURES = 10


def print_summary(result: Run, options: Options) -> None:
    """Records and counts on stdout, failures on stderr."""
    from predlozheno.cli.views import print_records
    from predlozheno.records.folder import CANONICAL, DOCUMENTS, FAILURES, MANIFEST, SOURCES, TABLE

    out = console()
    print_records(out, result.first, options.lang)
    tables = [f"{TABLE}.{suffix}" for suffix in dict.fromkeys((*options.formats, CANONICAL))]
    if more := result.kinds.total() - len(result.first):
        out.print(f"… and {more} more, see {result.folder / tables[0]}\n", soft_wrap=True)
    _print_failures(result)
    _print_counts(out, result)
    files = ", ".join((*tables, DOCUMENTS, FAILURES, MANIFEST, f"{SOURCES}/"))
    out.print(f"Written to {result.folder}: {files}", soft_wrap=True)


def _print_counts(out: Console, result: Run) -> None:
    by_kind = ", ".join(f"{kind} {count}" for kind, count in result.kinds.most_common() if count)
    parts = [
        counted(result.documents, "document"),
        f"{counted(result.kinds.total(), 'record')}{f' ({by_kind})' if by_kind else ''}",
    ]
    if result.failed:
        parts.append(f"{result.failed} failed")
    if result.skipped:
        parts.append(f"{result.skipped} skipped")
    if result.reused:
        parts.append(f"{result.reused} unchanged since the last run and not done again")
    out.print(", ".join(parts), soft_wrap=True)


def _print_failures(result: Run) -> None:
    from predlozheno.records.folder import FAILURES

    shown = result.failures[:_MAX_FAILURES]
    for failure in shown:
        hint = f". {failure.hint}" if failure.hint else ""
        sys.stderr.write(f"failed: {one_line(failure.message + hint)}\n")
    if more := result.failed - len(shown):
        sys.stderr.write(f"… and {more} more, see {result.folder / FAILURES}\n")
