"""Who is to act, where a line says it by its form: a dative, a name before a colon, a future."""

from __future__ import annotations

import itertools

from spacy.tokens import Span, Token

from predlozheno.language.agreement import is_abbreviation
from predlozheno.language.lexicon import is_fixed
from predlozheno.language.morphology import analyses, can_be, lemmas
from predlozheno.language.surname_forms import can_be_undeclined, has_initials
from predlozheno.proposals.charges import petitioned
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.edges import skip_right
from predlozheno.proposals.grammar import feature, is_finite, is_infinitive, is_word, low, trim
from predlozheno.proposals.heads import Head
from predlozheno.proposals.lines import make_draft, make_drafts
from predlozheno.proposals.named import companions, named_outright
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.bodies import can_act, is_body, with_ruled
from predlozheno.proposals.slots.coordination import split_actions
from predlozheno.proposals.tails import electing, named_people, tail_of
from predlozheno.records.schema import Kind, PartySource, Role
from predlozheno.resources import gazetteer


def receivers(context: Context, start: int, infinitive: int) -> list[Phrase]:
    """«Секретариату подготовить …», «Кураторам до 15 марта провести …»: who is to act."""
    doc = context.doc
    found: list[Phrase] = []
    i = start
    while i < infinitive:
        phrase = context.phrase_at(i)
        if phrase is None or phrase.end > infinitive:
            if found or is_word(doc[i]) and doc[i].pos_ in ("ADP", "ADV", "NUM"):
                return found
            i += 1
            continue
        preposed = phrase.start > 0 and doc[phrase.start - 1].pos_ == "ADP"
        told = _is_receiver(context, phrase, infinitive) and not _becomes(phrase, doc[infinitive])
        if preposed or not told:
            return found
        phrase = with_ruled(context, phrase)
        found.append(phrase)
        i = _behind_bracket(context, phrase.end, infinitive)
        while i < infinitive and (doc[i].text in ",+&" or low(doc[i]) in ("и", "совместно")):
            i += 1
    return found


def _behind_bracket(context: Context, start: int, end: int) -> int:
    """«Прокуратуре области (Цою А.М.), | УМВД сформировать …»: who acts for the one before."""
    doc = context.doc
    if start >= end or doc[start].text != "(":
        return start
    close = next((i + 1 for i in range(start, end) if doc[i].text == ")"), start)
    joined = close < end and (doc[close].text == "," or low(doc[close]) == "и")
    return close if joined else start


def _becomes(phrase: Phrase, verb: Token) -> bool:
    """«Ответственным за сбор назначить Дымова»: what he becomes, and nobody who is told."""
    appointing = lemmas(verb.text) & set(gazetteer("target-cues")["appointing"])
    named = phrase.label in ("PER", "ORG")
    return bool(appointing) and not named and can_be(phrase.head, case="Ins", number="Sing")


_BEHIND_NAMES = (":", "–", "—", "-")


def _is_receiver(context: Context, phrase: Phrase, infinitive: int) -> bool:
    """Whether a phrase before an infinitive is the dative of who is to act.

    A word that is no known party may be an object put first («Гидрометстанции передавать …» against
    «Заявки передавать …»): it is the receiver where the infinitive has an object of its own.
    """
    head = phrase.head
    if not head.text.isalpha() and not head.text[:1].isalpha() and not head.text.startswith("@"):
        return False
    if has_initials(context.doc[phrase.start : phrase.end]) and can_be_undeclined(head.text):
        # «Лебедь Р. Г. закупить сено»: a woman's surname that ends so stands for every case.
        return True
    common = [reading for reading in analyses(head.text) if reading.known and reading.pos == "NOUN"]
    if common and not can_be(head, case="Dat"):
        # «Краски хранить в шкафу»: a thing, whatever the name that it looks like.
        return False
    if phrase.has_case("Dat") and (phrase.label or feature(head, "Animacy") == "Anim"):
        return True
    # «Экспертной комиссии подготовить …» looks like a genitive, «МУП» has no cases.
    if phrase.label in ("ORG", "ROLE") and can_be(head, case="Dat"):
        return True
    # «отделу – подготовить смету»: the dash leaves no other reading.
    if context.doc[phrase.end].text in ("–", "—") and is_dative(head):
        return True
    # «АО «Водоканал»: расширить зону» is a label and says whose words they are.
    labels = context.doc[phrase.end].text == ":"
    undeclined = (is_abbreviation(head.text) or is_fixed(head)) and not labels
    # «Новому составу комитета …», «Вновь избранному правлению …».
    opened = head.text[:1].isupper() or is_body(phrase)
    opened = opened or (is_dative(head) and context.doc[phrase.start].text[:1].isupper())
    if not (can_be(head, case="Dat") or undeclined) or not opened:
        return False
    if is_dative(head):
        return True
    following = context.phrases_in(infinitive + 1, min(infinitive + 7, len(context.doc)))
    return any(p.has_case("Acc") for p in following[:2])


def is_dative(word: Token) -> bool:
    """Whether a noun before an infinitive can only be who is to act: «Резчикам», «Охране»."""
    return (
        word.pos_ in ("NOUN", "PROPN")
        and can_be(word, case="Dat")
        and not any(can_be(word, case=case) for case in ("Nom", "Acc", "Gen"))
    )


def executed(
    context: Context, head: Head, sentence: Span, block: int, executors: list[Phrase]
) -> list[Draft]:
    """An item that names who is to do it: an assignment to them."""
    fellows = companions(context, executors[-1], sentence.end)
    begin = (fellows or executors)[-1].end
    begin += context.doc[begin].text in _BEHIND_NAMES
    drafts = make_drafts(context, head, sentence, block, begin, [])
    for draft in drafts:
        start, end = draft.content[0]
        infinitive = next((t.i for t in context.doc[start:end] if is_infinitive(t)), start)
        # «Орлов О. П. закупить насос, Беляева А. С. составить список»
        if own := named_outright(context, start, infinitive):
            executors = own
            draft.content[0] = (own[-1].end, end)
        give(draft, executors)
        draft.targets += [Mention(p, role=Role.PARTNER) for p in fellows]
    return drafts


def labelled_tasks(context: Context, head: Head, sentence: Span, block: int) -> list[Draft]:
    """«– @dina: образцы; забрать ножницы + ключи» in a list of tasks: by label."""
    info = context.blocks[block]
    own = info.speaker_span is not None and info.speaker_span[0] >= info.start
    who = speaker_of(context, sentence.start)
    if head.kind is not Kind.ASSIGNMENT or info.kind != "item" or not own or who is None:
        return []
    if any(is_finite(token) for token in sentence):
        return []
    borders = [t.i for t in sentence if t.text == "+"]
    drafts = []
    for begin, end in itertools.pairwise([sentence.start - 1, *borders, sentence.end]):
        start, stop = trim(context.doc, begin + 1, end)
        if start < stop:
            draft = make_draft(context, head, sentence, block, [(start, stop)])
            draft.proposers = [m for m in draft.proposers if m.source is not PartySource.SPEAKER]
            draft.targets = [Mention(who.phrase, role=Role.EXECUTOR), *draft.targets]
            drafts.append(draft)
    return drafts


def give(draft: Draft, people: list[Phrase], role: Role = Role.EXECUTOR) -> None:
    """Make a draft an assignment to those named beside it."""
    if draft.kind in (Kind.DECISION, Kind.AGREEMENT):
        draft.kind, draft.diathesis = Kind.ASSIGNMENT, "named_executor"
    draft.targets = [Mention(p, role=role) for p in people] + draft.targets


def person_future(
    context: Context, head: Head, sentence: Span, block: int, start: int
) -> list[Draft]:
    """«Петров подготовит смету до мая» under a list of actions: an assignment to Petrov.

    «Петров закупит краску, а Орлова покрасит забор»: one to each of them.
    """
    if head.kind not in (Kind.DECISION, Kind.ASSIGNMENT):
        return []
    drafts: list[Draft] = []
    acting = _acting(context, start, sentence.end)
    while acting is not None:
        phrase, verb = acting
        border, acting = _next_acting(context, verb.i, sentence.end)
        stop, purposes = skip_right(context, verb.i, border)
        begin, stop = trim(context.doc, phrase.end, stop)
        for span in split_actions(context, begin, stop, "items"):
            draft = make_draft(context, head, sentence, block, [span])
            draft.kind, draft.diathesis, draft.purposes = Kind.ASSIGNMENT, "person_future", purposes
            draft.targets = [Mention(phrase, role=Role.EXECUTOR), *draft.targets]
            drafts.append(draft)
    return drafts


def _acting(context: Context, start: int, end: int) -> tuple[Phrase, Token] | None:
    """The person or office at a token, and the verb of the future right behind."""
    phrase = context.phrase_at(start) if start < end else None
    if phrase is None or phrase.label not in ("PER", "ROLE"):
        return None
    near = context.doc[phrase.end : min(phrase.end + 3, end)]
    verb = next((t for t in near if is_finite(t)), None)
    if verb is None:
        return None
    # «Орлов составляет заявку» under what was resolved; «Орлов болеет» is no task.
    tasks = gazetteer("promises")["tasks"]
    if feature(verb, "Aspect") == "Imp" and lemmas(verb.text).isdisjoint(tasks):
        return None
    return (phrase, verb) if feature(verb, "Tense") in ("Fut", "Pres") else None


def _next_acting(context: Context, verb: int, end: int) -> tuple[int, tuple[Phrase, Token] | None]:
    """Where the part of one ends, and who acts in the next: «…, а Орлова покрасит забор»."""
    for i in range(verb + 1, end - 1):
        if context.doc[i].text not in ",;" and low(context.doc[i]) not in ("а", "и"):
            continue
        behind = i + 1 + (low(context.doc[i + 1]) in ("а", "и"))
        if (acting := _acting(context, behind, end)) is not None:
            return i, acting
    return end, None


def thing_handed(context: Context, head: Head, task: Span, block: int) -> list[Draft]:
    """«Олег → ящики»: who sees to a thing shows that something is to be done with it."""
    stop, purposes = skip_right(context, task.start, task.end)
    draft = make_draft(context, head, task, block, [trim(context.doc, task.start, stop)])
    draft.purposes = purposes
    return [draft]


def petitions(
    context: Context, head: Head, sentence: Span, block: int, start: int, infinitive: int
) -> list[Draft]:
    """«В адрес района: отремонтировать мост» as an item: what is asked of those outside."""
    asked = petitioned(context, start, infinitive)
    if asked is None:
        return []
    drafts = make_drafts(context, head, sentence, block, start, [asked])
    for draft in drafts:
        draft.kind = Kind.REQUEST if draft.kind is Kind.ASSIGNMENT else draft.kind
    return drafts


def handed_thing(
    context: Context, head: Head, sentence: Span, block: int, start: int
) -> list[Draft]:
    """«Смета на кровлю – Орлова, до 1 ноября»: a thing, and behind the dash who sees to it.

    Below what was resolved the time shows that it is an order, and no election.
    """
    tail = tail_of(context, sentence)
    ordered = head.kind in (Kind.DECISION, Kind.ASSIGNMENT)
    if tail is None or not ordered or not start < tail.begin:
        return []
    core = context.doc[start : tail.begin]
    opening = context.phrase_at(start)
    thing = opening is not None and not can_act(opening)
    charged = low(context.doc[tail.begin + 1]) == "за"
    due = head.kind is Kind.ASSIGNMENT or charged or tail.times[0] < tail.times[1]
    if not (named_people(tail) or charged):
        return []
    acting = any(is_finite(t) or is_infinitive(t) for t in core)
    if not thing or not due or acting or electing(core):
        return []
    if context.doc[tail.begin].text not in ("–", "—", "-", "("):
        return []
    draft = make_draft(context, head, sentence, block, [trim(context.doc, start, tail.begin)])
    give(draft, tail.people)
    return [draft]


def dashed_dative(context: Context, start: int, end: int) -> list[Phrase]:
    """«Классному руководителю – собрание до 10 апреля»: who is told, before a dash and a thing."""
    phrase = context.phrase_at(start)
    if phrase is None or phrase.end + 1 >= end or context.doc[phrase.end].text not in ("–", "—"):
        return []
    told = can_be(phrase.head, case="Dat") and not can_be(phrase.head, case="Nom")
    return [phrase] if told and (phrase.label or is_dative(phrase.head)) else []


def leading_dative(context: Context, start: int, end: int) -> list[Phrase]:
    """The parties in the dative that a line opens with, which its own list then is for."""
    found: list[Phrase] = []
    while start < end:
        phrase = context.phrase_at(start)
        told = phrase is not None and (phrase.label or (found and is_dative(phrase.head)))
        if phrase is None or not told or phrase.end > end or not phrase.has_case("Dat"):
            break
        found.append(phrase)
        # «Главам Камышного и Степного районов, заповеднику»: the genitives are passed over.
        comma = next((i for i in range(phrase.end, end) if context.doc[i].text == ","), end)
        joined = phrase.end < end and low(context.doc[phrase.end]) == "и"
        beside = context.phrase_at(phrase.end + 1) if joined and phrase.end + 1 < end else None
        start = phrase.end + 1 if beside and beside.has_case("Dat") else comma + 1
    return found
