"""The commands over a folder of their own, with an extractor that answers from a list."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer import Typer
from typer.testing import CliRunner

from predlozheno.cli import evaluate as evaluate_module
from predlozheno.cli import gold as gold_module
from predlozheno.errors import UsageError
from predlozheno.gold.conversion import as_proposals
from predlozheno.gold.documents import GoldDocument
from predlozheno.reading.document import Document
from predlozheno.records.schema import Proposal

app = Typer()
app.command()(evaluate_module.evaluate)
app.add_typer(gold_module.app, name="gold")


@pytest.fixture
def answers(kalinka: GoldDocument, monkeypatch: pytest.MonkeyPatch) -> list[Proposal]:
    """What the extractor will answer; a test may change the list."""
    import predlozheno.extractor

    told = as_proposals(kalinka)

    def extract(document: Document) -> Any:
        return SimpleNamespace(proposals=told, account=())

    extractor = SimpleNamespace(extract=extract)
    monkeypatch.setattr(predlozheno.extractor, "load", lambda *_, **__: extractor)
    return told


def run(*arguments: object) -> Any:
    return CliRunner().invoke(
        app, [str(argument) for argument in arguments], catch_exceptions=False
    )


def test_check_shows_where_quotes_landed(kalinka: GoldDocument) -> None:
    result = run("gold", "check", kalinka.path.parent)
    assert result.exit_code == 0
    assert "4 records, 1 rejects" in result.output
    assert "line    3  deadline               «до 1 мая»" in result.output
    shown = run("gold", "check", "--show", kalinka.path).output
    assert "[1 content: углубить пруд [1 deadline: до 1 мая]]." in shown
    assert "[reject 1 negated: Предложений по въезду не поступило]" in shown


def test_check_refuses_absent_quotes(write_gold: Callable[..., Path], kalinka_yaml: str) -> None:
    path = write_gold(gold=kalinka_yaml.replace("углубить пруд до 1 мая", "осушить пруд"))
    result = run("gold", "check", path)
    assert result.exit_code == 1
    assert "record 1, content: the text does not hold «осушить пруд»" in result.output


def test_check_warns_of_what_is_seldom_meant(write_gold: Callable[..., Path]) -> None:
    path = write_gold(
        "Решили: убрать снег; решили давно. Решили: сжечь мусор.",
        """\
        text: kalinka.txt
        proposals:
          - kind: decision
            trigger: Решили
            content: убрать снег;
            section: [РЕШЕНИЯ]
          - {kind: decision, trigger: Решили#1, content: снег}
        """,
    )
    output = run("gold", "check", path).output
    assert "LOOK: the content ends in punctuation" in output
    assert "LOOK: section or speaker «РЕШЕНИЯ» is not in the text" in output
    assert "LOOK: the content lies inside that of record 1" in output


def test_agreement_of_two_folders(kalinka: GoldDocument) -> None:
    folder = kalinka.path.parent
    result = run("gold", "agreement", folder, folder)
    assert result.exit_code == 0
    assert "Cohen's kappa of kind   1.000" in result.output


def test_evaluate_prints_and_writes(
    kalinka: GoldDocument, answers: list[Proposal], tmp_path: Path
) -> None:
    answers.pop(0)
    page, data = tmp_path / "report.html", tmp_path / "report.json"
    result = run("evaluate", kalinka.path.parent, "--errors", "--html", page, "--json", data)
    assert result.exit_code == 0
    assert "dev: 1 documents, 3 records, 2 predicted" in result.output
    assert f"missed {kalinka.records[0].id}" in result.output
    assert "углубить пруд" in page.read_text(encoding="utf-8")
    assert json.loads(data.read_text(encoding="utf-8"))["whole"]["records"] == 3


def test_only_ids_of_test_documents_are_printed(
    kalinka: GoldDocument, answers: list[Proposal]
) -> None:
    answers.pop(0)
    splits = kalinka.path.parents[1] / "splits.yaml"
    splits.write_text("dev: []\ntest: [kalinka]\n", encoding="utf-8")
    result = run("evaluate", kalinka.path.parent, "--errors", "--split", "test")
    assert kalinka.records[0].id in result.output
    assert "пруд" not in result.output
    with pytest.raises(UsageError, match="no document of split 'dev'"):
        run("evaluate", kalinka.path.parent, "--split", "dev")


def test_the_gate_opens_closes_and_is_recorded(
    kalinka: GoldDocument, answers: list[Proposal]
) -> None:
    folder = kalinka.path.parent
    assert run("evaluate", folder, "--gate").exit_code == 1
    assert run("evaluate", folder, "--update-baseline").exit_code == 0
    result = run("evaluate", folder, "--gate")
    assert result.exit_code == 0
    assert "The gate is open: 3 records found, 3 of them exact." in result.output
    lost = answers.pop(0)
    result = run("evaluate", folder, "--gate")
    assert result.exit_code == 1
    assert f"records lost: {kalinka.records[0].id}" in result.output
    assert "The gate is closed." in result.output
    assert lost.content.text not in result.output


def test_wrong_usage_is_told(
    tmp_path: Path, kalinka: GoldDocument, answers: list[Proposal]
) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        run("evaluate", tmp_path / "none")
    with pytest.raises(UsageError, match="no file ending in"):
        run("evaluate", tmp_path)
    with pytest.raises(UsageError, match="contradict"):
        run("evaluate", kalinka.path.parent, "--gate", "--update-baseline")
