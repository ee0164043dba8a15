"""spaCy without its command line and trained components, until somebody asks for them.

`import spacy` loads everything that spaCy can do, which takes longer than all the rest of a cold start.
A Doc needs half of that. So the package `spacy` is put in place unexecuted: its submodules can be
imported as ever, and the first use of a name of its own (`spacy.blank`, `spacy.Language`) executes it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


class _Unexecuted(ModuleType):
    """A package that runs its own code when it is first asked for what it does not have."""

    def __getattr__(self, name: str) -> Any:
        spec = self.__spec__
        if (name.startswith("__") and name != "__version__") or spec is None or spec.loader is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        if find_spec(f"{self.__name__}.{name}") is not None:
            return import_module(f"{self.__name__}.{name}")
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec.loader.exec_module(self)
        return getattr(self, name)


def defer_spacy() -> None:
    """Puts spaCy in place unexecuted, unless it is loaded already."""
    if "spacy" in sys.modules:
        return
    spec = find_spec("spacy")
    if spec is not None:
        package = module_from_spec(spec)
        package.__class__ = _Unexecuted
        sys.modules["spacy"] = package
