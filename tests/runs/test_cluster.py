"""The Dask engine against a real scheduler and two real worker processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from predlozheno.errors import UsageError
from predlozheno.runs.options import Options
from predlozheno.runs.running import run

SENTENCE = "Российской стороной было предложено создать рабочую группу № {}."


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(*arguments: object, environment: dict[str, str], folder: Path) -> subprocess.Popen:
    """One of Dask's commands as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", *map(str, arguments)]
        if arguments[0] == "--port"
        else [sys.executable, "-m", "distributed.cli.dask_worker", *map(str, arguments)],
        cwd=folder,
        env=os.environ | environment | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "2"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
def cluster(tmp_path, faults):
    """The address of a scheduler, and its two workers."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    environment = faults | {"FAULTS_LOADED": str(tmp_path / "loaded")}
    (tmp_path / "loaded").mkdir()
    quiet = ("--no-dashboard", "--host", "127.0.0.1")
    processes = [start("--port", port, *quiet, environment=environment, folder=tmp_path)]
    processes += [
        start(
            address, *quiet, "--nthreads", 1, "--no-nanny", environment=environment, folder=tmp_path
        )
        for _ in range(2)
    ]
    try:
        yield address, processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


@pytest.mark.slow
def test_a_cluster_gives_the_same_folder_and_outlives_a_killed_worker(
    cluster, tmp_path, faults, monkeypatch
):
    address, workers = cluster
    for name, value in faults.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "протоколы"
    folder.mkdir()
    for number in range(40):
        text = f"slow\n{SENTENCE.format(number)}" if number % 2 else SENTENCE.format(number)
        (folder / f"{number:02}.fault").write_text(text, encoding="utf-8")
    (folder / "20-exit.fault").write_text("exit")
    (folder / "пусто.txt").write_bytes(b"")

    def kill_one(done: int, total: int) -> None:
        if done == 10:
            workers[0].send_signal(signal.SIGKILL)

    options = {"inputs": (str(folder),), "formats": ("csv",)}
    far = run(
        Options(**options, engine="dask", scheduler=address), tmp_path / "far", progress=kill_one
    )
    assert workers[0].wait(10) == -signal.SIGKILL
    assert workers[1].poll() is None
    near = run(Options(**options, workers=2), tmp_path / "near")
    assert (far.documents, far.failed) == (near.documents, near.failed) == (40, 2)
    for path in sorted((tmp_path / "near").rglob("*")):
        if path.is_file() and not path.name.startswith(".predlozheno"):
            twin = tmp_path / "far" / path.relative_to(tmp_path / "near")
            assert path.read_bytes() == twin.read_bytes(), path.name
    # Each Dask worker loaded the models once, and once more after the document that ended its process.
    assert len(list((tmp_path / "loaded").iterdir())) <= 4


def test_a_scheduler_that_is_not_there(tmp_path):
    address = f"tcp://127.0.0.1:{free_port()}"
    (tmp_path / "а.txt").write_text(SENTENCE, encoding="utf-8")
    options = Options((str(tmp_path / "а.txt"),), engine="dask", scheduler=address)
    with pytest.raises(UsageError, match=r"no Dask scheduler answers there"):
        run(options, tmp_path / "run")
    assert not (tmp_path / "run").exists()
