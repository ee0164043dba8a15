"""Headings and labels as everyday minutes, stenograms, resolutions and chats set them."""

from __future__ import annotations

import pytest

from predlozheno.reading.document import Block, Document, Segments
from predlozheno.reading.marks.speakers import speaker_of
from predlozheno.reading.segmentation import segment


def read(source: str) -> Segments:
    return segment(Document("m.txt", source))


def find(segments: Segments, words: str) -> Block:
    return next(b for b in segments.blocks if words in segments.text[b.start : b.end])


def test_framed_headings_number_what_is_below() -> None:
    segments = read(
        "Правление кооператива.\n\n=== 1. Ворота ===\nШлагбаум опять заклинило.\n\n=== 2. Взносы ===\n"
        "Света предлагает поднять взнос до трёхсот рублей.\n"
    )
    block = find(segments, "поднять взнос")
    assert (block.section, block.item) == (("Взносы",), "2")


def test_numbered_titles_with_a_full_stop_stand_above_prose() -> None:
    segments = read(
        "Оперативка 3 марта 2021 г.\n\n1. План недели.\nВыпущено 40 тонн, план сорван из-за сукна.\n"
        "- Саитову подготовить тали.\n\n2. Качество.\nПришли две рекламации, отвечаем завтра.\n"
        "- Технологу выехать к заказчику.\n"
    )
    assert find(segments, "выехать").section == ("Качество",)
    assert find(segments, "выехать").item == "2"
    assert find(segments, "тали").section == ("План недели",)


@pytest.mark.parametrize(
    "heading",
    [
        "II. О готовности котельных (Беглов, Ермошина, представитель ООО «Тепло»)",
        "II. О готовности котельных (пункт 2 повестки дня)",
    ],
)
def test_who_spoke_and_the_agenda_item_are_no_words_of_a_heading(heading: str) -> None:
    segments = read(f"Протокол № 2\n\n{heading}\n\nЗаведующий доложил о запасах мазута.\n")
    assert find(segments, "мазута").section == ("О готовности котельных",)


def test_shouted_clause_of_a_resolution_heads_its_numbered_parts() -> None:
    segments = read(
        "РЕЗОЛЮЦИЯ\nконференции краеведов\n\nУчастники выслушали девять докладов о крепостях.\n\n"
        "Участники конференции СЧИТАЮТ НЕОБХОДИМЫМ:\n\n1. В области охраны\n1.1. Обнести валы.\n\n"
        "2. В области науки\n2.1. Издать сборник.\n\nКонференция РЕШИЛА:\n\n3. Просить о помещении.\n"
    )
    assert find(segments, "сборник").section == ("СЧИТАЮТ НЕОБХОДИМЫМ", "В области науки")
    last = find(segments, "о помещении")
    assert (last.section, last.item) == (("РЕШИЛА",), "3")


def test_numbers_that_count_on_through_all_parts_stand_alone() -> None:
    segments = read(
        "I. Открытие сессии\n\n1. Председатель приветствовал делегации.\n\nII. Выборы бюро\n\n"
        "2. Группа утвердила список.\n\n3. Группа избрала докладчика.\n"
    )
    assert [find(segments, word).item for word in ("утвердила", "избрала")] == ["2", "3"]


def test_a_sentence_that_turns_to_an_agenda_item_numbers_what_follows() -> None:
    segments = read(
        "Протокол № 3 собрания родителей\n\nПо первому вопросу выступила психолог.\n\n"
        "Она просит не ругать детей за оценки.\n\nПо второму вопросу слушали повара.\n\nМеню готово.\n"
    )
    assert find(segments, "не ругать").item == "1"
    assert find(segments, "Меню").item == "2"


def test_the_presiding_officer_of_a_stenogram_has_turns() -> None:
    segments = read(
        "СТЕНОГРАММА\nзаседания думы\n\nПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Добрый день, коллеги.\n\n"
        "ЛЫТКИН А. Б. Предлагаю снять пятый пункт.\n\nПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Прошу голосовать.\n"
    )
    assert find(segments, "Прошу").speaker == "ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ"
    assert find(segments, "пятый").speaker == "ЛЫТКИН А. Б."


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Официальный оппонент д.г.н. Орлов Ф.О.: возразил", "Официальный оппонент д.г.н. Орлов Ф.О."),
        ("к.ф.-м.н. Сойкина Л.Д.: поддержала", "к.ф.-м.н. Сойкина Л.Д."),
        ("Зав. библиотекой Орешко Л.П.: предложила экскурсии", "Зав. библиотекой Орешко Л.П."),
        ("Повар Зыкова: Тогда ищите плиту!", "Повар Зыкова"),
        ("Старшая сестра Полина Марковна: Принесу.", "Старшая сестра Полина Марковна"),
        ("Мама Степана: Давайте закажем автобус.", "Мама Степана"),
    ],
)  # fmt: skip
def test_labels_with_degrees_and_offices(line: str, label: str) -> None:
    speaker = speaker_of(line)
    assert speaker is not None
    assert line[speaker.start : speaker.end] == label


@pytest.mark.parametrize(
    "line",
    [
        "Тема доклада Орешко Л.П.: экскурсии",
        "Секретарь подготовил для Орешко Л.П.: справку",
        "Цена билета Москва: двести рублей",
    ],
)
def test_a_title_without_an_office_labels_nobody(line: str) -> None:
    assert speaker_of(line) is None


def test_any_nick_labels_its_message() -> None:
    segments = read(
        "Паша бас, [11.05.26 20:16]\nго на автобусе\n\n"
        "Жанна из альтов, [11.05.26 20:17]\nаптечка на мне\n\n"
        "Паша бас, [11.05.26 20:18]\nок\n"
    )
    assert find(segments, "аптечка").speaker == "Жанна из альтов"
    assert find(segments, "автобусе").speaker == "Паша бас"


def test_shouted_counts_of_a_vote_are_no_heading() -> None:
    segments = read(
        "Вопрос № 1\n\nУтвердить отчёт.\nЗА 190 015, ПРОТИВ 201, ВОЗДЕРЖАЛСЯ 11\n\n"
        "Вопрос № 2\n\nИзбрать совет.\n"
    )
    assert find(segments, "Избрать").section == ("Вопрос № 2",)


def test_speeches_in_one_paragraph_are_parted() -> None:
    segments = read(
        "1. Ремонт.\nСаитов просит двух слесарей. Ладейщиков: не дам, мало. Жигалов: одного дать.\n\n"
        "Жигалов: и кончим на этом. Ладейщиков: хорошо.\n"
    )
    assert find(segments, "не дам").speaker == "Ладейщиков"
    assert find(segments, "одного").speaker == "Жигалов"


GLUED = {
    "shouted": "ПРЕДСЕДАТЕЛЬ. Начнём. ЛАПИН О.Г. Нужен насос. ПРЕДСЕДАТЕЛЬ. Вопросы? ЗИМИНА Т.В. Есть.",
    "plain": (
        "Титов А.А. Начнём, коллеги. Лапин О.Г. Нужен насос. Титов А.А. Вопросы? Зимина Т.В. Есть. "
        "Лапин О.Г. Слушаю. Титов А.А. Пожалуйста."
    ),
}


@pytest.mark.parametrize("text", GLUED.values(), ids=GLUED)
def test_glued_speeches_are_parted_at_labels_with_a_full_stop(text: str) -> None:
    segments = read(f"Стенограмма\n14 марта 2024 года\n\n{text}\n")
    assert (find(segments, "насос").speaker or "").lower() == "лапин о.г."
    assert (find(segments, "Есть.").speaker or "").lower() == "зимина т.в."


def test_people_of_a_list_are_no_glued_speeches() -> None:
    text = "Избрали комиссию. Петров И.И. Выбран главой. Работу начать с мая.\n"
    assert len(read(text).blocks) == 1


def test_speeches_of_a_list_in_one_paragraph_are_parted() -> None:
    segments = read(
        "Протокол № 1\n\nВЫСТУПИЛИ: Петров И.И. – предложил насос; проф. Белова О.П. – поддержала.\n"
    )
    assert find(segments, "насос").speaker == "Петров И.И."
    assert find(segments, "поддержала").speaker == "проф. Белова О.П."


@pytest.mark.parametrize(
    "text",
    [
        "1. Савельева М.Т.: исключить квартал.",
        "Выступил проф. Белов И.И.: насос нужен.",
        "Официальный оппонент д.г.н. Орлов Ф.О.: деление излишне.",
    ],
)
def test_a_name_behind_no_sentence_stays_in_its_paragraph(text: str) -> None:
    assert len(read(text).blocks) == 1


def test_dashes_behind_a_turn_are_nobodys_words() -> None:
    segments = read(
        "1. Ремонт.\nСаитов: насос собран, но гудит.\n- Насос до замера не пускать.\n\n"
        "Жигалов: зачитываю:\n- леса разобрать.\n"
    )
    assert find(segments, "не пускать").speaker is None
    assert find(segments, "леса").speaker == "Жигалов"


def test_underlined_headings_in_plain_text() -> None:
    segments = read(
        "Планёрка 3 марта 2026\n\nСклад\n=====\n\nКраски\n------\nНадо списать банки.\n\n"
        "Последняя строка абзаца,\nкоторая ничего не озаглавит\n----------------------------\n\n"
        "Касса\n=====\nНадо сменить замок.\n"
    )
    assert find(segments, "банки").section == ("Склад", "Краски")
    assert find(segments, "озаглавит").kind == "paragraph"
    assert find(segments, "замок").section == ("Касса",)


def test_a_rule_under_the_head_of_a_table_underlines_nothing() -> None:
    segments = read(
        "Склад\n\n№   Что      Кто\n----------------\n1   мука     Вася\n2   соль     Петя\n"
    )
    assert find(segments, "мука").kind == "row"


@pytest.mark.parametrize(
    "text",
    [
        "Планёрка\n\nСайт:\n- лежал час\n- надо менять\n\nСклад:\n- мышь съела крупу\n",
        "Планёрка\n\n1) Сайт\nЛежал час.\n\n2) Склад\nМышь съела крупу.\n",
        "Планёрка\n\nБлок 1. Сайт\nЛежал час.\n\nБлок 2. Склад\nМышь съела крупу.\n",
        "ВОПРОС 1. САЙТ\n\nЛежал час.\n\nВОПРОС 2. Склад\n\nМышь съела крупу.\n",
    ],
)
def test_parts_of_notes(text: str) -> None:
    assert find(read(text), "съела").section == ("Склад",)


def test_bold_lines_are_headings_in_markdown() -> None:
    source = "# Созвон\n\n**Склад**\n\nМышь съела крупу.\n\n**Решение:** завести **кота**.\n"
    segments = segment(Document("m.md", source, "markdown"))
    assert find(segments, "Мышь").section == ("Склад",)
    assert find(segments, "кота").stage == "Решение"


def test_front_matter_has_no_heading() -> None:
    source = "---\ntitle: Созвон\ndate: 2026-04-14\n---\n\n## Склад\n\nМышь съела крупу.\n"
    segments = segment(Document("m.md", source, "markdown"))
    assert find(segments, "Мышь").section == ("Склад",)
    assert segments.meeting is not None
    assert segments.meeting.date == "2026-04-14"


def test_roman_headings_stand_above_arabic_ones() -> None:
    segments = read(
        "I. ЛЕТО\n\n1. Театр\nСцену смонтировали вчера.\n\n2. Сад\nСтулья завезли.\n\n"
        "II. РЕМОНТЫ\n\nКрыша течёт.\n"
    )
    assert find(segments, "Стулья").section == ("ЛЕТО", "Сад")
    assert find(segments, "Крыша").section == ("РЕМОНТЫ",)


def test_the_head_ends_where_sentences_begin() -> None:
    segments = read(
        "Планёрка снабжения\n5 февраля 2026 г.\n\nПрисутствовали: Гуров, Смолина\n\nО складе\n\n"
        "Гуров доложил, что стеллажи смонтированы.\nОтчёт о ценах обновлять раз в неделю.\n"
    )
    assert find(segments, "Гуров доложил").section == ("О складе",)
    assert find(segments, "Отчёт").zone == "body"


def test_a_list_run_in_behind_a_label_makes_no_heading_of_it() -> None:
    segments = read(
        "1. О ценах\n\nСпорили долго.\n\nРешение: 1) принять к сведению; 2) ждать до мая.\n"
    )
    assert find(segments, "ждать").section == ("О ценах",)
