"""Records go to a gold file, to Label Studio and to brat, and come back as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from predlozheno.errors import GoldError, OutputError, UsageError
from predlozheno.gold.documents import (
    GoldParty,
    GoldRecord,
    GoldReject,
    GoldTarget,
    GoldTiming,
    GoldVote,
    Mark,
)
from predlozheno.gold.exchange import brat, labelstudio
from predlozheno.gold.exchange.files import Tool, read_import, write_export
from predlozheno.gold.exchange.sheets import Sheet, flat, of_gold, text_name
from predlozheno.gold.files import Reason
from predlozheno.gold.loading import gold_files, load
from predlozheno.gold.quoting import Quoter
from predlozheno.gold.writing import gold_text, write_gold
from predlozheno.records.schema import Kind, PartySource, Polarity, Role, Status, TimingType

CORPUS = Path(__file__).parents[2] / "corpus" / "gold"

WORDS = st.sampled_from(
    [
        "пруд",
        "отдел",
        "ре\u00adмонт",
        "совет",
        "Петров",
        "дом-2",
        "прове-\nсти",
        "🙂",
        "12%",
        "#2",
        "я",
    ]
)
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "\r\n\r\n", "\t", ", ", ". ", " – ", "\u00a0"])
NAMES = st.none() | st.sampled_from(["совет", "Петров И.И.", 'ООО "Дом"; к°'])


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A text of few words that stand in it again and again, with records of all sorts."""
    words = draw(st.lists(WORDS, min_size=4, max_size=24))
    source, places = "", []
    for word in words:
        places.append((len(source), len(source) + len(word)))
        source += word + draw(GAPS)

    def extent() -> tuple[int, int]:
        first = draw(st.integers(0, len(places) - 1))
        last = min(len(places) - 1, first + draw(st.integers(0, 3)))
        return places[first][0], places[last][1]

    def content() -> tuple[Mark, ...]:
        first = extent()
        rest = [place for place in places if source[first[1] : place[0]].strip()]
        if rest and draw(st.booleans()):
            return Mark(*first, ""), Mark(*draw(st.sampled_from(rest)), "")
        return (Mark(*first, ""),)

    def parties(cls: type[Any], **fields: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(
            cls(
                *extent(),
                "",
                draw(NAMES),
                draw(NAMES),
                draw(st.sampled_from(PartySource)),
                **{name: draw(values) for name, values in fields.items()},
            )
            for _ in range(draw(st.integers(0, 2)))
        )

    def record() -> GoldRecord:
        count = st.none() | st.integers(0, 30)
        return GoldRecord(
            id="",
            kind=draw(st.sampled_from(Kind)),
            status=draw(st.sampled_from(Status)),
            trigger=Mark(*extent(), ""),
            content=content(),
            proposers=parties(GoldParty),
            targets=parties(GoldTarget, role=st.sampled_from(Role)),
            purpose=Mark(*extent(), "") if draw(st.booleans()) else None,
            timing=tuple(
                GoldTiming(
                    *extent(),
                    "",
                    draw(st.sampled_from(TimingType)),
                    draw(st.sampled_from([None, "2025-03-01", "P2W"])),
                )
                for _ in range(draw(st.integers(0, 2)))
            ),
            polarity=draw(st.sampled_from(Polarity)),
            procedural=draw(st.booleans()),
            vote=draw(st.none() | st.builds(GoldVote, count, count, count, st.booleans())),
            section=draw(st.sampled_from([(), ("РЕШИЛИ",), ("1. Разное", "ПОСТАНОВИЛИ: всё")])),
            item=draw(st.sampled_from([None, "2.1", "а/3"])),
            speaker=draw(st.sampled_from([None, "проф. М.М. Гринёв"])),
            optional=draw(st.booleans()),
            notes=draw(st.sampled_from(["", "спорно: см. п. 2 # и ниже"])),
        )

    records = tuple(record() for _ in range(draw(st.integers(0, 4))))
    extents = {extent() for _ in range(draw(st.integers(0, 2)))}
    rejects = tuple(
        GoldReject(*place, "", draw(st.sampled_from(Reason)), draw(st.sampled_from(["", "эхо"])))
        for place in extents
    )
    return Sheet("Протоколы/3.txt", source, records, rejects)


def bare(sheet: Sheet) -> tuple[list[str], list[str], str]:
    """What must survive: everything but ids, the spelling of quotes, and the order of mentions."""
    quoter = Quoter(sheet.source)

    def blank(mark: Any) -> Any:
        start, end = quoter.reach(mark.extent)
        return replace(mark, start=start, end=end, text="")

    def listed(marks: Any) -> tuple[Any, ...]:
        return tuple(sorted(map(blank, marks), key=repr))

    records = [
        replace(
            record,
            id="",
            trigger=blank(record.trigger),
            content=tuple(map(blank, record.content)),
            proposers=listed(record.proposers),
            targets=listed(record.targets),
            timing=listed(record.timing),
            purpose=record.purpose and blank(record.purpose),
        )
        for record in sheet.records
    ]
    return sorted(map(repr, records)), sorted(map(repr, map(blank, sheet.rejects))), sheet.source


def through_label_studio(sheet: Sheet) -> Sheet:
    (task,) = json.loads(json.dumps(labelstudio.tasks([sheet], "x")))
    task["annotations"] = task.pop("predictions")
    (back,), skipped = labelstudio.read_tasks([task])
    assert not skipped
    return back


def through_brat(sheet: Sheet) -> Sheet:
    back, problems = brat.read_standoff(sheet.document, sheet.source, brat.standoff(sheet))
    assert problems == []
    return back


def through_gold(sheet: Sheet, folder: Path) -> Sheet:
    (path,) = write_gold([sheet], folder, replace=True)
    return of_gold(load(path))


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_label_studio_gives_everything_back(sheet: Sheet) -> None:
    assert bare(through_label_studio(sheet)) == bare(sheet)


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_brat_gives_everything_back(sheet: Sheet) -> None:
    assert bare(through_brat(sheet)) == bare(sheet)


@settings(max_examples=60, deadline=None)
@given(sheet=sheets())
def test_gold_files_give_everything_back(
    sheet: Sheet, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "exchange"
    for old in folder.glob("*"):
        old.unlink()
    assert bare(through_gold(sheet, folder)) == bare(sheet)


@pytest.mark.parametrize("path", gold_files([CORPUS]), ids=lambda path: path.name.split(".")[0])
def test_the_corpus_survives_all_ways(path: Path, tmp_path: Path) -> None:
    sheet = of_gold(load(path))
    assert bare(through_label_studio(sheet)) == bare(sheet)
    assert bare(through_brat(sheet)) == bare(sheet)
    assert bare(through_gold(sheet, tmp_path)) == bare(sheet)


def record(source: str, trigger: str, content: str, **fields: Any) -> GoldRecord:
    def mark(words: str) -> Mark:
        return Mark(source.index(words), source.index(words) + len(words), "")

    kind, status = Kind.PROPOSAL, Status.PROPOSED
    return GoldRecord("", kind, status, mark(trigger), (mark(content),), **fields)


TEXT = "Ларин предложил поддержать.\r\nЗуева попросила поддержать. Зуева ушла."


def test_words_that_stand_again_are_numbered_only_where_they_must_be() -> None:
    second = TEXT.rindex("поддержать")
    first = TEXT.index("Зуева")
    far = GoldParty(first, first + 5, "")
    one = record(TEXT, "попросила", "поддержать", proposers=(far,))
    sheet = Sheet("а.txt", TEXT, (replace(one, content=(Mark(second, second + 10, ""),)),))
    assert gold_text(sheet, "а.txt") == (
        "text: а.txt\nproposals:\n  - kind: proposal\n    trigger: попросила\n"
        "    proposers: [Зуева#1]\n    content: поддержать#2\n"
    )


def test_a_span_that_cuts_a_word_takes_in_the_whole_word(tmp_path: Path) -> None:
    text = "Моя земля.\nЯ предложил, а я ушёл: земля."
    start = text.rindex("я")
    cut = record(text, "предложил", "ушёл", purpose=Mark(start, start + 1, ""))
    (found,) = through_gold(Sheet("а.txt", text, (cut,)), tmp_path).records
    assert found.purpose is not None
    assert text[slice(*found.purpose.extent)] == "земля"
    assert found.purpose.start > text.index("ушёл")


def test_a_span_without_letters_is_refused_with_its_place() -> None:
    one = record("Он\nпредложил – уйти.", "предложил", "уйти", purpose=Mark(12, 13, ""))
    with pytest.raises(GoldError, match=r"а\.txt: record 1: line 2: « » holds no letters"):
        write_gold([Sheet("а.txt", "Он\nпредложил – уйти.", (one,))], Path("nowhere"))


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("протокол.txt", "протокол.txt"),
        ("2024/март/протокол.docx", "2024-март-протокол.txt"),
        ("заметки.md", "заметки.md"),
        ("архив.zip!/а.txt", "архив.zip!-а.txt"),
    ],
)
def test_the_copy_of_a_text_is_named_after_its_path(document: str, expected: str) -> None:
    assert text_name(document) == expected


def test_gold_files_are_not_written_over_unasked(tmp_path: Path) -> None:
    sheet = Sheet("а.txt", TEXT, (record(TEXT, "предложил", "поддержать"),))
    (path,) = write_gold([sheet], tmp_path)
    written = path.read_bytes()
    with pytest.raises(OutputError, match=r"is already there\. Name another folder .* --replace"):
        write_gold([replace(sheet, records=())], tmp_path)
    assert path.read_bytes() == written
    write_gold([replace(sheet, records=())], tmp_path, replace=True)
    assert load(path).records == ()
    other = replace(sheet, source=TEXT + "!")
    with pytest.raises(OutputError, match="another text of this name"):
        write_gold([other], tmp_path, replace=True)


# What an annotator does.


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
    assert bare(back) == bare(sheet)
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
