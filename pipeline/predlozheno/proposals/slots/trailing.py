"""Who is told, where the name stands behind what is to be done."""

from __future__ import annotations

from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import is_infinitive, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.approach import Found
from predlozheno.proposals.slots.parties import governed_at
from predlozheno.proposals.slots.timing import find_times


def take_trailing_addressee(context: Context, hit: Hit, found: Found) -> list[Phrase]:
    """«Возложить контроль на заместителя»: an addressee behind the content is taken off its end.

    Behind an infinitive «в» and «к» belong to the infinitive («внести изменения в устав»).
    """
    if not found.contents or not hit.frame.governed("addressee"):
        return []
    start, end = found.contents[-1][-1]
    doc = context.doc
    for i in range(start + 1, end):
        if doc[i].pos_ != "ADP" or (
            found.form == "infinitive" and low(doc[i]) in ("в", "к", "с", "за", "у")
        ):
            continue
        phrase = governed_at(context, hit.frame, "addressee", i, end)
        if phrase and phrase.end == end and phrase.label:
            found.contents[-1][-1] = (start, i)
            return [phrase]
    return _behind_verb(context, hit, found)


def _behind_verb(context: Context, hit: Hit, found: Found) -> list[Phrase]:
    """«Смету поручили составить Орлову И. П.»: a person in the dative right behind the infinitive.

    Behind the name only a time may stand: «… Орлову до 1 мая».
    """
    start, end = found.contents[-1][-1]
    phrase = context.phrase_at(end - 1)
    names = [
        p
        for p in context.phrases_in(start, end)
        if p.label == "PER" and (p.end == end or _only_time(context, p.end, end))
    ]
    phrase = names[-1] if names else phrase
    if phrase is None or phrase.label not in ("PER", "ROLE") or phrase.start - 1 < start:
        return []
    # «Избрать председателем Моргун Э.А.» tells nobody to do it.
    opening = context.doc[phrase.start]
    # «Смету поручили составить Орлову»: the object stands in front.
    fronted = len(found.contents[-1]) > 1
    other = not can_be(opening, case="Dat") or any(
        can_be(phrase.head, case=case) for case in (("Nom",) if fronted else ("Nom", "Acc"))
    )
    told = hit.frame.takes("addressee", "dative") and phrase.has_case("Dat") and not other
    if not told or not is_infinitive(context.doc[phrase.start - 1]):
        return []
    behind = [(phrase.end, end)] if phrase.end < end else []
    found.contents[-1][-1:] = [(start, phrase.start), *behind]
    return [phrase]


def _only_time(context: Context, start: int, end: int) -> bool:
    text = context.doc[start:end].text
    times = find_times(text, None)
    return len(times) == 1 and (times[0].start, times[0].end) == (0, len(text))
