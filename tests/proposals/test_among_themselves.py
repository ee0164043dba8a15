"""How talk among several goes: tasks asked for, answers, anecdotes, half-marked speech."""

from __future__ import annotations

import pytest

from predlozheno.language import annotate
from predlozheno.proposals import extract_proposals
from predlozheno.proposals.frames import load_frames
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Proposal, Status
from predlozheno.resources import models_dir


def found(text: str) -> tuple[Proposal, ...]:
    """What the rules alone find."""
    doc = annotate(segment(Document("разговор.txt", text, "text")))
    return extract_proposals(doc, load_frames(models_dir())).proposals


def talk(*turns: str, layout: str = "{who}: {said}\n") -> str:
    """Turns of «кто: что», with two more so that the labels come again."""
    whole = ["Зоя: Добрый день.", *turns, "Лев: Спасибо.", "Зоя: До завтра.", "Ада: Пока."]
    parts = (turn.split(": ", 1) for turn in whole)
    return "\n".join(layout.format(who=who, said=said) for who, said in parts)


@pytest.mark.parametrize(
    ("question", "answer", "content", "status"),
    [
        ("Лев, закажешь пропуск?", "Закажу.", "закажешь пропуск", Status.ADOPTED),
        ("Лев, посмотришь афишу?", "Да, вечером.", "посмотришь афишу", Status.ADOPTED),
        ("Лев, сможешь забрать стулья?", "Смогу.", "забрать стулья", Status.ADOPTED),
        ("Лев, напишешь памятку?", "Когда?", "напишешь памятку", Status.PROPOSED),
    ],
)
def test_a_question_to_one_by_name_asks_for_an_action(
    question: str, answer: str, content: str, status: Status
) -> None:
    (record,) = found(talk(f"Ада: {question}", f"Лев: {answer}"))
    assert (record.kind.value, record.content.text, record.status) == ("request", content, status)
    assert [target.text for target in record.targets] == ["Лев"]


@pytest.mark.parametrize(
    ("wish", "answer", "status"),
    [
        ("Может, отдадим стулья в библиотеку?", "Не, не надо, они нам нужны.", Status.REJECTED),
        ("Давайте не будем заказывать торт.", "Не заказываем.", Status.ADOPTED),
        ("Предлагаю разбить тесты на два потока.", "За.", Status.ADOPTED),
        ("Предлагаю перейти на две смены.", "Переходите.", Status.ADOPTED),
        ("Предлагаю заказать второй насос.", "Хорошо, заказываем.", Status.ADOPTED),
        ("Может, перенесём мостик выше?", "Давайте обсудим вечером на костре.", Status.POSTPONED),
        ("Давайте введём осмотр.", "Поддерживаю, сам снял одного клеща.", Status.ADOPTED),
    ],
)
def test_what_another_answers(wish: str, answer: str, status: Status) -> None:
    layout = "[12.03.2026 10:01] {who}: {said}"
    first = found(talk(f"Ада: {wish}", f"Лев: {answer}", layout=layout))[0]
    assert first.status is status


@pytest.mark.parametrize(
    "said",
    [
        "Мы требовали от банков оставить кассы.",
        "Мне велели платить через терминал.",
        "Девушки предложили мне вступить в кружок.",
        "Помните, в том году предлагали поставить камеру.",
        "Вспомните: решили собираться реже.",
        "Мне сорок минут говорили, что не надо выступать.",
        "Пишут, что ремонт дороги отложен.",
        "Прошу, Лев Саввич.",
        "Давайте с крыши.",
        "Не пугайтесь, в середине будет козёл.",
        "Стулья останутся, они нам на линейку нужны.",
        "Подарок продавать неудобно.",
    ],
)
def test_anecdotes_and_what_is_called_to_mind(said: str) -> None:
    assert found(talk(f"Ада: {said}")) == ()


@pytest.mark.parametrize(
    ("said", "contents"),
    [
        (
            "Считаю необходимым отложить штрафы и, знаете, разослать разъяснение.",
            ["отложить штрафы", "разослать разъяснение"],
        ),
        ("Музей требует, чтобы ходили, а я считаю, что опасно.", ["ходили"]),
        ("Верёвки, Лев, включи в заявку до обеда.", ["Верёвки, Лев, включи в заявку до обеда"]),
        ("А стулья из подвала, может, отдадим в библиотеку?", ["стулья из подвала … отдадим"]),
        ("Римма, пишешь ты.", ["пишешь ты"]),
        ("Гоша, с тебя запасной генератор.", ["запасной генератор"]),
        ("Наличку не надо.", ["Наличку"]),
        ("Хотелось бы также, чтобы сельсовет вернул ключи.", ["сельсовет вернул ключи"]),
        ("У меня предложение такое: лавочки покрасить.", ["лавочки покрасить"]),
        ("И вот что, Лев: сократите вступление.", ["сократите вступление"]),
    ],
)
def test_how_far_a_content_reaches(said: str, contents: list[str]) -> None:
    texts = [record.content.text for record in found(talk(f"Ада: {said}"))]
    assert len(texts) == len(contents)
    assert all(text.startswith(wanted) for text, wanted in zip(texts, contents, strict=True))


def test_an_order_that_looks_like_a_past_keeps_its_deadline() -> None:
    (record,) = found(talk("Ада: Протокол, Марина, вышли всем до субботы."))
    assert [time.text for time in record.timing] == ["до субботы"]


def test_a_name_without_a_comma_before_a_future_is_told() -> None:
    (record,) = found(talk("Ада: Ренат заявку подготовишь до пятницы."))
    assert record.content.text == "заявку подготовишь до пятницы"
    assert [(t.text, t.role.value) for t in record.targets] == [("Ренат", "executor")]


def test_the_first_to_write_to_a_messenger_chairs_nothing() -> None:
    text = "\n\n".join(
        f"{who}\n10:{minute}\n{said}"
        for minute, who, said in [
            (14, "Зоя", "всем привет"),
            (15, "Лев", "да"),
            (16, "Ада", "здравствуйте"),
            (20, "Зоя", "закройте калитку на ключ"),
            (21, "Лев", "ок"),
            (22, "Ада", "ок"),
        ]
    )
    assert [record.kind.value for record in found(text)] == ["request"]


def test_a_speaker_announced_by_the_minutes() -> None:
    text = (
        "Выступает Лебедь Нестор Фомич, староста деревни. Нужно положить две трубы. Я требую, чтобы "
        "отдел приехал.\n\nВыступает Горбоносова Зинаида Тихоновна. Предлагаю написать в министерство.\n"
    )
    records = found(text)
    assert {party.text for record in records for party in record.proposers} == {
        "Лебедь Нестор Фомич",
        "Горбоносова Зинаида Тихоновна",
    }


def test_half_marked_speech_is_cut_into_clauses() -> None:
    text = talk(
        "Ада: у нас течёт танк. я думаю надо брать новый но не сорок литров а сто",
        "Лев: поддерживаю только козла уберите подальше",
        "Ада: договор аренды на мне я до пятницы позвоню в район. и ещё предложение подвал запереть",
        layout="0:41 {who}\n{said}\n",
    )
    assert [record.content.text for record in found(text)] == [
        "брать новый но не сорок литров а сто",
        "козла уберите подальше",
        "договор аренды",
        "я до пятницы позвоню в район",
        "подвал запереть",
    ]
