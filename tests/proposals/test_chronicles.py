"""What is resolved and laid on people in a told text: «порешили: Петров напишет, а Орлова снимет»."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Proposal

RULES = load(rules_only=True)


def found(text: str) -> list[Proposal]:
    return list(RULES.extract(Document("летопись.txt", text)).proposals)


def test_each_does_his_own() -> None:
    records = found("Решили: Петров напишет хозяину до мая, а Семёнов снимет с башни чертёж.")
    assert [(r.content.text, [t.text for t in r.targets]) for r in records] == [
        ("напишет хозяину до мая", ["Петров"]),
        ("снимет с башни чертёж", ["Семёнов"]),
    ]
    assert [[t.text for t in record.timing] for record in records] == [["до мая"], []]


def test_what_all_do_by_a_verb_that_elsewhere_needs_its_noun() -> None:
    (record,) = found("Решили: праздник переносим к соседям на дачу.")
    assert record.content.text == "праздник переносим к соседям на дачу"


@pytest.mark.parametrize(
    "text",
    [
        "Казначей и предложил бы поднять взнос, да знает, чем это кончится.",
        "Поступи заявка до июля, совет мог бы рассмотреть её вне очереди.",
        "По его словам, держать два причала посёлку не по карману.",
    ],
)
def test_what_did_not_come_to_pass(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Командор доложил о кассе. Предложил перешить старый парус.", ["Командор"]),
        ("Его поддержали дачники, они просят сохранить лавочки.", ["дачники"]),
    ],
)
def test_who_goes_on(text: str, wanted: list[str]) -> None:
    assert [party.text for party in found(text)[-1].proposers] == wanted


def test_a_body_speaks_by_whom_the_brackets_name() -> None:
    text = "Шубин (декан): Сайт стоит.\n\nСтудсовет (Ким): Предлагаю платить раз в месяц."
    assert [party.text for party in found(text)[-1].proposers] == ["Студсовет"]


@pytest.mark.parametrize(
    "text",
    [
        "В семидесятые хору подарили рояль. Решено было сшить костюмы.",
        "В 1958 году открыли клуб. Директор предложил собирать певцов по четвергам.",
        "Напомним, школу хотели закрыть. Родители просили сохранить её.",
        "Весной депутаты предлагали расширить дорогу, однако тогда денег не нашлось.",
    ],
)
def test_what_is_told_of_old_times(text: str) -> None:
    assert found(text) == []


def test_an_old_year_that_is_only_named_tells_nothing_on() -> None:
    (record,) = found("Мост построен в 1980 году. Депутат Ворожцов предложил покрасить перила.")
    assert record.content.text == "покрасить перила"


def test_what_is_said_of_a_thing_that_was_approved() -> None:
    (record,) = found("Депутаты утвердили бюджет: доходы составят 412 млн рублей.")
    assert record.content.text == "бюджет"


@pytest.mark.parametrize(
    "text",
    [
        "Тогдашний директор пускал всех. Инженер предлагал жечь старые журналы.",
        "В двухтысячные спорили об уставе. Одни просили не превращать посиделки в контору.",
        "Пять лет назад Хвостов, уже седой, призвал молодых не забывать стариков.",
    ],
)
def test_times_that_are_over(text: str) -> None:
    assert found(text) == []


def test_what_is_wanted_now_though_an_old_time_was_named() -> None:
    (wish,) = found("Пять лет назад мост закрыли. Жители просят открыть его.")
    assert wish.content.text == "открыть его"
