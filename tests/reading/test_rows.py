"""What is a row of a table, and what only has a tab in it."""

import pytest

from predlozheno.reading.document import Document, Segments
from predlozheno.reading.segmentation import segment


def read(text: str) -> Segments:
    return segment(Document("протокол.txt", text))


def rows(text: str) -> list[list[str]]:
    segments = read(text)
    return [
        [segments.text[start:end] for start, end in block.cells]
        for block in segments.blocks
        if block.kind == "row"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Поправка\tЗа\tПротив\nО дорогах\t11\t4\nО хоре\t3\t9\n",
        "| Поправка | За | Против |\n|---|---|---|\n| О дорогах | 11 | 4 |\n| О хоре | 3 | 9 |\n",
        "Поправка | За | Против\nО дорогах | 11 | 4\nО хоре | 3 | 9\n",
    ],
)
def test_tables(text: str) -> None:
    assert rows(text) == [
        ["Поправка", "За", "Против"],
        ["О дорогах", "11", "4"],
        ["О хоре", "3", "9"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2.2.\tОт применения старой шкалы отказаться.\n2.3.\tОдобрить опыт стационара.\n",
        "1)\tкупить насос;\n2)\tпродать бочку.\n",
        "\ta)\tрассмотреть надбавку;\n\tb)\tобеспечить учебниками.\n",
        "–\tсоздать группу;\n–\tобмениваться сведениями.\n",
        "К р е м н ё в.\tЭто я умею вычитать.\nС у х а н о в.\tПросим разрешить закупку.\n",
        "Зуев И.И.\tЯ против.\nКочев П.П.\tЯ за.\n",
        "Дата:\t5 мая\n",
    ],
)
def test_a_tab_behind_a_marker_or_a_label_makes_no_row(text: str) -> None:
    assert rows(text) == []


def test_items_behind_tabs_keep_their_numbers() -> None:
    segments = read(
        "2. Методика\n2.1. Считать нужным:\n2.2.\tОт шкалы отказаться.\n2.3.\tОдобрить опыт.\n"
    )
    assert [block.item for block in segments.blocks] == ["2", "2.1", "2.2", "2.3"]


def test_numbered_rows_have_items() -> None:
    segments = read(
        "№\tЧто сделать\tСрок\n1\tСнять показания\t24.11\n2.\tПроверить ворота\t25.11\n"
    )
    assert [block.item for block in segments.blocks] == [None, "1", "2"]


def test_a_running_head_with_its_page_number_is_dropped() -> None:
    segments = read(
        "Рейхардт с этим не спорил, но попросил заявителя через Налимову\n"
        "представить геологию участка: дом стоит на плывуне. Заявитель\n\n"
        "стр. 2 из 3                                   Протокол оценки № 2/21\n\n"
        "дозвонился по громкой связи, благодарил, обещал пирогов. Если бы\n"
        "ему предложили всю сумму сразу, он управился бы к зиме.\n"
    )
    assert "стр." not in segments.text
    assert "Заявитель дозвонился" in segments.text
