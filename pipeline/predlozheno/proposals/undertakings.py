"""What somebody is to do by the form of a clause alone: «Ключи передаст Света»."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from predlozheno.language.agreement import name_forms
from predlozheno.language.morphology import can_be, lemmas
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
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.bodies import can_act, cues, widened
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.reading.dictionary import is_command
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

# Nobody undertakes by these what the meeting wants done.
_STATES = frozenset(
    "быть стать мочь смочь суметь захотеть понять узнать увидеть остаться оказаться прийтись "
    "получиться исполниться умереть родиться помочь уйти приехать подъехать заехать зайти подойти "
    "оценить разобраться подумать поступить прийти появиться начаться закончиться".split()
)
_OPEN = frozenset(
    "если когда пока бы чтобы чтоб что как кто где который которая которые которое ли может наверно "
    "наверное возможно видимо вряд не ни нет".split()
)
_ASKING = frozenset(
    "сколько когда почему зачем где куда откуда кто что чем какой какая какое какие как".split()
)
_ASKED_REACH = 4
_REACH = 2
_LONGEST = 22
_BEHIND = 4  # So far behind its verb a doer may stand («выведет на сцену Зульфия»).
_TAILS = frozenset("срок там иначе потому поскольку благо".split())
_YOURS = frozenset("ваш ваша ваше ваши твой твоя твоё твои".split())


def undertaken(context: Context, sentence: Span, block: int) -> list[Draft]:
    """The assignments of a sentence without a trigger word: a person and a future."""
    frame = context.lexicon.order
    if frame is None or context.blocks[block].zone != "body" or _is_open(sentence):
        return []
    clauses = _clauses(sentence)
    return [d for clause in clauses for d in _future(context, frame, sentence, clause, block)]


def _is_open(sentence: Span) -> bool:
    """Whether a sentence asks, cites, states nothing or is too long to be a line of minutes."""
    words, inside = columns(sentence.doc), slice(sentence.start, sentence.end)
    idle = len(sentence) > _LONGEST or not any(words.predicate[inside])
    return idle or any(text in '?«»"' for text in words.text[inside])


def _clauses(sentence: Span) -> Iterator[Span]:
    """The sentence between semicolons, dashes and commas before a clause of its own."""
    doc, begin = sentence.doc, sentence.start
    texts = columns(doc).text
    for i in range(sentence.start, sentence.end):
        parted = texts[i] in (";", "–", "—") or texts[i] == "," and _new_clause(sentence, i)
        if parted and begin < i:
            yield doc[begin:i]
            begin = i + 1
    if begin < sentence.end:
        yield doc[begin : sentence.end]


def _new_clause(sentence: Span, comma: int) -> bool:
    doc, words, opening = sentence.doc, columns(sentence.doc), comma - sentence.start
    before = any(words.predicate[i] or words.form[i] == "Inf" for i in range(sentence.start, comma))
    if not before or not any(words.predicate[comma + 1 : sentence.end]):
        return False
    if _goes_on(sentence[opening + 1 :]):
        return False
    return not _asks(doc[sentence.start : comma + 3], opening)


def _goes_on(words: Span) -> bool:
    """«Женя позвонит клиенту, | извинится и предложит скидку»: the same one does this, too."""
    return len(words) > 1 and _is_promise(words[0]) and words[1].pos_ != "PROPN"


def _asks(words: Span, comma: int) -> bool:
    """«Проверит, сколько стоит аренда», «узнает, можно ли продлить»: what is to be found out."""
    verbs = frozenset(gazetteer("promises")["finding"])
    found = any(lemmas(t.text) & verbs for t in words[max(0, comma - _ASKED_REACH) : comma])
    behind = [low(t) for t in words[comma + 1 :]]
    return found and bool(behind) and (behind[0] in _ASKING or "ли" in behind)


def _before_question(clause: Span) -> Span:
    """The clause without the question that it leads up to."""
    commas = (i for i, t in enumerate(clause) if t.text == "," and _asks(clause[: i + 3], i))
    return clause[: next(commas, len(clause))]


def _future(
    context: Context, frame: Frame, sentence: Span, clause: Span, block: int
) -> Iterator[Draft]:
    """«Ключи ей передаст Света»: what a named person will do, once and to its end."""
    main = _before_question(clause)
    verbs = [t for t in main if is_finite(t)]
    if not verbs or any(_leaves_open(t) for t in main if not _excludes(t, verbs[0])):
        return
    planned = len(verbs) == 1 and _is_plan(verbs[0])
    if not (planned or all(map(_is_promise, verbs))):
        return
    if not all(_joined(clause.doc, *pair) for pair in itertools.pairwise(verbs)):
        return
    person = _subject(context, main, verbs[0]) or _doer(context, main, verbs[0])
    if person is None or planned and not _is_news(context, main, verbs[0], person):
        return
    opening = _behind_call(context, main, verbs[0], person)
    single = len(verbs) == 1 and main.end == clause.end
    closing = _end(clause, person, verbs[0]) if single else clause.end
    for verb, (start, end) in zip(verbs, _parts(clause, verbs), strict=False):
        begin, stop = trim(clause.doc, max(start, opening), min(end, closing))
        # The full stop of an initial belongs to the name.
        stop = max(stop, person.end)
        yield _draft(context, frame, sentence, block, (verb.i, verb.i + 1), (begin, stop), person)


def _leaves_open(token: Token) -> bool:
    """«…, заседание которой состоится 28 марта» tells of a meeting, and nobody undertakes it."""
    return low(token) in _OPEN or low(token).startswith("котор")


def _is_news(context: Context, clause: Span, verb: Token, doer: Phrase) -> bool:
    """«Шаблон делает Марьяна»: the thing in front, and who it is behind."""
    return doer.start > verb.i and _thing(context, clause, verb) is not None


def _joined(doc: Doc, first: Token, second: Token) -> bool:
    """«Подготовит отчёт и разошлёт его»: nothing but «и» stands right before the second."""
    return low(doc[second.i - 1]) in ("и", ",") and second.i - first.i > 1


def _parts(clause: Span, verbs: list[Token]) -> list[tuple[int, int]]:
    """One action for each verb with an object of its own."""
    if len(verbs) != 2:
        return [(clause.start, clause.end)]
    cut, rest = verbs[1].i, clause.doc[verbs[1].i + 1 : clause.end]
    own = any(t.pos_ == "NOUN" and "Acc" in t.morph.get("Case", []) for t in rest)
    if not own or any(low(t) in ("его", "ее", "их") for t in rest[:2]):
        return [(clause.start, clause.end)]
    return [(clause.start, cut - 1), (cut, clause.end)]


def _is_promise(verb: Token) -> bool:
    return (
        feature(verb, "Tense") == "Fut"
        and feature(verb, "Aspect") == "Perf"
        and feature(verb, "Person") == "3"
        and verb.lemma_.lower() not in _STATES
        and not lemmas(verb.text) & cues("happening")
        # «светлана раздайте каждому»: an order, whatever the tagger takes it for.
        and not is_command(low(verb))
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
    inner = content_targets(context, draft.content, "infinitive")
    draft.targets += [m for m in inner if m.phrase.start != person.start]
    return draft
