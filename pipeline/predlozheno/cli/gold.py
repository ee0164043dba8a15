"""`predlozheno gold`: work on gold files: check them, compare annotators, lend to tools, take back."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from predlozheno.cli.console import FAILED_CHECK

app = typer.Typer(help="Work on gold files.", no_args_is_help=True)

_GOLD = Path("outputs", "gold")


class ToolChoice(StrEnum):
    """The values of --format."""

    LABEL_STUDIO = "label-studio"
    BRAT = "brat"


@app.command()
def check(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Gold files, or folders of them.")
    ],
    show: Annotated[
        bool, typer.Option("--show", help="Print the texts with their records marked.")
    ] = False,
) -> None:
    """Resolve every quote, tell where it landed, refuse what the text does not hold."""
    from predlozheno.cli.console import print_error
    from predlozheno.errors import GoldError
    from predlozheno.gold.checking import landings, shown
    from predlozheno.gold.loading import gold_files, load_with_problems

    failed = False
    for path in gold_files(paths):
        try:
            gold, problems = load_with_problems(path)
        except GoldError as error:
            print_error(error)
            failed = True
            continue
        typer.echo(f"{path}: {len(gold.records)} records, {len(gold.rejects)} rejects")
        typer.echo(shown(gold) if show else "\n".join(landings(gold)))
        for problem in problems:
            print_error(GoldError(f"{path}: {problem}"))
        failed = failed or bool(problems)
    if failed:
        raise typer.Exit(FAILED_CHECK)


@app.command()
def agreement(
    first: Annotated[Path, typer.Argument(metavar="A_DIR", help="Gold files of one annotator.")],
    second: Annotated[Path, typer.Argument(metavar="B_DIR", help="Those of the other.")],
) -> None:
    """Compare two annotations of the same texts."""
    from predlozheno.cli.evaluate import print_grids
    from predlozheno.gold.agreement import agreement_of_folders
    from predlozheno.gold.grids import agreement_grids

    print_grids(agreement_grids(agreement_of_folders(first, second)))


@app.command(name="import")
def import_(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE_OR_DIR",
            help="Corrections saved in a report, a JSON export of Label Studio, or a brat folder.",
        ),
    ],
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Folder for gold files and their texts.")
    ] = _GOLD,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over gold files that are already there.")
    ] = False,
) -> None:
    """Turn corrected records into gold files, which `predlozheno evaluate` scores."""
    from predlozheno.cli.console import counted, one_line
    from predlozheno.gold.exchange.files import read_import
    from predlozheno.gold.writing import write_gold

    imported = read_import(path)
    write_gold(imported.sheets, out, replace=replace)
    for sheet in imported.sheets:
        scored = sum(not record.optional for record in sheet.records)
        told = [counted(scored, "record"), counted(len(sheet.rejects), "hard negative")]
        told.append(f"{len(sheet.records) - scored} not scored")
        typer.echo(f"{one_line(sheet.document)}: {', '.join(told)}")
    for name in imported.skipped:
        typer.echo(f"left out, nobody has annotated it: {one_line(name)}", err=True)
    typer.echo(f"Written to {out}. Score them: predlozheno evaluate {out}")


@app.command()
def export(
    run: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="The folder of a finished run.")],
    tool: Annotated[ToolChoice, typer.Option("--format", help="The annotation tool.")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A new folder.", show_default="RUN_DIR/<the format>"),
    ] = None,
) -> None:
    """Write a run's records for correction in an annotation tool."""
    from predlozheno import __version__
    from predlozheno.cli.console import counted
    from predlozheno.gold.exchange.files import Tool, write_export
    from predlozheno.gold.exchange.sheets import of_run
    from predlozheno.report import load_run

    finished = load_run(run)
    sheets = of_run(finished.documents.get("document", ()), finished.proposals, finished.source)
    folder = out or run / tool.value
    write_export(sheets, Tool(tool.value), folder, model=f"predlozheno {__version__}")
    typer.echo(f"{counted(len(sheets), 'document')} written to {folder}")
    typer.echo(f"When they are corrected: predlozheno gold import {_back(tool, folder)}")


def _back(tool: ToolChoice, folder: Path) -> str:
    return "EXPORT.json" if tool is ToolChoice.LABEL_STUDIO else str(folder)
