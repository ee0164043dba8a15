"""What tells of another time or place: the past, a report, what is only to come."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Span, Token

from predlozheno.language.morphology import fold
from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.bygone import old_year
from predlozheno.proposals.grammar import (
    agrees,
    case_of,
    feature,
    is_finite,
    is_infinitive,
    low,
)
from predlozheno.proposals.hearsay import said_to_us, told_by_hearers
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import Refusal, clause_start
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_OFFERS = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION)
_TELLING = ("active", "short_passive", "support", "phrase", "reflexive_passive")
_MONTHS = (
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"
).split()
_MONTH_SAID = re.compile(
    rf"(?:^|\b(?:еще )?)в ({'|'.join(_MONTHS)})\b(?! (?:\d{{4}}|след|будущ|этого))"
)
_PAST_REACH = 4
_REMINDING = frozenset(
    "напомним напоминаем напомню вспомним вспомните помните помнится помню".split()
)
_REFUSED = re.compile(r"(?<![а-я])(?:не [а-я]+л[аио]?(?:с[ья])?|отклони|отверг|отказа)[а-я]*")


def future(hit: Hit, sentence: Span) -> Refusal | None:
    """«Сроки будут согласованы» tells what is to come; nobody resolves anything by it."""
    doc = sentence.doc
    narrated = feature(doc[hit.head], "Tense") == "Past" and low(doc[hit.head]) != "следовало"
    if hit.frame.kind is Kind.NEED and (
        any(low(doc[i]) in ("было", "была", "был", "были") for i in range(hit.start, hit.end))
        or (hit.diathesis == "active" and narrated and not _conditional(hit, sentence))
    ):
        return Refusal("past", "what had to be done then")
    if (
        hit.frame.kind in _OFFERS
        and hit.diathesis == "active"
        and {"futr", "3per"} <= set(hit.form.grammemes)
        # «Рекомендует» is present and future in one.
        and not low(doc[hit.head]).startswith("рекоменд")
    ):
        return Refusal("future", "what others are yet to say")
    if hit.frame.kind is not Kind.DECISION or hit.diathesis not in (
        "short_passive",
        "support",
        "phrase",
    ):
        return None
    if any(
        low(doc[i]) in ("будет", "будут")
        for i in range(max(sentence.start, hit.start - 1), hit.end)
    ):
        return Refusal("future", "only announced")
    return None


def _conditional(hit: Hit, sentence: Span) -> bool:
    return any(low(t) == "бы" for t in sentence.doc[hit.end : min(hit.end + 2, sentence.end)])


def _goes_on_from(doc: Doc, first: int) -> bool:
    """Whether the sentence before tells that something was refused: «Идею не одобрили. Тогда …»."""
    return first > 0 and _REFUSED.search(fold(doc[first - 1].sent.text)) is not None


def past(hit: Hit, sentence: Span) -> Refusal | None:
    """«На прошлом заседании было поручено …»: another time or another meeting."""
    doc, words = sentence.doc, gazetteer("qualifiers")
    if hit.diathesis in ("first_person", "infinitive", "imperative", "predicative"):
        return None
    if hit.diathesis == "reflexive_passive" and "past" not in hit.form.grammemes:
        return None
    if hit.diathesis == "phrase" and hit.frame.kind is Kind.ASSIGNMENT and _went_on(doc[hit.head]):
        return Refusal("past", f"«{doc[hit.head].text}»: who had it to do then")
    if undone := _undone(hit, sentence):
        return Refusal("past", f"«{undone}» tells that nothing came of it")
    start = clause_start(doc, sentence.start, hit.start)
    if _goes_on_telling(hit, sentence, start):
        return Refusal("past", f"«{doc[hit.head].text}» goes on what was told of another time")
    if cue := old_year(hit, sentence) or _told(hit, sentence, start) or _reminded(hit, sentence):
        return Refusal("past", f"«{cue}» tells of another time")
    for token in doc[start : min(hit.anchor + 4, sentence.end)]:
        if low(token) == "тогда" and token.i == sentence.start and _goes_on_from(doc, token.i):
            # «Идею не одобрили. Тогда он предложил …»: that it was refused is why.
            continue
        if low(token) == "тогда" and feature(doc[hit.head], "Tense") != "Past":
            # «Тогда решаем так: …» only goes on.
            continue
        if _tells_of_past(token) and not hit.start <= token.i < hit.end:
            return Refusal("past", f"«{token.text}» tells of another time")
        lemma_set = word_lemmas(token.text)
        following = (
            word_lemmas(doc[token.i + 1].text) if token.i + 1 < sentence.end else frozenset()
        )
        if lemma_set & set(words["past_adjectives"]) and following & set(words["past_nouns"]):
            return Refusal("past", f"«{token.text}» tells of another meeting")
    return None


def _goes_on_telling(hit: Hit, sentence: Span, start: int) -> bool:
    """«Директор обращался неделю назад, просил закрыть класс»: one subject, one time."""
    doc, verb = sentence.doc, sentence.doc[hit.head]
    if hit.diathesis != "active" or feature(verb, "Tense") != "Past" or start <= sentence.start:
        return False
    if any(case_of(t) == "Nom" for t in doc[start : hit.start]):
        return False
    names = ("Tense", "Number", "Gender", "Aspect")
    before = doc[sentence.start : start]
    alike = any(
        is_finite(t) and all(feature(t, name) == feature(verb, name) for name in names)
        for t in before
    )
    return alike and any(map(_tells_of_past, before))


def _tells_of_past(token: Token) -> bool:
    """«Ранее», «тогда»; «не раньше осени» tells of what is to come."""
    bounded = low(token) in ("раньше", "ранее") and token.i and low(token.nbor(-1)) == "не"
    return not bounded and low(token) in gazetteer("qualifiers")["past_words"]


def _undone(hit: Hit, sentence: Span) -> str:
    """«Обещала прислать бригаду, но не прислала»: an order or promise of old; "" where none is."""
    if hit.frame.kind is not Kind.ASSIGNMENT or feature(sentence.doc[hit.head], "Tense") != "Past":
        return ""
    behind = sentence.doc[hit.end : sentence.end]
    wanted = frozenset[str]().union(*(word_lemmas(t.text) for t in behind if is_infinitive(t)))
    undone = (
        t
        for t in behind[1:]
        if is_finite(t) and low(t.nbor(-1)) == "не" and feature(t, "Tense") == "Past"
    )
    return next((f"не {t.text}" for t in undone if word_lemmas(t.text) & wanted), "")


def _went_on(verb: Token) -> bool:
    """«Брал на себя обязательства»: the imperfective past, where «взял» undertakes it now."""
    return feature(verb, "Tense") == "Past" and feature(verb, "Aspect") == "Imp"


def _told(hit: Hit, sentence: Span, start: int) -> str:
    """A phrase of telling before the trigger in its clause, or behind it what came of it then."""
    doc = sentence.doc
    if not _is_past(hit, doc[hit.head]):
        return ""
    relative = next((t for t in doc[start : hit.start][:2] if low(t).startswith("котор")), None)
    # «ВЫСТУПИЛИ: Ларин, который предложил …» is news; «список, который предложила …» is not.
    if relative is not None and not _is_news(relative, hit):
        return low(relative)
    # «внесла предложение встречаться не раз в четверть»: what is wanted tells no time of its own.
    reach = min(hit.anchor + _PAST_REACH, sentence.end)
    stop = next((t.i for t in doc[hit.end : reach] if is_infinitive(t)), reach)
    before = fold(doc[start:stop].text)
    if match := _phrases("past_phrases").search(before):
        return match[0]
    behind = fold(doc[hit.end : sentence.end].text)
    if match := _phrases("past_results").search(behind):
        return match[0]
    if hit.diathesis != "active":
        return ""
    meeting = (
        getattr(doc._.segments.meeting, "date", None) if doc.has_extension("segments") else None
    )
    match = _MONTH_SAID.search(fold(doc[start : hit.start].text))
    said = doc[start].idx + match.start() if match else 0
    if any(is_finite(t) or is_infinitive(t) for t in doc[start : hit.start] if t.idx < said):
        # «Просила учесть отпуска в августе и ходатайствовала …»: another verb has the month.
        return ""
    if match and meeting and _MONTHS.index(match[1]) + 1 != int(meeting[5:7]):
        return match[0]
    return ""


def _is_news(relative: Token, hit: Hit) -> bool:
    """«Слушали Ларина, который доложил о смете и предложил …»: what a person of the sentence does."""
    doc = relative.doc
    people: dict[int, int] = doc.user_data.get("people", {})
    person = relative.i - 1 in people.values() and doc[relative.i - 1].text == ","
    acts = case_of(relative) == "Nom" and agrees(relative, doc[hit.head])
    return acts and (person or relative.i + 1 == hit.start)


def _reminded(hit: Hit, sentence: Span) -> str:
    """«Вы просили прислать справку», «мы же договаривались»: the hearers are reminded of it."""
    doc, head = sentence.doc, sentence.doc[hit.head]
    if hit.diathesis not in ("active", "phrase") or feature(head, "Tense") != "Past":
        return ""
    if low(head) in gazetteer("qualifiers")["reminders"]:
        return low(head)
    near = doc[max(sentence.start, hit.start - _PAST_REACH) : hit.start]
    subject = next((t for t in reversed(near) if case_of(t) == "Nom" or t.text in ",;:–—"), None)
    asked = any(low(t) == "бы" for t in doc[max(sentence.start, hit.start - 2) : hit.end + 1])
    told = subject is not None and low(subject) in ("вы", "ты") and not asked
    return low(subject) if told and subject is not None else ""


def _is_past(hit: Hit, head: Token) -> bool:
    """Whether the trigger's own verb tells of something done."""
    present = feature(head, "Tense") == "Pres" and is_finite(head)
    return (
        hit.diathesis in ("short_passive", "support", "phrase")
        and not present
        or "past" in hit.form.grammemes
        or feature(head, "Tense") == "Past"
    )


@cache
def _phrases(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![а-я-])(?:{'|'.join(gazetteer('qualifiers')[name])})(?![а-я])")


def reported(hit: Hit, sentence: Span) -> Refusal | None:
    """In a «что» clause of a verb of reporting, a past trigger is news of an old act."""
    doc, words = sentence.doc, set(gazetteer("qualifiers")["report_verbs"])
    if said := told_by_hearers(hit, sentence):
        return Refusal("others", f"«вы {said}»: held against those spoken to")
    if said_to_us(hit, sentence):
        return Refusal("reported", "what others said to the speaker")
    if hit.diathesis not in ("active", "short_passive", "support", "phrase"):
        return None
    if hit.frame.kind in (Kind.NEED, Kind.WISH):
        return None
    if low(doc[sentence.start]) in _REMINDING:
        return Refusal("reported", "told as a reminder")
    hearsay = set(gazetteer("qualifiers")["hearsay"]) if hit.frame.kind is Kind.DECISION else set()
    for i in range(hit.start - 1, sentence.start, -1):
        if low(doc[i]) in ("что", "как", "о") and doc[i - 1].text == ",":
            governor = doc[max(sentence.start, i - 8) : i]
            told = [t for t in governor if word_lemmas(t.text) & words or low(t) in hearsay]
            if told and not _goes_on(hit, told[-1]):
                return Refusal("reported", "told as news of an earlier act")
    return None


def _goes_on(hit: Hit, told: Token) -> bool:
    """«Сообщил, что крыша течёт, и предложил …»: behind «, и» the same one goes on to speak."""
    doc, verb = told.doc, told.doc[hit.head]
    closed = (
        hit.start >= 2 and doc[hit.start - 2].text == "," and low(doc[hit.start - 1]) in ("и", "а")
    )
    same = all(feature(told, name) == feature(verb, name) for name in ("Gender", "Number", "Tense"))
    return closed and same and is_finite(verb)
