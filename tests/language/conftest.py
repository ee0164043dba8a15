"""A pipeline for plain sentences, and Segments of a few lines."""

from __future__ import annotations

import pytest
import razdel
from spacy.language import Language

from predlozheno.language import load_pipeline
from predlozheno.reading.document import Block, Document, Segments, Sentence
from predlozheno.reading.offsets import OffsetMap


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="session")
def segmented():
    """Segments of a plain text: one paragraph a line, sentences by razdel."""

    def build(text: str) -> Segments:
        blocks, sentences, start = [], [], 0
        for index, line in enumerate(text.split("\n")):
            blocks.append(Block(start, start + len(line), body=start))
            sentences.extend(
                Sentence(start + found.start, start + found.stop, index)
                for found in razdel.sentenize(line)
            )
            start += len(line) + 1
        offsets = OffsetMap.identity(len(text))
        return Segments(Document("a.txt", text), text, offsets, tuple(blocks), tuple(sentences))

    return build
