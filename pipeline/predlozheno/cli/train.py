"""`predlozheno train`: fits the ranking to the gold corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from predlozheno.cli.console import FramesOption, ModelsOption, console

if TYPE_CHECKING:
    from predlozheno.gold.labelling import Tallied
    from predlozheno.gold.training import Training


def train(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files.")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write the weights here instead of to models/ranking."),
    ] = None,
    models: ModelsOption = None,
    frames: FramesOption = None,
) -> None:
    """Fit the ranking to the dev documents of a gold corpus; the same corpus gives the same weights."""
    from predlozheno.extractor import known_frames
    from predlozheno.gold import training
    from predlozheno.gold.loading import gold_files, load, stem
    from predlozheno.gold.splits import read_splits
    from predlozheno.proposals.learned.model import FOLDER, write_model
    from predlozheno.resources import models_dir

    paths = gold_files([gold])
    splits = read_splits(gold, [stem(path) for path in paths])
    golds = [load(path) for path in paths if splits[stem(path)] == "dev"]
    result = training.train(golds, known_frames(models, frames))
    folder = out or models_dir(models) / FOLDER
    write_model(folder, result.model, result.card())
    _report(result)
    console().print(f"\n{len(result.model.choice)} weights written to {folder}")


def _report(result: Training) -> None:
    from rich.table import Table

    records, agreed, close, candidates = result.coverage
    out = console()
    out.print(
        f"{len(result.documents)} documents, {records} records; of their contents {agreed:.1%} have "
        f"a candidate at F1 0.5, {close:.1%} at 0.8; {candidates:.1f} candidates a sentence"
    )
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("held out by document", "precision", "recall", "record F1"):
        table.add_column(column, justify="left" if column.startswith("held") else "right")
    for name, tally in (("rules alone", result.rules), ("ranked", result.ranked)):
        table.add_row(name, *_shares(tally))
    out.print(table)
    gain, low, high = result.gain
    out.print(f"Gain in F1: {gain:+.3f}, 95 % interval by document {low:+.3f} to {high:+.3f}")


def _shares(tally: Tallied) -> tuple[str, str, str]:
    return f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}"
