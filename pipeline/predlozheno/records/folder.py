"""What a run folder's parts are called, for those who write it and those who read it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath

RUNS = Path("outputs", "runs")
TABLE = "proposals"
CANONICAL = "jsonl"
DOCUMENTS = "documents.jsonl"
FAILURES = "failures.jsonl"
MANIFEST = "manifest.json"
SOURCES = "sources"

_MAX_BYTES = 200
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]|[. ]$')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def source_path(document: str) -> PurePosixPath:
    """Where a document's text lies below `sources/`: its name with `.txt`, as far as disks allow.

    A part that leads out of the folder, that some system forbids or that is too long is rewritten,
    with a piece of the name's hash so that no two documents share a file.
    """
    parts = [*document.split("/")[:-1], document.split("/")[-1] + ".txt"]
    safe = [_safe(part) for part in parts]
    if safe != parts:
        digest = hashlib.sha256(document.encode()).hexdigest()[:12]
        safe[-1] = f"{safe[-1].removesuffix('.txt')}~{digest}.txt"
    return PurePosixPath(*safe)


def _safe(part: str) -> str:
    if part in {"", ".", ".."} or _DEVICES.match(part):
        return f"_{part.replace('.', '_')}"
    clean = _NOT_IN_FILE_NAMES.sub("_", part)
    return clean.encode()[:_MAX_BYTES].decode(errors="ignore")
