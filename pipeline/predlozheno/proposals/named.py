"""Who is named by name alone: before a colon or a dash, or in a list behind a label."""

from __future__ import annotations

import re

from predlozheno.language.agreement import name_forms
from predlozheno.language.morphology import can_be, lemmas
from predlozheno.language.surname_forms import can_be_nominative, can_be_undeclined, has_initials
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import is_finite, low
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.bodies import can_act
from predlozheno.reading.dictionary import is_name

# «Куратор – Орлов», «соисполнитель – склад»: what he is called stands before his name.
_LABELS = frozenset("куратор соисполнитель исполнитель ответственный координатор контроль".split())
_LONGEST_CUT = 4
# Between a name and what is to be done there is no more than a time («до 15 марта включительно»).
_LONGEST_TERM = 5
# «Истоминой», «Орлову»: no surname is so in the nominative.
_OBLIQUE = re.compile(r"(?:[оеё]в|[иы]н)(?:ой|у|ым)$|[сц]к(?:ому|им)$")
# «Ярцеву», «Сомовскому» are no nominatives of anybody, whatever the tagger says.
_DATIVE = re.compile(r"(?:[оеё]в|[иы]н)у$|[сц]кому$")
# Without one of these between a name and an infinitive nobody is named.
_SIGNS = frozenset((":", "–", "—", "-"))
_TOGETHER = ("вместе", "совместно", "сообща", "с", "со")
_BETWEEN = (",", ";", "/", "и", "–", "-")


def named_executors(context: Context, start: int, infinitive: int) -> list[Phrase]:
    """«@tanya, @ivan: набросать тесты», «Петров – подготовить зал»."""
    doc, i = context.doc, start
    found: list[Phrase] = []
    if _SIGNS.isdisjoint(columns(doc).text[start:infinitive]):
        return found
    while i < infinitive:
        if doc[i].text in _SIGNS:
            return found if i + 1 == infinitive or found else []
        phrase = person_at(context, i)
        if low(doc[i]) == "я" and not found:
            found.append(Phrase(i, i + 1, doc[i], "PER"))
            i += 1
        elif phrase and phrase.label in ("PER", "ROLE", "ORG") and may_act(phrase):
            found.append(phrase)
            i = phrase.end
        elif doc[i].text in (",", "+", "&", "@") or low(doc[i]) == "и":
            i += 1
        elif found and (fellow := _fellow(context, i, infinitive)):
            i = fellow.end
        else:
            return []
    return []


def companions(context: Context, last: Phrase, end: int) -> list[Phrase]:
    """«Орлов вместе с охраной – …»: with whom the one named before the dash is to do it."""
    fellow = _fellow(context, last.end, end)
    return [fellow] if fellow else []


def _fellow(context: Context, token: int, end: int) -> Phrase | None:
    """The party behind «вместе с», «совместно с» or «с», right before the dash or colon."""
    doc, i = context.doc, token
    while i < end and low(doc[i]) in _TOGETHER:
        i += 1
    if i == token or i >= end or low(doc[i - 1]) not in ("с", "со"):
        return None
    phrase = context.phrase_at(i)
    if phrase is None or phrase.end >= end or not phrase.has_case("Ins") or not can_act(phrase):
        return None
    return phrase if doc[phrase.end].text in _SIGNS else None


def named_outright(context: Context, start: int, infinitive: int) -> list[Phrase]:
    """«Сидоров О. П. до мая закупить насос»: a name that is plainly no dative, and no dash behind."""
    phrase = context.phrase_at(start)
    if phrase is None or phrase.label != "PER" or infinitive - phrase.end > _LONGEST_TERM:
        return []
    full = has_initials(context.doc[phrase.start : phrase.end])
    between = context.doc[phrase.end : infinitive]
    apart = any(is_finite(t) or t.text == "," for t in between)
    oblique = can_be_undeclined(phrase.head.text) or can_be(phrase.head, case="Dat")
    return [phrase] if full and not apart and not oblique else []


def person_at(context: Context, token: int) -> Phrase | None:
    """The phrase at a token; a first name that nobody took for a person is one."""
    phrase = context.phrase_at(token)
    word = context.doc[token]
    if phrase is not None and phrase.label or not word.text.istitle() or not is_name(word.text):
        return phrase
    return Phrase(token, token + 1, word, "PER")


def may_act(phrase: Phrase) -> bool:
    """Whether a party that only stands by itself is named in the nominative.

    Taggers give a surname without any verb whatever case it looks like.
    """
    office = phrase.head.doc[phrase.start]
    titled = phrase.end - phrase.start > 1 and office.is_alpha and office.pos_ == "NOUN"
    if titled and not is_name(office.text) and not can_be(office, case="Nom"):
        # «Завучу Орловой – …»
        return False
    name = phrase.head
    alone = phrase.label == "PER" and phrase.end - phrase.start == 1
    if alone and _DATIVE.search(low(name)):
        return False
    if phrase.has_case("Nom"):
        return True
    if phrase.label != "PER" or _OBLIQUE.search(low(name)):
        return False
    forms = {form.case for form in name_forms(name)}
    return "Nom" in forms or any(can_be_nominative(name.text, g) for g in ("Masc", "Fem"))


def named_parties(context: Context, start: int, end: int) -> list[Phrase]:
    """The parties of a run that only names them; its first noun phrases where none was recognised."""
    found = [
        p
        for p in context.parties_in(start, end)
        if p.label != "LOC" and not lemmas(p.head.text) & _LABELS and not _shortened(context, p)
    ]
    found = [p for p in found if not _is_side(context, p)]
    phrases = context.phrases_in(start, end)
    if not found:
        return [p for p in phrases if context.doc[p.start].is_title or p is phrases[0]][:2]
    known = {i for p in found for i in range(p.start, p.end)}
    listed = [
        p
        for p in phrases
        if known.isdisjoint(range(p.start, p.end))
        and _is_listed(context, p, start, end)
        and not _shortened(context, p)
    ]
    return sorted([*found, *listed], key=lambda p: p.start)


def _is_side(context: Context, phrase: Phrase) -> bool:
    """«с Российской Стороны – Минтранс»: on whose side the one who is named behind the dash stands."""
    doc, end = context.doc, phrase.end
    if end >= len(doc) or doc[end].text not in "–—-" or not phrase.start:
        return False
    return low(doc[phrase.start - 1]) in ("с", "со", "от") and low(phrase.head).startswith("сторон")


def _shortened(context: Context, phrase: Phrase) -> bool:
    """«нач. склада Пыльнов»: an office cut short, before the name that counts."""
    cut = phrase.end < len(context.doc) and context.doc[phrase.end].text == "."
    word = phrase.head.text
    return cut and phrase.end - phrase.start == 1 and word.islower() and len(word) <= _LONGEST_CUT


def _is_listed(context: Context, phrase: Phrase, start: int, end: int) -> bool:
    """«Отв.: Орлов, бухгалтерия, склад»: a body of its own between the commas of the list."""
    doc = context.doc
    before = phrase.start == start or low(doc[phrase.start - 1]) in _BETWEEN
    behind = phrase.end == end or low(doc[phrase.end]) in (*_BETWEEN, ".")
    named = can_act(phrase) or doc[phrase.end - 1].text == "»"
    return before and behind and phrase.has_case("Nom") and named
