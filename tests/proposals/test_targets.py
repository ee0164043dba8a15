"""The bodies that a record is about, each in its role."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document

# The slots are the rules' work, whatever the ranking thinks of a sentence by itself.
RULES = load(rules_only=True)


def targets(text: str) -> list[tuple[str, str]]:
    """Role and words of the targets of the last record of the text."""
    found = RULES.extract(Document("протокол.txt", text)).proposals
    assert found, "no record"
    return [(target.role.value, target.text) for target in found[-1].targets]


ADDRESSEES = {
    "Рекомендовать деканату продлить сессию.": "деканату",
    "Совет просит министерство выделить субсидию.": "министерство",
    "Просить горсовет выделить автобус.": "горсовет",
    "Глава призвала хозяйства сдать отчёты.": "хозяйства",
    "Директора школы родители просят вернуть кружок.": "Директора школы",
    "Павел Олегович, закройте окно до утра.": "Павел Олегович",
    "Прошу вас, Павел Олегович, подписать акт.": "вас, Павел Олегович",
    # Those of whom something is needed, alone or joined.
    "Отделу следует пересчитать смету.": "Отделу",
    "Зимина, Сухову и Лапину прошу остаться.": "Сухову",
    "Высказала мнение, что главному врачу пора проверить смену.": "главному врачу",
    "Предложено: поручить директору закупить станок.": "директору",
    "РЕШИЛИ:\n1. Войти в ректорат с представлением о закупке весов.": "ректорат",
    # The one called nearest, also without a comma.
    "Захар, узнай цену, и умоляю, Паша, почини чехол.": "Паша",
    "Ульяна забирай билеты.": "Ульяна",
    # Datives that look like genitives, have no cases, or stand behind a count.
    "РЕШИЛИ:\n1. Счётной комиссии к 20 мая подготовить отчёт.": "Счётной комиссии",
    "РЕШИЛИ:\n1. МУП «Тепло» ускорить ремонт котла.": "МУП «Тепло»",
    "РЕШИЛИ:\n1. Второе: комитету по торговле проверить рынок.": "комитету по торговле",
    "РЕШИЛИ:\n1. Контроль за ремонтом возложить на Ю.А. Беглова.": "Ю.А. Беглова",
    "РЕКОМЕНДУЕТ:\n\n1. Институтам и университетам, ведущим раскопки:\n1.1. хранить пробы в сейфе.": (
        "университетам"
    ),
    "Обратился к коллегам из Северного института с просьбой прислать карты.": (
        "коллегам из Северного института"
    ),
}


@pytest.mark.parametrize(("text", "wanted"), ADDRESSEES.items(), ids=range(len(ADDRESSEES)))
def test_to_whom_it_is_put(text: str, wanted: str) -> None:
    assert ("addressee", wanted) in targets(text)


EXECUTORS = {
    "Хотелось бы, чтобы область построила мост.": "область",
    "Попросили, чтобы дорогу чистил новый подрядчик.": "новый подрядчик",
    "Предложено провести субботник силами студентов.": "студентов",
    "Прошу поручить комитету по труду проверить завод.": "комитету по труду",
    "Предлагаю обязать регионы публиковать расчёт.": "регионы",
    "Пожелал, чтобы заводская столовая кормила ветеранов.": "заводская столовая",
    "Предложено поставить печь силами гаража.": "гаража",
    "Просит, чтобы расходы взяла на себя управляющая компания.": "управляющая компания",
    "Выражена надежда, что область и район вместе достроят мост.": "район",
    "Просит, чтобы витрины привёз автоклуб.": "автоклуб",
    "Предложено привлечь к её оплате судовладельцев.": "судовладельцев",
    "Решено наладить вывоз снега собственниками магазинов.": "собственниками магазинов",
    "Директор заверил, что музей представит смету к маю.": "музей",
    "За связь с вокзалом отвечает Хусаинов.": "Хусаинов",
    "Жители высказались за вступление агентства в Лигу добровольцев.": "агентства",
}


@pytest.mark.parametrize(("text", "wanted"), EXECUTORS.items(), ids=range(len(EXECUTORS)))
def test_who_is_to_act(text: str, wanted: str) -> None:
    assert ("executor", wanted) in targets(text)


MADE = {
    "Предложил создать при деканате рабочую группу.": [
        ("host", "деканате"),
        ("established", "рабочую группу"),
    ],
    "Предложено упразднить сектор печати.": [("reformed", "сектор печати")],
    "Предложил переименовать кафедру в отделение.": [("reformed", "кафедру")],
    "Предложено преобразовать секцию в самостоятельное общество.": [
        ("reformed", "секцию"),
        ("established", "самостоятельное общество"),
    ],
    "Решено слить комитет по спорту с комитетом по культуре.": [
        ("reformed", "комитет по спорту"),
        ("reformed", "комитетом по культуре"),
    ],
    "Предложено изменить состав редколлегии.": [("reformed", "редколлегии")],
    "Предложено учредить Лигу чтецов.": [("established", "Лигу")],
    "Предложено участвовать в работе Арктического совета.": [("joined", "Арктического совета")],
    "Предложено направить наблюдателей в Комитет по рыболовству.": [
        ("joined", "Комитет по рыболовству")
    ],
    "Предложено в тесном взаимодействии с прокуратурой проверить рынки.": [
        ("partner", "прокуратурой")
    ],
    "Решено во взаимодействии с МЧС и казачьей дружиной проверить пруды.": [
        ("partner", "МЧС"),
        ("partner", "казачьей дружиной"),
    ],
    "Предложено войти в Ассоциацию музеев.": [("joined", "Ассоциацию музеев")],
    "Предложено согласовать проект с госинспекцией.": [("partner", "госинспекцией")],
    "Предложено совместно с пожарной охраной проверить склады.": [("partner", "пожарной охраной")],
}


@pytest.mark.parametrize(("text", "wanted"), MADE.items(), ids=range(len(MADE)))
def test_what_is_made_entered_or_joined(text: str, wanted: list[tuple[str, str]]) -> None:
    assert targets(text) == wanted


def test_a_body_that_is_only_spoken_of_has_no_role() -> None:
    assert targets("Предложил обсудить вопрос о закрытии филиала.") == []


def test_the_columns_of_a_table_name_who_is_to_act() -> None:
    text = (
        "ПОРУЧЕНИЯ\n\n"
        "№\tЧто сделать\tОтветственный\tСрок\n"
        "1\tПроверить насосы\tЛапин\t1 мая\n"
        "2\tЗаменить вентили\tГорина\t5 мая\n"
    )
    found = RULES.extract(Document("протокол.txt", text)).proposals
    assert [[t.text for t in record.targets] for record in found[-2:]] == [["Лапин"], ["Горина"]]


def test_a_cell_without_names_names_nobody() -> None:
    text = (
        "№\tПоручение\tИсполнитель\tСрок\n"
        "1\tУтвердить перечень\t–\t1 мая\n"
        "2\tВычитать статьи\tЛапина Е.Г. (выпуск), Зорин П.П. (сверка)\t5 мая\n"
    )
    found = RULES.extract(Document("протокол.txt", text)).proposals
    assert [[t.text for t in record.targets] for record in found] == [
        [],
        ["Лапина Е.Г.", "Зорин П.П."],
    ]


def test_one_subject_with_its_apposition_is_one_executor() -> None:
    assert targets("Спор утих. Жукова А.Б., директор школы, пообещала освободить зал.") == [
        ("executor", "Жукова А.Б.")
    ]


def test_a_handle_before_a_dash_is_to_act() -> None:
    text = "@anna — обновить сайт к среде"
    assert targets(text) == [("executor", "@anna")]


NOBODY = {
    # A place, a beneficiary, an office that somebody is put into, who is not named.
    "Просят поставить светофор у школы.": [],
    "Просит никого не наказывать.": [],
    "Нам требуется вторая насосная станция.": [],
    # Whose subject does nothing, what is only made stronger, who is not named.
    "Настаивал, чтобы из правил исчез пункт о штрафе.": [],
    "Предложено усилить охрану.": [],
    "Хочет, чтобы в училище вернули отделение плотников.": [],
}


@pytest.mark.parametrize(("text", "wanted"), NOBODY.items(), ids=range(len(NOBODY)))
def test_who_is_no_target(text: str, wanted: list[tuple[str, str]]) -> None:
    assert targets(text) == wanted


def test_a_label_before_a_colon_is_not_told_to_do_it() -> None:
    text = "Предложения жителей:\n1. АО «Водоканал»: расширить охранную зону.\n"
    assert ("addressee", "АО «Водоканал»") not in targets(text)


def all_targets(text: str) -> list[list[tuple[str, str]]]:
    """Role and words of the targets of each record of the text."""
    found = RULES.extract(Document("протокол.txt", text)).proposals
    return [[(target.role.value, target.text) for target in p.targets] for p in found]


EACH_HIS_PART = {
    "Поручить Ивановой составить смету, Крылову – закупить краску.": ["Ивановой", "Крылову"],
    "Рекомендовать школам провести ярмарку, а родителям – помочь с прилавками.": [
        "школам",
        "родителям",
    ],
    "Решили: завхозу починить дверь, охране запирать ворота на ночь.": ["завхозу", "охране"],
    "Гусев распорядился: кладовщику пересчитать бочки, водителю – вывезти тару.": [
        "кладовщику",
        "водителю",
    ],
}


@pytest.mark.parametrize(("text", "wanted"), EACH_HIS_PART.items(), ids=range(len(EACH_HIS_PART)))
def test_each_is_told_his_own_part(text: str, wanted: list[str]) -> None:
    assert all_targets(text) == [[("addressee", name)] for name in wanted]


NAMED_BELOW = {
    "РЕШИЛИ:\n1. Закупить соль.\nОтв.: бухгалтерия, Крылов И.П., склад.": [
        "бухгалтерия",
        "Крылов И.П.",
        "склад",
    ],
    "РЕШИЛИ:\n1. Починить мостки.\n(Крылов, до снега)": ["Крылов"],
    "РЕШИЛИ:\n1. Проверить кассу (Зимина – 1 мая).": ["Зимина"],
    "РЕШИЛИ:\n1. Починить забор. Исполнители:\nКрылов И.П., склад.": ["Крылов И.П.", "склад"],
    "РЕШИЛИ:\n1. Обновить карту.\nОтв.: Крылов И.П., гидропост «Ельня».": [
        "Крылов И.П.",
        "гидропост «Ельня»",
    ],
}


@pytest.mark.parametrize(("text", "wanted"), NAMED_BELOW.items(), ids=range(len(NAMED_BELOW)))
def test_who_answers_for_an_item(text: str, wanted: list[str]) -> None:
    assert all_targets(text) == [[("executor", name) for name in wanted]]


WITH_WHOM = {
    "Просить речников вместе с портнадзором упростить выход в море.": ("partner", "портнадзором"),
    "Предложил провести опыты в рамках программы Томского университета.": (
        "host",
        "Томского университета",
    ),
    "Предложил сократить комитет до семи человек.": ("reformed", "комитет"),
}


@pytest.mark.parametrize(("text", "wanted"), WITH_WHOM.items(), ids=range(len(WITH_WHOM)))
def test_with_whom_and_within_what(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in targets(text)


def test_a_body_named_before_is_entered() -> None:
    text = "Решено создать комитет по портам. Предложено ввести в его состав двух лоцманов."
    assert ("joined", "комитет по портам") in targets(text)


def test_an_office_is_told_with_what_it_rules() -> None:
    text = "РЕШИЛИ:\n1. Управлению лесами (Гончар А.А.) проложить полосы."
    assert targets(text) == [("addressee", "Управлению лесами"), ("executor", "Гончар А.А.")]


def test_a_dative_behind_an_adjective_is_told() -> None:
    text = "РЕШИЛИ:\n1. Новому составу комитета до 1 мая переписать порядок выдачи путёвок."
    assert targets(text) == [("addressee", "Новому составу комитета")]


def test_names_joined_share_the_order() -> None:
    text = "РЕШИЛИ:\n1. Уполномочить Зимину О.Т. и Пекаря вести переговоры от имени цеха."
    assert targets(text) == [("addressee", "Зимину О.Т."), ("addressee", "Пекаря")]


SEATED = {
    "Предложено стать членом ассоциации «Наследие».": ("joined", "ассоциации «Наследие»"),
    "Предложено избрать Орлова членом правления.": ("joined", "правления"),
    "Решили принять Камышинский район в ассоциацию.": ("joined", "ассоциацию"),
    "Делегировать Сомову в состав жюри конкурса.": ("joined", "жюри конкурса"),
    "Договорились, что в работе комиссии примут участие наблюдатели.": ("joined", "комиссии"),
    "Совет считает полезным участие в заседании представителей области.": (
        "executor",
        "представителей области",
    ),
    "Решено открыть в селе Кедровом филиал школы.": ("established", "филиал школы"),
    "Музей пригласили войти в ассоциацию.": ("addressee", "Музей"),
    "Призвал государства-члены беречь маяки.": ("addressee", "государства-члены"),
    "Собрание потребовало от подрядчика устранения недостатков.": ("addressee", "подрядчика"),
    "Комиссии следует подготовить отчёт.": ("addressee", "Комиссии"),
    "РЕШИЛИ:\n1. Завучу Орловой – проверить журналы.": ("addressee", "Завучу Орловой"),
    "Директор уполномочен подписать договор.": ("executor", "Директор"),
    "Поручить Сухих В.А. изучить опыт гимназии.": ("addressee", "Сухих В.А."),
    # A class has its year and its letter.
    "Рекомендовать 5–7 классам провести экскурсии.": ("addressee", "5–7 классам"),
    "Просить 9 «А» класс убрать двор.": ("addressee", "9 «А» класс"),
}


@pytest.mark.parametrize("text", SEATED)
def test_who_sits_where_and_who_is_told(text: str) -> None:
    assert SEATED[text] in targets(text)


NO_SEATS = ("Принять здание в эксплуатацию.", "Внести изменения в положение о приёме в лицей.")


@pytest.mark.parametrize("text", NO_SEATS)
def test_what_is_no_body_is_not_entered(text: str) -> None:
    assert not [role for role, _ in targets(text) if role == "joined"]
