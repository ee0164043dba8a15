"""A word of a frame that the dictionary does not know is told, with what may have been meant."""

from __future__ import annotations

import pytest

from predlozheno.authoring.spelling import unknown_words
from predlozheno.extractor import known_frames
from predlozheno.proposals.frames import Frame


def frame(**lists: list[str]) -> Frame:
    examples = {"matches": ["[слово]"], "rejects": ["Нет."]}
    return Frame.model_validate({"id": "test.word", "kind": "proposal", **lists, **examples})


@pytest.mark.parametrize(
    ("key", "word", "meant"),
    [
        ("verbs", "отстаевать", "отстаивать"),
        ("verbs", "предлогать", "предлагать"),
        ("verbs", "отстаивает", "отстаивать"),
        ("nouns", "иницатива", "инициатива"),
        ("nouns", "идеи", "идея"),
        ("support", "внисти", "внести"),
    ],
)
def test_a_misspelt_word(key, word, meant):
    lists = {"verbs": ["предложить"]} | {key: [word]}
    (unknown,) = unknown_words(frame(**lists))
    assert (unknown.key, unknown.word) == (key, word)
    assert meant in unknown.near
    assert f"«{word}», so it is never found. Was it meant: " in str(unknown)


def test_words_that_stand_for_themselves_may_be_any():
    assert list(unknown_words(frame(predicatives=["хештег"], not_with=["хештег"]))) == []


def test_a_noun_among_verbs():
    (unknown,) = unknown_words(frame(verbs=["предложение"]))
    assert str(unknown) == (
        "test.word, verbs: the dictionary knows no infinitive «предложение», so it is never found"
    )


def test_every_word_that_came_along_is_known():
    assert [str(word) for one in known_frames() for word in unknown_words(one)] == []
