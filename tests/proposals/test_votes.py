"""Votes as minutes write them, what they were taken on, and what that makes of it."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.proposals.slots.verdict import find_verdicts
from predlozheno.proposals.slots.vote import find_ballot, find_ballots
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Proposal, Status
from predlozheno.resources import models_dir

HEAD = "Протокол № 2 от 3 марта 2020 г.\n\n"


def records(text: str) -> list[Proposal]:
    """What the rules alone find in a text."""
    doc = annotate(segment(Document("собрание.txt", text)))
    return list(extract_proposals(doc, load_frames(models_dir())).proposals)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Голосовали: за – 7 214, против – 1 008, воздержались – 96.", (7214, 1008, 96)),
        ("ЗА\t911 400\t99,1 %, ПРОТИВ\t2 005", (911400, 2005, None)),
        ("Проголосовало за .......... 27, против ..... 3", (27, 3, None)),
        ("Предложение поддержали 9 из 11.", (9, None, None)),
        ("Принято: 8 голосов против двух.", (8, 2, None)),
        ("За – 31 чел., против – 4 чел., воздержавшихся не было.", (31, 4, 0)),
        ("«За» проголосовало 19 человек, «против» – 2.", (19, 2, None)),
        ("За поднялось семь рук, против – двенадцать, трое не голосовали.", (7, 12, None)),
        ("Голосование: 16 «за», «против» нет, 2 «воздержался».", (16, 0, 2)),
        ("Девятью голосами против трёх при двух воздержавшихся.", (9, 3, 2)),
        ("Принято 11 голосами при одном воздержавшемся.", (11, None, 1)),
        ("За – большинство, против – 5.", (None, 5, None)),
    ],
)
def test_numbers_however_they_are_printed(
    line: str, counts: tuple[int | None, int | None, int | None]
) -> None:
    ballot = find_ballot(line)
    assert ballot is not None
    assert (ballot.count.for_, ballot.count.against, ballot.count.abstained) == counts


def test_a_price_is_no_count() -> None:
    assert find_ballot("Голосовали за 31 400 руб. на краску.") is None


def test_all_of_the_shares_are_unanimous() -> None:
    ballot = find_ballot("«За» – 100 % принявших участие.")
    assert ballot is not None
    assert ballot.count.unanimous
    assert find_ballot("За – 92,4 %") is None


@pytest.mark.parametrize(
    "line",
    ["Голосовали: за баню – 12, за забор – 5.", "Голоснули: баня – 12, забор – пятеро."],
)
def test_two_sides_of_one_sentence_are_two_counts(line: str) -> None:
    found = [(ballot.about, ballot.count.for_) for ballot in find_ballots(line)]
    assert [(about[:3], count) for about, count in found] == [("бан", 12), ("заб", 5)]


def test_a_lost_vote_rejects_what_was_moved_and_nothing_from_the_debate() -> None:
    moved, said = records(
        HEAD + "Слушали: Лядову Е.П.\nПредложено: покрасить забор в сентябре.\n"
        "Кривцов О.Н. посоветовал взять синюю краску.\n"
        "Проголосовали: «за» – 1 402, «против» – 2 311.\nРешение – НЕ ПРИНЯТО.\n"
    )
    assert moved.status is Status.REJECTED
    assert moved.vote is not None
    assert (moved.vote.for_, moved.vote.against) == (1402, 2311)
    assert said.vote is None
    assert said.status is Status.PROPOSED


def test_a_quorum_overrules_the_count() -> None:
    (moved,) = records(
        HEAD + "Слушали: Лядову Е.П.\nПредложено: установить ворота.\n"
        "Проголосовали: «за» – 45, «против» – 12.\nРешение – НЕ ПРИНЯТО (нет 2/3).\n"
    )
    assert moved.status is Status.REJECTED


def test_a_draft_decision_is_adopted_by_its_vote() -> None:
    (draft,) = records("Проект решения: утвердить смету.\nГолосовали: за – 9, против – 1.\n")
    assert draft.status is Status.ADOPTED


def test_the_resolution_as_a_whole_gives_its_vote_to_all_items() -> None:
    found = records(
        "СЪЕЗД РЕШИЛ:\n1. Создать фонд помощи.\n2. Издать сборник докладов.\n\n"
        "Резолюция принята большинством голосов (за – 40, против – 2).\n"
    )
    assert [record.vote.for_ for record in found if record.vote] == [40, 40]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Никто не возражал.", Status.ADOPTED),
        ("Возражений ноль.", Status.ADOPTED),
        ("Предложение одобрения не получило.", Status.REJECTED),
        ("Лядова сняла его.", Status.WITHDRAWN),
        ("Сторона приняла просьбу к рассмотрению.", None),
    ],
)
def test_cues_of_an_outcome(line: str, status: Status | None) -> None:
    assert [verdict.status for verdict in find_verdicts(line)] == ([status] if status else [])


def test_another_question_left_open_settles_nothing() -> None:
    first, *_ = records(
        "Лядова предложила купить мел. Вопрос о том, кто привезёт доски, остался открытым.\n"
    )
    assert first.status is Status.PROPOSED


def test_a_single_deputy_who_agrees_adopts_nothing() -> None:
    (record,) = records("Лядова предложила купить мел. Депутат Кривцов согласился.\n")
    assert record.status is Status.PROPOSED
