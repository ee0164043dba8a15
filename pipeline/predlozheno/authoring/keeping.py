"""An entry goes into the analyst's own frame file, once it keeps its word."""

from __future__ import annotations

from pathlib import Path

from predlozheno.authoring.entry import Entry
from predlozheno.errors import OutputError, UsageError
from predlozheno.proposals.frames import load_file

_HEAD = "# Frames of our own. How to write an entry: docs/frames.md\n"


def keep(entry: Entry, path: Path) -> None:
    """Appends the entry to a frame file, which is made where it is not there.

    Args:
        entry: checked; its examples hold.
        path: ends in `.yaml`; its folder is what `--frames` names.

    Raises:
        UsageError: where the entry has no rejects, the file another ending, or the entry is in it.
        FrameError: where the file breaks a rule of the frame format.
        OutputError: where it cannot be written.
    """
    if not entry.rejects:
        raise UsageError(
            f"{entry.id}: a sentence that it must leave alone is needed",
            hint='Give one with the same word in another sense: --reject "Он отстаивал свою правоту."',
        )
    if path.suffix != ".yaml":
        raise UsageError(f"{path}: a frame file's name ends in .yaml", hint="Rename it")
    for file in sorted(path.parent.glob("*.yaml")):
        if entry.id in {frame.id for frame in load_file(file)}:
            raise UsageError(
                f"{file}: holds an entry {entry.id} already",
                hint="Change that entry in the file, or delete it and run this again",
            )
    try:
        there = path.read_text(encoding="utf-8") if path.exists() else _HEAD
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{there.rstrip()}\n{entry.yaml()}", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror})",
            hint="Name a file that you may write to",
        ) from error
