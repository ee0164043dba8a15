"""Women's surnames by what the rest of the text tells: who is present, «она», a subject behind."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.language.names import nominative
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment


def name(text: str, words: str) -> str:
    """The nominative of the last mention of these words."""
    doc = annotate(segment(Document("протокол.txt", text)))
    place = doc.text.rindex(words)
    span = doc.char_span(place, place + len(words), alignment_mode="expand")
    assert span is not None
    return nominative(span)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Протокол № 1\n\nПрисутствовали: Зимин О. В., Шубина Е. К.\n\nПовестка: план.\n\n"
            "Смету отдали для проверки Шубиной Е. К. после обеда.",
            "Шубиной Е. К.",
            "Шубина Е. К.",
        ),
        ("Слушали Панину Л. Г. Она предложила купить доску.", "Панину Л. Г.", "Панина Л. Г."),
        ("Обращение подготовит Шубина Е. К. к маю.", "Шубина Е. К.", "Шубина Е. К."),
        ("Отделу (Ларина) подготовить справку.", "Ларина", "Ларина"),
        ("Кедровскому РЭС осмотреть опоры.", "Кедровскому РЭС", "Кедровский РЭС"),
        ("Районной ДЮСШ сдать отчёт.", "Районной ДЮСШ", "Районная ДЮСШ"),
        # The genitive of a man where nothing tells of a woman.
        ("Слушали директора Панина Л. Г. Он доложил о ремонте.", "Панина Л. Г.", "Панин Л. Г."),
    ],
)
def test_names(text: str, words: str, expected: str) -> None:
    """What the form alone leaves open."""
    assert name(text, words) == expected
