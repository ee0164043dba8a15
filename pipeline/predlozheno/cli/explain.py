"""`predlozheno explain`: what became of every sentence with a trigger word, and why."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from predlozheno.cli.console import (
    FramesOption,
    ModelsOption,
    RulesOnlyOption,
    console,
    counted,
    one_line,
)

if TYPE_CHECKING:
    from rich.text import Text

    from predlozheno.extractor import Result
    from predlozheno.proposals import Account

_TITLES = {
    "record": ("taken", "bold green"),
    "refused": ("refused", "bold red"),
    "undecided": ("undecided", "bold yellow"),
}


def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The minutes to explain.")],
    models: ModelsOption = None,
    frames: FramesOption = None,
    rules_only: RulesOnlyOption = False,
) -> None:
    """Tell what became of each sentence with a trigger word, and why."""
    from predlozheno.extractor import load

    result = load(models, frames, rules_only=rules_only).extract(file)
    out = console()
    for entry in result.account:
        line = 1 + result.document.source.count("\n", 0, entry.start)
        out.print(_entry(entry, line), soft_wrap=False)
    out.print(_summary(result))


def _entry(entry: Account, line: int) -> Text:
    from rich.text import Text

    title, style = _TITLES[entry.outcome]
    text = one_line(entry.text)
    shown = Text.assemble((title, style), f"  line {line}  {entry.rule}", "\n  ")
    sentence = Text(text)
    trigger = one_line(entry.trigger)
    if trigger and (at := text.find(trigger)) >= 0:
        sentence.stylize("bold underline", at, at + len(trigger))
    shown.append_text(sentence)
    if entry.outcome != "record":
        shown.append(f"\n  {one_line(entry.reason)}")
    if entry.record:
        shown.append(f"\n  record {entry.record}", style="dim")
    return shown.append("\n")


def _summary(result: Result) -> str:
    outcomes = Counter(entry.outcome for entry in result.account)
    refusals = (entry.reason for entry in result.account if entry.outcome == "refused")
    reasons = Counter(reason.partition(":")[0] for reason in refusals).most_common()
    why = f" ({', '.join(f'{reason} {count}' for reason, count in reasons)})" if reasons else ""
    return (
        f"{counted(len(result.account), 'trigger')}: {outcomes['record']} taken, "
        f"{outcomes['refused']} refused{why}, {outcomes['undecided']} undecided. "
        f"{counted(len(result), 'record')}."
    )
