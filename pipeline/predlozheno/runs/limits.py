"""What one document may take of the process that works on it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from predlozheno.errors import UsageError

SECONDS = 300.0
MEMORY = "2G"

_UNITS = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30, "T": 2**40}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)(?:I?B)?", re.IGNORECASE)


def size(text: str) -> int:
    """The bytes that «500M», «2G» or «1048576» names.

    Raises:
        UsageError: where it names none.
    """
    found = _SIZE.fullmatch(text.strip())
    if not found or not (number := int(float(found[1]) * _UNITS[found[2].upper()])):
        raise UsageError(f"{text!r} is no size", hint="Write it as 500M or 2G")
    return number


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """Limits for each document; a worker that breaks one is ended, and the document fails.

    Attributes:
        seconds: of waiting for its answer.
        memory: resident bytes of the worker process, models included.
    """

    seconds: float = SECONDS
    memory: int = size(MEMORY)

    def __post_init__(self) -> None:
        if not self.seconds > 0:
            raise UsageError(f"a time limit of {self.seconds:g} s", hint="Give more than 0 seconds")
