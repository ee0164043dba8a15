"""Floor speeches: who is called by name, reminders, what is only made possible, plain wishes."""

from __future__ import annotations

import pytest

from predlozheno.extractor import load
from predlozheno.reading.document import Document
from predlozheno.records.schema import Proposal, Status

RULES = load(rules_only=True)
RANKED = load()


def ruled(text: str) -> list[Proposal]:
    return list(RULES.extract(Document("речь.txt", text)).proposals)


def ranked(text: str) -> list[Proposal]:
    return list(RANKED.extract(Document("речь.txt", text)).proposals)


CALLED = {
    "Пётр Ильич, комитет по спорту просит заменить докладчика.": ["комитет по спорту"],
    "Уважаемый Пётр Ильич, палата просит отложить слушания.": ["палата"],
    "Пётр Ильич, я бы предложил продлить приём заявок.": ["я"],
    # Nobody else acts: the name is the subject.
    "Пётр Ильич, выслушав всех, просит отложить сбор.": ["Пётр Ильич"],
    "Пётр Ильич, наш завхоз, просит отложить сбор.": ["Пётр Ильич"],
    "Индийская сторона, сам маршрут одобряя, просит сдвинуть сроки.": ["Индийская сторона"],
}


@pytest.mark.parametrize(("text", "wanted"), CALLED.items(), ids=range(len(CALLED)))
def test_who_is_called_by_name_is_no_subject(text: str, wanted: list[str]) -> None:
    assert [party.text for party in ruled(text)[-1].proposers] == wanted


def test_who_is_called_by_name_is_asked() -> None:
    (record,) = ruled("Пётр Ильич, комитет по спорту просит заменить докладчика.")
    assert [target.text for target in record.targets] == ["Пётр Ильич"]


REFUSED = {
    "Пётр Ильич, вы просили прислать справку о поставках.": "past",
    "Пётр Ильич, мы договаривались, что на вопросы отводится час.": "past",
    "Потребовалось уточнить требования к экспертам.": "past",
    "Вашему вниманию предлагается пакет проектов о садоводстве.": "polite",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items(), ids=range(len(REFUSED)))
def test_reminders_and_announcements_are_refused(text: str, reason: str) -> None:
    extraction = RULES.extract(Document("речь.txt", text))
    assert extraction.proposals == ()
    assert any(account.reason.startswith(reason) for account in extraction.account)


LIVE = {
    "Вы бы попросили завхоза починить кран.": "починить кран",
    "Следовало бы уточнить требования к экспертам.": "уточнить требования к экспертам",
}


@pytest.mark.parametrize(("text", "content"), LIVE.items(), ids=range(len(LIVE)))
def test_the_conditional_is_no_past(text: str, content: str) -> None:
    assert [record.content.text for record in ruled(text)] == [content]


CONTENTS = {
    # Whose request it is does not belong to the content, nor does what is said of it.
    "Просьба комитета поставить докладчиком Гурова.": ["поставить докладчиком Гурова"],
    "Предложение Гурова перенести вопрос на март – это уловка.": ["перенести вопрос на март"],
    # What is fetched is fetched to be handed on; a noun of its own makes a wish of its own.
    "Прошу комитет запросить текст договора и представить его депутатам.": [
        "запросить текст договора и представить его депутатам"
    ],
    "Прошу комитет запросить справку и пересмотреть его штат.": [
        "запросить справку",
        "пересмотреть его штат",
    ],
    "Прошу поручить комитету по труду и социальной политике запросить справку.": [
        "поручить комитету по труду и социальной политике запросить справку"
    ],
    "Прошу поручить комитету по водному, лесному и горному хозяйству изучить жалобу.": [
        "поручить комитету по водному, лесному и горному хозяйству изучить жалобу"
    ],
}


@pytest.mark.parametrize(("text", "wanted"), CONTENTS.items(), ids=range(len(CONTENTS)))
def test_contents_of_requests(text: str, wanted: list[str]) -> None:
    assert [record.content.text for record in ruled(text)] == wanted


def test_whose_opinion_it_is_is_nobody_asked() -> None:
    assert [t.text for t in ranked("Нам кажется, нужно точнее указать срок.")[0].targets] == []


def test_the_writer_of_a_paper_wants_it() -> None:
    (record,) = ruled("Поступило письмо депутата Комова с просьбой считать его соавтором проекта.")
    assert [party.text for party in record.proposers] == ["депутата Комова"]


def test_in_a_speech_other_bodies_verdicts_settle_nothing() -> None:
    text = (
        "Уважаемые коллеги! Прошу поддержать проект закона о пчёлах.\n\n"
        "Комитет на своём заседании поддержал данный проект закона.\n"
    )
    assert ruled(text)[0].status is Status.PROPOSED


PLAIN = {
    "По этой причине комитет предлагает её отклонить.": "её отклонить",
    "Я предлагаю вернуться к вопросу номер восемнадцать.": "вернуться к вопросу номер восемнадцать",
    "Комитет полгода готовил этот проект и просит его поддержать.": "его поддержать",
}


@pytest.mark.parametrize(("text", "content"), PLAIN.items(), ids=range(len(PLAIN)))
def test_plain_wishes_stand_whatever_the_ranking_thinks(text: str, content: str) -> None:
    assert [record.content.text for record in ranked(text)] == [content]


ENABLED = (
    "Это позволит снизить число проверок и сократить непроизводительные расходы.",
    "Я готовил большее выступление, для того чтобы ответить на вопросы.",
    "Это будет быстрее, чем если мы начнём делать запросы и ждать ответы на них.",
    "Такие холдинги позволяют поднять отдачу имущества, улучшить управление заводами.",
    "У нас не остаётся времени для того, чтобы сделать заявления в конце заседания.",
)


@pytest.mark.parametrize("text", ENABLED, ids=range(len(ENABLED)))
def test_what_is_only_made_possible_is_no_wish(text: str) -> None:
    assert ranked(text) == []


def test_in_a_speech_others_decisions_are_news_and_the_own_sides_are_put_forward() -> None:
    text = (
        "Уважаемые коллеги! Жители посёлка решили перекрыть дорогу.\n"
        "Министр дал указание лесхозу составить план рубок.\n"
        "Наш комитет принял решение поддержать проект.\n"
    )
    assert [record.content.text for record in ruled(text)] == ["поддержать проект"]


IDLE = {
    "У партии будет месяц, чтобы она могла внести предложения по спискам.": "hypothetical",
    "У нас есть возможность дополнить текст, предложить поправки.": "hypothetical",
    "Сорок пенсионеров нуждаются в дровах.": "everyday",
    "Единственное, что есть, – это инициатива сенатора Хазина, которую мы обсуждаем.": "everyday",
    "Подрядчик брал на себя обязательство перекрыть навес.": "past",
    "Завтра нам предстоит обсудить и, надеюсь, одобрить новый устав.": "everyday",
    "Соглашусь с депутатом Мухортовым насчёт катеров.": "polite",
    "Я не думаю, что надо спешить с покупкой насоса.": "negated",
    "Мне представляются очень важными нравственный и бытовой аспекты.": "everyday",
    "Коллеги, прошу занять места.": "everyday",
    "Мне хотелось бы, как старому рыбаку, похвалить докладчика.": "polite",
    "Закон написан, чтобы чиновники приняли решение о ремонте.": "hypothetical",
}


@pytest.mark.parametrize(("text", "reason"), IDLE.items(), ids=range(len(IDLE)))
def test_turns_of_speech_that_want_nothing(text: str, reason: str) -> None:
    extraction = RULES.extract(Document("речь.txt", text))
    assert extraction.proposals == ()
    assert any(account.reason.startswith(reason) for account in extraction.account)


ASKED = {
    "Просьба к депутатам поддержать поручение комитету.": "поддержать поручение комитету",
    "Просьба присылать тезисы заранее, будет сборник.": "присылать тезисы заранее",
    "Мы просим разъяснить, намерена ли партия выполнить обещанное.": (
        "разъяснить, намерена ли партия выполнить обещанное"
    ),
    "Предлагается орган, способный призвать банки к порядку и вернуть людям вклады.": (
        "орган, способный призвать банки к порядку и вернуть людям вклады"
    ),
    "Я вас очень прошу, вынесите этот вопрос на сессию.": "вынесите этот вопрос на сессию",
    "Надо добавить рейс на Ключи.": "добавить рейс на Ключи",
    "Необходимо создать фонд, позволяющий снизить налоги для школ, сделать уроки дешевле.": (
        "создать фонд, позволяющий снизить налоги для школ, сделать уроки дешевле"
    ),
    "Уважаемые коллеги! Как автор вношу предложение голосовать её отдельно.": (
        "голосовать её отдельно"
    ),
    "Комитет считает нецелесообразным созывать совет, поручение выполнено.": "созывать совет",
    "Считаю, что субсидию следует делить по числу коров.": "субсидию … делить по числу коров",
}


@pytest.mark.parametrize(("text", "content"), ASKED.items(), ids=range(len(ASKED)))
def test_wishes_stay_whole(text: str, content: str) -> None:
    assert [record.content.text for record in ruled(text)] == [content]


def test_nobody_asks_himself() -> None:
    (record,) = ruled("Уважаемый Павел Кузьмич, прошу меня записать в прения.")
    assert [target.text for target in record.targets] == ["Павел Кузьмич"]


def test_a_question_may_stand_around_the_one_who_is_asked() -> None:
    (record,) = ruled("Почему бы району не нанять второй паром?")
    assert [target.text for target in record.targets] == ["району"]


def test_what_one_speaker_says_later_answers_nothing() -> None:
    text = (
        "Уважаемые депутаты! Прошу дать поручение отделу закупок. Мы дадим людям надежду.\n"
        "Прошлая поправка у нас была отклонена.\n"
    )
    assert ruled(text)[0].status is Status.PROPOSED


def test_what_is_not_held_necessary_is_advised_against() -> None:
    (record,) = ruled("Комиссия не считает необходимым собирать справки заново.")
    assert record.polarity == "against"


def test_a_request_behind_a_name_has_its_addressee() -> None:
    (record,) = ruled(
        "Пётр Ильич, у меня просьба ко всем руководителям: заявки подавайте через сайт."
    )
    assert record.trigger.text == "просьба"
    assert [target.text for target in record.targets] == ["всем руководителям"]


def test_what_is_told_of_another_time_goes_on_in_the_next_clause() -> None:
    assert ruled("Директор обращался ко мне неделю назад, просил закрыть старшие классы.") == []
