from __future__ import annotations

import re
from html import unescape

from predlozheno.records.marked import marked_html


def shown(html):
    """The text of the shown source, without its tags."""
    body = html.split("<div lang=", 1)[1].split(">", 1)[1]
    return unescape(re.sub(r"<[^>]*>", "", body))


def test_slots_are_marked_and_the_text_stays_whole(proposal):
    source = "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."
    html = marked_html(source, [proposal(source)])
    assert shown(html) == source
    assert re.search(r'font-weight:600" title="proposal, proposal[^"]*">было предложено<', html)
    assert re.search(r'title="proposer: корейская сторона">Корейской стороной<', html)
    assert re.search(r'title="content of a proposal\nestablished: отдел">отдел<', html)


def test_everything_from_the_text_is_escaped(proposal):
    sentence = (
        "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."
    )
    source = f"<script>alert(1)</script> {sentence} <img src=x onerror=alert(1)>"
    party = proposal(source).proposers[0].model_dump() | {"name": '"><script>alert(2)</script>'}
    html = marked_html(source, [proposal(source, proposers=[party])])
    assert "<script" not in html
    assert "<img" not in html
    assert "&quot;&gt;&lt;script&gt;" in html


def test_long_stretches_without_marks_are_left_out(proposal):
    sentence = (
        "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."
    )
    source = "а" * 5_000 + sentence + "б" * 5_000
    html = marked_html(source, [proposal(source)], context=100)
    assert shown(html).count("⋯") == 2
    assert sentence in shown(html)
    assert len(html) < 4_000


def test_a_text_without_records_shows_its_beginning():
    assert "Тихое &lt;заседание&gt;" in marked_html("Тихое <заседание>", [])
