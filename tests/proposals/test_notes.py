"""Notes and operational minutes: who is to act where only the layout and a name say it."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Proposal
from predlozheno.resources import models_dir

HEAD = "Планёрка склада, 5 февраля 2026 г.\n\n"


def found(text: str, form: str = "text") -> tuple[Proposal, ...]:
    """What the rules alone find."""
    doc = annotate(segment(Document("м.txt", HEAD + text, form)))
    return extract_proposals(doc, load_frames(models_dir())).proposals


def told(record: Proposal) -> tuple[str, str, list[tuple[str, str]], list[str]]:
    targets = [(t.role.value, t.text) for t in record.targets]
    return record.kind.value, record.content.text, targets, [t.text for t in record.timing]


@pytest.mark.parametrize(
    ("text", "content", "executors", "times"),
    [
        (
            "Осталось завезти паллеты: Тяглов, до пятницы.",
            "завезти паллеты",
            ["Тяглов"],
            ["до пятницы"],
        ),
        ("Отчёт о ценах обновлять (Смолина).", "Отчёт о ценах обновлять", ["Смолина"], []),
        (
            "Графики сдать до 1 марта – все руководители групп.",
            "Графики сдать до 1 марта",
            ["все руководители групп"],
            ["до 1 марта"],
        ),
        (
            "Смолина: в недельный срок обновить инструкцию.",
            "в недельный срок обновить инструкцию",
            ["Смолина"],
            ["в недельный срок"],
        ),
        (
            "Списание просроченной краски. Отв. Ефимова. Срок – к 15-му.",
            "Списание просроченной краски",
            ["Ефимова"],
            ["к 15-му"],
        ),
        (
            "Навес над баллонами. Срок – III квартал 2026 г. Ответственный – Инюшин.",
            "Навес над баллонами",
            ["Инюшин"],
            ["III квартал 2026 г."],
        ),
        (
            "Новый тендер объявить в мае, ответственный за документацию Тяглов.",
            "Новый тендер объявить в мае",
            ["Тяглов"],
            ["в мае"],
        ),
        (
            "Раз в месяц сверять полки с базой. Делает дежурный администратор.",
            "Раз в месяц сверять полки с базой",
            ["дежурный администратор"],
            ["Раз в месяц"],
        ),
        (
            "Сушильную камеру проверить. Степан – до 9 февраля.",
            "Сушильную камеру проверить",
            ["Степан"],
            ["до 9 февраля"],
        ),
        (
            "Смолина проверит, сколько стоит аренда.",
            "Смолина проверит, сколько стоит аренда",
            ["Смолина"],
            [],
        ),
        (
            "Смолина подготовит отчёт и разошлёт его до 10-го.",
            "Смолина подготовит отчёт и разошлёт его до 10-го",
            ["Смолина"],
            ["до 10-го"],
        ),
    ],
)
def test_names_around_an_action(
    text: str, content: str, executors: list[str], times: list[str]
) -> None:
    (record,) = found(text)
    expected = ("assignment", content, [("executor", name) for name in executors], times)
    assert told(record) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Кофемашину починить до среды.", "Кофемашину починить до среды"),
        ("Напомнить всем о сдаче отчётов.", "Напомнить всем о сдаче отчётов"),
        ("С 1 апреля бумажных карточек не заводим.", "С 1 апреля бумажных карточек не заводим"),
    ],
)
def test_what_is_written_down_without_a_name_is_decided(text: str, content: str) -> None:
    (record,) = found(text)
    assert (record.kind.value, record.content.text) == ("decision", content)


@pytest.mark.parametrize(
    "text",
    [
        "Избрать было некого, обсуждать нечего.",
        "Проверить это трудно.",
        "По правде сказать, без новой крыши.",
        "- [x] Рустам: отдать автоклав в поверку",
        "☑ Рустам: отдать автоклав в поверку",
        "- Сдать автоклав в поверку – сделано",
        "Председатель комиссии – Смолина.",
    ],
)
def test_what_is_done_or_only_told_is_none(text: str) -> None:
    assert found(text) == ()


def test_boxes_and_arrows_hand_out_tasks() -> None:
    text = (
        "Поломки\n=======\n\nПечь стоит третий день.\n\n[ ] Гоша: списать краску\n"
        "→ Вероника – объявление, до четверга\n→ Лиля и Рустам – инструкция, к 10-му\n"
    )
    assert [told(r) for r in found(text)] == [
        ("assignment", "списать краску", [("executor", "Гоша")], []),
        ("assignment", "объявление, до четверга", [("executor", "Вероника")], ["до четверга"]),
        (
            "assignment",
            "инструкция, к 10-му",
            [("executor", "Лиля"), ("executor", "Рустам")],
            ["к 10-му"],
        ),
    ]


def test_who_what_and_when_behind_arrows() -> None:
    text = "TODO (кто → что → когда)\n- Вера → письмо в порт → завтра\n- Олег → объехать конечные\n"
    assert [told(r)[1:3] for r in found(text)] == [
        ("письмо в порт → завтра", [("executor", "Вера")]),
        ("объехать конечные", [("executor", "Олег")]),
    ]


def test_rows_of_tasks_without_a_head() -> None:
    text = (
        "TODO до вторника\n================\n\n* Гоша | вывезти термометры | 06.03\n"
        "* Лиля | прайс на УЗИ | к понедельнику\n"
    )
    assert [told(r) for r in found(text)] == [
        ("assignment", "вывезти термометры", [("executor", "Гоша")], ["06.03"]),
        ("assignment", "прайс на УЗИ", [("executor", "Лиля")], ["к понедельнику"]),
    ]


def test_a_list_under_somebody_in_the_dative_is_ordered() -> None:
    text = "ПОСТАНОВИЛИ:\n2.1. Сафиной:\nа) запросить условия у сетей;\nб) заправку вести через день.\n"
    records = found(text)
    assert [told(r) for r in records] == [
        ("assignment", "запросить условия у сетей", [("addressee", "Сафиной")], []),
        ("assignment", "заправку вести через день", [("addressee", "Сафиной")], ["через день"]),
    ]
    assert records[1].timing[0].type == "recurrence"


def test_a_dated_thing_in_a_resolution_needs_no_verb() -> None:
    text = (
        "ПОСТАНОВИЛИ:\n1. Опрессовка труб – 20 марта, с участием заказчика.\n2. Состав прежний.\n"
    )
    (record,) = found(text)
    assert record.timing[0].value == "2026-03-20"


def test_the_chair_orders_by_an_infinitive() -> None:
    text = "Директор: Фикус вернуть.\nЗавхоз Турбина: Хорошо.\nПовар Зыкова: Суп остыл.\n"
    record = found(text)[0]
    assert (record.kind.value, record.content.text) == ("assignment", "Фикус вернуть")
    assert [p.text for p in record.proposers] == ["Директор"]


def test_a_label_inside_a_paragraph_names_who_proposes() -> None:
    text = "1. Остановка «Рынок». Настя: предлагаю перенести её за перекрёсток.\n"
    (record,) = found(text)
    assert [p.text for p in record.proposers] == ["Настя"]
