"""The page as a file: what it is made of, and what cannot get into it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from predlozheno.errors import UsageError
from predlozheno.gold.files import Reason
from predlozheno.records.captions import named
from predlozheno.records.schema import Kind, PartySource, Polarity, Role, Status, TimingType
from predlozheno.report import load_run
from predlozheno.report.page import build_page
from predlozheno.report.page.building import SCRIPTS

ASSETS = Path(__file__).parents[2] / "pipeline" / "predlozheno" / "report" / "page" / "assets"
WORDS = json.loads((ASSETS / "words.json").read_text(encoding="utf-8"))


def blocks(page: str) -> dict[str, object]:
    found = re.findall(r'<script type="application/json" id="([^"]+)">(.*?)</script>', page)
    return {name: json.loads(content) for name, content in found}


def test_records_and_texts_lie_in_the_page(council):
    found = blocks(build_page(load_run(council)))
    assert set(found) == {"data", "source-0", "source-1", "source-2"}
    assert found["source-2"].startswith("Правление.\r\n")
    data = found["data"]
    assert [one["name"] for one in data["documents"]][2] == "сад.txt"
    first = data["records"][0]
    assert first["text"] == "создать отдел при министерстве"
    start, end = first["content"][0]
    assert found["source-0"][start:end] == first["text"]
    assert "procedural" not in first
    assert first["confidence"] == 0.9


def test_what_looks_like_markup_or_a_gap_stays_text(write_run):
    text = "</script><script>alert(1)</script> <!-- script --> <!-- sources --> \u2028 \x00"
    name = "<img src=x onerror=alert(1)>.txt"
    page = build_page(load_run(write_run({name: text}, [])))
    assert blocks(page)["source-0"] == text
    assert blocks(page)["data"]["documents"] == [{"name": name}]
    assert "alert(1)</script>" not in page
    assert "<img" not in page
    assert page.count("<script") == 3


def test_the_policy_allows_these_scripts_alone(council):
    page = build_page(load_run(council))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert "default-src &#x27;none&#x27;" in policy
    assert "unsafe" not in policy
    assert not re.search(r"(src|href)=\"(?!data:)", page)
    assert " style=" not in page
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", page)


def test_every_word_of_the_schema_is_there_in_both_languages():
    for prefix, values in {
        "kind": Kind,
        "status": Status,
        "polarity": Polarity,
        "role": Role,
        "source": PartySource,
        "timing": TimingType,
        "reason": Reason,
    }.items():
        told = [key.removeprefix(f"{prefix}.") for key in WORDS if key.startswith(f"{prefix}.")]
        assert told == [str(value) for value in values]
        if values in (Kind, Status, Polarity, Role):
            for value in values:
                assert WORDS[f"{prefix}.{value}"][0] == named(value, "ru")
    for key, words in WORDS.items():
        assert len(words) == 2, key
        assert all(words), key
        assert words[0].count("{}") == words[1].count("{}"), key


def test_every_key_that_a_script_names_has_words():
    scripts = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    page = (ASSETS / "page.html").read_text(encoding="utf-8")
    named = set(re.findall(r'(?:say|button)\("([\w.]+)"', scripts))
    named |= set(re.findall(r'data-say="([\w.]+)"', page))
    assert len(named) > 50
    assert named <= set(WORDS)
    assert sorted(path.name for path in ASSETS.glob("*.js")) == sorted(SCRIPTS)


def test_a_missing_text_is_named(council):
    (council / "sources" / "сад.txt.txt").unlink()
    with pytest.raises(UsageError, match=r"the text of сад\.txt is missing .* Run `predlozheno"):
        build_page(load_run(council))
