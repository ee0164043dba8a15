"""The wheel, installed alone in a clean environment, works from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SENTENCE = "Российской стороной было предложено создать рабочую группу."

pytestmark = pytest.mark.slow


def call(*command: object, cwd: Path) -> str:
    """What a command prints; its own words where it fails."""
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={
            name: value for name, value in os.environ.items() if not name.startswith("PREDLOZHENO")
        }
        | {"PYTHONUTF8": "1", "PYTHONPATH": ""},
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out)
    call(*build, ROOT, cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """The interpreter of an environment with the wheel and what it depends on, nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    interpreter = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = (interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    call(*install, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    call(*install, "--no-deps", wheel, cwd=folder)
    return interpreter


def test_the_wheel_holds_code_and_models_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"predlozheno", f"predlozheno-{wheel.name.split('-')[1]}.dist-info"}
    assert any(name.startswith("predlozheno/models/frames/") for name in names)
    assert any(name.startswith("predlozheno/models/gazetteers/") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assets = {name.rpartition("/")[2] for name in names if "/report/page/assets/" in name}
    assert {"page.html", "style.css", "main.js", "words.json"} <= assets


def test_the_command_runs_from_another_folder(python, tmp_path):
    command = python.with_name("predlozheno")
    assert call(command, "--version", cwd=tmp_path).startswith("predlozheno ")
    assert "all in order" in call(command, "frames", cwd=tmp_path)
    (tmp_path / "протокол.txt").write_text(SENTENCE, encoding="utf-8")
    call(command, "extract", "протокол.txt", "--format", "csv,parquet,xlsx", cwd=tmp_path)
    (out,) = (tmp_path / "outputs" / "runs").iterdir()
    (line,) = (out / "proposals.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["proposers"][0]["name"].lower() == "российская сторона"
    assert (out / "proposals.xlsx").is_file()
    assert "1 record written to" in call(command, "report", out, cwd=tmp_path)
    assert "</html>" in (out / "report.html").read_text(encoding="utf-8")


def test_the_module_runs_and_development_tools_are_not_needed(python, tmp_path):
    code = (
        "import importlib.util as u; print([m for m in ('pytest', 'openpyxl') if u.find_spec(m)])"
    )
    assert call(python, "-c", code, cwd=tmp_path) == "[]\n"
    assert "extract" in call(python, "-m", "predlozheno", "--help", cwd=tmp_path)
