"""Large packages of which a few modules are loaded now, and the rest when somebody asks for it.

`import spacy` loads everything that spaCy can do, which takes longer than all the rest of a cold start;
a Doc needs half of that. So the modules named are imported while their package's own code has not run.
It runs at the first use of anything else of the package: a name of its own, or another module of it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


class _Opening(ModuleType):
    """A package while its first modules are imported: it has its modules, and no names of its own."""

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("__") and find_spec(f"{self.__name__}.{name}") is not None:
            return import_module(f"{self.__name__}.{name}")
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")


class _Asleep(ModuleType):
    """A package that runs its own code when it is first asked for something.

    Without `__path__` it is also asked when another of its modules is to be imported.
    """

    def __getattr__(self, name: str) -> Any:
        spec = self.__spec__
        special = name.startswith("__") and name not in ("__path__", "__version__")
        if special or spec is None or spec.loader is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        self.__path__ = list(spec.submodule_search_locations or [])
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec.loader.exec_module(self)
        return getattr(self, name)


def load_parts(name: str, *modules: str) -> None:
    """Imports modules of a package and leaves the package itself asleep.

    Nothing happens where the package is loaded already, or not installed.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is None:
        return
    package = module_from_spec(spec)
    package.__class__ = _Opening
    sys.modules[name] = package
    for module in modules:
        import_module(f"{name}.{module}")
    del package.__path__
    package.__class__ = _Asleep
