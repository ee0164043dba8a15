"""Amendments, drafts put to the vote, and what short lines and resolutions make of them."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.proposals.slots.vote import find_ballot, find_shares
from predlozheno.reading.document import Document
from predlozheno.records.schema import Kind, Proposal, Role, Status

RULES = load(rules_only=True)


def records(text: str) -> list[Proposal]:
    """What the rules alone find in a text."""
    return list(RULES.extract(Document("собрание.txt", text)).proposals)


def test_a_signed_amendment_is_its_authors_proposal_and_its_vote_decides() -> None:
    text = """Рассматривается проект правил.

Поправка 1 (Дягилева). Статья 4: считать тихим часом время с 13 до 15.
Голоса: 4 – 6 – 1.

Поправка № 2 (Дягилева): исключить пункт о голубях.
Голоса: 9 – 0 – 2.
"""
    first, second = records(text)
    assert first.content.text == "считать тихим часом время с 13 до 15"
    assert [p.text for p in first.proposers] == ["Дягилева"]
    assert (first.kind, first.status) == (Kind.PROPOSAL, Status.REJECTED)
    assert second.content.text == "исключить пункт о голубях"
    assert second.status is Status.ADOPTED
    assert second.vote is not None
    assert second.vote.abstained == 2


def test_a_proposed_wording_is_lost_where_the_line_below_says_so() -> None:
    text = """Собрание собственников дома.

ВОПРОС 1. Секретарь
Решение: избрать секретарём Юдину.

ВОПРОС 2. О ремонте
Предлагаемая формулировка: утвердить смету на ремонт крыши.
Жилец Ковров усомнился в цене.
Решение не принято.
"""
    first, second = records(text)
    assert first.status is Status.ADOPTED
    assert (second.kind, second.status) == (Kind.DECISION, Status.REJECTED)


def test_shares_settle_a_draft_without_giving_counts() -> None:
    text = """Собрание собственников дома.

Предлагаемая формулировка: поставить у ворот будку.
За 38,5 %, против 61,5 %.
"""
    (record,) = records(text)
    assert record.status is Status.REJECTED
    assert record.vote is None


def test_three_numbers_of_a_vote() -> None:
    ballot = find_ballot("Голоса: 10 – 0 – 1.")
    assert ballot is not None
    assert (ballot.count.for_, ballot.count.against, ballot.count.abstained) == (10, 0, 1)
    assert find_shares("За 41 %, против 59 %") == (0, 20, False)
    assert find_shares("Явка 41 %, против прошлогодней меньше.") is None


def test_a_resolution_takes_a_proposal_up_in_other_words() -> None:
    text = """1. СЛУШАЛИ: о лагере.
ВЫСТУПИЛИ:
Ермаков П.П. предложил отвести первую неделю под гербарий.
РЕШИЛИ:
1.1. Изготовление гербариев включить в программу смены.
1.2. Купить бумагу.
"""
    assert records(text)[0].status is Status.ADOPTED


@pytest.mark.parametrize(
    ("item", "role", "party", "content"),
    [
        (
            "За бухгалтерией – подыскать средства на лопаты.",
            Role.EXECUTOR,
            "бухгалтерией",
            "подыскать средства на лопаты",
        ),
        (
            # A dative with an infinitive is who is told, wherever it stands.
            "Справку подготовить Иванову И.И. к 1 марта.",
            Role.ADDRESSEE,
            "Иванову И.И.",
            "Справку подготовить Иванову И.И. к 1 марта",
        ),
    ],
)
def test_an_item_charges_somebody(item: str, role: Role, party: str, content: str) -> None:
    (record,) = records(f"РЕШИЛИ:\n1. {item}\n")
    assert (record.kind, record.content.text) == (Kind.ASSIGNMENT, content)
    assert [(t.role, t.text) for t in record.targets] == [(role, party)]


def test_a_dative_before_a_dash_is_told_to_do_what_follows() -> None:
    (record,) = records("РЕШИЛИ:\n1. Классному руководителю – собрание до 10 апреля.\n")
    assert record.kind is Kind.ASSIGNMENT
    assert record.content.text == "собрание до 10 апреля"
    assert [t.text for t in record.targets] == ["Классному руководителю"]


def test_a_letter_sent_to_somebody_charges_nobody() -> None:
    (record,) = records("РЕШИЛИ:\n1. Письмо направить главе района.\n")
    assert record.kind is Kind.DECISION


def test_a_paper_that_is_to_be_made_asks_for_nothing() -> None:
    (record,) = records("РЕШИЛИ:\n1. Ходатайство оформить к пятнице.\n")
    assert (record.kind, record.status) == (Kind.DECISION, Status.ADOPTED)


def test_a_chair_by_name_decides_and_a_member_does_not() -> None:
    text = """Протокол собрания.
Председатель – Мокрушин Д.Д.

Зимина Е.Е. предложила закупить ноты. {} отверг это.
"""
    assert records(text.format("Мокрушин Д.Д."))[0].status is Status.REJECTED
    assert records(text.format("Баянов К.К."))[0].status is Status.PROPOSED
