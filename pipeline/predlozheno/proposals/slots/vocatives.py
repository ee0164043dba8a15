"""Who is spoken to by name: «Олег Наильевич, покажите станцию», «Прошу вас, коллеги, …»."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import agrees, case_of, feature, is_small_name, low
from predlozheno.proposals.hits import Hit
from predlozheno.reading.dictionary import is_command
from predlozheno.records.schema import Kind

_YOU_REACH = 4
_SECOND_PERSON = frozenset("вы вас вам вами ты тебя тебе тобой".split())
_EDGES = frozenset(",.!?:;–—…")
_HONOURING = frozenset("уважаемый уважаемая уважаемые дорогой дорогая дорогие".split())
# «Пётр Ильич, комитет просит …», «Соседи, просьба …»
_ASKING = frozenset(("active", "noun", "phrase"))
_SPEAKERS = frozenset("я мы вы ты".split())
_POLITE = frozenset("уважаемый уважаемая уважаемые дорогой дорогая дорогие так и а ну".split())


def called(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """The party called out in the sentence of an imperative or a request, or right before it."""
    orders = hit.diathesis == "imperative" or puts_to_one(hit)
    if not orders and not (hit.diathesis == "first_person" and hit.frame.kind is Kind.REQUEST):
        asked = hit.diathesis in _ASKING and hit.frame.kind is Kind.REQUEST
        name = addressed(context, hit, sentence) if asked else None
        return [name] if name else []
    parties = context.parties_in(sentence.start, sentence.end)
    found = [
        phrase
        for phrase in parties
        if (phrase.label in ("PER", "ROLE", "GROUP") or _honoured(context, phrase))
        and _set_off(context, phrase, sentence)
    ]
    if orders:
        first = _before_you(context, hit, sentence.start)
        beside = [p for p in parties if p.label == "PER" and p.end == first and _nominative(p)]
        name = murmured_name(context, hit, sentence.start)
        if not beside and (name := name or _called_behind(context, hit, sentence.end)):
            beside = [name]
        found += beside
    if found:
        # «Захар, узнай …, и умоляю, Паша, почини …»: each is told what stands nearest.
        before = [p for p in found if p.start < hit.end]
        return before[-1:] or found[:1]
    return _called_before(context, sentence, hit) if orders else []


def _honoured(context: Context, phrase: Phrase) -> bool:
    """«Уважаемый комитет, достаньте …»: a body is spoken to with respect."""
    words = context.doc[max(0, phrase.start - 1) : phrase.start + 1]
    return phrase.label == "ORG" and any(low(t) in _HONOURING for t in words)


def _before_you(context: Context, hit: Hit, start: int) -> int:
    """«Татьяна Юрьевна вы не могли бы …», «денис а ты посчитай»: in front of the pronoun."""
    first = hit.start
    while first - 1 > start and low(context.doc[first - 1]) in ("вы", "ты", "и", "а"):
        first -= 1
    return first


def murmured_name(context: Context, hit: Hit, start: int) -> Phrase | None:
    """«оля набросай проект», «антон ты права не забудь»: a name in small letters before an order."""
    doc, end = context.doc, _before_you(context, hit, start)
    you = (
        i for i in range(end - 1, max(start, end - _YOU_REACH), -1) if low(doc[i]) in ("ты", "вы")
    )
    end = next(you, end)
    begin = end
    while begin > start and doc[begin - 1].text.islower() and is_small_name(doc[begin - 1]):
        begin -= 1
    if begin == end or begin > start and doc[begin - 1].pos_ == "ADP":
        return None
    return Phrase(begin, end, doc[begin], "PER")


def _called_behind(context: Context, hit: Hit, end: int) -> Phrase | None:
    """«поговорите елена сергеевна»: a name in small letters right behind an order."""
    doc, stop = context.doc, hit.end
    while stop < end and doc[stop].text.islower() and is_small_name(doc[stop]):
        stop += 1
    return Phrase(hit.end, stop, doc[hit.end], "PER") if stop > hit.end else None


def puts_to_one(hit: Hit) -> bool:
    """«С тебя смета», «на вас чай», «вы не могли бы …»: a phrase that one is told to the face."""
    return hit.diathesis == "phrase" and hit.frame.id in (
        "assignment.s_tebya",
        "request.ne_mogli_by",
    )


def addressed(context: Context, hit: Hit, sentence: Span) -> Phrase | None:
    """«Пётр Ильич, комитет просит …»: the name that opens a sentence and is nobody's subject.

    «Пётр Ильич, выслушав всех, просит …», «Пётр Ильич, наш завхоз, просит …»: there he asks himself.
    """
    doc, start = context.doc, sentence.start
    while start < hit.start and low(doc[start]) in _POLITE:
        start += 1
    phrase = context.phrase_at(start)
    if phrase is None or phrase.end >= hit.start or doc[phrase.end].text not in ",!":
        return None
    several = feature(phrase.head, "Animacy") == "Anim" and feature(phrase.head, "Number") == "Plur"
    called_out = phrase.label in ("PER", "ROLE", "GROUP") or several
    if not called_out or not _nominative(phrase):
        return None
    if phrase.start > sentence.start and low(doc[phrase.start - 1]) in _HONOURING:
        return phrase
    return phrase if _has_another_subject(context, phrase, hit) else None


def _has_another_subject(context: Context, name: Phrase, hit: Hit) -> bool:
    """Whether behind the comma somebody else acts: a pronoun, or a nominative that is no apposition."""
    doc = context.doc
    pleads = hit.diathesis == "phrase" and hit.frame.id == "request.prosba_takaya"
    if hit.diathesis in ("first_person", "noun") or pleads:
        return True
    for phrase in context.phrases_in(name.end + 1, hit.start):
        if low(phrase.head) in _SPEAKERS:
            return True
        before = doc[phrase.start - 1]
        apposed = doc[phrase.end].text == "," or low(before) in ("и", "или")
        preposed = before.pos_ == "ADP"
        acts = name.label == "PER" and case_of(phrase.head) == "Nom"
        acts = acts and agrees(phrase.head, doc[hit.head])
        if acts and not apposed and not preposed:
            return True
    return False


def by_name(context: Context, hit: Hit, sentence: Span, addressees: list[Phrase]) -> list[Phrase]:
    """The addressees, a pronoun of the second person together with the name beside it."""
    spoken = [p for p in addressees if low(p.head) in _SECOND_PERSON]
    if addressees and not spoken:
        return addressees
    names = called(context, hit, sentence)
    if not names:
        return addressees
    name = names[0]
    if spoken and name.start == spoken[0].end + 1:
        return [Phrase(spoken[0].start, name.end, name.head, name.label)]
    return names


def _set_off(context: Context, phrase: Phrase, sentence: Span) -> bool:
    """Whether commas, or the sentence's own edges, stand on both sides of a nominative."""
    doc = context.doc
    before, after = phrase.start - 1, phrase.end
    while before >= sentence.start and low(doc[before]) in _POLITE:
        before -= 1
    opened = before < sentence.start or doc[before].text in _EDGES
    closed = after < sentence.end and doc[after].text in ",!"
    closed = closed or (after >= sentence.end - 1 and before >= sentence.start)
    listed = before >= sentence.start and closed and _in_list(context, phrase, sentence)
    return opened and closed and _nominative(phrase) and not listed


def _in_list(context: Context, phrase: Phrase, sentence: Span) -> bool:
    """«Орлов, Беляев, Титов»: names in a row are no call."""
    parties = context.parties_in(sentence.start, sentence.end)
    return any(p.end + 1 == phrase.start or phrase.end + 1 == p.start for p in parties)


def _nominative(phrase: Phrase) -> bool:
    return phrase.has_case("Nom") and feature(phrase.head, "Case") in ("Nom", "", "Gen")


def _called_before(context: Context, sentence: Span, hit: Hit) -> list[Phrase]:
    """«Николай Саввич, на вас. И поставьте шлагбаум»: a call that opens the sentence before."""
    doc = context.doc
    if sentence.start == 0:
        return []
    above = doc[sentence.start - 1].sent
    if context.block_index(above.start) != context.block_index(sentence.start):
        return []
    several = low(doc[hit.head]).endswith(("те", "тесь"))
    ordered = [t for t in above if is_command(low(t))]
    if ordered and several != low(ordered[-1]).endswith(("те", "тесь")):
        # «Вера, внеси в протокол. Уберите вагончик»: the one was told, the others are.
        return []
    last = above[-1]
    if low(sentence[0]) == "и" and last.text.islower() and is_small_name(last):
        # «пересчитай валя | и докупи мешки»: called at the end of the order before.
        return [Phrase(last.i, last.i + 1, last, "PER")]
    opened = above.start
    while opened < above.end and doc[opened].text.islower() and is_small_name(doc[opened]):
        opened += 1
    if (
        low(sentence[0]) == "и"
        and above.start < opened < above.end
        and is_command(low(doc[opened]))
    ):
        # «зоя петровна распечатайте | и раздайте»
        return [Phrase(above.start, opened, doc[above.start], "PER")]
    for phrase in context.parties_in(above.start, above.end):
        alone = phrase.start == above.start and phrase.end >= above.end - 1
        called_out = phrase.label in ("PER", "ROLE") or alone
        if called_out and _set_off(context, phrase, above):
            return [phrase]
    return []
