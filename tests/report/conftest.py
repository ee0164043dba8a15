"""A run folder written by hand, and a browser to look at its page with."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from predlozheno.records.folder import SOURCES, source_path
from predlozheno.records.schema import Proposal
from predlozheno.report import load_run
from predlozheno.report.page import build_page

# Set where a browser must be there (.ci/run); elsewhere these tests are skipped by name.
DEMANDED = "BROWSER_DEMANDED"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--disable-dev-shm-usage"
).split()

COUNCIL = """\
ПРОТОКОЛ № 3 от 3 февраля 2025 г.
СЛУШАЛИ: об отделе и о пруде.
Российской стороной было предложено создать отдел при министерстве для обмена опытом до 1 марта 2025.
Зуёва попросила секретариат углубить пруд. 🙂 Ларин уже предлагал это в прошлом году.
РЕШИЛИ: поручить секретариату закупить трубы (за – 8, против – 1).
Объявить перерыв.
"""
GARDEN = "Правление.\r\nПетров рекомендовал сторожам чинить забор.\r\nРазошлись в девять.\r\n"


def make_record(
    document: str, source: str, kind: str, trigger: str, content: str, **more: Any
) -> Proposal:
    """A record out of quotes; `proposers` and `targets` are quotes, or (role, quote)."""

    def span(words: str) -> dict[str, Any]:
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", source)
        assert found
        start = found.start()
        return {"start": start, "end": start + len(words), "text": " ".join(words.split())}

    def party(words: str, **fields: Any) -> dict[str, Any]:
        name = more.get("names", {}).get(words, words)
        return {**span(words), "name": name, "canonical": name, "type": "ORG", **fields}

    fields: dict[str, Any] = {
        "id": hashlib.sha256(f"{document} {kind} {content}".encode()).hexdigest()[:16],
        "document": document,
        "meeting": {"title": "Протокол", "date": "2025-02-03"},
        "kind": kind,
        "status": more.get("status", "proposed"),
        "procedural": more.get("procedural", False),
        "trigger": span(trigger),
        "content": span(content),
        "proposers": [party(words) for words in more.get("proposers", ())],
        "targets": [party(words, role=role) for role, words in more.get("targets", ())],
        "purpose": span(more["purpose"]) if "purpose" in more else None,
        "timing": [{**span(words), "type": "deadline"} for words in more.get("deadlines", ())],
        "vote": more.get("vote"),
        "evidence": span(more.get("evidence", content)),
        "rule": "test",
        "confidence": 0.9,
        **{name: more[name] for name in ("item", "section", "speaker") if name in more},
    }
    return Proposal.model_validate(fields)


def council_records() -> list[Proposal]:
    name, text = "совет/протокол 3.txt", COUNCIL
    vote = {
        "start": text.index("за – 8"),
        "end": text.index("за – 8") + 18,
        "text": "за – 8, против – 1",
    }
    return [
        make_record(
            name,
            text,
            "proposal",
            "было предложено",
            "создать отдел при министерстве",
            proposers=["Российской стороной"],
            names={"Российской стороной": "российская сторона"},
            targets=[("established", "отдел"), ("host", "министерстве")],
            purpose="для обмена опытом",
            deadlines=["до 1 марта 2025"],
            evidence=text.split("\n")[2],
            item="1",
            section=["СЛУШАЛИ"],
        ),
        make_record(
            name,
            text,
            "request",
            "попросила",
            "углубить пруд",
            proposers=["Зуёва"],
            targets=[("addressee", "секретариат")],
        ),
        make_record(name, text, "proposal", "предлагал", "это", proposers=["Ларин"]),
        make_record(
            name,
            text,
            "assignment",
            "поручить",
            "закупить трубы",
            status="adopted",
            targets=[("addressee", "секретариату")],
            names={"секретариату": "секретариат"},
            vote={**vote, "for": 8, "against": 1},
        ),
        make_record(
            name, text, "decision", "РЕШИЛИ", "Объявить перерыв", status="adopted", procedural=True
        ),
        make_record(
            "сад.txt",
            GARDEN,
            "recommendation",
            "рекомендовал",
            "чинить забор",
            proposers=["Петров"],
            targets=[("addressee", "сторожам")],
        ),
    ]


@pytest.fixture
def record() -> Callable[..., Proposal]:
    """The builder of records out of quotes."""
    return make_record


@pytest.fixture
def council_text() -> str:
    return COUNCIL


@pytest.fixture
def garden_text() -> str:
    return GARDEN


@pytest.fixture
def council_id() -> Callable[[str], str]:
    """The id of the record with this content."""
    return lambda content: next(r.id for r in council_records() if r.content.text == content)


@pytest.fixture
def write_run(tmp_path: Path) -> Callable[..., Path]:
    """Writes a finished run folder out of texts and records."""

    def write(texts: dict[str, str], records: list[Proposal], name: str = "run") -> Path:
        folder = tmp_path / name
        (folder / SOURCES).mkdir(parents=True)
        for document, text in texts.items():
            path = folder / SOURCES / source_path(document)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        rows = [json.dumps({"document": document}, ensure_ascii=False) for document in texts]
        (folder / "documents.jsonl").write_text("\n".join(rows), encoding="utf-8")
        lines = [f"{one.to_json()}\n" for one in records]
        (folder / "proposals.jsonl").write_bytes("".join(lines).encode())
        (folder / "failures.jsonl").write_text("")
        (folder / "manifest.json").write_text("{}")
        return folder

    return write


@pytest.fixture
def council(write_run: Callable[..., Path]) -> Path:
    """Two documents with records, one without."""
    texts = {"совет/протокол 3.txt": COUNCIL, "пусто.txt": "Обсудили погоду.", "сад.txt": GARDEN}
    return write_run(texts, council_records())


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's chromium; skipped by name where there is none, failed where one is demanded."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        reason = "no browser: chromium is not installed"
        if os.environ.get(DEMANDED):
            pytest.fail(f"{reason}, and {DEMANDED} demands it")
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


class Opened:
    """A report open in the browser, and everything that happened to it."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.path = path
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console",
            lambda said: (
                self.errors.append(said.text) if said.type in {"error", "warning"} else None
            ),
        )
        page.on("dialog", lambda dialog: self.errors.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self.requests.append(request.url))
        self.go()

    def go(self, fragment: str = "") -> None:
        """Opens the page anew."""
        self.page.goto("about:blank")
        self.page.goto(self.path.as_uri() + fragment)

    def rows(self) -> list[str]:
        """The contents of the rows that are in the page."""
        return list(self.page.locator("#rows .cell.text").all_inner_texts())

    def marked(self, slot: str) -> list[str]:
        """The words of the text that carry a mark."""
        return list(self.page.locator(f"#text .mark.{slot}").all_text_contents())

    def toast(self) -> str:
        """What the page told last."""
        return str(self.page.locator("#toast").inner_text())

    def until(self, condition: str) -> None:
        """Waits until the script gives true; asked from outside: the page forbids itself eval."""
        for _ in range(300):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(100)
        pytest.fail(f"never came true: {condition}")

    def select(self, words: str) -> None:
        """Selects words of the text that stand in one run of it, as a mouse would."""
        self.page.evaluate(
            """(words) => {
              const walker = document.createTreeWalker(document.getElementById("text"), 4);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(node, at, node, at + words.length);
                return;
              }
              throw new Error(`${words} is not there`);
            }""",
            words,
        )
        self.page.wait_for_selector("#picker:not([hidden])")


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Opened]]:
    """Opens the page of a run; when the test ends, nothing may have gone wrong or out."""
    contexts, opened = [], []

    def open_(folder: Path, **options: Any) -> Opened:
        path = folder / "report.html"
        path.write_text(build_page(load_run(folder)), encoding="utf-8", newline="")
        context = browser.new_context(viewport={"width": 1280, "height": 800}, **options)
        context.set_default_timeout(30000)
        contexts.append(context)
        opened.append(Opened(context.new_page(), path))
        return opened[-1]

    yield open_
    for context in contexts:
        context.close()
    for one in opened:
        assert one.errors == []
        assert {url.split("#")[0] for url in one.requests} <= {
            one.path.as_uri(),
            "about:blank",
            "data:,",
        }
