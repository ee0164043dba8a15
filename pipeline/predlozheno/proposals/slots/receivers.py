"""Those who are told to do it: as targets, and each with his part («складу …, а бухгалтерии – …»)."""

from __future__ import annotations

from predlozheno.language.agreement import is_abbreviation
from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import case_of, feature, is_infinitive, low
from predlozheno.proposals.slots.bodies import behind_members, is_body, widened
from predlozheno.reading.dictionary import is_name
from predlozheno.records.schema import Role

_QUOTES = frozenset('«»"„“”')
_DASHES = ("–", "—", "-")
_REACH = 8
# What a tagger takes a dative in -е or -и for.
_MISREAD = ("Acc", "Gen", "Nom", "Loc")
_BEHIND_HANDLE = frozenset(":–—-+,&")


def own_receiver(
    context: Context, part: TokenSpan, receivers: list[Phrase]
) -> tuple[list[Phrase], TokenSpan]:
    """The party that an action opens with, in the case of those told the action before it.

    Args:
        context: the document.
        part: the action, as it was split off.
        receivers: of the action before; empty where the order itself is in the dative («юристу
            подготовить …» behind a colon).

    Returns:
        The party, or none; and what is left of the action.
    """
    start, end = part
    if (named := _between_marks(context, start, end)) and can_be(named.head, case="Dat"):
        return [named], (named.end + 2, end)
    phrase = context.phrase_at(start)
    asked = bool(receivers) and case_of(receivers[0].head) == "Acc"
    case = "Acc" if asked and not can_be(receivers[0].head, case="Dat") else "Dat"
    if phrase is None or phrase.end >= end:
        return [], part
    if not (can_be(phrase.head, case=case) or is_abbreviation(phrase.head.text)):
        return [], part
    dashed = context.doc[phrase.end].text in _DASHES
    begin = phrase.end + 1 if dashed else behind_members(context, phrase.end, end)
    infinitive = next(
        (i for i in range(begin, min(end, begin + _REACH)) if is_infinitive(context.doc[i])), None
    )
    if dashed and infinitive is None and phrase.label and phrase.has_case("Dat"):
        # «…, Косте – прототип бота»: the verb is that of the part before.
        return [phrase], (begin, end)
    if infinitive is None or any(
        context.doc[i].text in (";", ":") for i in range(begin, infinitive)
    ):
        return [], part
    if dashed:
        return [phrase], (begin, end)
    told = phrase.label or feature(phrase.head, "Animacy") == "Anim" or is_body(phrase)
    # «Фадееву проработать смету»: she would be no object beside another one.
    # «(Орлову составить заявку,) Тарханову подписать»: one person after the other is told.
    beside = bool(receivers) and receivers[0].label == "PER" and infinitive == phrase.end
    objects = any(p.has_case("Acc") for p in context.phrases_in(infinitive + 1, end))
    another = phrase.label == "PER" and (beside or objects) or is_body(phrase) and objects
    dative = phrase.has_case("Dat") or another and case_of(phrase.head) in _MISREAD
    plain = dative and (another or not can_be(phrase.head, case="Acc"))
    sure = (plain or is_abbreviation(phrase.head.text)) and case == "Dat"
    joined = low(context.doc[start - 1]) in ("и", ",", "а", ":", ";")
    return ([phrase], (begin, end)) if told and sure and joined else ([], part)


def _between_marks(context: Context, start: int, end: int) -> Phrase | None:
    """«(Отделу найти деньги,) а «Роднику» – начать работы»: a name between quotation marks alone."""
    doc = context.doc
    named = context.phrase_at(start + 1) if doc[start].text in _QUOTES else None
    if named is None or named.end + 2 >= end or doc[named.end + 1].text not in _DASHES:
        return None
    return named if doc[named.end].text in _QUOTES else None


def receivers_of(context: Context, addressees: list[Phrase]) -> list[Mention]:
    """The addressees as targets, with where they are from, and those in brackets who act for them."""
    # «@имя: сделать» names who does it, «Отделу сделать» who is told to.
    ordered = any(_is_handle(context, phrase) for phrase in addressees)
    role = Role.EXECUTOR if ordered else Role.ADDRESSEE
    addressees = _named_only(context, addressees)
    told = [Mention(widened(context, phrase), role=role) for phrase in addressees]
    return told + bracketed_executors(context, addressees)


def _named_only(context: Context, addressees: list[Phrase]) -> list[Phrase]:
    """«Операторам, АО «Сайма» и компании «Ладья»»: the names say who the first word means."""
    if len(addressees) < 2 or context.doc[addressees[0].end].text != ",":
        return addressees
    quoted = ["»" in context.doc[p.start : p.end].text for p in addressees]
    plain = addressees[0].end - addressees[0].start == 1
    return addressees[1:] if plain and not quoted[0] and all(quoted[1:]) else addressees


def _is_handle(context: Context, phrase: Phrase) -> bool:
    doc = context.doc
    handle = doc[phrase.start].text.startswith("@") or (
        phrase.start > 0 and doc[phrase.start - 1].text == "@"
    )
    return handle and phrase.end < len(doc) and doc[phrase.end].text in _BEHIND_HANDLE


def bracketed_executors(context: Context, addressees: list[Phrase]) -> list[Mention]:
    """«Райпо (Сухов Г.В.) завезти муку»: the person in brackets behind a body acts for it."""
    doc, found = context.doc, []
    for body in addressees:
        if body.label == "PER" or body.end + 2 >= len(doc) or doc[body.end].text != "(":
            continue
        person = context.phrase_at(body.end + 1)
        if person and _is_person(person) and doc[person.end].text == ")":
            found.append(Mention(person, role=Role.EXECUTOR))
    return found


def _is_person(phrase: Phrase) -> bool:
    alone = phrase.end - phrase.start == 1 and phrase.head.text[:1].isupper()
    return phrase.label == "PER" or (alone and not phrase.label and is_name(phrase.head.text))
