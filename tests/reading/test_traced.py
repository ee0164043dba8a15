"""Chained edits keep the way back to the source."""

from predlozheno.reading.traced import Edit, Traced


def test_edits_chain() -> None:
    source = "cове-\nт  дома.Да"
    text = Traced.of(source).edited([Edit(0, 1, "с")])
    text = text.edited([Edit(4, 6, ""), Edit(7, 9, " "), Edit(14, 14, " ")])
    assert text.text == "совет дома. Да"
    offsets = text.offsets()
    for word, found in [("совет", "cове-\nт"), ("дома.", "дома."), ("Да", "Да"), (" ", "  ")]:
        start = text.text.index(word)
        begin, end = offsets.to_source(start, start + len(word))
        assert source[begin:end] == found


def test_an_inserted_space_stands_for_nothing() -> None:
    text = Traced.of("аб").edited([Edit(1, 1, " ")])
    assert text.offsets().to_source(1, 2) == (1, 1)
    assert text.offsets().to_source(0, 3) == (0, 2)


def test_a_run_of_another_length_stands_as_a_whole() -> None:
    text = Traced.of("a&quot;b").edited([Edit(1, 7, '"')])
    assert text.text == 'a"b'
    assert text.offsets().to_source(1, 2) == (1, 7)
    assert text.offsets().to_source(2, 3) == (7, 8)


def test_no_edits_change_nothing() -> None:
    text = Traced.of("аб")
    assert text.edited([]) is text
