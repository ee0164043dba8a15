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
        ("deadline", "не позднее чем через неделю после отправки писем", None),
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
    # An event is any noun of action, what comes in its turn or by the calendar.
    "пересчитать до введения нового тарифа": [("deadline", "до введения нового тарифа", None)],
    "к приёмке объекта оформить акты": [("deadline", "к приёмке объекта", None)],
    "высадить к приезду гостей": [("deadline", "к приезду гостей", None)],
    "убрать до первого звонка": [("deadline", "до первого звонка", None)],
    "ответить до вступления закона в силу": [("deadline", "до вступления закона в силу", None)],
    "учесть до окончания срока договора": [("deadline", "до окончания срока договора", None)],
    "вести журнал с момента подписания акта": [("period", "с момента подписания акта", None)],
    "перейти на дрова с наступлением холодов": [("period", "с наступлением холодов", None)],
    "выслать за неделю до выборов": [("deadline", "за неделю до выборов", None)],
    "подготовить к очередной комиссии": [("deadline", "к очередной комиссии", None)],
    # Stretches of the calendar are periods, lengths of time from now are deadlines.
    "отремонтировать за зиму": [("period", "за зиму", "2021-12/2022-02")],
    "проверить в течение сентября": [("period", "в течение сентября", "2021-09")],
    "нанять сторожа на летние месяцы": [("period", "на летние месяцы", None)],
    "держать с понедельника по пятницу": [("period", "с понедельника по пятницу", None)],
    "встретиться в ближайшие дни": [("deadline", "в ближайшие дни", None)],
    "починить в возможно короткий срок": [("deadline", "в возможно короткий срок", None)],
    # How often.
    "открывать по вторникам и четвергам": [("recurrence", "по вторникам и четвергам", None)],
    "сверять в последний день квартала": [("recurrence", "в последний день квартала", "P3M")],
    "собирать не чаще раза в месяц": [("recurrence", "не чаще раза в месяц", "P1M")],
    "докладывать на каждом заседании": [("recurrence", "на каждом заседании", None)],
    # What the preposition belongs to is no time, nor is a body, a place or a measure.
    "приступить к приёмке объекта": [],
    "вернуться к рассмотрению вопроса": [],
    "подготовить статью к публикации": [],
    "довести штат до утверждения": [],
    "перенести к трансформаторной будке": [],
    "вывесить в каждом подъезде": [],
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
    # In front of the trigger stands what cannot have been, else when it was said.
    "С будущего года съезд просит ввести единый билет.": ["С будущего года"],
    "В следующем году предлагается провести слёт в Туле.": ["В следующем году"],
    "Вчера директор предложил отменить смену.": [],
    "Просит о переносе смены с марта на май.": ["на май"],
    "Предложила создать комиссию, где каждый мог бы выступить до отъезда.": [],
}


@pytest.mark.parametrize(("text", "wanted"), OF_A_RECORD.items(), ids=range(len(OF_A_RECORD)))
def test_a_record_has_the_times_of_what_is_wanted(text: str, wanted: list[str]) -> None:
    found = RULES.extract(Document("протокол.txt", text)).proposals
    assert [time.text for time in found[-1].timing] == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    {
        # What goes on lasts till then, what is finished is due by then.
        "Решено согласовывать выходы до введения пропусков.": "period",
        "Решено согласовать выход до введения пропусков.": "deadline",
        "Решено впредь до особого указания не шуметь.": "period",
    }.items(),
)
def test_the_verb_says_whether_a_bound_is_a_deadline(text: str, kind: str) -> None:
    found = RULES.extract(Document("протокол.txt", text)).proposals
    assert [time.type.value for time in found[-1].timing] == [kind]


def test_a_label_that_closes_its_line_asks_for_the_next_one() -> None:
    text = (
        "РЕШИЛИ:\n1. Составить график дежурств.\nСрок:\nдо вскрытия реки\nОтветственный:\nЗимина\n"
    )
    record = RULES.extract(Document("протокол.txt", text)).proposals[-1]
    assert [time.text for time in record.timing] == ["до вскрытия реки"]
    assert [target.text for target in record.targets] == ["Зимина"]
