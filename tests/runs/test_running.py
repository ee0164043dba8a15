from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pandas as pd
import pytest

from predlozheno.errors import OutputError, UsageError
from predlozheno.records import writers
from predlozheno.records.writers import jsonl
from predlozheno.runs import atomic
from predlozheno.runs.lock import locked
from predlozheno.runs.options import Options
from predlozheno.runs.running import run

SENTENCE = "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."
pytestmark = pytest.mark.usefixtures("simple_stages")


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "протоколы"
    (folder / "2025").mkdir(parents=True)
    (folder / "а.txt").write_bytes(f"Слушали.\r\n{SENTENCE}\r\n".encode())
    (folder / "2025" / "б.md").write_text(f"{SENTENCE}\n{SENTENCE}", encoding="utf-8")
    return folder


def extract(folder: Path, out: Path, **options) -> None:
    run(Options((str(folder),), **options), out)


def test_the_run_folder_holds_what_the_design_lists(minutes, tmp_path):
    out = tmp_path / "run"
    extract(minutes, out, formats=("csv", "parquet", "xlsx"))
    held = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert held == {
        ".predlozheno.lock",
        ".predlozheno.sqlite",
        "proposals.jsonl",
        "proposals.csv",
        "proposals.parquet",
        "proposals.xlsx",
        "documents.jsonl",
        "failures.jsonl",
        "manifest.json",
        "sources/а.txt.txt",
        "sources/2025/б.md.txt",
    }
    records = list(jsonl.records(out / "proposals.jsonl"))
    assert [record.document for record in records] == ["2025/б.md", "2025/б.md", "а.txt"]
    pd.testing.assert_frame_equal(
        writers.read(out / "proposals.csv"), writers.read(out / "proposals.parquet")
    )


def test_sources_keep_their_line_ends_and_offsets_point_into_them(minutes, tmp_path):
    extract(minutes, tmp_path / "run")
    stored = (tmp_path / "run/sources/а.txt.txt").read_bytes()
    assert stored == (minutes / "а.txt").read_bytes()
    record = list(jsonl.records(tmp_path / "run/proposals.jsonl"))[-1]
    content = record.content
    assert stored.decode()[content.start : content.end] == content.text


def test_documents_and_manifest(minutes, tmp_path):
    (minutes / "копия.txt").write_bytes((minutes / "а.txt").read_bytes())
    (minutes / "чай.txt").write_text("Хозяйка предложила чаю.", encoding="utf-8")
    (minutes / "пусто.txt").write_bytes(b"")
    (minutes / "~$а.docx").write_bytes(b"x")
    extract(minutes, tmp_path / "run", kinds=("proposal",))
    documents = {row["document"]: row for row in rows(tmp_path / "run/documents.jsonl")}
    assert list(documents) == sorted(documents)
    assert documents["копия.txt"]["same_text_as"] == "а.txt"
    assert documents["а.txt"]["same_text_as"] is None
    assert documents["2025/б.md"] | {"sha256": ""} == {
        "document": "2025/б.md",
        "sha256": "",
        "format": "markdown",
        "encoding": "utf-8",
        "characters": 2 * len(SENTENCE) + 1,
        "pages": None,
        "meeting": {
            "title": None,
            "body": None,
            "number": None,
            "date": "2025-02-03",
            "place": None,
        },
        "records": 2,
        "same_text_as": None,
    }
    manifest = json.loads((tmp_path / "run/manifest.json").read_text(encoding="utf-8"))
    counts = manifest["counts"]
    assert (counts["documents"], counts["skipped"], counts["failed"]) == (4, 1, 1)
    assert counts["records"]["proposal"] == 4
    assert counts["trigger_sentences"] == {"taken": 4, "refused": {"everyday": 1}, "undecided": 0}
    assert manifest["options"]["kinds"] == ["proposal"]
    assert len(manifest["models"]) == 64


def test_one_failure_touches_no_other_document(minutes, tmp_path):
    (minutes / "битый.txt").write_bytes(b"%PDF-1.7 not a text")
    (minutes / "неизвестный.xyz").write_bytes(b"?")
    (minutes / "сбой.txt").write_text("СБОЙ", encoding="utf-8")
    (minutes / "нули.txt").write_bytes(bytes(range(256)))
    extract(minutes, tmp_path / "run")
    failures = {row["document"]: row for row in rows(tmp_path / "run/failures.jsonl")}
    assert list(failures) == ["битый.txt", "неизвестный.xyz", "нули.txt", "сбой.txt"]
    assert all(row.keys() == {"document", "error", "message", "hint"} for row in failures.values())
    assert all(row["message"].startswith(name) for name, row in failures.items())
    assert all(row["hint"] for row in failures.values())
    assert failures["битый.txt"]["error"] == "ReadError"
    assert failures["сбой.txt"]["error"] == "RuntimeError"
    assert "(RuntimeError in conftest.py:" in failures["сбой.txt"]["message"]
    assert len(rows(tmp_path / "run/proposals.jsonl")) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read all")
def test_files_and_folders_without_rights_are_failures(minutes, tmp_path):
    (minutes / "а.txt").chmod(0)
    (minutes / "2025").chmod(0)
    (minutes / "в.txt").write_text(SENTENCE, encoding="utf-8")
    try:
        extract(minutes, tmp_path / "run")
    finally:
        (minutes / "2025").chmod(0o755)
    messages = [row["message"] for row in rows(tmp_path / "run/failures.jsonl")]
    assert any("2025: cannot be listed" in message for message in messages)
    assert any("а.txt: cannot be opened" in message for message in messages)


def test_the_folder_holds_exactly_the_last_inputs(minutes, tmp_path):
    out = tmp_path / "run"
    extract(minutes, out, formats=("csv", "xlsx"))
    (minutes / "а.txt").unlink()
    extract(minutes, out, formats=("parquet",))
    assert not (out / "proposals.csv").exists()
    assert not (out / "sources/а.txt.txt").exists()
    assert {row["document"] for row in rows(out / "proposals.jsonl")} == {"2025/б.md"}


def test_two_runs_of_the_same_inputs_are_the_same_bytes(minutes, tmp_path):
    for name in ("one", "two"):
        extract(minutes, tmp_path / name, formats=("csv", "xlsx"))
    for path in sorted((tmp_path / "one").rglob("*.*")):
        if path.is_file():
            twin = tmp_path / "two" / path.relative_to(tmp_path / "one")
            assert path.read_bytes() == twin.read_bytes(), path.name


def test_only_the_kinds_asked_for_are_kept(minutes, tmp_path):
    extract(minutes, tmp_path / "run", kinds=("decision",))
    assert rows(tmp_path / "run/proposals.jsonl") == []


def test_progress_is_told(minutes, tmp_path):
    told = []
    run(Options((str(minutes),)), tmp_path / "run", progress=lambda *step: told.append(step))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_folder_with_other_files_is_left_alone(minutes, tmp_path):
    out = tmp_path / "letters"
    out.mkdir()
    (out / "письмо.txt").write_text("Дорогой друг!", encoding="utf-8")
    with pytest.raises(OutputError, match="holds files that are not of a run"):
        extract(minutes, out)
    assert [path.name for path in out.iterdir()] == ["письмо.txt"]


def test_an_output_folder_that_cannot_be_made(minutes, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match=r"cannot be written \(Not a directory\)"):
        extract(minutes, tmp_path / "file" / "run")
    with pytest.raises(OutputError, match="is a file, not a folder"):
        extract(minutes, tmp_path / "file")


def test_a_second_run_is_kept_out(minutes, tmp_path):
    out = tmp_path / "run"
    extract(minutes, out)
    before = (out / "manifest.json").read_bytes()
    with locked(out), pytest.raises(OutputError, match="another run is writing into this folder"):
        extract(minutes, out)
    assert (out / "manifest.json").read_bytes() == before
    extract(minutes, out)


def test_unknown_kinds_and_formats_list_the_known():
    with pytest.raises(
        UsageError, match=r"unknown kind 'wishes'\. Known: proposal, recommendation"
    ):
        Options(("x",), kinds=("wishes",))
    with pytest.raises(UsageError, match=r"unknown format 'doc'\. Known: csv, parquet, xlsx"):
        Options(("x",), formats=("doc",))


def test_a_file_that_fails_half_way_leaves_the_old_one(tmp_path):
    path = tmp_path / "table.csv"
    atomic.write_bytes(path, b"old")

    def fail_half_way():
        with atomic.replacing(path) as temporary:
            temporary.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["table.csv"]
