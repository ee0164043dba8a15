"""Looks at finished runs, in a notebook or a script: the latest run, its table, a record in its text."""

from predlozheno.report.runs import FinishedRun, latest_run, load_run
from predlozheno.report.showing import Marked, show

__all__ = ["FinishedRun", "Marked", "latest_run", "load_run", "show"]
