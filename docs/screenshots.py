"""Takes the pictures of the README from a report of the corpus' own texts. Needs chromium."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from predlozheno.report import load_run
from predlozheno.report.page import build_page
from predlozheno.runs.running import Options, run

DOCS = Path(__file__).parent
TEXTS = DOCS.parent / "corpus" / "texts"
# A protocol, a summary of a working group, a news report, a council: all invented.
CHOSEN = ("02-kafedra", "10-surabaya-ports", "21-montevideo-news", "32-school-council")
OPENED = "10-surabaya-ports"
SIZE = {"width": 1360, "height": 800}


def main() -> None:
    """Extracts, writes the page, and takes a light and a dark picture of it."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = tuple(str(path) for stem in CHOSEN for path in TEXTS.glob(f"{stem}.*"))
        finished = load_run(run(Options(inputs, rules_only=True), Path(folder, "protocols")).folder)
        page = Path(folder, "report.html")
        page.write_text(build_page(finished), encoding="utf-8", newline="")
        records = [one for one in finished.proposals if one.document.startswith(OPENED)]
        richest = max(
            records,
            key=lambda one: (
                bool(one.purpose)
                + bool(one.timing)
                + bool(one.proposers)
                + len({target.role for target in one.targets})
            ),
        )
        with sync_playwright() as playwright:
            path = shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            for scheme in ("light", "dark"):
                take(browser, f"{page.as_uri()}#{richest.id}", scheme)


def take(browser: Browser, address: str, scheme: str) -> None:
    """One picture; the dark one shows the charts."""
    page = browser.new_page(viewport=SIZE, color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    if scheme == "dark":
        page.click("#tab-charts")
    page.screenshot(path=DOCS / ("report-dark.png" if scheme == "dark" else "report.png"))


if __name__ == "__main__":
    main()
