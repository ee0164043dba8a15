"""Who does what a clause says by its form: the person beside the verb, the body behind the thing."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from predlozheno.language.agreement import name_forms
from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import feature, is_infinitive, is_nominal, is_small_name, low
from predlozheno.proposals.slots.bodies import can_act, widened

_REACH = 2
_BEHIND = 4  # So far behind its verb a doer may stand («выведет на сцену Зульфия»).
_YOURS = frozenset("ваш ваша ваше ваши твой твоя твоё твои".split())


def doer_of(context: Context, clause: Span, verb: Token) -> Phrase | None:
    """«Смету подготовит бухгалтерия», «группу комитет сформирует сам»: a body that acts on a thing.

    The thing stands in front: that somebody acts is known by then, and who it is is news.
    """
    thing = thing_of(context, clause, verb)
    found = [p for p in context.phrases_in(clause.start, clause.end) if _acts(context, p, verb)]
    behind = [p for p in found if p.start > verb.i and thing]
    before = [
        p
        for p in found
        if p.end <= verb.i
        and verb.i - p.end <= _REACH
        and (thing and thing.end <= p.start or low(clause.doc[p.start]) in _YOURS)
    ]
    fitting = behind or before
    return widened(context, fitting[0]) if len(fitting) == 1 else None


def _acts(context: Context, phrase: Phrase, verb: Token) -> bool:
    doc, head = context.doc, phrase.head
    held = phrase.start > 0 and doc[phrase.start - 1].pos_ == "ADP"
    number = feature(verb, "Number")
    if held or head.pos_ == "PRON" or not can_be(head, case="Nom", number=number):
        return False
    if phrase.start > verb.i:
        between = doc[verb.i + 1 : phrase.start]
        if len(between) > _BEHIND or any(is_infinitive(t) or t.text == "," for t in between):
            return False
        if any(is_nominal(t) and not _is_held(t, verb) for t in between):
            return False
    return can_act(phrase) and phrase.label != "LOC"


def _is_held(token: Token, verb: Token) -> bool:
    """Whether a preposition between the verb and the word holds it."""
    return any(t.pos_ == "ADP" for t in token.doc[verb.i + 1 : token.i])


def thing_of(context: Context, clause: Span, verb: Token) -> Phrase | None:
    """What is acted on, in front of the verb: an accusative that no preposition holds."""
    for phrase in context.phrases_in(clause.start, verb.i):
        held = phrase.start > 0 and context.doc[phrase.start - 1].pos_ == "ADP"
        if not held and phrase.label != "PER" and can_be(phrase.head, case="Acc"):
            return phrase
    return None


def subject_of(
    context: Context, clause: Span, verb: Token, *, listed: bool = False
) -> Phrase | None:
    """The person in the nominative beside the verb, else one whose name may stand in it.

    In an item of a list also a body («Образец таблицы разошлёт аппарат губернатора»), and where a
    task of somebody else stands before it.
    """
    listed = listed or context.blocks[context.block_index(verb.i)].kind == "item"
    around = [
        p
        for p in context.parties_in(clause.start, clause.end)
        if (p.label == "PER" or (listed and p.label in ("ORG", "ROLE") and p.has_case("Nom")))
        and min(abs(verb.i - p.end), abs(p.start - verb.i)) <= _REACH
    ]
    around = [p for p in around if not _is_owner(clause.doc, p)]
    people = [p for p in around if p.has_case("Nom")] or [p for p in around if _may_act(p)]
    if not around:
        people = _first_names(clause, verb)
    return people[0] if len(people) == 1 else None


def _is_owner(doc: Doc, person: Phrase) -> bool:
    """«Лекцию о маятнике Фуко читает Зорин»: a name right behind a noun that is no nominative."""
    before = doc[person.start - 1] if person.start else None
    return before is not None and before.pos_ == "NOUN" and not can_be(before, case="Nom")


def _first_names(clause: Span, verb: Token) -> list[Phrase]:
    """«планёрку проведёт светлана»: a first name beside the verb that nobody took for a person."""
    near = [t for t in clause if 0 < abs(t.i - verb.i) <= _REACH and t.text.isalpha()]
    beside = [t for t in near if not t.text.isupper() and (t.i == 0 or t.nbor(-1).pos_ != "ADP")]
    return [Phrase(t.i, t.i + 1, t, "PER") for t in beside if is_small_name(t)]


def _may_act(person: Phrase) -> bool:
    return any(form.case == "Nom" for form in name_forms(person.head))
