"""`predlozheno frames`: what words the program knows, and whether the frame files are in order."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from predlozheno.cli import frames_new
from predlozheno.cli.console import FAILED_CHECK, FramesOption, ModelsOption, console, one_line

if TYPE_CHECKING:
    from collections import Counter
    from pathlib import Path

    from predlozheno.proposals.frames import Frame, FrameSet

app = typer.Typer(invoke_without_command=True)


@app.callback()
def frames(
    context: typer.Context,
    models: ModelsOption = None,
    frames: FramesOption = None,
    over: Annotated[
        list[str] | None,
        typer.Option(
            "--over",
            metavar="INPUT",
            help="Count each frame's records over these minutes, and name those that find nothing.",
        ),
    ] = None,
) -> None:
    """List the frames, after checking every frame file; `new` makes an entry from a sentence."""
    if context.invoked_subcommand:
        return
    from predlozheno.extractor import known_frames

    known = known_frames(models, frames)
    counts = _counts(models, frames, over) if over else None
    console().print(_table(known, counts))
    wrong = _report_unknown_words(known)
    files = len({frame.file for frame in known})
    state = f"{wrong} to mend, see above" if wrong else "all in order"
    typer.echo(f"\n{len(known)} frames in {files} files, {state}.")
    if counts is not None:
        _report_idle(known, counts)
    if wrong:
        raise typer.Exit(FAILED_CHECK)


app.command("new")(frames_new.new)


def _table(known: FrameSet, counts: Counter[str] | None) -> object:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("frame", "kind", "words", "examples", "file"):
        table.add_column(column, overflow="fold", no_wrap=column == "frame")
    if counts is not None:
        table.add_column("records", justify="right")
    for frame in known:
        examples = f"{len(frame.matches)} + {len(frame.rejects)}"
        row = [frame.id, frame.kind.value, _words(frame), examples, frame.file]
        table.add_row(*row, *([str(counts[frame.id])] if counts is not None else []))
    return table


def _words(frame: Frame) -> str:
    return ", ".join((*frame.verbs, *frame.nouns, *frame.predicatives, *frame.phrases))


def _counts(models: Path | None, frames: Path | None, over: list[str]) -> Counter[str]:
    """Over how many triggers each frame made a record, by the rules alone; failures go to stderr."""
    from predlozheno.authoring.trial import taken_by_frame
    from predlozheno.extractor import load

    # The ranking may give a sentence to another frame; what a frame is worth the rules tell.
    with frames_new.progress() as progress:
        counts, failures = taken_by_frame(load(models, frames, rules_only=True), over, progress)
    for failure in failures:
        sys.stderr.write(f"failed: {one_line(failure)}\n")
    return counts


def _report_unknown_words(known: FrameSet) -> int:
    from predlozheno.authoring.spelling import unknown_words

    unknown = [one for frame in known for one in unknown_words(frame)]
    for one in unknown:
        sys.stderr.write(f"unknown word: {one_line(str(one))}\n")
    return len(unknown)


def _report_idle(known: FrameSet, counts: Counter[str]) -> None:
    idle = [frame for frame in known if not counts[frame.id]]
    if not idle:
        typer.echo("Each of them finds something in these minutes.")
        return
    typer.echo(f"{len(idle)} find nothing in these minutes but their own examples:")
    for frame in idle:
        typer.echo(f"  {frame.id} ({frame.file})")
