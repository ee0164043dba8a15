"""Who wants it where the sentence has no subject of its own, or names him by an office."""

import pytest

from predlozheno import extractor
from predlozheno.records.schema import PartySource, Proposal


@pytest.fixture(scope="module")
def reader() -> extractor.Extractor:
    return extractor.load(None, rules_only=True)


def last(reader: extractor.Extractor, text: str) -> Proposal:
    return list(reader.extract(text))[-1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Кротов и Иванова осмотрели мост. Предложили закрыть движение.", ["Кротов", "Иванова"]),
        ("Слово предоставили Ивановой. Предложила продлить маршрут.", ["Ивановой"]),
        ("Ермаков возразил. В свою очередь предложил два выпуска объединить.", ["Ермаков"]),
        ("Осмотрели мост Орлов и Зуев. Они же предложили закрыть движение.", ["Орлов", "Зуев"]),
        ("Слушали Иванову. Предложила продлить маршрут.", ["Иванову"]),
        ("Рассмотрели обращение Кротова. Просит продлить маршрут.", ["Кротова"]),
        ("Зачитано письмо пятерых тренеров. Просят повысить ставку.", ["пятерых тренеров"]),
        ("Был звонок от подрядчика. Просит перенести приёмку.", ["подрядчика"]),
        ("Звонили из школы. Просят перенести экзамен.", ["школы"]),
        (
            "Пришло письмо завода «Вымпел». В нём предлагается продлить маршрут.",
            ["завода «Вымпел»"],
        ),
        ("Кротов ответил Зуеву. Последний просил ускорить приёмку.", ["Зуеву"]),
        ("Иванова рассказала о крыше. С её стороны поступила просьба заменить шифер.", ["Иванова"]),
    ],
)
def test_whoever_the_sentence_before_brings_up_goes_on(
    reader: extractor.Extractor, text: str, who: list[str]
) -> None:
    proposers = last(reader, text).proposers
    assert [party.text for party in proposers] == who
    assert {party.source for party in proposers} == {PartySource.CONTEXT}


def test_below_a_list_who_stands_over_it_goes_on(reader: extractor.Extractor) -> None:
    text = (
        "Участники круглого стола\n\nрекомендуют:\n1) школе – открыть кружок;\n"
        "2) музею – продлить часы.\n\nПросят также газету печатать отчёты."
    )
    assert [p.text for p in last(reader, text).proposers] == ["Участники круглого стола"]


def test_nobody_is_guessed_where_only_readers_of_a_letter_are_named(
    reader: extractor.Extractor,
) -> None:
    text = "Зачитано письмо Кротова. Рекомендовано продлить маршрут."
    assert last(reader, text).proposers == ()


def test_an_office_belongs_to_the_mention_and_the_name_is_canonical(
    reader: extractor.Extractor,
) -> None:
    told = last(reader, "Представитель Минтранса Я. К. Добрынин предложил открыть участок.")
    label = last(reader, "Санитар Юсупов: Прошу купить швабры.\nСанитар Юсупов: И вёдра.")
    assert [(p.text, p.canonical) for p in (*told.proposers, *label.proposers)] == [
        ("Представитель Минтранса Я. К. Добрынин", "Я. К. Добрынин"),
        ("Санитар Юсупов", "Юсупов"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Кто-то из родителей предложил отказаться от комбината.", ["Кто-то из родителей"]),
        ("Одна из мам попросила заменить стулья.", ["Одна из мам"]),
        ("Многие просили заменить стулья.", ["Многие"]),
        ("Кухонный актив (Косых М. В.) рекомендует варить кисель.", ["Кухонный актив"]),
        ("Проверяющие требуют завести отдельный сейф.", ["Проверяющие"]),
        ("Шефы из техникума предлагают провести ёлку.", ["Шефы из техникума"]),
        ("Рита с Костей предлагают купить проектор.", ["Рита", "Костей"]),
        ("Ермаков вместе с Ивановой предложил купить проектор.", ["Ермаков", "Ивановой"]),
        ("Отвечая Ивановой, Ермаков предложил купить проектор.", ["Ермаков"]),
        ("Ермаков А. И., гараж 7, предложил подождать с ремонтом.", ["Ермаков А. И."]),
        ("От жителей улицы Косой прозвучала просьба вернуть лавки.", ["жителей улицы Косой"]),
        ("По предложению Ермакова заседание решено провести на станции.", ["Ермакова"]),
        ("Иванова показала крышу. По её предложению решено сменить шифер.", ["Иванова"]),
    ],
)
def test_who_is_told_by_no_name_or_with_others(
    reader: extractor.Extractor, text: str, who: list[str]
) -> None:
    assert [party.text for party in last(reader, text).proposers] == who
