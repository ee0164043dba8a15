"""Noun phrases by agreement. «|» marks where the phrase of the word in ⟨⟩ begins and ends."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from predlozheno.language.phrases import noun_chunks, noun_phrase

PHRASES = [
    "Создать отдел в |⟨Министерстве⟩ иностранных дел и международной торговли РК|.",
    "Создать отдел в Министерстве иностранных дел и |⟨международной⟩ торговли РК|.",
    "Заседание |⟨рабочей⟩ группы «Наука и школа»| прошло вчера.",
    "Поручить |⟨заместителю⟩ министра транспорта Г.В. Белову| доложить.",
    "Поручить |⟨главному⟩ инженеру Петрову| проверить насосы.",
    "Просить |⟨Комитет⟩ по бюджету и налогам| внести поправки.",
    "Создать |⟨отдел⟩ по России| в департаменте.",
    "Заслушать |⟨комиссию⟩ по этике| завтра.",
    "Письмо получил |⟨отдел⟩ по связям с общественностью|.",
    "|⟨Корейскому⟩ правительству| российской стороной было предложено создать отдел.",
    "Корейскому правительству |⟨российской⟩ стороной| было предложено создать отдел.",
    "Создать |⟨Подкомиссию⟩ по транспорту| (далее – Подкомиссия).",
    "Поручить |⟨двум⟩ комитетам| рассмотреть вопрос.",
    "|⟨Дирекция⟩ ООО «Вибротех»| просит отсрочки.",
    "Отменить |⟨новый⟩ и старый порядок оплаты| завтра.",
    "Поручить комиссии, |⟨созданной⟩| вчера, подготовить отчёт.",
    "Поручить |⟨комитету⟩| по итогам совещания подготовить доклад.",
]


@pytest.mark.parametrize("marked", PHRASES)
def test_noun_phrase(nlp, marked):
    plain = re.sub("[|⟨⟩]", "", marked)
    before, inside, _ = marked.split("|")
    wanted = re.sub("[⟨⟩]", "", inside)
    place = len(before) + inside.index("⟨")
    doc = nlp(plain)
    token = next(token for token in doc if token.idx == place)
    assert noun_phrase(token).text == wanted


def test_chunks_come_in_order_and_apart(nlp):
    doc = nlp("Учёный совет факультета поручил декану создать две рабочие группы до 1 мая.")
    chunks = noun_chunks(doc)
    assert [chunk.text for chunk in chunks][:3] == [
        "Учёный совет факультета",
        "декану",
        "две рабочие группы",
    ]
    assert all(one.end <= other.start for one, other in pairwise(chunks))


def test_chunks_of_a_span(nlp):
    doc = nlp("Совет поручил декану создать комиссию.")
    assert [chunk.text for chunk in noun_chunks(doc[2:])] == ["декану", "комиссию"]
