"""The numbers behind the charts: who puts what to whom, by month, what has waited longest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pandas as pd

from predlozheno.records.schema import Proposal, Role, Status

# Whom one asks; the other roles are what the proposal is about.
_ASKED = (Role.ADDRESSEE, Role.EXECUTOR)
# More columns than these no eye tells apart.
_MONTHS = 36
_OPEN = (Status.PROPOSED, Status.POSTPONED)


def pairs(proposals: Iterable[Proposal]) -> pd.DataFrame:
    """One row for each proposer and each party that a record is put to: `who, whom, kind, id`.

    Parties have their canonical names, in one spelling; who is not named is left out.
    """
    rows = [
        (who, whom, record.kind.value, record.id)
        for record in proposals
        if not record.procedural
        for who in dict.fromkeys(party.canonical for party in record.proposers)
        for whom in dict.fromkeys(t.canonical for t in record.targets if t.role in _ASKED)
    ]
    found = pd.DataFrame(rows, columns=["who", "whom", "kind", "id"])
    spelling = _spellings([*found["who"], *found["whom"]])
    return found.replace({"who": spelling, "whom": spelling})


def busiest(found: pd.DataFrame, most: int) -> pd.DataFrame:
    """The rows of `pairs` whose proposer and party are among the `most` busiest pairs."""
    top = found.value_counts(["who", "whom"]).index[:most]
    return found[pd.MultiIndex.from_frame(found[["who", "whom"]]).isin(top)]


def matrix(proposals: Iterable[Proposal], most: int = 24) -> pd.DataFrame:
    """How many records each proposer puts to each party, of the `most` busiest pairs, busiest first."""
    found = busiest(pairs(proposals), most)
    rows, columns = found["who"].value_counts().index, found["whom"].value_counts().index
    counts = pd.crosstab(found["who"], found["whom"])
    return counts.reindex(index=rows, columns=columns, fill_value=0)


def by_period(table: pd.DataFrame) -> pd.DataFrame:
    """Records by the month of their meeting and by kind; by year where the months are too many to see.

    A month or year without records has a row of zeros.
    """
    days = meeting_days(table)
    long = days.notna().any() and (days.max() - days.min()).days > _MONTHS * 31
    period = "Y" if long else "M"
    dated = table.assign(period=days.dt.to_period(period)).dropna(subset=["period"])
    counts = pd.crosstab(dated["period"], dated["kind"].astype("string"))
    if counts.empty:
        return counts
    whole = pd.period_range(counts.index.min(), counts.index.max(), freq=period, name="period")
    return counts.reindex(whole, fill_value=0)


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


def _spellings(names: Iterable[str]) -> dict[str, str]:
    """For each spelling the one that is shown: the commonest that is not in capitals alone."""
    alike: dict[str, Counter[str]] = {}
    for name, count in Counter(names).items():
        alike.setdefault(name.casefold(), Counter())[name] += count
    return {
        name: max(spellings, key=lambda one: (not one.isupper(), spellings[one]))
        for spellings in alike.values()
        for name in spellings
    }
