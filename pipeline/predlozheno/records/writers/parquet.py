"""Parquet: the typed table for programs that read columns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from predlozheno.records.schema import Proposal
from predlozheno.records.table import to_frame, typed

if TYPE_CHECKING:
    import pandas as pd


def write(proposals: Iterable[Proposal], path: Path) -> None:
    """Writes the table; texts and types are exact."""
    to_frame(proposals).to_parquet(path, engine="pyarrow", index=False)


def read(path: Path) -> pd.DataFrame:
    """The table that `write` was given."""
    import pandas as pd

    return typed(pd.read_parquet(path, engine="pyarrow"))
