"""Title, body, number, date and place from the head of a document."""

import pytest

from predlozheno.reading.document import Document, MeetingHead
from predlozheno.reading.segmentation import segment
from predlozheno.reading.segmentation.dates import date_in


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("от 26 февраля 2026 г.", "2026-02-26"),
        ("«14» марта 2025 года", "2025-03-14"),
        ("24–25 апреля 2025 года", "2025-04-24/2025-04-25"),
        ("30 апреля – 2 мая 2025 года", "2025-04-30/2025-05-02"),
        ("26.02.2026", "2026-02-26"),
        ("2026-02-26", "2026-02-26"),
        ("9 окт 2025", "2025-10-09"),
        ("12 сент. 2024 г.", "2024-09-12"),
        ("31 февраля 2026 г.", None),
        ("в 2026 году", None),
    ],
)
def test_dates(words: str, iso: str | None) -> None:
    assert date_in(words) == iso


def test_head_of_minutes() -> None:
    source = (
        "ВЫПИСКА ИЗ ПРОТОКОЛА № 7\nзаседания кафедры механики от 26 февраля 2026 г.\n\n"
        "г. Нижний Новгород\n\nСЛУШАЛИ: отчёт.\n"
    )
    assert segment(Document("a.txt", source)).meeting == MeetingHead(
        title="ВЫПИСКА ИЗ ПРОТОКОЛА № 7 заседания кафедры механики от 26 февраля 2026 г.",
        body="кафедры механики",
        number="7",
        date="2026-02-26",
        place="г. Нижний Новгород",
    )


def test_the_number_of_a_house_is_not_left_half() -> None:
    source = (
        "ПРОТОКОЛ № 7\nобщего собрания жильцов дома № 14\n18 марта 2024 года\n\nСЛУШАЛИ: отчёт.\n"
    )
    meeting = segment(Document("a.txt", source)).meeting
    assert meeting is not None
    assert (meeting.body, meeting.number) == ("жильцов дома", "7")


def test_no_head() -> None:
    assert segment(Document("a.txt", "Предлагаю создать комиссию.")).meeting is None


@pytest.mark.parametrize(
    "below",
    [
        "Повестка: защита диссертации Сизовой А.П.\nПредседатель объявил о начале защиты.",
        "Повестка: ремонт кровли, разное\n\nОрлов доложил о протечках",
        "Повестка дня:\n1. Ремонт кровли\n2. Разное\nОрлов доложил о протечках.",
    ],
)
def test_what_is_told_behind_an_agenda_is_none(below: str) -> None:
    text = f"Протокол № 3\n12 мая 2024 г.\nПрисутствовали: Орлов, Зимина\n{below}\n"
    blocks = segment(Document("протокол.txt", text)).blocks
    assert blocks[-1].zone == "body"
    assert any(block.zone == "agenda" for block in blocks)
