"""What the first words of a line are taken for, and what they are not."""

import pytest

from predlozheno.reading.marks.markers import marker_of
from predlozheno.reading.marks.questions import question_of
from predlozheno.reading.marks.speakers import speaker_of
from predlozheno.reading.marks.stages import stage_of, trailing_stage_of


@pytest.mark.parametrize(
    ("line", "text", "number"),
    [
        ("1. Утвердить план", "1.", "1"),
        ("1.1. Утвердить план", "1.1.", "1.1"),
        ("1.1 Утвердить план", "1.1", "1.1"),
        ("1.1.1.Утвердить план", "1.1.1.", "1.1.1"),
        ("2) смету", "2)", "2"),
        ("(2) смету", "(2)", "2"),
        ("а) смету", "а)", "а"),
        ("IV. Создать фонд", "IV.", "IV"),
        ("п. 3 Решения исключить", "п. 3", "3"),
        ("– создать фонд", "–", None),
        ("–создать фонд", "–", None),
        ("• создать фонд", "•", None),
        ("* создать фонд", "*", None),
        ("- [x] написать", "- [x]", None),
    ],
)
def test_markers(line: str, text: str, number: str | None) -> None:
    marker = marker_of(line)
    assert marker is not None
    assert (marker.text, marker.number) == (text, number)


@pytest.mark.parametrize(
    "line",
    ["26.02.2026 состоялось заседание", "2007 г.", "1.5 млн руб.", "12.00 начало", "10 мая", "2+2"],
)
def test_no_markers(line: str) -> None:
    assert marker_of(line) is None


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("СЛУШАЛИ: отчёт", "СЛУШАЛИ", "отчёт"),
        ("СЛУШАЛИ", "СЛУШАЛИ", ""),
        ("СЛУШАЛИ Иванову И.И. о ходе ремонта", "СЛУШАЛИ", "Иванову И.И. о ходе ремонта"),
        ("Решили: купить насос", "Решили", "купить насос"),
        ("РЕШИЛИ (единогласно):", "РЕШИЛИ", ""),
        ("Решение (29 мар): берём", "Решение", "берём"),
        ("ПОВЕСТКА ДНЯ", "ПОВЕСТКА ДНЯ", ""),
        ("По первому вопросу слушали: Гусева А.А.", "слушали", "Гусева А.А."),
        ("Вопросы задали: Зуев", "Вопросы задали", "Зуев"),
        ("Разное.", "Разное", ""),
    ],
)
def test_stages(line: str, label: str, words: str) -> None:
    stage = stage_of(line)
    assert stage is not None
    assert line[stage.start : stage.end] == label
    assert line[stage.body :] == words


@pytest.mark.parametrize(
    "line",
    [
        "Решили только 19 студентов",
        "Повестка дня заседания была одобрена",
        "РЕШЕНИЕ СОВЕТА ДЕПУТАТОВ",
        "Предложения делегаций:",
        "Стороны договорились:",
    ],
)
def test_no_stages(line: str) -> None:
    assert stage_of(line) is None
    assert trailing_stage_of(line) is None


def test_a_stage_verb_at_the_end_of_its_line() -> None:
    line = "Учёный совет ПОСТАНОВЛЯЕТ:"
    stage = trailing_stage_of(line)
    assert stage is not None
    assert line[stage.start : stage.end] == "ПОСТАНОВЛЯЕТ"


@pytest.mark.parametrize(
    ("line", "label", "name", "words"),
    [
        ("Петров И.И.: Прошу", "Петров И.И.", "Петров И.И.", "Прошу"),
        ("проф. М.М. Гринёв: прошу", "проф. М.М. Гринёв", "М.М. Гринёв", "прошу"),
        ("Кравцова Т.Н. (завуч): да", "Кравцова Т.Н.", "Кравцова Т.Н.", "да"),
        ("ПЕТРОВ И. И. Уважаемые коллеги!", "ПЕТРОВ И. И.", "ПЕТРОВ И. И.", "Уважаемые коллеги!"),
        ("Ведущая. Слово вам.", "Ведущая", "Ведущая", "Слово вам."),
        ("[00:12:33] Анна: начнём", "Анна", "Анна", "начнём"),
        ("Спикер 2: начнём", "Спикер 2", "Спикер 2", "начнём"),
        ("Катя: да", "Катя", "Катя", "да"),
        ("Иванов (председатель): да", "Иванов (председатель)", "Иванов", "да"),
        ("Голос из зала: да", "Голос из зала", "Голос из зала", "да"),
        ("Депутат Сергеев: да", "Депутат Сергеев", "Сергеев", "да"),
    ],
)  # fmt: skip
def test_speakers(line: str, label: str, name: str, words: str) -> None:
    speaker = speaker_of(line)
    assert speaker is not None
    assert line[speaker.start : speaker.end] == label
    assert line[speaker.name_start : speaker.name_end] == name
    assert line[speaker.body :] == words


@pytest.mark.parametrize(
    "line",
    [
        "Срок: до 1 мая",
        "Ответственный: Иванов",
        "Предложено: Избрать счётную комиссию",
        "Главный вопрос: кто платит",
        "Москва: итоги года",
        "Иванов И.И., отметив важность ремонта, сказал: «Нет»",
        "Иванов И.И. предложил перерыв",
        "Сидорова А.П. – директор школы",
        "Поручить А.А. Гусеву запросить сметы",
        "Российская Сторона: за",
    ],
)
def test_no_speakers(line: str) -> None:
    assert speaker_of(line) is None


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ("Сидорова А.П. – отметила рост", "Сидорова А.П.", "отметила рост"),
        ("ст. преп. Д.В. Черных – выразил сомнение", "Д.В. Черных", "выразил сомнение"),
        ("Директор школы Иванов И.И. – предложил", "Иванов И.И.", "предложил"),
        ("Кравцова – поддержала", "Кравцова", "поддержала"),
    ],
)
def test_speakers_of_a_list_of_speeches(line: str, name: str, words: str) -> None:
    assert speaker_of(line) is None
    speaker = speaker_of(line, debate=True)
    assert speaker is not None
    assert line[speaker.name_start : speaker.name_end] == name
    assert line[speaker.body :] == words


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("По второму вопросу", "2"),
        ("По вопросу № 3 повестки дня", "3"),
        ("Вопрос 4. О ремонте", "4"),
        ("По 5-му вопросу выступил Гусев", "5"),
        ("По ремонту кровли", None),
        ("Вопросы и ответы", None),
    ],
)
def test_agenda_items_in_words(line: str, number: str | None) -> None:
    question = question_of(line)
    assert (question.number if question else None) == number
