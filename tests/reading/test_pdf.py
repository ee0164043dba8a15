"""Pages, columns, running heads and scans of PDF files."""

from __future__ import annotations

import pytest
from formats.paper import Printed, column, pdf

from predlozheno.errors import ReadError
from predlozheno.reading.document import Document
from predlozheno.reading.layout import repair
from predlozheno.reading.readers import Limits, read_bytes

LEFT = [
    "Правление обсудило ремонт насосной",
    "станции и предложило казначею со-",
    "ставить смету к началу июня, а за-",
    "тем вынести её на общее собрание.",
    "Казначей согласился и попросил се-",
    "кретаря помочь ему с расчётами.",
]
RIGHT = [
    "Затем перешли к вывозу мусора. Сто-",
    "рож сообщил, что контейнеры перепол-",
    "нены с апреля, и предложил нанять",
    "нового перевозчика. Собрание поддер-",
    "жало его и поручило председателю за-",
    "ключить договор до конца месяца.",
]


def read(pages: list[list[Printed]], **how: bool) -> Document:
    return read_bytes(pdf(pages, **how), name="a.pdf")


def test_lines_stand_as_they_are_printed():
    found = read([column(["ПРОТОКОЛ № 7", "", "Решили купить насос."], pitch=14)])
    assert found.source == "ПРОТОКОЛ № 7\nРешили купить насос.\n"
    assert found.format == "pdf"


def test_an_indent_and_a_wider_gap_are_kept():
    words = [
        *column(["Первый абзац кончился.", "Он был из двух строк.", "И третьей."]),
        Printed(80, 160, "Второй начался."),
    ]
    assert read([words]).source.splitlines()[-2:] == ["", "    Второй начался."]


def test_two_columns_are_read_one_after_the_other():
    title = Printed(150, 60, "Протокол заседания правления садового товарищества")
    page = [title, *column(LEFT), *column(RIGHT, left=320, top=103)]
    text = repair(read([page])).text
    assert text.split("\n") == [
        "Протокол заседания правления садового товарищества",
        "Правление обсудило ремонт насосной станции и предложило казначею составить смету к началу "
        "июня, а затем вынести её на общее собрание. Казначей согласился и попросил секретаря помочь "
        "ему с расчётами.",
        "Затем перешли к вывозу мусора. Сторож сообщил, что контейнеры переполнены с апреля, и "
        "предложил нанять нового перевозчика. Собрание поддержало его и поручило председателю "
        "заключить договор до конца месяца.",
    ]


def test_a_table_is_read_row_by_row():
    rows = [("Вопрос", "За", "Против"), ("Насос", "12", "1"), ("Мусор", "15", "0")]
    words = [
        Printed(60 + 150 * place, 100 + 20 * index, cell)
        for index, row in enumerate(rows)
        for place, cell in enumerate(row)
    ]
    assert read([words]).source.splitlines() == ["\t".join(row) for row in rows]


def test_a_cell_of_several_lines_is_closed():
    words = [
        Printed(60, 100, "Вопрос"), Printed(200, 100, "За"),
        Printed(60, 130, "Ремонт насосной"), Printed(200, 130, "12"),
        Printed(60, 142, "станции"),
        Printed(60, 172, "Мусор"), Printed(200, 172, "15"),
    ]  # fmt: skip
    assert "Ремонт насосной станции\t12" in read([words]).source.splitlines()


def test_running_heads_and_numbers_go_and_sentences_go_on_over_the_page():
    pages = []
    for number, lines in enumerate((LEFT[:3], LEFT[3:], RIGHT), 1):
        head = Printed(60, 40, "Садовое товарищество «Тихий омут»")
        second = Printed(60, 54, f"Протокол № 7 от 14 мая 2024 г., лист {number}")
        pages.append([head, second, *column(lines), Printed(290, 800, str(number))])
    text = repair(read(pages)).text
    assert "лист" not in text
    assert text.count("Тихий омут") <= 1
    assert "а затем вынести её" in text
    assert not any(line.isdigit() for line in text.split("\n"))


def test_pages_begin_where_their_first_line_does():
    found = read([column(["Первая страница собрания."]), [], column(["Третья страница."])])
    assert [found.source[start : start + 6] for start in found.pages] == [
        "Первая",
        "Третья",
        "Третья",
    ]


def test_a_raised_figure_is_marked():
    words = [
        Printed(60, 100, "Купить насос"),
        Printed(120, 96, "2", 6),
        Printed(124, 100, " сразу."),
    ]
    found = read([words])
    assert found.source == "Купить насос² сразу.\n"
    assert repair(found).text == "Купить насос сразу."


def test_a_scan_says_what_to_do():
    with pytest.raises(ReadError, match=r"is a scan: of its 3 pages 1 hold text.* \(OCR\)"):
        read([[Printed(10, 10, "№ 1")], [], column(LEFT)], pictures=True)


def test_a_text_with_a_picture_behind_it_is_no_scan():
    assert "насосной" in read([column(LEFT)], pictures=True).source


def test_letters_that_are_not_told_in_unicode_are_refused():
    with pytest.raises(ReadError, match="garbage"):
        read([column(LEFT)], readable=False)


def test_too_many_pages_are_refused():
    with pytest.raises(ReadError, match="3 pages, and 2 is the limit"):
        read_bytes(pdf([column(LEFT)] * 3), name="a.pdf", limits=Limits(pages=2))


def test_a_file_cut_off_is_damaged():
    with pytest.raises(ReadError, match="damaged PDF"):
        read_bytes(pdf([column(LEFT)])[:300], name="a.pdf")
