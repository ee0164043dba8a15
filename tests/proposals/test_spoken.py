"""Proposals as people speak them: promises, ideas, orders to one by name, false full stops."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Proposal
from predlozheno.resources import models_dir


def found(text: str) -> tuple[Proposal, ...]:
    """What the rules alone find."""
    doc = annotate(segment(Document("разговор.txt", text, "text")))
    return extract_proposals(doc, load_frames(models_dir())).proposals


def told(text: str) -> list[tuple[str, str]]:
    return [(record.kind.value, record.content.text) for record in found(text)]


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Чай куплю завтра, а то закончился.", "assignment", "Чай куплю завтра"),
        ("Ну ладно, я напечатаю афиши.", "assignment", "я напечатаю афиши"),
        ("Деньги соберём через старост.", "decision", "Деньги соберём через старост"),
        ("Может, сделаем ещё одну ярмарку?", "proposal", "сделаем ещё одну ярмарку"),
        ("Может быть, поставить урок первым?", "proposal", "поставить урок первым"),
        ("А нам бы стенды обновить.", "wish", "стенды обновить"),
        ("Было бы круто позвать оркестр.", "wish", "позвать оркестр"),
        ("Марина, вышли протокол до субботы.", "assignment", "вышли протокол до субботы"),
        ("Скинь смету в общую папку.", "assignment", "Скинь смету в общую папку"),
        ("Надо заявку подать в бухгалтерию.", "need", "заявку подать в бухгалтерию"),
        ("Открытки выносим в отдельный чат.", "decision", "Открытки выносим в отдельный чат"),
        ("Договорились, во вторник сравниваем цены.", "agreement", "во вторник сравниваем цены"),
        ("Столы у соседей попрошу.", "assignment", "Столы у соседей попрошу"),
        ("Включим стенд в план закупок.", "decision", "Включим стенд в план закупок"),
        ("Напомни охране про ворота.", "assignment", "Напомни охране про ворота"),
        ("Пётр Ильич, закажите доски.", "assignment", "закажите доски"),
    ],
)
def test_how_people_put_it(text: str, kind: str, content: str) -> None:
    assert told(text) == [(kind, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Скажу два слова о чае.",
        "Если закончится чай, я куплю ещё.",
        "Я этого не забуду.",
        "Не знаю, успею ли.",
        "Может, он заболел.",
        "Размер взноса не может быть больше прошлогоднего.",
        "Может, увидим ещё.",
        "Преподаватель г-жа Видьявати молчала.",
        "Давайте начнём, все собрались.",
        "Обычно открытки выносим в отдельный чат.",
        "Я третий день прошу.",
        "Напомни, кто ведёт.",
        "Давайте я вам расскажу, как было.",
        "Ну хорошо, Ирина Аркадьевна, прошу.",
        "Завуч обещала список ещё вчера.",
        "Рассаживайтесь поближе.",
    ],
)
def test_what_promises_nothing(text: str) -> None:
    assert told(text) == []


def test_the_one_is_asked_and_the_other_promises() -> None:
    asking = "Марк: Давай ты возьмёшь свет, а я договорюсь с клубом."
    text = f"О концерте\n\nГлеб: У меня камера.\n{asking}\nГлеб: Идёт.\n"
    asked, promised = found(text)
    assert (asked.kind.value, asked.content.text) == ("proposal", "ты возьмёшь свет")
    assert [(t.role.value, t.text) for t in asked.targets] == [("executor", "Глеб")]
    assert (promised.kind.value, promised.content.text) == (
        "assignment",
        "я договорюсь с клубом",
    )
    assert promised.targets[0].text == "Марк"


def test_each_order_with_an_object_of_its_own() -> None:
    text = "Оля, составь список гостей и закажи столы."
    assert told(text) == [("assignment", "составь список гостей"), ("assignment", "закажи столы")]


def test_who_comes_forward_for_what_is_needed_promises() -> None:
    text = "Рая: Шторы надо постирать.\nМарк: Шторы я постираю.\n"
    assert [record.kind.value for record in found(text)] == ["need", "assignment"]


def test_an_office_that_speaks_again_is_a_label() -> None:
    text = "Главред: Что с номером?\nЮля: Сдан.\nГлавред: Юля, сделай анонс.\nСтас: Ура.\n"
    assert [p.text for p in found(text)[0].proposers] == ["Главред"]


def test_a_promise_that_only_accepts_an_order_is_no_second_record() -> None:
    text = "Петров: Лена, скинь мне смету до обеда.\nЛена: Скину смету после обеда.\n"
    assert [record.content.text for record in found(text)] == ["скинь мне смету до обеда"]


def test_who_promises_in_a_chat_is_its_executor() -> None:
    (record,) = found(
        "[18:02] Рая: всем привет\n[18:03] Марк К.: я сниму всё на видео\n[18:04] Рая: ура\n"
    )
    assert [(t.role.value, t.text) for t in record.targets] == [("executor", "Марк К.")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Мы предлагаем. Поставить у входа лампу.", "Поставить у входа лампу"),
        ("А что если. Сделать взнос добровольным.", "Сделать взнос добровольным"),
        ("Было бы неплохо. Починить забор, там дыра.", "Починить забор"),
    ],
)
def test_a_full_stop_before_what_is_wanted(text: str, content: str) -> None:
    assert [record.content.text for record in found(text)] == [content]


@pytest.mark.parametrize(
    "tail", ["там сыро", "а то у каждого своя", "ей так проще", "она же сгнила", "вдруг пригодится"]
)
def test_a_reason_behind_the_comma_is_not_wanted(tail: str) -> None:
    assert [r.content.text for r in found(f"Предлагаю снять полку, {tail}.")] == ["снять полку"]


@pytest.mark.parametrize(
    ("text", "content", "targets"),
    [
        ("Тимур, с тебя бронь, чек скинь в чат.", "бронь", [("addressee", "Тимур")]),
        ("Лёня: Чай на мне.", "Чай", [("executor", "Лёня")]),
        ("Давайте я подам заявку в управу.", "я подам заявку в управу", [("executor", "я")]),
        (
            "Ольга Павловна вы не могли бы вывесить список?",
            "вывесить список",
            [("addressee", "Ольга Павловна")],
        ),
    ],
)
def test_on_whom_it_is_laid(text: str, content: str, targets: list[tuple[str, str]]) -> None:
    record = found(text)[0]
    assert record.content.text == content
    assert [(t.role.value, t.text) for t in record.targets][: len(targets)] == targets


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        ("+1", "adopted"),
        ("ок, так и делаем", "adopted"),
        ("нет, дорого", "rejected"),
        ("кто это?", "proposed"),
    ],
)
def test_equals_answer_in_a_chat(reply: str, status: str) -> None:
    chat = f"[18:02] Рая: предлагаю начать репетицию в 11\n[18:03] Марк К.: {reply}\n[18:09] Лёня: ура\n"
    assert [record.status.value for record in found(chat)] == [status]


def test_open_boxes_under_ideas_are_ideas() -> None:
    text = "# Ретро\n\n## Идеи\n\n- [ ] завести чат соседей\n\n## Задачи\n\n- [ ] купить чай\n"
    doc = annotate(segment(Document("ретро.md", text, "markdown")))
    records = extract_proposals(doc, load_frames(models_dir())).proposals
    assert [record.kind.value for record in records] == ["proposal", "assignment"]


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        ("Значит, фонарь берём.", "adopted"),
        ("Ладно, фонарь повесим до снега.", "adopted"),
        ("Про фонарь: заказывайте, фонарь да.", "adopted"),
        ("Столы купим, а фонарь не берём.", "rejected"),
        ("фонарь -, столы +", "rejected"),
        ("Фонарь пока отложим.", "postponed"),
        ("Давайте ещё и фонарь купим.", "proposed"),
        ("Сколько стоит фонарь?", "proposed"),
        ("Если фонарь купим, денег не останется.", "proposed"),
    ],
)
def test_what_becomes_of_a_thing_named_again(reply: str, status: str) -> None:
    text = f"Рая: Предлагаю повесить у ворот фонарь.\nМарк: Темно там.\nОля: {reply}\n"
    assert found(text)[0].status.value == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("- Витя предложил повесить жалюзи. Ок, пробуем с марта", "adopted"),
        ("- Витя предложил съездить в Тулу. Далеко, не едем", "rejected"),
        ("- Витя предложил сшить новые шторы. Отложили до весны", "postponed"),
        ("- Витя предложил нанять повара. Дорого, но без него никак → берём", "adopted"),
        ("- Витя предложил нанять повара. Потом долго спорили о чае", "proposed"),
    ],
)
def test_the_next_breath_of_notes(text: str, status: str) -> None:
    assert found(text + "\n- чай кончился\n")[0].status.value == status


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Марк: Щебень могу достать.", [("assignment", "Щебень могу достать")]),
        ("Марк: меня не будет, но могу дать насос", [("assignment", "дать насос")]),
        ("Марк: Я буду дежурить, когда моя смена.", [("assignment", "буду дежурить")]),
        ("Марк: Я встречу, мне нетрудно.", [("assignment", "Я встречу")]),
        (
            "Марк: Возьму ещё две сметы, скину сюда в среду.",
            [("assignment", "Возьму ещё две сметы"), ("assignment", "скину сюда в среду")],
        ),
        ("Марк: Субботник 21-го, чистим канаву.", [("decision", "чистим канаву")]),
        (
            "Марк: Юрист советует перейти на патент, поэтому я созвонюсь с ней отдельно.",
            [("recommendation", "перейти на патент"), ("assignment", "я созвонюсь с ней отдельно")],
        ),
    ],
)
def test_what_one_offers_and_what_all_plan(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Марк: Могу сказать одно: денег нет.",
        "Марк: Я не могу привезти столы.",
        "Марк: Если дадут машину, могу привезти столы.",
        "Марк: Я буду голосовать против.",
        "Марк: Мы видим это каждый вторник.",
        "Марк: Когда приедете, увидите сами.",
    ],
)
def test_what_offers_nothing(text: str) -> None:
    assert told(text) == []


def test_who_spoke_before_is_meant_by_you() -> None:
    text = (
        "Директор: Кто ещё?\nЗавхоз Турбина: Можно обратиться в совет.\n"
        "Повар Зыкова: Да.\nЗавхоз Турбина: Он там рядом.\nДиректор: Письмо напишете вы.\n"
    )
    record = found(text)[-1]
    assert [(t.role.value, t.text) for t in record.targets] == [("executor", "Завхоз Турбина")]


def test_a_short_answer_to_who_promises() -> None:
    text = "[18:02] Рая: Кто купит чай?\n[18:03] Марк К.: Куплю\n[18:04] Рая: ура\n"
    assert [record.content.text for record in found(text)] == ["Куплю"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Давайте снимем шторы и повесим жалюзи.", ["снимем шторы", "повесим жалюзи"]),
        ("Давайте снимем шторы и постираем их.", ["снимем шторы и постираем их"]),
        (
            "Надо списки собрать и отчёт сдать до пятницы.",
            ["списки собрать", "отчёт сдать до пятницы"],
        ),
        (
            "Прошу, чтобы комендант починил фонарь и чтобы дворник убрал снег.",
            ["комендант починил фонарь", "дворник убрал снег"],
        ),
    ],
)
def test_each_action_with_an_object_of_its_own(text: str, contents: list[str]) -> None:
    assert [record.content.text for record in found(text)] == contents


def test_a_list_of_tasks_by_the_labels_of_those_who_do_them() -> None:
    text = "## Кому что\n\n- @dina: образцы; забрать ножницы\n- @prohor: форма + новый замок\n"
    assert [(r.content.text, r.targets[0].text) for r in found(text)] == [
        ("образцы", "@dina"),
        ("забрать ножницы", "@dina"),
        ("форма", "@prohor"),
        ("новый замок", "@prohor"),
    ]


def test_a_name_in_brackets_behind_an_idea_is_its_proposer() -> None:
    text = "В обсуждении прозвучало:\n\n- взять ученицу (Прохор)\n- отдать раскрой на сторону\n"
    assert [[p.text for p in r.proposers] for r in found(text)] == [["Прохор"], []]


def test_who_says_again_what_is_proposed_adopts_it() -> None:
    text = "Рая: Давайте соберёмся в четверг.\nМарк: Паром не ходит.\nОля: Ну давайте в четверг.\n"
    assert [(r.content.text, r.status.value) for r in found(text)] == [
        ("соберёмся в четверг", "adopted")
    ]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("оля набросай проект договора", ("addressee", "оля")),
        ("петр ильич закажите таблички для пляжа", ("addressee", "петр ильич")),
        ("следующую планёрку проведёт светлана", ("executor", "светлана")),
    ],
)
def test_names_in_small_letters(text: str, target: tuple[str, str]) -> None:
    (record,) = found(text)
    assert (record.targets[0].role.value, record.targets[0].text) == target


def test_a_plea_and_an_object_before_an_order() -> None:
    assert told("Рая: умоляю не кидайте туда открытки") == [("request", "не кидайте туда открытки")]
    assert told("Рая: и чайник ей купите новый") == [("request", "чайник ей купите новый")]


def test_what_might_be_asked_of_others_is_a_proposal() -> None:
    (record,) = found("Рая: Можно попросить хор ветеранов.\n")
    assert (record.kind.value, record.content.text) == ("proposal", "попросить хор ветеранов")
    assert [(t.role.value, t.text) for t in record.targets] == [("addressee", "хор ветеранов")]


def test_whether_one_can_asks_him_to() -> None:
    assert told(
        "[18:02] Рая: @gosha_m сможешь съездить за чаем в субботу?\n[18:03] Оля: ура\n"
    ) == [("request", "съездить за чаем в субботу")]
    assert told("Рая: Вы можете прочитать это на стенде.") == []
    assert told("Рая: Что вы можете предложить?") == []


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Давайте, наконец, вызовем трубочиста.", "proposal", "вызовем трубочиста"),
        ("Давайте всё-таки, соседи, вызовем трубочиста.", "proposal", "вызовем трубочиста"),
        ("Давай, Тимур, вызовем трубочиста.", "proposal", "вызовем трубочиста"),
        ("Прошу, если можно, вызвать трубочиста.", "request", "вызвать трубочиста"),
        ("Надо бы, конечно, вызвать трубочиста.", "need", "вызвать трубочиста"),
    ],
)
def test_what_is_put_between_commas_behind_the_trigger(text: str, kind: str, content: str) -> None:
    assert [(r.kind.value, r.content.text) for r in found(text)] == [(kind, content)]
