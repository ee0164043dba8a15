"""Natasha's weights packed once into a folder of arrays, memory-mapped from then on."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from predlozheno.errors import ModelsError

Arrays = Mapping[str, NDArray[Any]]

CACHE_VARIABLE = "PREDLOZHENO_CACHE"
# Raise it when what `packing` writes changes.
_FORMAT = 1
_SOURCES = {
    "vectors": "emb/navec_news_v1_1B_250K_300d_100q.tar",
    "morph": "model/slovnet_morph_news_v1.tar",
    "syntax": "model/slovnet_syntax_news_v1.tar",
    "ner": "model/slovnet_ner_news_v1.tar",
}


def sources() -> dict[str, Path]:
    """The files of natasha that hold vectors and networks.

    Raises:
        ModelsError: where natasha is not installed, or without its data.
    """
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ModelsError("natasha is not installed", hint="Install it with: pip install natasha")
    found = {name: Path(spec.origin).parent / "data" / file for name, file in _SOURCES.items()}
    for path in found.values():
        if not path.is_file():
            raise ModelsError(
                f"{path}: natasha's data is missing", hint="Reinstall it: pip install -I natasha"
            )
    return found


def cache_folder() -> Path:
    """Where packed weights are kept: $PREDLOZHENO_CACHE, else the user's folder for caches."""
    if named := os.environ.get(CACHE_VARIABLE):
        return Path(named)
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "predlozheno"


def load_packed(build: Callable[[Mapping[str, Path]], Arrays]) -> Arrays:
    """The packed arrays: mapped from the cache, or built and put there.

    A folder is written beside its place and renamed into it, so that it appears whole or not at all,
    and of two processes that build at once the second takes what the first has put there. Where the
    cache cannot be written, the arrays that were built are used as they are.

    Args:
        build: makes the arrays from natasha's files; called only where the cache holds none of them.
    """
    files = sources()
    folder = cache_folder() / f"weights-{_key(files)}"
    if (known := _mapped(folder)) is not None:
        return known
    arrays = build(files)
    try:
        _write(folder, arrays)
    except OSError:
        return arrays
    return _mapped(folder) or arrays


def _key(files: Mapping[str, Path]) -> str:
    """Changes whenever one of the files does; told by size and time, for they are 30 MB."""
    stats = [(name, path.stat()) for name, path in sorted(files.items())]
    told = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
    return sha256(f"{_FORMAT} {told}".encode()).hexdigest()[:16]


def _mapped(folder: Path) -> Arrays | None:
    """The arrays of a folder, or None where it is not there or damaged."""
    try:
        names = json.loads((folder / "arrays.json").read_text(encoding="utf-8"))
        return {
            name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False).view(
                np.ndarray
            )
            for name in names
        }
    except (OSError, ValueError, EOFError):
        return None


def _write(folder: Path, arrays: Arrays) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, array in arrays.items():
            np.save(beside / f"{name}.npy", array, allow_pickle=False)
        (beside / "arrays.json").write_text(json.dumps(list(arrays)), encoding="utf-8")
        if folder.exists() and _mapped(folder) is None:
            shutil.rmtree(folder, ignore_errors=True)
        try:
            beside.rename(folder)
        except OSError:
            # Another process was faster, and its folder holds the same.
            if not folder.is_dir():
                raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
