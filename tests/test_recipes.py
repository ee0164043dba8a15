"""The four recipes of CONTRIBUTING.md, followed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import predlozheno
from predlozheno.authoring.examples import missed, records_of
from predlozheno.authoring.proposing import propose
from predlozheno.authoring.suggesting import read_sketch
from predlozheno.cli import main
from predlozheno.extractor import known_frames
from predlozheno.proposals.examples import Example
from predlozheno.reading import readers
from predlozheno.records import writers
from predlozheno.resources import models_dir

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SUBTITLES = "1\n00:00:01,000 --> 00:00:04,000\nПрофком предлагает перенести собрание на осень.\n"


def recipe(heading: str) -> tuple[str, list[str], list[str]]:
    """The recipe's text, its Python and its commands."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL)
    assert found, heading
    told = found[1]
    python = re.findall(r"^( *)```python\n(.*?)^ *```", told, re.MULTILINE | re.DOTALL)
    shown = [re.sub(rf"^{indent}", "", code, flags=re.MULTILINE) for indent, code in python]
    return told, shown, re.findall(r"^ {4}(predlozheno .*)$", told, re.MULTILINE)


def test_a_new_verb(tmp_path: Path) -> None:
    _, _, (asked, checked) = recipe("A new verb")
    _, _, _, sentence, option, reject = shlex.split(asked)
    assert option == "--reject"
    proposed = propose(read_sketch(sentence), known_frames(), rejects=[reject])
    assert proposed.faults == ()
    shutil.copytree(models_dir(), tmp_path / "models")
    kind = tmp_path / "models" / "frames" / f"{proposed.entry.kind}.yaml"
    kind.write_text(kind.read_text(encoding="utf-8") + proposed.entry.yaml(), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main([*shlex.split(checked)[1:], "--models", str(tmp_path / "models")])
    assert not ended.value.code
    nlp = predlozheno.load(models=tmp_path / "models", rules_only=True)
    frame = nlp.frames[proposed.entry.id]
    for marked in frame.matches:
        example = Example.parse(marked)
        assert not missed(frame, example, nlp.extract(example.text))
    assert not any(records_of(frame, nlp.extract(text)) for text in frame.rejects)


def test_a_new_input_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, (reader, registered), _ = recipe("A new input format")
    monkeypatch.setattr(readers, "_READERS", list(readers._READERS))
    monkeypatch.setattr(readers, "SUFFIXES", set(readers.SUFFIXES))
    exec(reader + registered, {})
    (tmp_path / "собрание.srt").write_text(SUBTITLES, encoding="utf-8")
    result = predlozheno.load().extract(tmp_path / "собрание.srt")
    assert result.document.format == "srt"
    assert result.document.name == "собрание.srt"
    assert [record.content.text for record in result] == ["перенести собрание на осень"]
    (tmp_path / "тишина.srt").write_text("1\n", encoding="utf-8")
    with pytest.raises(predlozheno.ReadError, match=r"тишина\.srt: nobody speaks in it"):
        predlozheno.load().extract(tmp_path / "тишина.srt")


def test_a_new_output_format(
    proposal: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, (writer, registered), _ = recipe("A new output format")
    monkeypatch.setattr(writers, "_FORMATS", dict(writers._FORMATS))
    exec(writer + registered, {})
    writers.write([proposal()], tmp_path / "дела.md")
    written = (tmp_path / "дела.md").read_text(encoding="utf-8")
    assert written == f"- [ ] {proposal().content.text}\n"
    assert "md" in writers.formats()


def test_a_new_field_of_the_record(tmp_path: Path) -> None:
    _, (field, column), _ = recipe("A new field of the record")
    package = tmp_path / "predlozheno"
    shutil.copytree(ROOT / "pipeline" / "predlozheno", package)
    schema, table = package / "records" / "schema.py", package / "records" / "table.py"
    _insert(schema, "    rule: Annotated[str, Field(min_length=1)]\n", field)
    # Without its column the test of the table fails, and says which field it misses.
    assert (
        _told(tmp_path) == "urgent column missing; Whether the words press for haste («срочно»).\n"
    )
    _insert(table, '    _value("rule", "string"),\n', f"{column.strip()},")
    assert _told(tmp_path) == "urgent bool; Whether the words press for haste («срочно»).\n"


def _insert(path: Path, before: str, code: str) -> None:
    content = path.read_text(encoding="utf-8")
    assert before in content
    indented = "".join(f"    {line}\n" for line in code.splitlines())
    path.write_text(content.replace(before, indented + before), encoding="utf-8")


_SCRIPT = """
from predlozheno.records.schema import Proposal, json_schema
from predlozheno.records.table import COLUMNS, to_frame
columns = {column.field: column.dtype for column in COLUMNS}
(missing,) = set(Proposal.model_fields) - set(columns) - {"trigger"} or {"urgent"}
said = json_schema()["properties"]["urgent"]["description"]
print(missing, f"{columns.get(missing, 'column missing')}; {said}")
assert "urgent" not in columns or str(to_frame([])["urgent"].dtype) == "bool"
"""


def _told(folder: Path) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
    )
    return ended.stdout
