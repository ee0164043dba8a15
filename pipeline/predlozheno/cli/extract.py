"""`predlozheno extract`: files, folders and globs become a run folder with the table."""

from __future__ import annotations

import shlex
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from predlozheno.cli.console import (
    FAILED_DOCUMENTS,
    FramesOption,
    ModelsOption,
    RulesOnlyOption,
    console,
    counted,
    one_line,
)

if TYPE_CHECKING:
    from rich.console import Console

    from predlozheno.runs.running import Run

_MAX_FAILURES = 10


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT", help="Files, folders, or globs in quotes.", show_default=False
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Run folder to write.", show_default="outputs/runs/<UTC time>"
        ),
    ] = None,
    formats: Annotated[
        str,
        typer.Option("--format", metavar="LIST", help="Tables to write besides: csv,parquet,xlsx."),
    ] = "",
    kinds: Annotated[
        str,
        typer.Option(metavar="LIST", help="Keep only these kinds, such as proposal,assignment."),
    ] = "",
    models: ModelsOption = None,
    frames: FramesOption = None,
    rules_only: RulesOnlyOption = False,
) -> None:
    """Find the proposals in minutes and write them as a table."""
    from predlozheno.runs.running import Options, run

    options = Options(tuple(inputs), _listed(formats), _listed(kinds), models, frames, rules_only)
    with _progress() as progress:
        result = run(options, out, progress=progress)
    _report(result, options.formats)
    again = {"--format": formats, "--kinds": kinds, "--models": models, "--frames": frames}
    given = [str(part) for option in again.items() if option[1] for part in option]
    flags = ["--rules-only"] if rules_only else []
    command = shlex.join(
        ["predlozheno", "extract", *inputs, "--out", str(result.folder), *given, *flags]
    )
    typer.echo(f"Again into this folder: {one_line(command)}")
    if result.failures:
        raise typer.Exit(FAILED_DOCUMENTS)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr while the run goes on; nothing where stderr is no terminal."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("documents"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    screen = console(stderr=True)
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("documents", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _report(result: Run, formats: tuple[str, ...]) -> None:
    from predlozheno.cli.views import print_records
    from predlozheno.records.folder import CANONICAL, DOCUMENTS, FAILURES, MANIFEST, SOURCES, TABLE

    out = console()
    left_out = print_records(out, result.proposals)
    tables = [f"{TABLE}.{suffix}" for suffix in dict.fromkeys((*formats, CANONICAL))]
    if left_out:
        out.print(f"… and {left_out} more, see {result.folder / tables[0]}\n", soft_wrap=True)
    _report_failures(result)
    _report_counts(out, result)
    files = ", ".join((*tables, DOCUMENTS, FAILURES, MANIFEST, f"{SOURCES}/"))
    out.print(f"Written to {result.folder}: {files}", soft_wrap=True)


def _report_counts(out: Console, result: Run) -> None:
    kinds = Counter(proposal.kind.value for proposal in result.proposals)
    by_kind = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    parts = [
        f"{counted(len(result.documents), 'document')}",
        f"{counted(len(result.proposals), 'record')}{f' ({by_kind})' if by_kind else ''}",
    ]
    if result.failures:
        parts.append(f"{len(result.failures)} failed")
    if result.skipped:
        parts.append(f"{result.skipped} skipped")
    out.print(", ".join(parts), soft_wrap=True)


def _report_failures(result: Run) -> None:
    from predlozheno.records.folder import FAILURES

    for failure in result.failures[:_MAX_FAILURES]:
        hint = f". {failure.hint}" if failure.hint else ""
        sys.stderr.write(f"failed: {one_line(failure.message + hint)}\n")
    if more := len(result.failures[_MAX_FAILURES:]):
        sys.stderr.write(f"… and {more} more, see {result.folder / FAILURES}\n")
