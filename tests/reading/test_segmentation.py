"""Blocks and their places in the meeting."""

from predlozheno.reading.document import Block, Document, Segments
from predlozheno.reading.segmentation import segment

MINUTES = """\
ПРОТОКОЛ № 12
заседания правления ТСЖ «Тополиная аллея»

Присутствовали:
1. Воробьёв К.Л.
2. Зимина О.П.

ПОВЕСТКА ДНЯ:
1. О ремонте кровли.
Докладчик: Гусев А.А.
2. О задолженности.
3. Разное.

1. СЛУШАЛИ: инж. А.А. Гусева о состоянии кровли.
Кровля над третьим подъездом протекает.
ВЫСТУПИЛИ:
Зимина О.П. – предложила получить ещё две сметы;
проф. М.М. Гринёв – поддержал.
РЕШИЛИ:
1.1. Поручить А.А. Гусеву запросить сметы.
Срок: до 1 апреля.
1.2. Утвердить:
а) форму договора;
б) график работ.
Голосовали: за – 3, против – нет.

2. СЛУШАЛИ: О.П. Зимину и К.Л. Воробьёва о задолженности.
ПОСТАНОВИЛИ:
1. Направить уведомления.
2. Просить суд о взыскании.

3. РАЗНОЕ.
Жители благодарят дворника.

Председатель                 К.Л. Воробьёв
"""


def find(segments: Segments, words: str) -> Block:
    """The last block that holds `words`: the body stands behind the agenda."""
    return [b for b in segments.blocks if words in segments.text[b.start : b.end]][-1]


def heading(segments: Segments, block: Block) -> str | None:
    if block.parent is None:
        return None
    parent = segments.blocks[block.parent]
    return segments.text[parent.start : parent.end]


def read(source: str, *, form: str = "text") -> Segments:
    return segment(Document("a.txt", source, format=form))


def test_zones() -> None:
    segments = read(MINUTES)
    zones = [block.zone for block in segments.blocks]
    assert zones == ["head"] * 5 + ["agenda"] * 5 + ["body"] * 18 + ["tail"]


def test_stages_sections_and_items_of_minutes() -> None:
    segments = read(MINUTES)
    expected = {
        "Кровля над третьим": ("СЛУШАЛИ", "1"),
        "Зимина О.П. – предложила": ("ВЫСТУПИЛИ", "1"),
        "1.1. Поручить": ("РЕШИЛИ", "1.1"),
        "Срок: до 1 апреля": ("РЕШИЛИ", "1.1"),
        "а) форму": ("РЕШИЛИ", "1.2/а"),
        "Голосовали": ("РЕШИЛИ", "1"),
        "1. Направить": ("ПОСТАНОВИЛИ", "2/1"),
        "2. Просить": ("ПОСТАНОВИЛИ", "2/2"),
        "Жители благодарят": ("РАЗНОЕ", "3"),
    }
    for words, (stage, item) in expected.items():
        block = find(segments, words)
        # The title that the printed agenda gives to the item does not stand above its label.
        assert (block.stage, block.section, block.item) == (stage, (stage,), item), words
        assert block.stage_span is not None
        assert segments.text[slice(*block.stage_span)] == stage


def test_speakers_of_minutes() -> None:
    segments = read(MINUTES)
    reported = find(segments, "Кровля над третьим")
    assert reported.speaker == "инж. А.А. Гусева"
    assert reported.speaker_span is not None
    assert segments.text[slice(*reported.speaker_span)] == "А.А. Гусева"
    assert find(segments, "получить ещё две").speaker == "Зимина О.П."
    listed = find(segments, "Гринёв")
    assert listed.speaker == "проф. М.М. Гринёв"
    assert segments.text[listed.body : listed.end] == "поддержал."
    for words in ("1.1. Поручить", "О.П. Зимину и К.Л.", "Жители благодарят"):
        assert find(segments, words).speaker is None


def test_parents_and_levels() -> None:
    segments = read(MINUTES)
    expected = {
        "1.1. Поручить": ("РЕШИЛИ:", 1),
        "Срок: до 1 апреля": ("1.1. Поручить А.А. Гусеву запросить сметы.", 0),
        "1.2. Утвердить": ("РЕШИЛИ:", 1),
        "а) форму": ("1.2. Утвердить:", 2),
        "б) график": ("1.2. Утвердить:", 2),
        "2. Просить суд": ("ПОСТАНОВИЛИ:", 1),
    }
    for words, (parent, level) in expected.items():
        block = find(segments, words)
        assert (heading(segments, block), block.level) == (parent, level), words


def test_numbered_headings_and_a_dashed_list() -> None:
    segments = read(
        "1. О пунктах пропуска\n\n\tСтороны обменялись мнениями.\n\n\tСтороны договорились:\n"
        "\t–\tсоздать группу;\n\t–\tобмениваться сведениями.\n\n2. О перевозках\n\n\tБыл отмечен рост.\n"
    )
    item = find(segments, "обмениваться")
    assert item.section == ("О пунктах пропуска",)
    assert (item.item, item.marker, item.number) == ("1", "–", None)
    assert heading(segments, item) == "Стороны договорились:"
    assert find(segments, "Был отмечен").item == "2"
    assert find(segments, "2. О перевозках").kind == "heading"


def test_items_of_a_resolution_are_no_headings() -> None:
    segments = read("РЕШИЛИ:\n1. Форум в мае\n2. Отчёт в июне\nГолосовали: единогласно.\n")
    assert [block.kind for block in segments.blocks] == ["label", "item", "item", "paragraph"]


def test_a_heading_that_ends_in_a_colon() -> None:
    segments = read("Основные предложения:\n\nСтороны согласились продолжить обмен.\n")
    assert segments.blocks[0].kind == "heading"
    assert segments.blocks[1].section == ("Основные предложения",)


def test_transcript() -> None:
    segments = read(
        "[00:00:05] Анна: Начнём.\n[00:00:31] Спикер 2: Я посмотрел макеты.\nОни хороши.\n"
        "[00:02:10] Борис (аналитик): Срок: до пятницы?\n"
    )
    assert [block.speaker for block in segments.blocks] == [
        "Анна", "Спикер 2", "Спикер 2", "Борис (аналитик)",
    ]  # fmt: skip
    last = segments.blocks[-1]
    assert segments.text[last.body : last.end] == "Срок: до пятницы?"


def test_stenogram_with_a_vote_table() -> None:
    segments = read(
        "ПЕТРОВ И. И. Предлагаю создать группу.\nРезультаты голосования (14 час. 05 мин.)\n"
        "За\t21 чел.\t95 %\nПротив\t1 чел.\t5 %\nПредседательствующая. Принято.\n"
    )
    rows = [block for block in segments.blocks if block.kind == "row"]
    assert [[segments.text[a:b] for a, b in row.cells] for row in rows] == [
        ["За", "21 чел.", "95 %"],
        ["Против", "1 чел.", "5 %"],
    ]
    assert rows[1].parent == segments.blocks.index(rows[0])
    assert [row.speaker for row in rows] == [None, None]
    assert segments.blocks[0].speaker == "ПЕТРОВ И. И."
    assert segments.blocks[-1].speaker == "Председательствующая"


def test_markdown() -> None:
    segments = read(
        "# Созвон\n\n## Обсудили\n\n**Катя:** предлагаю отложить выпуск.\n\n## Решения\n\n"
        "- [ ] Олегу прогнать тесты\n  - и сборку\n- **Решение (29 мар):** берём в работу\n",
        form="markdown",
    )
    spoken = find(segments, "отложить")
    assert (spoken.speaker, spoken.section) == ("Катя", ("Обсудили",))
    task = find(segments, "Олегу")
    assert (task.kind, task.marker, task.stage) == ("item", "- [ ]", "Решения")
    inner = find(segments, "сборку")
    assert inner.level == 2
    assert heading(segments, inner) == "- [ ] Олегу прогнать тесты"
    decided = find(segments, "берём")
    assert (decided.stage, decided.section) == ("Решение", ("Решения",))
    assert segments.text[decided.body : decided.end] == "берём в работу"


def test_a_stage_label_and_its_reporter_on_two_lines() -> None:
    segments = read(
        "По второму вопросу\nСлушали\nЗимину О.П. о сборах.\nПОСТАНОВИЛИ\nСобрать взносы.\n"
    )
    assert find(segments, "о сборах").speaker == "Зимину О.П."
    resolved = find(segments, "Собрать")
    assert (resolved.item, resolved.speaker) == ("2", None)
    assert resolved.section == ("По второму вопросу", "ПОСТАНОВИЛИ")


def test_the_agenda_ends_where_its_items_come_again() -> None:
    segments = read(
        "Повестка собрания:\n1) выборы старосты\n2) субботник\n\n1) Выборы старосты\n"
        "Предложено избрать Машу Круглову.\n\n2) Субботник\nПавел предложил провести его в мае.\n"
    )
    chosen = find(segments, "Машу Круглову")
    assert (chosen.item, chosen.section, chosen.stage) == ("1", ("Выборы старосты",), None)
    assert find(segments, "Павел").item == "2"


def test_a_title_opens_no_stage() -> None:
    segments = read(
        "РЕЗОЛЮЦИЯ\nконференции «Малые реки»\n\nКонференция рекомендует:\n1. Правительству области:\n"
        "а) создать реестр рек;\n2. Научным учреждениям – продолжить наблюдения.\n"
    )
    item = find(segments, "реестр")
    assert (item.item, item.stage, item.level) == ("1/а", None, 2)
    assert heading(segments, find(segments, "2. Научным")) == "Конференция рекомендует:"


def test_titles_of_agenda_items_behind_the_label_of_a_report() -> None:
    segments = read(
        "ПОВЕСТКА ДНЯ:\n1. О мосте через Каму.\n2. Конкурсные дела.\n\n"
        "СЛУШАЛИ: 1. О мосте через Каму.\nМост закрыт с весны.\nВЫСТУПИЛИ:\nОрлов А.А. – возразил.\n"
        "РЕШИЛИ:\n1. Мост открыть.\n\n"
        "2. Конкурсные дела. Комиссия избрана единогласно, бюллетени розданы.\n"
    )
    bridge = "О мосте через Каму"
    assert (find(segments, "Мост закрыт").section, find(segments, "Мост закрыт").item) == (
        (bridge,),
        "1",
    )
    assert find(segments, "возразил").section == (bridge, "ВЫСТУПИЛИ")
    assert find(segments, "Мост открыть").section == (bridge, "РЕШИЛИ")
    contest = find(segments, "Комиссия избрана")
    assert (contest.kind, contest.section, contest.item) == (
        "paragraph",
        ("Конкурсные дела",),
        "2",
    )


def test_labels_of_turns_by_who_was_present_and_by_what_follows() -> None:
    segments = read(
        "ПРОТОКОЛ\nзаседания совета депутатов\nПрисутствовали: Громов, Нагорная, Тихая.\n"
        "Председательствующий: Егошин П.Т.\n\n1. О собаках\n\n"
        "Нагорная: Давайте попросим район.\n"
        "Председательствующий: Предлагаю вернуть проект на доработку.\n"
        "Егошин П.Т.: Голосуем.\n"
        "Зуев А.А. Возражений нет.\n"
        "Совет единодушно решил: отловить.\n"
    )
    assert find(segments, "попросим").speaker == "Нагорная"
    assert find(segments, "вернуть проект").speaker == "Председательствующий"
    assert find(segments, "Возражений").speaker == "Зуев А.А."
    assert find(segments, "единодушно").speaker is None


def test_dots_that_lead_to_a_number_end_no_sentence() -> None:
    segments = read("Итоги.\n\nПроголосовало за ............ 38\nПроголосовало против .... 1\n")
    sentences = [segments.text[s.start : s.end] for s in segments.sentences]
    assert "Проголосовало за ............ 38" in sentences


def test_what_is_talked_about_below_a_number_belongs_to_it() -> None:
    segments = read(
        "ПРОТОКОЛ № 2\n5 мая 2020 г.\n\n1. По первому делу выступил Титов. Насос шумит.\n"
        "Гусева возразила ему.\nРешили:\n1.1. Насос сменить.\n1.2. Трубы осмотреть.\n\n"
        "2. Кузина доложила о тополях.\nЖильцы были против рубки.\n\n"
        "3. Завхоз рассказал о лопатах.\nСписок приложен.\n"
    )
    places = {
        words: (find(segments, words).section, find(segments, words).item)
        for words in ("возразила", "сменить", "доложила", "против рубки", "приложен")
    }
    assert places == {
        "возразила": ((), "1"),
        "сменить": (("Решили",), "1.1"),
        "доложила": ((), "2"),
        "против рубки": ((), "2"),
        "приложен": ((), "3"),
    }


def test_a_list_of_what_was_resolved_opens_no_questions() -> None:
    segments = read(
        "РЕШИЛИ:\n1. Насос сменить.\nГолосовали: за – 5.\n2. Трубы осмотреть.\nВозражений нет.\n"
        "3. Тополь оставить.\n"
    )
    assert [find(segments, w).section for w in ("сменить", "осмотреть", "оставить")] == [
        ("РЕШИЛИ",)
    ] * 3
