from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from predlozheno.gold.documents import GoldDocument, GoldParty, GoldVote
from predlozheno.gold.ink import Ink, overlap
from predlozheno.gold.loading import load
from predlozheno.gold.matching import match
from predlozheno.gold.parties import same_party
from predlozheno.gold.slots import same_vote
from predlozheno.records.schema import Party, PartyType, Proposal, Vote

Guess = Callable[..., Proposal]


def test_white_space_quotes_and_points_do_not_count() -> None:
    source = "«Тихий  пруд»;\nпруд"
    ink = Ink(source)
    assert ink.of([(0, 12)]) == ink.of([(1, 14)])
    assert len(ink.of([(0, len(source))])) == 13


def test_a_hyphen_at_a_line_end_does_not_count_and_others_do() -> None:
    assert len(Ink("прове-\nсти").of([(0, 10)])) == 8
    assert len(Ink("кто-то").of([(0, 6)])) == 6


def test_overlap_has_known_values() -> None:
    one, other = frozenset(range(10)), frozenset(range(5, 15))
    assert overlap(one, other) == 0.5
    assert overlap(one, one) == 1.0
    assert overlap(one, frozenset()) == 0.0
    assert overlap(frozenset(), frozenset()) == 0.0


def test_half_of_the_characters_is_enough_and_less_is_not(write_gold: Any, guess: Guess) -> None:
    gold = load(
        write_gold(
            "Просим абвгд ежзик лмноп рстуф.",
            """\
            text: kalinka.txt
            proposals: [{kind: request, trigger: Просим, content: абвгд}]
            """,
        )
    )
    half = guess(gold, "абвгд ежзик лмноп", trigger="Просим")  # 2·5 / (5 + 15) = 0.5
    less = guess(gold, "абвгд ежзик лмноп рстуф", trigger="Просим")
    assert len(match(gold, [half]).found) == 1
    assert match(gold, [less]).found == ()
    assert match(gold, [less]).spurious == (less,)


def test_the_best_assignment_is_taken_not_the_first(write_gold: Any, guess: Guess) -> None:
    gold = load(
        write_gold(
            "Просим абвгд ежзик лмноп.",
            """\
            text: kalinka.txt
            proposals:
              - {kind: request, trigger: Просим, content: абвгд ежзик}
              - {kind: request, trigger: Просим, content: ежзик лмноп}
            """,
        )
    )
    wide = guess(gold, "абвгд ежзик лмноп", trigger="Просим")
    narrow = guess(gold, "абвгд ежзик", trigger="Просим")
    for answers in ([wide, narrow], [narrow, wide]):
        found = match(gold, answers).found
        assert [(record.content[0].text, answer.content.text) for record, answer in found] == [
            ("абвгд ежзик", "абвгд ежзик"),
            ("ежзик лмноп", "абвгд ежзик лмноп"),
        ]


def test_of_equal_contents_trigger_and_kind_decide(write_gold: Any, guess: Guess) -> None:
    gold = load(
        write_gold(
            "Просим и требуем убрать снег.",
            """\
            text: kalinka.txt
            proposals:
              - {kind: request, trigger: Просим, content: убрать снег}
              - {kind: request, trigger: требуем, content: убрать снег}
            """,
        )
    )
    asks = guess(gold, "убрать снег", trigger="Просим", kind="request")
    demands = guess(gold, "убрать снег", trigger="требуем", kind="request")
    for answers in ([asks, demands], [demands, asks]):
        found = match(gold, answers).found
        assert [answer.trigger.text for _, answer in found] == ["Просим", "требуем"]


def test_fragments_are_compared_as_fragments(write_gold: Any, guess: Guess) -> None:
    gold = load(
        write_gold(
            "В план было предложено на заседании коллегии внести мост.",
            """\
            text: kalinka.txt
            proposals: [{kind: proposal, trigger: предложено, content: [В план, внести мост]}]
            """,
        )
    )
    words = "В план было предложено на заседании коллегии внести мост"
    whole = guess(gold, words, trigger="предложено")
    assert match(gold, [whole]).found == ()
    parts = whole.model_copy(
        update={"content": whole.content.model_copy(update={"fragments": ((0, 6), (45, 56))})}
    )
    assert len(match(gold, [parts]).found) == 1


def test_optional_records_neither_gain_nor_lose(kalinka: GoldDocument, guess: Guess) -> None:
    answer = guess(kalinka, "создать комиссию по дорогам", trigger="стоит")
    with_it, without = match(kalinka, [answer]), match(kalinka, [])
    assert with_it.ignored == (answer,)
    assert with_it.spurious == ()
    assert len(with_it.missed) == len(without.missed) == 3


def test_a_required_record_is_answered_before_an_optional_one(
    write_gold: Any, guess: Guess
) -> None:
    gold = load(
        write_gold(
            "Просим убрать снег.",
            """\
            text: kalinka.txt
            proposals:
              - {kind: request, trigger: Просим, content: убрать снег, optional: true}
              - {kind: request, trigger: Просим, content: снег}
            """,
        )
    )
    assert len(match(gold, [guess(gold, "убрать снег", trigger="Просим")]).found) == 1


def mention(text: str, name: str | None = None) -> Party:
    return Party(
        start=0, end=1, text=text, name=name or text, canonical=name or text, type=PartyType.ORG
    )


@pytest.mark.parametrize(
    ("gold", "guess_", "same"),
    [
        ("российской стороной", "Российская Сторона", True),
        ("Республике Корея", "Республика Корея", True),
        ("Ларин", "Н.К. Ларину", True),
        ("М.М. Гринёв", "Гринева М.М.", True),
        ("М.М. Гринёв", "А.А. Гринёв", False),
        ("депутатам", "депутаты", True),
        ("российской стороной", "корейской стороной", False),
        ("рабочая группа", "группа", False),
        ("рос-\nсийско-\nкорейский форум", "российско-корейскому форуму", False),
        ("российско-\nкорейский форум", "российско-корейскому форуму", True),
        ("ДРРК", "ДРРК", True),
    ],
)
def test_parties_are_the_same_by_their_words(gold: str, guess_: str, same: bool) -> None:
    assert same_party(GoldParty(5, 9, gold), mention(guess_)) is same


def test_a_party_may_be_known_by_its_canonical_name() -> None:
    gold = GoldParty(5, 9, "СРГ", canonical="Совместная рабочая группа")
    assert same_party(gold, mention("она", name="Совместная рабочая группа"))
    assert not same_party(gold, mention("она"))


@pytest.mark.parametrize(
    ("gold", "answer", "strict", "loose"),
    [
        (GoldVote(8, 0, 1), {"for": 8, "against": 0, "abstained": 1}, True, True),
        (GoldVote(8), {"for": 8, "against": 0}, False, True),
        (GoldVote(8), {"for": 7}, False, False),
        (GoldVote(unanimous=True), {"unanimous": True}, True, True),
        (GoldVote(unanimous=True), {"for": 8}, False, False),
        (GoldVote(8, unanimous=True), {"for": 8}, False, True),
    ],
)
def test_votes_agree_by_their_numbers(
    gold: GoldVote, answer: dict[str, Any], strict: bool, loose: bool
) -> None:
    vote = Vote.model_validate({"start": 0, "end": 1, "text": "x", **answer})
    assert same_vote(gold, vote, strict=True) is strict
    assert same_vote(gold, vote, strict=False) is loose


@given(st.sets(st.integers(0, 60)), st.sets(st.integers(0, 60)))
def test_overlap_is_a_share_and_symmetric(one: set[int], other: set[int]) -> None:
    score = overlap(frozenset(one), frozenset(other))
    assert 0 <= score <= 1
    assert score == overlap(frozenset(other), frozenset(one))
