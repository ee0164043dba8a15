"""`predlozheno frames`: what words the program knows, and whether the frame files are in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from predlozheno.cli.console import FramesOption, ModelsOption, console

if TYPE_CHECKING:
    from predlozheno.proposals.frames import Frame


def frames(models: ModelsOption = None, frames: FramesOption = None) -> None:
    """List the frames, after checking every frame file."""
    from rich.table import Table

    from predlozheno.extractor import known_frames

    known = known_frames(models, frames)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("frame", "kind", "words", "examples", "file"):
        table.add_column(column, overflow="fold", no_wrap=column == "frame")
    for frame in known:
        examples = f"{len(frame.matches)} + {len(frame.rejects)}"
        table.add_row(frame.id, frame.kind.value, _words(frame), examples, frame.file)
    out = console()
    out.print(table)
    files = len({frame.file for frame in known})
    out.print(f"\n{len(known)} frames in {files} files, all in order.")


def _words(frame: Frame) -> str:
    return ", ".join((*frame.verbs, *frame.nouns, *frame.predicatives, *frame.phrases))
