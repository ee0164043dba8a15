"""Spares a process what `import spacy` loads beside the Doc: its command line, trainable components."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Any

_NAME = "spacy"


def lean_spacy() -> None:
    """Lets spaCy's submodules be imported without what spaCy's package itself would load.

    Whoever then asks the package for more than a submodule (`spacy.load`) gets it: the package is
    loaded at that moment. Nothing happens where spaCy is loaded already, or not installed.
    """
    spec = None if _NAME in sys.modules else find_spec(_NAME)
    if spec is None or spec.loader is None:
        return
    package, loader = module_from_spec(spec), spec.loader

    def asked(name: str) -> Any:
        submodule = f"{_NAME}.{name}"
        if find_spec(submodule):
            return import_module(submodule)
        del package.__dict__["__getattr__"]
        loader.exec_module(package)
        return getattr(package, name)

    package.__dict__["__getattr__"] = asked
    sys.modules[_NAME] = package
