"""`predlozheno report`: a finished run as one page for the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_NAME = "report.html"


def report(
    run: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="The folder of a finished run.")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The page.", show_default=f"RUN_DIR/{_NAME}"),
    ] = None,
) -> None:
    """Write a run as one page to read, filter and correct in a browser, without a network."""
    from predlozheno.cli.console import counted
    from predlozheno.report import load_run
    from predlozheno.report.page import build_page
    from predlozheno.runs.atomic import cannot_write, write_bytes

    finished = load_run(run)
    page = out or run / _NAME
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(page, error) from error
    write_bytes(page, build_page(finished).encode())
    typer.echo(f"{counted(len(finished.proposals), 'record')} written to {page}")
