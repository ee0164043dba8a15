"""Finds the folder models/, reads its YAML files and fingerprints them."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any

from predlozheno.errors import ModelsError

ENV_VARIABLE = "PREDLOZHENO_MODELS"
_PACKAGE = Path(__file__).resolve().parent


def models_dir(override: Path | None = None) -> Path:
    """The folder models/: the override, else $PREDLOZHENO_MODELS, else the wheel's, else the checkout's.

    Raises:
        ModelsError: where none of these is a folder that holds `frames/`; lists the places looked at.
    """
    named = override or (Path(value) if (value := os.environ.get(ENV_VARIABLE)) else None)
    places = [named] if named else [_PACKAGE / "models", _PACKAGE.parents[1] / "models"]
    for place in places:
        if (place / "frames").is_dir():
            return place
    looked = ", ".join(str(place) for place in places)
    raise ModelsError(
        f"no models folder with frames/ in it; looked at: {looked}",
        hint=f"Name one with --models or {ENV_VARIABLE}, or reinstall predlozheno",
    )


def read_yaml(path: Path) -> Any:
    """The content of a YAML file, parsed safely.

    Raises:
        ModelsError: where the file is missing, is not UTF-8 or is not YAML; names file and line.
    """
    import yaml

    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_loader())
    except (OSError, UnicodeDecodeError) as error:
        raise ModelsError(f"{path}: cannot be read ({error})") from error
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise ModelsError(
            f"{path}: not valid YAML ({reason})", hint="Mind the indents and quotes"
        ) from error


@cache
def gazetteer(name: str) -> dict[str, Any]:
    """`models/gazetteers/<name>.yaml`, read once a process.

    Raises:
        ModelsError: where the file is missing or is no mapping.
    """
    path = models_dir() / "gazetteers" / f"{name}.yaml"
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise ModelsError(f"{path}: a mapping is expected at the top")
    return content


def fingerprint(folder: Path) -> str:
    """SHA-256, in hex, over names and bytes of all files below `folder`, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _loader() -> Any:
    import yaml

    # The C parser is ten times faster, and the frame files are most of what a cold start parses.
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
