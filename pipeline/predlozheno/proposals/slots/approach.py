"""The way from a trigger to its content: who and what is passed before the content begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.edges import TokenSpan, skip_left
from predlozheno.proposals.grammar import case_of, closing_bracket, is_infinitive, low
from predlozheno.proposals.hits import Hit, settles
from predlozheno.proposals.nominal_runs import phrase_end
from predlozheno.proposals.slots.bodies import behind_members, can_act
from predlozheno.proposals.slots.described import behind_description
from predlozheno.proposals.slots.parties import governed_at, preposition
from predlozheno.proposals.slots.timing import find_times
from predlozheno.proposals.slots.voice import is_proposer
from predlozheno.records.schema import Kind

# «заместителя главы», «по финансам» and the name may be phrases of their own.
_OWNERS = 3
# What others may rule on.
PUT_FORWARD = (Kind.PROPOSAL, Kind.REQUEST, Kind.WISH)
_WHO = frozenset(("кто", "кого", "кому"))
_OBLIQUE = ("Dat", "Acc", "Gen")
_TOO = frozenset("также тоже еще очень все-таки наконец".split())
_SUCH = frozenset("такое такая такой следующее следующая".split())
_ALL = frozenset("всех тех всем тем".split())


@dataclass(slots=True)
class Found:
    """What stands around a trigger.

    Attributes:
        contents: for each record the fragments of its content, token spans.
        form: the governed form that was found («infinitive», «чтобы», «о + locative» …), or "items"
            where the trigger heads a list and its contents are the items.
        proposers, addressees: phrases passed on the way to the content.
        purposes: token spans of purposes at its edges.
        region: the clause from its left border to its right one.
    """

    contents: list[list[TokenSpan]] = field(default_factory=list)
    form: str = ""
    proposers: list[Phrase] = field(default_factory=list)
    addressees: list[Phrase] = field(default_factory=list)
    purposes: list[TokenSpan] = field(default_factory=list)
    region: TokenSpan = (0, 0)


def left_edge(context: Context, hit: Hit, start: int, end: int, found: Found) -> int:
    """Moves from the trigger to where its content begins."""
    doc, position = context.doc, _behind_owner(context, hit, start, end)
    while position < end:
        if doc[position].text == ":" or low(doc[position]) in ("чтобы", "чтоб", "что"):
            return position
        if (
            doc[position].text == ","
            and position + 1 < end
            and low(doc[position + 1]) in ("чтобы", "чтоб", "что")
        ):
            return position + 1
        if (
            low(doc[position]) in _TOO
            and position + 2 < end
            and low(doc[position + 2]) in ("чтобы", "чтоб")
        ):
            # «Хотелось бы также, чтобы …»
            return position + 2
        if doc[position].text in "–—" and position + 1 < end and doc[position].i == start:
            position += 1
            continue
        phrase = role_at(context, hit, position, end, found)
        if phrase and phrase.end < end and not _is_content_object(context, hit, phrase, end, found):
            position = _behind_office(context, phrase, phrase.end, end)
            if position < end and low(doc[position]) in ("в", "во"):
                position = behind_members(context, position, end)
            position = _coordinated_roles(context, hit, position, end, found)
            position = _behind_origin(context, position, end)
            position = behind_description(context, position, end)
            position = _behind_relative(context, phrase, position, end, found)
            continue
        # Behind a comma or a bracket the next word is looked at anew: it may open a list («(Попов):»).
        step = position + 1 if doc[position].text == "," else end
        step = closing_bracket(doc, position, end) if doc[position].text == "(" else step
        edge = skip_left(context, position, min(step, end))
        if edge.position == position:
            return position
        found.purposes += edge.purposes
        position = edge.position
    return position


def _behind_owner(context: Context, hit: Hit, start: int, end: int) -> int:
    """«Предложение заместителя главы Гусева | о переносе»: whose idea it is stands first."""
    doc = context.doc
    ruled = settles(hit) and is_infinitive(doc[hit.head])
    if hit.noun is None or start != hit.noun + 1 or hit.frame.kind not in PUT_FORWARD or ruled:
        return start
    openers = {g.preposition for g in hit.frame.governed("content") if g.preposition}
    for position in _ends_of_owners(context, start, end):
        if position < end and preposition(low(doc[position])) in openers:
            return position
    return _behind_source(context, start, end)


def _behind_source(context: Context, start: int, end: int) -> int:
    """«Предложение такое | лавочки покрасить», «предложение от подъезда | перенести собрание»."""
    doc = context.doc
    if start < end and low(doc[start]) in _SUCH:
        return start + 1
    if start + 1 < end and low(doc[start]) in ("от", "ото"):
        source = context.phrase_at(start + 1)
        acts = source is not None and source.end < end and is_infinitive(doc[source.end])
        return source.end if source and acts else start
    return start


def behind_owners(context: Context, start: int, end: int) -> int:
    """Where the genitives end that begin at `start`: «(по предложению) заместителя главы Гусева |»."""
    return max(_ends_of_owners(context, start, end), default=start)


def _ends_of_owners(context: Context, start: int, end: int) -> Iterator[int]:
    position = start
    for _ in range(_OWNERS):
        owner = context.phrase_at(position) if position < end else None
        owns = owner and (owner.has_case("Gen") and can_act(owner) or owner.label == "PER")
        if owner is None or not owns:
            return
        position = owner.end
        yield position


def take_roles(context: Context, hit: Hit, start: int, end: int, found: Found) -> None:
    """Notes proposers and addressees that stand between two words of the trigger."""
    i = start
    while i < end:
        phrase = role_at(context, hit, i, end, found)
        i = phrase.end if phrase else i + 1


def role_at(context: Context, hit: Hit, i: int, end: int, found: Found) -> Phrase | None:
    """The addressee or proposer that begins at the token, noted in `found`."""
    addressee = governed_at(context, hit.frame, "addressee", i, end)
    if addressee:
        found.addressees.append(addressee)
        return addressee
    if hit.frame.kind is Kind.AGREEMENT and low(context.doc[i]) == "между" and i + 1 < end:
        # «Договорённость между вузами об обмене»: those who agree.
        sides = context.phrase_at(i + 1)
        if sides and sides.end < end and sides.has_case("Ins") and can_act(sides):
            found.proposers.append(sides)
            return sides
    phrase = context.phrase_at(i + 1 if low(context.doc[i]) in ("с", "со") else i)
    if phrase and phrase.end <= end and is_proposer(context, hit, phrase):
        found.proposers.append(phrase)
        return phrase
    return None


def _behind_origin(context: Context, position: int, end: int) -> int:
    """«Попросил соседей с верхних этажей | сфотографировать»: where those who are asked are from."""
    doc = context.doc
    if position + 1 >= end or low(doc[position]) not in ("из", "с", "со", "от"):
        return position
    origin = context.phrase_at(position + 1)
    if origin is None or origin.head.pos_ == "PRON" or not origin.has_case("Gen"):
        return position
    stop = phrase_end(context, position + 1, end)
    acts = stop < end and (is_infinitive(doc[stop]) or low(doc[stop]) == "не")
    return stop if acts and not find_times(doc[position:stop].text, None) else position


def _behind_office(context: Context, phrase: Phrase, position: int, end: int) -> int:
    """«Возложить на А.Д. Жилина, заместителя председателя, | контроль»: what he is, between commas."""
    doc = context.doc
    if phrase.label != "PER" or position + 1 >= end or doc[position].text != ",":
        return position
    office = context.phrase_at(position + 1)
    if office is None or office.label != "ROLE" or office.end > end:
        return position
    alike = any(
        can_be(office.head, case=c) and can_be(phrase.head, case=c) for c in (*_OBLIQUE, "Ins")
    )
    if not alike or office.end < end and doc[office.end].text not in ",.;":
        return position
    return min(office.end + 1, end)


def _behind_relative(
    context: Context, phrase: Phrase, position: int, end: int, found: Found
) -> int:
    """«Призываю всех, кто вырос в деревне, | поддержать», «коллег, которые сомневаются, | …».

    Without its clause «всех» and «тех» name nobody.
    """
    doc = context.doc
    if position + 1 >= end or doc[position].text != ",":
        return position
    # «…, кто вырос в деревне, …», «…, у кого бочки, …»
    openers = [low(t) for t in doc[position + 1 : min(position + 3, end)]]
    if not any(word.startswith("котор") or word in _WHO for word in openers):
        return position
    close = next((i for i in range(position + 2, end) if doc[i].text == ","), None)
    if close is None or not any(map(is_infinitive, doc[close + 1 : end])):
        return position
    if low(phrase.head) in _ALL and found.addressees and found.addressees[-1] is phrase:
        found.addressees[-1] = Phrase(phrase.start, close, phrase.head, phrase.label)
    return close + 1


def _is_content_object(context: Context, hit: Hit, phrase: Phrase, end: int, found: Found) -> bool:
    """An accusative that no infinitive or «чтобы» follows is not asked: it is what is wanted."""
    if not found.addressees or found.addressees[-1] is not phrase:
        return False
    doc = context.doc
    governed_bare = phrase.start and doc[phrase.start - 1].pos_ != "ADP"
    if not governed_bare or phrase.has_case("Dat") and hit.frame.takes("addressee", "dative"):
        return False
    openers = {g.preposition for g in hit.frame.governed("content") if g.preposition}
    openers |= {"чтобы", "об", ":", "с"}
    follows = any(is_infinitive(t) or low(t) in openers for t in doc[phrase.end : end])
    if not follows:
        found.addressees.pop()
    return not follows


def _coordinated_roles(context: Context, hit: Hit, position: int, end: int, found: Found) -> int:
    """Further parties joined by «и» or a comma to the role just taken."""
    doc = context.doc
    while position + 1 < end and (low(doc[position]) in ("и", "а") or doc[position].text == ","):
        step = position + 1
        if doc[position].text == "," and low(doc[step]) in ("а", "также"):
            step += 2 if low(doc[step]) == "а" else 1
        phrase = context.phrase_at(step) if step < end else None
        if not phrase or phrase.end >= end or not (phrase.label or can_act(phrase)):
            break
        if found.addressees and _alike(phrase, found.addressees[-1]):
            found.addressees.append(phrase)
        elif found.proposers and is_proposer(context, hit, phrase):
            found.proposers.append(phrase)
        else:
            break
        position = phrase.end
    return position


def _alike(phrase: Phrase, before: Phrase) -> bool:
    """Whether a party can stand in the case of the one before it («Яицкую О.Т. и Пекаря»)."""
    alike = phrase.label == before.label and phrase.label in ("PER", "ORG")
    shared = any(can_be(before.head, case=c) and can_be(phrase.head, case=c) for c in _OBLIQUE)
    return case_of(phrase.head) == case_of(before.head) or (alike and shared)
