"""Who wants it where another line or sentence says so: headings, heads of lists, pronouns."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Kind, Proposal

RULES = load(rules_only=True)


def ruled(text: str, form: str = "text") -> list[Proposal]:
    return list(RULES.extract(Document("встреча.txt", text, form)).proposals)


def wanting(text: str, form: str = "text") -> list[list[str]]:
    return [[party.text for party in record.proposers] for record in ruled(text, form)]


@pytest.mark.parametrize(
    ("head", "party"),
    [
        ("Предложения перевозчиков:", "перевозчиков"),
        ("Предложения от жителей:", "жителей"),
        ("От Минтранса России:", "Минтранса России"),
        ("Замечания комитета по экологии:", "комитета по экологии"),
        ("Из заключения комиссии:", "комиссии"),
    ],
)
def test_the_line_above_a_list_names_whose_it_is(head: str, party: str) -> None:
    text = f"О дороге.\n\n{head}\n1. Засыпать ямы у школы.\n2. Закрыть съезд к реке.\n"
    assert wanting(text) == [[party], [party]]


def test_a_matter_in_the_genitive_is_nobody() -> None:
    text = "О дороге.\n\nПредложения по благоустройству:\n1. Разбить сквер.\n2. Убрать ларёк.\n"
    assert wanting(text) == [[], []]


def test_a_position_with_infinitives_behind_its_colon() -> None:
    text = "Позиция перевозчиков (Сомов, Дергачёв): индексацию отложить; компенсировать потери.\n"
    assert wanting(text) == [["перевозчиков"], ["перевозчиков"]]


def test_a_group_at_work_is_named_by_its_heading() -> None:
    text = (
        "# Сессия\n\n## Секция «Двор»\n\nПредложено открыть дворы после уроков.\n\n"
        "## Подгруппа по молодёжи\n\nРекомендации:\n1. Провести слёт.\n"
    )
    assert wanting(text, "markdown") == [["Секция «Двор»"], ["Подгруппа по молодёжи"]]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Выступил председатель союза Карпенко Н. С. Он поблагодарил модераторов. "
            "Им предложено назвать кооператив «Общий садок».",
            "председатель союза Карпенко Н. С.",
        ),
        (
            "Слово взяла представитель банка О. В. Линь. По её мнению, целесообразно снизить ставку.",
            "представитель банка О. В. Линь",
        ),
        (
            "Участники обсудили, почему выпускники уезжают. По их мнению, следует ввести набор.",
            "Участники",
        ),
        (
            "Выступила заведующая складом Мохова Р. Г. Она рассказала о недостаче. "
            "Предложено завести второй журнал.",
            "заведующая складом Мохова Р. Г.",
        ),
        ("Мастер Лосев рассказал о карьере; по его мнению, карьер надо сменить.", "Мастер Лосев"),
        ("По мнению дороги, переезд следует закрыть.", "дороги"),
        ("Снабженцы: просим давать заявку за две недели.", "Снабженцы"),
    ],
)
def test_the_sentence_before_says_who(text: str, party: str) -> None:
    assert wanting(text) == [[party]]


def test_the_items_of_what_somebody_thinks() -> None:
    text = (
        "Участники считают, что:\n\n1. Необходимо принять программу.\n2. Следует вернуть архивы.\n"
    )
    assert wanting(text) == [["Участники"], ["Участники"]]


def test_whom_the_participle_makes_act_is_not_asked() -> None:
    record = ruled("Выступил Мальков. Кроме того, им внесено предложение красить забор.")[0]
    assert [target.role for target in record.targets] == []
    assert [party.text for party in record.proposers] == ["Мальков"]


def test_an_item_that_was_moved_has_the_kind_of_its_verb() -> None:
    records = ruled(
        "Комиссия посовещалась. Предложено:\n- обратиться в министерство с просьбой возобновить "
        "субсидию;\n- создать реестр.\n"
    )
    assert [record.kind for record in records] == [Kind.REQUEST, Kind.PROPOSAL]
    assert records[0].content.text == "возобновить субсидию"


@pytest.mark.parametrize("verb", ["направить бригаду", "передать здание", "поддержать заявку"])
def test_what_a_request_asks_for_does_not_carry_it(verb: str) -> None:
    record = ruled(f"Жильцы обратились к мэру с просьбой {verb}.")[0]
    assert record.content.text == verb


def test_numbers_inside_a_line() -> None:
    records = ruled("РЕШИЛИ: 1) план утвердить; 2) смету подготовить к маю (доб. 02).\n")
    assert [record.item for record in records] == ["1", "2"]


def test_a_table_of_what_participants_proposed() -> None:
    records = ruled(
        "Заключение\n\n№\tУчастник\tПредложение\tРешение комиссии\n"
        "1\tКовалёва М. Т.\tперенести въезд\tучесть\n2\tТСН «Берег»\tсохранить липы\tотклонить\n"
    )
    assert [str(record.status) for record in records] == ["adopted", "rejected"]
    assert [[p.text for p in record.proposers] for record in records] == [
        ["Ковалёва М. Т."],
        ["ТСН «Берег»"],
    ]
