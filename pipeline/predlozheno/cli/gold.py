"""`predlozheno gold`: work on gold files: check their quotes, compare two annotators."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from predlozheno.cli.console import FAILED_CHECK

app = typer.Typer(help="Work on gold files.", no_args_is_help=True)


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
