"""What a speech tells of others and of the past, and what only looks like a wish."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Kind, Proposal, Status

RULES = load(rules_only=True)
GREETING = "Уважаемые коллеги! "


def found(text: str) -> list[Proposal]:
    return list(RULES.extract(Document("речь.txt", text)).proposals)


def contents(text: str) -> list[str]:
    return [record.content.text for record in found(text)]


# In a speech these are told; in the minutes of a meeting the same words are its proposals.
TOLD = [
    "Я предлагал закрепить норматив комплектования.",
    "Комитет просил меня уточнить цифры.",
    "Нам предлагают ходить за хлебом в соседний район.",
    "Министр путей требует закрыть четыре разъезда.",
    "Комитет поручил мне зачитать письмо.",
    "Новый закон строже прежнего, обязав хозяйства считать птицу.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_a_speech_tells(sentence: str) -> None:
    assert found(GREETING + sentence) == []


LIVE = [
    "Наш комитет предлагает отклонить поправку.",
    "Я предложил бы продлить приём заявок.",
    "Комитет принял решение вернуть проект авторам.",
]


@pytest.mark.parametrize("sentence", LIVE)
def test_a_speaker_puts_forward(sentence: str) -> None:
    assert len(found(GREETING + sentence)) == 1


def test_minutes_report_what_a_speech_would_tell() -> None:
    (record,) = found("Завхоз предложил закрыть калитку на зиму.")
    assert record.kind is Kind.PROPOSAL


NO_WISH = [
    "Хотелось бы привлечь внимание палаты к сроку.",
    "Хотела бы поддержать почин слободского совета.",
    "Надо уважать людей, которые там живут.",
    "Ставлю на голосование новый устав.",
    "Говорят: давайте передадим всё частникам.",
    "В договоре сказано, что управляющий обязан устранять поломки за десять дней.",
    "В случаях, предусмотренных законом, работодатель обязан проводить обучение.",
    "Федеральный закон, напомню, обязывает нас проводить экспертизу.",
    "Вы писали, что необходимо ввести пропуска.",
    "Забор требует покраски.",
]


@pytest.mark.parametrize("sentence", NO_WISH)
def test_what_only_looks_like_a_wish(sentence: str) -> None:
    assert found(sentence) == []


EXTENTS = {
    "Необходимо осушить нижний луг; не допустить весеннего пала; обеспечить охрану мостков.": [
        "осушить нижний луг",
        "не допустить весеннего пала",
        "обеспечить охрану мостков",
    ],
    "Профессор призвала не цепляться за рельсы, а развивать автобусы по требованию.": [
        "не цепляться за рельсы, а развивать автобусы по требованию"
    ],
    "Перенести слушания на март предложила сама Орлова, и возражать ей никто не стал.": [
        "Перенести слушания на март"
    ],
    "Просим вас, дорогие соседи, закрыть калитку.": ["закрыть калитку"],
    "Прошу поручить советам по пчеловодству и садам и по науке запросить смету выставки.": [
        "поручить советам по пчеловодству и садам и по науке запросить смету выставки"
    ],
    "Предлагаю поручить секретарю составить смету и собрать подписи жильцов.": [
        "поручить секретарю составить смету",
        "собрать подписи жильцов",
    ],
}


@pytest.mark.parametrize(("text", "wanted"), EXTENTS.items(), ids=range(len(EXTENTS)))
def test_where_a_wish_begins_and_ends(text: str, wanted: list[str]) -> None:
    assert contents(text) == wanted


def test_what_became_of_a_proposal_may_stand_far_behind_it() -> None:
    (record,) = found("Предложение жильцов закрыть двор на зиму отклонено: двор общий.")
    assert (record.kind, record.status) == (Kind.PROPOSAL, Status.REJECTED)


SUGGESTED = """ПРЕДЛОЖЕНИЯ И ЗАМЕЧАНИЯ УЧАСТНИКОВ

1. Савельева М.Т.: исключить из границ квартала участок по Речной улице.
2. ТСН «Яхт-клуб»: изменить вид использования причала.
"""


def test_a_list_of_suggestions_names_who_made_them() -> None:
    records = found(SUGGESTED)
    assert [record.kind for record in records] == [Kind.PROPOSAL] * 2
    assert [[p.text for p in record.proposers] for record in records] == [
        ["Савельева М.Т."],
        ["ТСН «Яхт-клуб»"],
    ]


KINDS = {
    "Лучше заказать доски в лесхозе.": Kind.PROPOSAL,
    "Порту предстоит до июля выбрать аудитора.": Kind.ASSIGNMENT,
    "Предстоит заказать вторую машину.": Kind.NEED,
    "Завуч напоминает классным руководителям сдать журналы.": Kind.REQUEST,
    "РЕШИЛИ: план издания утвердить без трёх пособий.": Kind.DECISION,
    "Лоцман Ветров за то, чтобы пригласить портнадзор.": Kind.PROPOSAL,
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items(), ids=range(len(KINDS)))
def test_the_construction_tells_the_kind(text: str, kind: Kind) -> None:
    assert [record.kind for record in found(text)] == [kind]
