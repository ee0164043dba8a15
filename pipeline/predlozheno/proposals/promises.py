"""What a speaker takes upon himself, or the meeting upon itself, by a verb of the first person alone.

«Я напечатаю афиши», «Протокол вышлю завтра», «Подписи соберём через чат».
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.language.morphology import analyses
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import (
    case_of,
    feature,
    is_finite,
    is_infinitive,
    is_word,
    low,
    trim,
)
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

_LONGEST = 16
# An order stands so many words before the promise that only accepts it.
_ECHO = 60
# «Чай на мне», «смета с меня».
_OWN = ("мне", "меня", "мной", "мною", "нас", "нами")
# So early in the sentence «может» is an adverb.
_EARLY = 6
_OPENERS = frozenset(
    "ну так ладно хорошо ок окей тогда да давайте давай значит вот короче потом и а но слушайте".split()
)


def promised(context: Context, sentence: Span, block: int) -> list[Draft]:
    """The promise or the joint undertaking of a sentence without a trigger word, if it is one."""
    if context.blocks[block].zone != "body" or len(sentence) > 2 * _LONGEST:
        return []
    words = gazetteer("promises")
    verbs = [t for t in sentence if is_finite(t) and low(t) != "может"]
    if idea := _idea(context, sentence, block, verbs, words):
        return [idea]
    if not verbs or not _is_promise(verbs[0], words):
        return []
    verb = verbs[0]
    begin, stop = _clause(sentence, verb, verbs)
    if _is_open(sentence, begin, stop, words) or _is_echo(context, verb):
        return []
    alone = _trait(verb, "Number") == "Sing"
    pronoun = next((t for t in context.doc[begin:stop] if low(t) == ("я" if alone else "мы")), None)
    said = [t for t in context.doc[begin:stop] if is_word(t) and t not in (verb, pronoun)]
    if not said and (pronoun is None or not alone) or stop - begin > _LONGEST:
        return []
    return _draft(context, sentence, block, verb, (begin, stop), pronoun if alone else None)


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
    if draft.kind is not Kind.PROPOSAL or low(doc[start]) != "я":
        return
    verb = next((t for t in doc[start : draft.content_span[1]] if is_finite(t)), None)
    if verb is None or _trait(verb, "Person") != "1" or _trait(verb, "Tense") != "Fut":
        return
    who = speaker_of(context, start) or Mention(Phrase(start, start + 1, doc[start], "PER"))
    draft.kind, draft.proposers = Kind.ASSIGNMENT, []
    draft.targets = [Mention(who.phrase, who.source, role=Role.EXECUTOR), *draft.targets]


def _is_promise(verb: Token, words: dict[str, list[str]]) -> bool:
    lemma = verb.lemma_.lower()
    return (
        _trait(verb, "Tense") == "Fut"
        and _trait(verb, "Aspect") == "Perf"
        and _trait(verb, "Person") == "1"
        and lemma not in words["said"]
        and not (_trait(verb, "Number") == "Plur" and lemma in words["led"])
    )


def _trait(verb: Token, name: str) -> str:
    """What the dictionary alone knows of a verb: the tagger is lost where «ё» stands («соберём»)."""
    forms = [r.features for r in analyses(verb.text) if r.known and r.pos == "VERB"]
    known = {form.get(name, "") for form in forms if form.get("Mood") == "Ind"}
    return next(iter(known)) if len(known) == 1 else feature(verb, name)


def _clause(sentence: Span, verb: Token, verbs: list[Token]) -> tuple[int, int]:
    """The clause of the verb: from behind the opening words to the comma of the next clause."""
    doc, begin = sentence.doc, sentence.start
    for i in range(sentence.start, verb.i):
        if doc[i].text in ",:;–—.!":
            begin = i + 1
    while begin < verb.i and (low(doc[begin]) in _OPENERS or not is_word(doc[begin])):
        begin += 1
    stop = sentence.end
    for i in range(verb.i + 1, sentence.end):
        parts = doc[i].text in ";.!–—" or doc[i].text == "," and any(t.i > i for t in verbs)
        if parts or doc[i].text == "," and low(doc[i + 1 if i + 1 < sentence.end else i]) in _BACK:
            stop = i
            break
    return trim(doc, begin, stop)


def _idea(
    context: Context,
    sentence: Span,
    block: int,
    verbs: list[Token],
    words: dict[str, list[str]],
) -> Draft | None:
    """«Может, сделаем ярмарку?», «Может быть, поставить урок первым»: put to the others to judge."""
    doc, frame = context.doc, context.lexicon.frames.get("proposal.pochemu_by_ne")
    place = next((t.i for t in sentence[:_EARLY] if low(t) == "может"), None)
    if place is None or frame is None:
        return None
    start = place + 1 + (low(doc[min(place + 1, sentence.end - 1)]) == "быть")
    verb = next((t for t in doc[start : sentence.end] if is_infinitive(t) or is_finite(t)), None)
    if verb is None or any(low(t) in ("если", "когда", "не") for t in doc[sentence.start : verb.i]):
        return None
    joint = _is_promise(verb, words) and _trait(verb, "Number") == "Plur"
    apart = start > place + 1 or doc[start].text == ","
    if not (joint or is_infinitive(verb) and apart and verb not in verbs):
        return None
    subjects = [t for t in doc[start : verb.i] if case_of(t) == "Nom" and low(t) != "мы"]
    if is_infinitive(verb) and verb.lemma_ in words["said"] or joint and subjects:
        return None
    begin, stop = _clause(doc[start : sentence.end], verb, verbs)
    span, content = (sentence.start, sentence.end), trim(doc, begin, stop)
    draft = Draft(frame, "phrase", Kind.PROPOSAL, (place, start), [content], span, block, span)
    speaker = speaker_of(context, verb.i)
    draft.proposers = [speaker] if speaker else []
    draft.targets = content_targets(context, draft.content, "infinitive")
    return draft


# «Чай куплю, а то закончился», «соберу, у меня есть списки»: behind the comma stands why.
_BACK = frozenset("а у если иначе там потому так он она они это".split())


def _is_open(sentence: Span, begin: int, stop: int, words: dict[str, list[str]]) -> bool:
    doc = sentence.doc
    if any(t.text in '?«»"' for t in sentence):
        return True
    before = {low(t) for t in doc[max(sentence.start, begin - 1) : stop]}
    around = {low(t) for t in sentence}
    return bool(before & set(words["open"])) or bool(around & set(words["conditions"]))


def _is_echo(context: Context, verb: Token) -> bool:
    """«Скинь до обеда. – Скину до обеда»: it only accepts what has just been ordered."""
    lemma = verb.lemma_.lower()
    before = context.doc[max(0, verb.i - _ECHO) : verb.i]
    return any(
        t.lemma_.lower() == lemma and feature(t, "Person") != "1" and t.pos_ in ("VERB", "AUX")
        for t in before
    )


def _draft(
    context: Context,
    sentence: Span,
    block: int,
    verb: Token,
    content: tuple[int, int],
    pronoun: Token | None,
) -> list[Draft]:
    alone = _trait(verb, "Number") == "Sing"
    frame = _frame(context, alone=alone)
    if frame is None:
        return []
    span = (sentence.start, sentence.end)
    kind = Kind.ASSIGNMENT if alone else Kind.DECISION
    trigger = (verb.i, verb.i + 1)
    draft = Draft(frame, "promise", kind, trigger, [content], span, block, span)
    if alone:
        who = speaker_of(context, verb.i)
        if who is None and pronoun is not None:
            who = Mention(Phrase(pronoun.i, pronoun.i + 1, pronoun, "PER"))
        if who is not None:
            draft.targets = [Mention(who.phrase, who.source, role=Role.EXECUTOR)]
    draft.targets += content_targets(context, draft.content, "infinitive")
    return [draft]


def _frame(context: Context, *, alone: bool) -> Frame | None:
    if alone:
        return next((f for f in context.lexicon.frames if f.any_verb == "dative_infinitive"), None)
    return context.lexicon.frames.get(gazetteer("stages")["frames"]["решили"])
