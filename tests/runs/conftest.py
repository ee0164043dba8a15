"""Runs with worker processes of their own, and documents that end or hold them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent / "plugin"


@pytest.fixture(scope="session")
def faults(tmp_path_factory) -> dict[str, str]:
    """The environment of processes in which the plug-in `faults` is an installed package."""
    site = tmp_path_factory.mktemp("site")
    information = site / "faults-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: faults\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text("[predlozheno.plugins]\nfaults = faults\n")
    given = os.environ.get("PYTHONPATH")
    return {"PYTHONPATH": os.pathsep.join(filter(None, [str(site), str(PLUGIN), given]))}
