"""The commands that lead from a run to a report, to annotation tools, and back into gold."""

from __future__ import annotations

import json

import pytest

from predlozheno.cli import main
from predlozheno.gold.loading import gold_files, load


@pytest.fixture
def run(capsys):
    """Runs the command line: exit code, what went to stdout, what went to stderr."""

    def call(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return ended.value.code or 0, *capsys.readouterr()

    return call


def test_report_writes_into_the_run_or_elsewhere(run, council, tmp_path):
    code, out, _ = run("report", council)
    assert (code, out) == (0, f"6 records written to {council / 'report.html'}\n")
    assert "было предложено" in (council / "report.html").read_text(encoding="utf-8")
    code, _, _ = run("report", council, "--out", tmp_path / "там" / "page.html")
    assert code == 0
    assert (tmp_path / "там" / "page.html").read_bytes() == (council / "report.html").read_bytes()


def test_report_of_no_run_tells_how_to_make_one(run, tmp_path):
    code, _, told = run("report", tmp_path)
    assert code == 2
    assert "holds no finished run" in told
    assert "predlozheno extract INPUT" in told


def test_a_report_that_cannot_be_written(run, council, tmp_path):
    (tmp_path / "занято").write_bytes(b"")
    code, _, told = run("report", council, "--out", tmp_path / "занято" / "page.html")
    assert code == 2
    assert told.startswith("error: ")
    assert "cannot be written" in told


@pytest.mark.parametrize("tool", ["label-studio", "brat"])
def test_what_is_lent_comes_back_as_gold(run, council, garden_text, tmp_path, tool):
    code, out, _ = run("gold", "export", council, "--format", tool)
    assert code == 0
    assert f"3 documents written to {council / tool}" in out
    back = council / tool
    if tool == "label-studio":
        assert (back / "interface.xml").read_text().startswith("<View>")
        tasks = json.loads((back / "tasks.json").read_text(encoding="utf-8"))
        tasks[2]["annotations"] = tasks[2]["predictions"]
        back = tmp_path / "export.json"
        back.write_text(json.dumps(tasks), encoding="utf-8")
    code, out, told = run("gold", "import", back, "--out", tmp_path / "gold")
    assert code == 0
    assert "сад.txt: 1 record, 0 hard negatives, 0 not scored\n" in out
    assert ("left out, nobody has annotated it: пусто.txt" in told) is (tool == "label-studio")
    assert f"predlozheno evaluate {tmp_path / 'gold'}" in out
    gold = next(one for one in map(load, gold_files([tmp_path / "gold"])) if one.stem == "сад")
    (record,) = gold.records
    assert gold.source == garden_text
    assert garden_text[slice(*record.content[0].extent)] == "чинить забор"
    assert [target.role for target in record.targets] == ["addressee"]


def test_import_writes_over_only_when_told(run, council, tmp_path):
    run("gold", "export", council, "--format", "brat")
    again = ("gold", "import", council / "brat", "--out", tmp_path / "gold")
    assert run(*again)[0] == 0
    code, _, told = run(*again)
    assert code == 2
    assert "is already there. Name another folder with --out, or write over it with" in told
    assert run(*again, "--replace")[0] == 0


def test_import_of_nothing_known(run, tmp_path):
    code, _, told = run("gold", "import", tmp_path / "нет.json")
    assert code == 2
    assert "нет.json: cannot be read (No such file or directory). Known are corrections" in told
    code, _, told = run("gold", "export", tmp_path, "--format", "excel")
    assert code == 2
    assert "label-studio" in told
