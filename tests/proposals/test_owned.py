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
