"""What an annotator does in Label Studio and brat comes back; what is incomplete is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from predlozheno.errors import GoldError, OutputError, UsageError
from predlozheno.gold.documents import GoldRecord, Mark
from predlozheno.gold.exchange import labelstudio
from predlozheno.gold.exchange.files import Tool, read_import, write_export
from predlozheno.gold.exchange.sheets import Sheet, flat
from predlozheno.records.schema import Kind, Status

TEXT = "Ларин предложил поддержать.\r\nЗуева попросила поддержать. Зуева ушла."


def record(source: str, trigger: str, content: str) -> GoldRecord:
    def mark(words: str) -> Mark:
        return Mark(source.index(words), source.index(words) + len(words), "")

    return GoldRecord("", Kind.PROPOSAL, Status.PROPOSED, mark(trigger), (mark(content),))


def task_of(sheet: Sheet) -> dict[str, Any]:
    (task,) = labelstudio.tasks([sheet], "x")
    return task | {"id": 7, "annotations": [{"result": task["predictions"][0]["result"]}]}


@pytest.fixture
def simple() -> Sheet:
    return Sheet("а.txt", TEXT, (record(TEXT, "предложил", "поддержать"),))


def result_of(task: dict[str, Any], **wanted: str) -> dict[str, Any]:
    return next(
        one
        for one in task["annotations"][0]["result"]
        if all(one.get(name) == value for name, value in wanted.items())
    )


def test_what_was_changed_in_label_studio_comes_back_changed(simple: Sheet) -> None:
    task = task_of(simple)
    result_of(task, from_name="kind")["value"]["choices"] = ["wish"]
    result_of(task, from_name="status")["value"]["choices"] = ["adopted"]
    party = {"start": 0, "end": 5, "text": "Ларин", "labels": ["party"]}
    task["annotations"][0]["result"] += [
        {"id": "new", "from_name": "span", "to_name": "text", "type": "labels", "value": party},
        # Drawn from the party to the record, and without a label: both happen.
        {"type": "relation", "from_id": "new", "to_id": "r1", "labels": ["proposer"]},
    ]
    (sheet,), _ = labelstudio.read_tasks([task])
    (found,) = sheet.records
    assert (found.kind, found.status) == (Kind.WISH, Status.ADOPTED)
    assert [party.extent for party in found.proposers] == [(0, 5)]


def test_the_last_annotation_that_was_not_cancelled_counts(simple: Sheet) -> None:
    task = task_of(simple)
    task["annotations"] += [{"result": []}, {"result": [{}], "was_cancelled": True}]
    (sheet,), _ = labelstudio.read_tasks([task])
    assert sheet.records == ()


def test_tasks_without_annotation_are_named(simple: Sheet) -> None:
    bare_task = task_of(replace(simple, document="б.txt")) | {"annotations": []}
    found, skipped = labelstudio.read_tasks([task_of(simple), bare_task])
    assert [sheet.document for sheet in found] == ["а.txt"]
    assert skipped == ["б.txt"]


def test_incomplete_records_are_told_all_at_once(simple: Sheet) -> None:
    task = task_of(simple)
    kept = [one for one in task["annotations"][0]["result"] if one["type"] != "relation"]
    task["annotations"][0]["result"] = [one for one in kept if one.get("from_name") != "kind"]
    with pytest.raises(GoldError, match=r"а\.txt: «поддержать» has no kind"):
        labelstudio.read_tasks([task])
    task["annotations"][0]["result"] = kept
    with pytest.raises(
        GoldError, match=r"а\.txt: «поддержать» has no trigger.*exactly one trigger"
    ):
        labelstudio.read_tasks([task])


def test_offsets_that_count_halves_of_characters_are_understood() -> None:
    text = "🙂🙂 Ларин предложил уйти."
    task = task_of(Sheet("а.txt", text, (record(text, "предложил", "уйти"),)))
    for one in task["annotations"][0]["result"]:
        for edge in ("start", "end"):
            if "value" in one:
                one["value"][edge] += 2
    (sheet,), _ = labelstudio.read_tasks([task])
    assert text[slice(*sheet.records[0].content[0].extent)] == "уйти"


@pytest.mark.parametrize("content", [[{"text": "а", "label": []}], [1], [{"data": {}}]])
def test_another_json_is_refused(content: Any, tmp_path: Path) -> None:
    path = tmp_path / "а.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(GoldError, match=r"is not as Label Studio exports it.*not JSON-MIN"):
        read_import(path)


def test_an_unannotated_export_says_so(simple: Sheet, tmp_path: Path) -> None:
    write_export([simple], Tool.LABEL_STUDIO, tmp_path / "ls", model="x")
    with pytest.raises(GoldError, match=r"none of its 1 tasks is annotated\. Submit"):
        read_import(tmp_path / "ls" / "tasks.json")


def test_a_brat_folder_is_written_and_read(tmp_path: Path) -> None:
    sheet = Sheet("П/а.txt", TEXT, (record(TEXT, "предложил", "поддержать.\r\nЗуева"),))
    write_export([sheet], Tool.BRAT, tmp_path / "brat", model="x")
    text = (tmp_path / "brat" / "П-а.txt").read_bytes().decode()
    assert text == flat(TEXT)
    assert "\r" not in text
    assert len(text) == len(TEXT)
    ann = (tmp_path / "brat" / "П-а.ann").read_text(encoding="utf-8")
    assert "T1\tcontent 16 27;29 34\tподдержать. Зуева\n" in ann
    (back,) = read_import(tmp_path / "brat").sheets
    assert back.document == "П/а.txt"
    assert [mark.extent for mark in back.records[0].content] == [(16, 34)]
    assert back.source == TEXT
    with pytest.raises(OutputError, match="is not empty"):
        write_export([sheet], Tool.BRAT, tmp_path / "brat", model="x")


def test_what_was_changed_in_brat_comes_back_changed(simple: Sheet, tmp_path: Path) -> None:
    write_export([simple], Tool.BRAT, tmp_path / "brat", model="x")
    path = tmp_path / "brat" / "а.ann"
    lines = path.read_text(encoding="utf-8").replace(
        "E1\tproposal:T2", "E1\tproposal:T2 proposer:T9"
    )
    lines += "T9\tparty 0 5\tЛарин\n#9\tAnnotatorNotes E1\tспорно\nR1\tx Arg1:T1 Arg2:T2\n"
    path.write_text(lines.replace("status E1 proposed", "status E1 rejected"), encoding="utf-8")
    (found,) = read_import(tmp_path / "brat").sheets[0].records
    assert found.status == Status.REJECTED
    assert [party.extent for party in found.proposers] == [(0, 5)]
    assert found.notes == "спорно"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (" content:T1", "", r"E1 has no content"),
        ("content:T1", "content:T8", r"E1 names T8, which is no span"),
        ("content:T1", "theme:T1", r"E1 has an argument 'theme'"),
        ("T1\tcontent 16", "T1\tcontent x", r"а\.ann: line 1 is no standoff annotation"),
        ("T1\tcontent 16 26", "T1\tcontent 16 9999", r"а\.ann: line 1 is no standoff annotation"),
        ("status E1 proposed", "status E1 done", r"status 'done' is none of proposed, adopted"),
    ],
)
def test_brat_faults_are_told(
    simple: Sheet, tmp_path: Path, old: str, new: str, message: str
) -> None:
    write_export([simple], Tool.BRAT, tmp_path / "brat", model="x")
    path = tmp_path / "brat" / "а.ann"
    written = path.read_text(encoding="utf-8")
    assert old in written
    path.write_text(written.replace(old, new), encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        read_import(tmp_path / "brat")


def test_what_can_be_imported_is_told(tmp_path: Path) -> None:
    (tmp_path / "а.json").write_text("{}", encoding="utf-8")
    (tmp_path / "б.json").write_text("не JSON", encoding="utf-8")
    (tmp_path / "пусто").mkdir()
    for name in ("а.json", "б.json", "нет.json", "пусто"):
        with pytest.raises(UsageError, match="Known are corrections of a report page, a JSON"):
            read_import(tmp_path / name)
