"""Who is told by no name or with others: «кто-то из зала», «проверяющие», «Рита с Костей»."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.language.morphology import analyses, can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import agrees, closing_bracket, feature, is_finite, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.reporters import is_party

# Words that stand for somebody where a verb follows, alone or with «из» and whom he is one of.
_MANY = frozenset("многие некоторые все остальные".split())
_ANYBODY = _MANY | {"кто-то", "некто"}
_ONE = frozenset("один одна одно двое трое четверо пятеро".split())
_WITH = frozenset(("с", "со"))
_TOGETHER = frozenset("вместе совместно".split())


def anybody(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«Кто-то из родителей предложил», «Одна из мам попросила», «Многие просили»."""
    doc, verb = context.doc, context.doc[hit.head]
    if hit.diathesis not in ("active", "support") or not is_finite(verb):
        return []
    if feature(verb, "Person") in ("1", "2") or feature(verb, "Voice") == "Pass":
        return []
    if body := _with_people(context, hit, sentence):
        return body
    first = doc[sentence.start]
    if first.i + 1 == hit.start and feature(verb, "Number") == "Plur" and _are_many(first):
        return [Phrase(first.i, hit.start, first, "GROUP")]
    for i in range(hit.start - 1, sentence.start - 1, -1):
        word = low(doc[i])
        if doc[i].text in ",;:–—" or is_finite(doc[i]):
            return []
        if word not in _ANYBODY and word not in _ONE:
            continue
        if word in _MANY and feature(verb, "Number") != "Plur":
            # «Всё это требует внимания.»
            return []
        if i > sentence.start and doc[i - 1].pos_ == "ADP":
            return []
        out_of = low(doc[i + 1]) == "из" and i + 2 < hit.start
        group = context.phrase_at(i + 2) if out_of else None
        if group is not None and group.end <= hit.start:
            return [Phrase(i, group.end, doc[i], "GROUP")]
        return [Phrase(i, i + 1, doc[i], "GROUP")] if word in _ANYBODY else []
    return []


def _with_people(context: Context, hit: Hit, sentence: Span) -> list[Phrase]:
    """«Кухонный актив (Косых М. В.) рекомендует»: a body, and in brackets who is in it."""
    doc, phrase = context.doc, context.phrase_at(sentence.start)
    if phrase is None or phrase.end >= hit.start or doc[phrase.end].text != "(":
        return []
    closed = closing_bracket(doc, phrase.end, hit.start) == hit.start
    acting = can_be(phrase.head, case="Nom") and agrees(phrase.head, doc[hit.head])
    people = any(p.label == "PER" for p in context.parties_in(phrase.end, hit.start))
    return [phrase] if closed and acting and people else []


def _are_many(token: Token) -> bool:
    """«Проверяющие требуют», «Собравшиеся просят»: a participle that stands for people."""
    return token.text.istitle() and any(
        reading.pos == "VERB"
        and reading.features.get("Case") == "Nom"
        and reading.features.get("VerbForm") == "Part"
        and reading.features.get("Number") == "Plur"
        for reading in analyses(token.text)
    )


def with_company(context: Context, phrases: list[Phrase], hit: Hit) -> list[Phrase]:
    """«Рита с Костей предлагают», «Кротов вместе с завучем предложил»: both want it."""
    doc = context.doc
    if not phrases or phrases[-1].end + 1 >= hit.start:
        return phrases
    i = phrases[-1].end
    joined = low(doc[i]) in _TOGETHER
    i += joined
    if i + 1 >= hit.start or low(doc[i]) not in _WITH:
        return phrases
    fellow = context.phrase_at(i + 1)
    many = feature(doc[hit.head], "Number") == "Plur" and len(phrases) == 1
    alone = feature(phrases[-1].head, "Number") != "Plur"
    if fellow is None or fellow.end > hit.start or not (joined or many and alone):
        return phrases
    return [*phrases, fellow] if fellow.has_case("Ins") and is_party(fellow) else phrases
