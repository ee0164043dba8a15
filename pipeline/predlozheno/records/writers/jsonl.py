"""JSON Lines: one whole record a line; the canonical output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from predlozheno.errors import ReadError
from predlozheno.records.schema import Proposal
from predlozheno.records.table import to_frame

if TYPE_CHECKING:
    import pandas as pd


def write(proposals: Iterable[Proposal], path: Path) -> None:
    """Writes UTF-8 without a byte order mark; every line ends in "\\n"."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{proposal.to_json()}\n" for proposal in proposals)


def records(path: Path) -> Iterator[Proposal]:
    """The records of a file, as they are asked for.

    Raises:
        ReadError: where a line is no valid record; names the file and the line.
    """
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            try:
                yield Proposal.from_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(str(part) for part in first["loc"])
                raise ReadError(
                    f"{path}, line {number}: no valid record ({place}: {first['msg']})",
                    hint="Run `predlozheno extract` again; the format is told by `predlozheno schema`",
                ) from error


def read(path: Path) -> pd.DataFrame:
    """The table of a file's records."""
    return to_frame(records(path))
