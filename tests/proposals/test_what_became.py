"""What became of what was put, told far from it: by its mover, its number, its place or its rival."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.proposals.slots.vote import find_ballots
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Proposal, Status

HEAD = "Протокол № 2 от 3 марта 2020 г.\nПредседатель: Орлов А.А.\n\n"
RULES = load(rules_only=True)


def records(text: str) -> tuple[Proposal, ...]:
    return RULES.extract(Document("собрание.txt", text)).proposals


def the_one(text: str, words: str) -> Proposal:
    """The one record whose content holds the words."""
    found = [record for record in records(HEAD + text) if words in record.content.text]
    assert len(found) == 1, [record.content.text for record in found]
    return found[0]


RIVALS = (
    "Крюков С.Н. предложил перекрыть крышу шифером. Лыкова Т.К. предложила перекрыть её железом. "
)
STATUSES = [
    # By the mover's name, and of two rivals both.
    (
        RIVALS + "Председатель поставил на голосование предложение Крюкова.\n"
        "За – 11, против – 34, воздержались – 2.",
        "шифером",
        Status.REJECTED,
    ),
    (RIVALS + "Прошло предложение Лыковой: за – 8, против – 2.", "шифером", Status.REJECTED),
    (RIVALS + "Прошло предложение Лыковой: за – 8, против – 2.", "железом", Status.ADOPTED),
    (
        "Глеб предложил принять двоих, Рита предложила сперва посмотреть всех. "
        "Прошло Ритино: 6 + и один воздержался.",
        "посмотреть всех",
        Status.ADOPTED,
    ),
    (
        "Ибатуллин К.И.: Предлагаю отчитываться раз в месяц.\n"
        "Орлов А.А.: Ставлю предложение Карима Ильясовича. За – 9, против – 1.",
        "раз в месяц",
        Status.ADOPTED,
    ),
    # By the number of its question, far from it.
    (
        "1. О кузнице\nЗимина О.П. предложила перевезти кузницу.\n2. О празднике\n"
        "Зимина О.П. предложила назвать праздник «Парус».\nПо вопросу № 1 решение не принято.",
        "кузницу",
        Status.REJECTED,
    ),
    (
        "1. О кузнице\nЗимина О.П. предложила перевезти кузницу.\n2. О празднике\n"
        "Зимина О.П. предложила назвать праздник «Парус».\nВопросы 1 и 2 отложены.",
        "кузницу",
        Status.POSTPONED,
    ),
    # Named again as what is not done.
    (
        "Зимина О.П. предложила закрыть причал до осени. Закрывать причал совет не стал.",
        "причал",
        Status.REJECTED,
    ),
    ("Зимина О.П. советовала подождать, но её не послушали.", "подождать", Status.REJECTED),
    # A speaker takes back his own.
    (
        "Каширин Л.Д.: Предлагаю провести опрос жителей.\nЩедрина О.А.: Опрос мы и так ведём.\n"
        "Каширин Л.Д.: Тогда снимаю.",
        "опрос",
        Status.WITHDRAWN,
    ),
    # Two verdicts in one sentence.
    (
        "Зимина О.П. просила купить лопату. Она же предложила собрать деньги. "
        "Просьбу решено удовлетворить, предложение отклонено.",
        "деньги",
        Status.REJECTED,
    ),
    # Notes, behind a dash.
    ("Лёня просил отдать ему обрезки на декорации — ок.", "обрезки", Status.ADOPTED),
    ("Марат требовал убрать баннер → убираем с 1 июля.", "баннер", Status.ADOPTED),
    # The chair's delay puts off the question, not what was asked last.
    (
        "Ложкин В.В. предложил продать базу отдыха. Рассмотрение вопроса перенесено на 19 сентября.",
        "базу",
        Status.POSTPONED,
    ),
    # The figures say which of two was resolved.
    (
        "Пряхина О.Л. предложила сдать участок в аренду на 10 лет. Гуляев Д.Д. предложил "
        "ограничиться арендой на 5 лет.\nРЕШИЛИ:\n1. Заключить договор аренды на 5 лет.",
        "10 лет",
        Status.PROPOSED,
    ),
    # An item of a resolution is no verdict on its neighbour, and no request of it is granted.
    (
        "РЕШИЛИ:\n1. Заключить договор аренды.\n2. Отложить рассмотрение вопроса о границах.",
        "договор",
        Status.ADOPTED,
    ),
    (
        "РЕШИЛИ:\n1. Просить мэра города выделить автобусы. Принято при одном воздержавшемся.",
        "автобусы",
        Status.PROPOSED,
    ),
]


@pytest.mark.parametrize(("text", "words", "status"), STATUSES)
def test_what_became_of_it(text: str, words: str, status: Status) -> None:
    assert the_one(text, words).status is status


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("«За» – Финк, Ложкин; «против» – Бортников, Салахов, Чернявская.", (2, 3, None)),
        ("За – Финк, Ложкин и Рогов, против – нет, воздержался – Орлов.", (3, 0, 1)),
        ("Итого 9 плюсов, 2 минуса.", (9, 2, None)),
        ("Прошло Ритино: 6 + и один воздержался", (6, None, 1)),
        ("так кто за поднимаем руки двадцать две против пять", (22, 5, None)),
        ("За – четверо, против – двое, председатель не голосовал.", (4, 2, None)),
    ],
)
def test_counts(line: str, counts: tuple[int | None, ...]) -> None:
    found = find_ballots(line)[0].count
    assert (found.for_, found.against, found.abstained) == counts


def test_a_vote_put_by_name_is_no_record() -> None:
    found = records(HEAD + RIVALS + "Председатель поставил на голосование предложение Крюкова.")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ярыгина Т.Е. от имени клуба внесла предложение снизить цену.", ["Ярыгина Т.Е."]),
        ("От имени жителей обратился Мухортов с просьбой отсыпать дорогу.", ["Мухортов"]),
        ("Автором идеи открыть музей выступил завуч Пахомов.", ["завуч Пахомов"]),
        ("Группой депутатов внесена поправка увеличить расходы.", ["Группой депутатов"]),
        ("Комиссия заслушала Пряхину О.Л. Она предложила сдать участок.", ["Пряхину О.Л."]),
        (
            "Комиссия по промыслам (Котов, Лисина) провела опрос. Ею рекомендовано сменить вывеску.",
            ["Комиссия по промыслам"],
        ),
        ("Доложил Мальков П.П. Им внесено предложение о переносе границы.", ["Мальков П.П."]),
        (
            "Рецензент – Ильюхина Т.В. Ей принадлежит предложение добавить указатель.",
            ["Ильюхина Т.В."],
        ),
    ],
)
def test_who_wants_it(text: str, who: list[str]) -> None:
    assert [party.text for party in records(HEAD + text)[-1].proposers] == who


def test_each_part_of_a_sentence_has_its_own_mover() -> None:
    found = records(
        HEAD + "Внесены предложения: Бражником – провести олимпиаду; Гауссом – пригласить учителей."
    )
    assert [[party.text for party in record.proposers] for record in found] == [
        ["Бражником"],
        ["Гауссом"],
    ]


def test_a_sentence_ends_in_the_initials_of_a_surname() -> None:
    segments = segment(
        Document("с.txt", "Заслушали Пряхину О.Л. Она против. Был Сидоров А.А. Котов.")
    )
    starts = [segments.text[s.start : s.end] for s in segments.sentences]
    assert starts == ["Заслушали Пряхину О.Л.", "Она против.", "Был Сидоров А.А. Котов."]
