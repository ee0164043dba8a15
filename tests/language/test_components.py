"""The components in somebody else's pipeline, on plain texts."""

from __future__ import annotations

import pytest
import spacy

from predlozheno.language.components import NAMES

TEXT = "Совет предложил ректору создать комиссию. Ректор А.Б. Серов согласился.\n\nСрок – 1 мая."


@pytest.fixture(scope="module")
def blank():
    pipeline = spacy.blank("ru")
    for name in NAMES:
        pipeline.add_pipe(name)
    return pipeline


def test_they_work_behind_the_stock_tokenizer(blank):
    doc = blank(TEXT)
    assert doc.text == TEXT
    assert [str(sentence).strip() for sentence in doc.sents] == [
        "Совет предложил ректору создать комиссию.",
        "Ректор А.Б. Серов согласился.",
        "Срок – 1 мая.",
    ]
    assert doc[1].lemma_ == "предложить"
    assert "комиссию" in [span.text for span in doc.spans["parties"]]


def test_every_sentence_has_one_tree(blank):
    for sentence in blank(TEXT).sents:
        assert sum(token.head == token for token in sentence) == 1
        assert all(token.head in sentence for token in sentence)


def test_sentences_that_are_set_are_kept(blank):
    doc = blank.make_doc("Создать комиссию Утвердить план")
    for token in doc:
        token.is_sent_start = token.i in (0, 2)
    for _, component in blank.pipeline:
        doc = component(doc)
    assert [sentence.text for sentence in doc.sents] == ["Создать комиссию", "Утвердить план"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "1.", "Да"])
def test_scraps_do_no_harm(blank, text):
    assert blank(text).text == text


def test_the_pipeline_of_the_package_keeps_the_text(nlp):
    assert nlp(TEXT).text == TEXT


def test_many_texts_at_once(nlp):
    first, _, third = nlp.pipe([TEXT, "", TEXT])
    assert [str(span) for span in first.spans["parties"]] == [
        str(span) for span in third.spans["parties"]
    ]
