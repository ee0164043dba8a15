"""The document's title heads no part; whatever else stands above a line does."""

from __future__ import annotations

import pytest

from predlozheno.reading.document import Document, Segments
from predlozheno.reading.segmentation import segment


def read(text: str, form: str = "text") -> Segments:
    return segment(Document("t", text, form))


def section(segments: Segments, words: str) -> tuple[str, ...]:
    return next(b.section for b in segments.blocks if words in segments.text[b.start : b.end])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("# Летучка отдела\n\n## Склад\n\nКоробки промокли.\n\n## Касса\n\nТихо.\n", "markdown"),
        ("---\ndate: 2025-09-16\n---\n\n# Летучка\n\n## Склад\n\nКоробки промокли.\n", "markdown"),
        ("Летучка\n\n**Склад**\n\nКоробки промокли.\n\n**Касса**\n\nТихо.\n", "markdown"),
        ("Летучка отдела\n12 марта 2024 года\n\nСклад\n\nКоробки промокли.\n\nКасса\n\nТихо.\n", "text"),
        ("Летучка отдела доставки\n\nСКЛАД\n\nКоробки промокли.\n\nКАССА\n\nТихо.\n", "text"),
    ],
)  # fmt: skip
def test_the_title_of_a_document_heads_no_part(text: str, form: str) -> None:
    assert [words.lower() for words in section(read(text, form), "промокли")] == ["склад"]


def test_the_first_of_many_headings_is_no_title() -> None:
    segments = read("СКЛАД\n\nКоробки промокли.\n\nКАССА\n\nТихо.\n")
    assert section(segments, "промокли") == ("СКЛАД",)


def test_a_part_that_is_named_as_such_is_no_title() -> None:
    segments = read("Глава III. Доклады\n\nКомитет рассмотрел доклад.\n")
    assert section(segments, "рассмотрел") == ("Глава III. Доклады",)


def test_a_title_goes_on_with_the_words_for_the_meeting() -> None:
    segments = read(
        "КОМИТЕТ ПО ВОДЕ\n\nИТОГИ\nкруглого стола о родниках\n\nг. Ирбит, 5 мая 2021 года\n\n"
        "Участники обсудили родники.\n"
    )
    assert section(segments, "обсудили") == ()


def test_headings_in_capitals_go_on_in_the_next_line() -> None:
    segments = read(
        "I. О ГОТОВНОСТИ АВТОБУСОВ К УЧЕБНОМУ\nГОДУ\n\nАвтобусы исправны.\n\n"
        "II. О СТОЛОВОЙ И\nЦЕНАХ НА ОБЕДЫ\n\nМясо подорожало.\n"
    )
    assert section(segments, "исправны") == ("О ГОТОВНОСТИ АВТОБУСОВ К УЧЕБНОМУ ГОДУ",)
    assert section(segments, "Мясо") == ("О СТОЛОВОЙ И ЦЕНАХ НА ОБЕДЫ",)


def test_the_title_of_a_question_on_the_next_line() -> None:
    segments = read("Вопрос 1.\nО крыше\n\nТечёт.\n\nВопрос 2.\nО подвале\n\nСухо.\n")
    block = next(b for b in segments.blocks if "Сухо" in segments.text[b.start : b.end])
    assert (block.section, block.item) == (("О подвале",), "2")


def test_a_party_heads_the_list_below_it_and_no_more() -> None:
    segments = read(
        "О ДОРОГЕ\n\nЯмы.\n\nПредложения перевозчиков:\n- засыпать ямы;\n- закрыть съезд.\n\n"
        "РЕШИЛИ:\n1. Закрыть съезд на год.\n\nО МОСТЕ\n\nСтоит.\n"
    )
    assert section(segments, "засыпать") == ("О ДОРОГЕ", "Предложения перевозчиков")
    assert section(segments, "на год") == ("О ДОРОГЕ", "РЕШИЛИ")


def test_letters_stand_below_romans() -> None:
    segments = read(
        "III. ДОКУМЕНТЫ\n\nA. Накладные\n\n3. Делегация сообщила о проекте.\n\n"
        "B. Подписи\n\n4. Делегация промолчала.\n"
    )
    assert section(segments, "промолчала") == ("ДОКУМЕНТЫ", "Подписи")


def test_small_titles_that_count_on() -> None:
    segments = read("1) занавес\nРита предложила сшить новый.\n2) деньги\nКостя попросил аванс.\n")
    assert section(segments, "аванс") == ("деньги",)
    listed = read("Надо:\n1) купить бензин\n2) вымыть окна\nПотом пили чай.\n")
    assert section(listed, "чай") == ()


def test_labels_of_offices() -> None:
    segments = read(
        "Директор (Арбенин): Фикус вернуть.\n\nКузнецов, главный инженер:\nПрошу насос.\n\n"
        "РЕШИЛИ:\n1.1. Утвердить план.\n1.2. Отделу транспорта (Хлебников Р. О.):\n– закрепить машины.\n"
    )
    speakers = [b.speaker for b in segments.blocks]
    assert speakers[0] == "Директор (Арбенин)"
    assert "Кузнецов, главный инженер" in speakers
    assert not any(name and "Хлебников" in name for name in speakers)
