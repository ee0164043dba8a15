"""Who is charged with an item of a resolution, where neither a dative nor a name opens it."""

from __future__ import annotations

from dataclasses import replace

from predlozheno.language.complements import quoted_end
from predlozheno.language.morphology import fold, lemmas
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.grammar import low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.bodies import can_act, cues, own_body
from predlozheno.proposals.slots.subjects import coordinated
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer


def charged(context: Context, start: int, infinitive: int) -> list[Phrase]:
    """«За дирекцией – подыскать средства»: the instrumental behind «за», before a dash."""
    if low(context.doc[start]) != "за" or context.doc[infinitive - 1].text not in ("–", "—", ":"):
        return []
    phrase = context.phrase_at(start + 1)
    if phrase is None or not phrase.has_case("Ins") or phrase.end != infinitive - 1:
        return []
    return [phrase]


def behind_infinitive(context: Context, start: int, infinitive: int, end: int) -> list[Phrase]:
    """«Сверку провести Иванову И.И. и юристу»: the datives right behind a verb of making.

    The object stands first; a verb that gives or tells something («направить главе») has a receiver
    there instead, so that only verbs of the list count.
    """
    doc = context.doc
    if infinitive == start or infinitive + 1 >= end:
        return []
    if fold(doc[infinitive].lemma_) not in _makers():
        return []
    phrase = context.phrase_at(infinitive + 1)
    if phrase is None or phrase.end > end or phrase.label not in ("PER", "ROLE", "ORG"):
        return []
    if not phrase.has_case("Dat"):
        return []
    return [phrase, *coordinated(context, phrase, "Dat", end)]


def petitioned(context: Context, start: int, infinitive: int) -> Phrase | None:
    """«В адрес района: отремонтировать мост», «К редколлегиям: увеличить …»: to whom it is put."""
    doc = context.doc
    opened = [low(t) for t in doc[start : start + 2]]
    skip = 2 if opened == ["в", "адрес"] else 1 if opened[:1] in (["к"], ["ко"]) else 0
    if not skip or start + skip >= infinitive:
        return None
    phrase = context.phrase_at(start + skip)
    if doc[start + skip].text == "«" and (closing := quoted_end(doc, start + skip)):
        phrase = Phrase(start + skip, closing, doc[start + skip + 1], "ORG")
    if phrase is None or phrase.end >= infinitive or doc[phrase.end].text != ":":
        return None
    return phrase if can_act(phrase) else None


def keep_sense(
    context: Context, own: Hit | None, hits: list[Hit], drafts: list[Draft], *, unsaid: bool
) -> None:
    """What a verb that governs nothing here still says: «возложить на», «обратиться с письмом»."""
    if own is None:
        return
    for draft in drafts if own not in hits else []:
        _lay_on(context, own, draft)
    # «Пригласить участкового» asks him for nothing more, and is done by those who resolve it.
    calls = own.frame.takes("addressee", "accusative")
    if own.frame.kind is Kind.REQUEST and unsaid and drafts and not calls:
        drafts[0].kind = Kind.REQUEST


def _lay_on(context: Context, hit: Hit, draft: Draft) -> None:
    """«Заведование временно возложить на Акопян», «закрепить за участком дежурных»: on whom it is laid.

    Args:
        context: the document.
        hit: the verb of laying, of which the item is made without its frame.
        draft: of the item; changed in place.
    """
    verb = lemmas(context.doc[hit.head].text)
    if verb & cues("laying"):
        draft.kind = Kind.ASSIGNMENT
        draft.targets = [
            replace(m, role=Role.ADDRESSEE) if m.role is Role.EXECUTOR else m for m in draft.targets
        ]
    elif verb & cues("fixing"):
        start, end = draft.content[0]
        place = next((i for i in range(start, end - 1) if low(context.doc[i]) == "за"), None)
        party = context.phrase_at(place + 1) if place is not None else None
        if party is not None and party.end <= end and party.has_case("Ins") and can_act(party):
            draft.targets = [Mention(own_body(context, party), role=Role.ADDRESSEE), *draft.targets]


def _makers() -> frozenset[str]:
    return frozenset(fold(verb) for verb in gazetteer("target-cues")["makers"])
