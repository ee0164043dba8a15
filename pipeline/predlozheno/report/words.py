"""The kinds and statuses in Russian, for captions."""

from __future__ import annotations

from predlozheno.records.captions import named
from predlozheno.records.schema import Kind, Status

KINDS = {kind: named(kind.value, "ru") for kind in Kind}
STATUSES = {status: named(status.value, "ru") for status in Status}
