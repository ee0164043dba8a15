"""`predlozheno frames new`: an entry from an example sentence, tried before it is kept."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from predlozheno.cli.console import (
    FAILED_CHECK,
    FramesOption,
    ModelsOption,
    RulesOnlyOption,
    console,
    counted,
    one_line,
)

if TYPE_CHECKING:
    from rich.text import Text

    from predlozheno.authoring.proposing import Proposed
    from predlozheno.authoring.trial import Trial
    from predlozheno.extractor import Extractor
    from predlozheno.proposals.examples import Sketch
    from predlozheno.records.schema import Kind, Proposal
    from predlozheno.report.comparing import Change

_SHOWN = 40


def new(
    sentence: Annotated[
        str,
        typer.Argument(
            help="An example in quotes; marks help: <Профком>кто [отстаивает] <вечернюю смену>что."
        ),
    ],
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND", help="What it is, where the guess is wrong: просьба or request …"
        ),
    ] = "",
    reject: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SENTENCE", help="A sentence with these words to leave alone; give several."
        ),
    ] = None,
    folder: Annotated[
        list[str] | None,
        typer.Option("--try", metavar="INPUT", help="Show what it would change in these minutes."),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Append it to this file of yours, such as my/verbs.yaml."
        ),
    ] = None,
    models: ModelsOption = None,
    frames: FramesOption = None,
    rules_only: RulesOnlyOption = False,
) -> None:
    """Make a frame entry from a sentence, show what it would change, keep it."""
    from predlozheno.authoring.proposing import propose
    from predlozheno.authoring.suggesting import read_sketch
    from predlozheno.extractor import load

    sketch, rejects = read_sketch(sentence), tuple(reject or ())
    before = load(models, _own(frames, keep), rules_only=rules_only)
    if not (sketch.triggers or sketch.marks or keep) and _report_known(before, sketch):
        return
    proposed = propose(sketch, before.frames, kind=_kind(kind), rejects=rejects)
    _report(proposed)
    if folder:
        _report_trial(before, proposed, folder)
    if proposed.faults:
        raise typer.Exit(FAILED_CHECK)
    if keep:
        _keep(proposed, keep)
    elif not folder:
        _report_next(bool(rejects))


def _own(frames: Path | None, keep: Path | None) -> Path | None:
    """The folder of the analyst's own frames: the one named, else that of the file to keep it in."""
    if frames is None and keep is not None and any(keep.parent.glob("*.yaml")):
        return keep.parent
    return frames


def _kind(text: str) -> Kind | None:
    from predlozheno.errors import UsageError
    from predlozheno.report.words import KINDS

    known = {name: kind for kind, russian in KINDS.items() for name in (kind.value, russian)}
    if text and text not in known:
        raise UsageError(f"unknown kind {text!r}", hint=f"Known: {', '.join(known)}")
    return known[text] if text else None


def _report_known(before: Extractor, sketch: Sketch) -> bool:
    """Tells where the sentence is found already; whether it is."""
    from predlozheno.authoring.examples import with_marks_of

    result = before.extract(sketch.text)
    for record in result:
        typer.echo(f"Found already: {record.kind.value}, by {record.rule}")
        typer.echo(f"  {one_line(with_marks_of(record, sketch).marked())}")
    if len(result):
        typer.echo(
            "\nNothing to add. Where this is wrong, mark the words as they should be and ask again:\n"
            '  predlozheno frames new "<Профком>кто [отстаивает] <вечернюю смену>что."'
        )
    return bool(len(result))


def _report(proposed: Proposed) -> None:
    suggestion, entry = proposed.suggestion, proposed.entry
    if proposed.replaces:
        typer.echo(f"{entry.id} knows these words already; this is a wider version of it.")
    else:
        near = ", ".join(f"{one.word} {one.similarity:.2f}" for one in suggestion.near)
        because = f", as the nearest known words are: {near}" if near else "; no known word is near"
        typer.echo(f"Taken for: {entry.kind.value}{because}.")
        typer.echo("If it is something else, say so with --kind.")
    for role, forms in suggestion.added.items():
        typer.echo(f"From those words, not from the sentence: {role} {', '.join(forms)}.")
    typer.echo(f"\n{entry.yaml()}")
    for fault in proposed.faults:
        sys.stderr.write(f"does not hold: {one_line(fault)}\n")


def _report_next(has_rejects: bool) -> None:
    if not has_rejects:
        typer.echo(
            "Next, add a sentence with the same word in which nobody proposes anything:\n"
            '  --reject "Он отстаивал свою правоту."'
        )
    typer.echo("See what it would change in your minutes:   --try my-folder")
    typer.echo("Keep it in a file of your own:              --keep my-frames/words.yaml")


def _keep(proposed: Proposed, path: Path) -> None:
    from predlozheno.authoring.keeping import keep

    keep(proposed.entry, path)
    typer.echo(f"Kept in {path}. From now on:")
    typer.echo(f"  predlozheno extract my-folder --frames {path.parent}")


def _report_trial(before: Extractor, proposed: Proposed, folder: list[str]) -> None:
    from predlozheno.authoring.proposing import with_entry
    from predlozheno.authoring.trial import try_frames
    from predlozheno.extractor import Extractor

    after = Extractor(with_entry(before.frames, proposed.entry), before.ranking)
    touched = [proposed.entry.frame(), *([proposed.replaces] if proposed.replaces else [])]
    with progress() as going:
        trial = try_frames(before, after, touched, folder, going)
    for failure in trial.failures:
        sys.stderr.write(f"failed: {one_line(failure)}\n")
    number = 0
    for title, changes in (
        ("added", trial.added),
        ("removed", trial.removed),
        ("changed", trial.changed),
    ):
        for change in changes[:_SHOWN]:
            number += 1
            console().print(_change(number, title, change), soft_wrap=False)
        if more := len(changes[_SHOWN:]):
            typer.echo(f"… and {more} more {title}\n")
    _report_totals(trial)


def _report_totals(trial: Trial) -> None:
    typer.echo(
        f"{counted(trial.documents, 'document')}, {trial.affected} with these words: "
        f"{counted(len(trial.added), 'record')} added, {len(trial.removed)} removed, "
        f"{len(trial.changed)} changed. Nothing was written."
    )
    if trial.added:
        typer.echo("Where one of those added is wrong, give its sentence with --reject.")


def _change(number: int, title: str, change: Change) -> Text:
    from rich.text import Text

    style = {"added": "bold green", "removed": "bold red", "changed": "bold yellow"}[title]
    record = change.shown
    text = Text.assemble((f"{number}. {title}", style), f"  {one_line(record.document)}\n")
    sentence = Text(f"   {one_line(record.evidence.text)}")
    trigger = one_line(record.trigger.text)
    if (at := sentence.plain.find(trigger)) >= 0:
        sentence.stylize("bold underline", at, at + len(trigger))
    text.append_text(sentence)
    for name, one in (("before", change.before), ("after", change.after)):
        if one is not None:
            label = f"{name}: " if change.before and change.after else ""
            text.append(f"\n   {label}{_told(one)}")
    return text.append("\n")


def _told(record: Proposal) -> str:
    who = ", ".join(party.name for party in record.proposers) or "nobody named"
    return one_line(f"{record.kind.value} of {who}: {record.content.text}")


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr while documents are read; nothing where stderr is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    screen = console(stderr=True)
    columns = (TextColumn("documents"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("documents", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
