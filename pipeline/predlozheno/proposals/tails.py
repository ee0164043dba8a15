"""Who is to act, named behind an action: «Завезти паллеты: Тяглов, до конца недели», «… (Смолина)»."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from predlozheno.language.actions import is_action
from predlozheno.language.morphology import analyses, fold, lemmas
from predlozheno.language.surname_forms import can_be_nominative
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.grammar import feature, is_finite, is_infinitive, is_word, low
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.named import may_act, person_at
from predlozheno.proposals.slots.bodies import cues
from predlozheno.proposals.slots.timing import find_term, find_times
from predlozheno.reading.dictionary import is_name
from predlozheno.resources import gazetteer

_ARROWS = frozenset(("→", "⇒", "->", "=>", "➔", "➜", "➡"))
_SIGNS = frozenset(("–", "—", "-", ":", "(")) | _ARROWS
_BETWEEN = frozenset((",", ";", "и", "/", "+", "&", "@", ")", ".", "–", "—", "-"))
_EVERYBODY = frozenset(("все", "каждый"))
_NAMING = _EVERYBODY | {"за"}
_ACTING = ("PER", "ROLE", "ORG", "GROUP")
# «Обсуждать нечего»
_NOTHING = frozenset("нельзя нечего некому некогда негде незачем некуда неоткуда".split())
_LONGEST = 16
_LEAST_ACTION = 2
_LONGEST_TOPIC = 4
_LONGEST_ALONE = 8


@dataclass(frozen=True, slots=True)
class Tail:
    """Names at the end of a sentence, and perhaps a time behind them.

    Attributes:
        begin: index of the sign before them, token.
        people: who is named.
        times: the words behind the names as character offsets into the repaired text; empty where
            start and end are the same.
    """

    begin: int
    people: list[Phrase]
    times: tuple[int, int]


def tail_of(context: Context, sentence: Span) -> Tail | None:
    """The tail of a sentence, or None: behind the last dash, colon, arrow or bracket only names stand.

    A time may stand behind the names or before them: «(до среды, Орлов)».
    """
    doc, end, words = context.doc, sentence.end, columns(context.doc)
    texts = words.text
    while end > sentence.start and (texts[end - 1] in ".;" or texts[end - 1].isspace()):
        end -= 1
    for sign in range(end - 2, max(sentence.start, end - _LONGEST) - 1, -1):
        if texts[sign] not in _SIGNS or texts[sign] == "(" and texts[end - 1] != ")":
            continue
        if sum(words.word[sentence.start : sign]) < _LEAST_ACTION:
            return None
        if _is_route(doc, sign, sentence.start):
            return None
        return _read(context, sign, end - (texts[sign] == "("))
    return None


def _is_route(doc: Doc, sign: int, start: int) -> bool:
    """«Зимник Аксарка – Белоярск»: two names of places, and nobody who is to act."""
    before, behind = doc[sign - 1], doc[sign + 1]
    named = before.i > start and before.text.istitle() and behind.text.istitle()
    initials = sign + 2 < len(doc) and len(doc[sign + 2]) == 1
    known = [reading for reading in analyses(before.text) if reading.known]
    person = any(reading.grammemes & {"Surn", "Name", "Patr"} for reading in known)
    return named and doc[sign].text in "–—-" and not initials and not person


def named_people(tail: Tail) -> bool:
    """Whether all who stand there are people by name."""
    return all(phrase.label == "PER" for phrase in tail.people)


def only_names(context: Context, start: int, end: int) -> list[Phrase]:
    """The people of a run that holds nothing but names; none where it holds anything else."""
    tail = _read(context, start - 1, end)
    return tail.people if tail is not None and tail.times[0] == tail.times[1] else []


def named_alone(context: Context, sentence: Span) -> Tail | None:
    """«Степан – до 5 декабря.»: a sentence of nothing but names and a time."""
    known, end = columns(context.doc), sentence.end
    if not 1 < sum(known.word[sentence.start : end]) <= _LONGEST_ALONE:
        return None
    while end > sentence.start and (known.text[end - 1] in ".;!" or known.text[end - 1].isspace()):
        end -= 1
    return _read(context, sentence.start - 1, end)


def electing(span: Span) -> bool:
    """«Избрать в комиссию: Орлов, Цой», «в составе: …»: who is put there is not who puts him."""
    if len(span) and low(span[-1]) in ("составе", "состав"):
        return True
    verbs = frozenset(gazetteer("target-cues")["appointing"])
    return any(is_infinitive(t) and lemmas(t.text) & verbs for t in span)


def _read(context: Context, sign: int, end: int) -> Tail | None:
    doc, people, i = context.doc, list[Phrase](), sign + 1
    if not any(_may_name(context, token) for token in range(i, end)):
        return None
    if found := _term(context, i, end):
        i = found
    while i < end:
        phrase = _actor(context, i, end)
        if phrase is not None:
            people.append(phrase)
            i = phrase.end
        elif doc[i].text in _BETWEEN or low(doc[i]) in _BETWEEN:
            i += 1
        else:
            break
    if not people:
        return None
    rest = doc[i:end]
    span = (rest.start_char, rest.end_char) if len(rest) else (doc[sign].idx, doc[sign].idx)
    if len(rest) and _term(context, i, end) != end:
        return None
    if found:
        span = (doc[sign + 1].idx, doc[found - 1].idx + len(doc[found - 1]))
    return Tail(sign, people, span)


def _may_name(context: Context, token: int) -> bool:
    """Whether `_actor` may find somebody at the token: asked before phrases and times are read."""
    words = columns(context.doc)
    if context.opens_party(token) or words.low[token] in _NAMING:
        return True
    text = words.text[token]
    return text.istitle() and (is_name(text) or not context.doc[token].is_sent_start)


def _actor(context: Context, i: int, end: int) -> Phrase | None:
    """Who is named at the token, in the nominative: «Орлов», «юрист», «все руководители групп»."""
    doc = context.doc
    if low(doc[i]) in _EVERYBODY:
        behind = context.phrase_at(i + 1) if i + 1 < end else None
        if i + 1 >= end or doc[i + 1].text in _BETWEEN:
            return Phrase(i, i + 1, doc[i], "PER")
        plural = behind is not None and feature(behind.head, "Animacy") == "Anim"
        return Phrase(i, behind.end, behind.head, "GROUP") if behind and plural else None
    if low(doc[i]) == "за" and i + 1 < end:
        # «Контроль исполнения – за Сафиной»
        charged = context.phrase_at(i + 1)
        acting = charged is not None and charged.end <= end and charged.label in _ACTING
        return charged if charged and acting and charged.has_case("Ins") else None
    phrase = person_at(context, i) if _may_name(context, i) else None
    if phrase is None or phrase.end > end:
        return None
    if not phrase.label and _is_surname(doc[i], doc[i + 1].text if i + 1 < end else "."):
        return Phrase(i, i + 1, doc[i], "PER")
    return phrase if phrase.label in _ACTING and may_act(phrase) else None


def _is_surname(word: Token, behind: str) -> bool:
    """«Билеты – Лыков, до среды»: one capitalised word between marks that can be a surname."""
    if not word.text.istitle() or word.is_sent_start or behind not in _BETWEEN | {";", "."}:
        return False
    known = [reading for reading in analyses(word.text) if reading.known]
    if any("Geox" in reading.grammemes for reading in known):
        return False
    return not known or can_be_nominative(word.text, "")


def _term(context: Context, start: int, end: int) -> int | None:
    """Behind the time that begins at the token; None where none does."""
    doc = context.doc
    if start >= end:
        return None
    text = doc[start:end].text
    times = find_term(text, None)
    if not times or times[0].start:
        return None
    last = start + 1
    while last < end and doc[last].idx < doc[start].idx + times[-1].end:
        last += 1
    return last


def acts(span: Iterable[Token]) -> bool:
    """Whether a run is an action and no statement: an infinitive or a noun of action, no other verb."""
    words = [t for t in span if is_word(t)]
    remaining = frozenset(gazetteer("target-cues")["remaining"])
    finite = [t for t in words if (is_finite(t) or _is_told(t)) and fold(t.text) not in remaining]
    if finite or not words or any(fold(t.text) in _NOTHING for t in words):
        return False
    if any(is_infinitive(t) for t in words):
        return True
    return any(
        t.pos_ == "NOUN" and (is_action(fold(t.lemma_)) or lemmas(t.text) & cues("actions"))
        for t in words[:2]
    )


def _is_told(word: Token) -> bool:
    """«Обсудили», whatever the tagger takes it for where it opens a sentence."""
    known = [r for r in analyses(word.text) if r.known] if word.is_sent_start else []
    return bool(known) and all(
        r.pos == "VERB" and r.features.get("Tense") == "Past" and r.features.get("Mood") == "Ind"
        for r in known
    )


def dated(sentence: Span) -> bool:
    """«Опрессовка отопления – 20 марта»: what is to happen, a dash and when; it needs no verb."""
    dash = next((t.i for t in sentence if t.text in ("–", "—")), None)
    if dash is None or any(is_finite(t) for t in sentence):
        return False
    times = find_times(sentence.doc[dash + 1 : sentence.end].text, None)
    return bool(times) and not times[0].start


def is_topic(context: Context, sentence: Span, block: int, *, wished: bool) -> bool:
    """«Остановка «Рынок». Настя: …»: a title before what was said of it, or a question to nobody.

    Args:
        context: the document.
        sentence: a line of a list without a verb.
        block: index of its block.
        wished: whether the list is one of wishes and ideas, which may be things alone.
    """
    if any(t.text == "?" for t in sentence):
        return True
    if wished:
        return False
    info, doc = context.blocks[block], context.doc
    words = [t for t in sentence if is_word(t)]
    if sentence.end >= len(doc) or doc[sentence.end].idx >= info.end or len(words) > _LONGEST_TOPIC:
        return False
    behind = doc[sentence.end].sent
    said = any(is_finite(t) or is_infinitive(t) for t in behind)
    return said and not any(is_finite(t) for t in words)


def ours(sentence: Span) -> bool:
    """«Решение: берём в аренду до мая»: what «we» do or will do."""
    verbs = [t for t in sentence if is_finite(t)]
    led = gazetteer("promises")["led"]
    return bool(verbs) and all(
        feature(t, "Person") == "1" and feature(t, "Number") == "Plur" and t.lemma_ not in led
        for t in verbs
    )


def _behind_relative(doc: Doc, word: int, end: int) -> int:
    """Behind «, о которых просили жители,»; 0 where no comma closes the clause of «которых»."""
    verb = next((i for i in range(word, end) if is_finite(doc[i])), end)
    return next((i + 1 for i in range(verb, end) if doc[i].text == ","), 0)


def first_infinitive(context: Context, start: int, end: int) -> int | None:
    """The infinitive that the item hangs on: no subordinate clause opens before it."""
    doc, behind = context.doc, start
    for i in range(start, end):
        if i < behind:
            continue
        if is_infinitive(doc[i]) and not (i > start and doc[i - 1].pos_ == "ADJ"):
            return i
        if low(doc[i]).startswith("котор") and (behind := _behind_relative(doc, i, end)):
            continue
        if low(doc[i]) in ("чтобы", "если", "что") or low(doc[i]).startswith("котор"):
            return None
        if is_finite(doc[i]) and feature(doc[i], "VerbForm") == "Fin":
            return None
    return None


def timed(sentence: Span) -> bool:
    """Whether a sentence without a verb says by when."""
    return not any(is_finite(t) for t in sentence) and bool(find_times(sentence.text, None))
