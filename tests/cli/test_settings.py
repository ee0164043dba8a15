"""Defaults from predlozheno.toml and from the environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
import typer

from predlozheno.cli import app, main
from predlozheno.cli.settings import _options, defaults
from predlozheno.cli.validation import Settings
from predlozheno.reading.readers import Limits
from predlozheno.runs.limits import WorkerLimits, size
from predlozheno.runs.options import Options

SENTENCE = "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."
COMMAND = typer.main.get_command(app)


@pytest.fixture
def folder(tmp_path, monkeypatch, simple_stages):
    """A working folder with one document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "а.txt").write_text(SENTENCE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return ended.value.code or 0


def test_settings_are_called_like_the_options():
    extract = COMMAND.commands["extract"]
    assert {name for name, _ in _options(extract)} == set(Settings.model_fields)


def test_the_defaults_are_those_of_the_library():
    defaults = {name: option.default for name, option in _options(COMMAND.commands["extract"])}
    reading = [defaults[f"max_{name}"] for name in ("file", "unpacked", "archive")]
    counts = [defaults[f"max_{name}"] for name in ("members", "pages", "characters")]
    assert Limits(*map(size, reading), *counts) == Limits()
    assert WorkerLimits(defaults["timeout"], size(defaults["memory"])) == WorkerLimits()
    plain = Options(("x",))
    assert (defaults["lang"], defaults["engine"]) == (plain.lang, plain.engine)


def test_nothing_set_is_nothing(folder):
    assert defaults(COMMAND, checked=True) == {}


def test_file_environment_and_command_line_in_turn(folder, monkeypatch):
    (folder / "predlozheno.toml").write_text(
        'format = ["csv", "parquet"]\nlang = "ru"\nout = "run"\nrules_only = true\nmax_pages = 7\n'
    )
    monkeypatch.setenv("PREDLOZHENO_MAX_PAGES", "9")
    monkeypatch.setenv("PREDLOZHENO_FORMAT", "csv")
    settled = defaults(COMMAND, checked=True)["extract"]
    assert settled == {
        "out": "run",
        "formats": "csv",
        "lang": "ru",
        "rules_only": True,
        "max_pages": 9,
    }
    assert run("extract", "а.txt", "--lang", "en") == 0
    options = json.loads((folder / "run/manifest.json").read_text(encoding="utf-8"))["options"]
    assert options["formats"] == ["csv"]
    assert (options["lang"], options["rules_only"]) == ("en", True)


def test_a_setting_holds_for_every_command_that_has_the_option(folder, monkeypatch):
    monkeypatch.setenv("PREDLOZHENO_RULES_ONLY", "1")
    settled = defaults(COMMAND, checked=True)
    assert settled["explain"] == {"rules_only": True}
    assert settled["schema"] == {}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("workers = 0", "predlozheno.toml: workers: input should be greater than or equal to 1"),
        ("worker = 2", "predlozheno.toml: worker: there is no such setting. Known: engine, format"),
        ('lang = "de"', "predlozheno.toml: lang: input should be 'en' or 'ru'"),
        ("lang = ", "predlozheno.toml: cannot be read as TOML"),
    ],
)
def test_a_wrong_file_is_named(folder, capsys, written, told):
    (folder / "predlozheno.toml").write_text(written)
    assert run("extract", "а.txt") == 2
    assert told in capsys.readouterr().err


def test_a_wrong_variable_is_named(folder, capsys, monkeypatch):
    monkeypatch.setenv("PREDLOZHENO_TIMEOUT", "long")
    assert run("extract", "а.txt") == 2
    assert "PREDLOZHENO_TIMEOUT: input should be a valid number" in capsys.readouterr().err


def test_an_unknown_variable_is_told_and_left_alone(folder, monkeypatch, caplog):
    monkeypatch.setenv("PREDLOZHENO_FORMATS", "csv")
    assert run("extract", "а.txt", "--out", "run") == 0
    assert "PREDLOZHENO_FORMATS: there is no such setting. Known: ENGINE" in caplog.text
    assert not (folder / "run/proposals.csv").exists()


def test_help_shows_what_is_in_effect_and_imports_nothing_heavy(folder):
    (folder / "predlozheno.toml").write_text('format = ["csv", "xlsx"]\nworkers = 3\n')
    code = "import sys; from predlozheno.cli import main; sys.argv[1:] = ['extract', '--help']\n"
    code += "try:\n    main()\nexcept SystemExit:\n    print(sorted(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=os.environ | {"PREDLOZHENO_TIMEOUT": "77"},
    )
    told = " ".join(ended.stdout.split())
    assert "csv,parquet,xlsx,sqlite. [default: csv,xlsx]" in told
    assert "else one a core. [default: 3; x>=1]" in told
    assert "one document may take. [default: 77]" in told
    assert "'pydantic_settings'" not in told


def test_sizes():
    assert [size(text) for text in ("500", "2K", "1.5M", "2 GB", "1GiB")] == [
        500,
        2048,
        3 * 2**19,
        2**31,
        2**30,
    ]


def test_a_setting_holds_for_a_command_with_commands_of_its_own(folder):
    (folder / "predlozheno.toml").write_text('frames = "my-frames"\n')
    (folder / "my-frames").mkdir()
    assert defaults(COMMAND, checked=True)["frames"] == {
        "frames": "my-frames",
        "new": {"frames": "my-frames"},
    }
