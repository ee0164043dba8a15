"""Looks at finished runs, in a notebook or a script: table, charts, a record in its text.

The charts (`report.charts`) need the extra `notebook`; everything else comes with the package.
"""

from predlozheno.report.choosing import choose
from predlozheno.report.comparing import compare_runs
from predlozheno.report.figures import matrix, waiting
from predlozheno.report.runs import FinishedRun, latest_run, load_run, previous_run
from predlozheno.report.showing import Marked, Rows, rows, show

__all__ = [
    "FinishedRun",
    "Marked",
    "Rows",
    "choose",
    "compare_runs",
    "latest_run",
    "load_run",
    "matrix",
    "previous_run",
    "rows",
    "show",
    "waiting",
]
