"""Whose idea it is between the noun and what it is about, and nouns in front of their verdicts."""

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
    doc = annotate(segment(Document("собрание.txt", text)))
    return list(extract_proposals(doc, load_frames(models_dir())).proposals)


@pytest.mark.parametrize(
    ("text", "kind", "status", "content", "proposer"),
    [
        (
            "Поступило предложение Гусева о переносе срока.",
            Kind.PROPOSAL,
            Status.PROPOSED,
            "переносе срока",
            ["Гусев"],
        ),
        (
            "Комиссия поддержала предложение заместителя директора о закупке баков.",
            Kind.PROPOSAL,
            Status.ADOPTED,
            "закупке баков",
            ["заместитель директора"],
        ),
        (
            "Комиссия отклонила просьбу о переносе срока.",
            Kind.REQUEST,
            Status.REJECTED,
            "переносе срока",
            [],
        ),
        (
            "Просьба жителей о переносе остановки не поддержана.",
            Kind.REQUEST,
            Status.REJECTED,
            "переносе остановки",
            ["жители"],
        ),
        (
            "Предложение Петренко О.Л. о закупке баков отклонено.",
            Kind.PROPOSAL,
            Status.REJECTED,
            "закупке баков",
            ["Петренко О.Л."],
        ),
    ],
)
def test_the_owner_is_no_part_of_what_is_wanted(text, kind, status, content, proposer):
    found = records(text)
    told = [(r.kind, r.status, r.content.text, [p.name for p in r.proposers]) for r in found]
    assert told == [(kind, status, content, proposer)]


@pytest.mark.parametrize(
    "text",
    [
        # It recalls what was moved, and wants nothing new.
        "Предложение о бане поддержано.",
        "Предложение о двух свидетелях отклонено.",
    ],
)
def test_a_matter_that_is_no_action_only_recalls(text):
    assert records(text) == []


def test_the_head_of_a_body_stands_in_brackets_above_its_tasks():
    text = "1. Министерству экологии области (Тулаева):\nа) завершить сверку;\nб) обновить схему."
    found = records("Протокол № 4\n\nПОСТАНОВИЛИ:\n" + text)
    told = {t.name for r in found for t in r.targets if t.role is Role.ADDRESSEE}
    assert [r.content.text for r in found] == ["завершить сверку", "обновить схему"]
    assert told == {"Министерство экологии области"}


@pytest.mark.parametrize(
    ("text", "kind", "content", "proposer"),
    [
        (
            "По предложению Кольцова Р.А. создана рабочая группа по тарифам.",
            Kind.PROPOSAL,
            "создана рабочая группа по тарифам",
            "Кольцов Р.А.",
        ),
        (
            "По просьбе жителей маршрут № 5 продлён до больницы.",
            Kind.REQUEST,
            "маршрут № 5 продлён до больницы",
            "жители",
        ),
        (
            "По инициативе Гусева решено провести субботник.",
            Kind.PROPOSAL,
            "провести субботник",
            "Гусев",
        ),
    ],
)
def test_what_was_done_at_whose_wish(text, kind, content, proposer):
    (record,) = records(text)
    assert (record.kind, record.status, record.content.text) == (kind, Status.ADOPTED, content)
    assert [p.name for p in record.proposers] == [proposer]


@pytest.mark.parametrize(
    "text",
    [
        # Work that was done, a year that had passed.
        "По просьбе жителей отремонтирован мост.",
        "По предложению Японии в 2005 году был создан центр.",
    ],
)
def test_reports_of_what_was_done_are_no_records(text):
    assert records(text) == []


@pytest.mark.parametrize(
    ("text", "content", "told"),
    [
        (
            "Поручить подготовку сметы бухгалтеру Орловой.",
            "подготовку сметы",
            ["бухгалтер Орлова"],
        ),
        (
            "Поручить организацию опроса управлению образования.",
            "организацию опроса",
            ["управление образования"],
        ),
        (
            "Депутат попросил соседей с верхних этажей сфотографировать протечки.",
            "сфотографировать протечки",
            ["соседи"],
        ),
        # A time that opens the content stays with it.
        (
            "Депутат попросил соседей с понедельника фотографировать протечки.",
            "с понедельника фотографировать протечки",
            ["соседи"],
        ),
        # Whom the help is for is not told to give it.
        ("Поручить оказание помощи школам города.", "оказание помощи школам города", []),
    ],
)
def test_who_is_told_stands_apart_from_what_is_to_be_done(text, content, told):
    (record,) = records(text)
    addressees = [t.name for t in record.targets if t.role is Role.ADDRESSEE]
    assert (record.content.text, addressees) == (content, told)


RESOLVED = "Протокол № 4 от 3 марта 2025 г.\n\nРЕШИЛИ:\n"


def test_an_item_may_order_something_behind_its_own_action():
    found = records(
        RESOLVED + "1. Утвердить план, поручив Орловой опубликовать его.\n2. Закрыть сезон."
    )
    assert [(r.kind, r.content.text) for r in found] == [
        (Kind.DECISION, "Утвердить план"),
        (Kind.ASSIGNMENT, "опубликовать его"),
        (Kind.DECISION, "Закрыть сезон"),
    ]


def test_what_somebody_becomes_and_who_sits_on_a_board_are_not_told():
    text = "1. Ответственным за ключи назначить Дымова А.С.\n2. Создать комиссию в составе: Орлов, Цой."
    found = records(RESOLVED + text)
    told = [t.name for r in found for t in r.targets if t.role in (Role.ADDRESSEE, Role.EXECUTOR)]
    assert len(found) == 2
    assert told == []


def test_shares_settle_what_their_mover_put():
    text = (
        "Вопрос 2. Кровля.\nКарпова Л.И. предлагает провести ремонт в июне. "
        "Дымов А.С. предлагает отложить его.\n"
        "Голосовали за предложение Карповой Л.И.: «за» – 81,2 %, «против» – 18,8 %."
    )
    status = {r.proposers[0].name: r.status for r in records("Протокол собрания\n\n" + text)}
    assert status == {"Карпова Л.И.": Status.ADOPTED, "Дымов А.С.": Status.REJECTED}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Комиссия в составе проф. Астафьева, Бурова и Зиминой предлагает принять работу.",
            "Комиссия",
        ),
        (
            "Делегация во главе с министром Петровым предложила продлить соглашение.",
            "Делегация",
        ),
        ("В составе делегации выступил Орлов и предложил продлить соглашение.", "Орлов"),
    ],
)
def test_of_a_body_and_its_members_the_body_acts(text, name):
    (record,) = records(text)
    assert [p.name for p in record.proposers] == [name]
