"""`predlozheno extract`: files, folders and globs become a run folder with the table."""

from __future__ import annotations

import logging
import shlex
import sys
from typing import TYPE_CHECKING

import typer

from predlozheno.cli import options as given
from predlozheno.cli.console import (
    FAILED_DOCUMENTS,
    STOPPED,
    FramesOption,
    ModelsOption,
    RulesOnlyOption,
    one_line,
)

if TYPE_CHECKING:
    from pathlib import Path

    from predlozheno.reading.readers import Limits


def extract(
    context: typer.Context,
    inputs: given.Inputs,
    out: given.Out = None,
    formats: given.Formats = "",
    kinds: given.Kinds = "",
    lang: given.Lang = given.LanguageChoice.EN,
    workers: given.Workers = None,
    timeout: given.Timeout = 300.0,
    memory: given.Memory = "2G",
    max_file: given.MaxFile = "100M",
    max_unpacked: given.MaxUnpacked = "50M",
    max_archive: given.MaxArchive = "2G",
    max_members: given.MaxMembers = 20_000,
    max_pages: given.MaxPages = 5_000,
    max_characters: given.MaxCharacters = 10_000_000,
    engine: given.EngineOption = given.EngineChoice.LOCAL,
    scheduler: given.Scheduler = None,
    models: ModelsOption = None,
    frames: FramesOption = None,
    rules_only: RulesOnlyOption = False,
    log_level: given.LogLevel = given.LogLevelChoice.WARNING,
) -> None:
    """Find the proposals in minutes and write them as a table."""
    from predlozheno.runs.workers.starting import start_ahead

    # A run that goes on may have nothing left to do.
    if engine == given.EngineChoice.LOCAL and not (out and out.exists()):
        start_ahead()
    from predlozheno.cli.progress import progress
    from predlozheno.cli.summary import print_summary, say
    from predlozheno.runs.folder import new_folder
    from predlozheno.runs.limits import WorkerLimits, size
    from predlozheno.runs.options import Options
    from predlozheno.runs.running import run

    logging.basicConfig(level=log_level.upper(), format="%(asctime)s %(levelname)s %(message)s")
    options = Options(
        tuple(inputs),
        _listed(formats),
        _listed(kinds),
        lang,
        models,
        frames,
        rules_only,
        _reading(max_file, max_unpacked, max_archive, max_members, max_pages, max_characters),
        WorkerLimits(timeout, size(memory)),
        workers,
        engine,
        scheduler,
    )
    folder = out or new_folder()
    again = say("again", lang, one_line(_command(context, inputs, folder)))
    try:
        with progress() as told:
            result = run(options, folder, progress=told)
    except KeyboardInterrupt:
        sys.stderr.write(f"stopped: what is done is kept. {again}\n")
        raise typer.Exit(STOPPED) from None
    print_summary(result, options)
    page = shlex.join(("predlozheno", "report", str(folder)))
    typer.echo(say("page", lang, one_line(page)))
    typer.echo(again)
    if result.failed:
        raise typer.Exit(FAILED_DOCUMENTS)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))


def _reading(
    file: str, unpacked: str, archive: str, members: int, pages: int, characters: int
) -> Limits:
    from predlozheno.reading.readers import Limits
    from predlozheno.runs.limits import size

    return Limits(size(file), size(unpacked), size(archive), members, pages, characters)


def _command(context: typer.Context, inputs: list[str], folder: Path) -> str:
    """The command that goes on with this run: what was given, and the folder."""
    parts = ["predlozheno", "extract", *inputs, "--out", str(folder)]
    for parameter in context.command.params:
        name = parameter.name or ""
        source = context.get_parameter_source(name)
        if name in ("inputs", "out") or source is None or source.name != "COMMANDLINE":
            continue
        value = context.params[name]
        parts += [parameter.opts[0]] if value is True else [parameter.opts[0], str(value)]
    return shlex.join(parts)
