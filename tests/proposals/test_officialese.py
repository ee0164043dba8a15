"""Protocols of commissions, decrees, recommendations: sides, agencies, addressees on lines apart."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Kind, PartySource, Proposal, Role, Status

RULES = load(rules_only=True)


def ruled(text: str) -> list[Proposal]:
    return list(RULES.extract(Document("протокол.txt", text)).proposals)


def told(record: Proposal) -> list[tuple[str, str]]:
    return [(target.text, target.role.value) for target in record.targets]


ADVISED = (
    "Участники «круглого стола»\n\nРЕКОМЕНДУЮТ:\n\n"
    "Правительству области\n\n1. Поручить Росводресурсам провести сверку плотин.\n\n"
    "2. Создать совет по рекам.\n\nГлавам районов\n\n1. Составить списки прудов.\n"
)


def test_bare_datives_part_a_list_of_recommendations_that_counts_anew() -> None:
    records = ruled(ADVISED)
    assert {record.kind for record in records} == {Kind.RECOMMENDATION}
    assert [record.item for record in records] == ["1", "2", "1"]
    assert [record.section[-1] for record in records] == [
        "Правительству области",
        "Правительству области",
        "Главам районов",
    ]
    assert {p.text for r in records for p in r.proposers} == {"Участники «круглого стола»"}
    assert ("Росводресурсам", "executor") in told(records[0])


def test_a_numbered_dative_without_a_colon_is_no_heading() -> None:
    text = (
        "Участники слушаний ОТМЕЧАЮТ:\n\nВода чистая.\n\nРЕКОМЕНДУЮТ:\n\n"
        "1. Правительству области\n\nа) принять программу;\nб) найти средства.\n"
    )
    records = ruled(text)
    assert [record.section for record in records] == [("РЕКОМЕНДУЮТ",)] * 2
    assert [told(record) for record in records] == [[("Правительству области", "addressee")]] * 2


def test_the_title_says_what_is_put_to_each() -> None:
    text = (
        "Итоговые рекомендации\n\nСовещание обсудило дороги.\n\n"
        "Раздел I. Министерству транспорта области\n\n1.1. Внести поправки в порядок ремонта.\n\n"
        "Раздел II. Главам районов\n\n2.1. Составить списки мостов.\n"
    )
    records = ruled(text)
    assert [(r.kind, told(r)[0][0]) for r in records] == [
        (Kind.RECOMMENDATION, "Министерству транспорта области"),
        (Kind.RECOMMENDATION, "Главам районов"),
    ]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Администрациям Щучинского и Камышинского районов организовать вывоз мусора.",
            [("Администрациям Щучинского и Камышинского районов", "addressee")],
        ),
        (
            "Минприроды Ставропольского края и УМВД России по области провести рейд.",
            [
                ("Минприроды Ставропольского края", "addressee"),
                ("УМВД России по области", "addressee"),
            ],
        ),
        (
            "Прокуратуре области (Цою А.М.), Росреестру провести сверку участков.",
            [
                ("Прокуратуре области", "addressee"),
                ("Росреестру", "addressee"),
                ("Цою А.М.", "executor"),
            ],
        ),
        (
            "Поручить ведомству рассмотреть вопрос о создании при Минтрансе России рабочей группы.",
            [
                ("ведомству", "addressee"),
                ("Минтрансе России", "host"),
                ("рабочей группы", "established"),
            ],
        ),
        (
            "Контроль за исполнением возложить на А.Д. Жилина, заместителя председателя.",
            [("А.Д. Жилина", "addressee")],
        ),
    ],
)
def test_who_is_told(text: str, targets: list[tuple[str, str]]) -> None:
    (record,) = ruled(f"Слушали доклад.\n\nРЕШИЛИ:\n1. {text}\n")
    assert told(record) == targets


def test_what_is_not_to_happen_changes_no_body() -> None:
    (record,) = ruled("Слушали доклад.\nРекомендовать министерству не допустить закрытия школы.\n")
    assert told(record) == [("министерству", "addressee")]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Пятое заседание Стороны согласились провести в Омске.",
            ["Пятое заседание … провести в Омске"],
        ),
        (
            "Стороны подтвердили готовность расширять обмен и заинтересованность в поставках.",
            ["расширять обмен", "поставках"],
        ),
        (
            "Стороны выразили озабоченность ростом цен, а также готовность продлить договор.",
            ["продлить договор"],
        ),
        ("Стороны договорились о нижеследующем.", []),
        ("Мастерская предлагает сканирование по 4 рубля за полосу.", []),
    ],
)
def test_what_the_sides_want(text: str, contents: list[str]) -> None:
    assert [record.content.text for record in ruled(f"Заседание открыто. {text}")] == contents


def test_a_subject_in_a_closed_clause_wants_nothing() -> None:
    text = "Шилонго указала, что причалами ведает компания «Порт», и посоветовала обратиться туда."
    (record,) = ruled(f"Заседание открыто. {text}")
    assert [p.text for p in record.proposers] == ["Шилонго"]


def test_a_year_in_a_closed_clause_makes_nothing_past() -> None:
    text = (
        "ПРОТОКОЛ\nсовещания\n28 мая 2024 г.\n\nДелегация Чили отметила, что в 2019 году построено пять "
        "мостов, и предложила открыть шестой.\n"
    )
    (record,) = ruled(text)
    assert record.content.text == "открыть шестой"


def test_a_promise_to_answer_leaves_a_proposal_open() -> None:
    text = (
        "Заседание открыто. Намибийская Сторона предложила продлить рейс, а также обменяться картами. "
        "Российская Сторона с первым предложением согласилась, по второму обещала представить позицию."
    )
    first, second, promise = ruled(text)
    assert (first.status, second.status) == (Status.ADOPTED, Status.PROPOSED)
    assert told(promise) == [("Российская Сторона", "executor")]


def test_a_pronoun_that_is_told_is_the_body_just_made() -> None:
    text = "Решено создать подгруппу по генетике; ей поручено подготовить методику."
    _, record = ruled(f"Заседание открыто. {text}")
    (target,) = record.targets
    assert (target.text, target.role) == ("подгруппу по генетике", Role.ADDRESSEE)
    assert target.source is PartySource.CONTEXT


def test_a_decree_has_a_title_and_no_sections() -> None:
    text = (
        "УКАЗ\nГУБЕРНАТОРА ОБЛАСТИ\n\nО мерах поддержки\n\nВ целях развития ферм постановляю:\n\n"
        "1. Утвердить порядок выдачи грантов.\n2. Открыть учебный центр.\n"
    )
    assert [(record.section, record.item) for record in ruled(text)] == [((), "1"), ((), "2")]


def test_paragraphs_that_count_on_stand_below_their_headings() -> None:
    text = (
        "ПРОТОКОЛ\nзаседания комиссии\n4 июня 2019 г.\n\nI. ГОРНОЕ ДЕЛО\n\n"
        "1. Чилийская Сторона просила продлить тендер.\n\nСтороны обсудили сроки.\n\n"
        "2. Российская Сторона предложила создать группу.\n\nII. НАУКА\n\n"
        "3. Стороны договорились провести экспедицию.\n"
    )
    assert [(record.section, record.item) for record in ruled(text)] == [
        (("ГОРНОЕ ДЕЛО",), "1"),
        (("ГОРНОЕ ДЕЛО",), "2"),
        (("НАУКА",), "3"),
    ]
