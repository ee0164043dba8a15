"""Several things settled in one breath, each by its place, its side or the answer told behind it."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.proposals.slots.vote import find_ballots
from predlozheno.reading.document import Document
from predlozheno.records.schema import Kind, Proposal, Status

HEAD = "Протокол № 2 от 3 марта 2020 г.\nПредседатель: Орлов А.А.\n\n"
RULES = load(rules_only=True)

BOOTS = "Фомин О.Д. внёс два предложения – купить двадцать пар ботинок и нанять смотрителя. "
LETTER = (
    "Зачитано письмо тренеров. Просят: повысить ставку; разрешить частные группы; вернуть сауну.\n"
)
ITEMS = (
    "Поступили предложения:\n1. От жителей:\n1.1. Поставить скамью.\n1.2. Сохранить дуб.\n"
    "2. От кооператива:\n2.1. Построить гаражи.\nКомиссия решила:\n"
)
CROW = "Крюков С.Н. предложил выплатить премию всем. Лыкова Т.К. предложила ограничиться сменой. "


def records(text: str) -> tuple[Proposal, ...]:
    return RULES.extract(Document("собрание.txt", HEAD + text)).proposals


def status_of(text: str, words: str) -> Status:
    """The status of the one record whose content holds the words."""
    found = [record for record in records(text) if words in record.content.text]
    assert len(found) == 1, [record.content.text for record in found]
    return found[0].status


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        # By the place.
        (BOOTS + "Первое прошло, второе отклонено.", "ботинок", Status.ADOPTED),
        (BOOTS + "Первое прошло, второе отклонено.", "смотрителя", Status.REJECTED),
        (BOOTS + "Поддержали второе, первое отложили.", "ботинок", Status.POSTPONED),
        (LETTER + "Вторую просьбу удовлетворить, в третьей отказать.", "группы", Status.ADOPTED),
        (LETTER + "Вторую просьбу удовлетворить, в третьей отказать.", "сауну", Status.REJECTED),
        (LETTER + "По первой решили пока ничего не обещать.", "ставку", Status.POSTPONED),
        # The first quarter and the first of June are no places.
        (BOOTS + "Отчёт за первый квартал утверждён.", "ботинок", Status.PROPOSED),
        # By the number of the item.
        (ITEMS + "– согласиться с предложениями п. 1.1, 1.2;\n", "скамью", Status.ADOPTED),
        (ITEMS + "– согласиться с предложениями п. 1.1, 1.2;\n", "дуб", Status.ADOPTED),
        (ITEMS + "– п. 2.1 отклонить, места нет.\n", "гаражи", Status.REJECTED),
        (ITEMS + "– п. 2.1 отклонить, места нет.\n", "скамью", Status.PROPOSED),
        # By the answer that is told.
        (
            "Прохоров просил убрать тополь. Орлов ответил, что тополь уберут в субботу.",
            "тополь",
            Status.ADOPTED,
        ),
        (
            "Ким просила перенести остановку. Орлов пояснил, что это невозможно по нормам.",
            "остановку",
            Status.REJECTED,
        ),
        (
            "Ким просила дать ей дрова. Орлов заявил, что дров не даст.",
            "дрова",
            Status.REJECTED,
        ),
        (
            "Ким просила поставить второй рояль. Завхоз Нуждин: рояль в клубе, перевезём.",
            "рояль",
            Status.ADOPTED,
        ),
        # Where no answer is, nothing is settled.
        ("Ким просила открыть зал. Ей ответили, что ставки нет.", "зал", Status.PROPOSED),
        # By whose side was taken.
        (CROW + "Директор поддержал Лыкову.", "всем", Status.REJECTED),
        # As what stays.
        (
            "Ким просила сократить занятия. Решили: звонки сдвинуть, занятия оставить как есть.",
            "сократить занятия",
            Status.REJECTED,
        ),
        (
            "Арендатор Ким просил снизить ставку. Правление решило ставку не снижать.",
            "снизить ставку",
            Status.REJECTED,
        ),
        # With more in the sentence of the verdict.
        (
            "Ким предложила просить щебень. Возражений нет, письмо составит секретарь.",
            "щебень",
            Status.ADOPTED,
        ),
        ("Ким рекомендовала ограничить часы. С этим согласились.", "часы", Status.ADOPTED),
        ("Ким предложила провести гонки. Никто не отозвался.", "гонки", Status.REJECTED),
        ("Ким предложила каток: не поддержали, коньков нет.", "каток", Status.REJECTED),
        # Of a resolution that does more.
        (
            "Ким выступила с предложением купить автобус.\n"
            "Постановили: предложение принять, обратиться в министерство с ходатайством.",
            "купить автобус",
            Status.ADOPTED,
        ),
        (
            "Лыкова Т.К. предложила провести оценку.\n"
            "РЕШИЛИ:\n1. Утвердить план с учётом предложения Лыковой.",
            "оценку",
            Status.ADOPTED,
        ),
        # «Вопрос отложен» is about the question it stands in.
        (
            "1. О печи\nКим предложила топить углём.\n2. О складе\nВопрос отложен.",
            "углём",
            Status.PROPOSED,
        ),
        # Direct speech in prose.
        (
            "Ким предложила снизить ставку.\n– Снимаю, – согласилась Ким.",
            "ставку",
            Status.WITHDRAWN,
        ),
    ],
)
def test_each_by_itself(text: str, words: str, status: Status) -> None:
    assert status_of(text, words) is status


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Учтено в проекте", Status.ADOPTED),
        ("Не учтено, скульптура утрачена", Status.REJECTED),
        ("Отклонено, вид использования этого не допускает", Status.REJECTED),
        ("Будет рассмотрено отдельно", Status.POSTPONED),
        ("Принято к рассмотрению", Status.PROPOSED),
    ],
)
def test_the_answer_behind_a_remark_is_no_part_of_it(answer: str, status: Status) -> None:
    found = records(
        "Замечания и предложения участников:\n"
        f"1) Совет ветеранов: вернуть гипсового горниста. – {answer}.\n"
        "2) Велоклуб «Цепь»: проложить дорожку."
    )
    assert [record.status for record in found] == [status, Status.PROPOSED]
    assert found[0].content.text.startswith("вернуть гипсового горниста")


def test_a_numbered_amendment_and_its_ruling() -> None:
    found = records("Поправка 2. Отпуск лаборантам три дня. Администрация: отклонить.")
    assert [(r.content.text, r.status) for r in found] == [
        ("Отпуск лаборантам три дня", Status.REJECTED)
    ]


def test_what_readers_ask_for_in_a_list_are_requests() -> None:
    found = records(
        "Поступило обращение читателей с просьбами:\n– открыть гардероб;\n– поставить кулер."
    )
    assert [record.kind for record in found] == [Kind.REQUEST, Kind.REQUEST]


@pytest.mark.parametrize(
    "text",
    [
        "Вопрос отложен.",
        "Решили вторую просьбу удовлетворить, в третьей отказать.",
        "Жарова Т.К. воздержалась, остальные высказались в поддержку.",
    ],
)
def test_what_only_settles_is_no_record(text: str) -> None:
    assert [r.content.text for r in records(LETTER + text)] == [
        "повысить ставку",
        "разрешить частные группы",
        "вернуть сауну",
    ]


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("щебень – за 54, против 6; канавы – за 20, против 37", [(54, 6), (20, 37)]),
        ("Поправка принята (8 – 0 – 1).", [(8, 0)]),
        ("Идею совет одобрил, четверо были против.", [(None, 4)]),
        ("Голоса распределились так: закрыть – 3, оставить – 5.", [(3, None), (5, None)]),
        ("Большинством (6 из 9) высказались за доску.", [(6, None)]),
    ],
)
def test_counts(line: str, counts: list[tuple[int | None, int | None]]) -> None:
    assert [(b.count.for_, b.count.against) for b in find_ballots(line)] == counts


def test_one_side_may_have_all_the_votes() -> None:
    sides = find_ballots("щебень – за 54, против 6; канавы – единогласно")
    assert [side.count.unanimous for side in sides] == [False, True]
    assert not any(b.count.unanimous for b in find_ballots("Почти все «за», двоим всё равно."))


@pytest.mark.parametrize(
    "head",
    [
        "Содержание внесённых предложений и замечаний | Автор | Рекомендация комиссии",
        "Предложение | Кто внёс | Решение",
        "Замечание | Участник | Ответ",
    ],
)
def test_a_table_of_remarks_tells_what_became_of_each(head: str) -> None:
    found = records(
        f"{head}\nИсключить участок 14 | Полуянов Г.Г. | Учесть\n"
        "Сократить разрыв до 25 м | ООО «Сетьстрой» | Отклонить, противоречит нормам\n"
        "Перенести слушания | Кольцова А.Р. | Снято заявителем"
    )
    assert [r.status for r in found] == [Status.ADOPTED, Status.REJECTED, Status.WITHDRAWN]
    assert [r.proposers[0].text for r in found] == [
        "Полуянов Г.Г.",
        "ООО «Сетьстрой»",
        "Кольцова А.Р.",
    ]


def test_two_that_were_put_against_one_another() -> None:
    found = records(
        "Цой А.В. советовал дождаться оценщика. Дробыш В.А. предложил объявить конкурс.\n"
        "Голосовали альтернативно: за конкурс 3, за отсрочку 4."
    )
    assert [(r.status, r.vote.for_ if r.vote else None) for r in found] == [
        (Status.ADOPTED, 4),
        (Status.REJECTED, 3),
    ]
