"""The registry of output formats, by suffix: records into a file, and the table back out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from predlozheno.errors import UsageError
from predlozheno.records.captions import LANGUAGES
from predlozheno.records.schema import Proposal
from predlozheno.records.writers import csv, jsonl, parquet, sqlite, xlsx

if TYPE_CHECKING:
    import pandas as pd


__all__ = ["LANGUAGES", "Format", "formats", "read", "register", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """How records become a file of one format.

    Attributes:
        write: writes all records to a path, in their order, taking them one by one.
        read: gives the table back as `records.table.to_frame` made it; None where the format is
            only for people to look at.
        localised: whether `write` takes the language of captions and values as a third argument.
            Formats made for programs are the same in every language.
    """

    write: Callable[..., None]
    read: Callable[[Path], pd.DataFrame] | None = None
    localised: bool = False


_FORMATS: dict[str, Format] = {}


def register(suffix: str, output: Format) -> None:
    """Make `output` the format of files with this suffix («.csv»), lower case and with its dot."""
    _FORMATS[suffix] = output


def formats() -> tuple[str, ...]:
    """Names of all formats, which are their suffixes without the dot, in the order of registration."""
    return tuple(suffix.removeprefix(".") for suffix in _FORMATS)


def write(proposals: Iterable[Proposal], path: Path, *, lang: str = "en") -> None:
    """Writes `proposals` to `path` in the format of its suffix, replacing what is there.

    Args:
        proposals: taken one by one, so that they need not lie in memory.
        path: the file.
        lang: of captions and values in a format made for people: "en" or "ru".

    Raises:
        UsageError: where no format has this suffix; lists those that there are.
    """
    output = _format(path)
    if output.localised:
        output.write(proposals, path, lang)
    else:
        output.write(proposals, path)


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
register(".csv", Format(csv.write, csv.read, localised=True))
register(".parquet", Format(parquet.write, parquet.read))
register(".xlsx", Format(xlsx.write, localised=True))
register(".sqlite", Format(sqlite.write, sqlite.read))
