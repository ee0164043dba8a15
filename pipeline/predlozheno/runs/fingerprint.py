"""A fingerprint of all that an answer depends on beside its document."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import predlozheno
from predlozheno.reading.readers import Limits
from predlozheno.records.schema import SCHEMA_VERSION
from predlozheno.resources import ENV_VARIABLE, fingerprint, models_dir
from predlozheno.runs.limits import WorkerLimits
from predlozheno.runs.options import Options

# What reads and annotates: another version of it may answer otherwise.
_DEPENDENCIES = "spacy natasha razdel slovnet navec pymorphy2 pymorphy2-dicts-ru numpy".split()


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker process is told before its first document.

    Attributes:
        models: a models folder in place of the package's own, as an absolute path.
        frames: a folder of further frame files, as an absolute path.
        rules_only: whether rules answer without the learned model.
        reading: what a reader takes on.
        limits: what a document may take; they decide whether there is an answer, not which.
    """

    models: str | None
    frames: str | None
    rules_only: bool
    reading: Limits
    limits: WorkerLimits

    @classmethod
    def of(cls, options: Options) -> Setup:
        """What a run's workers are told; a relative path would mean another folder to them."""
        named = options.models or os.environ.get(ENV_VARIABLE)
        models, frames = (
            str(Path(one).absolute()) if one else None for one in (named, options.frames)
        )
        return cls(models, frames, options.rules_only, options.reading, options.limits)

    def to_json(self) -> str:
        """One line of ASCII."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str | bytes) -> Setup:
        """What `to_json` wrote."""
        fields = json.loads(line)
        reading, limits = Limits(**fields.pop("reading")), WorkerLimits(**fields.pop("limits"))
        return cls(**fields, reading=reading, limits=limits)

    def parts(self) -> dict[str, Any]:
        """All that a document's answer depends on beside the document, by name.

        Raises:
            ModelsError: where there is no models folder.
        """
        return {
            "schema_version": SCHEMA_VERSION,
            "version": predlozheno.__version__,
            "models": fingerprint(models_dir(Path(self.models) if self.models else None)),
            "frames": fingerprint(Path(self.frames)) if self.frames else None,
        }

    def key(self) -> str:
        """SHA-256, in hex, over `parts`, the program's own code and what it is built on."""
        built_on = {name: version(name) for name in _DEPENDENCIES}
        options = [self.rules_only, asdict(self.reading)]
        known = json.dumps([self.parts(), options, _code(), built_on], sort_keys=True)
        return hashlib.sha256(known.encode()).hexdigest()


@cache
def _code() -> str:
    """A digest of the program's files: in a checkout the version alone does not tell what changed."""
    folder = Path(predlozheno.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
