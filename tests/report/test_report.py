from __future__ import annotations

import os

import pytest

from predlozheno.errors import UsageError
from predlozheno.report import compare_runs, latest_run, load_run, previous_run, show
from predlozheno.runs.running import Options, run

SENTENCE = "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."


@pytest.fixture
def folder(tmp_path, simple_stages):
    minutes = tmp_path / "in"
    minutes.mkdir()
    (minutes / "а.txt").write_bytes(f"Слушали.\r\n{SENTENCE}\r\n\u2028{SENTENCE}".encode())
    (minutes / "пусто.txt").write_bytes(b"")
    run(Options((str(minutes),)), tmp_path / "runs" / "one")
    return tmp_path / "runs" / "one"


def test_a_run_is_read_back(folder):
    loaded = load_run(folder)
    assert len(loaded.proposals) == len(loaded.table) == 2
    assert loaded.documents["document"].tolist() == ["а.txt"]
    assert loaded.failures["document"].tolist() == ["пусто.txt"]
    assert loaded.manifest["counts"]["failed"] == 1
    content = loaded.proposals[0].content
    assert loaded.source("а.txt")[content.start : content.end] == content.text


def test_a_record_and_a_document_are_shown_marked(folder):
    loaded = load_run(folder)
    one = show(loaded, loaded.table["id"][1])._repr_html_()
    assert one.count("font-weight:600") == 1 + 1  # in the legend, and the trigger
    assert show(loaded, "а.txt")._repr_html_().count("font-weight:600") == 1 + 2


def test_what_is_not_there_is_named(folder):
    with pytest.raises(UsageError, match=r"no record and no document 'б\.txt'"):
        show(load_run(folder), "б.txt")


def test_the_latest_run_is_the_one_finished_last(folder, tmp_path):
    run(Options((str(tmp_path / "in"),)), tmp_path / "runs" / "another")
    os.utime(folder / "manifest.json", (4e9, 4e9))
    assert latest_run(tmp_path / "runs").folder == folder


def test_a_run_is_compared_with_the_one_before(folder, tmp_path):
    (tmp_path / "in" / "а.txt").write_text(f"{SENTENCE} {SENTENCE} {SENTENCE}", encoding="utf-8")
    run(Options((str(tmp_path / "in"),)), tmp_path / "runs" / "later")
    os.utime(folder / "manifest.json", (0, 0))
    later = load_run(tmp_path / "runs" / "later")
    before = previous_run(later)
    assert before is not None
    assert before.folder == folder
    assert previous_run(before) is None
    changes = compare_runs(before, later)
    assert sorted(changes["change"]) == ["added", "changed", "changed"]
    assert set(changes["document"]) == {"а.txt"}
    assert compare_runs(later, later).empty


def test_without_runs_the_way_to_make_one_is_told(tmp_path):
    with pytest.raises(UsageError, match="predlozheno extract INPUT"):
        latest_run(tmp_path)
    with pytest.raises(UsageError, match="holds no finished run"):
        load_run(tmp_path)
    with pytest.raises(UsageError, match="there is no such folder"):
        load_run(tmp_path / "none")
