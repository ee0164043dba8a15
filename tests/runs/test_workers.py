"""Documents that end or hold the process that works on them touch no other."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Barrier, get_ident

import pytest

from predlozheno.runs.limits import WorkerLimits
from predlozheno.runs.options import Options
from predlozheno.runs.running import run
from predlozheno.runs.workers.crew import Crew
from predlozheno.runs.workers.engines import engine

SENTENCE = "Российской стороной было предложено создать рабочую группу № {}."
MEMORY = 900 * 2**20


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def minutes(tmp_path, faults, monkeypatch):
    for name, value in faults.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "протоколы"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(SENTENCE.format(number), encoding="utf-8")
    return folder


def test_a_document_that_ends_or_holds_its_process_touches_no_other(minutes, tmp_path):
    for fault in ("hang", "exit", "segfault", "memory"):
        (minutes / f"3-{fault}.fault").write_text(fault)
    limits = WorkerLimits(seconds=8, memory=MEMORY)
    result = run(Options((str(minutes),), limits=limits, workers=2), tmp_path / "run")
    assert (result.documents, result.failed) == (6, 4)
    failures = {row["document"]: row for row in rows(tmp_path / "run/failures.jsonl")}
    told = {name: (row["error"], row["message"]) for name, row in failures.items()}
    assert told == {
        "3-exit.fault": (
            "WorkerError",
            "3-exit.fault: ended the process that worked on it (exit code 7)",
        ),
        "3-hang.fault": ("TimeLimitError", "3-hang.fault: gave no answer within 8 s"),
        "3-memory.fault": (
            "MemoryLimitError",
            "3-memory.fault: took more than 900 MB of memory",
        ),
        "3-segfault.fault": (
            "WorkerError",
            "3-segfault.fault: ended the process that worked on it (SIGSEGV)",
        ),
    }
    assert all(row["hint"] for row in failures.values())
    assert len(rows(tmp_path / "run/proposals.jsonl")) == 6


@pytest.mark.parametrize(("inputs", "started"), [(1, 1), (2, 2), (9, 2)])
def test_processes_start_together_and_no_more_than_have_work(inputs, started, monkeypatch):
    threads, both = set(), Barrier(started)

    def start(_crew):
        threads.add(get_ident())
        both.wait(timeout=5)

    monkeypatch.setattr(Crew, "start", start)
    with engine(Options(("протокол.txt",), workers=2)) as local:
        local.check(inputs)
    assert len(threads) == started
