"""Pronouns, their antecedents, and the labels of turns."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document

# The slots are the rules' work, whatever the ranking thinks of a sentence by itself.
RULES = load(rules_only=True)

ANTECEDENTS = {
    "Совет заслушал Мухину О.П. Она предложила закупить реактивы.": ("Мухину О.П.", "context"),
    "Выступил инженер Белов. Он же попросил заменить кран.": ("инженер Белов", "context"),
    "Слово взяли представители банка. Они предложили снизить ставку.": (
        "представители банка",
        "context",
    ),
    "Докладывал профессор Чижов. Его предложение – открыть музей.": (
        "профессор Чижов",
        "context",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), ANTECEDENTS.items(), ids=range(len(ANTECEDENTS)))
def test_a_pronoun_stands_for_its_antecedent(text: str, wanted: tuple[str, str]) -> None:
    record = RULES.extract(Document("протокол.txt", text)).proposals[-1]
    assert [(p.text, p.source.value) for p in record.proposers] == [wanted]


@pytest.mark.parametrize(
    ("text", "proposers"),
    [
        ("Петрова показала прототип. Хорошо бы завести страницу статуса.", ["Петрова"]),
        ("@olga заметила, что все спят. Надо завести дежурство.", ["@olga"]),
        ("Трубы потекли в марте. Надо завести дежурство.", []),
    ],
)
def test_who_brought_a_matter_up_wants_what_must_be_done(text: str, proposers: list[str]) -> None:
    record = RULES.extract(Document("протокол.txt", text)).proposals[-1]
    assert [p.text for p in record.proposers] == proposers


def test_nobody_is_guessed_for_a_pronoun_without_antecedent() -> None:
    record = RULES.extract(Document("протокол.txt", "Он предложил закрыть кран.")).proposals[-1]
    assert record.proposers == ()


def test_i_is_the_label_of_the_turn() -> None:
    text = "Соколова И.И.: Я предлагаю купить проектор.\n\nДолгов П.П.: Прошу починить лифт.\n"
    found = RULES.extract(Document("протокол.txt", text)).proposals
    assert [(r.proposers[0].text, r.proposers[0].source.value) for r in found] == [
        ("Соколова И.И.", "speaker"),
        ("Долгов П.П.", "speaker"),
    ]


def test_an_order_in_the_passive_is_not_the_speakers() -> None:
    text = "Соколова И.И.: Лаборанту поручено сдать ключи до пятницы.\n"
    record = RULES.extract(Document("протокол.txt", text)).proposals[-1]
    assert record.proposers == ()


def test_who_promises_is_to_act() -> None:
    text = "Соколова И.И.: Возьмусь подготовить справку к пятнице.\n"
    record = RULES.extract(Document("протокол.txt", text)).proposals[-1]
    assert record.proposers == ()
    assert [(t.role.value, t.text) for t in record.targets] == [("executor", "Соколова И.И.")]
