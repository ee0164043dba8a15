"""Inflected forms found by one look-up, and misspelt ones found near them."""

from __future__ import annotations

import pytest

from predlozheno.proposals.frames import Frame, FrameSet
from predlozheno.proposals.lexicon import Form, Lexicon


def shapes(lexicon: Lexicon, word: str) -> set[tuple[str, str]]:
    """Frame and shape of everything that the word can be."""
    return {(form.frame.id, form.shape) for form in lexicon.find(word)}


@pytest.mark.parametrize(
    ("word", "frame", "shape"),
    [
        ("предложил", "test.offer", "finite"),
        ("предлагают", "test.offer", "finite"),
        ("предложить", "test.offer", "infinitive"),
        ("предложено", "test.offer", "short_participle"),
        ("предложенным", "test.offer", "participle"),
        ("предлагавшей", "test.offer", "participle"),
        ("предлагая", "test.offer", "gerund"),
        ("предложив", "test.offer", "gerund"),
        ("предложи", "test.offer", "imperative"),
        ("предложениями", "test.offering", "word"),
        ("необходимо", "test.need", "word"),
    ],
)
def test_every_form_is_found(lexicon: Lexicon, word: str, frame: str, shape: str) -> None:
    assert shapes(lexicon, word) == {(frame, shape)}


def test_letters_of_any_case_and_yo_are_the_same(lexicon: Lexicon) -> None:
    assert shapes(lexicon, "ПРЕДЛОЖЕНО") == {("test.offer", "short_participle")}
    assert shapes(lexicon, "утверждён") == shapes(lexicon, "утвержден")


def test_a_form_of_two_readings_is_found_as_both(lexicon: Lexicon) -> None:
    assert {shape for _, shape in shapes(lexicon, "предложите")} == {"finite", "imperative"}


@pytest.mark.parametrize("word", ["предлог", "положено", "необходимый", "слово", ",", ""])
def test_other_words_are_none(lexicon: Lexicon, word: str) -> None:
    assert lexicon.find(word) == []


class TestPassivesInSya:
    @pytest.mark.parametrize("word", ["предлагается", "предлагались"])
    def test_imperfective_verbs_make_them(self, lexicon: Lexicon, word: str) -> None:
        (form,) = lexicon.find(word)
        assert (form.shape, form.reflexive) == ("finite", True)

    @pytest.mark.parametrize(
        "word", ["предложится", "предлагаюсь", "предлагающийся", "предлагаясь"]
    )
    def test_perfective_verbs_and_other_persons_do_not(self, lexicon: Lexicon, word: str) -> None:
        assert lexicon.find(word) == []

    def test_a_verb_in_sya_that_a_frame_names_is_no_passive(self) -> None:
        examples = {"kind": "proposal", "matches": ["[слово]"], "rejects": ["Нет."]}
        pair = ("просить", "проситься")
        frames = [
            Frame.model_validate({"id": f"a.b{number}", "verbs": [verb], **examples})
            for number, verb in enumerate(pair)
        ]
        (form,) = Lexicon(FrameSet(tuple(frames))).find("просится")
        assert (form.frame.id, form.reflexive) == ("a.b1", False)


class TestPhrases:
    def form(self, lexicon: Lexicon, word: str) -> Form:
        (form,) = (form for form in lexicon.find(word) if form.list_name == "phrases")
        return form

    def test_the_first_word_leads_to_the_others(self, lexicon: Lexicon) -> None:
        form = self.form(lexicon, "считает")
        assert form.lemma == "считать необходимым"
        assert len(form.rest) == 1
        assert "необходимым" in form.rest[0]

    def test_its_other_words_alone_are_none(self, lexicon: Lexicon) -> None:
        assert lexicon.find("необходимым") == []


class TestSupport:
    @pytest.mark.parametrize(
        ("word", "lemma", "shape"),
        [
            ("внесла", "внести", "finite"),
            ("внесено", "внести", "short_participle"),
            ("поступило", "поступить", "finite"),
            ("выступив", "выступить", "gerund"),
            ("внести", "внести", "infinitive"),
        ],
    )
    def test_forms(self, lexicon: Lexicon, word: str, lemma: str, shape: str) -> None:
        assert {(s.lemma, s.shape) for s in lexicon.support(word)} == {(lemma, shape)}

    def test_a_passive_in_sya_counts_as_a_short_one(self, lexicon: Lexicon) -> None:
        assert {(s.lemma, s.shape) for s in lexicon.support("вносится")} == {
            ("вносить", "short_participle")
        }

    def test_a_verb_of_no_frame_carries_nothing(self, lexicon: Lexicon) -> None:
        assert lexicon.support("предложил") == []


class TestNearMisses:
    @pytest.mark.parametrize(
        ("misspelt", "lemma"),
        [
            ("предлажил", "предложил"),
            ("предолжил", "предложил"),
            ("превложил", "предложил"),
            ("предлагаеться", "предлагается"),
            ("рекомендавать", "рекомендовать"),
        ],
    )
    def test_one_letter_is_forgiven(self, lexicon: Lexicon, misspelt: str, lemma: str) -> None:
        assert lexicon.near(misspelt) == lemma

    def test_a_letter_dropped_from_the_short_participle(self, lexicon: Lexicon) -> None:
        near = lexicon.near("предложно")
        assert near is not None
        assert shapes(lexicon, near) == {("test.offer", "short_participle")}

    def test_a_doubled_letter_is_nearer_than_another_ending(self, lexicon: Lexicon) -> None:
        assert lexicon.near("предложенно") == "предложено"

    def test_a_letter_dropped_before_the_last(self, lexicon: Lexicon) -> None:
        assert lexicon.near("предложл") == "предложил"

    @pytest.mark.parametrize(
        "word", ["предложил", "предложение", "положено", "предположено", "прислать", "просют", ""]
    )
    def test_right_words_other_words_and_short_words_are_not_near(
        self, lexicon: Lexicon, word: str
    ) -> None:
        assert lexicon.near(word) is None
