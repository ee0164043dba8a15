"""Chooses rows of a run's table by words, without a condition to be written in Python."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from predlozheno.errors import UsageError
from predlozheno.records.schema import Kind, Status

_TARGETS = ("addressees", "executors", "established", "reformed", "joined", "hosts", "partners")
_WORDS = ("content", "purpose", "evidence")


def choose(
    table: pd.DataFrame,
    *,
    kind: str | Iterable[str] = (),
    status: str | Iterable[str] = (),
    who: str = "",
    whom: str = "",
    about: str = "",
    document: str = "",
    procedural: bool = False,
) -> pd.DataFrame:
    """The rows that fit everything asked for, in their order.

    Args:
        table: of a finished run.
        kind: one kind or several, such as "request"; all where empty.
        status: one status or several.
        who: a part of a proposer's name, small or capital.
        whom: a part of the name of anyone it is put to or is about.
        about: a part of a word of what is wanted, of its purpose or of the sentence.
        document: a part of the document's name.
        procedural: also what only runs the meeting.

    Raises:
        UsageError: where a kind or status is unknown; lists those that are known.
    """
    fits = pd.Series(True, index=table.index)
    if not procedural:
        fits &= ~table["procedural"]
    for column, wanted, known in (("kind", kind, Kind), ("status", status, Status)):
        if values := _listed(column, wanted, known):
            fits &= table[column].isin(values)
    for columns, part in (
        (("proposers",), who),
        (_TARGETS, whom),
        (_WORDS, about),
        (("document",), document),
    ):
        if part:
            fits &= _holds(table, columns, part)
    return table[fits]


def _listed(column: str, wanted: str | Iterable[str], known: Iterable[str]) -> list[str]:
    values = [wanted] if isinstance(wanted, str) else list(wanted)
    allowed = list(known)
    if unknown := [value for value in values if value and value not in allowed]:
        raise UsageError(
            f"unknown {column} {', '.join(map(repr, unknown))}", hint=f"Known: {', '.join(allowed)}"
        )
    return [value for value in values if value]


def _holds(table: pd.DataFrame, columns: Iterable[str], part: str) -> pd.Series[bool]:
    found = pd.Series(False, index=table.index)
    for column in columns:
        found |= (
            table[column].str.contains(part, case=False, regex=False).fillna(False).astype(bool)
        )
    return found
