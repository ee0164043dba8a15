"""What speaks against a trigger: each reason with a sentence it refuses and its like that it lets be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Span

from predlozheno.proposals.lexicon import Lexicon
from predlozheno.proposals.qualifiers import polarity_negated, refusal
from predlozheno.proposals.refusals import Refusal
from predlozheno.proposals.triggers import find_hits

Judge = Callable[..., Refusal | None]

HEAD = "Протокол № 2 от 3 февраля 2005 г.\n\n"


@pytest.fixture(scope="session")
def judge(parsed: Callable[[str], Span], lexicon: Lexicon) -> Judge:
    """What speaks against the only trigger of a text's last sentence."""

    def verdict(text: str, *, under_head: bool = False) -> Refusal | None:
        sentence = parsed(text)
        (hit,) = find_hits(sentence, lexicon)
        return refusal(hit, sentence, under_head=under_head)

    return verdict


@pytest.mark.parametrize(
    ("reason", "refused", "let_be"),
    [
        ("future", "План будет утверждён завтра.", "План утверждён вчера."),
        ("future", "План вскоре будет утверждён.", "Будет предложено купить мел."),
        ("past", "Было необходимо купить мел.", "Будет необходимо купить мел."),
        ("adjectival", "Предложенный план всех устроил.", "План предложен."),
        (
            "quoted",
            "Он назвал заметку «Что предложено сделать» удачной.",
            "«Предложено купить мел», – сказал он.",
        ),
        ("quoted", "Читали заметку «Что предлагаю я» вслух.", "Кружок «Лад» предлагает день мая."),
        ("law", "Закон предлагает два срока.", "Староста предлагает два срока."),
        ("law", "Уставом предложены два срока.", "Старостой предложены два срока."),
        ("everyday", "Прошу слова.", "Прошу помощи."),
        ("everyday", "Староста выдвинул Лядову.", "Староста выдвинул кандидата от цеха."),
        ("polite", "Скажите старосте о ремонте.", "Напишите старосте о ремонте."),
        ("negated", "Староста не предложил купить мел.", "Староста предложил не покупать мел."),
        ("negated", "Предложений не поступило.", "Поступили предложения."),
        ("negated", "Нельзя предложить мел дважды.", "Можно предложить мел дважды."),
        (
            "negated",
            "Правление не внесло предложение о ремонте.",
            "Правление не поддержало предложение о ремонте.",
        ),
        ("negated", "Предложение не внесли.", "Правление не рекомендует мел."),
        (
            "hypothetical",
            "Если будет предложено купить мел, согласимся.",
            "Если никто не против, предлагаю купить мел.",
        ),
        ("hypothetical", "Лядова может предложить мел.", "Лядова хочет предложить мел."),
        (
            "hypothetical",
            "Согласимся, раз староста предложил купить мел.",
            "Согласимся, староста предложил купить мел.",
        ),
        ("question", "Кто предложил купить мел?", "Лядова предложила купить мел."),
        ("question", "Спросили, кто предложил купить мел.", "Лядова, староста, предложила мел."),
        ("question", "Неясно, предложила ли Лядова мел.", "Оказалось, Лядова предложила мел."),
        ("question", "Когда предложено купить мел, забыли.", "Завтра предложено купить мел."),
        ("others", "Вы предлагаете купить мел.", "Мы предлагаем купить мел."),
        (
            "past",
            "Ранее Лядова предложила купить мел.",
            "Заранее Лядова предложила купить мел.",
        ),
        ("past", "Лядова уже предложила купить мел.", "Лядова ещё предложила купить мел."),
        (
            "past",
            "На прошлом заседании Лядова предложила мел.",
            "На этом заседании Лядова предложила мел.",
        ),
        (
            "past",
            "На прошлой неделе Лядова предложила мел.",
            "Лядова предложила мел, как на прошлой ярмарке.",
        ),
        ("past", "В 2004 году предложено купить мел.", "К 2004 году предложено купить мел."),
        ("past", "В своё время Лядова предложила мел.", "Лядова предложила мел в срок."),
        (
            "past",
            "Лядова предложила мел ещё в январе.",
            "Лядова предложила мел, ещё в запасе есть доски.",
        ),
        (
            "past",
            "В девяносто восьмом году предложено купить мел.",
            "К девяносто восьмому году предложено купить песок.",
        ),
        ("past", "Тогда предлагалось купить мел.", "Здесь предлагается купить мел."),
        (
            "past",
            "Лядова предложила купить мел, что и сделано.",
            "Лядова предложила купить мел, что дорого.",
        ),
        ("future", "Лядова предложит купить мел.", "Лядова рекомендует купить мел."),
        (
            "past",
            "Пришёл список, который предложила Лядова.",
            "Пришла Лядова, она предложила купить мел.",
        ),
        ("law", "По закону необходимо купить мел.", "По мнению Лядовой, необходимо купить мел."),
        ("law", "План предложен законом о школе.", "План предложен старостой."),
        (
            "law",
            "Порядок сдачи, известный всем, предлагает два срока.",
            "Лядова, известная всем, предлагает мел.",
        ),
        ("reported", "Напомним, Лядова предложила мел.", "Итак, Лядова предложила мел."),
        (
            "reported",
            "Директор сообщил, что Лядова предложила мел.",
            "Директор добавил, что Лядова предложила мел.",
        ),
        (
            "reported",
            "Директор рассказал, как внесли предложение о меле.",
            "Директор рассказал, что необходимо купить мел.",
        ),
        ("unbound", "Лядова пришла рекомендовать мел.", "Хочу рекомендовать мел."),
        ("unbound", "Мастера любят рекомендовать мел.", "Решение: рекомендовать мел."),
    ],
)
def test_a_reason_and_its_border(judge: Judge, reason: str, refused: str, let_be: str) -> None:
    found = judge(refused)
    assert found is not None
    assert found.reason == reason
    assert judge(let_be) is None


def test_the_cue_is_told(judge: Judge) -> None:
    assert judge("Уставом предложены два срока.") == Refusal(
        "law", "«Уставом» says it, not a speaker"
    )


def test_a_year_is_old_where_the_meeting_was_later(judge: Judge) -> None:
    old = judge(HEAD + "В 2004 году предложено купить мел.")
    assert old is not None
    assert old.reason == "past"
    assert judge(HEAD + "В 2005 году предложено купить мел.") is None


def test_a_month_that_another_verb_has_is_no_time_of_this_one(judge: Judge) -> None:
    said = judge(HEAD + "В августе Лядова предложила купить мел.")
    assert said is not None
    assert said.reason == "past"
    assert judge(HEAD + "Лядова успела учесть смету в августе и предложила купить мел.") is None


def test_an_infinitive_under_a_head_binds(judge: Judge) -> None:
    text = "Совету дома рекомендовать мел."
    alone = judge(text)
    assert alone is not None
    assert alone.reason == "unbound"
    assert judge(text, under_head=True) is None


def test_the_first_word_of_an_item_needs_no_head(judge: Judge) -> None:
    assert judge("Рекомендовать мел.") is None


def test_not_only_is_no_negation(judge: Judge) -> None:
    assert judge("Не только староста предложил купить мел.") is None
    assert judge("Староста не только предложил купить мел, но и купил его.") is None


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Правление не рекомендует покупать мел.", True),
        ("Правление рекомендует не покупать мел.", False),
        ("Правлением не рекомендовано покупать мел.", True),
        ("Староста не предложил купить мел.", False),
    ],
)
def test_only_what_can_be_turned_round_is_against(
    parsed: Callable[[str], Span], lexicon: Lexicon, text: str, negated: bool
) -> None:
    sentence = parsed(text)
    (hit,) = find_hits(sentence, lexicon)
    assert polarity_negated(hit, sentence.doc) is negated
