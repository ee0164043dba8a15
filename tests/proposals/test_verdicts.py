"""What became of what was put: verdicts, votes by name, rulings and answers, and what they are about."""

from __future__ import annotations

from time import perf_counter

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.proposals.slots.sides import sides_of
from predlozheno.proposals.slots.vote import find_ballots
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Proposal, Status
from predlozheno.resources import models_dir

HEAD = "Протокол № 2 от 3 марта 2020 г.\nПредседатель: Орлов А.А.\n\n"


def records(text: str) -> list[Proposal]:
    """What the rules alone find in a text."""
    doc = annotate(segment(Document("собрание.txt", text)))
    return list(extract_proposals(doc, load_frames(models_dir())).proposals)


def status_of(text: str, words: str) -> Status:
    """The status of the one record whose content holds the words."""
    found = [record for record in records(HEAD + text) if words in record.content.text]
    assert len(found) == 1, [record.content.text for record in found]
    return found[0].status


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        # The side that takes it up names none of its own proposals by that.
        (
            "Турецкая сторона предложила открыть паром. Российская сторона предложила объявить конкурс "
            "перевозчиков. Турецкая сторона конкурс поддержала.",
            "паром",
            Status.PROPOSED,
        ),
        (
            "Турецкая сторона предложила открыть паром. Российская сторона предложила объявить конкурс "
            "перевозчиков. Турецкая сторона конкурс поддержала.",
            "конкурс",
            Status.ADOPTED,
        ),
        ("Зимина О.П. просила купить лопату. Председатель согласился.", "лопату", Status.ADOPTED),
        ("Зимина О.П. просила купить лопату. Возражений не последовало.", "лопату", Status.ADOPTED),
        (
            "Зимина О.П. высказала мысль купить лопату. Отложили до мая: в кассе пусто.",
            "лопату",
            Status.POSTPONED,
        ),
        (
            "Зимина О.П. предложила отложить ремонт до осени. Голосовали за предложение Зиминой: "
            "«за» – 3, «против» – 6. Предложение отложить ремонт было отклонено.",
            "ремонт",
            Status.REJECTED,
        ),
        (
            "Зимина О.П. просила купить лопату. По закону решение должно быть принято за месяц.",
            "лопату",
            Status.PROPOSED,
        ),
        (
            "ВЫСТУПИЛИ:\nЗимина О.П. – предложила нанять сторожа, но после долгих возражений коллег и "
            "соседей по подъезду своё предложение сняла.",
            "сторожа",
            Status.WITHDRAWN,
        ),
    ],
)
def test_a_verdict_settles_what_it_is_about(text: str, words: str, status: Status) -> None:
    assert status_of(text, words) is status


def test_the_predicate_of_a_proposal_is_its_verdict_and_no_content() -> None:
    (record,) = records(HEAD + "Идея правления продать вагоны поддержки не нашла.")
    assert (record.content.text, record.status) == ("продать вагоны", Status.REJECTED)


@pytest.mark.parametrize(
    ("line", "sides"),
    [
        (
            "За первый вариант – 97 голосов, за второй – 154.",
            [("1-го вариант", 97, None), ("2-го", 154, None)],
        ),
        (
            "За вариант 1 – 12 голосов, за вариант 2 – 30 голосов.",
            [("вариант 1", 12, None), ("вариант 2", 30, None)],
        ),
        ("За 118 руб.: 1 204.", [("118 руб.", 1204, None)]),
        ("За пульт? 88 голосов.", [("пульт", 88, None)]),
        ("исключить должников – 101 голос", [("исключить должников", 101, None)]),
        ("Дудинец В.В. – за 6, против 11;", [("дудинец в.в.", 6, 11)]),
        ("Кто за? Одиннадцать.", [("", 11, None)]),
        ("Мнения разделились поровну (9 : 9).", [("", 9, 9)]),
        ("За прошлый год – 12 аварий.", []),
    ],
)
def test_sides_of_a_vote(line: str, sides: list[tuple[str, int, int | None]]) -> None:
    found = [(b.about, b.count.for_, b.count.against) for b in find_ballots(line)]
    assert found == sides


def test_of_alternatives_that_with_most_hands_is_adopted() -> None:
    text = (
        "Вопрос № 1. ВЗНОС\n\n"
        "Предложено Зиминой: собрать по тысяче рублей.\n\n"
        "Предложено Гусевым: взноса не собирать.\n\n"
        "За вариант Зиминой – 40 голосов, за вариант Гусева – 52 голоса.\n"
    )
    found = {r.content.text: (r.status, r.vote and r.vote.for_) for r in records(HEAD + text)}
    assert found == {
        "собрать по тысяче рублей": (Status.REJECTED, 40),
        "взноса не собирать": (Status.ADOPTED, 52),
    }


def test_a_unanimous_head_holds_for_its_list() -> None:
    text = "Совет единодушно решил:\n1) занятия прекратить;\n2) доценту Зуеву подготовить отчёт.\n"
    votes = [record.vote for record in records(HEAD + text)]
    assert len(votes) == 2
    assert all(vote is not None and vote.unanimous for vote in votes)


def test_rulings_under_the_proposals_of_a_list() -> None:
    text = (
        "Предложения жителей:\n"
        "1. Предлагаем запретить стоянку судов у пляжа.\n   Комиссия: отклонить, не относится.\n"
        "2. Предлагаем посадить деревья вдоль дороги.\n   Комиссия: рекомендовать инвестору.\n"
        "3. Предлагаем ограничить высоту застройки тремя этажами.\n   Комиссия: учесть.\n"
    )
    found = {r.content.text.split()[0]: r.status for r in records(HEAD + text)}
    assert found["запретить"] is Status.REJECTED
    assert found["посадить"] is Status.PROPOSED
    assert found["ограничить"] is Status.ADOPTED


def test_answers_that_name_their_matter_first() -> None:
    text = (
        "Суханов П.П.: Просим разрешить закупку у единственного поставщика. Предлагаем перебросить две "
        "лодки в Лахтинск.\n"
        "Орлов А.А.: По лодкам согласен, гоните сегодня же. По единственному поставщику – нет, нас "
        "за это ругали.\n"
        "Суханов П.П.: Понял.\n"
    )
    assert status_of(text, "закупку") is Status.REJECTED
    assert status_of(text, "лодки") is Status.ADOPTED


def test_petitions_in_a_table_and_amendments_signed_in_the_genitive() -> None:
    table = (
        "Заявка | Заявитель | За | Против | Возд. | Итог\n"
        "Уложить две неровности у детского сада | управление образования | 11 | 0 | 0 | удовлетворена\n"
        "Убрать неровность с улицы Сплавной | Райсельхозтехника | 2 | 8 | 1 | отклонена\n"
    )
    found = [(str(r.kind), r.status, r.vote and r.vote.for_) for r in records(HEAD + table)]
    assert found == [("request", Status.ADOPTED, 11), ("request", Status.REJECTED, 2)]
    (amended,) = records(
        HEAD + "Поправка профессора Гурьянова: исключить раздел о доплатах. Не прошла."
    )
    assert [p.text for p in amended.proposers] == ["профессора Гурьянова"]
    assert amended.status is Status.REJECTED


def test_a_delay_taken_up_or_moved_by_the_chair_puts_off_what_it_is_about() -> None:
    text = (
        "Исмагилова Г.Н.: Предлагаю топить бани без ограничений по часам.\n"
        "Орлов А.А., председатель: Вопрос сырой, предлагаю направить на доработку.\n"
        "Исмагилова Г.Н.: Не против.\n"
        "Зуев А.А.: Спасибо.\n"
    )
    assert status_of(text, "бани") is Status.POSTPONED
    assert status_of(text, "доработку") is Status.ADOPTED


def test_what_is_put_to_the_vote_was_moved_before() -> None:
    text = (
        "Лыткин А.Б.: Предлагаю исключить из повестки пункт о переименовании улиц.\n"
        "Орлов А.А., председатель: Ставлю на голосование исключение пункта о переименовании.\n"
        "Проголосовало за ............ 38\nПроголосовало против ............ 1\n"
    )
    (record,) = [r for r in records(HEAD + text) if "исключ" in r.content.text.lower()]
    assert (record.status, record.vote and record.vote.for_) == (Status.ADOPTED, 38)


@pytest.mark.parametrize(
    "text", [". " * 50_000, "за " * 20_000, "за а. " * 20_000, "за " + "а" * 200_000]
)
def test_a_transcript_of_one_line_is_searched_for_sides_in_no_time(text: str) -> None:
    begin = perf_counter()
    assert sides_of(text) == []
    assert perf_counter() - begin < 10


def test_an_idea_that_is_supported_is_the_one_before_and_no_record_of_its_own() -> None:
    text = "Лядова предложила создать штаб. Идею поддержали, положение напишут к пятнице."
    (record,) = records(HEAD + text)
    assert (record.content.text, record.status) == ("создать штаб", Status.ADOPTED)
