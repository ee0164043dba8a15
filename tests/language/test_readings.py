"""Lean readings are natasha's own, and inflect to the same forms."""

from __future__ import annotations

import pytest

from predlozheno.language.morphology import analyzer

WORDS = (
    "обучающиеся управляющему постановили совещании стали лучших Иванову трём двух-трёх "
    "кафедрой рабочая вице-премьера СНТ Зуевой собаководами пятидесяти бутявка 15-го"
).split()


@pytest.fixture(scope="module")
def stock():
    from natasha import MorphVocab

    analyzer()
    return MorphVocab()


@pytest.mark.parametrize("word", WORDS)
def test_readings_and_forms_are_the_same(word, stock):
    for ours, theirs in zip(analyzer().parse(word), stock.parse(word), strict=True):
        assert (ours.normal, ours.pos, ours.feats) == (theirs.normal, theirs.pos, theirs.feats)
        for features in (["Nom", "Sing", "Masc"], ["Nom", "Sing"], ["Gen", "Plur"]):
            one, other = ours.inflect(features), theirs.inflect(features)
            assert (one and (one.word, one.tag)) == (other and (other.word, other.tag))
