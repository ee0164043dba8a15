"""Which words of a sentence are triggers, in which construction, and what is shown of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Span

from predlozheno.proposals.hits import Hit
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.proposals.triggers import find_hits

Find = Callable[[str], list[Hit]]
Told = tuple[str, str, str]


@pytest.fixture(scope="session")
def find(parsed: Callable[[str], Span], lexicon: Lexicon) -> Callable[[str], list[Told]]:
    """Frame, diathesis and shown words of each hit of a sentence."""

    def told(text: str) -> list[Told]:
        sentence = parsed(text)
        return [
            (hit.frame.id, hit.diathesis, sentence.doc[hit.start : hit.end].text)
            for hit in find_hits(sentence, lexicon)
        ]

    return told


VERBS = [
    ("active", "Староста [предложил] купить мел."),
    ("active", "Мы [предложили] купить мел."),
    ("first_person", "Я [предлагаю] купить мел."),
    ("first_person", "[Предлагаем] купить мел."),
    ("short_passive", "[Предложено] купить мел."),
    ("short_passive", "Старостой [было предложено] купить мел."),
    ("short_passive", "[Было также предложено] купить мел."),
    ("short_passive", "Купить мел [предложено было] старостой."),
    ("reflexive_passive", "[Предлагается] купить мел."),
    ("reflexive_passive", "Старостой [предлагалось] купить мел."),
    ("infinitive", "[Предложить] старосте купить мел."),
    ("infinitive", "Комиссия будет [предлагать] новый порядок."),
    ("gerund", "Он встал, [предложив] купить мел."),
    ("gerund", "[Предлагая] купить мел, он улыбнулся."),
    ("adjectival", "По [предложенному] старостой плану купят мел."),
]
NOUNS = [
    ("support", "Староста [внёс предложение] купить мел."),
    ("support", "Предложение купить мел [внёс] староста."),
    ("support", "[Внесено предложение] купить мел."),
    ("support", "[Вносится предложение] купить мел."),
    ("support", "[Было вынесено совместное предложение] о ремонте."),
    ("support", "[Поступило от старосты предложение] купить мел."),
    ("support", "Староста [выступил с предложением] о ремонте."),
    ("support", "С предложением о ремонте [выступил] староста."),
    ("support", "[Предложений не поступило]."),
    ("by_noun", "[По предложению] старосты решили купить мел."),
    ("noun", "[Предложение]: купить мел."),
    ("noun", "Наше [предложение] – купить мел."),
]
OTHERS = [
    ("test.need", "predicative", "[Необходимо] купить мел."),
    ("test.need", "predicative", "[Будет необходимо] купить мел."),
    ("test.need", "phrase", "Староста [считает необходимым] купить мел."),
    ("test.need", "phrase", "Староста [считает крайне необходимым] купить мел."),
    ("test.command", "imperative", "[Снимите] старую вывеску."),
    ("test.command", "imperative", "Коллеги, к пятнице [напишите] отчёт."),
]
TABLE = [
    *(("test.offer", diathesis, marked) for diathesis, marked in VERBS),
    *(("test.offering", diathesis, marked) for diathesis, marked in NOUNS),
    *OTHERS,
]


@pytest.mark.parametrize(("frame", "diathesis", "marked"), TABLE)
def test_each_construction_is_told_apart(
    find: Callable[[str], list[Told]], frame: str, diathesis: str, marked: str
) -> None:
    text = marked.replace("[", "").replace("]", "")
    shown = marked[marked.index("[") + 1 : marked.index("]")]
    assert find(text) == [(frame, diathesis, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "Предложение состоит из слов.",
        "Внесли деньги на мел.",
        "Необходимый запас сделан.",
        "Староста считает мел, а необходимым назвал клей.",
        "Староста считает по-прежнему совершенно и безусловно необходимым купить мел.",
        "Он сказал снять вывеску.",
    ],
)
def test_words_in_no_construction_are_no_triggers(
    find: Callable[[str], list[Told]], text: str
) -> None:
    assert find(text) == []


class TestWhatAFrameActsIn:
    def test_a_construction_that_it_does_not_name(self, find: Callable[[str], list[Told]]) -> None:
        assert find("Прошу купить мел.") == [("test.ask", "first_person", "Прошу")]
        assert find("Старосту просить купить мел.") == []

    def test_an_imperative_counts_only_where_it_is_named(
        self, find: Callable[[str], list[Told]]
    ) -> None:
        assert find("Рекомендуй старосте мел.") == [("test.command", "imperative", "Рекомендуй")]

    @pytest.mark.parametrize("text", ["Просите старосту купить мел.", "Предложите старосте мел."])
    def test_an_imperative_that_could_be_a_statement(
        self, find: Callable[[str], list[Told]], text: str
    ) -> None:
        assert [diathesis for _, diathesis, _ in find(text)] == ["imperative"]


class TestOneWordOneHit:
    def test_a_phrase_wins_over_the_word_in_it(self, find: Callable[[str], list[Told]]) -> None:
        found = find("Крайне необходимо купить мел.")
        assert found == [("test.need", "phrase", "Крайне необходимо")]

    def test_several_triggers_come_in_the_order_of_the_text(
        self, find: Callable[[str], list[Told]]
    ) -> None:
        found = find("Староста предложил купить мел, а завхоз внёс предложение купить клей.")
        assert [diathesis for _, diathesis, _ in found] == ["active", "support"]

    def test_a_verb_of_another_clause_carries_no_noun(
        self, find: Callable[[str], list[Told]]
    ) -> None:
        assert find("Он внёс деньги, а предложение забыли.") == []


class TestNearMisses:
    def test_a_misspelt_passive_is_found(
        self, parsed: Callable[[str], Span], lexicon: Lexicon
    ) -> None:
        (hit,) = find_hits(parsed("Старостой было предложно купить мел."), lexicon)
        assert (hit.diathesis, hit.misspelt) == ("short_passive", True)

    def test_a_misspelt_verb_is_found(self, find: Callable[[str], list[Told]]) -> None:
        assert find("Староста предлажил купить мел.") == [("test.offer", "active", "предлажил")]

    def test_a_passive_with_two_n_is_found(self, find: Callable[[str], list[Told]]) -> None:
        assert find("Было предложенно купить мел.")[0][1] == "short_passive"

    @pytest.mark.parametrize(
        "text",
        [
            "Это предложный падеж.",
            "Слово стоит в предложном падеже.",
            "Предложных групп в тексте немного.",
            "Обсудили положение дел в мастерской.",
            "Старостой было предположено иное.",
        ],
    )
    def test_a_word_of_its_own_is_none(self, find: Callable[[str], list[Told]], text: str) -> None:
        assert find(text) == []

    def test_a_word_of_its_own_beside_an_auxiliary(self, find: Callable[[str], list[Told]]) -> None:
        assert find("Падеж этого слова был предложный.") == []


def test_an_object_may_part_a_phrase(parsed: Callable[[str], Span], lexicon: Lexicon) -> None:
    sentence = parsed("Староста считает покупку мела необходимым.")
    (hit,) = find_hits(sentence, lexicon)
    assert hit.gap is not None
    told = [sentence.doc[a:b].text for a, b in ((hit.start, hit.end), hit.gap)]
    assert told == ["считает", "покупку мела"]
    assert sentence.doc[hit.closed - 1].text == "необходимым"


def test_the_rule_names_frame_and_diathesis(
    parsed: Callable[[str], Span], lexicon: Lexicon
) -> None:
    (hit,) = find_hits(parsed("Внесено предложение купить мел."), lexicon)
    assert hit.rule == "test.offering+support"
    assert hit.anchor == hit.end
    assert hit.noun is not None
    assert hit.noun < hit.end
