"""Recognised speech without a sign is cut where a clause must begin; anything else is left whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from predlozheno.reading.segmentation.unpunctuated import cut_unpunctuated, is_recognised

WORDS = (
    "я мы давайте надо прошу чтобы что и а но так ну купить купим скинь Ольга виктор насос насосы "
    "завтра до обеда иначе пусть он проверят нужно Пермь"
).split()


def clauses(text: str) -> list[str]:
    return [text[a:b] for a, b in cut_unpunctuated(text, 0, len(text), body=0)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "тогда надо бы купить второй насос иначе третий цех мы завтра совсем зальём",
            ["тогда надо бы купить второй насос", "иначе третий цех мы завтра совсем зальём"],
        ),
        (
            "насос я видел он течёт виктор составь мне список деталей и скинь его до обеда",
            [
                "насос я видел",
                "он течёт",
                "виктор составь мне список деталей",
                "и скинь его до обеда",
            ],
        ),
        (
            "смета у нас есть предлагаю её разослать всем жильцам пусть они посмотрят до среды",
            [
                "смета у нас есть",
                "предлагаю её разослать всем жильцам",
                "пусть они посмотрят до среды",
            ],
        ),
        (
            "мне не хватает трёх стульев списки гостей скиньте мне завтра и потолок надо белить",
            [
                "мне не хватает трёх стульев",
                "списки гостей скиньте мне завтра",
                "и потолок надо белить",
            ],
        ),
        (
            "воды в подвале по колено олег юрьевич вызовите насос с марта мы просим об этом",
            ["воды в подвале по колено", "олег юрьевич вызовите насос с марта", "мы просим об этом"],
        ),
        (
            "мы решили что можно ещё раз спросить завхоза это первый вопрос второй про окна",
            ["мы решили что можно ещё раз спросить завхоза", "это первый вопрос второй про окна"],
        ),
        (
            "тогда попросим соседей у них стоит прицеп поэтому советую им позвонить прямо сейчас",
            ["тогда попросим соседей у них стоит прицеп", "поэтому советую им позвонить прямо сейчас"],
        ),
        (
            "считаю целесообразно ещё раз написать в район собираем подписи у нас есть две недели",
            [
                "считаю целесообразно ещё раз написать в район",
                "собираем подписи",
                "у нас есть две недели",
            ],
        ),
    ],
)  # fmt: skip
def test_a_clause_begins_at_its_subject_its_order_or_its_opening(text, wanted):
    assert clauses(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Утвердить план работы комиссии на год и направить его всем членам комиссии до первого марта",
        "мы решили, что купим насос, а потом посмотрим, нужно ли нам менять ещё и трубы в подвале",
        "надо купить насос",
    ],
)
def test_what_has_signs_or_a_capital_or_is_short_stays_whole(text):
    assert clauses(text) == [text]


def test_where_nothing_has_signs_a_shorter_run_is_cut():
    text = "давайте в школе кто с директором договорится"
    assert [
        text[a:b] for a, b in cut_unpunctuated(text, 0, len(text), body=0, recognised=True)
    ] == [
        "давайте в школе",
        "кто с директором договорится",
    ]
    assert is_recognised(["мы решили что насос надо купить и поставить его в подвал завтра", text])
    assert not is_recognised([text, "Насос купили."])


def test_a_clause_with_that_keeps_its_subject():
    text = "прошу чтобы они до конца месяца прошли обучение и что мы потом это проверим сами"
    assert clauses(text)[0].startswith("прошу чтобы они до конца месяца прошли обучение")


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join))
def test_no_word_is_lost_or_doubled(text):
    assert " ".join(clauses(text)) == text
