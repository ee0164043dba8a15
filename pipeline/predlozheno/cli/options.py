"""The options of `extract`, each with its help; the defaults stand in its signature."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files, folders, or globs in quotes.", show_default=False),
]
Out = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", help="Run folder to write, or to go on with; else outputs/runs/<UTC time>."
    ),
]
Formats = Annotated[
    str,
    typer.Option(
        "--format", metavar="LIST", help="Tables to write besides: csv,parquet,xlsx,sqlite."
    ),
]
Kinds = Annotated[
    str, typer.Option(metavar="LIST", help="Keep only these kinds, such as proposal,assignment.")
]


class LanguageChoice(StrEnum):
    """The values of --lang."""

    EN = "en"
    RU = "ru"


Lang = Annotated[
    LanguageChoice, typer.Option(help="Captions and values of what people read: xlsx, csv, screen.")
]
Workers = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Processes at work; else one a core.")
]
Timeout = Annotated[float, typer.Option(metavar="SECONDS", help="How long one document may take.")]
Memory = Annotated[str, typer.Option(metavar="SIZE", help="How much memory one document may take.")]
MaxFile = Annotated[str, typer.Option(metavar="SIZE", help="The largest file to read.")]
MaxUnpacked = Annotated[
    str, typer.Option(metavar="SIZE", help="The most that a docx or odt may unpack to.")
]
MaxArchive = Annotated[
    str, typer.Option(metavar="SIZE", help="The most that a zip archive may unpack to.")
]
MaxMembers = Annotated[
    int, typer.Option(metavar="N", min=1, help="The most files that an archive may hold.")
]
MaxPages = Annotated[int, typer.Option(metavar="N", min=1, help="The most pages of a PDF.")]
MaxCharacters = Annotated[
    int, typer.Option(metavar="N", min=1, help="The longest text of a document.")
]


class EngineChoice(StrEnum):
    """The values of --engine."""

    LOCAL = "local"
    DASK = "dask"


EngineOption = Annotated[EngineChoice, typer.Option("--engine", help="Where the work is done.")]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="The Dask cluster's scheduler: tcp://10.0.0.5:8786."),
]


class LogLevelChoice(StrEnum):
    """The values of --log-level."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


LogLevel = Annotated[
    LogLevelChoice, typer.Option("--log-level", help="How much to tell on stderr.")
]
