"""Frames of the tests' own, so that a change of models/frames/ changes no test; and parsed sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Span

from predlozheno.language import annotate
from predlozheno.proposals.frames import Frame, FrameSet
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment

ENTRIES: tuple[dict[str, Any], ...] = (
    {"id": "test.offer", "kind": "proposal", "verbs": ["предложить", "предлагать"]},
    {
        "id": "test.offering",
        "kind": "proposal",
        "nouns": ["предложение"],
        "support": ["внести", "вносить", "вынести", "поступить", "выступить", "поддержать"],
    },
    {
        "id": "test.ask",
        "kind": "request",
        "verbs": ["просить"],
        "diatheses": ["active", "first_person", "imperative"],
        "not_with": ["слово"],
    },
    {"id": "test.advise", "kind": "recommendation", "verbs": ["рекомендовать"]},
    {"id": "test.resolve", "kind": "decision", "verbs": ["утвердить"]},
    {
        "id": "test.need",
        "kind": "need",
        "predicatives": ["необходимо"],
        "phrases": ["считать необходимым", "крайне необходимо"],
    },
    {"id": "test.name", "kind": "proposal", "verbs": ["выдвинуть"], "with_words": ["кандидат"]},
    {
        "id": "test.command",
        "kind": "request",
        "any_verb": "imperative",
        "diatheses": ["imperative"],
        "not_with": ["сказать"],
    },
)


@pytest.fixture(scope="session")
def frames() -> FrameSet:
    """A frame for each sort of words."""
    examples = {"matches": ["[слово]"], "rejects": ["Нет."]}
    return FrameSet(tuple(Frame.model_validate({**entry, **examples}) for entry in ENTRIES))


@pytest.fixture(scope="session")
def lexicon(frames: FrameSet) -> Lexicon:
    """The forms of `frames`."""
    return Lexicon(frames)


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Span]:
    """Reads a text as the extractor does, and gives its last sentence."""

    def parse(text: str) -> Span:
        doc = annotate(segment(Document("протокол.txt", text)))
        return list(doc.sents)[-1]

    return parse
