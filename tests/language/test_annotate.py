"""The Doc of a segmented text: its offsets are the repaired text's own."""

from __future__ import annotations

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from predlozheno.language import annotate
from predlozheno.language.tokens import doc_of_sentences
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment

MINUTES = (
    "ПРОТОКОЛ № 3\n"
    "Слушали: Орлова И.П. Он предложил создать комиссию.\n"
    "Срок:\tдо 1 марта 2025 г.\tИсполнитель: деканат"
)


def test_characters_and_sentences_are_those_of_the_segments(segmented):
    segments = segmented(MINUTES)
    doc = annotate(segments)
    assert doc.text == MINUTES.replace("\n", " ").replace("\t", " ")
    assert [(s.start_char, s.end_char) for s in doc.sents] == [
        (s.start, s.end) for s in segments.sentences
    ]
    assert doc._.segments is segments


def test_every_token_knows_its_block(segmented):
    segments = segmented(MINUTES)
    doc = annotate(segments)
    blocks = doc.user_data["blocks"]
    assert len(blocks) == len(doc)
    for token, index in zip(doc, blocks, strict=True):
        block = segments.blocks[index]
        assert block.start <= token.idx < block.end


def test_every_layer_is_there(segmented):
    doc = annotate(segmented(MINUTES))
    for layer in ("POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"):
        assert doc.has_annotation(layer), layer
    assert {"parties"} <= set(doc.spans)


def test_an_empty_text_is_an_empty_doc(segmented):
    assert len(annotate(segmented(""))) == 0


def test_a_sentence_without_end_stays_one_sentence_with_one_root(segmented):
    text = "комиссия предложила ректору создать отдел и " * 400 + "разойтись"
    doc = annotate(segmented(text))
    sentences = list(doc.sents)
    assert len(doc) > 2000
    assert len(sentences) == 1
    assert sum(token.head == token for token in doc) == 1


@settings(deadline=None)
@given(st.lists(st.text(alphabet="аб.,« \u00a0", min_size=1, max_size=8), max_size=6))
def test_any_white_space_keeps_the_offsets(lines):
    text = "\n".join(lines)
    spans, start = [], 0
    for line in lines:
        if line.strip():
            spans.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        start += len(line) + 1
    doc = doc_of_sentences(text.replace("\n", " "), spans, spacy.blank("ru").vocab)
    assert doc.text == text.replace("\n", " ")
    assert {start for start, _ in spans} <= {token.idx for token in doc if token.is_sent_start}


def test_a_letter_without_a_name_is_read_over() -> None:
    doc = annotate(segment(Document("а.txt", "Совет \U00017000 предложил купить насос.")))
    assert "\U00017000" in [token.lemma_ for token in doc]
