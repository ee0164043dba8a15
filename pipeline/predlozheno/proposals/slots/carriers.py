"""What only leads up to a content: «необходимость …», «компромисс – …», «да, …»."""

from __future__ import annotations

from predlozheno.proposals.context import Context
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_word, low
from predlozheno.resources import gazetteer

_ASKING = frozenset("просьба предложение ходатайство требование призыв пожелание".split())
_SIGNS = frozenset(":–—-")
# «Предложения по борьбе с пожарами, а именно: …»
_NAMING = (["а", "именно"], ["в", "частности"], ["в", "том", "числе"])
_NAMING_REACH = 14
_FOLLOWING = ("следующ", "нижеследующ")
# So many words may stand between the sign and the infinitive that it leads to.
_REACH = 6


def behind_carrier(context: Context, position: int, end: int) -> int:
    """Steps over «необходимости» and the like, which only carry the content."""
    doc, carriers = context.doc, gazetteer("edges")["carriers"]
    if (
        low(doc[position]) in ("с", "со")
        and position + 2 < end
        and doc[position + 1].lemma_ in _ASKING
    ):
        # «Обращаются к владельцам, живущим за рекой, | с призывом сообщить …»
        position += 2
    while position + 1 < end and doc[position].lemma_ in carriers and is_word(doc[position + 1]):
        if doc[position + 1].text[0].isdigit():
            # «Вопрос 7 перенести на пятницу»: a thing by its number.
            break
        position += 1
    return position


def behind_asking(context: Context, position: int, end: int) -> int:
    """«Обращение музея с просьбой | о шефстве»: the second noun only says what sort of wish it is."""
    doc = context.doc
    asks = position + 2 < end and doc[position].lemma_ in _ASKING
    return position + 2 if asks and low(doc[position + 1]) in ("о", "об") else position


def behind_naming(context: Context, start: int, end: int) -> int:
    """«(Предложения) по лесным пожарам, а именно: | обмениваться»: the list and not its topic."""
    doc = context.doc
    for i in range(start, min(end - 1, start + _NAMING_REACH)):
        if is_infinitive(doc[i]) or is_finite(doc[i]):
            break
        if doc[i].text == ":" and any(
            [low(t) for t in doc[i - len(words) : i]] == words for words in _NAMING
        ):
            return i
    return start


def behind_announcement(context: Context, start: int, end: int) -> int:
    """«(Договорились) о нижеследующем | :», «(согласовали) следующие меры | :»: a list comes."""
    doc, i = context.doc, start
    i += i < end and doc[i].pos_ == "ADP"
    if i >= end or not low(doc[i]).startswith(_FOLLOWING):
        return start
    i += 1
    if i < end and doc[i].pos_ == "NOUN":
        whose = context.phrase_at(i)
        i = whose.end if whose is not None and whose.end <= end else i + 1
    return i if i < end and doc[i].text == ":" else start


def behind_summary(context: Context, start: int, end: int) -> int:
    """«Предложила компромисс – срок продлить»: what sums it up stands before the sign.

    A thing that is itself wanted («предложила греющий кабель: вложиться и забыть») is none.
    """
    doc, phrase = context.doc, context.phrase_at(start)
    if phrase is None or phrase.end + 1 >= end:
        return start
    if phrase.head.lemma_ not in gazetteer("edges")["summaries"]:
        return start
    if doc[phrase.end].text not in _SIGNS:
        return start
    for token in doc[phrase.end + 1 : min(end, phrase.end + 1 + _REACH)]:
        if is_infinitive(token):
            return phrase.end + 1
        if is_finite(token):
            break
    return start


def behind_yes(context: Context, start: int, end: int) -> int:
    """«Решили, что да, покупаем»: the answer to what was asked before it."""
    answers = start + 1 < end and low(context.doc[start]) in ("да", "нет")
    return start + 2 if answers and context.doc[start + 1].text == "," else start
