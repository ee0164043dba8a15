"""Plug-ins: installed packages that register readers and writers of their own."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

GROUP = "predlozheno.plugins"


@cache
def load_plugins() -> None:
    """Imports every module that an installed package names under `predlozheno.plugins`, once a process.

    The module registers its formats when it is imported; worker processes do the same, so a format
    is known wherever a document is read. Only installed packages are asked, never a working folder.
    """
    for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)):
        entry.load()
