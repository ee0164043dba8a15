from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from predlozheno.gold.quotes import longest_start, nearest, occurrences, split_ordinal


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("российско-корейского форума", "об итогах российско-\n\nкорейского\nфорума"),
        ("провести сход", "решили прове-\nсти сход"),
        ("провести сход", "решили прове\u00ad\r\n\r\nсти  сход"),
        ("провести сход", "решили про\u00adвести\tсход"),
        ("РЕШИЛИ", "Р Е Ш И Л И :"),
        ("было предложено", "былопредложено"),
        ("в г. Омске", "в\u00a0г.\u00a0Омске"),
        ("«Калинка»", "товарищество «Ка-\nлинка»"),
    ],
)
def test_layout_does_not_hide_a_quote(quote: str, text: str) -> None:
    assert len(occurrences(quote, text)) == 1


def test_offsets_are_those_of_the_source() -> None:
    text = "решили прове-\nсти сход"
    assert [text[start:end] for start, end in occurrences("провести", text)] == ["прове-\nсти"]


@pytest.mark.parametrize(
    ("quote", "text"),
    [("провести", "привести"), ("Решили", "решили"), ("пруд", ""), ("", "пруд")],
)
def test_other_words_are_not_found(quote: str, text: str) -> None:
    assert occurrences(quote, text) == []


def test_whole_words_come_before_parts_of_words() -> None:
    assert occurrences("я", "моя земля, а я и сам") == [(13, 14)]
    assert occurrences("Ларин", "Ларину и Ларин") == [(9, 14)]
    assert occurrences("зем", "моя земля") == [(4, 7)]


def test_a_hyphen_that_is_written_does_not_vanish() -> None:
    assert occurrences("рабочегруппа", "рабоче-группа") == []


def test_nearest_is_measured_between_edges_and_prefers_the_first() -> None:
    assert nearest([(0, 3), (50, 53), (90, 93)], (60, 80)) == (50, 53)
    assert nearest([(10, 20), (30, 40)], (22, 28)) == (10, 20)
    assert nearest([(0, 2), (62, 64), (70, 72)], (60, 80)) == (62, 64)


def test_ordinal_is_split_off_unless_the_text_holds_it() -> None:
    assert split_ordinal("ДРРК#2", "ДРРК и ДРРК") == ("ДРРК", 2)
    assert split_ordinal("ДРРК #12", "ДРРК") == ("ДРРК", 12)
    assert split_ordinal("закрыть задачу #142", "решили закрыть задачу #142") == (
        "закрыть задачу #142",
        None,
    )


def test_longest_start_shows_where_a_wrong_quote_goes_wrong() -> None:
    text = "создать отдел по России"
    assert longest_start("создать отдел по Корее", text) == ("создать отдел по", (0, 16))
    assert longest_start("распустить отдел", text) is None


WORDS = st.lists(
    st.from_regex(r"[абвг]{1,4}(-[абвг]{1,3})?", fullmatch=True), min_size=1, max_size=6
)
GAPS = st.lists(st.sampled_from([" ", "\n", " \r\n\n ", "\u00a0"]), min_size=6, max_size=6)


@settings(max_examples=300)
@given(WORDS, GAPS, st.data())
def test_a_piece_of_the_text_is_found_where_it_stands(
    words: list[str], gaps: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text, starts = "", []
    for word, gap in zip(words, gaps, strict=False):
        starts.append(len(text))
        text += word + gap
    place = starts[first], starts[last] + len(words[last])
    assert place in occurrences(" ".join(words[first : last + 1]), text)
