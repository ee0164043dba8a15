"""Defaults of the options from `predlozheno.toml` in the working folder and from the environment.

A setting is called like its option: `--max-pages` is `max_pages` in the file and PREDLOZHENO_MAX_PAGES
in the environment, and holds for every command that has the option. The command line goes before the
environment, that before the file, that before the program's own defaults.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

from predlozheno.errors import UsageError

FILE = Path("predlozheno.toml")
PREFIX = "PREDLOZHENO_"


def defaults(command: Any, *, checked: bool) -> dict[str, Any]:
    """What stands in for options that are not given: a `default_map` for the command line.

    Args:
        command: the program's command, with all its sub-commands.
        checked: whether the values are to be validated. Only help goes without: it shows them as
            they stand, at once.

    Raises:
        UsageError: where the file is no TOML, a name is unknown or a value of the wrong type.
    """
    given = _given()
    if not given:
        return {}
    if checked:
        from predlozheno.cli.validation import validated

        given = validated()
    return _map(command, given)


def _given() -> dict[str, Any]:
    """The settings as they are written down; lists as on the command line."""
    from_file: dict[str, Any] = {}
    if FILE.is_file():
        try:
            from_file = tomllib.loads(FILE.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UsageError(f"{FILE}: cannot be read as TOML ({error})") from error
    from_environment = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in os.environ.items()
        if name.startswith(PREFIX) and value
    }
    given = from_file | from_environment
    return {
        name: ",".join(map(str, value)) if isinstance(value, list) else value
        for name, value in given.items()
    }


def _map(command: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    # A group may have options of its own, as `frames` has beside `frames new`.
    own = {parameter.name: given[name] for name, parameter in _options(command) if name in given}
    commands = getattr(command, "commands", {})
    return own | {name: _map(inner, given) for name, inner in commands.items()}


def _options(command: Any) -> Iterator[tuple[str, typer.core.TyperOption]]:
    for parameter in command.params:
        if parameter.param_type_name == "option":
            yield parameter.opts[0].removeprefix("--").replace("-", "_"), parameter
