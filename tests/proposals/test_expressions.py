"""Expressions that are tried only where the letters that they ask for stand."""

from __future__ import annotations

import re

import pytest

from predlozheno.proposals.slots.expressions import Expression, asked_for


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        ("(?:в период )?с (?:марта|мая)", "с "),
        ("после (?:обеда|праздников)", "после "),
        ("во? (?:вторник|среду)", "в"),
        ("на протяжении (?:года)?", "на протяжении "),
        ("срок[а-я]*", "срок"),
        ("до (?:мая)|к маю", ""),
        ("(?:до|к) маю", ""),
        (r"[(|]\(?до мая", ""),
    ],
)
def test_what_an_expression_asks_for(source: str, letters: str) -> None:
    assert asked_for(source) == letters


def test_finds_what_the_pattern_finds() -> None:
    text = "с марта по май, после обеда, не позднее среды, в период с мая по июнь"
    for source in ("(?:в период )?с (?:марта|мая)", "после (?:обеда|праздников)", "за год"):
        found = [m.span() for m in Expression(source, r"(?<![\w-])(?:{})").finditer(text)]
        assert found == [m.span() for m in re.finditer(rf"(?<![\w-])(?:{source})", text)]
