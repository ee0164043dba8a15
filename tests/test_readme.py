"""What README.md and CONTRIBUTING.md show works as they show it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import predlozheno
from predlozheno.cli import app
from predlozheno.records import writers
from predlozheno.records.writers import Format

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1]


def test_the_verb_of_the_recipe_is_found_once_it_is_added(tmp_path):
    text = "Профком пробивает ремонт столовой."
    (tmp_path / "push.yaml").write_text(block("yaml"), encoding="utf-8")
    assert len(predlozheno.load().extract(text)) == 0
    (record,) = predlozheno.load(frames=tmp_path).extract(text)
    assert record.proposers[0].name == "Профком"
    assert record.content.text == "ремонт столовой"
    assert record.rule.startswith("proposal.probivat")


def test_the_python_of_the_readme_runs(capsys):
    names: dict[str, object] = {}
    exec(block("python"), names)
    assert "создать рабочую группу" in capsys.readouterr().out
    assert len(names["table"]) == 1


def test_every_command_and_option_stands_in_the_readme():
    for info in app.registered_commands:
        assert f"predlozheno {info.name or info.callback.__name__}" in README
    for option in ("--out", "--format", "--kinds", "--frames", "--models"):
        assert f"`{option}" in README


def test_a_format_that_is_registered_can_be_written(proposal, tmp_path, monkeypatch):
    monkeypatch.setattr(writers, "_FORMATS", dict(writers._FORMATS))
    writers.register(
        ".ids", Format(lambda records, path: path.write_text("\n".join(r.id for r in records)))
    )
    writers.write([proposal()], tmp_path / "a.ids")
    assert (tmp_path / "a.ids").read_text() == proposal().id
    assert "ids" in writers.formats()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "outputs/README.md"])
def test_links_lead_to_files(name):
    path = ROOT / name
    for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
