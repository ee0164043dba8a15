"""The page in a real browser: found, read, filtered, by mouse and by keyboard."""

from __future__ import annotations

import re
from typing import Any

import pytest

FIRST = "создать отдел при министерстве"


def test_the_table_opens_without_procedural_records(council, open_page):
    opened = open_page(council)
    assert opened.rows() == [FIRST, "углубить пруд", "это", "закупить трубы", "чинить забор"]
    assert opened.page.inner_text("#count") == "5 из 6 записей"
    opened.page.check("#procedural")
    assert "Объявить перерыв" in opened.rows()
    assert opened.page.title() == "Предложения · run"
    assert opened.page.get_attribute("html", "lang") == "ru"


def choose(opened: Any, facet: str, name: str) -> None:
    opened.page.click(f"[data-facet={facet}] summary")
    opened.page.locator(f"[data-facet={facet}] label", has_text=name).click()
    opened.page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("facet", "name", "left"),
    [
        ("kind", "поручение", ["закупить трубы"]),
        ("status", "принято", ["закупить трубы"]),
        ("proposers", "российская сторона", [FIRST]),
        ("proposers", "не названо", ["закупить трубы"]),
        ("targets", "секретариат", ["углубить пруд", "закупить трубы"]),
        ("document", "сад.txt", ["чинить забор"]),
        (
            "review",
            "не проверено",
            [FIRST, "углубить пруд", "это", "закупить трубы", "чинить забор"],
        ),
    ],
)
def test_conditions_leave_the_records_that_fit(council, open_page, facet, name, left):
    opened = open_page(council)
    choose(opened, facet, name)
    assert opened.rows() == left
    opened.page.click("#chosen button")
    assert len(opened.rows()) == 5


def test_conditions_of_several_facets_narrow_each_other(council, open_page):
    opened = open_page(council)
    choose(opened, "kind", "просьба")
    opened.page.click("[data-facet=targets] summary")
    options = opened.page.locator("[data-facet=targets] label").all_inner_texts()
    assert [" ".join(option.split()) for option in options] == ["секретариат 1"]
    opened.page.keyboard.press("Escape")
    choose(opened, "document", "сад.txt")
    assert opened.rows() == []
    assert "Под эти условия не подходит" in opened.page.inner_text("#empty")
    opened.page.click("#empty button >> nth=0")
    assert len(opened.rows()) == 5


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("ПРУД", ["углубить пруд"]),
        ("зуева", ["углубить пруд"]),
        ("отдел российская", [FIRST]),
        ("сад.txt", ["чинить забор"]),
        ("нет такого", []),
    ],
)
def test_search_knows_no_capitals_and_no_dots_over_e(council, open_page, words, left):
    opened = open_page(council)
    opened.page.fill("#search", words)
    assert opened.rows() == left
    opened.page.focus("#search")
    opened.page.keyboard.press("Escape")
    assert len(opened.rows()) == 5


def test_a_press_opens_the_record_in_its_text(council, council_text, open_page):
    opened = open_page(council)
    opened.page.click("text=создать отдел при министерстве")
    assert opened.marked("trigger") == ["было предложено"]
    assert opened.marked("proposer") == ["Российской стороной"]
    assert opened.marked("target") == ["отдел", "министерстве"]
    assert opened.marked("purpose") == ["для обмена опытом"]
    assert opened.marked("timing") == ["до 1 марта 2025"]
    within = opened.page.locator("#text .mark.within").all_text_contents()
    assert "".join(within) == FIRST
    assert opened.marked("other") == ["углубить пруд", "это", "закупить трубы", "Объявить перерыв"]
    shown = opened.page.locator("#text").evaluate("element => element.textContent")
    assert shown == council_text
    assert re.search(r"#[0-9a-f]{16}$", opened.page.url)


def test_offsets_hold_behind_wide_characters_and_other_line_ends(council, garden_text, open_page):
    opened = open_page(council)
    opened.page.click("#rows >> text=закупить трубы")
    assert opened.marked("trigger") == ["поручить"]
    assert opened.marked("vote") == ["(за – 8, против – 1)"[1:-1]]
    opened.page.click("#rows >> text=чинить забор")
    assert opened.marked("trigger") == ["рекомендовал"]
    shown = opened.page.locator("#text").evaluate("element => element.textContent")
    assert shown == garden_text.replace("\r\n", "\u200b\n")


def test_the_keyboard_suffices(council, open_page):
    opened = open_page(council)
    press = opened.page.keyboard.press
    opened.page.focus("#grid")
    press("ArrowDown")
    press("ArrowDown")
    assert opened.marked("content") == ["углубить пруд"]
    active = opened.page.get_attribute("#grid", "aria-activedescendant")
    assert opened.page.get_attribute(f"#{active}", "aria-selected") == "true"
    press("End")
    assert opened.marked("content") == ["чинить забор"]
    press("Home")
    press("j")
    # The key of «j» on a Russian keyboard.
    opened.page.locator("#grid").dispatch_event("keydown", {"key": "о", "bubbles": True})
    assert opened.marked("content") == ["это"]
    press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "text"
    press("Escape")
    assert opened.page.evaluate("document.activeElement.id") == "grid"
    press("/")
    assert opened.page.evaluate("document.activeElement.id") == "search"
    press("Escape")
    press("?")
    assert "Клавиши" in opened.page.inner_text("#help")
    press("Escape")
    assert not opened.page.is_visible("#help")


def test_tab_reaches_everything_and_shows_where_it_is(council, open_page):
    opened = open_page(council)
    seen = []
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        seen.append(
            opened.page.evaluate(
                "[document.activeElement.id || document.activeElement.tagName,"
                " getComputedStyle(document.activeElement).outlineStyle]"
            )
        )
        if seen[-1][0] == "text":
            break
    names = [name for name, _ in seen]
    for wanted in ("tab-table", "save", "language", "search", "SUMMARY", "procedural", "grid"):
        assert wanted in names
    assert {style for _, style in seen} <= {"solid", "auto"}


def test_a_link_leads_to_its_record_whatever_is_hidden(council, council_id, open_page):
    opened = open_page(council)
    hidden = council_id("Объявить перерыв")
    opened.go(f"#{hidden}")
    assert opened.page.locator("#rows .chosen .text").inner_text() == "Объявить перерыв"
    opened.page.fill("#search", "пруд")
    opened.page.evaluate(f"location.hash = '{council_id(FIRST)}'")
    opened.until("document.querySelector('#search').value === ''")
    assert opened.marked("trigger") == ["было предложено"]
    opened.go("#нет")
    assert opened.toast() == "Такой записи здесь нет: нет"


def test_quote_and_link_are_copied(council, council_id, council_text, open_page):
    opened = open_page(council, permissions=["clipboard-read", "clipboard-write"])
    opened.page.click("#rows >> text=создать отдел")
    opened.page.click("text=Цитата")
    opened.page.wait_for_selector("#toast.shown")
    assert opened.toast() == "Скопировано"
    copied = opened.page.evaluate("navigator.clipboard.readText()")
    start = council_text.index(FIRST)
    assert copied == (
        f"«{council_text.splitlines()[2]}» (Протокол, 2025-02-03, совет/протокол 3.txt, СЛУШАЛИ, п. 1, "
        f"знаки {start}–{start + len(FIRST)}, запись {council_id(FIRST)})"
    )
    opened.page.keyboard.press("l")
    opened.until("navigator.clipboard.readText().then((t) => t.startsWith('file'))")
    linked = opened.page.evaluate("navigator.clipboard.readText()")
    assert linked == f"{opened.path.as_uri()}#{council_id(FIRST)}"


def test_columns_sort_and_give_the_order_back(council, open_page):
    opened = open_page(council)
    head = opened.page.locator("#heads .text button")
    head.click()
    assert opened.rows() == sorted(opened.rows())
    assert opened.page.get_attribute("#heads .text", "aria-sort") == "ascending"
    head.click()
    assert opened.rows()[0] == "это"
    head.press("Enter")
    assert opened.rows()[0] == FIRST
    assert opened.page.evaluate("document.activeElement.dataset.key") == "text"


def test_who_presses_a_button_stays_on_it(council, open_page):
    opened = open_page(council)
    focused = "document.activeElement.dataset.key"
    opened.page.click("#rows >> text=углубить пруд")
    opened.page.click(".accept")
    assert opened.page.evaluate(focused) == "act.accept"
    opened.page.click("[data-facet=status] summary")
    opened.page.locator("[data-facet=status] label").first.click()
    opened.page.keyboard.press("Space")
    assert opened.page.evaluate(focused) == "proposed"


def test_charts_count_and_filter(council, open_page):
    opened = open_page(council)
    opened.page.click("#tab-charts")
    kinds = opened.page.locator("[data-chart=kind] button")
    assert kinds.first.get_attribute("aria-label") == "предложение: 2 (выдвинуто: 2)"
    targets = opened.page.locator("[data-chart=targets] button")
    assert targets.first.get_attribute("aria-label") == "секретариат: 2"
    targets.first.click()
    assert opened.page.inner_text("#count") == "2 из 6 записей"
    opened.page.click("#tab-table")
    assert opened.rows() == ["углубить пруд", "закупить трубы"]


def test_english_and_the_dark_are_remembered(council, open_page):
    opened = open_page(council)
    opened.page.click("#language")
    assert opened.page.inner_text("#count") == "5 of 6 records"
    assert opened.page.inner_text("#tab-charts") == "Charts"
    assert opened.page.get_attribute("html", "lang") == "en"
    light = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.page.click("#theme")
    dark = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    opened.go()
    assert opened.page.inner_text("#count") == "5 of 6 records"
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_the_dark_of_the_system_is_followed(council, open_page):
    opened = open_page(council, color_scheme="dark")
    channels = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert all(int(channel) < 60 for channel in re.findall(r"\d+", channels))


def test_on_a_narrow_screen_the_reader_comes_and_goes(council, open_page):
    opened = open_page(council)
    opened.page.set_viewport_size({"width": 390, "height": 780})
    assert not opened.page.is_visible("#reader")
    opened.page.click("#rows >> text=углубить пруд")
    assert opened.page.is_visible("#text .mark.trigger")
    opened.page.click("text=К таблице")
    assert not opened.page.is_visible("#reader")
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_document_without_records_can_be_read(council, open_page):
    opened = open_page(council)
    choose(opened, "document", "пусто.txt")
    opened.page.click("text=Открыть текст «пусто.txt»")
    assert opened.page.inner_text("#text") == "Обсудили погоду."
