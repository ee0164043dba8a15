"""What somebody is to do by the form of a clause alone: «Ключи передаст Света»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from predlozheno.language.agreement import name_forms
from predlozheno.language.morphology import can_be
from predlozheno.proposals.clauses import opens_clause
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    feature,
    is_finite,
    is_infinitive,
    is_nominal,
    is_small_name,
    low,
    trim,
)
from predlozheno.proposals.slots.bodies import can_act, widened
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

# Nobody undertakes by these what the meeting wants done.
_STATES = frozenset(
    "быть стать мочь смочь суметь захотеть понять узнать увидеть остаться оказаться прийтись "
    "получиться исполниться умереть родиться помочь уйти приехать подъехать заехать зайти подойти "
    "оценить разобраться подумать прийти появиться начаться закончиться".split()
)
_OPEN = frozenset(
    "если когда пока бы чтобы чтоб что как кто где который которая которые которое ли может наверно "
    "наверное возможно видимо вряд не ни нет".split()
)
_REACH = 2
_LONGEST = 22
# So far behind its verb a doer may stand («выведет на сцену Зульфия»).
_BEHIND = 4
_TAILS = frozenset("срок там иначе потому поскольку благо".split())
_YOURS = frozenset("ваш ваша ваше ваши твой твоя твоё твои".split())


def undertaken(context: Context, sentence: Span, block: int) -> list[Draft]:
    """The assignments of a sentence without a trigger word: a person and a future."""
    frame = context.lexicon.order
    if frame is None or context.blocks[block].zone != "body" or _is_open(sentence):
        return []
    return [
        draft
        for clause in _clauses(sentence)
        for draft in _future(context, frame, sentence, clause, block)
    ]


def _is_open(sentence: Span) -> bool:
    """Whether a sentence asks, cites or is too long to be a line of minutes."""
    return len(sentence) > _LONGEST or any(t.text in '?«»"' for t in sentence)


def _clauses(sentence: Span) -> Iterator[Span]:
    """The sentence between semicolons, dashes and commas before a clause of its own."""
    doc, begin = sentence.doc, sentence.start
    for i in range(sentence.start, sentence.end):
        parted = doc[i].text in (";", "–", "—") or doc[i].text == "," and _new_clause(sentence, i)
        if parted and begin < i:
            yield doc[begin:i]
            begin = i + 1
    if begin < sentence.end:
        yield doc[begin : sentence.end]


def _new_clause(sentence: Span, comma: int) -> bool:
    doc = sentence.doc
    before = any(is_finite(t) or is_infinitive(t) for t in doc[sentence.start : comma])
    return before and any(is_finite(t) for t in doc[comma + 1 : sentence.end])


def _future(
    context: Context, frame: Frame, sentence: Span, clause: Span, block: int
) -> Iterator[Draft]:
    """«Ключи ей передаст Света»: what a named person will do, once and to its end."""
    verbs = [t for t in clause if is_finite(t)]
    if len(verbs) != 1 or any(low(t) in _OPEN for t in clause if not _excludes(t, verbs[0])):
        return
    verb, planned = verbs[0], _is_plan(verbs[0])
    if not _is_promise(verb) and not planned:
        return
    person = _subject(context, clause, verb) or _doer(context, clause, verb)
    if (
        person is None
        or planned
        and (person.start < verb.i or _thing(context, clause, verb) is None)
    ):
        return
    begin = _behind_call(context, clause, verb, person)
    begin, stop = trim(clause.doc, begin, _end(clause, person, verb))
    # The full stop of an initial belongs to the name.
    stop = max(stop, person.end)
    yield _draft(
        context, frame, sentence, block, (verbs[0].i, verbs[0].i + 1), (begin, stop), person
    )


def _is_promise(verb: Token) -> bool:
    return (
        feature(verb, "Tense") == "Fut"
        and feature(verb, "Aspect") == "Perf"
        and feature(verb, "Person") == "3"
        and verb.lemma_.lower() not in _STATES
    )


def _excludes(token: Token, verb: Token) -> bool:
    """«Код Света разнесёт бумажками, не в чат»: behind a comma «не» denies something else."""
    between = verb.doc[verb.i : max(verb.i, token.i)]
    return low(token) == "не" and any(t.text == "," for t in between)


def _end(clause: Span, doer: Phrase, verb: Token) -> int:
    """Where what is to be done ends: before «…, ему не сложно», «…, срок – десятое»."""
    doc = clause.doc
    for i in range(max(doer.end, verb.i + 1), clause.end - 1):
        if doc[i].text == "," and (doc[i + 1].pos_ == "PRON" or low(doc[i + 1]) in _TAILS):
            return i
    return clause.end


def _is_plan(verb: Token) -> bool:
    """«шаблон делает Марьяна»: the present of a task, said of what is still to be done."""
    told = feature(verb, "Tense") == "Pres" and feature(verb, "Person") == "3"
    return told and verb.lemma_.lower() in gazetteer("promises")["tasks"]


def _behind_call(context: Context, clause: Span, verb: Token, doer: Phrase) -> int:
    """Where the clause itself begins: behind the words that lead up to it and behind a name called."""
    start = clause.start
    while start < min(verb.i, doer.start):
        person = context.phrase_at(start)
        if person and person.label == "PER" and person.end < verb.i and person.has_case("Nom"):
            start = person.end
        elif opens_clause(clause.doc[start]):
            start += 1
        else:
            break
    return start


def _doer(context: Context, clause: Span, verb: Token) -> Phrase | None:
    """«Смету подготовит бухгалтерия», «группу комитет сформирует сам»: a body that acts on a thing.

    The thing stands in front: that somebody acts is known by then, and who it is is news.
    """
    thing = _thing(context, clause, verb)
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


def _thing(context: Context, clause: Span, verb: Token) -> Phrase | None:
    """What is acted on, in front of the verb: an accusative that no preposition holds."""
    for phrase in context.phrases_in(clause.start, verb.i):
        held = phrase.start > 0 and context.doc[phrase.start - 1].pos_ == "ADP"
        if not held and phrase.label != "PER" and can_be(phrase.head, case="Acc"):
            return phrase
    return None


def _subject(context: Context, clause: Span, verb: Token) -> Phrase | None:
    """The person in the nominative beside the verb, else one whose name may stand in it.

    In an item of a list also a body: «Образец таблицы разошлёт аппарат губернатора».
    """
    listed = context.blocks[context.block_index(verb.i)].kind == "item"
    around = [
        p
        for p in context.parties_in(clause.start, clause.end)
        if (p.label == "PER" or (listed and p.label in ("ORG", "ROLE") and p.has_case("Nom")))
        and min(abs(verb.i - p.end), abs(p.start - verb.i)) <= _REACH
    ]
    people = [p for p in around if p.has_case("Nom")] or [p for p in around if _may_act(p)]
    if not around:
        people = _first_names(clause, verb)
    return people[0] if len(people) == 1 else None


def _first_names(clause: Span, verb: Token) -> list[Phrase]:
    """«планёрку проведёт светлана»: a first name beside the verb that nobody took for a person."""
    near = [t for t in clause if 0 < abs(t.i - verb.i) <= _REACH and t.text.isalpha()]
    beside = [t for t in near if not t.text.isupper() and (t.i == 0 or t.nbor(-1).pos_ != "ADP")]
    return [Phrase(t.i, t.i + 1, t, "PER") for t in beside if is_small_name(t)]


def _may_act(person: Phrase) -> bool:
    return any(form.case == "Nom" for form in name_forms(person.head))


def _draft(
    context: Context,
    frame: Frame,
    sentence: Span,
    block: int,
    trigger: tuple[int, int],
    content: tuple[int, int],
    person: Phrase,
) -> Draft:
    span = (sentence.start, sentence.end)
    draft = Draft(frame, "person_future", Kind.ASSIGNMENT, trigger, [content], span, block, span)
    draft.targets = [Mention(person, role=Role.EXECUTOR)]
    taken = {m.phrase.start for m in draft.targets}
    draft.targets += [
        m
        for m in content_targets(context, draft.content, "infinitive")
        if m.phrase.start not in taken
    ]
    return draft
