"""Round tables and conferences: parts for each of those asked, participants, plain lists."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Kind, Proposal

RULES = load(rules_only=True)


def ruled(text: str) -> list[Proposal]:
    return list(RULES.extract(Document("стол.txt", text)).proposals)


def addressees(record: Proposal) -> list[str]:
    return [target.text for target in record.targets if target.role == "addressee"]


PARTS = {
    "headings": (
        "Участники круглого стола рекомендуют:\n\n"
        "Музею района:\n– открыть запасники;\n– продлить выставку.\n\n"
        "Главам поселений:\n– составить списки мастеров.\n"
    ),
    "lines": (
        "Участники круглого стола рекомендуют:\n\n"
        "Музею района – открыть запасники; продлить выставку.\n"
        "Главам поселений – составить списки мастеров.\n"
    ),
    "no markers": (
        "Участники круглого стола рекомендуют:\n\n"
        "Музею района:\nоткрыть запасники;\nпродлить выставку.\n\n"
        "Главам поселений:\n– составить списки мастеров.\n"
    ),
    "sentences": (
        "Участники круглого стола рекомендуют:\n\n"
        "Музею района:\nоткрыть запасники.\nпродлить выставку.\n\n"
        "Главам поселений:\nсоставить списки мастеров.\n"
    ),
}


@pytest.mark.parametrize("text", PARTS.values(), ids=PARTS)
def test_one_head_stands_over_the_parts_for_all_who_are_asked(text: str) -> None:
    records = ruled(text)
    assert [record.content.text for record in records] == [
        "открыть запасники",
        "продлить выставку",
        "составить списки мастеров",
    ]
    assert {record.kind for record in records} == {Kind.RECOMMENDATION}
    assert [addressees(record) for record in records] == [
        ["Музею района"],
        ["Музею района"],
        ["Главам поселений"],
    ]
    assert all([p.text for p in r.proposers] == ["Участники круглого стола"] for r in records)


def test_who_is_asked_heads_no_more_than_its_list() -> None:
    text = (
        "Участники стола\nРЕКОМЕНДУЮТ:\n\nМузею района:\n– открыть запасники;\n– продлить выставку.\n\n"
        "Предложено также:\nа) провести ярмарку (О.Г. Лапин);\nб) издать буклет (общество «Матица»).\n"
    )
    records = ruled(text)
    assert records[0].section == ("РЕКОМЕНДУЮТ", "Музею района")
    assert records[-1].section == ("РЕКОМЕНДУЮТ",)
    assert [[p.text for p in r.proposers] for r in records[-2:]] == [
        ["О.Г. Лапин"],
        ["общество «Матица»"],
    ]


def test_the_title_of_recommendations_asks_for_nothing() -> None:
    text = (
        "РЕКОМЕНДАЦИИ\nкруглого стола «Сберечь старый парк»\n\nг. Солигорье, 6 октября 2023 г.\n\n"
        "Стол собрал лесоводов и садовников. Участники рекомендуют городу обновить аллею лип.\n"
    )
    assert [record.content.text for record in ruled(text)] == ["обновить аллею лип"]


PROPOSERS = {
    "Секция «Лес» предложила закрыть карьер, секция «Вода» – очистить пруд.": [
        ["Секция «Лес»"],
        ["секция «Вода»"],
    ],
    "Молодые участники выдвинули идею летней школы.": [["Молодые участники"]],
    # Who only passes it on does not want it.
    "Зинченко озвучила просьбу жителей починить мост.": [["жителей"]],
    "Ведущий рассказал о парке. Прозвучал призыв к лесникам не рубить липы.": [[]],
    "Совет поддержал предложение Орлова о том, чтобы перенести ярмарку.": [["Орлова"]],
    "«Нам нужен второй паром», – сказал глава района Игнат Тресковский.": [
        ["глава района Игнат Тресковский"]
    ],
}


@pytest.mark.parametrize(("text", "wanted"), PROPOSERS.items(), ids=range(len(PROPOSERS)))
def test_who_wants_it(text: str, wanted: list[list[str]]) -> None:
    assert [[party.text for party in record.proposers] for record in ruled(text)] == wanted


NOMINAL = {
    "В прениях было высказано мнение о необходимости упрощения отчётности.": Kind.NEED,
    "Хозяева обратили внимание на целесообразность введения скидки.": Kind.RECOMMENDATION,
    "Наш долг – запросить сведения о ценах.": Kind.NEED,
}


@pytest.mark.parametrize(("text", "kind"), NOMINAL.items(), ids=range(len(NOMINAL)))
def test_opinions_that_want_something(text: str, kind: Kind) -> None:
    assert [record.kind for record in ruled(text)] == [kind]


def test_a_rule_that_lasts_is_not_of_the_past() -> None:
    (record,) = ruled(
        "Участники отметили, что цена не меняется с 2019 года, и поддержали идею Шумилина поднять её."
    )
    assert record.content.text == "поднять её"


def test_lines_without_marks_under_headings_without_colons() -> None:
    text = (
        "Участники круглого стола рекомендуют:\n\n"
        "МУЗЕЮ РАЙОНА\nоткрыть запасники;\nпродлить выставку.\n\n"
        "ГЛАВАМ ПОСЕЛЕНИЙ\nсоставить списки мастеров.\n"
    )
    assert [addressees(record) for record in ruled(text)] == [
        ["МУЗЕЮ РАЙОНА"],
        ["МУЗЕЮ РАЙОНА"],
        ["ГЛАВАМ ПОСЕЛЕНИЙ"],
    ]


def test_headings_that_part_what_is_held_to_be_needed() -> None:
    text = (
        "Участники съезда считают необходимым:\n\n"
        "На федеральном уровне:\n– разработать паспорт родника;\n\n"
        "На местном уровне:\n– сельсоветам завести реестры.\n"
    )
    assert [(record.kind, record.content.text) for record in ruled(text)] == [
        (Kind.NEED, "разработать паспорт родника"),
        (Kind.NEED, "завести реестры"),
    ]
    assert addressees(ruled(text)[1]) == ["сельсоветам"]
