"""Everything this package raises on purpose.

PredlozhenoError            what went wrong, where, and what to do about it
├── UsageError              the call is wrong: a missing path, an unknown format or kind
├── ReadError               a file could not be read as minutes
├── WorkerError             a document ended the process that worked on it
│   ├── TimeLimitError      it took more time than it may
│   └── MemoryLimitError    it took more memory than it may
├── ModelsError             models/ is missing or damaged
│   └── FrameError          a frame file breaks a rule of the frame format
├── GoldError               a gold file breaks a rule, or quotes what its text does not hold
└── OutputError             a run folder could not be written, or is in use
"""

from __future__ import annotations


class PredlozhenoError(Exception):
    """Base of all errors of this package.

    Args:
        message: one line that says what is wrong and where.
        hint: one line that says what to do about it; empty where the message says it all.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message


class UsageError(PredlozhenoError):
    """The call itself is wrong: a missing path, an unknown format or kind."""


class ReadError(PredlozhenoError):
    """A file could not be read as minutes."""


class WorkerError(PredlozhenoError):
    """A document ended the process that worked on it; the others are not touched."""


class TimeLimitError(WorkerError):
    """A document took more time than it may."""


class MemoryLimitError(WorkerError):
    """A document took more memory than it may."""


class ModelsError(PredlozhenoError):
    """The folder models/ is missing, or a file in it is damaged."""


class FrameError(ModelsError):
    """A frame file breaks a rule of the frame format."""


class GoldError(PredlozhenoError):
    """A gold file breaks a rule, or quotes what its text does not hold."""


class OutputError(PredlozhenoError):
    """A run folder could not be written, or another run is using it."""
