"""The registry of output formats, by suffix: records into a file, and the table back out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from predlozheno.errors import UsageError
from predlozheno.records.schema import Proposal
from predlozheno.records.writers import csv, jsonl, parquet, xlsx

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Format:
    """How records become a file of one format.

    Attributes:
        write: writes all records to a path, in their order.
        read: gives the table back as `records.table.to_frame` made it; None where the format is
            only for people to look at.
    """

    write: Callable[[Iterable[Proposal], Path], None]
    read: Callable[[Path], pd.DataFrame] | None = None


LANGUAGES = ("en", "ru")

_FORMATS: dict[str, Format] = {}


def register(suffix: str, output: Format) -> None:
    """Make `output` the format of files with this suffix («.csv»), lower case and with its dot."""
    _FORMATS[suffix] = output


def formats() -> tuple[str, ...]:
    """Names of all formats, which are their suffixes without the dot, in the order of registration."""
    return tuple(suffix.removeprefix(".") for suffix in _FORMATS)


def write(proposals: Iterable[Proposal], path: Path, *, lang: str = "en") -> None:
    """Writes `proposals` to `path` in the format of its suffix, replacing what is there.

    Raises:
        UsageError: where no format has this suffix; lists those that there are.
        OutputError: where the format cannot hold that many records.
    """
    _format(path).write(proposals, path)


def read(path: Path) -> pd.DataFrame:
    """The table of a file that `write` wrote.

    Raises:
        UsageError: where no format has this suffix, or the format cannot be read back.
    """
    reader = _format(path).read
    if reader is None:
        raise UsageError(
            f"{path}: this format is only written", hint="Read proposals.jsonl of the same run"
        )
    return reader(path)


def _format(path: Path) -> Format:
    if found := _FORMATS.get(path.suffix.lower()):
        return found
    raise UsageError(
        f"{path.name}: unknown output format", hint=f"Known formats: {', '.join(formats())}"
    )


register(".jsonl", Format(jsonl.write, jsonl.read))
register(".csv", Format(csv.write, csv.read))
register(".parquet", Format(parquet.write, parquet.read))
register(".xlsx", Format(xlsx.write))
