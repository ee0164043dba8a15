"""What all commands share on the terminal: options, the error line, exit codes, harmless text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from predlozheno.errors import OutputError, PredlozhenoError, ReadError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

OK, FAILED_CHECK, WRONG_USAGE, FAILED_DOCUMENTS = range(4)
# As shells have it for a program that Ctrl-C ended.
STOPPED = 130

ModelsOption = Annotated[
    Path | None,
    typer.Option("--models", metavar="DIR", help="Use this models folder in place of the own one."),
]
FramesOption = Annotated[
    Path | None,
    typer.Option(
        "--frames", metavar="DIR", help="Folder of frame files to use beside the own ones."
    ),
]
RulesOnlyOption = Annotated[
    bool,
    typer.Option("--rules-only", help="Leave the learned ranking out; the rules decide alone."),
]


def exit_code(error: PredlozhenoError) -> int:
    """2 where the call was wrong or nothing could be read or written, else 1."""
    return WRONG_USAGE if isinstance(error, UsageError | ReadError | OutputError) else FAILED_CHECK


def print_error(error: PredlozhenoError) -> None:
    """The error as one line on stderr, however wide the terminal is."""
    sys.stderr.write(f"error: {one_line(str(error))}\n")


def console(*, stderr: bool = False) -> Console:
    """A rich console that takes texts as they are: no markup, no emoji codes, no guessed colours."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


def one_line(text: str) -> str:
    """The text on one line, with control characters made visible, so that it cannot steer a terminal."""
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for character in " ".join(text.split())
    )


def counted(number: int, noun: str) -> str:
    """«1 record», «2 records»."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
