"""Sentences of official prose."""

import pytest

from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment


def sentences(source: str) -> list[str]:
    segments = segment(Document("a.txt", source))
    return [segments.text[sentence.start : sentence.end] for sentence in segments.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "В соответствии с п. 3 плана и ст. 12 закона (абз. 2 ч. 1) выделено 2 млн руб. на ремонт.",
        "Слово взял ст. преп. Д. В. Черных из отдела.",
        "На Совещании 13 февраля 2007 г. в рамках переговоров создана группа.",
        "Театр им. А.С. Пушкина и др. учреждения просят помощи.",
        "Проф. Гринёв живёт на ул. Мира, д. 5, корп. 2.",
        "1.2. Утвердить смету.",
        "Он сказал: «Надо спешить. Иначе опоздаем».",
        "СЛУШАЛИ: зав. кафедрой Е.А. Тулупова.",
        "Участвовали 5 чел. из 7, см. прил. 4 к плану.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert sentences(f"{sentence} Далее был перерыв.") == [sentence, "Далее был перерыв."]


def test_sentences_end_where_they_should() -> None:
    assert sentences("Купили бумагу и т.д. Потом ушли. Сумма – 1 млн. Спасибо.Уважаемые коллеги!") == [
        "Купили бумагу и т.д.", "Потом ушли.", "Сумма – 1 млн.", "Спасибо.", "Уважаемые коллеги!",
    ]  # fmt: skip


def test_no_sentence_is_overlong() -> None:
    found = sentences("ну я предлагаю перенести срок потому что мы не успеем " * 200)
    assert len(found) > 5
    assert max(map(len, found)) <= 1500
    assert all(part == part.strip() for part in found)
