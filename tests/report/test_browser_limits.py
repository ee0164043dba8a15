"""The page in a real browser: open to everybody, harmless whatever a document holds, quick."""

from __future__ import annotations

from typing import Any

import pytest

from predlozheno.records.schema import Proposal


def audit(opened: Any) -> list[str]:
    """What an accessibility checker finds wrong."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(opened.page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody(council, open_page, scheme):
    opened = open_page(council, color_scheme=scheme)
    page = opened.page
    assert audit(opened) == []
    page.click("#rows >> text=создать отдел")
    page.click("[data-facet=kind] summary")
    assert audit(opened) == []
    page.keyboard.press("Escape")
    page.click("text=Не запись")
    page.click("text=о прошлом")
    page.click("#rows >> text=закупить трубы")
    page.click(".accept")
    assert audit(opened) == []
    page.click("text=Исправить")
    opened.select("трубы")
    assert audit(opened) == []
    page.click("text=Отмена")
    page.click("#tab-charts")
    assert audit(opened) == []
    page.click("#help-open")
    assert audit(opened) == []


HOSTILE = (
    "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>"
    "<!-- script --> javascript:window.hacked=3 \u202eобратно\u202c {{7*7}} ${7*7} &lt;b&gt;"
)


def hostile_record(record: Any) -> tuple[str, str, Proposal]:
    name = f"{HOSTILE[:60]}.txt"
    text = f"Петров предложил {HOSTILE} уйти. Пока."
    one = record(
        name,
        text,
        "proposal",
        "предложил",
        f"{HOSTILE} уйти",
        proposers=["Петров"],
        names={"Петров": "<svg onload='window.hacked = 4'>"},
        targets=[("addressee", "обратно")],
        speaker="<iframe src='https://example.org/'>",
        section=[HOSTILE],
        item="<b>1</b>",
    )
    return name, text, one


def test_nothing_in_a_document_runs_or_leaves(write_run, record, open_page):
    name, text, one = hostile_record(record)
    opened = open_page(write_run({name: text}, [one], name="<b>run&"))
    page = opened.page
    page.click("#rows .row")
    shown = page.locator("#text").evaluate("element => element.textContent")
    assert "<script>window.hacked = 1</script>" in shown
    assert "\u202e" not in shown
    assert len(shown) == len(text)
    page.click("[data-facet=proposers] summary")
    page.keyboard.press("Escape")
    page.click("#tab-charts")
    page.click("[data-chart=proposers] button")
    page.click("#tab-table")
    page.click("text=Исправить")
    page.click("text=Сохранить >> nth=1")
    page.click("#language")
    opened.go()
    page.click("#rows .row")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, svg, iframe, object, embed").count() == 0
    assert page.locator("script").count() == 3


def test_the_policy_stops_what_the_page_itself_would_never_do(council, open_page):
    opened = open_page(council)
    told = opened.page.evaluate(
        """async () => {
          const told = [];
          const script = document.createElement("script");
          try { script.text = "window.hacked = 1"; } catch { told.push("script"); }
          try { document.body.innerHTML += "<b>x</b>"; } catch { told.push("markup"); }
          try { await fetch("https://example.org/"); } catch { told.push("request"); }
          return told;
        }"""
    )
    assert set(told) == {"script", "markup", "request"}
    assert opened.page.evaluate("window.hacked") is None
    assert opened.errors
    # They are what was to be seen, here.
    opened.errors.clear()
    opened.requests = [url for url in opened.requests if "example.org" not in url]


def test_twenty_thousand_records_open_at_once(write_run, record, open_page):
    texts, records = {}, []
    for document in range(200):
        name = f"протокол {document}.txt"
        lines = [
            f"Член совета {document % 37} предложил построить дом {document}-{line} к среде."
            for line in range(100)
        ]
        texts[name] = "\n".join(lines)
        at = 0
        for number, line in enumerate(lines):
            one = record(name, line, "proposal", "предложил", line[line.index("построить") : -1])
            moved = {
                slot: getattr(one, slot).model_copy(
                    update={
                        "start": getattr(one, slot).start + at,
                        "end": getattr(one, slot).end + at,
                    }
                )
                for slot in ("trigger", "content", "evidence")
            }
            ident = f"{document:08x}{number:08x}"
            records.append(one.model_copy(update={**moved, "id": ident}))
            at += len(line) + 1
    opened = open_page(write_run(texts, records))
    page = opened.page
    session = page.context.new_cdp_session(page)
    # Time of this page's own, so that a busy machine makes it no longer.
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    opened.go()
    metrics = {
        one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]
    }
    assert metrics["TaskDuration"] < 2
    assert page.inner_text("#count") == f"20{chr(0xA0)}000 из 20{chr(0xA0)}000 записей"
    assert page.get_attribute("#grid", "aria-rowcount") == "20001"
    assert page.locator("#rows .row").count() < 60
    page.focus("#grid")
    page.keyboard.press("End")
    assert opened.rows()[-1] == "построить дом 199-99 к среде"
    assert opened.marked("content") == ["построить дом 199-99 к среде"]
    assert page.locator("#rows .row").count() < 60
    page.fill("#search", "дом 77-5 ")
    assert opened.rows()[0] == "построить дом 77-5 к среде"
    page.fill("#search", "")
    page.locator("#grid").evaluate("grid => { grid.scrollTop = 68 * 10000; }")
    opened.until(
        "[...document.querySelectorAll('#rows .text')].some((c) => c.innerText.includes('100-0'))"
    )
    page.click("[data-facet=document] summary")
    # The browser tells of the opened list in a task of its own.
    opened.until("document.querySelector('[data-facet=document] .options label') !== null")
    assert page.locator("[data-facet=document] .options label").count() == 100
    page.fill("[data-facet=document] input[type=search]", "протокол 150")
    page.locator("[data-facet=document] label").first.click()
    assert page.inner_text("#count").startswith("100 из")


def test_of_a_long_text_the_surroundings_come_first(write_run, record, open_page):
    filler = "Обсуждали погоду и дороги.\n" * 8000
    text = f"{filler}Петров предложил построить дом.\n{filler}"
    one = record("длинный.txt", text, "proposal", "предложил", "построить дом")
    opened = open_page(write_run({"длинный.txt": text}, [one]))
    opened.page.click("#rows .row")
    assert opened.marked("trigger") == ["предложил"]
    length = "document.getElementById('text').textContent.length"
    assert opened.page.evaluate(length) < 31000
    opened.page.click("text=Показать весь текст >> nth=0")
    assert opened.page.evaluate(length) == len(text)
    assert opened.marked("trigger") == ["предложил"]
