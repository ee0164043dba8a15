"""What only looks like a wish when one person speaks to many, and what such a speaker does want."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Proposal

RULES = load(rules_only=True)
_GREETING = "Уважаемые коллеги! Мы с вами здесь давно. "


def found(text: str) -> list[Proposal]:
    return list(RULES.extract(Document("речь.txt", text)).proposals)


TOLD = [
    # An infinitive that hangs on a word of possibility or worth.
    "Список причин можно найти в отчёте.",
    "Очень неприятно такие письма читать.",
    "Банки вправе выдавать такие кредиты.",
    "К примеру, взять посёлок в двести дворов.",
    # Others want it, or it is cited.
    "В столице вообще хотят закрыть все рынки.",
    "Соседние заводы готовы поставлять вагоны по той же цене.",
    "Деньги можно, как предлагают эксперты, напечатать.",
    "Это высокая цена за то, чтобы мост стоял.",
    # Views, questions within, what is or was.
    "Есть прибор, способный, по нашему мнению, мерить шум.",
    "Всем дан ясный сигнал, как надо работать с письмами.",
    "Надеюсь, что это не его слова.",
    "Подход был простой: из отчёта вынуты удобные цифры.",
    "Всё это требует внимания.",
    "В таблице есть поправки, которые рекомендуются к отклонению.",
]


@pytest.mark.parametrize("text", TOLD, ids=range(len(TOLD)))
def test_what_a_speaker_only_tells(text: str) -> None:
    assert found(_GREETING + text) == []


CONTENTS = {
    "Прошу узнать, на каком основании закрыт мост и кто за это ответит.": (
        "узнать, на каком основании закрыт мост и кто за это ответит"
    ),
    "Прошу в связи с тем, что принят новый закон, отложить слушания.": "отложить слушания",
    "Комитет рассмотрел проект и просит его отклонить.": "его отклонить",
    "Комитет рассмотрел договор и рекомендует его к ратификации.": "его к ратификации",
    "Предлагается починить баки, предназначенные для хранения воды.": (
        "починить баки, предназначенные для хранения воды"
    ),
    "В Лесной кодекс предлагается внести поправку о гарях.": "В Лесной кодекс … внести поправку о гарях",
    "Считаю, что смета должна быть дополнена ведомостью работ.": "смета … дополнена ведомостью работ",
    "Хотел бы, чтобы вопрос о парах решили до зимы.": "вопрос о парах решили до зимы",
}


@pytest.mark.parametrize(("text", "content"), CONTENTS.items(), ids=range(len(CONTENTS)))
def test_how_far_a_wish_goes(text: str, content: str) -> None:
    assert [record.content.text for record in found(_GREETING + text)] == [content]


WANTING = {
    "Я считаю, что необходимо вернуть школе зал.": ["Я"],
    "Олег Ильич, у меня есть предложение работать без обеда.": ["меня"],
    "Прошу разобраться, о чём пишет в жалобе пенсионер Орлов.": [],
    "От имени комитета предлагаю принять проект.": ["комитета"],
}


@pytest.mark.parametrize(("text", "wanted"), WANTING.items(), ids=range(len(WANTING)))
def test_who_wants_it(text: str, wanted: list[str]) -> None:
    (record,) = found(_GREETING + text)
    assert [party.text for party in record.proposers] == wanted


def test_a_draft_is_no_receiver_by_the_form_of_its_adjective() -> None:
    (record,) = found(_GREETING + "Данным проектом предлагается внести поправку о гарях.")
    assert record.targets == ()


@pytest.mark.parametrize(
    "content", ["снять пункт 15", "вопрос 7 перенести на пятницу", "снять проект с рассмотрения"]
)
def test_items_of_the_agenda_are_moved_from_the_floor(content: str) -> None:
    (record,) = found(f"{_GREETING}Прошу {content}.")
    assert record.procedural
