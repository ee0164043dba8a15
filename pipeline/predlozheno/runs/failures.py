"""What is told of an input that did not make it into the table."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from predlozheno.errors import PredlozhenoError


@dataclass(frozen=True, slots=True)
class Failure:
    """A line of `failures.jsonl`: the document, the kind of error, what is wrong and what to do."""

    document: str
    error: str
    message: str
    hint: str

    @classmethod
    def of(cls, document: str, error: Exception) -> Failure:
        """The failure that `error` is. One that is not of this package is a fault of this package."""
        if isinstance(error, PredlozhenoError):
            return cls(document, type(error).__name__, error.message, error.hint)
        *_, last = traceback.extract_tb(error.__traceback__) or [None]
        where = f" in {Path(last.filename).name}:{last.lineno}" if last else ""
        reason = f"{type(error).__name__}{where}: {error}"
        return cls(
            document,
            type(error).__name__,
            f"{document}: the program failed on this document ({reason})",
            "Please report it, with the document if it may be shown",
        )
