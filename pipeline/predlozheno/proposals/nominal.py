"""Nouns that carry a speech act: with a support verb, after «по», before a colon or an action."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import can_be, fold
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.grammar import (
    CLAUSE_MARKS,
    case_of,
    feature,
    is_finite,
    is_infinitive,
    low,
    opposed,
    relative_end,
    tells_about,
)
from predlozheno.proposals.hits import AUXILIARIES, Hit, with_auxiliary
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.lexicon import Form, Lexicon, SupportForm
from predlozheno.proposals.not_carrying import another_action, helps, outcomes
from predlozheno.reading.dictionary import is_order
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_SUPPORT_REACH = 9
# «Предложение жильцов обязать … отклонено»: what became of it may stand far behind it.
_SETTLED_REACH = 24
# «Выразили озабоченность ростом числа нарушений, а также заинтересованность»
_JOINED_REACH = 14
_OPENING = 3
# «Сформулировали ряд предложений», «внесли пакет поправок».
_AMOUNTS = frozenset("ряд несколько список перечень пакет множество".split())
_OWNER_REACH = 5
# Verbs that carry the noun behind a preposition: «указал на необходимость».
_OBLIQUE = frozenset(
    "прийти указать указывать обратить говорить заявить напомнить сказать упомянуть выйти войти".split()
)
# «К родителям и учителям второго класса»: how long those may be to whom a request is put.
_RECEIVER_REACH = 12
_RECEIVING = ("PROPN", "NOUN", "ADJ", "DET", "NUM", "CCONJ", "ADP", "ADV", "PRON")
_WHOSE = frozenset("его ее их же".split())
_LEADING = frozenset("у меня нас есть".split())
_MODALS = frozenset("надо нужно можно необходимо".split())
_TO_WHOM = frozenset("к ко такая такое такой".split())
_NOUN_KINDS = (Kind.PROPOSAL, Kind.REQUEST, Kind.WISH)
# What may stand before a noun that opens a sentence: «И ещё одна просьба: …», «У меня предложение: …».
_OPENING_WORDS = ("DET", "ADJ", "ADV", "CCONJ", "PUNCT", "NUM", "PART")


def support_hit(sentence: Span, noun: Token, form: Form, lexicon: Lexicon) -> Hit | None:
    """The noun with its support verb, which may stand on either side of it."""
    doc, words = sentence.doc, columns(sentence.doc)
    texts, lows = words.text, words.low
    wanted = {fold(verb) for verb in form.frame.support}
    best: tuple[int, int, SupportForm] | None = None
    # «Музей открыт, важность его ясна»: behind a comma the noun opens a clause of its own.
    apart = noun.i > sentence.start and texts[noun.i - 1] == ","
    # «отметив, однако, необходимость»
    apart = apart and not (noun.i - 3 > sentence.start and texts[noun.i - 3] == ",")
    for direction in (1,) if apart else (-1, 1):
        opens = direction > 0 and noun.i - sentence.start < _OPENING
        joined = direction < 0 and lows[noun.i - 1] in ("и", "также")
        reach = _SETTLED_REACH if opens else _JOINED_REACH if joined else _SUPPORT_REACH
        for step in range(1, reach + 1):
            i = noun.i + direction * step
            if not sentence.start <= i < sentence.end or texts[i] in ";:" or opposed(doc, i):
                break
            if direction > 0 and another_action(sentence, noun, i):
                break
            word = lows[i]
            # «оставить как есть (предложение Орловой)»
            if word == "есть" and i and lows[i - 1] == "как":
                break
            # The initial of «Сомовой Е.Е.» is no form of «быть».
            initial = len(word) == 1 and texts[i].isupper()
            verbs = [s for s in lexicon.support(word) if s.lemma in wanted and not initial]
            if opens and step > _SUPPORT_REACH and not word.startswith(outcomes()):
                verbs = []
            if verbs:
                ordered = word.endswith(("йте", "ите", "ьте")) and is_order(texts[i])
                # «Вынесите этот вопрос» orders it; in «заявку надо было подать» «было» goes with «надо».
                needed = word in AUXILIARIES and lows[i - 1] in _MODALS
                unfit = ordered or needed or word == "быть"
                verbs = [s for s in verbs if s.shape != "participle" and not unfit]
            if helps(doc, i) or direction > 0 and _is_asked_for(sentence, noun, i):
                break
            if verbs and _carries(doc, noun, i, verbs[0]) and (best is None or step < best[0]):
                best = (step, i, verbs[0])
                break
            if step > 1 and words.predicate[i] and word not in AUXILIARIES:
                break
            goes_on = joined and form.frame.kind in (Kind.WISH, Kind.NEED)
            if direction < 0 and words.infinitive(i) and not goes_on:
                # «Предлагаю | рассмотреть вариант»: the noun is what that action is done with.
                break
    # «Решено поддержать обращение, поручить юристу …»: two actions, and no wish between them.
    if best is None or is_infinitive(doc[best[1]]) and _goes_on(doc[noun.i + 1 : noun.i + 3]):
        return None
    step, verb, support = best
    start, end = with_auxiliary(sentence, doc[verb])
    if _joins(doc, noun.i, verb):
        start, end = min(start, noun.i), max(end, noun.i + 1)
    return Hit(form.frame, "support", verb, start, end, support, noun=noun.i)


def _goes_on(behind: Span) -> bool:
    return len(behind) > 1 and behind[0].text == "," and is_infinitive(behind[1])


def _is_asked_for(sentence: Span, noun: Token, i: int) -> bool:
    """«Просьба к депутатам поддержать запрос», «Просьба не шуметь, будет съёмка»: no verb of the noun's.

    A noun that cannot be the object of what follows asks for it itself.
    """
    doc = sentence.doc
    if can_be(noun, case="Acc") or not all(
        _opens(doc, t, noun.i) for t in doc[sentence.start : noun.i]
    ):
        return False
    between = doc[noun.i + 1 : i]
    asked = next((t.i for t in between if is_infinitive(t)), None)
    return is_infinitive(doc[i]) or (asked is not None and any(t.text == "," for t in doc[asked:i]))


def _behind_call(sentence: Span, noun: int) -> int:
    """«Константин Юрьевич, у меня просьба …»: behind the name that opens a sentence."""
    doc = sentence.doc
    comma = next((i for i in range(sentence.start, noun) if doc[i].text == ","), sentence.start)
    called = all(t.pos_ in ("PROPN", "ADJ") for t in doc[sentence.start : comma])
    return comma + 1 if called and comma > sentence.start else sentence.start


def _opens(doc: Doc, token: Token, noun: int) -> bool:
    """What may stand before a noun that opens its sentence."""
    return token.pos_ in _OPENING_WORDS or _has(doc, token.i, noun)


def _carries(doc: Doc, noun: Token, verb: int, support: SupportForm) -> bool:
    """Whether the noun stands in a case in which this verb can carry it."""
    case, preposition = case_of(noun), _preposition(doc, noun)
    if preposition in ("с", "со"):
        # «обратился с просьбой направить бригаду»: the infinitive behind it is what is asked for.
        asked = verb > noun.i and is_infinitive(doc[verb])
        return case in ("Ins", "") and not asked
    if preposition in ("к", "на", "о", "об", "в"):
        return support.lemma in _OBLIQUE
    if preposition:
        return False
    if case == "Gen":
        # The genitive is an object's only after a negation and with verbs that govern it.
        window = doc[max(0, min(verb, noun.i) - 3) : max(verb, noun.i)]
        return (
            support.lemma in ("достичь", "достигнуть")
            or any(low(t) in ("не", "нет") for t in window)
            or _counted(doc, noun)
        )
    return case in ("Nom", "Acc", "")


def _counted(doc: Doc, noun: Token) -> bool:
    """«Поступило два предложения», «внесено пять новых предложений»: the number is what was put."""
    i = noun.i - 1
    if i >= 0 and low(doc[i]) in _AMOUNTS:
        return True
    while i > noun.i - 3 and i > 0 and doc[i].pos_ == "ADJ":
        i -= 1
    return i >= 0 and (doc[i].pos_ == "NUM" or doc[i].text.isdigit())


def _preposition(doc: Doc, noun: Token) -> str:
    """The preposition that opens the noun's phrase, where only agreeing words stand between."""
    for i in range(noun.i - 1, max(noun.i - 4, -1), -1):
        if doc[i].pos_ == "ADP":
            return low(doc[i])
        if doc[i].pos_ not in ("ADJ", "DET", "NUM", "ADV") and doc[i].text not in '«"':
            return ""
    return ""


def _joins(doc: Doc, noun: int, verb: int) -> bool:
    """Whether verb and noun are shown as one trigger: no party and no clause between them."""
    a, b = sorted((noun, verb))
    between = doc[a + 1 : b]
    if noun > verb and _preposition(doc, doc[noun]) in ("с", "со"):
        return len(between) == 1
    if noun < verb:
        return len(between) <= 1 and not any(t.text in CLAUSE_MARKS for t in between)
    return len(between) <= 4 and not any(
        t.text in CLAUSE_MARKS or t.pos_ == "PROPN" or low(t) in ("в", "к", "и") for t in between
    )


def noun_hit(sentence: Span, noun: Token, form: Form) -> Hit | None:
    """The noun alone: «по предложению X», «предложение: …», «просьба прислать …»."""
    doc, i = sentence.doc, noun.i
    before = low(doc[i - 1]) if i > sentence.start else ""
    first = i - 1
    while first > sentence.start and low(doc[first]) in _WHOSE:
        # «По её же предложению в план включён тренинг»
        first -= 1
    if low(doc[max(first, sentence.start)]) == "по" and first < i - 1:
        return Hit(form.frame, "by_noun", i, first, i + 1, form, noun=i)
    if before == "по" and case_of(noun) in ("Dat", ""):
        if i - 2 >= sentence.start and low(doc[i - 2]).startswith("голосова"):
            # «Итоги голосования по предложению Финка: …» moves nothing.
            return None
        owner = doc[i + 1] if i + 1 < sentence.end else None
        if form.frame.kind is Kind.WISH and (owner is None or case_of(owner) != "Gen"):
            # «По пятницам – по желанию»: left to everybody.
            return None
        return Hit(form.frame, "by_noun", i, i - 1, i + 1, form, noun=i)
    if case_of(noun) == "Ins" and before not in ("с", "со") and feature(noun, "Number") == "Plur":
        # «Газета полна призывами голосовать против»: what there is of them, and no act.
        return None
    if form.frame.kind is Kind.WISH and case_of(noun) == "Gen":
        # «Утратили чувство долга, стремления работать»: one of the things told of.
        return None
    if before in ("в", "во", "на", "по"):
        # «Сборник в плане сохранить»: where, and no plan to do so.
        return None
    if _leads_to_action(sentence, noun) and form.frame.kind in _NOUN_KINDS:
        return Hit(form.frame, "noun", i, i, i + 1, form, noun=i)
    if case_of(noun) not in ("Nom", "Acc", ""):
        return None
    following = doc[i + 1 : sentence.end]
    opens = next((t for t in following if t.text in (":", "–", "—") or is_finite(t)), None)
    labelled = opens is not None and opens.text in (":", "–", "—") and opens.i - i <= 6
    direct = len(following) > 0 and "VerbForm=Inf" in str(following[0].morph)
    first = all(_opens(doc, t, i) for t in doc[_behind_call(sentence, i) : i])
    said = " ".join(low(t) for t in sentence if t.pos_ != "ADJ" or not low(t).startswith("прошл"))
    told = first and tells_about(following) and any(o in said for o in outcomes())
    if labelled and first or direct and first or told:
        return Hit(form.frame, "noun", i, i, i + 1, form, noun=i)
    return None


def _has(doc: Doc, i: int, noun: int) -> bool:
    """«У меня», «от цеха», «есть»: who has the noun that follows."""
    if low(doc[i]) in ("есть", "у", "от"):
        return True
    return i > 0 and low(doc[i - 1]) in ("у", "от") and i + 3 >= noun


def _settles(doc: Doc, infinitive: int) -> bool:
    settling = gazetteer("qualifiers")["settling_verbs"]
    return bool(word_lemmas(doc[infinitive].text, pos="VERB") & set(settling))


def _leads_to_action(sentence: Span, noun: Token) -> bool:
    """«предложение (Цой) продать вагоны», «пожелание, чтобы …»: an action right behind the noun."""
    doc = sentence.doc
    # «Просьба к родителям второго класса прийти», «просьба до пятницы сдать отчёты»
    put = noun.i + 1 < sentence.end and low(doc[noun.i + 1]) in ("к", "ко")
    put = put and not can_be(noun, case="Acc") or low(noun) == "просьба"
    reach = _RECEIVER_REACH if put else _OWNER_REACH
    passed = noun.i + 1
    # «И ещё предложение подвал запереть», «предложение от нашего подъезда перенести …»
    before = doc[sentence.start : noun.i]
    opened = all(t.pos_ in _OPENING_WORDS or low(t) in _LEADING for t in before)
    for i in range(noun.i + 1, min(noun.i + reach, sentence.end)):
        if i < passed:
            continue
        if put and doc[i].text == "," and (closing := relative_end(sentence, i)):
            # «Просьба ко всем, у кого бочки, убрать их»
            passed = closing + 1
            continue
        if is_infinitive(doc[i]) or low(doc[i]) in ("чтобы", "чтоб"):
            # «План издания утвердить»: the noun is what is decided on.
            return not (_settles(doc, i) and can_be(noun, case="Acc"))
        owner = doc[i].pos_ in ("PROPN", "NOUN", "ADJ", "DET") and case_of(doc[i]) in ("Gen", "")
        # «Просьба малышей не трогать»: the object stands before its infinitive.
        living = doc[i].pos_ == "NOUN" and feature(doc[i], "Animacy") == "Anim"
        owner = owner or living or put and doc[i].pos_ in _RECEIVING
        owner = owner or opened and (can_be(doc[i], case="Acc") or low(doc[i]) == "от")
        asked = low(doc[i - 1]) in ("к", "ко") or low(doc[i]) in _TO_WHOM
        if not (owner or asked or doc[i].pos_ == "PROPN") and doc[i].text not in (",", "не", "."):
            return False
    return False
