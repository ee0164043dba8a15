"""What a speaker takes upon himself, or the meeting upon itself, by a verb of the first person alone.

«Я напечатаю афиши», «Протокол вышлю завтра», «Подписи соберём через чат».
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention
from predlozheno.proposals.frames import Frame
from predlozheno.proposals.grammar import feature, is_finite, is_word, low, trim
from predlozheno.proposals.resolution import speaker_of
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

_LONGEST = 16
# An order stands so many words before the promise that only accepts it.
_ECHO = 60
_OPENERS = frozenset(
    "ну так ладно хорошо ок окей тогда да давайте давай значит вот короче потом и а но слушайте".split()
)


def promised(context: Context, sentence: Span, block: int) -> list[Draft]:
    """The promise or the joint undertaking of a sentence without a trigger word, if it is one."""
    if context.blocks[block].zone != "body" or len(sentence) > 2 * _LONGEST:
        return []
    words = gazetteer("promises")
    verbs = [t for t in sentence if is_finite(t)]
    if not verbs or not _is_promise(verbs[0], words):
        return []
    verb = verbs[0]
    begin, stop = _clause(sentence, verb, verbs)
    if _is_open(sentence, begin, stop, words) or _is_echo(context, verb):
        return []
    alone = feature(verb, "Number") == "Sing"
    pronoun = next((t for t in context.doc[begin:stop] if low(t) == ("я" if alone else "мы")), None)
    said = [t for t in context.doc[begin:stop] if is_word(t) and t not in (verb, pronoun)]
    if not said and (pronoun is None or not alone) or stop - begin > _LONGEST:
        return []
    return _draft(context, sentence, block, verb, (begin, stop), pronoun if alone else None)


def _is_promise(verb: Token, words: dict[str, list[str]]) -> bool:
    return (
        feature(verb, "Tense") == "Fut"
        and feature(verb, "Aspect") == "Perf"
        and feature(verb, "Person") == "1"
        and verb.lemma_.lower() not in words["said"]
        and not (feature(verb, "Number") == "Plur" and verb.lemma_.lower() in words["led"])
    )


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
    alone = feature(verb, "Number") == "Sing"
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
