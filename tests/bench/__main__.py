"""Times predlozheno beside what one would use instead: `make bench`, `make bench TEXTS=folder`.

Each measurement is a process of its own with cold caches, on one core; the contestants take turns,
so that a slow minute of the machine slows all of them. Told are CPU seconds, medians over the rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import peers

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SMALL = ROOT / "corpus" / "texts" / "drrk-politics.txt"
STOCK_LOAD = "import spacy, sys; sys.path.insert(0, sys.argv[1]); import peers; peers.natasha()"


def main() -> None:
    """Runs everything and prints two tables in Markdown."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("texts", type=Path, help="a folder of texts")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=peers.available())
    arguments = parser.parse_args()
    paths = sorted(path for path in arguments.texts.rglob("*") if path.suffix in (".txt", ".md"))
    if not paths:
        parser.error(f"{arguments.texts}: holds no .txt and no .md")
    print(_machine())
    print(_throughput(paths, arguments.only, arguments.rounds))
    print(_cold_start(arguments.rounds))


def _machine() -> str:
    names = ("spacy", "natasha", "numpy", "pymorphy2", "yargy", "predlozheno")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    return (
        f"\nPython {platform.python_version()}, {platform.machine()}, {_processor()}; {versions}\n"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    name = next((line.partition(":")[2].strip() for line in lines if "model name" in line), "")
    return f"{os.cpu_count()} × {name}"


def _throughput(paths: list[Path], names: list[str], rounds: int) -> str:
    measured: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            measured[name].append(_measure(name, paths))
    tokens = measured[names[0]][0]["tokens"]
    size = sum(path.stat().st_size for path in paths) / 1e6
    rows = [f"{len(paths)} files, {size:.1f} MB, {tokens:,} tokens, {rounds} rounds\n"]
    rows += ["| | CPU s | µs a token | against Natasha | peak MB |", "|---|---|---|---|---|"]
    stock = [one["cpu"] for one in measured.get("natasha", [])]
    for name in names:
        seconds = [one["cpu"] for one in measured[name]]
        # Pair by pair, for the machine's speed drifts.
        ratios = [one / other for one, other in zip(stock, seconds, strict=False)]
        ratio = f"{median(ratios):.1f} ×" if ratios else ""
        peak = median(one["peak"] for one in measured[name])
        micro = median(seconds) / tokens * 1e6
        title = peers.CONTESTANTS[name][0]
        rows.append(f"| {title} | {median(seconds):.1f} | {micro:.1f} | {ratio} | {peak:.0f} |")
    return "\n".join(rows)


def _measure(name: str, paths: list[Path]) -> dict[str, Any]:
    command = [sys.executable, str(HERE / "once.py"), name]
    ended = subprocess.run(
        command, input=json.dumps([str(path) for path in paths]), stdout=subprocess.PIPE, text=True
    )
    if ended.returncode:
        sys.exit(f"{name} failed")
    measured: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return measured


def _cold_start(rounds: int) -> str:
    program = [sys.executable, "-m", "predlozheno"]
    out = ROOT / "outputs" / "runs" / "bench"
    commands = {
        "loading spaCy and Natasha's models": [sys.executable, "-c", STOCK_LOAD, str(HERE)],
        "`predlozheno extract` of one small file": [*program, "extract", SMALL, "--out", out],
        "`predlozheno --help`": [*program, "--help"],
    }
    results: dict[str, list[tuple[float, float, float]]] = {title: [] for title in commands}
    for _ in range(rounds + 1):
        for title, command in commands.items():
            # What an earlier round has done would be left alone.
            shutil.rmtree(out, ignore_errors=True)
            results[title].append(_whole([str(part) for part in command]))
    rows = ["\n| | CPU s | wall s | peak MB |", "|---|---|---|---|"]
    for title, found in results.items():
        # The first round fills the file caches.
        cpu, wall, peak = (median(column) for column in zip(*found[1:], strict=True))
        rows.append(f"| {title} | {cpu:.2f} | {wall:.2f} | {peak:.0f} |")
    return "\n".join(rows)


def _whole(command: list[str]) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak MB of a process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
