"""What somebody is to do by the form of a clause alone: «Ключи передаст Света»."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.clauses import opens_clause, trait
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    case_of,
    feature,
    is_finite,
    low,
    trim,
)
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.performers import doer_of, subject_of, thing_of
from predlozheno.proposals.plans import sums_up
from predlozheno.proposals.slots.bodies import cues
from predlozheno.proposals.slots.doers import fellows_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.slots.timing import find_times
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
_LONGEST = 22
_TAILS = frozenset("срок там иначе потому поскольку благо".split())


def undertaken(context: Context, sentence: Span, block: int) -> list[Draft]:
    """The assignments of a sentence without a trigger word: a person and a future."""
    frame = context.lexicon.order
    if frame is None or context.blocks[block].zone != "body" or _is_open(sentence):
        return []
    found: list[Draft] = []
    for clause in _clauses(sentence):
        # «Деньги собирает Гусева, дверь ставит Орлов»: what is told beside a task is one as well.
        found += _future(context, frame, sentence, clause, block, listed=bool(found))
    return found + _gapped(context, frame, sentence, block, found[-1:])


def _gapped(
    context: Context, frame: Frame, sentence: Span, block: int, last: list[Draft]
) -> list[Draft]:
    """«(Фото собирают Ежова и Жилин,) смету – Гладких»: whose task is told without the verb."""
    doc = context.doc
    for draft in last:
        start, stop = draft.content[-1]
        comma = next((i for i in range(stop - 1, start, -1) if doc[i].text == ","), None)
        who = context.phrase_at(stop + 1) if stop + 1 < sentence.end else None
        dashed = stop < sentence.end and doc[stop].text in ("–", "—")
        if comma is None or who is None or who.label != "PER" or not dashed:
            continue
        thing = context.phrase_at(comma + 1)
        ends = who.end >= sentence.end or doc[who.end].text in ",.;"
        if thing is None or thing.end != stop or not thing.has_case("Acc") or not ends:
            continue
        draft.content[-1] = trim(doc, start, comma)
        begin = (comma + 1, who.end)
        return [_draft(context, frame, sentence, block, (comma + 1, stop), begin, [who])]
    return []


def _is_open(sentence: Span) -> bool:
    """Whether a sentence asks, cites, states nothing or is too long to be a line of minutes."""
    words, inside = columns(sentence.doc), slice(sentence.start, sentence.end)
    idle = len(sentence) > _LONGEST or not any(words.predicate[inside])
    return idle or any(text in '?«»"' for text in words.text[inside])


def _clauses(sentence: Span) -> Iterator[Span]:
    """The sentence between semicolons, colons, dashes and commas before a clause of its own."""
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
    context: Context, frame: Frame, sentence: Span, clause: Span, block: int, *, listed: bool
) -> Iterator[Draft]:
    """«Ключи ей передаст Света»: what a named person will do, once and to its end."""
    main = _before_question(clause)
    verbs = [t for t in main if is_finite(t)]
    if not verbs or any(_leaves_open(t) for t in main if not _excludes(t, verbs[0])):
        return
    left_to = _sees_to_it(main, verbs)
    planned = left_to or all(map(_is_plan, verbs))
    if not (planned or all(map(_is_promise, verbs))):
        return
    if not all(_joined(clause.doc, *pair) for pair in itertools.pairwise(verbs)):
        return
    beside = (
        subject_of(context, main, verb, listed=listed)
        for verb in dict.fromkeys((verbs[0], verbs[-1]))
    )
    person = next(filter(None, beside), None) or doer_of(context, main, verbs[0])
    news = person is not None and _is_news(context, main, verbs[0], person)
    due = listed or left_to or news and len(verbs) == 1
    if person is None or planned and not (due or _is_due(main, person)):
        return
    opening = _behind_call(context, main, verbs[0], person)
    single = len(verbs) == 1 and main.end == clause.end
    closing = _end(clause, person, verbs[0]) if single else clause.end
    for verb, (start, end) in zip(verbs, _parts(clause, verbs), strict=False):
        begin, stop = trim(clause.doc, max(start, opening), min(end, closing))
        # The full stop of an initial belongs to the name.
        fellows = fellows_of(context, person, verbs[0], clause.end)
        stop = max(stop, *(p.end for p in [person, *fellows]))
        yield _draft(
            context, frame, sentence, block, (verb.i, verb.i + 1), (begin, stop), [person, *fellows]
        )


def _leaves_open(token: Token) -> bool:
    """«…, заседание которой состоится 28 марта» tells of a meeting, and nobody undertakes it."""
    return low(token) in _OPEN or low(token).startswith("котор")


def _is_news(context: Context, clause: Span, verb: Token, doer: Phrase) -> bool:
    """«Шаблон делает Марьяна»: the thing in front, and who it is behind."""
    return doer.start > verb.i and thing_of(context, clause, verb) is not None


def _is_due(clause: Span, doer: Phrase) -> bool:
    """«Марина присылает смету в пятницу»: the present of somebody by name, and by when.

    «Тогда Марина сводит смету» needs no day: the word in front sums up.
    """
    if doer.label != "PER" or any(low(t) in gazetteer("promises")["going"] for t in clause):
        return False
    times = find_times(clause.text, None)
    return sums_up(clause.sent) or len(times) == 1 and times[0].type == "deadline"


def _sees_to_it(clause: Span, verbs: list[Token]) -> bool:
    """«(Таймер вводим с понедельника,) следит Кирилл»: behind a comma nothing but who sees to it."""
    opening = clause[0].i > clause[0].sent.start and clause[0].nbor(-1).text in ",–—;"
    doing = lemmas(verbs[0].text) & frozenset(gazetteer("promises")["doing"])
    return opening and len(verbs) == 1 and bool(doing) and verbs[0].i == clause.start


def _joined(doc: Doc, first: Token, second: Token) -> bool:
    """«Подготовит отчёт и разошлёт его»: nothing but «и» stands right before the second."""
    return low(doc[second.i - 1]) in ("и", ",") and second.i - first.i > 1


def _parts(clause: Span, verbs: list[Token]) -> list[tuple[int, int]]:
    """One action for each verb with an object of its own."""
    if len(verbs) != 2:
        return [(clause.start, clause.end)]
    cut, rest = verbs[1].i, clause.doc[verbs[1].i + 1 : clause.end]
    sides = (clause.doc[clause.start : cut], rest)
    own = all(any(t.pos_ == "NOUN" and case_of(t) == "Acc" for t in side) for side in sides)
    if not own or any(low(t) in ("его", "ее", "их") for t in rest[:2]):
        return [(clause.start, clause.end)]
    return [(clause.start, cut - 1), (cut, clause.end)]


def _is_promise(verb: Token) -> bool:
    return (
        trait(verb, "Tense") == "Fut"
        and trait(verb, "Aspect") == "Perf"
        and trait(verb, "Person") == "3"
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


def _draft(
    context: Context,
    frame: Frame,
    sentence: Span,
    block: int,
    trigger: tuple[int, int],
    content: tuple[int, int],
    people: list[Phrase],
) -> Draft:
    span = (sentence.start, sentence.end)
    draft = Draft(frame, "person_future", Kind.ASSIGNMENT, trigger, [content], span, block, span)
    draft.targets = [Mention(person, role=Role.EXECUTOR) for person in people]
    named = {person.start for person in people}
    inner = content_targets(context, draft.content, "infinitive")
    draft.targets += [m for m in inner if m.phrase.start not in named]
    return draft
