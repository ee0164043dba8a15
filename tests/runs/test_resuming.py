"""The same command into the same folder does only what is new or changed."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from predlozheno.errors import FrameError, OutputError
from predlozheno.runs import running
from predlozheno.runs.inputs import collect
from predlozheno.runs.options import Options
from predlozheno.runs.running import run
from predlozheno.runs.store import STORE
from predlozheno.runs.workers import engines

SENTENCE = "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."
pytestmark = pytest.mark.usefixtures("simple_stages")


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "протоколы"
    folder.mkdir()
    for name in ("а", "б", "в"):
        (folder / f"{name}.txt").write_text(f"{name}. {SENTENCE}", encoding="utf-8")
    return folder


@pytest.fixture
def extract(minutes, tmp_path, monkeypatch):
    """Runs over the folder into one run folder: the result, and which documents were worked on."""
    inline = engines.engine

    def call(**options):
        worked = []

        def watched(asked):
            def noting(entries):
                listed = list(entries)
                worked.extend(entry.name for entry in listed)
                return iter(listed)

            context = inline(asked)

            class Watched:
                def __enter__(self):
                    engine = context.__enter__()
                    return engines.Engine(
                        engine.check, lambda entries: engine.answers(noting(entries))
                    )

                def __exit__(self, *error):
                    return context.__exit__(*error)

            return Watched()

        monkeypatch.setattr(engines, "engine", watched)
        return run(Options((str(minutes),), **options), tmp_path / "run"), worked

    return call


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if not path.name.startswith(".")
    }


def test_nothing_changed_nothing_done(extract, tmp_path):
    assert extract()[1] == ["а.txt", "б.txt", "в.txt"]
    before = contents(tmp_path / "run")
    result, worked = extract()
    assert (worked, result.reused, result.documents) == ([], 3, 3)
    assert contents(tmp_path / "run") == before


def test_only_what_is_new_or_changed_is_done(extract, minutes, tmp_path):
    extract()
    (minutes / "а.txt").write_text(f"Иначе. {SENTENCE}", encoding="utf-8")
    (minutes / "г.txt").write_text(f"г. {SENTENCE}", encoding="utf-8")
    (minutes / "в.txt").unlink()
    result, worked = extract()
    assert worked == ["а.txt", "г.txt"]
    assert result.reused == 1
    assert {row["document"] for row in rows(tmp_path / "run/proposals.jsonl")} == {
        "а.txt",
        "б.txt",
        "г.txt",
    }
    sources = {path.name for path in (tmp_path / "run/sources").iterdir()}
    assert sources == {"а.txt.txt", "б.txt.txt", "г.txt.txt"}


def test_what_the_answer_depends_on_does_all_anew(extract, monkeypatch):
    extract()
    assert len(extract(rules_only=True)[1]) == 3
    monkeypatch.setattr("predlozheno.__version__", "99")
    assert len(extract(rules_only=True)[1]) == 3


def test_what_only_the_table_depends_on_does_nothing_anew(extract, tmp_path):
    extract()
    result, worked = extract(kinds=("decision",), formats=("csv",), lang="ru", workers=7)
    assert (worked, result.kinds.total()) == ([], 0)
    assert rows(tmp_path / "run/documents.jsonl")[0]["records"] == 0
    assert extract()[0].kinds.total() == 3


def test_a_source_that_was_lost_is_made_again(extract, tmp_path):
    extract()
    (tmp_path / "run/sources/б.txt.txt").write_bytes(b"")
    assert extract()[1] == ["б.txt"]
    assert (tmp_path / "run/sources/б.txt.txt").stat().st_size > 0


def test_a_fault_of_the_content_stays_and_any_other_is_tried_again(extract, minutes):
    (minutes / "пусто.txt").write_bytes(b"")
    (minutes / "сбой.txt").write_text("СБОЙ", encoding="utf-8")
    assert extract()[0].failed == 2
    result, worked = extract()
    assert (worked, result.failed) == (["сбой.txt"], 2)


def test_a_run_that_was_ended_goes_on(extract, minutes, tmp_path):
    def stop(done, total):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(Options((str(minutes),)), tmp_path / "run", progress=stop)
    assert not (tmp_path / "run/manifest.json").exists()
    assert extract()[1] == ["в.txt"]
    run(Options((str(minutes),)), tmp_path / "whole")
    assert contents(tmp_path / "run") == contents(tmp_path / "whole")


def test_a_file_that_goes_while_the_run_goes_on_is_a_failure(minutes, tmp_path):
    def take_away(done, total):
        (minutes / "в.txt").unlink(missing_ok=True)

    result = run(Options((str(minutes),)), tmp_path / "run", progress=take_away)
    assert (result.documents, result.failed) == (2, 1)
    (failure,) = rows(tmp_path / "run/failures.jsonl")
    assert failure["document"] == "в.txt"
    assert failure["message"].startswith("в.txt: cannot be opened")


def test_the_order_of_the_files_is_nothing_to_the_result(minutes, tmp_path, monkeypatch):
    run(Options((str(minutes),)), tmp_path / "one")

    def reversed_inputs(*arguments):
        found = collect(*arguments)
        found.files.reverse()
        return found

    monkeypatch.setattr(running, "collect", reversed_inputs)
    run(Options((str(minutes),)), tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_members_of_an_archive_are_documents(extract, minutes, tmp_path):
    with zipfile.ZipFile(minutes / "архив.zip", "w") as archive:
        archive.writestr("2024/д.txt", f"д. {SENTENCE}")
        archive.writestr("../наружу.txt", SENTENCE)
        archive.writestr("__MACOSX/._д.txt", "x")
    result, worked = extract()
    assert worked == ["а.txt", "архив.zip!/2024/д.txt", "б.txt", "в.txt"]
    assert (result.failed, result.skipped) == (1, 1)
    assert (tmp_path / "run/sources/архив.zip!/2024/д.txt.txt").is_file()
    assert extract()[1] == []
    with zipfile.ZipFile(minutes / "архив.zip", "a") as archive:
        archive.writestr("е.txt", SENTENCE)
    assert extract()[1] == ["архив.zip!/2024/д.txt", "архив.zip!/е.txt"]


def test_damaged_frames_leave_the_finished_tables_alone(extract, minutes, tmp_path):
    extract()
    before = contents(tmp_path / "run")
    frames = tmp_path / "frames"
    frames.mkdir()
    (frames / "a.yaml").write_text("- id: x\n", encoding="utf-8")
    with pytest.raises(FrameError):
        extract(frames=frames)
    assert contents(tmp_path / "run") == before


def test_a_damaged_memory_is_named(extract, tmp_path):
    extract()
    (tmp_path / "run" / STORE).write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    with pytest.raises(OutputError, match=r"cannot be used .*\. .*delete the file"):
        extract()
