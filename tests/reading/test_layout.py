"""What repair joins, drops, keeps: every case a reader can judge."""

import textwrap

import pytest

from predlozheno.reading.document import Document
from predlozheno.reading.layout import repair

LONG = (
    "Совет ветеранов обсудил подготовку к зимнему сезону и предложил управляющей компании заранее "
    "проверить отопление во всех подъездах. Председатель напомнил, что в прошлом году Российская "
    "метеослужба обещала тёплую зиму, а морозы начались уже в ноябре. Жители попросили составить "
    "график осмотров и вывесить его на первом этаже каждого дома."
)
OTHER = (
    "Затем собравшиеся перешли к вопросу о детской площадке. Решили собрать подписи и направить их "
    "в администрацию района вместе со схемой участка и сметой, которую подготовила инициативная "
    "группа жильцов."
)


def lines(source: str, *, form: str = "text") -> list[str]:
    return repair(Document("a.txt", source, format=form)).text.split("\n")


@pytest.mark.parametrize("width", [40, 60, 72, 78, 100, 120])
@pytest.mark.parametrize(
    ("between", "paragraph"), [("\n", "\n\n"), (" \n\n", "\n\n\n\n"), ("\r\n", "\r\n\r\n")]
)
def test_wraps_of_any_width_are_joined(width: int, between: str, paragraph: str) -> None:
    wrapped = paragraph.join(between.join(textwrap.wrap(text, width)) for text in (LONG, OTHER))
    assert lines(wrapped) == [LONG, OTHER]


def test_paragraphs_of_one_line_stay_apart() -> None:
    assert lines(f"{LONG}\n{OTHER}\n\n{LONG}") == [LONG, OTHER, LONG]


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        ("развитие российско-", "корейского диалога", "российско-корейского"),
        ("страны Северо-", "Восточной Азии", "Северо-Восточной"),
        ("в рамках 6-", "сторонних переговоров", "6-сторонних"),
        ("Россия, как государство-", "председатель форума", "государство-председатель"),
        ("внесено предло-", "жение комиссии", "предложение"),
        ("внесено предло\u00ad", "жение комиссии", "предложение"),
        ("просил какой-", "нибудь ответ", "какой-нибудь"),
        ("решили по-", "новому оформить", "по-новому"),
        ("завод «Кров-", "лягрупп» ответил", "«Кровлягрупп»"),
    ],
)
@pytest.mark.parametrize("between", ["\n", " \n\n"])
def test_words_broken_at_a_line_end(upper: str, lower: str, joined: str, between: str) -> None:
    filler = between.join(textwrap.wrap(LONG, len(upper) + 40)[:4])
    start = "Рабочая группа форума соседей рассмотрела и "
    if "\u00ad" in upper:
        between = between.strip(" ")
    source = f"{filler}{between}{start}{upper}{between}{lower} участников заседания"
    text = repair(Document("a.txt", source)).text
    assert joined in text.replace(" участников", " ")
    assert text.count("-") == joined.count("-")


def test_a_compound_seen_unbroken_elsewhere_decides() -> None:
    source = (
        "Отдел пресс-туров готовит программу для гостей, а пресс-\n"
        "туров в этом году будет четыре, из них один зимний.\n"
    )
    assert "а пресс-туров в этом" in repair(Document("a.txt", source)).text


def test_page_furniture_is_dropped_and_its_sentence_joined() -> None:
    body = textwrap.wrap(f"{LONG} {OTHER}", 70)
    pages = [body[:4], body[4:7], body[7:]]
    source = "\f".join(
        "Протокол заседания совета дома\n\n" + "\n".join(page) + f"\n\n{number}\n"
        for number, page in enumerate(pages, start=1)
    )
    assert lines(source) == ["Протокол заседания совета дома", f"{LONG} {OTHER}"]


@pytest.mark.parametrize("number", ["- 2 -", "стр. 2 из 3", "– 2 –", "Страница 2"])
def test_dressed_page_numbers_are_dropped(number: str) -> None:
    wrapped = textwrap.wrap(LONG, 70)
    source = "\n".join([*wrapped[:3], "", number, "", *wrapped[3:]])
    assert lines(source) == [LONG]


def test_a_lone_number_of_the_text_stays() -> None:
    assert "42" in lines("Сколько подписей собрано?\n\n42\n\nСпасибо.")


def test_a_repeated_wrapped_line_is_no_running_head() -> None:
    speech = (
        "Прошу поддержать предложение комитета. Замечаний правового управления\n"
        "к проекту нет, прошу голосовать."
    )
    source = "\n\n\n".join([speech] * 5)
    assert repair(Document("a.txt", source)).text.count("Замечаний правового управления") == 5


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("П О С Т А Н О В И Л И:", "ПОСТАНОВИЛИ:"),
        ("П О В Е С Т К А   Д Н Я", "ПОВЕСТКА ДНЯ"),
        ("П О В Е С Т К А Д Н Я", "ПОВЕСТКА ДНЯ"),
        ("у к а з", "указ"),
        ("а и б сидели", "а и б сидели"),
        ("cовет дома и OOO «Луч» c жителями", "совет дома и OOO «Луч» с жителями"),
        ("чёрный ХХI век", "чёрный XXI век"),
        ("отчёт WАDA", "отчёт WADA"),
        ("SMM-отдел и Wi-Fi", "SMM-отдел и Wi-Fi"),
        ("завод &#34;Луч&#34; &laquo;Р&amp;Д&raquo;", "завод \"Луч\" «Р&Д»"),
        ("a &unknown; b", "a &unknown; b"),
        ("в\u00a0г.\u202fОмске,  два   пробела", "в г. Омске, два пробела"),
        ("Спасибо.Уважаемый председатель", "Спасибо. Уважаемый председатель"),
        ("(Микрофон отключён.)Я понимаю", "(Микрофон отключён.) Я понимаю"),
        ("понял?У меня вопрос", "понял? У меня вопрос"),
        ("А.Б.Иванов, сайт дом.рф", "А.Б.Иванов, сайт дом.рф"),
        ("преду\u00adсмотреть", "предусмотреть"),
        ("заи\u0306мы", "займы"),
        ("**Катя:** да", "Катя: да"),
        ("\ufeffРешили\x00", "Решили"),
    ],
)  # fmt: skip
def test_characters_and_words(source: str, expected: str) -> None:
    assert lines(source) == [expected]


def test_items_labels_and_headings_keep_lines_of_their_own() -> None:
    source = """\
РЕШИЛИ:
1. Поручить управляющей компании проверить отопление во всех подъездах дома
   и доложить о результатах на следующем собрании совета жильцов.
2. Просить администрацию района выделить место под площадку для детей и
взрослых жильцов.
- первый подъезд;
- второй подъезд.
Голосовали: за – 7, против – нет.
"""
    assert lines(source) == [
        "РЕШИЛИ:",
        "1. Поручить управляющей компании проверить отопление во всех подъездах дома "
        "и доложить о результатах на следующем собрании совета жильцов.",
        "2. Просить администрацию района выделить место под площадку для детей и взрослых жильцов.",
        "- первый подъезд;",
        "- второй подъезд.",
        "Голосовали: за – 7, против – нет.",
    ]


def test_a_dash_or_number_that_a_wrap_put_first_begins_no_item() -> None:
    source = (
        textwrap.fill(LONG, 60)
        + "\n"
        + (
            "Он просил перенести срок осмотра на более поздний день\n"
            "- не на пятое, а на шестое, потому что бригада занята до\n"
            "5. ноября, как записано в договоре подряда.\n"
        )
    )
    assert len(lines(source)) <= 2


def test_rows_of_tables() -> None:
    assert lines("| Кто | Срок |\n|---|:--:|\n| Олег | пт |") == ["Кто\tСрок", "Олег\tпт"]
    assert lines("За\t21 чел.\t95 %\nПротив\t1 чел.\t5 %") == [
        "За\t21 чел.\t95 %",
        "Против\t1 чел.\t5 %",
    ]
    assert lines("Кто      Срок\nОлег     пт\nКатя     ср") == ["Кто\tСрок", "Олег\tпт", "Катя\tср"]
    assert lines("\t–\tсоздать группу;\n\t–\tпровести сход.") == [
        "– создать группу;",
        "– провести сход.",
    ]


def test_markdown_marks_are_understood() -> None:
    source = (
        "## Решения ##\n\n> *Срочно*: см. [план](https://example.org)\n\nИтог\n----\n`код` 2*3*4\n"
    )
    assert lines(source, form="markdown") == [
        "Решения", "Срочно: см. план", "Итог", "код 2*3*4",
    ]  # fmt: skip


def test_transcript_without_capitals_keeps_its_lines() -> None:
    source = (
        "ну давайте начнем вопрос один про склад и про его крышу\nя предлагаю ждать\nне надо ждать"
    )
    assert lines(source) == source.split("\n")


def test_nothing_to_mend() -> None:
    repaired = repair(Document("a.txt", ""))
    assert repaired.text == ""
    assert len(repaired.offsets) == 0


def test_a_list_inside_its_paragraph_gets_lines_of_its_own() -> None:
    text = "Решили: 1) купить насос; 2) сменить\nзамок. Возражений нет."
    assert lines(text) == ["Решили:", "1) купить насос;", "2) сменить замок. Возражений нет."]
    assert lines(
        "Постановили: 1. Одобрить план. 2. Создать комиссию до 1 мая 2025 г. 3. Просить совет."
    ) == [
        "Постановили:",
        "1. Одобрить план.",
        "2. Создать комиссию до 1 мая 2025 г.",
        "3. Просить совет.",
    ]
    assert lines("Прошу: а) учесть смету, б) вернуть аванс.") == [
        "Прошу:",
        "а) учесть смету,",
        "б) вернуть аванс.",
    ]
    assert lines("РЕШЕНИЕ: 3.1. Купить насос. 3.2. Сменить замок.") == [
        "РЕШЕНИЕ:",
        "3.1. Купить насос.",
        "3.2. Сменить замок.",
    ]
    assert lines("2.4. Купить насос у Титова В. И. 2.5. Сменить замок.") == [
        "2.4. Купить насос у Титова В. И.",
        "2.5. Сменить замок.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Согласно пунктам 1) и 2) устава взнос отменён.",
        "Решили: 1) купить насос.",
        "Он назвал причину: 2) мороз; 3) ветер.",
        "2.1. Титов предложил сдать отчёт до 2.2. Потом разошлись.",
        "2.1. Срок сдачи по графику, 2.4. Титов возражал.",
    ],
)
def test_numbers_in_brackets_that_count_nothing_stay_where_they_are(text: str) -> None:
    assert lines(text) == [text]


def test_a_turn_that_begins_behind_a_full_line_stays_apart() -> None:
    spoken = [
        "Председательствующий. Коллеги, переходим к четвёртому вопросу повестки дня сегодняшней сессии.",
        "Истомина Г.П. Уважаемые депутаты! Комитет рассмотрел проект и просит поддержать его в первом",
        "чтении, а поправки направлять до двадцатого января следующего года в аппарат комитета.",
    ]
    assert lines("\n".join(spoken)) == [spoken[0], " ".join(spoken[1:])]
