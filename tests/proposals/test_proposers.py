"""Who wants it: subjects, agents, owners, those who say so, and the speaker of the turn."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Proposal

# The slots are the rules' work, whatever the ranking thinks of a sentence by itself.
RULES = load(rules_only=True)


def records(text: str) -> tuple[Proposal, ...]:
    return RULES.extract(Document("протокол.txt", text)).proposals


def proposers(text: str) -> list[str]:
    """The proposers of the last record of the text."""
    found = records(text)
    return [party.text for party in found[-1].proposers] if found else ["(no record)"]


SUBJECTS = {
    "Директор завода предложил перенести планёрку на девять утра.": ["Директор завода"],
    "Лыткина А.С. предложила закупить две теплицы.": ["Лыткина А.С."],
    "Сметанин и Гусева предложили объединить кружки.": ["Сметанин", "Гусева"],
    "Представители Белоруссии и Казахстана предложили провести форум в мае.": [
        "Представители Белоруссии",
        "Казахстана",
    ],
    "Общее собрание рекомендует правлению заменить трубы.": ["Общее собрание"],
    "Контрольная палата советует отложить закупку автобусов.": ["Контрольная палата"],
    "Оргкомитет просит кафедры прислать тезисы до 1 марта.": ["Оргкомитет"],
    "Обе комиссии предложили сократить перечень.": ["Обе комиссии"],
    "Настоящий законопроект предлагает отменить сбор за вырубку.": ["Настоящий законопроект"],
    "Ревизор, изучив смету, предложил урезать расходы на рекламу.": ["Ревизор"],
    "Крылов, начальник участка, предложил закупить насосы.": ["Крылов"],
    "Сотрудники музея, которые предложили продлить выставку, ушли.": ["Сотрудники музея"],
    "Комитет, чей отчёт слушали утром, просит увеличить штат.": ["Комитет"],
    "Фракция заверила Думу в поддержке и предложила принять закон до лета.": ["Фракция"],
    "Бухгалтер подготовила справку, а Попов предложил пересчитать сальдо.": ["Попов"],
    "В завершение стороны обратились к мэру с просьбой открыть мост.": ["стороны"],
    "По этим трём палата рекомендует суду вернуть дело.": ["палата"],
    "Отметив важность узла Тында – Беркакит, стороны выступили за ремонт путей.": ["стороны"],
}


@pytest.mark.parametrize(("text", "wanted"), SUBJECTS.items(), ids=range(len(SUBJECTS)))
def test_the_subject_wants_it(text: str, wanted: list[str]) -> None:
    assert proposers(text) == wanted


AGENTS = {
    # A word without cases in front of an order is whom it is given to.
    "МЧС поручено проверить дамбу.": [],
    "Ректоратом было предложено открыть новую магистратуру.": ["Ректоратом"],
    "С китайской стороны было предложено создать совместный фонд.": ["китайской стороны"],
    "Со стороны жителей предложено закрыть проезд во двор.": ["жителей"],
    "От имени ветеранов предлагается установить памятный знак.": ["ветеранов"],
    "Секретарём избран Лосев, предложено вести записи от руки.": [],
}


@pytest.mark.parametrize(("text", "wanted"), AGENTS.items(), ids=range(len(AGENTS)))
def test_the_agent_of_a_passive(text: str, wanted: list[str]) -> None:
    assert proposers(text) == wanted


OWNERS = {
    "По предложению доцента Ерёминой решено перенести защиту на июнь.": ["доцента Ерёминой"],
    "От родителей поступило предложение открыть продлёнку.": ["родителей"],
    "Поступило предложение от жильцов поставить шлагбаум.": ["жильцов"],
    "Он выступил с инициативой посадить аллею.": [],
}


@pytest.mark.parametrize(("text", "wanted"), OWNERS.items(), ids=range(len(OWNERS)))
def test_the_owner_of_the_noun(text: str, wanted: list[str]) -> None:
    assert proposers(text) == wanted


REPORTERS = {
    "Кузьмина отметила, что необходимо заменить кровлю.": ["Кузьмина"],
    "Стороны пришли к выводу, что необходимо продлить соглашение.": ["Стороны"],
    "По мнению главврача, необходимо закупить аппарат УЗИ.": ["главврача"],
    "По словам завхоза, нужно починить забор.": ["завхоза"],
    "«Надо закрыть третий подъезд», – сказал Трофимов.": ["Трофимов"],
    "Нужен новый насос.": [],
    "Механику хочется, чтобы гараж отапливали.": ["Механику"],
    "В отзыве ведущей организации рекомендовано издать атлас.": ["ведущей организации"],
    "Письмом завода предложено продлить аренду причала.": ["завода"],
    "Предлагаю в резолюции съезда записать срок.": [],
}


@pytest.mark.parametrize(("text", "wanted"), REPORTERS.items(), ids=range(len(REPORTERS)))
def test_whose_words_they_are(text: str, wanted: list[str]) -> None:
    assert proposers(text) == wanted


def test_both_sides_agree() -> None:
    assert proposers("Договорились с подрядчиком вывезти мусор до пятницы.") == ["подрядчиком"]


def test_an_object_is_no_proposer() -> None:
    assert proposers("Комиссию предложили распустить.") == []
    assert proposers("Просить горсовет выделить автобус.") == []


def test_who_is_called_is_no_proposer() -> None:
    assert proposers("Павел Олегович, закройте, пожалуйста, окно до утра.") == []


def test_the_line_above_holds_the_subject() -> None:
    text = (
        "Исходя из сказанного, участники совещания\n\nРЕКОМЕНДУЮТ:\n\n"
        "1. Министерству финансов\n\n1.1. Выделить средства на ремонт.\n\n"
        "2. Губернатору области\n\n2.1. Утвердить программу.\n"
    )
    first, second = records(text)
    assert [p.text for p in first.proposers] == ["участники совещания"]
    assert [(t.role.value, t.text) for t in first.targets] == [
        ("addressee", "Министерству финансов")
    ]
    assert [(t.role.value, t.text) for t in second.targets] == [
        ("addressee", "Губернатору области")
    ]


HEADS = {
    # The person heard in the item, whose proposal is read out under it.
    "Вопрос № 1\nСлушали: Орлову К.А.\nПредложено: выбрать подрядчика.\n": ["Орлову К.А."],
    "Вопрос № 1\nСлушали: Орлову К.А.\nПредложено (Лыков П.С.): выбрать подрядчика.\n": [
        "Лыков П.С."
    ],
    "ПРОЕКТ РЕШЕНИЯ (вносит комитет по бюджету):\n1. Утвердить смету.\n": ["комитет по бюджету"],
    "Заслушав доклад, участники областных слушаний\nРЕКОМЕНДУЮТ:\n\n1. Открыть музей.\n": [
        "участники областных слушаний"
    ],
}


@pytest.mark.parametrize(("text", "wanted"), HEADS.items(), ids=range(len(HEADS)))
def test_an_item_has_the_proposer_of_its_head(text: str, wanted: list[str]) -> None:
    assert proposers(text) == wanted


NAMES = {
    "Представитель завода Я.К. Жилин предложил сдвинуть смену.": [
        "Представитель завода Я.К. Жилин"
    ],
    # The dictionary takes these for genitives.
    "Хабибулинов Д.Д. рекомендовал жильцам закрыть балконы.": ["Хабибулинов Д.Д."],
    "Ревизор Т.Е. Хлебникова, подумав, предложила закрыть архив.": ["Т.Е. Хлебникова"],
    "Химик Зотова М.М. предложила закупить колбы.": ["Зотова М.М."],
}


@pytest.mark.parametrize(("text", "wanted"), NAMES.items(), ids=range(len(NAMES)))
def test_a_name_with_initials_is_a_subject_by_itself(text: str, wanted: list[str]) -> None:
    assert proposers(text) == wanted


ELSEWHERE = {
    # The subject of the sentence before goes on.
    "Гущина рассказала о сетях. Попросила разрешить закупку.": ["Гущина"],
    "От ТСЖ «Заря». Просят вместе вывозить мусор.": ["ТСЖ «Заря»"],
    # The place tells who.
    "В областной прокуратуре считают забор лишним и рекомендуют снести его.": [
        "областной прокуратуре"
    ],
    "Из мэрии: просят до 25 февраля сдать паспорта.": ["мэрии"],
    # Whose it is.
    "Инга Светлова приехала. По её мнению, следует создать комиссию.": ["Инга Светлова"],
    "Лямин возразил. У него оказалось предложение: присоединить группу к кафедре.": ["Лямин"],
    # Who says so, further off.
    "Ей возразил Лунин А.А., совет ветеранов: дорога нужна, пусть поставят скамейки.": [
        "Лунин А.А."
    ],
    "Жилин намекнул, что двор следовало бы осветить.": ["Жилин"],
    # In whose name the thing itself is to be done.
    "Поручено от имени собрания составить письмо главе города.": [],
}


@pytest.mark.parametrize(("text", "wanted"), ELSEWHERE.items(), ids=range(len(ELSEWHERE)))
def test_who_wants_it_is_told_elsewhere(text: str, wanted: list[str]) -> None:
    assert proposers(text) == wanted


def test_an_item_without_a_verb_has_the_proposer_of_its_head() -> None:
    text = (
        "Конференция решила:\n\n"
        "1. Обратиться:\n"
        "1.1. В Министерство культуры – с предложением дополнить бланк.\n"
        "1.2. К правительству области – с просьбой приостановить стройку.\n"
    )
    assert [[p.text for p in record.proposers] for record in records(text)] == [
        ["Конференция"],
        ["Конференция"],
    ]


def test_the_subject_of_a_list_goes_on_in_its_items() -> None:
    text = (
        "РЕШЕНИЕ\n\nКомиссия, заслушав доклад:\n\nI. О воде\n\n"
        "1. Отметила рост утечек и сочла необходимым заменить трубы.\n"
        "2. Просила управу выделить насосы."
    )
    assert [[party.text for party in p.proposers] for p in records(text)] == [["Комиссия"]] * 2


def test_a_possessive_does_not_hold_the_name_behind_it() -> None:
    text = "Служба не спешит, однако её представитель Панов рекомендовал рыбакам не ждать."
    assert [name.rpartition(" ")[2] for name in proposers(text)] == ["Панов"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Директор верфи «Ладья» Савватий Кукшин предложил сдать док в аренду.", "Савватий Кукшин"),
        ("Старший механик Зотов предложил заменить насосы.", "Зотов"),
    ],
)
def test_one_name_for_a_person_with_and_without_office(text: str, person: str) -> None:
    assert [party.canonical for party in records(text)[-1].proposers] == [person]


@pytest.mark.parametrize(
    ("text", "proposer", "content"),
    [
        (
            "По второму вопросу Лядова О.П. предложила купить мел.",
            "Лядова О.П.",
            "купить мел",
        ),
        (
            "Выступил Цой П.К., который сообщил, что крыша течёт, и предложил сменить кровлю.",
            "Цой П.К.",
            "сменить кровлю",
        ),
        (
            "Договориться с директором Мельников поручил Ершовой.",
            "Мельников",
            "Договориться с директором",
        ),
    ],
)
def test_who_speaks_behind_a_question_a_clause_or_the_content(
    text: str, proposer: str, content: str
) -> None:
    (record,) = records(text)
    assert [party.name for party in record.proposers] == [proposer]
    assert record.content.text == content
