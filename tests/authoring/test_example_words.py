"""Which words of a sentence carry the act."""

from __future__ import annotations

import pytest

from predlozheno.authoring.aspect import with_other_aspect
from predlozheno.authoring.words import guessed_words, marked_words
from predlozheno.language import annotate
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment


def listed(text: str) -> dict[str, tuple[str, ...]] | None:
    """The word lists guessed for a sentence, or for the words in square brackets in it."""
    start, end = text.find("["), text.find("]") - 1
    doc = annotate(segment(Document("example", text.replace("[", "").replace("]", ""))))
    if start < 0:
        words = guessed_words(doc)
        return dict(words.lists()) if words else None
    span = doc.char_span(start, end)
    assert span is not None
    return dict(marked_words(doc, span.start, span.end).lists())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Профком отстаивает сохранение вечерней смены.", {"verbs": ("отстаивать",)}),
        ("Нами запланировано провести субботник.", {"verbs": ("запланировать",)}),
        (
            "Депутат озвучил мысль о ремонте школы.",
            {"nouns": ("мысль",), "support": ("озвучить",)},
        ),
        (
            "Совет выступил с идеей открыть музей.",
            {"nouns": ("идея",), "support": ("выступить",)},
        ),
        ("Жители бьются за сохранение сквера.", {"verbs": ("биться",)}),
        ("Завхозу вменяется составить план.", {"verbs": ("вменять",)}),
        (
            "Мудро создать рабочую группу.",
            {"predicatives": ("мудр", "мудра", "мудро", "мудры")},
        ),
        ("Дом, который построил Джек, решено снести.", {"verbs": ("решить",)}),
        ("Погода хорошая.", None),
    ],
)
def test_without_marks(sentence, expected):
    assert listed(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Бухгалтер сказал, что комиссия [пробивает] смету.", {"verbs": ("пробивать",)}),
        ("Смета [была одобрена] собранием.", {"verbs": ("одобрить",)}),
        (
            "Староста [кинул клич] собрать деньги.",
            {"nouns": ("клич",), "support": ("кинуть",)},
        ),
        ("Совет [берёт на карандаш] ремонт крыши.", {"phrases": ("брать на карандаш",)}),
        ("Совет [считает нужным] ремонт крыши.", {"phrases": ("считать нужным",)}),
        ("[Мольба] отпустить пораньше.", {"nouns": ("мольба",)}),
    ],
)
def test_with_a_marked_trigger(sentence, expected):
    assert listed(sentence) == expected


@pytest.mark.parametrize(
    ("verb", "other"),
    [
        ("озвучить", "озвучивать"),
        ("отстаивать", "отстоять"),
        ("внести", "вносить"),
        ("предлагать", "предложить"),
        ("выдвинуть", "выдвигать"),
        ("обратиться", "обращаться"),
        ("утвердить", "утверждать"),
        ("брать", "взять"),
    ],
)
def test_the_other_aspect(verb, other):
    assert with_other_aspect(verb) == (verb, other)


@pytest.mark.parametrize("verb", ["лоббировать", "рекомендовать", "биться", "неттакого"])
def test_a_verb_of_which_no_other_aspect_is_sure_stands_alone(verb):
    assert with_other_aspect(verb) == (verb,)
