"""Orders without a trigger word: infinitives in lists, promises, tasks, arrows, rows of tables."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Proposal
from predlozheno.resources import models_dir


def found(text: str, name: str = "м.txt", form: str = "text") -> tuple[Proposal, ...]:
    """What the rules alone find."""
    doc = annotate(segment(Document(name, text, form)))
    return extract_proposals(doc, load_frames(models_dir())).proposals


def told(record: Proposal) -> tuple[str, str, list[tuple[str, str]]]:
    targets = [(t.role.value, t.text) for t in record.targets]
    return record.kind.value, record.content.text, targets


def test_infinitives_in_a_list_without_a_head() -> None:
    text = (
        "1. Ремонты.\nНасос собран, но вибрация осталась прежней.\n"
        "- Насос в работу не пускать до замера.\n- Леса разобрать в пятницу. Отв. Саитов.\n"
    )
    assert [told(r) for r in found(text)] == [
        ("decision", "Насос в работу не пускать до замера", []),
        ("assignment", "Леса разобрать в пятницу", [("executor", "Саитов")]),
    ]


def test_names_before_what_they_are_to_do_without_a_dash() -> None:
    text = (
        "Решили:\n1. Шубин О. П. до мая закупить насос.\n2. Лебедь Р. Г. обзвонить дачников.\n"
        "3. Шубин О. П. закупить трубы, Беляева А. С. составить опись.\n"
    )
    assert [told(r) for r in found(text)] == [
        ("assignment", "до мая закупить насос", [("executor", "Шубин О. П.")]),
        ("assignment", "обзвонить дачников", [("addressee", "Лебедь Р. Г.")]),
        ("assignment", "закупить трубы", [("executor", "Шубин О. П.")]),
        ("assignment", "составить опись", [("executor", "Беляева А. С.")]),
    ]


def test_a_verb_that_governs_no_content_is_itself_what_is_resolved() -> None:
    text = (
        "Решили:\n1. Архивариусу обратиться в областной архив.\n2. Обратиться к спонсорам.\n"
        "3. Рекомендовать дачникам:\n– закрывать ворота.\n"
    )
    assert [told(r) for r in found(text)] == [
        ("assignment", "обратиться в областной архив", [("addressee", "Архивариусу")]),
        ("request", "Обратиться к спонсорам", []),
        ("recommendation", "закрывать ворота", [("addressee", "дачникам")]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "В обязанности дежурного входит:\n- проверять журнал;\n- закрывать ворота.\n",
        "- Можно ли проверять ножи реже?\n",
        "- Кто хочет поехать, тот знает, куда обратиться.\n",
    ],
)
def test_lists_that_order_nothing(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Резчикам проверить ножи до обеда.", "Резчикам"),
        ("Охране не пропускать людей без касок.", "Охране"),
        ("Первое – комитету по бюджету истребовать переписку.", "комитету по бюджету"),
    ],
)
def test_a_dative_alone_gives_an_order(text: str, addressee: str) -> None:
    (record,) = found(text)
    assert record.kind.value == "assignment"
    assert [(t.role.value, t.text) for t in record.targets] == [("addressee", addressee)]


@pytest.mark.parametrize(
    ("text", "content", "executor"),
    [
        ("Ключи от склада передаст Мухина О.П.", "Ключи от склада передаст Мухина О.П.", "Мухина О.П."),
        ("Белов И.И. разместит шкалу на сайте.", "Белов И.И. разместит шкалу на сайте", "Белов И.И."),
        ("Смету подготовит бухгалтерия.", "Смету подготовит бухгалтерия", "бухгалтерия"),
        ("Хор выведет к рампе отдел культуры.", "Хор выведет к рампе отдел культуры", "отдел культуры"),
        ("Перечень комитет составит сам.", "Перечень комитет составит сам", "комитет"),
        ("Шаблон делает Марьяна.", "Шаблон делает Марьяна", "Марьяна"),
        ("Код Света разнесёт лично, не в чат.", "Код Света разнесёт лично, не в чат", "Света"),
    ],
)  # fmt: skip
def test_a_person_and_a_future(text: str, content: str, executor: str) -> None:
    (record,) = found(text)
    assert told(record) == ("assignment", content, [("executor", executor)])


@pytest.mark.parametrize(
    "text",
    [
        "Если Белов И.И. разместит шкалу, срез отменят.",
        "Урожай погубит жара.",
        "Дом обслуживает компания.",
        "Комитет составит хорошую компанию.",
        "Когда Мухина О.П. передаст ключи?",
        "Белов И.И. станет отцом.",
        "Белов И.И. разместил шкалу на сайте.",
    ],
)
def test_no_promise(text: str) -> None:
    assert found(text) == ()


def test_check_boxes_arrows_and_handles() -> None:
    text = (
        "# Созвон\n\n- [ ] Схема второй линии\n- [ ] Найти комплектовщиков → @petrov\n"
        "- [ ] @gleb — договор с кейтерингом\n- [x] Купить стяжки\n"
    )
    assert [told(r) for r in found(text, "c.md", "markdown")] == [
        ("assignment", "Схема второй линии", []),
        ("assignment", "Найти комплектовщиков", [("executor", "@petrov")]),
        ("assignment", "договор с кейтерингом", [("executor", "@gleb")]),
    ]


def test_a_column_of_decisions_beside_those_responsible_holds_orders() -> None:
    text = (
        "| № | Решение | Ответственный | Срок |\n|---|---|---|---|\n"
        "| 1 | Сверка программ в парах | Жмурко Д.А. | 26.04 |\n"
    )
    (record,) = found(text)
    assert told(record) == (
        "assignment",
        "Сверка программ в парах",
        [("executor", "Жмурко Д.А.")],
    )


GRID = """\
Дать следующие поручения:

+-----+----------------------------+--------------------+-------------+
| №   | Поручение                  | Ответственный      | Срок        |
| п/п |                            |                    | исполнения  |
+-----+----------------------------+--------------------+-------------+
| 3.1 | Завершить испытания сетей  | МУП «Теплосеть»    | 31 августа  |
|     | правого берега             | (Гиззатов Р.М.)    |             |
+-----+----------------------------+--------------------+-------------+
| 3.2 | Пополнить запас мазута     | то же              | 10 сентября |
|     | до нормативного            |                    |             |
+-----+----------------------------+--------------------+-------------+
"""


def test_rows_of_a_grid_that_wraps_its_cells() -> None:
    records = found(GRID)
    assert [r.item for r in records] == ["3.1", "3.2"]
    for record in records:
        assert {t.text for t in record.targets} == {"МУП «Теплосеть»", "Гиззатов Р.М."}
    assert "правого берега" in records[0].content.text
    assert "до нормативного" in records[1].content.text
    assert [[t.text for t in r.timing] for r in records] == [["31 августа"], ["10 сентября"]]


def test_a_sentence_of_its_own_whose_object_stands_in_front() -> None:
    (record,) = found("Контроль за ремонтом возложить на комитет по бюджету.")
    assert told(record) == (
        "assignment",
        "Контроль за ремонтом",
        [("addressee", "комитет по бюджету")],
    )
    assert found("Возможность возложить контроль на комитет.") == ()


def test_who_is_put_forward_and_who_is_elected() -> None:
    put = found("В правление предложены: Орлов И.И., Цой П.К. и Лядова О.П.")
    assert [r.content.text for r in put] == ["Орлов И.И.", "Цой П.К.", "Лядова О.П."]
    elected = found("РЕШИЛИ:\n1. Избрать председателем Лядову О.П.\n2. Избрать секретарём Цоя П.К.")
    assert [r.content.text for r in elected] == [
        "Избрать председателем Лядову О.П.",
        "Избрать секретарём Цоя П.К.",
    ]
    (put,) = found("Член комиссии Орлова предложила кандидатуру Лядова на пост секретаря.")
    assert put.content.text == "кандидатуру Лядова на пост секретаря"
    assert [p.text for p in put.proposers] == ["Член комиссии Орлова"]


def test_several_proposals_counted_and_a_list_inside_its_paragraph() -> None:
    counted = found("Поступило два предложения: провести субботник и закупить инвентарь.")
    assert [r.content.text for r in counted] == ["провести субботник", "закупить инвентарь"]
    listed = found("Внесены предложения: 1) создать сайт; 2) нанять сторожа.")
    assert [r.content.text for r in listed] == ["создать сайт", "нанять сторожа"]
