"""`predlozheno evaluate`: the extractor's answers compared with the gold corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from predlozheno.cli.console import (
    FAILED_CHECK,
    FramesOption,
    ModelsOption,
    RulesOnlyOption,
    console,
    one_line,
)

if TYPE_CHECKING:
    from rich.console import JustifyMethod

    from predlozheno.gold.documents import GoldDocument
    from predlozheno.gold.evaluation import Evaluation
    from predlozheno.gold.grids import Grid
    from predlozheno.gold.splits import Split
    from predlozheno.proposals import Account

# A pipe or a file has no width of its own.
_PIPED_WIDTH = 120


class SplitChoice(StrEnum):
    """The values of --split."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files.")],
    split: Annotated[SplitChoice, typer.Option(help="Only these documents.")] = SplitChoice.ALL,
    genre: Annotated[str, typer.Option(metavar="NAME", help="Only documents of this genre.")] = "",
    errors: Annotated[
        bool, typer.Option("--errors", help="Print each error of dev, and the ids of test.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write tables and errors as a page.")
    ] = None,
    json: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write them for machines.")
    ] = None,
    gate: Annotated[
        bool, typer.Option("--gate", help="Fail where the answers differ from baseline.json.")
    ] = False,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Record the answers in baseline.json.")
    ] = False,
    update_confidence: Annotated[
        bool,
        typer.Option("--update-confidence", help="Record each rule's precision on dev in models/."),
    ] = False,
    models: ModelsOption = None,
    frames: FramesOption = None,
    rules_only: RulesOnlyOption = False,
) -> None:
    """Score the extractor on gold files; beside the folder lie splits.yaml and baseline.json."""
    from predlozheno.errors import UsageError
    from predlozheno.extractor import load
    from predlozheno.gold.answers import answers
    from predlozheno.gold.evaluation import evaluate as score

    if gate and update_baseline:
        raise UsageError("--gate and --update-baseline contradict each other", hint="Choose one")
    golds, splits, stems = _load(gold, split, genre)
    given = answers(golds, load(models, frames, rules_only=rules_only))
    found = score(golds, {stem: one.proposals for stem, one in given.items()}, splits=splits)
    accounts = {stem: one.account for stem, one in given.items()}
    _write(found, accounts, html, json)
    if gate:
        _hold_gate(gold, found)
        return
    _print(found, accounts, with_errors=errors)
    if update_baseline:
        _update(gold, found, stems)
    if update_confidence:
        _measure(found, models)


def _measure(found: Evaluation, models: Path | None) -> None:
    """Writes the precision of each rule on dev beside the frames that it was measured with."""
    from predlozheno.gold.precision import precision_by_rule, write_precision
    from predlozheno.proposals.confidence import FILE
    from predlozheno.resources import models_dir

    path = models_dir(models) / FILE
    write_precision(path, precision_by_rule(s for s in found.documents if s.split == "dev"))
    console().print(f"{path} written", highlight=False)


def print_grids(grids: Iterable[Grid]) -> None:
    """Each grid as a table."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    out = console()
    if not out.is_terminal:
        out.width = _PIPED_WIDTH
    for grid in grids:
        table = Table(
            title=grid.title or None, title_justify="left", title_style="bold", box=SIMPLE_HEAD
        )
        for number, header in enumerate(grid.headers):
            justify: JustifyMethod = "right" if number and grid.figures else "left"
            names = grid.figures and not number
            table.add_column(header, justify=justify, overflow="fold", no_wrap=names)
        for row in grid.rows:
            table.add_row(*map(one_line, row))
        out.print(table)


def _load(
    folder: Path, split: SplitChoice, genre: str
) -> tuple[list[GoldDocument], Mapping[str, Split], list[str]]:
    """The documents asked for, their splits, and the stems of all there are."""
    from predlozheno.errors import UsageError
    from predlozheno.gold.loading import gold_files, load, stem
    from predlozheno.gold.splits import read_splits

    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder", hint="Name a folder of gold files")
    paths = gold_files([folder])
    splits = read_splits(folder, map(stem, paths))
    wanted = [
        path for path in paths if split == SplitChoice.ALL or splits[stem(path)] == split.value
    ]
    golds = [document for document in map(load, wanted) if not genre or document.genre == genre]
    if not golds:
        raise UsageError(f"{folder}: no document of split '{split}' and genre '{genre or 'any'}'")
    return golds, splits, list(splits)


def _write(
    found: Evaluation,
    accounts: Mapping[str, Sequence[Account]],
    html: Path | None,
    json: Path | None,
) -> None:
    from json import dumps

    from predlozheno.errors import OutputError
    from predlozheno.gold.machine import as_data
    from predlozheno.gold.page import as_page

    try:
        if html:
            html.write_text(as_page(found, accounts), encoding="utf-8")
        if json:
            text = dumps(as_data(found, accounts), ensure_ascii=False, indent=1)
            json.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{error.filename}: cannot be written ({error.strerror})") from error


def _print(
    found: Evaluation, accounts: Mapping[str, Sequence[Account]], *, with_errors: bool
) -> None:
    from predlozheno.gold.cases import cases, closed_ids
    from predlozheno.gold.grids import NOTE, Grid, overview

    print_grids(overview(found))
    typer.echo(f"{NOTE}.")
    if not with_errors:
        return
    for score in found.documents:
        if score.split == "test":
            told = [(name, " ".join(ids)) for name, ids in closed_ids(score).items() if ids]
            print_grids([Grid(score.gold.stem, ("test", "ids"), tuple(told), figures=False)])
        for case in cases(score, accounts.get(score.gold.stem, ())):
            rows = [
                ("" if line.agrees else "≠", line.field, line.gold, line.guess)
                for line in case.lines
            ]
            where = f"{case.error} {case.id}, line {case.line}"
            typer.echo(f"{where}: {one_line(case.sentence)}")
            typer.echo(one_line("; ".join(case.reasons)))
            print_grids([Grid("", ("", "", "gold", "guess"), tuple(rows), figures=False)])


def _hold_gate(folder: Path, found: Evaluation) -> None:
    from predlozheno.gold.baseline import FILE, breaches, read_baseline

    told = breaches(read_baseline(folder.parent / FILE), found.documents)
    for breach in told:
        typer.echo(str(breach), err=True)
    if told:
        hint = "Mend it, or record it: predlozheno evaluate GOLD_DIR --update-baseline"
        typer.echo(f"The gate is closed. {hint}", err=True)
        raise typer.Exit(FAILED_CHECK)
    exact = sum(len(score.exact) for score in found.documents)
    records = sum(len(score.found) for score in found.documents)
    typer.echo(f"The gate is open: {records} records found, {exact} of them exact.")


def _update(folder: Path, found: Evaluation, stems: Sequence[str]) -> None:
    from predlozheno.gold.baseline import FILE, read_baseline, updated, write_baseline

    path = folder.parent / FILE
    write_baseline(path, updated(read_baseline(path), found.documents, stems))
    typer.echo(f"Recorded in {path}.")
