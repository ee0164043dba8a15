"""The fault run: three hundred files, thirty of them hostile or broken, and a run killed half-way."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from broken import BROKEN, GOOD, SENTENCE, write_broken, write_good

from predlozheno.runs.store import STORE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="links and SIGKILL"),
]


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def published(folder: Path) -> dict[str, bytes]:
    """Every file of a run folder but the run's own memory."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".predlozheno")
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The folder, and the names that must fail."""
    folder = tmp_path_factory.mktemp("протоколы")
    write_good(folder)
    return folder, write_broken(folder)


@pytest.fixture
def start(hostile, faults):
    """Starts the command over the folder, with a number of workers, into a run folder."""

    def call(out: Path, workers: int) -> subprocess.Popen:
        command = ["extract", hostile[0], "--out", out, "--workers", workers, "--timeout", 6]
        return subprocess.Popen(
            [sys.executable, "-m", "predlozheno", *map(str, command), "--format", "csv,parquet"],
            env=os.environ | faults | {"PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    return call


def test_every_good_document_is_right_and_every_other_is_named(hostile, start, tmp_path):
    _, broken = hostile
    whole = start(tmp_path / "whole", 2)
    told, _ = whole.communicate(timeout=900)
    assert whole.returncode == 3
    assert f"{GOOD} documents, {GOOD} records (proposal {GOOD}), {BROKEN} failed" in told

    records = rows(tmp_path / "whole/proposals.jsonl")
    wanted = {SENTENCE.format(number) for number in range(GOOD)}
    assert {record["evidence"]["text"] for record in records} == wanted
    assert {record["content"]["text"][:-1].rstrip("0123456789") for record in records} == {
        "создать рабочую группу № "
    }
    failures = {row["document"]: row for row in rows(tmp_path / "whole/failures.jsonl")}
    assert len(broken) == BROKEN
    assert failures.keys() == broken
    assert all(row["message"] and row["hint"] for row in failures.values())

    # Another run is killed when it has done some of the work, with other workers, and goes on.
    killed = start(tmp_path / "killed", 1)
    while killed.poll() is None and len(list((tmp_path / "killed/sources").rglob("*.txt"))) < 60:
        time.sleep(0.05)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert not (tmp_path / "killed/manifest.json").exists()
    known = committed(tmp_path / "killed")
    assert known >= 59
    resumed = start(tmp_path / "killed", 2)
    told, _ = resumed.communicate(timeout=900)
    assert f"{known} unchanged since the last run" in told
    assert published(tmp_path / "killed") == published(tmp_path / "whole")


def committed(out: Path) -> int:
    """How many documents a killed run remembers for good."""
    connection = sqlite3.connect(out / STORE)
    try:
        query = "SELECT count(*) FROM documents WHERE key IS NOT NULL AND key <> ''"
        return connection.execute(query).fetchone()[0]
    finally:
        connection.close()
