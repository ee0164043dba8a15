"""The numbers behind the charts: who puts what to whom, by month, what has waited longest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd

from predlozheno.records.schema import Proposal, Role, Status

# Whom one asks; the other roles are what the proposal is about.
_ASKED = (Role.ADDRESSEE, Role.EXECUTOR)
_OPEN = (Status.PROPOSED, Status.POSTPONED)


def pairs(proposals: Iterable[Proposal]) -> pd.DataFrame:
    """One row for each proposer and each party that a record is put to: `who, whom, kind, id`.

    Parties have their canonical names; who is not named is left out.
    """
    rows = [
        (who, whom, record.kind.value, record.id)
        for record in proposals
        if not record.procedural
        for who in dict.fromkeys(party.canonical for party in record.proposers)
        for whom in dict.fromkeys(t.canonical for t in record.targets if t.role in _ASKED)
    ]
    return pd.DataFrame(rows, columns=["who", "whom", "kind", "id"])


def matrix(proposals: Iterable[Proposal], most: int = 12) -> pd.DataFrame:
    """How many records each proposer puts to each party; the busiest `most` of both, busiest first."""
    found = pairs(proposals)
    rows = found["who"].value_counts().index[:most]
    columns = found["whom"].value_counts().index[:most]
    return pd.crosstab(found["who"], found["whom"]).reindex(
        index=rows, columns=columns, fill_value=0
    )


def by_month(table: pd.DataFrame) -> pd.DataFrame:
    """Records by the month of their meeting and by kind; a row of zeros where a month has none."""
    dated = table.assign(month=meeting_days(table).dt.to_period("M")).dropna(subset=["month"])
    counts = pd.crosstab(dated["month"], dated["kind"].astype("string"))
    if counts.empty:
        return counts
    months = pd.period_range(counts.index.min(), counts.index.max(), freq="M", name="month")
    return counts.reindex(months, fill_value=0)


def meeting_days(table: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    """The day of each record's meeting, of several days the first; NaT where the head names none."""
    first = table["meeting_date"].astype("string").str.split("/").str[0]
    return pd.to_datetime(first, format="ISO8601", errors="coerce")


def waiting(table: pd.DataFrame, on: date | None = None) -> pd.DataFrame:
    """What is still open, the longest waiting first.

    Args:
        table: of a finished run.
        on: the day up to which days are counted; today where None.

    Returns:
        the table's rows that are proposed or postponed and neither procedural nor without a dated
        meeting, with `days_waiting`, and `days_overdue` where a deadline has passed (else 0).
    """
    day = pd.Timestamp(on or date.today())
    held = meeting_days(table)
    wanted = table["status"].isin([status.value for status in _OPEN]) & ~table["procedural"]
    rows = table[wanted & held.notna()]
    late = (day - rows["deadline_date"]).dt.days.fillna(0).clip(lower=0).astype("int64")
    rows = rows.assign(days_waiting=(day - held[rows.index]).dt.days, days_overdue=late)
    return rows.sort_values(["days_overdue", "days_waiting"], ascending=False, kind="stable")
