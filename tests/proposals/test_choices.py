"""What becomes of a wish right behind it: chosen among several, promised, done, given up."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Kind

RULES = load(rules_only=True)
BINDING = (Kind.DECISION, Kind.ASSIGNMENT, Kind.AGREEMENT)


def statuses(text: str) -> list[str]:
    """What became of each wish of a text, in its order."""
    found = RULES.extract(Document("собрание.txt", text)).proposals
    return [p.status.value for p in found if p.kind not in BINDING]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Зыбина предложила купить липу. Орлов предложил купить клён. Остановились на липе.",
            ["adopted", "rejected"],
        ),
        (
            "Зыбина предложила посадить липу, а Орлов – клён. Взяли вариант Зыбиной.",
            ["adopted", "rejected"],
        ),
        (
            "Зыбина предложила гулять в мае, Орлов – в июне. Сошлись на июне.",
            ["rejected", "adopted"],
        ),
        (
            "Зыбина предложила купить липу. Орлов предложил купить клён. Выбрали второе предложение.",
            ["rejected", "adopted"],
        ),
        (
            "Зыбина предложила копать пруд и продать лодку. Решили в пользу пруда; "
            "с продажей лодки согласились все.",
            ["adopted", "adopted"],
        ),
    ],
)
def test_one_of_several_is_chosen(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Жильцы просят сменить замок. Завхоз обещал сменить в среду.", "adopted"),
        ("Жильцы просят поставить фонарь. Мэр пообещал фонарь к маю.", "adopted"),
        ("Жильцы просят сменить замок. Завхоз обещал разобраться.", "proposed"),
        ("Жильцы просят убрать сарай. Сарай убрали.", "adopted"),
        ("Жильцы просят платить за свет летом. Решили платить.", "adopted"),
        ("Орлов предложил утвердить отчёт ревизора. Отчёт утверждён.", "adopted"),
    ],
)
def test_what_is_promised_or_done_fulfils_the_wish(text: str, expected: str) -> None:
    assert statuses(text) == [expected]


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("Против – двое, но прошло.", "adopted"),
        ("Заведующая дала добро.", "adopted"),
        ("Идею забраковали.", "rejected"),
        ("Большинство было против.", "rejected"),
        ("Поставили на паузу.", "postponed"),
        ("Оставили до следующего раза.", "postponed"),
        ("Потом сама же и отказалась.", "withdrawn"),
        ("Новый сторож принят на работу.", "proposed"),
        ("Такой насос уже принят в соседней артели.", "proposed"),
        ("Прошла неделя.", "proposed"),
    ],
)
def test_verdicts_without_a_name(verdict: str, expected: str) -> None:
    assert statuses(f"Орлова предложила купить новый насос. {verdict}") == [expected]


def test_what_the_chair_counts_side_by_side() -> None:
    text = """Гущин: Предлагаю ехать автобусом.
Данилин: Давайте на своих машинах.
Гущин: Кто за автобус? Раз, два… четырнадцать. За машины? Пять.
"""
    assert statuses(text) == ["adopted", "rejected"]


def test_a_vote_by_name_leaves_the_last_wish_alone() -> None:
    text = """Тумаков: Вношу предложение отклонить проект.
Дробот: Предлагаю создать рабочую группу.
Председательствующий: Ставлю на голосование предложение Тумакова. За 14, против 203. Не принимается.
"""
    assert statuses(text) == ["rejected", "proposed"]


def test_a_table_of_proposals_with_what_the_commission_decided() -> None:
    text = """№ | Предложение | Решение комиссии | Обоснование
1 | расширить тротуар на улице Мира | принять | соответствует правилам
2 | построить парковку | отклонить | зона охраны
3 | перенести остановку | доработать | нужен расчёт
"""
    assert statuses(text) == ["adopted", "rejected", "postponed"]


def test_what_the_meeting_asks_of_others_stays_open() -> None:
    text = "Съезд просит министра сохранить читальни. Резолюция принята единогласно."
    assert statuses(text) == ["proposed"]
