"""What a speaker takes upon himself, or the meeting upon itself, by a verb of the first person alone.

«Я напечатаю афиши», «Протокол вышлю завтра», «Подписи соберём через чат».
"""

from __future__ import annotations

from enum import StrEnum

from spacy.tokens import Span, Token

from predlozheno.language.morphology import can_be
from predlozheno.proposals.clauses import carries, clause_of, is_open, opens_clause, spoken, trait
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    feature,
    is_finite,
    is_infinitive,
    is_word,
    low,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.ideas import idea_of, is_its_verb
from predlozheno.proposals.insertions import invites
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.plans import asks_elsewhere, called_to, concluded, is_plan, sums_up
from predlozheno.proposals.resolution import chair_speaks, speaker_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.slots.timing import find_times
from predlozheno.records.schema import Kind, PartySource, Role
from predlozheno.resources import gazetteer

_LONGEST, _LEAST = 16, 2
_NEEDED = frozenset("надо нужно бы пора необходимо следует".split())
# An order stands so near before the promise that accepts it.
_ECHO = 60
_OWN = ("мне", "меня", "мной", "мною", "нас", "нами")  # «чай на мне», «смета с меня»


def promised(context: Context, sentence: Span, block: int, hits: list[Hit]) -> list[Draft]:
    """The promises and joint undertakings of a sentence, one for each clause without a trigger."""
    if context.blocks[block].zone != "body" or len(sentence) > 2 * _LONGEST:
        return []
    words, places = columns(context.doc), range(sentence.start, sentence.end)
    able = [i for i in places if words.predicate[i] or spoken(words.text[i])[1]]
    verbs = [t for i in able if carries(t := context.doc[i]) and words.low[i] != "может"]
    idea = idea_of(context, sentence, block, verbs)
    if idea and all(is_its_verb(idea, hit) for hit in hits):
        return [idea]
    drafts: list[Draft] = concluded(context, sentence, block, verbs, hits)
    for verb in verbs if not drafts else []:
        begin, stop = clause_of(sentence, verb, verbs)
        apart = begin == sentence.start or opens_clause(context.doc[begin - 1])
        governed = any(begin <= h.start < stop or invites(context.doc, h, begin) for h in hits)
        if hits and not apart or governed:
            continue
        how = _way(verb, context.doc[begin:stop])
        # What all do beside a trigger, without a stop between, is mostly a part of what it wants.
        stopped = begin > sentence.start and not is_word(context.doc[begin - 1])
        beside = how in (Way.WILL, Way.OFFER, Way.NAMED) or how is Way.JOINT and stopped
        if how and (beside or not hits):
            drafts += _promise(context, sentence, block, verb, (begin, stop), how)
    return drafts


def _promise(
    context: Context,
    sentence: Span,
    block: int,
    verb: Token,
    clause: tuple[int, int],
    how: Way,
) -> list[Draft]:
    begin, stop = clause
    # «С 1 апреля бумажных карточек не заводим.»
    denied = how is Way.PLAN and low(context.doc[verb.i - 1]) == "не"
    if (
        is_open(sentence, begin, stop, denied=denied)
        or _is_echo(context, verb)
        or stop - begin > _LONGEST
    ):
        return []
    alone = how not in (Way.JOINT, Way.PLAN)
    subject = {Way.TOLD: ("вы", "ты")}.get(how, ("я",) if alone else ("мы",))
    pronoun = next((t for t in context.doc[begin:stop] if low(t) in subject), None)
    carriers = [verb, pronoun, *_infinitive_of(verb, context.doc[begin:stop])]
    said = [t for t in context.doc[begin:stop] if is_word(t) and t not in carriers]
    if how in (Way.TOLD, Way.NAMED) and pronoun is None or how is Way.TOLD and not said:
        return _called(context, sentence, block, verb, clause)
    if (
        how is Way.NAMED
        or how is Way.PLAN
        and not is_plan(context, sentence, verb, clause, pronoun)
    ):
        return []
    bare = pronoun is None and not _asked_who(context, sentence)
    if not said and (how not in (Way.WILL, Way.OFFER) or bare):
        return []
    return _draft(context, sentence, block, verb, clause, pronoun if alone else None, how)


def _called(
    context: Context, sentence: Span, block: int, verb: Token, clause: tuple[int, int]
) -> list[Draft]:
    """«Николай, выезжаешь в шесть», «валя чек отдашь в бухгалтерию»: the one called is told."""
    name, begin = called_to(context, sentence, verb, clause[0])
    going = any(low(t) in gazetteer("promises")["going"] for t in sentence)
    if name is None or clause[1] - begin < _LEAST or going:
        return []
    drafts = _draft(context, sentence, block, verb, (begin, clause[1]), None, Way.NAMED)
    for draft in drafts:
        others = [m for m in draft.targets if m.role is not Role.EXECUTOR]
        draft.targets = [Mention(name, role=Role.EXECUTOR), *others]
    return drafts


def offered(context: Context, draft: Draft) -> None:
    """«Давайте я подам заявку», «чай на мне»: who offers himself promises; it becomes his task.

    So does what stands before somebody named («порту предстоит выбрать аудитора»).
    """
    doc, start = context.doc, draft.content_span[0]
    if draft.frame.id == "assignment.s_tebya" and low(doc[draft.trigger[1] - 1]) in _OWN:
        mine = [Mention(m.phrase, m.source, role=Role.EXECUTOR) for m in draft.proposers]
        draft.targets, draft.proposers = mine + draft.targets, []
    if draft.frame.id == "need.predstoit" and any(
        m.role is Role.ADDRESSEE and m.phrase.head.pos_ != "PRON" for m in draft.targets
    ):
        draft.kind = Kind.ASSIGNMENT
    if draft.kind is not Kind.PROPOSAL:
        return
    verb = next((t for t in doc[start : draft.content_span[1]] if is_finite(t)), None)
    if low(doc[start]) in ("ты", "вы") and verb is not None and trait(verb, "Person") == "2":
        # «Давай ты посчитаешь, а я спрошу»: the one is asked, the other promises.
        if not draft.targets and (asked := _spoken_to(context, verb) or _itself(doc[start])):
            draft.targets = [Mention(asked.phrase, asked.source, role=Role.EXECUTOR)]
        return
    if low(doc[start]) != "я":
        return
    if verb is None or trait(verb, "Person") != "1" or trait(verb, "Tense") != "Fut":
        return
    who = speaker_of(context, start) or Mention(Phrase(start, start + 1, doc[start], "PER"))
    draft.kind, draft.proposers = Kind.ASSIGNMENT, []
    draft.targets = [Mention(who.phrase, who.source, role=Role.EXECUTOR), *draft.targets]


class Way(StrEnum):
    """How a clause says that something will be done."""

    WILL = "«куплю»: the speaker"
    OFFER = "«могу купить», «буду дежурить»: the speaker, by an infinitive"
    JOINT = "«купим»: all together"
    PLAN = "«в субботу чистим»: all together, on a day named in the sentence"
    TOLD = "«письмо напишете вы»: who is spoken to"
    NAMED = "«Николай, выезжаешь в шесть»: who is called, at a time named"


def _way(verb: Token, clause: Span) -> Way | None:
    words, lemma = gazetteer("promises"), verb.lemma_.lower()
    first, plural = trait(verb, "Person") == "1", trait(verb, "Number") == "Plur"
    if lemma in words["said"] and lemma != "быть" and not asks_elsewhere(verb):
        return None
    if first and not plural and (lemma == "мочь" or lemma == "быть"):
        acts = [t for t in _infinitive_of(verb, clause) if t.lemma_ not in words["said"]]
        idle = [t for t in acts if t.lemma_ in words["idle"]]
        future = lemma == "мочь" or trait(verb, "Tense") == "Fut"
        return Way.OFFER if acts and future and not idle else None
    if lemma in ("быть", "мочь") or lemma in words["idle"]:
        return None
    if trait(verb, "Tense") == "Fut" and trait(verb, "Aspect") == "Perf":
        if first:
            led = plural and lemma in words["led"]
            return None if led else Way.JOINT if plural else Way.WILL
        # «Позвоните» is rather an order.
        return Way.TOLD if trait(verb, "Person") == "2" and not can_be(verb, Mood="Imp") else None
    if trait(verb, "Person") == "2" and not can_be(verb, Mood="Imp"):
        # «Корректуру читаешь ты»: who it is is news; «Николай, выезжаешь в шесть».
        behind = clause[verb.i + 1 - clause.start :]
        news = lemma in words["tasks"] and any(low(t) in ("ты", "вы") for t in behind)
        return Way.TOLD if news else Way.NAMED if find_times(clause.text, None) else None
    plan = first and plural and trait(verb, "Tense") == "Pres"
    return Way.PLAN if plan and lemma not in words["led"] else None


def _infinitive_of(verb: Token, clause: Span) -> list[Token]:
    """The infinitive that «могу» and «буду» stand with."""
    if verb.lemma_.lower() not in ("мочь", "быть"):
        return []
    return [t for t in clause if t.i > verb.i and is_infinitive(t)][:1]


def _asked_who(context: Context, sentence: Span) -> bool:
    """«Кто купит чай? – Куплю.»: somebody asked who will do it."""
    first = context.doc[sentence.start].sent.start
    return first > 0 and any(low(t) == "кто" for t in context.doc[first - 1].sent)


def _is_echo(context: Context, verb: Token) -> bool:
    """«Скинь до обеда. – Скину до обеда»: it only accepts what has just been ordered.

    «Шторы надо постирать. – Шторы постираю»: there nobody was told, and somebody comes forward.
    """
    lemma, before = verb.lemma_.lower(), context.doc[max(0, verb.i - _ECHO) : verb.i]
    # «Предлагаю не покупать печь. – Тогда покупаем»: what all do was only put forward.
    joint = trait(verb, "Number") == "Plur" and (
        trait(verb, "Tense") == "Fut" or sums_up(verb.sent)
    )
    if lemma in ("мочь", "быть"):
        return False
    return any(
        t.lemma_.lower() == lemma
        and feature(t, "Person") != "1"
        and t.pos_ in ("VERB", "AUX")
        and not (is_infinitive(t) and (joint or any(low(o) in _NEEDED for o in t.sent)))
        and not any(low(other) == "кто" for other in t.sent)
        for t in before
    )


def _draft(
    context: Context,
    sentence: Span,
    block: int,
    verb: Token,
    clause: tuple[int, int],
    pronoun: Token | None,
    how: Way,
) -> list[Draft]:
    alone = how not in (Way.JOINT, Way.PLAN) or how is Way.JOINT and _own_side(context, verb, block)
    frame = _frame(context, alone=alone)
    if frame is None:
        return []
    span = (sentence.start, sentence.end)
    kind = Kind.ASSIGNMENT if alone else Kind.DECISION
    trigger, content = (verb.i, verb.i + 1), clause
    acts = _infinitive_of(verb, context.doc[clause[0] : clause[1]])
    if how is Way.OFFER and acts:
        objects = [t for t in context.doc[clause[0] : verb.i] if is_word(t) and t != pronoun]
        if verb.lemma_.lower() == "быть":
            trigger, content = (verb.i, acts[0].i + 1), (clause if objects else (verb.i, clause[1]))
        elif not objects:
            # «Могу привезти столы»: the modal is no part of what is wanted.
            content = (verb.i + 1, clause[1])
    draft = Draft(frame, "promise", kind, trigger, [content], span, block, span)
    if who := _actor(context, verb, pronoun, how) if alone and how is not Way.NAMED else None:
        draft.targets = [Mention(who.phrase, who.source, role=Role.EXECUTOR)]
    if how in (Way.TOLD, Way.NAMED) and (speaker := speaker_of(context, verb.i)):
        draft.proposers = [speaker]
    draft.targets += content_targets(context, draft.content, "infinitive")
    return [draft]


def _own_side(context: Context, verb: Token, block: int) -> bool:
    """«Штейгер: Каски дадим со склада»: who does not chair says «мы» of those that he answers for."""
    return speaker_of(context, verb.i) is not None and not chair_speaks(context, block)


def _actor(context: Context, verb: Token, pronoun: Token | None, how: Way) -> Mention | None:
    """Who is to do it: the speaker, or who spoke before where the verb is in the second person."""
    if how is Way.TOLD:
        return _spoken_to(context, verb) or _itself(pronoun)
    return speaker_of(context, verb.i) or _itself(pronoun)


def _itself(pronoun: Token | None) -> Mention | None:
    if pronoun is None:
        return None
    return Mention(Phrase(pronoun.i, pronoun.i + 1, pronoun, "PER"))


def _spoken_to(context: Context, verb: Token) -> Mention | None:
    """«– Можно обратиться в совет. – Письмо напишете вы»: who held the turn before."""
    index = context.block_index(verb.i)
    here = context.blocks[index].speaker
    for block in reversed(context.blocks[:index]):
        if block.speaker != here and block.speaker_span is not None:
            span = context.doc.char_span(*block.speaker_span, alignment_mode="expand")
            who = speaker_of(context, span.start) if span is not None else None
            return Mention(who.phrase, PartySource.CONTEXT) if who else None
    return None


def _frame(context: Context, *, alone: bool) -> Frame | None:
    if alone:
        return next((f for f in context.lexicon.frames if f.any_verb == "dative_infinitive"), None)
    return context.lexicon.frames.get(gazetteer("stages")["frames"]["решили"])
