"""Who is quoted, who is heard from, who opens a list: news, reports of sessions, minutes in one line."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Proposal, Role
from predlozheno.resources import models_dir


def records(text: str) -> list[Proposal]:
    """What the rules alone find in a text."""
    doc = annotate(segment(Document("новость.txt", text)))
    return list(extract_proposals(doc, load_frames(models_dir())).proposals)


def said(text: str) -> list[tuple[str, list[str]]]:
    """The contents with the names of those who put them forward."""
    return [(p.content.text, [who.name for who in p.proposers]) for p in records(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Предлагаю вернуть рейсы», – заявил Орлов.", [("вернуть рейсы", ["Орлов"])]),
        (
            "«Мы терпели, верните хотя бы рейс», – сказала Мохова.",
            [("верните хотя бы рейс", ["Мохова"])],
        ),
        # A notice on the wall is nobody's wish now.
        ("На двери висело «Верните ключи».", []),
    ],
)
def test_quoted(text: str, expected: list[tuple[str, list[str]]]) -> None:
    """Who is named behind the quotation says it."""
    assert said(text) == expected


def test_who_was_heard_decides_nothing() -> None:
    """A name that ends a gerund's clause is not joined to the one who acts."""
    text = (
        "Заслушав и обсудив информацию начальника отдела ГО и ЧС Пахомова В. Н., "
        "комиссия решила купить лодки."
    )
    assert said(text) == [("купить лодки", ["комиссия"])]


def test_a_list_has_the_subject_of_its_head() -> None:
    """«После обсуждения Комитет:», and below it one verb an item; who is asked there is asked."""
    wishes = records(
        "После обсуждения Комитет:\na) просил секретариат представить смету;\n"
        "b) постановил создать группу.\n"
    )
    assert [[who.name for who in p.proposers] for p in wishes] == [["Комитет"], ["Комитет"]]
    assert [t.name for t in wishes[0].targets if t.role is Role.ADDRESSEE] == ["секретариат"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Наблюдатель от фонда побережий предложил купить насос.",
            [("купить насос", ["Наблюдатель от фонда побережий"])],
        ),
        ("Уборку готов взять на себя Орлов.", [("Уборку … взять на себя", ["Орлов"])]),
        (
            "Сторона сообщила о намерении увеличить поставки и обратилась с просьбой ускорить осмотр.",
            [("ускорить осмотр", ["Сторона"])],
        ),
        (
            "Участники предложили учредить для детей путёвки в лагерь.",
            [("учредить для детей путёвки в лагерь", ["Участники"])],
        ),
        ("Большинством голосов решили поставить датчики.", [("поставить датчики", [])]),
    ],
)
def test_who_and_what(text: str, expected: list[tuple[str, list[str]]]) -> None:
    """The party as it is named, and the words that are wanted alone."""
    assert said(text) == expected


def test_a_surname_without_cases_is_told() -> None:
    """«Поручил Пак подготовить», also where the name sounds like the particle «ли»."""
    for text in (
        "Ершов поручил Пак подготовить письмо.",
        "Ершов поручил Ли В. С. подготовить письмо.",
    ):
        (order,) = records(text)
        assert [target.role for target in order.targets] == [Role.ADDRESSEE]
        assert order.content.text == "подготовить письмо"
