"""The command line: one file per command, and the only place that prints.

How a command is added: a module here holds one function with typer annotations (`extract.extract`),
or a `typer.Typer` of sub-commands named `app`; it is registered below. At its top such a module
imports only the standard library, typer and `cli.console`: everything heavier (rich, pydantic, pandas,
spaCy, the stages) is imported inside the function, so that `--help` answers at once. A command raises
PredlozhenoError for what the user can mend; `main` turns it into one line and an exit code.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from predlozheno.cli import evaluate, explain, extract, frames, gold, report, schema, train
from predlozheno.cli.console import exit_code, print_error
from predlozheno.cli.settings import defaults
from predlozheno.errors import PredlozhenoError

app = typer.Typer(
    name="predlozheno",
    help="Reads Russian minutes and gives back a table: who proposed what, to whom, by when.",
    no_args_is_help=True,
    add_completion=False,
    # Plain help and one-line errors: the framed ones cost a third of the time that help may take.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(extract.extract)
app.command()(explain.explain)
app.command()(report.report)
app.command()(schema.schema)
app.command()(evaluate.evaluate)
app.command()(train.train)
app.add_typer(frames.app, name="frames")
app.add_typer(gold.app, name="gold")


def _print_version(asked: bool) -> None:
    if asked:
        from predlozheno import __version__

        typer.echo(f"predlozheno {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option("--version", help="Say the version.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Options that stand before the command."""


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and ends the process with the exit code that README.md lists.

    Args:
        arguments: without the program's name; those of the process where None.
    """
    # The matrices are small: OpenBLAS's threads would only wait for one another, at full load.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        # A console of an old code page must not end the run over a character that it lacks.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")
    given = sys.argv[1:] if arguments is None else arguments
    try:
        command = typer.main.get_command(app)
        asks = not given or not {"-h", "--help", "--version"}.isdisjoint(given)
        command(
            args=given, prog_name=app.info.name, default_map=defaults(command, checked=not asks)
        )
    except PredlozhenoError as error:
        print_error(error)
        sys.exit(exit_code(error))
