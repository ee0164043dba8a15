"""Whose words a block holds, and where a turn ends."""

import pytest

from predlozheno.reading.document import Document, Segments
from predlozheno.reading.segmentation import segment


def turns(text: str, *, form: str = "text") -> list[tuple[str | None, str]]:
    """Speaker and words of every block; the labels alone on their lines left out."""
    segments = read(text, form=form)
    return [
        (block.speaker, segments.text[block.body : block.end])
        for block in segments.blocks
        if block.kind != "label"
    ]


def read(text: str, *, form: str = "text") -> Segments:
    return segment(Document("протокол.txt", text, format=form))


def names(text: str) -> list[str]:
    segments = read(text)
    spans = [block.speaker_span for block in segments.blocks if block.speaker_span]
    return [segments.text[start:end] for start, end in spans]


def test_letter_spaced_labels() -> None:
    text = (
        "К р е м н ё в.  Доброе утро, коллеги.\n"
        "С у х а н о в (ГУ МЧС).\tВоды в снеге много.\n\n"
        "Просим разрешить закупку.\n"
        "Г л а в а   Л а х т и н с к о г о   р а й о н а   (Пяжиева).  Дамба стоит.\n"
        "П о м о щ н и к   г у б е р н а т о р а.  Добавлю для протокола.\n"
        "А с п. Ш у б и н а. Трубы лопнули!\n"
    )
    assert turns(text) == [
        ("Кремнёв", "Доброе утро, коллеги."),
        ("Суханов", "Воды в снеге много."),
        ("Суханов", "Просим разрешить закупку."),
        ("Пяжиева", "Дамба стоит."),
        ("Помощник губернатора", "Добавлю для протокола."),
        ("Асп. Шубина", "Трубы лопнули!"),
    ]
    assert names(text) == [
        "Кремнёв", "Суханов", "Суханов", "Пяжиева", "Помощник губернатора", "Шубина",
    ]  # fmt: skip


def test_letter_spacing_leads_back_to_the_source() -> None:
    source = "П р о ф. С е м и б р а т о в. Слушал я и грустил."
    segments = read(source)
    (block,) = segments.blocks
    assert block.speaker == "Проф. Семибратов"
    assert block.speaker_span is not None
    start, end = segments.offsets.to_source(*block.speaker_span)
    assert source[start:end] == "С е м и б р а т о в"


def test_labels_on_lines_of_their_own() -> None:
    text = (
        "Председательствующий.\nНачинаем, коллеги.\n\n"
        "Кочетов В.И., фракция «Родной край».\nСпасибо. Дороги плохи.\n\nА деньги есть.\n\n"
        "Ахметова С.Р.\nУ меня поправка.\n"
    )
    assert turns(text) == [
        ("Председательствующий", "Начинаем, коллеги."),
        ("Кочетов В.И., фракция «Родной край»", "Спасибо. Дороги плохи."),
        ("Кочетов В.И., фракция «Родной край»", "А деньги есть."),
        ("Ахметова С.Р.", "У меня поправка."),
    ]


def test_shouted_labels_with_an_office() -> None:
    text = (
        "МАЛЬГИНА А.С. Ставлю на голосование.\n"
        "ШУЛЯК В.П. Анна Сергеевна, прошу слова.\n"
        "НАЧАЛЬНИК ФИНАНСОВОГО УПРАВЛЕНИЯ ЕЛАГИНА. Проект у вас на руках.\n"
        "ЕЛАГИНА. Страница двенадцать.\n"
    )
    assert [speaker for speaker, _ in turns(text)] == [
        "МАЛЬГИНА А.С.",
        "ШУЛЯК В.П.",
        "НАЧАЛЬНИК ФИНАНСОВОГО УПРАВЛЕНИЯ ЕЛАГИНА",
        "ЕЛАГИНА",
    ]
    assert names(text)[2:] == ["ЕЛАГИНА", "ЕЛАГИНА"]


def test_a_chat() -> None:
    text = (
        "[19:02] лиза_зимина: +\n[19:03] Степан ☭: квест\nэто годно\n"
        "[19:04:11] @kost_k: угу\n[19:05] Даша Лукина (пред): решаем\n[19:06] @kost_k вышел\n"
    )
    assert turns(text) == [
        ("лиза_зимина", "+"),
        ("Степан ☭", "квест"),
        ("Степан ☭", "это годно"),
        ("@kost_k", "угу"),
        ("Даша Лукина (пред)", "решаем"),
        (None, "[19:06] @kost_k вышел"),
    ]
    assert names(text)[-1] == "Даша Лукина"


def test_glued_messages_are_parted() -> None:
    text = (
        "[19:02] Оля: привет [19:03] лев_31: да, давайте\n[19:04] Оля: краску\n[19:05] лев_31: ок\n"
    )
    assert turns(text) == [
        ("Оля", "привет"),
        ("лев_31", "да, давайте"),
        ("Оля", "краску"),
        ("лев_31", "ок"),
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("[00:00:03] спикер 1\nтак утро\n[00:00:17] спикер 2\nда\n", ["спикер 1", "спикер 2"]),
        ("[00:00:03] спикер 1 так доброе утро\n[00:00:17] спикер 2 доброе\n", ["спикер 1", "спикер 2"]),
        ("Спикер 1: так доброе утро\nспикер 2: доброе\n", ["Спикер 1", "спикер 2"]),
        (
            "12.10.2025, 19:02 - Лев Зуев: да\n12.10.2025, 19:03 - Мария: нет\n"
            "12.10.2025, 19:04 - Лев Зуев: ну\n",
            ["Лев Зуев", "Мария", "Лев Зуев"],
        ),
        (
            "Олеся, [12.10.2025 19:02]\nпривет\n\nЛев Зуев, [12.10.2025 19:03]\nда\n",
            ["Олеся", "Лев Зуев"],
        ),
        (
            "Анна – Давайте купим стол.\nБорис Зуев: Да.\nАнна – Решено.\n",
            ["Анна", "Борис Зуев", "Анна"],
        ),
    ],
)  # fmt: skip
def test_transcripts(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in turns(text)] == speakers


def test_questions_answers_and_the_hall() -> None:
    text = (
        "Вопрос Петрова: Когда ремонт?\nОтвет: В мае.\nВопрос из зала: А деньги?\n"
        "Ответ Зуевой Т.И.: Деньги есть.\nГолос с места.\nНе верю!\nИз зала: Позор!\n"
    )
    assert [speaker for speaker, _ in turns(text)] == [
        "Петрова",
        None,
        None,
        "Зуевой Т.И.",
        "Голос с места",
        "Из зала",
    ]


def test_emphasis_around_a_label() -> None:
    text = "**Катя:** отложим выпуск.\n\n**Борис Зуев:** я за.\n"
    assert turns(text, form="markdown") == [
        ("Катя", "отложим выпуск."),
        ("Борис Зуев", "я за."),
    ]


def test_a_task_is_not_said_by_whom_it_names() -> None:
    text = "- [ ] @dbut: переписать план\n- @mira: было бы здорово отложить\n- сокращаем тест\n"
    assert [speaker for speaker, _ in turns(text, form="markdown")] == [None, "@mira", None]


@pytest.mark.parametrize(
    "line",
    [
        "Срок: до 1 мая",
        "Ответственный: Зуев И.И.",
        "Докл. Зуев И.И.",
        "Итого: 5 голосов",
        "Цитирую: «Рекомендуем потерпеть».",
        "Ставка: 5 %",
        "Дедлайн: пятница",
        "10:30 Открытие: вступительное слово",
        "Спасибо. Начнём.",
        "Российская Сторона: за",
    ],
)
def test_ordinary_words_begin_no_turn(line: str) -> None:
    segments = read(f"Петров И.И.: Прошу учесть.\nЗуев П.П.: Учтём.\n\n{line}\n")
    assert segments.blocks[-1].speaker in ("Зуев П.П.", None)


def test_a_stage_and_a_heading_end_the_turn() -> None:
    text = (
        "Зуев И.И.: Прошу купить насос.\nРЕШИЛИ:\n1. Купить насос.\n\n2. О подвале\n\n"
        "Вода стоит с осени.\n"
    )
    assert [speaker for speaker, _ in turns(text)] == ["Зуев И.И.", None, None, None]


def test_minutes_that_tell_go_on_without_a_speaker() -> None:
    text = (
        "1. Печь\nЖуков: печь стоит, кирпича нет.\nФролова спросила, кто виноват.\n"
        "Жуков ответил, что никто.\nМастерам провести инструктаж.\nЖуков: проведём.\n"
    )
    assert [speaker for speaker, _ in turns(text)] == [None, "Жуков", None, None, None, "Жуков"]


@pytest.mark.parametrize(
    "first",
    [
        "[03.10, 18:02] Кира 🌿: всем привет",
        "15 марта 2025, 18:02 - Кира 🌿: всем привет",
        "Кира 🌿 [18:02]: всем привет",
        "Кира 🌿, 18:02: всем привет",
        "<Кира 🌿> всем привет",
        "18:02 <Кира 🌿> всем привет",
        "18:02, Кира 🌿: всем привет",
        "Кира 🌿 18:02\nвсем привет",
    ],
)
def test_layouts_of_a_chat(first: str) -> None:
    second = first.replace("Кира 🌿", "gosha_m").replace("всем привет", "и тебе")
    spoken = turns(f"{first}\n{second}\n{first}\n{second}")
    assert spoken == [("Кира 🌿", "всем привет"), ("gosha_m", "и тебе")] * 2


@pytest.mark.parametrize(
    "layout",
    [
        "{name}\n0:4{n}\n{said}",
        "{name}\n14.05.2026 10:0{n}\n{said}",
        "0:4{n} {name}\n{said}",
        "0:4{n} – {name} – {said}",
        "{name} · 10:0{n}\n{said}",
        "{name} 10:0{n} AM\n{said}",
        "{name}, вчера в 10:0{n}\n{said}",
        "{name} (0:1{n} – 0:2{n})\n{said}",
        "{name} [0:1{n}] {said}",
        "[10:0{n}, 14.05.2026] {name}: {said}",
        "[ 14 мая 2026 г. 10:0{n} ] {name}: {said}",
        "[00:0{n}.000 --> 00:0{n}.900] [{name}] {said}",
        "[{name}] {said}",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_layouts_of_recordings_and_messengers(layout: str, gap: str) -> None:
    said = [("Зоя", "берём второй танк"), ("Платон Гречко", "я за"), ("Зоя", "хорошо")] * 2
    text = gap.join(layout.format(name=who, said=what, n=n) for n, (who, what) in enumerate(said))
    spoken = [(who, what) for who, what in turns(text) if not what[:1].isdigit()]
    assert spoken == said


def test_whatever_is_short_above_a_time_is_a_label() -> None:
    text = "Тумэн\n09:10\nберём\n\nЛюдмила Бат.\n09:11\nнет\n\nt.kim\n09:12\nладно\n"
    text += text
    spoken = [turn for turn in turns(text) if not turn[1][:1].isdigit()]
    assert spoken == [("Тумэн", "берём"), ("Людмила Бат.", "нет"), ("t.kim", "ладно")] * 2


def test_callsigns_that_answer_a_known_label() -> None:
    text = (
        "Инженер Кострома: Северный.\nСеверный: Норма.\nИнженер Кострома: Южный.\nЮжный: Тихо.\n"
        "Инженер Кострома: Ещё раз.\nСеверный: Норма.\nИнженер Кострома: Ну.\nЮжный: Тихо.\n"
    )
    assert [who for who, _ in turns(text)][1::2] == ["Северный", "Южный"] * 2


def test_turns_of_several_lines_below_labels_are_joined() -> None:
    text = (
        "Спикер 1 · 00:04\nтак давайте начнём все равно марины ещё нет она в\nтрамвае едет\n\n"
        "Спикер 2 · 00:21\nпо ночи искусств программа готова квест мы\nоставляем как в прошлом году\n\n"
        "Спикер 1 · 00:58\nхорошо а кто рисует афишу и кто её потом повезёт\nв типографию\n"
    )
    assert [said.count("\n") for _, said in turns(text)] == [0, 0, 0]
    assert turns(text)[0][1].endswith("едет")


def test_a_timetable_is_no_chat() -> None:
    text = "10:00 Регистрация: холл\n10:30 Кофе-брейк\n11:00 Регистрация: актовый зал"
    assert {speaker for speaker, _ in turns(text)} == {None}


def test_voices_from_the_seats_are_nobody_known() -> None:
    text = (
        "Громов С.И. Ставлю вопрос.\nИз ложи правительства. Можно справку?\n"
        "Голос с балкона: Давно пора!"
    )
    assert [speaker for speaker, _ in turns(text)] == [
        "Громов С.И.", "Из ложи правительства", "Голос с балкона",
    ]  # fmt: skip


def test_labels_without_any_mark_have_lines_for_themselves() -> None:
    text = (
        "ВЕДУЩИЙ\nдобрый день начнёт алла горюнова\n\nАЛЛА ГОРЮНОВА\nя предлагаю закупить муку\n"
        "сразу на квартал\n\nГЛЕБ РЯБИНИН СЕТЬ КАЛАЧ\nя бы подождал\n\nВЕДУЩИЙ\nспасибо\n"
    )
    assert [who for who, _ in turns(text)] == [
        "ВЕДУЩИЙ", "АЛЛА ГОРЮНОВА", "ГЛЕБ РЯБИНИН СЕТЬ КАЛАЧ", "ВЕДУЩИЙ",
    ]  # fmt: skip
    assert names(text)[4:6] == ["ГЛЕБ РЯБИНИН"] * 2
    assert turns(text)[1][1] == "я предлагаю закупить муку сразу на квартал"


@pytest.mark.parametrize(
    "text",
    [
        "Приглашены\n\nИван Петров\nдиректор завода\n\nАнна Сидорова\nглавный инженер\n",
        "Кологрив\nВ субботу открыли паром.\n\nБалабаново\nТам построили мост.\n",
    ],
)
def test_names_above_a_post_and_towns_above_news_say_nothing(text: str) -> None:
    assert {who for who, _ in turns(text)} == {None}


@pytest.mark.parametrize("layout", ["{} 00:1{}\n{}", "{}, 12:0{}\n{}", "12:0{1} – {0}\n{2}"])
def test_who_speaks_but_once_is_known_by_the_look_of_the_other_labels(layout: str) -> None:
    said = [("Иван", "начнём"), ("Анна", "покупаем насос"), ("Иван", "хорошо")]
    text = "\n\n".join(layout.format(who, n, what) for n, (who, what) in enumerate(said))
    spoken = [(who, what) for who, what in turns(text) if ":" not in what]
    assert spoken == said


def test_nicks_in_small_letters_part_the_lines() -> None:
    text = "kotik_77: берём насос\nmrs.green: весной\nkotik_77: ладно\n"
    assert [who for who, _ in turns(text)] == ["kotik_77", "mrs.green", "kotik_77"]


def test_offices_and_people_from_somewhere_are_told_of_too() -> None:
    text = (
        "Ушатова из 14-й квартиры пожаловалась на сквозняк.\nКомендант сказал, что лопата сломана.\n"
        "Додонов: А деньги где? Пусть принесут смету.\nБыло предложено посадить сирень.\n"
        "Додонов: Сирень я люблю.\n"
    )
    assert [who for who, _ in turns(text)] == [None, None, "Додонов", None, "Додонов"]


def test_an_office_has_a_line_for_itself_too() -> None:
    text = (
        "Председатель комиссии\nКоллеги, слово депутату.\n\nДепутат Рыльская\n"
        "Я рекомендую запросить письмо.\n\nПредседатель комиссии\nСтавлю вопрос в план.\n"
    )
    assert [who for who, _ in turns(text)] == [
        "Председатель комиссии", "Депутат Рыльская", "Председатель комиссии",
    ]  # fmt: skip


def test_numbered_voices_without_a_mark() -> None:
    """«спикер 1 добрый вечер»: each line of such a recording is a turn, small letters or not."""
    text = "спикер 1 добрый вечер начинаем\nспикер 2 я за среднюю смету\nспикер 1 хорошо\n"
    blocks = segment(Document("запись.txt", text)).blocks
    assert [block.speaker for block in blocks] == ["спикер 1", "спикер 2", "спикер 1"]
