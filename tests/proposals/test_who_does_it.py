"""Whose task it is where notes tell it in the present, in orders that follow one another, by a dash."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Kind, Proposal, Role, Status
from predlozheno.resources import models_dir


def records(text: str) -> list[Proposal]:
    """What the rules alone find in a text."""
    doc = annotate(segment(Document("заметки.txt", text)))
    return list(extract_proposals(doc, load_frames(models_dir())).proposals)


def told(text: str, role: Role = Role.EXECUTOR) -> list[tuple[str, list[str]]]:
    """The contents with the names of the targets in a role."""
    return [
        (p.content.text, [target.name for target in p.targets if target.role is role])
        for p in records(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Марина присылает смету в пятницу.",
            [("Марина присылает смету в пятницу", ["Марина"])],
        ),
        ("Тогда Олег вызывает монтажников.", [("Олег вызывает монтажников", ["Олег"])]),
        (
            "Деньги собирает Гусева, покупает и ставит Тимофеев.",
            [
                ("Деньги собирает Гусева", ["Гусева"]),
                ("покупает и ставит Тимофеев", ["Тимофеев"]),
            ],
        ),
        (
            "Таймер вводим с мая, следит Кирилл.",
            [("Таймер вводим с мая", []), ("следит Кирилл", ["Кирилл"])],
        ),
        (
            "Решили:\n– график составит Лёша до 05.06\n",
            [
                ("график составит Лёша до 05.06", ["Лёша"]),
            ],
        ),
        # What is going on, and when something happens by itself, is nobody's task.
        ("Марина всегда присылает смету в пятницу.", []),
        ("Марина присылает смету.", []),
    ],
)
def test_the_present_of_somebody_by_name(text: str, expected: list[tuple[str, list[str]]]) -> None:
    """A day, or a word that sums up, makes a task of it."""
    assert told(text) == expected


def test_a_name_behind_a_noun_does_nothing() -> None:
    """«О маятнике Фуко» is what the lecture is about."""
    (lecture,) = records("Решено: лекцию о маятнике Фуко читает Зорин.")
    assert [target.name for target in lecture.targets] == ["Зорин"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Вызовите монтажников, закажите стенд и позвоните Анне.",
            ["Вызовите монтажников", "закажите стенд", "позвоните Анне"],
        ),
        ("Вызови мастера, но сначала закажи стенд.", ["Вызови мастера", "сначала закажи стенд"]),
        # Without a conjunction, and without a thing of its own, it is one and the same.
        ("Снимите трубку, позвоните соседу.", ["Снимите трубку, позвоните соседу"]),
        ("Купите стол, или закажите лавку.", ["Купите стол, или закажите лавку"]),
        ("Пришли мне смету.", ["Пришли мне смету"]),
        ("Олег, вышли протокол до среды.", ["вышли протокол до среды"]),
        ("На собрание пришли жильцы.", []),
    ],
)
def test_orders(text: str, expected: list[str]) -> None:
    """One record for each order; with an object «пришли» is no past of «прийти»."""
    assert [proposal.content.text for proposal in records(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "По врачам: Минздраву проработать вопрос.",
        "Больницы: Минздраву проработать вопрос.",
        "Что касается врачей, то Минздраву проработать вопрос.",
    ],
)
def test_what_an_order_is_about_stands_before_it(text: str) -> None:
    """It is no part of the order, and hides nobody who is told to."""
    (order,) = records(text)
    assert (order.content.text, order.kind) == ("проработать вопрос", Kind.ASSIGNMENT)
    assert [target.name for target in order.targets] == ["Минздрав"]


def test_another_is_told_behind_a_dash() -> None:
    """Also a name between quotation marks, and one that is not declined."""
    told_to = told(
        "Глава поручил отделу найти средства, а МУП «Тепло» – начать работы.", Role.ADDRESSEE
    )
    assert told_to == [("найти средства", ["отдел"]), ("начать работы", ["МУП «Тепло»"])]
    second = told("Глава поручил отделу найти средства, а «Родничку» – начать работы.")[1]
    assert second[0] == "начать работы"


def test_the_object_of_the_verb_before_is_not_asked() -> None:
    """«Раскритиковал подрядчика и призвал …»; who is thanked is spoken to."""
    (call,) = records("Депутат раскритиковал подрядчика и призвал проверить смету.")
    assert not call.targets
    (plea,) = records("Депутат поблагодарил директора и попросил выделить автобус.")
    assert [target.name for target in plea.targets] == ["директор"]


def test_who_is_only_invited_is_asked_for_nothing() -> None:
    """An invitation among what was resolved is done by those who resolve it."""
    resolved = records(
        "Постановили:\n1. Приглашать родителей раз в четверть.\n2. Пригласить участкового.\n"
        "3. Закрепить наставников приказом директора.\n"
    )
    assert [p.kind for p in resolved] == [Kind.DECISION] * 3
    assert [p.content.text for p in resolved][2] == "Закрепить наставников приказом директора"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Предложила на должность секретаря Рогову А. А.", "на должность секретаря Рогову А. А."),
        ("Предложил в председатели Орлова.", "в председатели Орлова"),
        ("Предложила секретарём Рогову.", "секретарём Рогову"),
        (
            "На должность секретаря предложена Рогова А. А.",
            "На должность секретаря … Рогова А. А.",
        ),
    ],
)
def test_people_put_up_for_a_post(text: str, content: str) -> None:
    """The post may stand on either side of the name."""
    (wish,) = records(text)
    assert (wish.content.text, wish.targets) == (content, ())


def test_when_they_meet_again_is_no_task() -> None:
    """«Следующее собрание – осенью» says nothing of the order above it."""
    (order,) = records(
        "Поручить правлению найти перевозчика до 10 июня.\nСледующее собрание – осенью.\n"
    )
    assert [time.text for time in order.timing] == ["до 10 июня"]


def test_a_count_ends_what_was_voted_on() -> None:
    """Also where the line names no decision."""
    (wish,) = records("Поступило предложение создать совет: за – 5, против – 1.")
    assert (wish.content.text, wish.status) == ("создать совет", Status.ADOPTED)
    assert wish.vote is not None
    (voted,) = records("Голосовали за то, чтобы вкрутить датчики: все «за».")
    assert (voted.content.text, voted.kind) == ("вкрутить датчики", Kind.DECISION)
    assert not voted.procedural


def test_notes_beside_a_wish() -> None:
    """Where it was put off to and who is against it are no part of it; nor does one act for many."""
    (put_off,) = records("Глеб предложил сделать тёмную тему, пока отложили.")
    assert (put_off.content.text, put_off.status) == ("сделать тёмную тему", Status.POSTPONED)
    (opposed,) = records("Глеб предложил сделать тёмную тему, Аня против.")
    assert opposed.content.text == "сделать тёмную тему"
    _, settled = records("Глеб предложил сделать тёмную тему, решили подождать до осени.")
    assert not settled.proposers


def test_a_label_of_notes_that_speaks_in_the_first_person() -> None:
    """One such label among other notes is enough."""
    text = "Созвон\n\n– Обсудили сроки.\n– Рустам: предлагаю убрать почту.\n– По сети: без изменений.\n"
    (wish,) = records(text)
    assert [who.name for who in wish.proposers] == ["Рустам"]


def test_days_at_the_end_of_a_task() -> None:
    """Short names of days, in brackets and behind a comma."""
    tasks = records("Задачи\n– Аня: макет главной, чт\n– Глеб: прислать логотип (ср)\n")
    assert [[time.text for time in task.timing] for task in tasks] == [["чт"], ["ср"]]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Рекомендации круглого стола", Kind.RECOMMENDATION),
        ("Итоговые рекомендации", Kind.RECOMMENDATION),
        ("Выводы и предложения:", Kind.PROPOSAL),
        ("СЧИТАЕТ НЕОБХОДИМЫМ:", Kind.NEED),
        ("ПРЕДЛАГАЕТ:", Kind.PROPOSAL),
        ("ПРИЗЫВАЕТ:", Kind.REQUEST),
        ("Решили рекомендовать:", Kind.RECOMMENDATION),
    ],
)
def test_what_a_heading_makes_of_its_items(head: str, kind: Kind) -> None:
    """With a colon or without, as a noun or as a verb whose subject stands lines above."""
    items = "1. Создать реестр садов.\n2. Не повышать взносы.\n"
    text = f"Съезд садоводов, обсудив доклады,\n\n{head}\n{items}"
    assert [item.kind for item in records(text)] == [kind, kind]


def test_whose_the_labels_are() -> None:
    """The party that leads up to them, though another label stands between."""
    text = (
        "Участники съезда, обсудив доклады,\nОТМЕЧАЮТ:\n1. Дороги плохи.\n"
        "РЕКОМЕНДУЮТ:\n1. Создать реестр садов.\n"
    )
    (item,) = records(text)
    assert [who.name for who in item.proposers] == ["Участники съезда"]


def test_who_is_host_leads() -> None:
    """«Совещание у директора»: what he says in the infinitive is an order."""
    text = (
        "Протокол\nсовещания у директора фабрики\n\n"
        "Присутствовали: директор Ершов А. П., технолог Зуева О. Н.\n\n"
        "1. О браке.\nЗуева: доска сырая.\nЕршов: Сушить доску восемь дней.\n"
    )
    (order,) = records(text)
    assert (order.content.text, order.kind) == ("Сушить доску восемь дней", Kind.ASSIGNMENT)
    assert [who.name for who in order.proposers] == ["Ершов"]


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        (
            "Смету поручили составить Орлову И. П. в недельный срок.",
            "Смету … составить … в недельный срок",
            "Орлов И. П.",
        ),
        (
            "Решено запросить цены, ответственный – завхоз Пенкин.",
            "запросить цены",
            "завхоз Пенкин",
        ),
    ],
)
def test_who_is_told_stands_behind(text: str, content: str, who: str) -> None:
    """Behind the action, and a time behind the name."""
    (order,) = records(text)
    assert (order.content.text, order.kind) == (content, Kind.ASSIGNMENT)
    assert [target.name for target in order.targets] == [who]
