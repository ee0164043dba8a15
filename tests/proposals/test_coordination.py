"""One record for each coordinated action that has an object of its own."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.resources import models_dir


def contents(text: str) -> list[str]:
    """The contents that the rules alone find."""
    doc = annotate(segment(Document("собрание.txt", text)))
    return [p.content.text for p in extract_proposals(doc, load_frames(models_dir())).proposals]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Кузина внесла предложение об открытии читальни, а также о приглашении кукольника.",
            ["открытии читальни", "приглашении кукольника"],
        ),
        (
            "Ходатайствуем о выделении вагончика, ремонте насоса и замене стёкол.",
            ["выделении вагончика", "ремонте насоса", "замене стёкол"],
        ),
        (
            "Садоводы высказались за строительство навеса и скорейшее осушение канавы.",
            ["строительство навеса", "скорейшее осушение канавы"],
        ),
        (
            "Дачники требуют вывоза мусора и установки фонарей.",
            ["вывоза мусора", "установки фонарей"],
        ),
    ],
)
def test_nouns_of_action_with_complements_of_their_own(text: str, wanted: list[str]) -> None:
    assert contents(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Просим о создании и развитии читальни.",
        "Просим о повышении качества обучения и воспитания школьников.",
        "Ходатайствуем о выделении вагончика и насоса.",
    ],
)
def test_one_action_over_all(text: str) -> None:
    assert len(contents(text)) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Кузина предложила закупить стремянки, а также нанять маляра.",
            ["закупить стремянки", "нанять маляра"],
        ),
        (
            "Рекомендовать правлению покрасить ворота, благоустроить двор.",
            ["покрасить ворота", "благоустроить двор"],
        ),
        ("Кузина предложила закупить стремянки, а то лезут по ящикам.", ["закупить стремянки"]),
        ("Кузина предложила нанять маляра, благо деньги есть.", ["нанять маляра"]),
    ],
)
def test_afterthoughts_are_told_by_whole_words(text: str, wanted: list[str]) -> None:
    assert contents(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Кузина просит ускорить ремонт: крыша течёт.", ["ускорить ремонт"]),
        ("Кузина предложила перекрасить ворота: старая краска облезла.", ["перекрасить ворота"]),
        (
            "Кузина предложила провести две встречи: в мае и июне.",
            ["провести две встречи: в мае и июне"],
        ),
        ("Кузина просит закрывать ворота в 19:00.", ["закрывать ворота в 19:00"]),
    ],
)
def test_what_a_clause_behind_a_colon_explains(text: str, wanted: list[str]) -> None:
    assert contents(text) == wanted
