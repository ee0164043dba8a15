"""Records are corrected in the browser, saved, imported as gold and scored."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from predlozheno.errors import GoldError
from predlozheno.gold.conversion import as_proposals
from predlozheno.gold.documents import GoldParty, GoldRecord
from predlozheno.gold.evaluation import evaluate
from predlozheno.gold.exchange.files import read_import
from predlozheno.gold.files import Reason
from predlozheno.gold.loading import gold_files, load
from predlozheno.gold.writing import write_gold
from predlozheno.records.schema import Kind, PartySource, Role, Status, TimingType
from predlozheno.report import load_run

FIRST = "создать отдел при министерстве"
CORPUS = Path(__file__).parents[2] / "corpus" / "gold"


def saved(opened: Any, folder: Path) -> Path:
    """The corrections, saved as a reader would."""
    with opened.page.expect_download() as waiting:
        opened.page.click("#save")
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def imported(path: Path, folder: Path) -> dict[str, Any]:
    """The gold files that corrections become, by stem."""
    write_gold(read_import(path).sheets, folder, replace=True)
    return {gold.stem: gold for gold in map(load, gold_files([folder]))}


def name_words(opened: Any, words: str, slot: str) -> None:
    """Selects words of the text and says what they are."""
    opened.select(words)
    opened.page.click(f"#picker >> text='{slot}'")


def test_verdicts_become_gold_that_is_scored(council, open_page, tmp_path):
    opened = open_page(council)
    press = opened.page.keyboard.press
    opened.page.focus("#grid")
    press("ArrowDown")
    press("a")
    opened.page.click("#rows >> text=это")
    press("r")
    opened.page.click("text='о прошлом'")
    signs = opened.page.locator("#rows .sign").all_inner_texts()
    assert signs == ["✓", "", "✗", "", ""]
    assert opened.page.inner_text("#reviewed") == "проверено 2 из 6"

    path = saved(opened, tmp_path)
    assert path.name == "corrections.json"
    gold = imported(path, tmp_path / "gold")
    assert set(gold) == {"совет-протокол 3"}
    council_gold = gold["совет-протокол 3"]
    scored = [one for one in council_gold.records if not one.optional]
    assert [council_gold.source[slice(*one.extent)] for one in scored] == [FIRST]
    # What nobody looked at is neither wanted nor held against anybody.
    assert len(council_gold.records) == 4
    assert [reject.reason for reject in council_gold.rejects] == [Reason.PAST]

    predictions = [one for one in load_run(council).proposals if one.document != "сад.txt"]
    found = evaluate([council_gold], {council_gold.stem: predictions}, splits={})
    (score,) = found.documents
    assert score.exact == {scored[0].id}
    assert [guess.content.text for guess in score.matching.spurious] == ["это"]
    assert len(score.alarms) == 1


def test_a_record_is_corrected_in_every_way(council, council_text, open_page, tmp_path):
    opened = open_page(council)
    page = opened.page
    page.click("#rows >> text=углубить пруд")
    page.keyboard.press("e")
    page.select_option("#card select >> nth=0", "proposal")
    page.select_option("#card select >> nth=1", "adopted")
    name_words(opened, "Ларин", "кто")
    page.fill("#card .edited input >> nth=1", "Ларин О.О.")
    page.select_option("#card .edited:has-text('Ларин') select", "context")
    page.select_option("#card .edited:has-text('секретариат') select", "executor")
    name_words(opened, "в прошлом году", "время")
    page.select_option("#card .edited:has-text('прошлом') select", "period")
    # Only parts of words are caught by the mouse.
    name_words(opened, "глубить пру", "содержание")
    name_words(opened, "трубы", "+ часть содержания")
    name_words(opened, "за –", "цель")
    page.click("[aria-label='Убрать: за –']")
    name_words(opened, "попросила", "глагол")
    page.click("text='Сохранить'")
    assert "углубить пруд трубы" in opened.rows()

    opened.go()
    assert "углубить пруд трубы" in opened.rows()
    gold = imported(saved(opened, tmp_path), tmp_path / "gold")["совет-протокол 3"]
    (one,) = [record for record in gold.records if not record.optional]
    assert (one.kind, one.status) == (Kind.PROPOSAL, Status.ADOPTED)
    assert [council_text[slice(*mark.extent)] for mark in one.content] == ["углубить пруд", "трубы"]
    assert [(party.name, party.source) for party in one.proposers] == [
        (None, PartySource.STATED),
        ("Ларин О.О.", PartySource.CONTEXT),
    ]
    assert [(council_text[slice(*mark.extent)], mark.role) for mark in one.targets] == [
        ("секретариат", Role.EXECUTOR)
    ]
    assert [(council_text[slice(*mark.extent)], mark.type) for mark in one.timing] == [
        ("в прошлом году", TimingType.PERIOD)
    ]
    assert one.purpose is None


def test_a_record_is_added_and_taken_back(council, garden_text, open_page, tmp_path):
    opened = open_page(council)
    page = opened.page
    page.click("#rows >> text=чинить забор")
    opened.select("в девять")
    page.click("#picker >> text=Добавить")
    page.click("text='Сохранить'")
    assert opened.toast().startswith("Нужны глагол и содержание")
    name_words(opened, "Разошлись", "глагол")
    page.select_option("#card select >> nth=0", "agreement")
    page.click("text='Сохранить'")
    assert opened.rows()[-1] == "в девять"
    assert page.locator("#rows .chosen .sign").inner_text() == "+"
    gold = imported(saved(opened, tmp_path), tmp_path / "gold")["сад"]
    (one,) = [record for record in gold.records if not record.optional]
    assert one.kind == Kind.AGREEMENT
    assert garden_text[slice(*one.trigger.extent)] == "Разошлись"
    assert gold.source == garden_text

    page.click("text='Вернуть'")
    assert "в девять" not in opened.rows()
    assert page.inner_text("#reviewed") == ""


def test_a_document_without_records_gets_its_first(council, open_page, tmp_path):
    opened = open_page(council)
    page = opened.page
    page.click("[data-facet=document] summary")
    page.locator("[data-facet=document] label", has_text="пусто.txt").click()
    page.keyboard.press("Escape")
    page.click("text=Открыть текст")
    page.keyboard.press("n")
    name_words(opened, "Обсудили", "глагол")
    name_words(opened, "погоду", "содержание")
    page.click("text='Сохранить'")
    assert opened.rows() == ["погоду"]
    assert set(imported(saved(opened, tmp_path), tmp_path / "gold")) == {"пусто"}


def test_cancelling_changes_nothing(council, open_page):
    opened = open_page(council)
    opened.page.click("#rows >> text=чинить забор")
    opened.page.keyboard.press("e")
    opened.page.select_option("#card select >> nth=0", "wish")
    opened.page.click("#rows >> text=углубить пруд")
    assert opened.toast() == "Сначала сохраните исправление или отмените его"
    opened.page.keyboard.press("Escape")
    assert "рекомендация" in opened.page.inner_text("#card")
    opened.page.click("#save")
    assert opened.toast() == "Правок пока нет"


def test_the_rest_of_a_document_is_accepted_at_once(council, open_page, tmp_path):
    opened = open_page(council)
    opened.page.click("#rows >> text=закупить трубы")
    opened.page.keyboard.press("a")
    opened.page.click("text=Остальные в документе верны")
    gold = imported(saved(opened, tmp_path), tmp_path / "gold")["совет-протокол 3"]
    assert [record.optional for record in gold.records] == [False] * 5
    assert gold.records[-1].procedural
    vote = next(record.vote for record in gold.records if record.vote)
    assert (vote.for_, vote.against, vote.abstained) == (8, 1, None)


def test_what_was_saved_is_loaded_in_another_browser(council, open_page, tmp_path):
    first = open_page(council)
    first.page.click("#rows >> text=чинить забор")
    first.page.keyboard.press("a")
    path = saved(first, tmp_path)
    second = open_page(council)
    assert second.page.inner_text("#reviewed") == ""
    second.page.set_input_files("#load-file", path)
    second.until("document.querySelector('#reviewed').textContent !== ''")
    assert second.page.inner_text("#reviewed") == "проверено 1 из 6"
    (tmp_path / "чужое.json").write_text('{"format": "other"}', encoding="utf-8")
    second.page.set_input_files("#load-file", tmp_path / "чужое.json")
    second.until("document.querySelector('#toast').textContent.includes('не файл правок')")


def test_words_are_selected_without_a_mouse(council, garden_text, open_page, tmp_path):
    opened = open_page(council)
    press = opened.page.keyboard.press
    opened.page.focus("#grid")
    press("End")
    press("e")
    opened.page.focus("#text")
    press("Control+Home")
    opened.page.keyboard.type("хуже")  # changes nothing
    for _ in "Прав":
        press("Shift+ArrowRight")
    opened.page.wait_for_selector("#picker:not([hidden])")
    press("Tab")
    for _ in range(3):
        press("Tab")
    assert opened.page.evaluate("document.activeElement.textContent") == "кто"
    press("Enter")
    opened.page.click("text='Сохранить'")
    gold = imported(saved(opened, tmp_path), tmp_path / "gold")["сад"]
    assert gold.source == garden_text
    parties = [garden_text[slice(*mark.extent)] for mark in gold.records[0].proposers]
    assert parties == ["Петров", "Правление"]


def test_the_corpus_survives_the_page(write_run, open_page, tmp_path):
    """Every record of the corpus, called right in the page, becomes the gold that it came from."""
    golds = [load(path) for path in gold_files([CORPUS])]
    texts = {gold.document.name: gold.source for gold in golds}
    records = [one for gold in golds for one in as_proposals(gold)]
    opened = open_page(write_run(texts, records))
    opened.page.evaluate("data.documents.forEach((_, number) => acceptRest(number))")
    sheets = {sheet.document: sheet for sheet in read_import(saved(opened, tmp_path)).sheets}
    assert set(sheets) == {gold.document.name for gold in golds if gold.records}
    for gold in golds:
        if gold.records:
            assert sheets[gold.document.name].source == gold.source
            back = map(told, sheets[gold.document.name].records)
            assert sorted(back) == sorted(map(told, gold.records)), gold.stem


def told(record: GoldRecord) -> str:
    """What the page can tell of a record: all but names, notes and whether it is optional."""

    def party(mark: GoldParty) -> GoldParty:
        return replace(mark, text="", name=None, canonical=None)

    def bare(mark: Any) -> Any:
        return replace(mark, text="")

    return repr(
        replace(
            record,
            id="",
            optional=False,
            notes="",
            trigger=bare(record.trigger),
            content=tuple(map(bare, record.content)),
            proposers=tuple(map(party, record.proposers)),
            targets=tuple(map(party, record.targets)),
            purpose=record.purpose and bare(record.purpose),
            timing=tuple(map(bare, record.timing)),
        )
    )


def test_a_damaged_memory_does_not_keep_the_page_shut(council, open_page):
    opened = open_page(council)
    key = opened.page.evaluate("data.key")
    for damage in (
        "[",
        '[["x",{"verdict":"accepted"}]]',
        '[["x",{"verdict":"added","record":{}}]]',
    ):
        opened.page.evaluate(f"memory.set('{key}', {damage!r})")
        opened.go()
        assert len(opened.rows()) == 5


def corrections(**changes: Any) -> dict[str, Any]:
    record = {"kind": "wish", "status": "proposed", "trigger": [0, 5], "content": [[6, 10]]}
    entry = {"verdict": "accepted", "record": record}
    document = {"document": "а.txt", "source": "Хотим уйти.", "records": [entry]} | changes
    return {"format": "predlozheno-corrections", "version": 1, "documents": [document]}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (corrections() | {"version": 2}, "version: Input should be 1"),
        (corrections(source="Хотим"), "a span ends at 10, behind the end of the text"),
        (corrections(records=[{"verdict": "maybe"}]), "verdict: Input should be 'accepted'"),
        (corrections() | {"documents": []}, "documents"),
    ],
)
def test_a_damaged_file_is_refused(content, message, tmp_path):
    path = tmp_path / "corrections.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(GoldError, match=message) as refused:
        read_import(path)
    assert "Save the corrections again from the report page" in str(refused.value)


def test_a_plain_file_is_read(tmp_path):
    path = tmp_path / "corrections.json"
    path.write_text(json.dumps(corrections()), encoding="utf-8")
    (sheet,) = read_import(path).sheets
    assert [mark.extent for mark in sheet.records[0].content] == [(6, 10)]


def test_a_verb_that_another_record_keeps_is_no_hard_negative(tmp_path):
    first = {"kind": "wish", "status": "proposed", "trigger": [0, 5], "content": [[6, 10]]}
    second = first | {"content": [[13, 21]]}
    path = tmp_path / "corrections.json"
    rejected = {"verdict": "rejected", "reason": "reported", "record": second}
    for verdict, hard in (("accepted", 0), ("unreviewed", 0), ("rejected", 1)):
        other = {"verdict": verdict, "record": first}
        content = corrections(source="Хотим уйти и остаться.", records=[other, rejected])
        path.write_text(json.dumps(content), encoding="utf-8")
        (sheet,) = read_import(path).sheets
        assert len(sheet.rejects) == hard, verdict
