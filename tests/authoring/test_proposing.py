"""From a sentence to an entry that finds it."""

from __future__ import annotations

import pytest

from predlozheno.authoring.neighbours import neighbours
from predlozheno.authoring.proposing import Proposed, propose, with_entry
from predlozheno.authoring.suggesting import read_sketch
from predlozheno.errors import UsageError
from predlozheno.extractor import known_frames
from predlozheno.records.schema import Kind

FRAMES = known_frames()


def proposed(sentence: str, *rejects: str, kind: Kind | None = None) -> Proposed:
    return propose(read_sketch(sentence), FRAMES, kind=kind, rejects=rejects)


@pytest.mark.parametrize(
    ("sentence", "content", "marked"),
    [
        (
            "Профком пробивает ремонт столовой.",
            "accusative",
            "⟨Профком⟩proposer [пробивает] ⟨ремонт столовой⟩content.",
        ),
        (
            "Жители бьются за сохранение сквера.",
            "за + accusative",
            "⟨Жители⟩proposer [бьются] за ⟨сохранение сквера⟩content.",
        ),
        (
            "Мудро создать рабочую группу.",
            "infinitive",
            "[Мудро] ⟨создать рабочую группу⟩content.",
        ),
        (
            "Завуч бьётся, чтобы уроки начинались позже.",
            "чтобы",
            "⟨Завуч⟩proposer [бьётся], чтобы ⟨уроки начинались позже⟩content.",
        ),
        (
            "Совет [берёт на карандаш] ремонт крыши.",
            "accusative",
            "⟨Совет⟩proposer [берёт на карандаш] ⟨ремонт крыши⟩content.",
        ),
    ],
)
def test_what_is_wanted_is_read_in_the_sentence(sentence, content, marked):
    found = proposed(sentence)
    assert found.faults == ()
    assert found.replaces is None
    assert content in found.entry.governs["content"]
    assert found.entry.matches == (marked,)


def test_marks_lead_and_are_kept():
    found = proposed("<Комиссия>кто [замахнулась] на <реконструкцию парка>что.")
    assert found.entry.governs["content"][0] == "на + accusative"
    assert found.entry.matches == (
        "⟨Комиссия⟩proposer [замахнулась] на ⟨реконструкцию парка⟩content.",
    )


def test_the_addressee_is_told_from_the_content():
    found = proposed("Профком втолковал завхозу отремонтировать столовую.")
    assert found.entry.governs["addressee"][0] == "dative"
    assert "⟨завхозу⟩addressee" in found.entry.matches[0]


def test_the_kind_is_that_of_the_nearest_words_unless_it_is_named():
    assert proposed("Жители бьются за сохранение сквера.").entry.kind is Kind.PROPOSAL
    sentence = "Профком втолковал завхозу отремонтировать столовую."
    assert proposed(sentence, kind=Kind.WISH).entry.id == "wish.vtolkovat"


def test_the_nearest_words_are_near():
    assert neighbours("потребовать", "verbs", FRAMES)[0].word == "требовать"
    assert neighbours("жщхцф", "verbs", FRAMES) == []


def test_a_frame_that_knows_the_words_is_widened():
    found = proposed("<Комиссия>кто [нацелила] <секретаря>кому на <подготовку отчёта>что.")
    assert found.replaces is not None
    assert found.entry.id == found.replaces.id == "assignment.obyazat"
    assert found.entry.words["verbs"] == found.replaces.verbs
    assert found.entry.matches[:-1] == found.replaces.matches
    assert found.faults == ()
    wider = with_entry(FRAMES, found.entry)
    assert len(wider) == len(FRAMES)
    assert wider[found.entry.id] == found.entry.frame()


def test_a_frame_that_is_widened_keeps_its_kind_unless_another_is_named():
    sentence = "<Комиссия>кто [нацелила] <секретаря>кому на <подготовку отчёта>что."
    assert proposed(sentence).entry.kind is Kind.ASSIGNMENT
    found = proposed(sentence, kind=Kind.DECISION)
    assert (found.entry.kind, found.entry.id) == (Kind.DECISION, "assignment.obyazat")


class TestFaults:
    def test_a_word_that_the_dictionary_does_not_know(self):
        faults = proposed("Делегация пролоббировала включение вопроса.").faults
        assert "no infinitive «пролоббировать»" in faults[0]

    def test_a_reject_that_is_found(self):
        (fault,) = proposed(
            "Профком пробивает ремонт столовой.", "Завод пробивает перенос цеха."
        ).faults
        assert fault == (
            "«Завод пробивает перенос цеха.» should be left alone, but «перенос цеха» is found"
        )

    def test_a_reject_without_the_words(self):
        (fault,) = proposed("Профком пробивает ремонт столовой.", "Погода хорошая.").faults
        assert "«Погода хорошая.» holds none of its words" in fault

    def test_a_mark_that_is_read_otherwise(self):
        (fault,) = proposed("Профком [пробивает] <ремонт>что столовой и котельной.").faults
        assert "content is «ремонт столовой" in fault


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("", "the sentence is empty"),
        ("Погода хорошая.", "can be made out that wants something. Mark them, as in: <Профком>кто"),
        ("Мы собрались. Было весело.", "one sentence is needed, these are 2"),
        ("Депутат [озвучил мысль.", r"\[ stands alone"),
        ("Депутат [озвучил] [мысль].", "2 triggers are marked"),
        ("<Депутат>тот озвучил мысль.", "unknown slot 'тот'"),
        ("Депутат [проголосовал].", "what is wanted cannot be made out"),
    ],
)
def test_what_makes_no_entry_is_said_in_plain_words(sentence, told):
    with pytest.raises(UsageError, match=told):
        proposed(sentence)
