"""Who is told, who is to act and by when: the slots of a record in the layouts of minutes and notes."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.proposals.slots.timing import find_times
from predlozheno.reading.document import Document
from predlozheno.records.schema import Proposal

# The slots are the rules' work, whatever the ranking thinks of a sentence by itself.
RULES = load(rules_only=True)

# A Tuesday.
MET = "2025-10-14"


def records(text: str) -> tuple[Proposal, ...]:
    return tuple(RULES.extract(Document("протокол.txt", text)).proposals)


def last(text: str) -> Proposal:
    found = records(text)
    assert found, "no record"
    return found[-1]


TIMES: dict[str, list[tuple[str, str, str | None]]] = {
    "рассмотреть на ближайшем совете": [("deadline", "на ближайшем совете", None)],
    "посадить липы весной": [("period", "весной", "2026-03/2026-05")],
    "держать сторожа с ноября по март": [("period", "с ноября по март", "2025-11/2026-03")],
    "сдать ключи до конца недели": [("deadline", "до конца недели", "2025-10-19")],
    "отменить льготу со следующего года": [("period", "со следующего года", "2026-01-01/..")],
    "дежурить в ночь с 31 декабря на 1 января": [
        ("deadline", "в ночь с 31 декабря на 1 января", "2025-12-31"),
    ],
    "продлить на весь вегетационный сезон": [("period", "на весь вегетационный сезон", None)],
    "платить по мере поступления взносов": [("recurrence", "по мере поступления взносов", None)],
    "давать по часу в неделю за счёт кружков": [("recurrence", "в неделю", "P1W")],
    "собраться завтра в 10 часов": [("deadline", "завтра в 10 часов", "2025-10-15T10:00")],
    "проводить планёрки по вторникам в 9:00": [("recurrence", "по вторникам в 9:00", "P1W")],
    "красить лавки раз в год, в первую субботу июня": [
        ("recurrence", "раз в год, в первую субботу июня", "P1Y"),
    ],
    "сохранить до конца двадцать шестого года": [
        ("deadline", "до конца двадцать шестого года", "2026-12-31"),
    ],
    "упразднить со дня утверждения положения": [
        ("period", "со дня утверждения положения", None),
    ],
    "не парковать машины до конца работ": [("deadline", "до конца работ", None)],
    "остальное собрать по окончании работ": [("period", "по окончании работ", None)],
    "премировать победителей в День лицея": [("deadline", "в День лицея", None)],
    "укрепить берег до дождей": [("deadline", "до дождей", None)],
    "сменить наставника один раз за семестр": [("recurrence", "один раз за семестр", None)],
    "за неделю доделать программу": [("deadline", "за неделю", "P1W")],
    "проверить 140 работ за сутки": [],
    # What a thing costs, what it is about, hours of the day.
    "установить плату 118 руб. за кв. м в месяц": [],
    "сдать отчёт за лето": [],
    "разрешить торговлю с 8 до 20 часов": [],
    "начать, не дожидаясь указаний сверху": [],
}


@pytest.mark.parametrize("text", TIMES)
def test_times(text: str) -> None:
    found = find_times(text, MET)
    assert [(t.type, text[t.start : t.end], t.value) for t in found] == TIMES[text]


def test_a_time_that_gives_way_or_measures_is_none() -> None:
    text = "Кузьмин предложил чистить пруд раз в месяц, а не каждую неделю."
    assert [t.text for t in last(text).timing] == ["раз в месяц"]
    assert not last("РЕШИЛИ:\n1. Сдвинуть начало занятий на два часа.").timing


def test_items_keep_their_times_apart() -> None:
    text = "Что решили:\n– Олег → ящики для сбора, до 1 ноября\n– разместить меню.\n"
    assert [[t.text for t in r.timing] for r in records(text)] == [["до 1 ноября"], []]


ADDRESSEES = {
    "Направить письмо в адрес главы района с просьбой починить мост.": "главы района",
    "В адрес администрации района: починить мост через Талицу.": "администрации района",
    "Выйти с инициативой в областное собрание о снижении тарифа.": "областное собрание",
    "Соседи, убедительная просьба: не парковаться на газоне.": "Соседи",
    "Родителям просьба сдать согласия до пятницы.": "Родителям",
    "Просьба к родителям второго класса прийти на субботник.": "родителям второго класса",
    "Просьба к тем, кто не сдал деньги, сдать их до пятницы.": "тем, кто не сдал деньги",
    "Жителей Сиреневой улицы просят не парковать машины.": "Жителей Сиреневой улицы",
    "Главам округов рекомендовать обновить паспорта.": "Главам округов",
    "РЕШИЛИ:\n1. ООО «Перевоз» рекомендовать держать катера.": "ООО «Перевоз»",
    "И ещё одно предложение: профильному комитету выехать в Кологрив.": "профильному комитету",
    "Требуется от подрядчика устранить течь.": "подрядчика",
    "РЕШИЛИ:\n1. Закрепить за третьим участком двух дежурных.": "третьим участком",
    "РЕШИЛИ:\n1. Заведование временно, на период до конкурса, возложить на Акопян Г.С.": "Акопян Г.С",
    (
        "РЕШИЛИ:\n2. КГКУ «Автодор» (Войнову С.П.):\n2.1. завершить ремонт судов.\n"
        "2.2. представлять сводку."
    ): "КГКУ «Автодор»",
}


@pytest.mark.parametrize("text", ADDRESSEES)
def test_addressees(text: str) -> None:
    told = [t.text for t in last(text).targets if t.role.value == "addressee"]
    assert [t.removesuffix(".") for t in told] == [ADDRESSEES[text]]


ROLES = {
    "Чухонцев вместе с охраной – пересчитать огнетушители.": [
        ("executor", "Чухонцев"),
        ("partner", "охраной"),
    ],
    "РЕШИЛИ:\n1. Смета на кровлю – Пруцкова, до 1 ноября.": [("executor", "Пруцкова")],
    "РЕШИЛИ:\n1. Контроль исполнения – за Сафиной.": [("executor", "Сафиной")],
    "РЕШИЛИ:\n1. Провести работы силами «Дорстроя».": [("executor", "«Дорстроя»")],
    "Сошлись на том, что аварийные деревья отдел покажет инженеру.": [("executor", "отдел")],
    "РЕШИЛИ:\n1. Рабочую группу наделить правом запрашивать сведения.": [
        ("reformed", "Рабочую группу")
    ],
    "РЕШИЛИ:\n1. Создать реестр родников и штаб по малым рекам.": [
        ("established", "штаб по малым рекам")
    ],
    "Нам нужна постоянная комиссия.": [("established", "постоянная комиссия")],
    "РЕШИЛИ:\n1. Завести при клубе секцию шашек.": [
        ("host", "клубе"),
        ("established", "секцию шашек"),
    ],
    "РЕШИЛИ:\n1. Ввести в редколлегию двух молодых учёных.": [("joined", "редколлегию")],
    # Those who sit in it, the one that is not meant.
    "РЕШИЛИ:\n1. Создать комиссию в составе Уваровой и Пака.": [("established", "комиссию")],
    "РЕШИЛИ:\n1. Учредить фонд при Палате, а не при министерстве.": [
        ("established", "фонд"),
        ("host", "Палате"),
    ],
}


@pytest.mark.parametrize("text", ROLES)
def test_roles(text: str) -> None:
    assert [(t.role.value, t.text) for t in last(text).targets] == ROLES[text]


NAMES = {
    "Были: Пруцкова (бухгалтерия), Лыков.\n\nПруцковой к среде разнести счета.": "Пруцкова",
    "Попросить соседа Лыкова вернуть лестницу.": "сосед Лыков",
    "РЕШИЛИ:\n1. Смета на кровлю – Пруцкова, до 1 ноября.": "Пруцкова",
    "РЕШИЛИ:\n1. Разместить меню. Ответственная Петухова.": "Петухова",
    "Поручить учительнице Сомовой собрать подписи.": "учительница Сомова",
    "Объединить библиотеки № 2 и № 5.": "библиотеки № 2 и № 5",
    "Создать при Палате ремёсел фонд «Глина».": "Палата ремёсел",
}


@pytest.mark.parametrize("text", NAMES)
def test_names_are_whole_and_in_the_nominative(text: str) -> None:
    assert last(text).targets[0].name == NAMES[text]


def test_a_label_at_the_head_of_a_line_is_a_nominative() -> None:
    text = "Стенограмма\n\nАРХАРОВА Л.Б. Уважаемые коллеги! Предлагаю оставить рейс по пятницам."
    party = last(text).proposers[0]
    assert (party.name, party.canonical) == ("АРХАРОВА Л.Б.", "АРХАРОВА Л.Б.")


def test_what_tells_of_a_meeting_is_no_promise() -> None:
    text = "РЕШИЛИ:\n1. Вынести вопрос на комиссию, заседание которой состоится 28 марта."
    assert len(records(text)) == 1


def test_a_verb_that_governs_nothing_leaves_an_item() -> None:
    record = last("РЕШИЛИ:\n1. Делегировать в совет дома Е.П. Круглову.")
    assert record.kind.value == "decision"
    assert [(t.role.value, t.text) for t in record.targets] == [("joined", "совет дома")]


def test_what_opens_like_an_order_and_is_none() -> None:
    assert not records("Присутствовали: доцент Мухин, секретарь Вострикова.")
    assert not records("Обсудили возможность сменить расписание с 1 октября.")


def test_brackets_and_initials_are_no_content() -> None:
    text = "Секретариату (Н.Е. Воробей) поручается разослать резолюцию."
    assert last(text).content.text == "разослать резолюцию"
    text = "И.Я. Кубасова (Палата ремёсел) внесла предложение учредить фонд."
    assert last(text).content.text == "учредить фонд"
