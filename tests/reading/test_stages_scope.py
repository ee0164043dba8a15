"""How far the parts of a meeting reach, and what hangs under them."""

from predlozheno.reading.document import Block, Document, Segments
from predlozheno.reading.segmentation import segment


def read(text: str, *, form: str = "text") -> Segments:
    return segment(Document("протокол.txt", text, format=form))


def find(segments: Segments, words: str) -> Block:
    return next(b for b in segments.blocks if words in segments.text[b.start : b.end])


RESOLUTION = """РЕЗОЛЮЦИЯ
съезда пчеловодов
Усть-Лебяжье, 5 мая 2019 года

Съезд собрал сто человек из пяти районов и заслушал двадцать докладов.

СЪЕЗД ПОСТАНОВЛЯЕТ:

1. Пасеки
1.1. Создать реестр пасек.
1.2. Просить район выделить луга.

2. Мёд
2.1. Провести ярмарку.
"""


def test_a_resolution_goes_on_through_its_own_headings() -> None:
    segments = read(RESOLUTION)
    for words, title in [("реестр", "Пасеки"), ("выделить", "Пасеки"), ("ярмарку", "Мёд")]:
        block = find(segments, words)
        assert block.stage == "ПОСТАНОВЛЯЕТ"
        assert block.section == ("СЪЕЗД ПОСТАНОВЛЯЕТ", title)
    assert find(segments, "ярмарку").item == "2.1"


def test_a_title_is_no_stage() -> None:
    segments = read(RESOLUTION)
    assert segments.blocks[0].zone == "head"
    assert find(segments, "заслушал").stage is None
    assert find(segments, "заслушал").section == ()


PROTOCOL = """ПРОТОКОЛ № 3
от 04.03.2021

Присутствовали: 15 человек

1. О ремонте крыши
Докл. Зуев И.И., инженер

Крыша течёт с осени. Зуев И.И. просит купить рубероид.

РЕШЕНИЕ:
1.1. Купить рубероид.
     Срок: до 20 марта
     Ответственный: Зуев И.И.
1.2. Нанять рабочих.

2. О подвале
Докл. Кочев П.П.
В подвале вода.
"""


def test_the_next_item_of_the_agenda_ends_a_resolution() -> None:
    segments = read(PROTOCOL)
    assert find(segments, "Нанять").section == ("О ремонте крыши", "РЕШЕНИЕ")
    below = find(segments, "вода")
    assert (below.stage, below.section, below.item) == (None, ("О подвале",), "2")


def test_items_of_the_body_are_not_in_the_head() -> None:
    segments = read(PROTOCOL)
    heading = find(segments, "1. О ремонте")
    assert (heading.zone, heading.kind) == ("body", "heading")
    assert find(segments, "Докл. Зуев").zone == "body"


def test_fields_hang_under_their_item() -> None:
    segments = read(PROTOCOL)
    item = segments.blocks.index(find(segments, "Купить рубероид"))
    for words in ("Срок", "Ответственный"):
        field = find(segments, words)
        assert (field.kind, field.parent, field.item) == ("paragraph", item, "1.1")


def test_headings_lose_number_question_and_reporter() -> None:
    segments = read(
        "ВОПРОС 1. Бюджет\n\nВыручка выросла.\n\nРЕШЕНИЕ ПО ВОПРОСУ 1:\n1.1. Утвердить план.\n\n"
        "2. О приёме (докл. секретарь Р.О. Зуев)\n\nМест мало.\n"
    )
    assert find(segments, "Выручка").section == ("Бюджет",)
    assert find(segments, "план").section == ("Бюджет", "РЕШЕНИЕ ПО ВОПРОСУ 1")
    assert find(segments, "Мест").section == ("О приёме",)


def test_a_small_label_with_words_behind_it_is_no_heading() -> None:
    segments = read(
        "ТЕЛЕФОНЫ\n\nСпорили долго.\n\nПостановление: ввести карманы с октября.\n\nПИТАНИЕ\n\nВкусно.\n"
    )
    block = find(segments, "карманы")
    assert (block.stage, block.section) == ("Постановление", ("ТЕЛЕФОНЫ",))


def test_parts_rank_above_letters_and_plain_headings() -> None:
    segments = read(
        "Глава III. Рассмотрение докладов\n\nA. Республика Альтария\n\n"
        "41. Комитет рассмотрел доклад.\n\nПозитивные стороны\n\n42. Комитет приветствует доклад.\n\n"
        "Глава IV. Методы работы\n\n43. Комитет постановил заседать чаще.\n"
    )
    assert find(segments, "приветствует").section == (
        "Глава III. Рассмотрение докладов",
        "Республика Альтария",
        "Позитивные стороны",
    )
    assert find(segments, "заседать").section == ("Глава IV. Методы работы",)


def test_a_number_alone_begins_an_item_of_the_agenda() -> None:
    segments = read(
        "1.\nСЛУШАЛИ:\nЗуева И.И.\nОн доложил о канаве.\nРЕШИЛИ:\n1.1. Измерять тепло.\n\n"
        "2.\nРассмотрено пять заявлений.\n"
    )
    assert find(segments, "канаве").item == "1"
    block = find(segments, "заявлений")
    assert (block.item, block.section, block.stage) == ("2", (), None)


def test_shouted_orders_at_the_end_stand_beside_the_agenda() -> None:
    segments = read(
        "1. Печь\n\nПечь стоит третий день.\n\n2. Вагоны\n\nВагонов нет.\n\nПОРУЧЕНИЯ\n"
        "N\tЧто сделать\tСрок\n1\tСнять показания\t24.11\n2\tПроверить ворота\t25.11\n"
    )
    row = find(segments, "показания")
    assert (row.stage, row.section, row.item) == ("ПОРУЧЕНИЯ", ("ПОРУЧЕНИЯ",), "1")


def test_the_marked_title_of_notes_heads_no_part() -> None:
    segments = read(
        "# Созвон, 14 января 2026\n\n**Были:** Катя, Лев\n\n## 1. Что горит\n\nОчередь встала.\n",
        form="markdown",
    )
    block = find(segments, "Очередь")
    assert (block.zone, block.section, block.item) == (
        "body", ("Что горит",), "1",
    )  # fmt: skip


def test_a_head_without_the_word_protocol() -> None:
    segments = read(
        "АКАДЕМИЯ НАУК\nОБЩЕСТВО ИСПЫТАТЕЛЕЙ ПРИРОДЫ\n\nГОДИЧНОЕ СОБРАНИЕ\n28 января 1994 г.\n\n"
        "I. Отчёт за 1993 год\n\nВышел один номер «Бюллетеня» вместо шести.\n"
    )
    assert find(segments, "Бюллетеня").section == ("Отчёт за 1993 год",)
    assert segments.meeting is not None
    assert segments.meeting.date == "1994-01-28"
