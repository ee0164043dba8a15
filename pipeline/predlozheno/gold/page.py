"""The evaluation as one HTML page that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from predlozheno.gold.cases import Case, cases, closed_ids
from predlozheno.gold.evaluation import Evaluation
from predlozheno.gold.grids import NOTE, Grid, group_grids, overview

if TYPE_CHECKING:
    from predlozheno.proposals import Account

_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; }
table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
th, td { border-bottom: 1px solid #8884; padding: .15rem .7rem; }
th, td { text-align: right; vertical-align: top; }
th:first-child, td:first-child, .case td { text-align: left; }
.case { border-left: 4px solid #999; margin: 1.2rem 0; padding-left: 1rem; }
.missed { border-color: #c60; } .spurious { border-color: #b22; } .differs { border-color: #27c; }
.wrong { background: #f002; } .sentence { font-style: italic; } .reason { color: #666; }
"""


def as_page(evaluation: Evaluation, accounts: Mapping[str, Sequence[Account]]) -> str:
    """The page: all tables, then the errors of each document; of `test` documents ids alone."""
    parts = ["<h1>Evaluation</h1>", f"<p>{escape(NOTE)}.</p>"]
    parts += [_grid(grid) for grid in overview(evaluation)]
    for group in evaluation.genres:
        parts.append(f"<details><summary>{escape(group.name)}</summary>")
        parts += [_grid(grid) for grid in group_grids(group)]
        parts.append("</details>")
    parts.append("<h2>Errors</h2>")
    for score in evaluation.documents:
        parts.append(f"<h3>{escape(score.gold.stem)} ({score.split})</h3>")
        if score.split == "test":
            parts += [_ids(name, ids) for name, ids in closed_ids(score).items() if ids]
        else:
            parts += [_case(case) for case in cases(score, accounts.get(score.gold.stem, ()))]
    body = "\n".join(parts)
    return (
        '<!doctype html>\n<html lang="ru"><head><meta charset="utf-8"><title>Evaluation</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


def _grid(grid: Grid) -> str:
    head = _row(grid.headers, "th")
    rows = "\n".join(_row(row, "td") for row in grid.rows)
    return f"<h2>{escape(grid.title)}</h2>\n<table>\n{head}\n{rows}\n</table>"


def _case(case: Case) -> str:
    rows = "\n".join(
        f"<tr{'' if line.agrees else ' class=wrong'}>"
        f"<th>{escape(line.field)}</th><td>{escape(line.gold)}</td><td>{escape(line.guess)}</td></tr>"
        for line in case.lines
    )
    reasons = "<br>".join(escape(reason) for reason in case.reasons)
    return (
        f'<div class="case {case.error}" id="{escape(case.id)}">'
        f"<b>{case.error}</b> {escape(case.id)}, line {case.line}"
        f'<p class="sentence">{escape(case.sentence)}</p>'
        f"<table>{_row(('', 'gold', 'guess'), 'th')}\n{rows}</table>"
        f'<p class="reason">{reasons}</p></div>'
    )


def _ids(name: str, ids: Iterable[str]) -> str:
    return f"<p>{escape(name)}: {escape(', '.join(ids))}</p>"


def _row(cells: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
