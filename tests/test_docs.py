"""What README.md, README.ru.md, CONTRIBUTING.md and the pages of docs/ show works as they show it."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer

import predlozheno
from predlozheno.authoring.proposing import propose
from predlozheno.authoring.suggesting import read_sketch
from predlozheno.cli import app, main
from predlozheno.extractor import known_frames
from predlozheno.records.describing import data_model
from predlozheno.records.table import COLUMNS
from predlozheno.report.words import KINDS

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [
        *(ROOT / name for name in ("README.md", "README.ru.md", "CONTRIBUTING.md")),
        *(ROOT / name for name in ("outputs/README.md", "corpus/README.md")),
        *ROOT.glob("docs/*.md"),
    ]
)
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
# Run from top to bottom; the other pages' commands are only read.
RUN = ["README.md", "CONTRIBUTING.md", "docs/frames.ru.md", "docs/architecture.md"]
RUN += ["docs/frames.md", "docs/evaluation.md"]
# They work for minutes, or need what no test has.
LEFT_OUT = re.compile(r"predlozheno (train|evaluate corpus/gold --gate)|scheduler")
COMMAND = re.compile(r"^ {4,}(?:\.venv/bin/)?(predlozheno .*)$", re.MULTILINE)
MINUTES = """ПРОТОКОЛ № 1 от 3 марта 2025 года
Профком пробивает ремонт столовой.
Он пробивал билет у входа.
Профком пробивал перенос вечерней смены на осень.
Староста предложил перенести субботник на май.
"""


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(page: str) -> list[str]:
    """The command lines that a page shows, comments left out."""
    return [re.sub(r"\s+# .*", "", line) for line in COMMAND.findall(text(page))]


def mentioned(page: str) -> list[str]:
    """Commands that stand inside sentences."""
    spans = re.findall(r"(?<!`)`(predlozheno [^`]+)`(?!`)", text(page))
    return [" ".join(span.split()) for span in spans]


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text(page), re.DOTALL)


@pytest.mark.parametrize("page", NAMES)
def test_every_command_is_one(page: str) -> None:
    for line in (*commands(page), *mentioned(page)):
        command: Any = typer.main.get_command(app)
        _, *rest = shlex.split(line.replace("…", ""))
        rest = [part for part in rest if part != "--help"]
        while rest and rest[0] in getattr(command, "commands", {}):
            command = command.commands[rest.pop(0)]
        # A command named without what it works on is not given wrong arguments.
        command.make_context(command.name, rest, resilient_parsing=not rest)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with what the pages work on: minutes, corrections, a corpus of one document."""
    (tmp_path / "my-folder").mkdir()
    (tmp_path / "my-folder" / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "try.txt").write_text(_tried(), encoding="utf-8")
    start = MINUTES.index("перенести")
    record = {
        "kind": "proposal",
        "status": "proposed",
        "trigger": [MINUTES.index("предложил"), start - 1],
        "content": [[start, MINUTES.index(".", start)]],
    }
    document = {
        "document": "minutes.txt",
        "source": MINUTES,
        "records": [{"verdict": "accepted", "record": record}],
    }
    corrections = {"format": "predlozheno-corrections", "version": 1, "documents": [document]}
    (tmp_path / "corrections.json").write_text(json.dumps(corrections), encoding="utf-8")
    for part, name in (("gold", "{}.gold.yaml"), ("second", "{}.gold.yaml"), ("texts", "{}.txt")):
        (tmp_path / "corpus" / part).mkdir(parents=True)
        file = name.format("36-student-chat")
        shutil.copy(ROOT / "corpus" / part / file, tmp_path / "corpus" / part / file)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PREDLOZHENO_WORKERS", "1")
    return tmp_path


def _tried() -> str:
    """The lines that docs/frames.md puts into try.txt."""
    lines = re.search(r"Say the minutes read\n\n((?: {4}.*\n)+)", text("docs/frames.md"))
    assert lines
    return re.sub(r"^ {4}", "", lines[1], flags=re.MULTILINE)


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN)
def test_its_commands_run_in_their_order(page: str, folder: Path) -> None:
    if page == "docs/frames.md":
        (folder / "my-frames").mkdir()
        entry = next(block for block in blocks(page, "yaml") if block.startswith("- id:"))
        (folder / "my-frames" / "defend.yaml").write_text(entry, encoding="utf-8")
    for line in commands(page):
        if not LEFT_OUT.search(line):
            with pytest.raises(SystemExit) as ended:
                main(shlex.split(line)[1:])
            assert not ended.value.code, line


class TestReadme:
    def test_both_languages_show_the_same(self) -> None:
        english, russian = text("README.md"), text("README.ru.md")
        shown = re.compile(r"^ {4,}\S[^\n]*$|^```.*?^```$", re.MULTILINE | re.DOTALL)
        assert shown.findall(english) == shown.findall(russian)
        parts = [len(re.findall(r"^## ", page, re.MULTILINE)) for page in (english, russian)]
        assert parts[0] == parts[1]

    @pytest.mark.parametrize("page", ["README.md", "README.ru.md"])
    def test_every_column_command_and_option_stands_in_it(self, page: str) -> None:
        readme = text(page)
        for column in COLUMNS:
            assert f"`{column.name}`" in readme
        command: Any = typer.main.get_command(app)
        for name in command.commands:
            assert re.search(rf"predlozheno\s+{name}\b", readme), name
        for parameter in command.commands["extract"].params:
            if parameter.param_type_name == "option" and parameter.name != "help":
                assert f"`{parameter.opts[0]}" in readme or f" {parameter.opts[0]} " in readme

    @pytest.mark.parametrize("page", ["README.md", "README.ru.md"])
    def test_its_python_runs(self, page: str, capsys: pytest.CaptureFixture[str]) -> None:
        names: dict[str, Any] = {}
        (snippet,) = blocks(page, "python")
        exec(snippet, names)
        assert "создать рабочую группу" in capsys.readouterr().out
        assert len(names["table"]) == 1

    def test_the_verb_that_it_shows_is_found_once_it_is_added(self, tmp_path: Path) -> None:
        sentence = "Профком пробивает ремонт столовой."
        (entry,) = blocks("README.md", "yaml")
        (tmp_path / "lobby.yaml").write_text(entry, encoding="utf-8")
        assert len(predlozheno.load().extract(sentence)) == 0
        (record,) = predlozheno.load(frames=tmp_path).extract(sentence)
        assert record.proposers[0].name == "Профком"
        assert record.content.text == "ремонт столовой"
        assert record.rule.startswith("proposal.probivat")


def test_the_entry_that_the_russian_page_shows_is_the_one_that_comes_out() -> None:
    (shown,) = blocks("docs/frames.ru.md", "yaml")
    first = shlex.split(commands("docs/frames.ru.md")[0])
    (kind,) = (kind for kind, name in KINDS.items() if name == first[first.index("--kind") + 1])
    assert propose(read_sketch(first[3]), known_frames(), kind=kind).entry.yaml() == shown


def test_the_data_model_is_fresh() -> None:
    assert text("docs/data-model.md") == data_model(), "run `make docs`"


def test_every_field_of_the_record_says_what_it_means() -> None:
    empty = re.findall(r"^\| `(\w+)` \| [^|\n]+ \| *\|$", data_model(), re.MULTILINE)
    assert empty == []


def test_every_package_that_is_installed_has_its_licence_told() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    extras = project["optional-dependencies"].values()
    for needed in (*project["dependencies"], *(one for extra in extras for one in extra)):
        name = re.split(r"[^\w.-]", needed)[0]
        assert f"`{name}`" in text("docs/licences.md")


@pytest.mark.parametrize("page", NAMES)
def test_links_lead_to_files_and_headings(page: str) -> None:
    path = ROOT / page
    for target, heading in re.findall(r"\]\(([^)#\s]*)(#[^)]+)?\)", text(page)):
        if target.startswith(("http:", "https:")):
            continue
        linked = path.parent / target if target else path
        assert linked.exists(), target
        if heading and linked.suffix == ".md":
            anchors = map(
                _anchor,
                re.findall(r"^#+ (.*)$", text(str(linked.resolve().relative_to(ROOT))), re.M),
            )
            assert heading[1:] in anchors, heading


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\s-]", "", heading.lower()).strip().replace(" ", "-")
