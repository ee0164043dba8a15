"""Parties that go on without the verb: «Хор предложил вечер, музей – открыть зал»."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Mention
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import is_infinitive
from predlozheno.proposals.slots.reporters import is_party

_DASHES = ("–", "—", "-")
_REACH = 6


def gapped(context: Context, part: TokenSpan) -> tuple[Mention, TokenSpan] | None:
    """The party in the nominative that a further action opens with before a dash, and the action."""
    start, end = part
    while start < end and context.doc[start].text == ",":
        start += 1
    phrase = context.phrase_at(start)
    if phrase is None or phrase.end + 1 >= end or context.doc[phrase.end].text not in _DASHES:
        return None
    behind = context.doc[phrase.end + 1 : min(end, phrase.end + 1 + _REACH)]
    # «Иванов – сканер»: of the action no more is said; «руководитель – Иванов» is no party.
    acts = any(map(is_infinitive, behind)) or phrase.label == "PER" and _is_thing(context, behind)
    if not phrase.has_case("Nom") or not is_party(phrase) or not acts:
        return None
    return Mention(phrase), (phrase.end + 1, end)


def parted_movers(context: Context, parts: list[TokenSpan]) -> list[list[TokenSpan]]:
    """«купить принтер, | а Иванов – сканер»: an action where another goes on without the verb."""
    start, end = parts[-1]
    doc = context.doc
    for i in range(start + 1, end - 2):
        if doc[i].text not in (",", ";"):
            continue
        begin = i + 2 if doc[i + 1].lower_ == "а" else i + 1
        if gapped(context, (begin, end)) is not None:
            return [[*parts[:-1], (start, i)], *parted_movers(context, [(begin, end)])]
    return [parts]


def _is_thing(context: Context, behind: Span) -> bool:
    """Whether what follows is no office and no name: «Иванов – председатель», «Иванов – Петров»."""
    phrase = context.phrase_at(behind.start)
    return phrase is None or not phrase.label


def parted_datives(context: Context, part: TokenSpan) -> list[TokenSpan]:
    """«(Лейле) подготовить обращение, | Косте – прототип»: where another is told without the verb."""
    start, end = part
    doc = context.doc
    for i in range(start + 1, end - 1):
        phrase = context.phrase_at(i + 1) if doc[i].text == "," else None
        if phrase is None or not phrase.label or not phrase.has_case("Dat"):
            continue
        if phrase.end + 1 < end and doc[phrase.end].text in _DASHES:
            return [(start, i), *parted_datives(context, (i + 1, end))]
    return [part]
