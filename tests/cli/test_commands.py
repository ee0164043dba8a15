from __future__ import annotations

import json
import re

import pytest

from predlozheno.cli import main
from predlozheno.cli.console import one_line
from predlozheno.runs.lock import locked

SENTENCE = "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs the command line: exit code, what went to stdout, what went to stderr."""

    def call(*arguments, columns=80):
        monkeypatch.setenv("COLUMNS", str(columns))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return ended.value.code or 0, *capsys.readouterr()

    return call


@pytest.fixture
def minutes(tmp_path, simple_stages):
    folder = tmp_path / "протоколы"
    folder.mkdir()
    (folder / "а.txt").write_text(f"{SENTENCE}\nХозяйка предложила чаю.\n", encoding="utf-8")
    return folder


def error(told: str) -> str:
    """The error, after making sure that it is one line and no traceback."""
    lines = told.strip().splitlines()
    assert len(lines) == 1, told
    assert lines[0].startswith("error: ")
    return lines[0].removeprefix("error: ")


@pytest.mark.parametrize("columns", [80, 160])
def test_extract_prints_the_table_and_where_it_lies(run, minutes, tmp_path, columns):
    code, out, _ = run(
        "extract", minutes, "--out", tmp_path / "run", "--format", "csv", columns=columns
    )
    assert code == 0
    table = out.split("1 document")[0]
    assert all(len(line.rstrip()) <= columns for line in table.splitlines())
    words = re.sub(r"\s+", " ", table)
    assert "а.txt, 2025-02-03" in words
    for part in ("proposal", "корейская", "established:", "host:"):
        assert part in words
    assert ("purpose" in words) is (columns == 160)
    assert "1 document, 1 record (proposal 1)\n" in out
    assert f"Written to {tmp_path / 'run'}: proposals.csv, proposals.jsonl" in out
    assert "Again into this folder: predlozheno extract" in out
    assert f"read and correct the records: predlozheno report {tmp_path / 'run'}\n" in out
    assert (tmp_path / "run" / "proposals.csv").is_file()


def test_in_russian_the_summary_is_russian_too(run, minutes, tmp_path):
    _, out, _ = run("extract", minutes, "--out", tmp_path / "run", "--lang", "ru")
    _, *told = out[out.index("документов:") :].splitlines()
    assert "документов: 1, записей: 1 (предложение 1)\n" in out
    assert told[0].startswith(f"Записано в {tmp_path / 'run'}: proposals.jsonl, ")
    assert told[1].endswith(f": predlozheno report {tmp_path / 'run'}")
    assert told[2].startswith("Ещё раз в ту же папку: predlozheno extract ")


def test_the_command_printed_can_be_run_again(run, minutes, tmp_path, monkeypatch):
    import shlex

    minutes = minutes.rename(tmp_path / "мои протоколы")
    _, out, _ = run("extract", minutes, "--out", tmp_path / "run", "--kinds", "proposal")
    command = shlex.split(out.split("Again into this folder: ")[1])
    assert command[0] == "predlozheno"
    code, again, _ = run(*command[1:])
    assert code == 0
    assert again == out.replace("1)\n", "1), 1 unchanged since the last run and not done again\n")


def test_long_tables_end_with_where_the_rest_is(run, minutes, tmp_path):
    (minutes / "б.txt").write_text(f"{SENTENCE}\n" * 60, encoding="utf-8")
    _, out, _ = run("extract", minutes, "--out", tmp_path / "run", "--format", "xlsx,csv")
    assert f"… and 21 more, see {tmp_path / 'run' / 'proposals.xlsx'}" in out
    _, out, _ = run("extract", minutes, "--out", tmp_path / "run")
    assert f"see {tmp_path / 'run' / 'proposals.jsonl'}" in out


def test_failures_are_told_on_stderr_and_by_the_exit_code(run, minutes, tmp_path):
    (minutes / "пусто.txt").write_bytes(b"")
    code, out, told = run("extract", minutes, "--out", tmp_path / "run")
    assert code == 3
    assert "1 document, 1 record (proposal 1), 1 failed" in out
    assert told == (
        "failed: пусто.txt: the file is empty. Check that it was saved or copied whole\n"
    )


def test_there_is_no_progress_bar_without_a_terminal(run, minutes, tmp_path):
    _, _, told = run("extract", minutes, "--out", tmp_path / "run")
    assert told == ""


def test_without_out_the_run_lies_below_outputs(run, minutes, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("extract", minutes)
    (folder,) = (tmp_path / "outputs" / "runs").iterdir()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ", folder.name)


def test_a_missing_path(run, tmp_path):
    code, _, told = run("extract", tmp_path / "нет.txt")
    assert code == 2
    assert error(told) == (
        f"{tmp_path / 'нет.txt'}: there is no such file or folder. Check the spelling"
    )


def test_a_folder_without_readable_files(run, tmp_path):
    (tmp_path / "план.dwg").write_bytes(b"x")
    code, _, told = run("extract", tmp_path)
    assert code == 2
    assert "nothing to read here (only .dwg). Readable are .docm, .docx" in error(told)


def test_an_output_folder_that_cannot_be_written(run, minutes, tmp_path):
    (tmp_path / "занято").write_bytes(b"")
    code, _, told = run("extract", minutes, "--out", tmp_path / "занято" / "run")
    assert code == 2
    assert "cannot be written (Not a directory). Name a folder that you may write to" in error(told)


def test_an_output_folder_in_use(run, minutes, tmp_path):
    run("extract", minutes, "--out", tmp_path / "run")
    with locked(tmp_path / "run"):
        code, _, told = run("extract", minutes, "--out", tmp_path / "run")
    assert code == 2
    assert "another run is writing into this folder. Wait until it has ended" in error(told)


def test_unknown_kind_and_format(run, tmp_path):
    code, _, told = run("extract", tmp_path, "--kinds", "proposal,мечта")
    assert code == 2
    assert "unknown kind 'мечта'. Known: proposal, recommendation, request" in error(told)
    code, _, told = run("extract", tmp_path, "--format", "doc")
    assert code == 2
    assert "unknown format 'doc'. Known: csv, parquet, xlsx" in error(told)


FRAME = """
- id: propose.kinut
  kind: proposal
  verbs: [кинуть]
  matches: ["Отдел [кинул] идею ⟨обновить сайт⟩content."]
  rejects: ["Мальчик кинул мяч."]
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  kind:", "  govern: dative\n  kind:", "unknown key 'govern'. Known keys: any_verb,"),
        ('  rejects: ["Мальчик кинул мяч."]\n', "", "rejects: is missing"),
        ('["Мальчик кинул мяч."]', "[]", "an entry needs examples under both matches and rejects"),
        ("kind: proposal", "kind: idea", "Allowed kinds: proposal"),
    ],
)
def test_frame_files_that_break_a_rule(run, minutes, tmp_path, old, new, expected):
    folder = tmp_path / "frames"
    folder.mkdir()
    (folder / "my.yaml").write_text(FRAME.replace(old, new), encoding="utf-8")
    for command in (("frames",), ("extract", minutes, "--out", tmp_path / "run")):
        code, _, told = run(*command, "--frames", folder)
        assert code == 1
        assert expected in error(told)
        assert "my.yaml, entry 1 (propose.kinut)" in told
    assert not (tmp_path / "run").exists()


def test_frames_lists_own_and_added_ones(run, tmp_path):
    (tmp_path / "my.yaml").write_text(FRAME, encoding="utf-8")
    code, out, _ = run("frames", "--frames", tmp_path, columns=160)
    assert code == 0
    assert re.search(r"propose\.kinut +proposal +кинуть +1 \+ 1 +my\.yaml", out)
    assert re.search(r"\d+ frames in \d+ files, all in order\.", out)


def test_a_missing_frames_folder(run, tmp_path):
    code, _, told = run("frames", "--frames", tmp_path / "нет")
    assert code == 2
    assert "there is no such folder" in error(told)


def test_a_models_folder_that_is_none(run, minutes, tmp_path):
    code, _, told = run("explain", minutes / "а.txt", "--models", tmp_path)
    assert code == 1
    assert "no models folder with frames/ in it" in error(told)


def test_explain_tells_what_became_of_each_sentence(run, minutes):
    code, out, _ = run("explain", minutes / "а.txt")
    assert code == 0
    words = " ".join(out.split())
    assert "taken line 1 proposal.predlozhit+short_passive" in words
    assert "refused line 2 proposal.predlozhit+active Хозяйка предложила чаю everyday: чай" in words
    assert "2 triggers: 1 taken, 1 refused (everyday 1), 0 undecided. 1 record." in words


def test_explain_of_a_file_that_cannot_be_read(run, tmp_path):
    (tmp_path / "а.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, _, told = run("explain", tmp_path / "а.txt")
    assert code == 2
    assert error(told).startswith("а.txt: is a PNG picture, not text. ")
    code, _, told = run("explain", tmp_path / "нет.txt")
    assert code == 2
    assert error(told) == f"{tmp_path / 'нет.txt'}: there is no such file. Check the spelling"
    code, _, told = run("explain", tmp_path)
    assert code == 2
    assert "is a folder, not a file. Name a file in it" in error(told)


def test_schema_is_json(run):
    code, out, _ = run("schema")
    assert code == 0
    assert json.loads(out)["$schema"].startswith("https://json-schema.org/")


def test_usage_errors_of_the_command_line_itself(run):
    for arguments in (("extract",), ("extract", "--nonsense"), ("nonsense",), ()):
        code, _, told = run(*arguments)
        assert code == 2
        assert "Traceback" not in told


def test_control_characters_do_not_reach_the_terminal(run, minutes, tmp_path):
    hostile = minutes / "\x1b[31mкрасный\x07.txt"
    hostile.write_text(SENTENCE, encoding="utf-8")
    (minutes / "\x1b]0;title\x07.txt").write_bytes(b"")
    _, out, told = run("extract", minutes, "--out", tmp_path / "run")
    assert "красный" in out
    assert "\x1b" not in out + told
    assert "\x07" not in out + told


def test_one_line_keeps_words_and_drops_what_steers():
    assert one_line("а\n б\t«в»\x1b[2Jг\u202e") == "а б «в»\ufffd[2Jг\ufffd"
