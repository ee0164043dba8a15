"""Reads Russian meeting minutes and gives back a table: who proposed what, to whom, by when.

import predlozheno

nlp = predlozheno.load()
result = nlp.extract("Российской стороной было предложено создать рабочую группу.")
result.to_frame()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from predlozheno.errors import (
    FrameError,
    GoldError,
    ModelsError,
    OutputError,
    PredlozhenoError,
    ReadError,
    UsageError,
)

if TYPE_CHECKING:
    from predlozheno.extractor import Extractor, Result, extract, load
    from predlozheno.proposals import Account
    from predlozheno.reading.document import Document
    from predlozheno.records.schema import (
        Kind,
        Meeting,
        Outcome,
        Party,
        PartySource,
        PartyType,
        Polarity,
        Proposal,
        Role,
        Span,
        Status,
        Target,
        Timing,
        TimingType,
        Vote,
        json_schema,
    )

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Document",
    "Extractor",
    "FrameError",
    "GoldError",
    "Kind",
    "Meeting",
    "ModelsError",
    "Outcome",
    "OutputError",
    "Party",
    "PartySource",
    "PartyType",
    "Polarity",
    "PredlozhenoError",
    "Proposal",
    "ReadError",
    "Result",
    "Role",
    "Span",
    "Status",
    "Target",
    "Timing",
    "TimingType",
    "UsageError",
    "Vote",
    "__version__",
    "extract",
    "json_schema",
    "load",
]

# Where the names live that are imported when first asked for: `import predlozheno` stays instant.
_HOMES = {
    "Account": "predlozheno.proposals",
    "Document": "predlozheno.reading.document",
    "Extractor": "predlozheno.extractor",
    "Result": "predlozheno.extractor",
    "extract": "predlozheno.extractor",
    "load": "predlozheno.extractor",
}
_SCHEMA = "predlozheno.records.schema"


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES.get(name, _SCHEMA)), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
