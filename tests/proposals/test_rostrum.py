"""What one person says to many: lists counted out, pleas, views held; and talk as machines hear it."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Proposal
from predlozheno.resources import models_dir

_GREETING = "Уважаемые коллеги! Мы с вами здесь давно. "


def found(text: str) -> tuple[Proposal, ...]:
    """What the rules alone find."""
    doc = annotate(segment(Document("речь.txt", text, "text")))
    return extract_proposals(doc, load_frames(models_dir())).proposals


def told(text: str) -> list[tuple[str, str, str]]:
    return [(r.kind.value, r.status.value, r.content.text) for r in found(text)]


@pytest.mark.parametrize(
    ("text", "kind", "contents"),
    [
        (
            "Предлагаю следующее. Первое: вернуть тариф. Это недорого. Второе: склад закрыть.",
            "proposal",
            ["вернуть тариф", "склад закрыть"],
        ),
        (
            "Что, на мой взгляд, нужно сделать? Во-первых, вернуть школе зал. И третье, починить котёл.",
            "need",
            ["вернуть школе зал", "починить котёл"],
        ),
        (
            "У меня два предложения. Первое – снизить плату за сад.",
            "proposal",
            ["снизить плату за сад"],
        ),
    ],
)
def test_a_list_counted_out_in_sentences(text: str, kind: str, contents: list[str]) -> None:
    assert told(_GREETING + text) == [(kind, "proposed", content) for content in contents]


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Прошу вас, не закрывайте станцию.", "request", "не закрывайте станцию"),
        ("Очень прошу, не тяните с ответом.", "request", "не тяните с ответом"),
        (
            "Призываю всех, кто вырос в деревне, поддержать поправку.",
            "request",
            "поддержать поправку",
        ),
        ("Убеждён, что область обязана купить мопеды.", "need", "купить мопеды"),
        ("До Нового года люди должны получить долги.", "need", "получить долги"),
        ("Область могла бы закупать уголь оптом.", "proposal", "закупать уголь оптом"),
        ("Наша позиция такая: сохранить обе школы.", "proposal", "сохранить обе школы"),
        ("Я бы добавила в закон четыре слова.", "proposal", "добавила в закон четыре слова"),
        (
            "Расходы взять из фонда, его всё равно не осваивают.",
            "proposal",
            "Расходы взять из фонда",
        ),
        ("Мы внесли поправку: отменить сбор.", "proposal", "отменить сбор"),
        ("Давайте без салюта в этом году.", "proposal", "без салюта в этом году"),
        ("Иван Ильич, разберитесь с подрядчиком.", "request", "разберитесь с подрядчиком"),
    ],
)
def test_how_a_speaker_puts_it(text: str, kind: str, content: str) -> None:
    assert told(_GREETING + text) == [(kind, "proposed", content)]


@pytest.mark.parametrize(
    "text",
    [
        "Министр тогда обещал нам паром.",
        "По ней бригада обязана ждать диспетчера.",
        "К маю построим тридцать мостов.",
        "Не обессудьте.",
        "Рассчитываем на понимание.",
        "Давайте не будем называть друг друга популистами.",
        "Сегодня предложу, как его исправить.",
    ],
)
def test_what_a_speaker_only_tells(text: str) -> None:
    assert told(_GREETING + text) == []


def test_two_actions_of_which_the_first_has_its_object_in_front() -> None:
    records = found(_GREETING + "От салюта лучше отказаться, а деньги пустить на сетку.")
    assert [r.content.text for r in records][1:] == ["деньги пустить на сетку"]
    assert records[0].content.text.startswith("От салюта")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Прошу дать комитету протокольное поручение: проверить цены.", ("executor", "комитету")),
        ("Почему бы не разрешить старосте хранить посылки?", ("executor", "старосте")),
        ("Предлагаю обязать дорогу открыть залы.", ("executor", "дорогу")),
        ("Прошу всех, кто может, помочь школе.", ("addressee", "всех, кто может")),
    ],
)
def test_who_is_charged_inside_what_is_wanted(text: str, target: tuple[str, str]) -> None:
    (record,) = found(_GREETING + text)
    assert [(t.role.value, t.text) for t in record.targets] == [target]


def test_years_as_they_are_said() -> None:
    (record,) = found(_GREETING + "Предлагаю заморозить плату до две тысячи сорок седьмого года.")
    assert [t.text for t in record.timing] == ["до две тысячи сорок седьмого года"]


def test_what_is_not_waited_for_is_a_time_only_where_it_is_one() -> None:
    (one,) = found(_GREETING + "Прошу ответить, не дожидаясь весны.")
    (other,) = found(_GREETING + "Прошу ответить, не дожидаясь указаний.")
    assert [t.text for t in one.timing] == ["не дожидаясь весны"]
    assert not other.timing


def test_a_chat_without_stamps_or_capitals() -> None:
    records = found(
        "Римма: всем привет. костюмы кто берёт?\n"
        "Стас звук: костюмы возьму у театра\n"
        "Юля: ок. а может сделаем снежинок из штор? их рулон\n"
        "Стас звук: и давайте без стробоскопа\n"
    )
    assert [(r.speaker, r.content.text) for r in records] == [
        ("Стас звук", "костюмы возьму у театра"),
        ("Юля", "сделаем снежинок из штор"),
        ("Стас звук", "без стробоскопа"),
    ]


def test_dashes_that_open_turns_are_no_list_of_orders() -> None:
    text = "— Что посоветуете?\n— Высыпаться.\n— А ещё?\n— Не бояться сказать «не знаю».\n"
    assert told(text) == []
