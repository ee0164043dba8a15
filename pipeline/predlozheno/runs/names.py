"""What documents are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path


def document_names(parts: Mapping[Path, int]) -> dict[Path, str]:
    """The document name of each file: the last parts of its path, joined by `/`.

    Two files never get one name: where they would, more of their folders stands in front of both.

    Args:
        parts: for each absolute path, how many of its last parts the name takes.
    """
    wanted = dict(parts)
    while True:
        names = {path: _name(path, count) for path, count in wanted.items()}
        # Some disks do not tell capitals from small letters, and the names become files.
        taken = Counter(name.casefold() for name in names.values())
        longer = [
            path
            for path, name in names.items()
            if taken[name.casefold()] > 1 and wanted[path] < len(path.parts) - 1
        ]
        if not longer:
            return names
        for path in longer:
            wanted[path] += 1


def _name(path: Path, count: int) -> str:
    return storable("/".join(path.parts[-count:]))


def storable(name: str) -> str:
    """The name without what no output could hold: bytes that are not UTF-8 become «\\xd0»."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
