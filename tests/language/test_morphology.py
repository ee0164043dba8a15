"""What words can be, and what the tagger makes of them."""

from __future__ import annotations

import pytest

from predlozheno.language.morphology import analyses, can_be, fold, lemmas


@pytest.mark.parametrize(
    ("word", "asked", "answer"),
    [
        ("комиссии", {"case": "Dat"}, True),
        ("комиссии", {"case": "Acc", "number": "Sing"}, False),
        ("комитету", {"case": "Dat", "pos": "NOUN"}, True),
        ("комитетом", {"case": "Dat"}, False),
        ("доложите", {"pos": "VERB", "Mood": "Imp"}, True),
        ("стекло", {"pos": ("VERB", "NOUN")}, True),
        ("предложено", {"VerbForm": "Part", "Variant": "Short"}, True),
        ("который", {"pos": "DET"}, True),
        ("Зуеву", {"case": "Dat", "gender": "Masc"}, True),
        (",", {"case": "Dat"}, False),
    ],
)
def test_can_be(word, asked, answer):
    assert can_be(word, **asked) is answer


def test_can_be_takes_tokens(nlp):
    doc = nlp("Доложите комиссии о расходах.")
    assert can_be(doc[0], Mood="Imp")
    assert can_be(doc[1], case="Dat")


def test_likeliest_reading_first():
    readings = analyses("комитету")
    assert readings[0].lemma == "комитет"
    assert readings[0].features["Case"] == "Dat"
    assert readings[0].known


def test_lemmas_of_an_ambiguous_form():
    assert {"банк", "банка"} <= lemmas("банка", pos="NOUN")


def test_fold():
    assert fold("Учёный Ё") == "ученый е"


@pytest.mark.parametrize(
    ("text", "word", "lemma", "pos"),
    [
        ("Утвердить расчёт.", "расчёт", "расчет", "NOUN"),
        ("Учёный совет утвердил план.", "Учёный", "ученый", "ADJ"),
        ("ПОРУЧИТЬ РЕКТОРУ СОЗДАТЬ КОМИССИЮ.", "РЕКТОРУ", "ректор", "NOUN"),
        ("ПОРУЧИТЬ РЕКТОРУ СОЗДАТЬ КОМИССИЮ.", "СОЗДАТЬ", "создать", "VERB"),
        ("ПОСТАНОВИЛИ: создать комиссию.", "ПОСТАНОВИЛИ", "постановить", "VERB"),
    ],
)
def test_lemmas_are_small_and_without_dots(nlp, text, word, lemma, pos):
    token = next(token for token in nlp(text) if token.text == word)
    assert (token.lemma_, token.pos_) == (lemma, pos)


def test_a_letter_without_a_name_is_no_word() -> None:
    """A sign newer than the tables of the dictionary's library: «\\U00017000» of Tangut."""
    assert analyses("\U00017000") == ()
    assert analyses("дом\U00017000") == ()
