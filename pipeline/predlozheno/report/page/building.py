"""Puts the page together out of its template, style, scripts and the run's data."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape
from importlib.resources import files
from typing import Any

from predlozheno.report.page.data import page_data
from predlozheno.report.runs import FinishedRun

# One scope, so a script may use what those above it define.
SCRIPTS = (
    "data.js",
    "words.js",
    "state.js",
    "corrections.js",
    "filters.js",
    "table.js",
    "marks.js",
    "reader.js",
    "editor.js",
    "charts.js",
    "main.js",
)
_ASSETS = files("predlozheno.report.page") / "assets"
_GAP = re.compile(r"<!-- (\w+) -->")


def build_page(run: FinishedRun) -> str:
    """The page: one HTML file with its style, scripts, records and texts.

    Nothing that comes from a document can run or be fetched: data lie in blocks of JSON without a
    single «<», the scripts put them on the page as text, and the page's own policy allows no code
    but these scripts, by their hash, and no request at all.

    Raises:
        UsageError: where a file of the run is missing.
    """
    style = _asset("style.css")
    script = '"use strict";\n' + "\n".join(map(_asset, SCRIPTS))
    data, sources = page_data(run)
    parts = {
        "policy": escape(_policy(style, script)),
        "title": escape(run.folder.resolve().name),
        "style": f"<style>{style}</style>",
        "data": _json_block("data", data | {"words": json.loads(_asset("words.json"))}),
        "sources": "\n".join(
            _json_block(f"source-{number}", source) for number, source in enumerate(sources)
        ),
        "script": f"<script>{script}</script>",
    }
    # In one pass: a text that looks like a gap of the template stays a text.
    return _GAP.sub(lambda gap: parts[gap[1]], _asset("page.html"))


def _asset(name: str) -> str:
    return _ASSETS.joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        # No script can make markup or code out of a text, not even by mistake.
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _json_block(name: str, content: Any) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{text}</script>'
