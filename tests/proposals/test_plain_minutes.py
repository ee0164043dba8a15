"""How everyday minutes put it: things in front of «решили», elections, brackets, deputies, answers."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Kind, Proposal, Role, Status
from predlozheno.resources import models_dir


def records(text: str) -> list[Proposal]:
    """What the rules alone find in a text."""
    doc = annotate(segment(Document("собрание.txt", text)))
    return list(extract_proposals(doc, load_frames(models_dir())).proposals)


def contents(text: str) -> list[str]:
    """The contents, fragments parted by «…»."""
    return [proposal.content.text for proposal in records(text)]


def named(proposal: Proposal, role: Role) -> list[str]:
    """The names of the targets in a role."""
    return [target.name for target in proposal.targets if target.role is role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Взносы решили не повышать.", ["Взносы … не повышать"]),
        ("Лавки договорились покрасить.", ["Лавки … покрасить"]),
        ("Вопрос об охране решили отложить.", ["Вопрос об охране … отложить"]),
        ("Решили деревья не трогать.", ["деревья не трогать"]),
        # Who decides is no object, and an infinitive that has its own needs no other.
        ("Жители решили повысить взносы.", ["повысить взносы"]),
        ("Классы решили провести поход.", ["провести поход"]),
        ("Дома решили отказаться от отопления.", ["отказаться от отопления"]),
    ],
)
def test_things_in_front_of_the_verb(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    ("text", "content", "procedural"),
    [
        (
            "Председателем собрания избрали Щукина А.П.",
            "Председателем собрания … Щукина А.П.",
            True,
        ),
        ("Секретарём единогласно избрали Мальгину О.Е.", "Секретарём … Мальгину О.Е.", True),
        ("В правление избраны Котов, Зуев и Панина.", "В правление … Котов, Зуев и Панина", False),
        ("Зуев избран старостой.", "Зуев … старостой", False),
        ("Старшим избрали Шкуратова.", "Старшим … Шкуратова", False),
    ],
)
def test_elections(text: str, content: str, procedural: bool) -> None:
    (proposal,) = records(text)
    assert (proposal.kind, proposal.procedural) == (Kind.DECISION, procedural)
    assert proposal.content.text == content


def test_the_body_that_elects_is_the_proposer() -> None:
    (proposal,) = records("Собрание избрало председателем Зуева.")
    assert [proposer.name for proposer in proposal.proposers] == ["Собрание"]
    assert proposal.content.text == "председателем Зуева"


@pytest.mark.parametrize(
    ("text", "executor"),
    [
        ("Сбор денег взяла на себя Пчёлкина.", "Пчёлкина"),
        ("Ответ на жалобу взял на себя отдел кадров.", "отдел кадров"),
        ("Текст письма подготовит Логинова до 16 сентября.", "Логинова"),
        ("Списки сверит Малкина.", "Малкина"),
        ("Дятлова согласилась контролировать вывоз.", "Дятлова"),
    ],
)
def test_subjects_behind_their_verbs(text: str, executor: str) -> None:
    (proposal,) = records(text)
    assert (proposal.kind, named(proposal, Role.EXECUTOR)) == (Kind.ASSIGNMENT, [executor])


def test_several_promise_as_one_and_two_agree() -> None:
    (promise,) = records("Сопровождать класс вызвались Логинова и Дроздов.")
    assert named(promise, Role.EXECUTOR) == ["Логинова", "Дроздов"]
    (agreement,) = records("Стороны согласились провести форум.")
    assert agreement.kind is Kind.AGREEMENT


def test_a_promise_that_came_to_nothing() -> None:
    assert records("Управляющая компания обещала прислать бригаду, но не прислала.") == []


def test_one_person_does_several_things() -> None:
    text = "Женя позвонит клиенту сегодня, извинится и предложит скидку."
    assert contents(text) == [text.rstrip(".")]


def test_what_brackets_say_of_each_speaker() -> None:
    first, second = records(
        "Выступили: Гаврилов М.О. (предложил усилить контроль за долгами), "
        "Дёмина Т.С. (просила представить расшифровку расходов), Еланский А.А."
    )
    assert first.content.text == "усилить контроль за долгами"
    assert [p.name for p in first.proposers] == ["Гаврилов М.О."]
    assert (second.kind, second.content.text) == (Kind.REQUEST, "представить расшифровку расходов")
    assert [p.name for p in second.proposers] == ["Дёмина Т.С."]


@pytest.mark.parametrize(
    ("text", "proposer"),
    [
        ("Мама Кости Л. предложила купить лампу.", "Мама Кости Л."),
        ("Мама Кости Л. (Зайцева) предложила купить лампу.", "Зайцева"),
        ("Папа Ани предложил купить лампу.", "Папа Ани"),
        ("Семья Курбатовых просит купить лампу.", "Семья Курбатовых"),
        ("Ст. преп. Рощин П. П. просил купить лампу.", "Ст. преп. Рощин П. П."),
        ("Зам. директора Петрова Л. И. предложила купить лампу.", "Зам. директора Петрова Л. И."),
        ("Зам. главы администрации Орлова просит купить лампу.", "Зам. главы администрации Орлова"),
        ("Директор школы Ветлужанина предложила купить лампу.", "Директор школы Ветлужанина"),
    ],
)
def test_who_is_meant_by_kin_and_office(text: str, proposer: str) -> None:
    (proposal,) = records(text)
    assert [p.name for p in proposal.proposers] == [proposer]


@pytest.mark.parametrize(
    ("text", "content", "status"),
    [
        ("Предложение Громова о продаже базы не прошло.", "продаже базы", Status.REJECTED),
        ("Поправка об увеличении квоты не набрала голосов.", "увеличении квоты", Status.REJECTED),
        ("Предложение о введении платы получило поддержку зала.", "введении платы", Status.ADOPTED),
    ],
)
def test_what_became_of_what_a_noun_names(text: str, content: str, status: Status) -> None:
    (proposal,) = records(text)
    assert (proposal.content.text, proposal.status) == (content, status)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Решили пока не покупать.", Status.REJECTED),
        ("Решили оставить всё как есть.", Status.REJECTED),
        ("Решили лампы в этом году не покупать.", Status.REJECTED),
        ("Решили не торопиться.", Status.POSTPONED),
        ("Договорились вернуться к этому в мае.", Status.POSTPONED),
        ("Решили обсудить на следующем собрании.", Status.POSTPONED),
        ("Решили купить лампы в мае.", Status.ADOPTED),
        ("Орлов сомневается. Договорились попробовать месяц.", Status.ADOPTED),
        ("Решили деревья не трогать.", Status.PROPOSED),
    ],
)
def test_decisions_right_behind_a_proposal(answer: str, status: Status) -> None:
    proposal = records(f"Петрова предложила купить лампы. {answer}")[0]
    assert (proposal.kind, proposal.status) == (Kind.PROPOSAL, status)


def test_a_matter_put_off_until_something_comes() -> None:
    proposal = records(
        "Полозова предложила сдать цех в аренду. "
        "Решили: отложить рассмотрение вопроса до получения отчёта оценщика."
    )[0]
    assert proposal.status is Status.POSTPONED


def test_actions_with_objects_in_front_and_who_is_told() -> None:
    refusal, order, other = records(
        "Решили: мощность не ограничивать, правлению собрать справки, Ручкину проверить щит."
    )
    assert (refusal.kind, refusal.content.text) == (Kind.DECISION, "мощность не ограничивать")
    assert (order.kind, named(order, Role.ADDRESSEE)) == (Kind.ASSIGNMENT, ["правление"])
    assert named(other, Role.ADDRESSEE) == ["Ручкин"]


def test_a_woman_by_the_preposition_and_by_what_she_said_before() -> None:
    (charge,) = records("Контроль возложить на Гаранину Э.Ф.")
    assert named(charge, Role.ADDRESSEE) == ["Гаранина Э.Ф."]
    *_, task = records("Рябова предложила провести скрининг. График Рябова составит к пятнице.")
    assert named(task, Role.EXECUTOR) == ["Рябова"]


def test_datives_behind_the_infinitive() -> None:
    (order,) = records("Решили: сверку провести Шмелёвой и Бабичу до 10.02.")
    assert named(order, Role.ADDRESSEE) == ["Шмелёва", "Бабич"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Декан предложила компромисс – срок продлить.", ["срок продлить"]),
        ("Петров предложил простую вещь: закрыть калитку.", ["закрыть калитку"]),
        ("Решили, что да, покупаем.", ["покупаем"]),
        ("Белова высказалась против недопуска: практика зачётом не является.", ["недопуска"]),
        (
            "Надо бы решить что-то с парковкой, но пока непонятно что.",
            ["решить что-то с парковкой"],
        ),
        (
            "Решили срок продлить, а тем, кто не сдаст, назначить пересдачу.",
            ["срок продлить", "тем, кто не сдаст, назначить пересдачу"],
        ),
    ],
)
def test_where_contents_begin_and_end(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


def test_a_term_that_is_prolonged_is_no_deadline_word() -> None:
    (proposal,) = records("Предлагаю продлить срок до 15 марта.")
    assert [time.text for time in proposal.timing] == ["до 15 марта"]


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        (
            "Главам сельских поселений Заречное, Нижний Вель сдать отчёт.",
            ["Главы сельских поселений"],
        ),
        (
            "Рекомендовать ИП Сафонов и Вельскому райпо завезти муку.",
            ["ИП Сафонов", "Вельское райпо"],
        ),
    ],
)
def test_names_behind_those_who_are_told(text: str, addressees: list[str]) -> None:
    (proposal,) = records(text)
    assert named(proposal, Role.ADDRESSEE) == addressees
    assert proposal.content.text in ("сдать отчёт", "завезти муку")


def test_a_term_is_of_its_own_part_of_a_resolution() -> None:
    first, second = records("Решили: премии не лишать; охране купить каски (срок – 20.11.2024).")
    assert first.timing == ()
    assert [time.value for time in second.timing] == ["2024-11-20"]


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Сборник в плане сохранить.", Kind.DECISION, "Сборник в плане сохранить"),
        (
            "Поступило обращение музея с просьбой о научном шефстве.",
            Kind.REQUEST,
            "научном шефстве",
        ),
    ],
)
def test_nouns_that_are_no_wish_by_themselves(text: str, kind: Kind, content: str) -> None:
    (proposal,) = records(text)
    assert (proposal.kind, proposal.content.text) == (kind, content)


def test_two_actions_with_a_noun_between_them() -> None:
    decision, order = records(
        "Решено поддержать обращение, поручить Иловайской Р.Т. связаться с музеем."
    )
    assert decision.content.text == "поддержать обращение"
    assert named(order, Role.ADDRESSEE) == ["Иловайская Р.Т."]


def test_the_verb_is_left_out_for_the_second_who_is_told() -> None:
    first, second = records("Решили: Лейле подготовить письмо, Марине – прототип бота.")
    assert named(first, Role.ADDRESSEE) == ["Лейла"]
    assert (second.content.text, named(second, Role.ADDRESSEE)) == ("прототип бота", ["Марина"])


def test_a_preposition_that_a_noun_wants_tells_no_time() -> None:
    (need,) = records("Иловайская подчеркнула необходимость привлечения к проверке экспертов.")
    assert need.timing == ()


@pytest.mark.parametrize(
    "label", ["ПРИНЯТО", "Приняли", "Приказываю", "Следующие шаги", "План действий", "Что сделать"]
)
def test_labels_of_what_is_to_be_done(label: str) -> None:
    purchase, order = records(
        f"Протокол собрания\n12.05.2024\n\nОбсудили воду.\n{label}:\n"
        "1. Купить насос.\n2. Бухгалтеру сверить смету.\n"
    )
    assert purchase.content.text == "Купить насос"
    assert purchase.kind in (Kind.DECISION, Kind.ASSIGNMENT)
    assert (order.kind, named(order, Role.ADDRESSEE)) == (Kind.ASSIGNMENT, ["Бухгалтер"])


def test_what_is_behind_a_label_resolves_or_counts() -> None:
    (decision,) = records("ПРИНЯТО: купить насос.")
    assert (decision.kind, decision.content.text) == (Kind.DECISION, "купить насос")
    (proposal,) = records("Протокол\n\nОрлов предложил купить насос.\nПринято: за – 5, против – 2.")
    assert (proposal.status, proposal.vote and proposal.vote.for_) == (Status.ADOPTED, 5)


def test_who_was_heard_and_her_office_come_before_the_secretary() -> None:
    (proposal,) = records(
        "Протокол собрания\nПредседатель – Фомина Л.Г., секретарь – Ершова К.\n\n"
        "По первому вопросу слушали заведующую Лапшину И.В. о летнем режиме. "
        "Она предложила открыть две дежурные группы."
    )
    assert [p.name.split()[-2:] for p in proposal.proposers] == [["Лапшина", "И.В."]]
    assert named(proposal, Role.ESTABLISHED) == ["две дежурные группы"]
