"""Words are razdel's, chunk by chunk."""

from __future__ import annotations

from pathlib import Path

import pytest
import razdel
from hypothesis import given, settings
from hypothesis import strategies as st

from predlozheno.language.words import words
from predlozheno.reading.readers import read
from predlozheno.reading.segmentation import segment

TEXTS = Path(__file__).parents[2] / "corpus" / "texts"


def by_razdel(text: str) -> list[tuple[int, int]]:
    return [(token.start, token.stop) for token in razdel.tokenize(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Кто - то пришёл в 10 : 30, т. е. в 1 / 2 часа.",
        "п. 3.1, пп. 4 - 5; 1,5 млн. руб. (т.е. -5 %)",
        "вице- премьер, северо -запад , 2020 -2025 гг .",
        "...«Да»?.. — Нет!..",
        "",
        "  ",
    ],
)
def test_signs_that_look_beyond_a_space(text):
    assert list(words(text)) == by_razdel(text)


@settings(deadline=None)
@given(st.text(alphabet="аБ1 .,-–—_/\\:;%№«»x+", max_size=24))
def test_any_text(text):
    assert list(words(text)) == by_razdel(text)


def test_every_sentence_of_the_corpus():
    for path in sorted(TEXTS.iterdir()):
        segments = segment(read(path, name=path.name))
        for sentence in segments.sentences:
            text = segments.text[sentence.start : sentence.end]
            assert list(words(text)) == by_razdel(text), text
