"""What a draft itself shows to be a wish or none: what people lack, whose an idea is, what is held."""

from __future__ import annotations

import re

from spacy.tokens import Token

from predlozheno.language.actions import is_action
from predlozheno.language.morphology import fold
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import (
    case_of,
    feature,
    is_finite,
    is_infinitive,
    is_nominal,
    low,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.meeting_bodies import meeting_bodies
from predlozheno.proposals.refusals import Refusal
from predlozheno.proposals.speech import is_address
from predlozheno.resources import gazetteer

_SUBJECT_REACH = 6
_PRICE = re.compile(r"(?:по|за|от|до) (?:цене )?\d[\d ,.]*(?:руб|коп|тыс|млн|долл|евро)")
_STATES = frozenset("оставаться являться быть хватать мочь иметь стоить".split())
_AGREED = ("вывод", "мнени", "убежден", "сойтись", "соглас", "соглаш")
# What is agreed on in so many words binds («сошлись на том, что Дина запрашивает образцы»).
_BINDING = ("сойтись", "согласиться", "соглашаться")
_PUT = frozenset("предложение инициатива идея просьба рекомендация мысль".split())
_ANNOUNCING = frozenset("другое следующее иное такое так это то вот".split())
_THINGS = frozenset("он она оно они".split())
_DISPOSING = frozenset("отложить отклонить перенести снять принять поддержать учесть".split())
_SURE = frozenset("убежден убеждена убеждены уверен уверена уверены".split())
_TIME_REACH = 3
_TIMES = frozenset(
    "год месяц неделя лето зима весна осень каникулы сессия чтение квартал конец январь февраль март "
    "апрель май июнь июль август сентябрь октябрь ноябрь декабрь понедельник пятница".split()
)
_OURS = frozenset("мой моему наш нашему".split())


def is_held(context: Context, hit: Hit, draft: Draft) -> bool:
    """«Убеждён, что область обязана …», «на мой взгляд, школы должны …»: the speaker's own view.

    In a speech «до Нового года люди должны получить …» is one by its date.
    """
    for token in context.doc[draft.sentence[0] : hit.start]:
        thinks = word_lemmas(token.text) & {"считать", "полагать", "думать"}
        if thinks and feature(token, "Person") == "1" or fold(token.text) in _SURE:
            return True
        if low(token) in _OURS and low(token.nbor()) in ("взгляд", "мнению", "убеждению"):
            return True
    dated = any(time.type == "deadline" for time in draft.timing)
    before = context.doc[draft.sentence[0] : hit.start]
    for token in before:
        behind = context.doc[token.i + 1 : min(hit.start, token.i + 1 + _TIME_REACH)]
        leads = low(token) in ("до", "к", "ко")
        dated = dated or leads and any(t.lemma_.lower() in _TIMES for t in behind)
    return dated and is_address(context)


def in_need(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Сорок пенсионеров нуждаются в дровах»: what people lack is a fact and asks for nothing."""
    if hit.frame.id != "need.nuzhdatsya" or not drafts or hit.diathesis == "first_person":
        return _needs_it(context, hit, drafts)
    for token in context.doc[max(drafts[0].sentence[0], hit.start - _SUBJECT_REACH) : hit.start]:
        if token.pos_ == "NOUN" and feature(token, "Animacy") == "Anim":
            return Refusal("everyday", f"«{token.text}» lack it")
    return None


def _needs_it(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Стулья не отдадим, они нам на линейку нужны»: why, of a thing that is there."""
    if not drafts or low(context.doc[hit.head]) not in ("нужен", "нужна", "нужно", "нужны"):
        return None
    before = context.doc[max(drafts[0].sentence[0], hit.start - _SUBJECT_REACH) : hit.start]
    it = next((t for t in before if low(t) in _THINGS), None)
    wanted = any(is_infinitive(t) for t in context.doc[slice(*drafts[0].content_span)])
    stopped = it is None or wanted or any(t.text in ",;:" for t in before if t.i > it.i)
    return None if stopped or it is None else Refusal("everyday", f"«{it.text}»: it is there")


def lacking(hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Забор требует покраски»: a thing that lacks something asks nobody for it."""
    wanting = [m.phrase for m in drafts[0].proposers] if drafts else []
    if hit.frame.id != "request.trebovat" or hit.diathesis != "active" or not wanting:
        return None
    words = wanting[0].head.doc[slice(*drafts[0].content_span)]
    # «Собрание требует»; «редакция», «станция» are bodies only where something is done to them.
    things = all(
        not p.label
        and feature(p.head, "Animacy") == "Inan"
        and not word_lemmas(p.head.text) & meeting_bodies()
        for p in wanting
    )
    if not things or any(is_infinitive(t) or is_finite(t) for t in words):
        return None
    return Refusal("everyday", f"«{wanting[0].head.text}» lacks it")


def authored(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Это инициатива бывшего сенатора Хазина»: whose it is, and not what is wanted."""
    if hit.noun is None or not drafts:
        return None
    start, end = drafts[0].content_span
    if any(m.phrase.start <= start and end <= m.phrase.end for m in drafts[0].proposers):
        return Refusal("everyday", f"«{context.doc[start:end].text}»: whose it is")
    if hit.diathesis == "by_noun":
        return None
    comma = next((t.i for t in context.doc[start:end] if t.text == ","), end)
    words = context.doc[start:comma]
    noun = next((t for t in words if is_nominal(t)), None)
    if start != hit.noun + 1 or noun is None or any(map(is_infinitive, words)):
        return None
    if feature(noun, "Animacy") == "Anim" and case_of(noun) == "Gen":
        return Refusal("everyday", f"«{noun.text}»: whose it is")
    return None


def asserted(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Кладовщик настаивает: картон мокрый», «стоит на том, что платить некому»: said, not asked for."""
    agreed = any(word in hit.form.lemma for word in _AGREED)
    if not (agreed or hit.frame.id == "request.nastaivat") or not drafts:
        return None
    start, end = drafts[0].content_span
    if agreed and low(context.doc[start - 1]) == "что":
        verb = next((t for t in context.doc[start:end] if is_finite(t)), None)
        modal = any(is_infinitive(t) or low(t).startswith("долж") for t in context.doc[start:end])
        if verb is not None and not modal and _is_over(context, verb, end):
            return Refusal("reported", f"«{verb.text}» tells what was")
        if verb is None or modal or feature(verb, "Tense") != "Pres":
            return None
        if any(word in hit.form.lemma for word in _BINDING) and verb.lemma_ not in _STATES:
            # «Сошлись на том, что Дина до пятницы запрашивает образцы.»
            return None
        return Refusal("reported", f"«{verb.text}» tells what is")
    if agreed:
        return None
    opening = low(context.doc[start - 1]) if start else ""
    if start < hit.end or opening not in (":", "что"):
        return None
    words = context.doc[start:end]
    wanted = any(is_infinitive(t) or low(t) in ("пусть", "бы", "надо", "нужно") for t in words)
    nobody = any(low(t) in ("некому", "нечем", "некого", "негде") for t in words)
    return None if wanted and not nobody else Refusal("reported", "a claim, and no demand")


def _is_over(context: Context, verb: Token, end: int) -> bool:
    """«Согласились с тем, что положение устарело»; «чтобы устарело бы» wishes."""
    irreal = any(low(t) == "бы" for t in context.doc[verb.i : min(end, verb.i + 2)])
    return feature(verb, "Tense") == "Past" and not irreal


def paid_for(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Мы за машины переплатили втрое», «мы за эти деньги купим насос»: what is done, in exchange."""
    if bargain := _for_sale(context, hit, drafts):
        return bargain
    if hit.frame.id != "proposal.ya_za" or not drafts or low(context.doc[hit.end - 1]) != "за":
        return None
    for token in context.doc[hit.end : drafts[0].sentence[1]]:
        if token.text in ",;:–—" or low(token) == "и":
            return None
        if is_finite(token) and (
            feature(token, "Person") == "1" or feature(token, "Tense") == "Past"
        ):
            return Refusal("everyday", f"«за» belongs to «{token.text}»")
    return None


def _for_sale(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Предлагает сканирование по 4 рубля», «предлагают агентам двойную плату»: a bargain of others."""
    if hit.frame.id != "proposal.predlozhit" or hit.diathesis != "active" or not drafts:
        return None
    start, end = drafts[0].content_span
    words = context.doc[start:end]
    noun = next((t for t in words if is_nominal(t) and len(t) > 1), None)
    acting = any(map(is_infinitive, context.doc[start : noun.i if noun is not None else end]))
    if acting or feature(context.doc[hit.head], "Tense") != "Pres":
        return None
    goods = noun is not None and word_lemmas(noun.text) & set(gazetteer("senses")["goods"])
    if not (goods or _PRICE.search(fold(words.text))):
        return None
    return Refusal("everyday", f"«{words.text}» is offered for money")


def topic_only(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Поднял вопрос о бродячих собаках»: what was talked about, and nothing that is to be done."""
    if hit.frame.id != "proposal.vopros" or not drafts:
        return None
    words = context.doc[slice(*drafts[0].content_span)]
    noun = next((t for t in words if is_nominal(t)), None)
    lists = (*gazetteer("edges")["aims"], *gazetteer("senses")["business"])
    if noun is None or any(map(is_infinitive, words)):
        return None
    acts = any(is_action(lemma) or lemma in lists for lemma in word_lemmas(noun.text))
    return None if acts else Refusal("everyday", f"«{noun.text}» is a matter, not an action")


def conceded(context: Context, hit: Hit) -> Refusal | None:
    """«Паркет, пусть и дороже»: what is granted, and nothing that is to be done."""
    behind = low(context.doc[min(hit.end, len(context.doc) - 1)])
    if hit.frame.id != "proposal.pust" or behind not in ("и", "даже"):
        return None
    return Refusal("everyday", f"«{hit.form.lemma} {behind}» only grants it")


def bare(context: Context, drafts: list[Draft]) -> Refusal | None:
    """«Сошлись на том, что необходимо: …»: what is wanted stands behind the inner word."""
    words = [context.doc[start:end] for draft in drafts for start, end in draft.content]
    if len(words) == 1 and len(words[0]) == 1 and low(words[0][0]) in _ANNOUNCING:
        # «Предлагаю другое. Пусть район …»
        return Refusal("nested", f"«{words[0].text}»: what it is follows")
    idea = next((word_lemmas(span[-1].text) & _PUT for span in words if len(words) == 1), None)
    if idea and low(words[0][0]).startswith("эт") and words[0][-1].i == words[0][0].i + 1:
        # «Высказалась в поддержку этого предложения»
        return Refusal("nested", f"«{words[0].text}» is what others put forward")
    forms = context.lexicon.find(words[0].text) if len(words) == 1 and len(words[0]) == 1 else []
    if any(form.list_name == "predicatives" for form in forms):
        return Refusal("nested", f"«{words[0].text}» says what is wanted")
    return None


def wanted_then(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Хотел вернуть, но не успел»: what somebody wanted to do himself then."""
    verb = context.doc[hit.head]
    if hit.frame.id != "wish.hotet" or not drafts or feature(verb, "Tense") != "Past":
        return None
    infinitive = is_infinitive(context.doc[drafts[0].content_span[0]])
    return Refusal("past", f"«{verb.text}» tells what somebody had in mind") if infinitive else None


def disposed_of(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«Решение: предложение отложить до июня»: what became of one proposal, and no other.

    «Предложение отложить собрание» has an object of its own.
    """
    if hit.diathesis != "noun" or hit.noun is None or not drafts:
        return None
    start, end = drafts[0].content_span
    words = context.doc[start:end]
    if start != hit.end or not word_lemmas(words[0].text) & _DISPOSING:
        return None
    own = any(is_nominal(t) and t.nbor(-1).pos_ != "ADP" and case_of(t) == "Acc" for t in words)
    return None if own else Refusal("settled", f"«{words[0].text}» is what became of it")
