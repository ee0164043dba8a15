"""«Поручить подготовку сметы бухгалтеру»: who is told stands behind what is to be done."""

from __future__ import annotations

from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import case_of, is_word, low, trim
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.bodies import behind_members
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_HEADS = ("ORG", "ROLE", "PER", "GROUP")


def behind_object(context: Context, hit: Hit, found: Found) -> list[Phrase]:
    """The party in the dative behind the noun that is laid on it; taken out of the content.

    What follows the party belongs to the content: «… Министерству транспорта совместно с районом».

    Args:
        context: the document.
        hit: whose frame governs a bare dative.
        found: with the content, a noun phrase in the accusative; changed in place.
    """
    if [len(parts) for parts in found.contents] != [1]:
        return []
    ((start, end),) = found.contents[0]
    frame = hit.frame
    if frame.takes("addressee", "dative") and frame.takes("content", "accusative"):
        parties = _datives(context, start, end) if found.form == "nominal" else []
        if frame.kind is Kind.PROPOSAL:
            # «Предложена кандидатура Роговой»: nothing is laid on anybody.
            parties = [p for p in parties if not can_be(p.head, case="Gen")]
    elif frame.takes("addressee", "accusative") and hit.diathesis == "phrase":
        parties = _named(context, start, end)
    else:
        return []
    party = next(iter(parties), None)
    if party is None:
        return []
    rest = behind_members(context, party.end, end)
    before, behind = trim(context.doc, start, party.start), trim(context.doc, rest, end)
    found.contents[0] = [span for span in (before, behind) if span[0] < span[1]]
    return [party]


def _named(context: Context, start: int, end: int) -> list[Phrase]:
    """«Назначить ответственным за сбор подписей Дымова»: a person that may be an accusative, last."""
    return [
        party
        for party in context.parties_in(start + 1, end)
        if party.label == "PER" and party.end == end and can_be(party.head, case="Acc")
    ]


def _datives(context: Context, start: int, end: int) -> list[Phrase]:
    """The parties in the dative that nothing before them governs, the last one first."""
    doc, found = context.doc, []
    for party in context.parties_in(start + 1, end):
        before = doc[party.start - 1]
        giving = {low(t) for t in doc[start : party.start]} & set(gazetteer("edges")["giving"])
        plain = case_of(party.head) == "Dat" or not can_be(party.head, case="Gen")
        if party.label not in _HEADS or not can_be(party.head, case="Dat") or giving:
            continue
        ends = (
            party.end == end or doc[party.end].pos_ in ("ADP", "ADV") or not is_word(doc[party.end])
        )
        if before.pos_ != "ADP" and is_word(before) and (plain or party.end == end) and ends:
            found.append(party)
    return found[::-1]
