"""Heads that break off without a colon, lines that say who is told, clauses under «что:»."""

from __future__ import annotations

from predlozheno.extractor import load
from predlozheno.reading.document import Document

RULES = load(rules_only=True)

RESOLUTION = """\
Съезд ПОСТАНОВЛЯЕТ:

1. Учредить фонд взаимопомощи.

Съезд ОБРАЩАЕТСЯ

   к главам районов:
   – не закрывать читальни в течение года;

Съезд РЕКОМЕНДУЕТ

   делегатам, вернувшимся на места,

   2. провести встречи с жителями;
   3. вступать в Лигу чтецов.
"""


def test_a_sentence_runs_on_through_the_lines() -> None:
    found = RULES.extract(Document("резолюция.txt", RESOLUTION)).proposals
    assert [(p.kind.value, p.trigger.text, p.content.text) for p in found] == [
        ("decision", "ПОСТАНОВЛЯЕТ", "Учредить фонд взаимопомощи"),
        ("request", "ОБРАЩАЕТСЯ", "не закрывать читальни в течение года"),
        ("recommendation", "РЕКОМЕНДУЕТ", "провести встречи с жителями"),
        ("recommendation", "РЕКОМЕНДУЕТ", "вступать в Лигу чтецов"),
    ]
    told = [[t.text for t in p.targets if t.role.value == "addressee"] for p in found]
    assert told == [[], ["главам районов"], ["делегатам"], ["делегатам"]]


def test_a_dative_on_the_line_above_is_told() -> None:
    text = "ПЕРЕЧЕНЬ ПОРУЧЕНИЙ\n\n2.5. Гладышевой:\n– свести долги;\n– подготовить расчёт.\n"
    found = RULES.extract(Document("поручения.txt", text)).proposals
    assert [p.content.text for p in found] == ["свести долги", "подготовить расчёт"]
    assert [[t.text for t in p.targets] for p in found] == [["Гладышевой"]] * 2
    assert not any(p.proposers for p in found)


def test_lines_under_that_are_clauses_of_the_head() -> None:
    text = (
        "Стороны договорились, что:\n– медпункт содержит районная больница;\n"
        "– за обмен сводками отвечают гидрографические службы.\n"
    )
    found = RULES.extract(Document("итог.txt", text)).proposals
    assert [p.kind.value for p in found] == ["agreement", "agreement"]
    assert [[t.text for t in p.targets] for p in found] == [
        ["районная больница"],
        ["гидрографические службы"],
    ]
