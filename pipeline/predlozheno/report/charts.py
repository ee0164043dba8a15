"""The charts of the notebook: plotly figures that need no network."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from predlozheno.records.schema import Kind, Proposal, Status
from predlozheno.report.figures import busiest, by_period, matrix, pairs
from predlozheno.report.words import KINDS, STATUSES

if TYPE_CHECKING:
    import plotly.graph_objects as go

_STATUS_COLOURS = dict(
    zip(Status, ("#5b8def", "#3c9a5f", "#d05353", "#d99a2b", "#8d93a1"), strict=True)
)
_KIND_COLOURS = dict(
    zip(
        Kind,
        "#4c78a8 #72b7b2 #f58518 #e45756 #54a24b #9d755d #b279a2 #b8a013".split(),
        strict=True,
    )
)
_PLOTLY = "application/vnd.plotly.v1+json"
# Of the buttons above a chart only the one that saves it as a picture.
_CONFIG = {"displaylogo": False, "modeBarButtons": [["toImage"]]}
_INK, _LINE = "#1b1f27", "#dde1e8"
_LONGEST = 34
_NOBODY = "не назван · not named"
_NOTHING = "нет таких записей · no such records"
_ROW, _ROOM = 26, 130


@dataclass(frozen=True)
class Chart:
    """A figure that shows itself in a notebook, and in pages made from it, without a network."""

    figure: go.Figure

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        # Plotly's own display asks a server for MathJax.
        html = self.figure.to_html(
            full_html=False, include_plotlyjs=False, include_mathjax=False, config=_CONFIG
        )
        data = json.loads(self.figure.to_json())
        return {_PLOTLY: {**data, "config": _CONFIG}, "text/html": html}


class Library:
    """The browser's part of plotly, as a piece of the page: shown once, before the first chart."""

    def _repr_html_(self) -> str:
        from plotly.offline import get_plotlyjs

        # With these names hidden the script cannot take a page's module loader for its own.
        hidden = f"(function (define, module, exports) {{{get_plotlyjs()}}}).call(window);"
        return f"<script>{hidden}</script>"


def kinds_chart(table: pd.DataFrame) -> Chart:
    """How many records of each kind, and what became of them: a bar for each kind."""
    counts = Counter(zip(table["kind"], table["status"], strict=True))
    totals = Counter(table["kind"])
    kinds = sorted((kind for kind in Kind if totals[kind]), key=lambda kind: totals[kind])
    figure = _figure("Виды и статусы · Kinds and statuses", len(kinds))
    for status in Status:
        lengths = [counts[kind, status] for kind in kinds]
        if any(lengths):
            figure.add_bar(
                y=[_caption(KINDS, kind) for kind in kinds],
                x=lengths,
                name=_caption(STATUSES, status),
                orientation="h",
                marker_color=_STATUS_COLOURS[status],
            )
    return Chart(figure.update_layout(barmode="stack", legend={"traceorder": "normal"}))


def periods_chart(table: pd.DataFrame) -> Chart:
    """Records by the month or year of the meeting: a column for each, a colour for each kind."""
    counts = by_period(table)
    figure = _figure("По времени заседаний · By the time of the meeting", 10)
    for kind in Kind:
        if kind in counts.columns:
            figure.add_bar(
                x=[str(period) for period in counts.index],
                y=counts[kind].tolist(),
                name=_caption(KINDS, kind),
                marker_color=_KIND_COLOURS[kind],
            )
    return _told(figure.update_layout(barmode="stack", xaxis_type="category"))


def deadlines_chart(table: pd.DataFrame, most: int = 30) -> Chart:
    """A point for each record with a deadline told to the day, in the row of who is responsible.

    Args:
        table: of a finished run.
        most: how many rows; those with the latest deadlines.
    """
    dated = table.dropna(subset=["deadline_date"]).sort_values("deadline_date", ascending=False)
    dated = dated.assign(row=[_short(who) for who in _responsible(dated)])
    rows = dated["row"].unique().tolist()[:most]
    figure = _figure("Сроки · Deadlines", len(rows) + 2)
    for status in Status:
        points = dated[(dated["status"] == status) & dated["row"].isin(rows)]
        if len(points):
            figure.add_scatter(
                x=points["deadline_date"],
                y=points["row"],
                text=[_hover(point) for _, point in points.iterrows()],
                hovertemplate="%{x|%d.%m.%Y}<br>%{text}<extra></extra>",
                mode="markers",
                name=_caption(STATUSES, status),
                marker={"color": _STATUS_COLOURS[status], "size": 11, "opacity": 0.8},
            )
    figure.update_xaxes(type="date")
    return _told(figure.update_yaxes(type="category", categoryarray=rows, autorange="reversed"))


def matrix_chart(proposals: Iterable[Proposal], most: int = 24) -> Chart:
    """Who puts how many records to whom: proposers in rows, those they ask in columns."""
    counts = matrix(proposals, most)
    figure = _figure("Кто кому: матрица · Who asks whom: matrix", len(counts) + 6)
    names = [escape(name) for name in counts.index], [escape(name) for name in counts.columns]
    figure.add_heatmap(
        x=[_short(name) for name in counts.columns],
        y=[_short(name) for name in counts.index],
        z=counts.where(counts > 0).to_numpy(dtype=float),
        customdata=[[f"{who} → {whom}" for whom in names[1]] for who in names[0]],
        text=counts.astype(str).where(counts > 0, "").to_numpy(),
        texttemplate="%{text}",
        hovertemplate="%{customdata}: %{z}<extra></extra>",
        colorscale=[[0, "#d6e4fb"], [1, "#2456b8"]],
        showscale=False,
        xgap=2,
        ygap=2,
    )
    figure.update_xaxes(tickangle=-35)
    return Chart(figure.update_yaxes(autorange="reversed"))


def flow_chart(proposals: Iterable[Proposal], most: int = 24) -> Chart:
    """The same as a directed graph: from those who propose, on the left, to those they ask."""
    found = busiest(pairs(proposals), most)
    left, right = found["who"].unique().tolist(), found["whom"].unique().tolist()
    edges = found.groupby(["who", "whom", "kind"]).size().reset_index(name="count")
    rows = max(len(left), len(right))
    figure = _figure("Кто кому: граф · Who asks whom: directed graph", rows)
    figure.add_sankey(
        node={
            "label": [*map(_short, left), *map(_short, right)],
            "customdata": [*map(escape, left), *map(escape, right)],
            "hovertemplate": "%{customdata}: %{value}<extra></extra>",
            "color": ["#8fb4ff"] * len(left) + ["#f2a7c3"] * len(right),
            "pad": 14,
            "thickness": 14,
            "line": {"width": 0},
        },
        link={
            "source": [left.index(who) for who in edges["who"]],
            "target": [len(left) + right.index(whom) for whom in edges["whom"]],
            "value": edges["count"].tolist(),
            "arrowlen": 12,
            "color": [_faint(_KIND_COLOURS[Kind(kind)]) for kind in edges["kind"]],
            "customdata": [_caption(KINDS, kind) for kind in edges["kind"]],
            "hovertemplate": "%{source.customdata} → %{target.customdata}<br>"
            "%{customdata}: %{value}<extra></extra>",
        },
    )
    # A Sankey diagram has no legend of its own.
    for kind in Kind:
        if kind in set(edges["kind"]):
            marker = {"color": _KIND_COLOURS[kind], "size": 12, "symbol": "square"}
            figure.add_scatter(
                x=[None], y=[None], mode="markers", name=_caption(KINDS, kind), marker=marker
            )
    figure.update_xaxes(visible=False)
    return Chart(figure.update_yaxes(visible=False))


def _figure(title: str, rows: int) -> go.Figure:
    import plotly.graph_objects as go

    figure = go.Figure()
    return figure.update_layout(
        title={"text": title, "x": 0.01, "xref": "container", "font": {"size": 17}},
        height=_ROOM + _ROW * max(rows, 5),
        margin={"l": 10, "r": 20, "t": 60, "b": 30},
        template="plotly_white",
        font={"family": "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif", "color": _INK},
        xaxis={"automargin": True, "gridcolor": _LINE, "zeroline": False},
        yaxis={"automargin": True, "gridcolor": _LINE, "zeroline": False},
        bargap=0.25,
    )


def _told(figure: go.Figure) -> Chart:
    """The chart; where it has nothing to show, it says so instead of drawing axes of nothing."""
    if not figure.data:
        figure.add_annotation(
            text=_NOTHING, showarrow=False, xref="paper", yref="paper", x=0.5, y=0.5
        )
        figure.update_xaxes(visible=False).update_yaxes(visible=False)
    return Chart(figure)


def _caption(words: Mapping[Any, str], value: str) -> str:
    """«предложение · proposal»."""
    return f"{words[value]} · {value}"


def _responsible(rows: pd.DataFrame) -> pd.Series[str]:
    """Who is to do it, else whom it is put to."""
    return rows["executors"].fillna(rows["addressees"]).fillna(_NOBODY)


def _hover(row: pd.Series[Any]) -> str:
    content = str(row["content"])
    shown = content if len(content) <= 160 else content[:159] + "…"
    lines = [escape(shown[i : i + 60]) for i in range(0, len(shown), 60)]
    return "<br>".join([f"<b>{escape(str(row['document']))}</b>", *lines])


def _short(name: str) -> str:
    """A name that fits beside a chart, with nothing in it that the chart would take for markup."""
    return escape(name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…")


def _faint(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.45)"
