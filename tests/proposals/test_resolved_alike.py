"""Among the items of a resolution or a protocol: each verb's own kind, heads that announce."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Proposal

RULES = load(rules_only=True)


def ruled(text: str) -> list[Proposal]:
    return list(RULES.extract(Document("протокол.txt", text)).proposals)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(record.kind.value, record.content.text) for record in ruled(text)]


def targets(record: Proposal) -> list[tuple[str, str]]:
    return [(target.role.value, target.text) for target in record.targets]


OWN_KINDS = {
    "рекомендовать кафедрам обновить программы": ("recommendation", "обновить программы"),
    "поручить кафедрам обновить программы": ("assignment", "обновить программы"),
    "просить деканат обновить программы": ("request", "обновить программы"),
    "предложить кафедрам обновить программы": ("proposal", "обновить программы"),
    "обратиться к ректору с просьбой обновить программы": ("request", "обновить программы"),
    "обновить программы": ("decision", "обновить программы"),
}


@pytest.mark.parametrize("action", OWN_KINDS)
@pytest.mark.parametrize(
    "head", ["РЕШИЛИ:\n1. Утвердить план и {}.", "Решили: утвердить план и {}."]
)
def test_each_action_of_an_item_has_the_kind_of_its_own_verb(head: str, action: str) -> None:
    assert kinds(head.format(action))[-1] == OWN_KINDS[action]


def test_hopes_among_resolutions_are_wishes() -> None:
    text = "РЕШИЛИ:\n1. Утвердить план.\n2. Выразить надежду на открытие моста."
    assert kinds(text)[-1] == ("wish", "открытие моста")


def test_whose_attention_is_drawn_is_told() -> None:
    text = (
        "РЕШИЛИ:\n1. Утвердить план.\n2. Обратить внимание кураторов на пропуски во втором потоке."
    )
    record = ruled(text)[-1]
    assert record.kind == "decision"
    assert record.content.text == "на пропуски во втором потоке"
    assert targets(record) == [("addressee", "кураторов")]


def test_a_body_named_before_its_action_is_told_to_act() -> None:
    text = "Решили: создать комиссию, комиссии проверить склады, библиотеке закупить учебники."
    assert [(k, c) for k, c in kinds(text)] == [
        ("decision", "создать комиссию"),
        ("assignment", "проверить склады"),
        ("assignment", "закупить учебники"),
    ]


PETITIONS = (
    "РЕШИЛИ:\n3. Обратиться:\n"
    "3.1. в Росводресурсы – с предложением включить бассейн в программу;\n"
    "3.2. к губернатору области – с просьбой о выделении средств на ремонт плотины;\n"
    "3.3. в прокуратуру – с заявлением о проверке торгов."
)


def test_what_one_turns_to_each_with() -> None:
    assert kinds(PETITIONS) == [
        ("proposal", "включить бассейн в программу"),
        ("request", "выделении средств на ремонт плотины"),
        ("request", "проверке торгов"),
    ]
    assert [targets(record) for record in ruled(PETITIONS)] == [
        [("addressee", "Росводресурсы")],
        [("addressee", "губернатору области")],
        [("addressee", "прокуратуру")],
    ]


ANNOUNCED = {
    "Стороны договорились о нижеследующем:": "agreement",
    "Стороны согласились со следующим:": "agreement",
    "Стороны пришли к согласию по следующим вопросам:": "agreement",
    "Подкомиссия рекомендовала следующее:": "recommendation",
    "Комиссия поручила экспертам следующее:": "assignment",
    "Комиссия предложила Сторонам следующее:": "proposal",
}


@pytest.mark.parametrize("head", ANNOUNCED)
def test_heads_that_only_announce_their_list(head: str) -> None:
    found = kinds(f"{head}\n1) обновить список портов;\n2) провести учения спасателей.")
    assert found == [
        (ANNOUNCED[head], "обновить список портов"),
        (ANNOUNCED[head], "провести учения спасателей"),
    ]


def test_a_list_behind_namely_and_not_its_topic() -> None:
    text = "Сторона изложила предложения по лесным пожарам, а именно: обмениваться снимками."
    assert kinds(text) == [("proposal", "обмениваться снимками")]


TOLD = {
    # What is said of those told is no part of what they are to do.
    "Рекомендовать вузам, участвующим в конференции, согласовать методику.": "согласовать методику",
    "Управляющим компаниям, обслуживающим дома, закупить соль.": "закупить соль",
    "Участникам, желающим выступить, предлагается подать тезисы.": "подать тезисы",
    "Желающим войти в группу предлагается уведомить секретаря.": "уведомить секретаря",
    "Поручить рабочей группе во главе с Ярцевым подготовить устав.": "подготовить устав",
    "Поручить комиссии в составе Орловой и Цоя подготовить устав.": "подготовить устав",
}


@pytest.mark.parametrize("sentence", TOLD)
def test_those_told_are_described(sentence: str) -> None:
    assert [content for _, content in kinds(sentence)] == [TOLD[sentence]]


def test_facts_that_all_agree_on_are_no_records() -> None:
    assert kinds("Стороны согласились с тем, что положение о наградах устарело.") == []
    assert kinds("Венгерская Сторона высказалась в поддержку этого предложения.") == []


def test_orders_go_on_behind_semicolons() -> None:
    text = "Ревизионной комиссии проверить взносы; доложить о них на пленуме."
    assert [(r.content.text, targets(r)) for r in ruled(text)] == [
        ("проверить взносы", [("addressee", "Ревизионной комиссии")]),
        ("доложить о них на пленуме", [("addressee", "Ревизионной комиссии")]),
    ]


def test_which_item_of_the_agenda_it_is_about() -> None:
    text = "По третьему вопросу информацию соцпедагога приняли к сведению."
    assert kinds(text) == [("decision", "информацию соцпедагога")]


def test_finite_items_have_the_subject_of_their_lead() -> None:
    text = (
        "Комитет констатировал рост и с учётом обмена мнениями:\n"
        "1. Поручил координаторам представить перечень проектов.\n"
        "2. Просил министерства ввести билеты."
    )
    assert [[p.text for p in record.proposers] for record in ruled(text)] == [
        ["Комитет"],
        ["Комитет"],
    ]


def test_an_action_before_a_remark() -> None:
    text = (
        "РЕШИЛИ:\n1. Утвердить план.\n\nОрганизационные вопросы\n"
        "4.2. Заседание провести в Рованиеми, дата будет согласована позже."
    )
    assert kinds(text)[-1] == ("decision", "Заседание провести в Рованиеми")
