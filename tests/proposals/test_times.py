"""Time expressions: which words are one, of what type, with what value, and which one a record has."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.proposals.slots.timing import find_times
from predlozheno.reading.document import Document

# The slots are the rules' work, whatever the ranking thinks of a sentence by itself.
RULES = load(rules_only=True)

# A Friday.
MET = "2021-09-03"

FOUND: dict[str, list[tuple[str, str, str | None]]] = {
    "внести на второе заседание ноября": [
        ("deadline", "на второе заседание ноября", "2021-11"),
    ],
    "доложить на октябрьском совещании": [("deadline", "на октябрьском совещании", "2021-10")],
    "обобщить к двадцать пятой сессии": [("deadline", "к двадцать пятой сессии", None)],
    "не платить до выяснения всех причин": [("deadline", "до выяснения всех причин", None)],
    "сверить до рассылки": [("deadline", "до рассылки", None)],
    "посчитать в этом же году": [("period", "в этом же году", "2021")],
    "вывезти после праздников": [("period", "после праздников", None)],
    "принять после доработки": [("period", "после доработки", None)],
    "прерваться на десять минут": [("period", "на десять минут", "PT10M")],
    "сдать табель, 24.09": [("deadline", "24.09", "2021-09-24")],
    "убирать каждую третью пятницу": [("recurrence", "каждую третью пятницу", "P1W")],
    "отключить в ночь на 12 сентября": [("deadline", "в ночь на 12 сентября", "2021-09-12")],
    "выслать протокол в трёхдневный срок": [("deadline", "в трёхдневный срок", "P3D")],
    "начать с весеннего семестра": [("period", "с весеннего семестра", None)],
    "закончить до начала сезона, к 1 октября": [
        ("deadline", "до начала сезона", None),
        ("deadline", "к 1 октября", "2021-10-01"),
    ],
    "закончить до конца летних каникул": [("deadline", "до конца летних каникул", None)],
    "отдать не позднее июньской получки": [
        ("deadline", "не позднее июньской получки", "2022-06"),
    ],
    "арендовать на десять лет": [("period", "на десять лет", "P10Y")],
    "прислать не позднее чем через неделю после отправки писем": [
        ("deadline", "не позднее чем через неделю после отправки", None),
    ],
    "перекрыть на время ремонта проезд": [("period", "на время ремонта", None)],
    "сдавать сводку до третьего числа каждого месяца": [
        ("recurrence", "до третьего числа каждого месяца", "P1M"),
    ],
    "открывать склад в последний вторник месяца": [
        ("recurrence", "в последний вторник месяца", "P1M"),
    ],
    "начать не раньше 2023 года": [("period", "не раньше 2023 года", "2023")],
    "завезти уголь до осенней путины": [("deadline", "до осенней путины", None)],
    "проверить печи перед отопительным сезоном": [
        ("deadline", "перед отопительным сезоном", None),
    ],
    "закрыть долг до конца учебного года": [("deadline", "до конца учебного года", None)],
    "ответить в срок, не превышающий 15 дней": [
        ("deadline", "в срок, не превышающий 15 дней", None),
    ],
    "сверять раз в полгода": [("recurrence", "раз в полгода", "P6M")],
    "дежурить в выходные": [("period", "в выходные", None)],
    "построить мост до 2030 года": [("deadline", "до 2030 года", "2030")],
    # Neither says when.
    "считать со дня подписания": [],
    "платить день в день": [],
    "принять отчёт за 2025 год": [],
    "обратиться к комиссии": [],
    "протокол 5 марта": [],
}


@pytest.mark.parametrize(("text", "wanted"), FOUND.items(), ids=range(len(FOUND)))
def test_a_time_has_its_words_type_and_value(
    text: str, wanted: list[tuple[str, str, str | None]]
) -> None:
    found = find_times(text, MET)
    assert [(t.type, text[t.start : t.end], t.value) for t in found] == wanted


OF_A_RECORD = {
    "Прошу принимать экзамен не в июне, а в мае.": ["в мае"],
    "Попросила перенести отчёт с января на март.": ["на март"],
    "Просит не ждать, пока рухнет мост.": [],
    "Просит вернуть товар, пока гарантия не кончилась.": ["пока гарантия не кончилась"],
    "Просит не спешить с продажей, пока не решён спор.": ["пока не решён спор"],
    "К 20 июля заводу предстоит выбрать подрядчика.": ["К 20 июля"],
    "Предложила создать комиссию, где каждый мог бы выступить до отъезда.": [],
}


@pytest.mark.parametrize(("text", "wanted"), OF_A_RECORD.items(), ids=range(len(OF_A_RECORD)))
def test_a_record_has_the_times_of_what_is_wanted(text: str, wanted: list[str]) -> None:
    found = RULES.extract(Document("протокол.txt", text)).proposals
    assert [time.text for time in found[-1].timing] == wanted
