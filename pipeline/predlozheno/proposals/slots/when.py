"""Time expressions of a record: those in its content and beside it in its clause."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from predlozheno.language.morphology import can_be, fold, lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft, TimeExpression, TimingKind
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import is_finite, is_infinitive, is_nominal
from predlozheno.proposals.slots.numerals import in_figures
from predlozheno.proposals.slots.timing import find_times
from predlozheno.proposals.slots.until import clauses
from predlozheno.records.schema import Kind
from predlozheno.resources import gazetteer

_GAP = 12
# «Дать ей срок до июня»: what is given, and so far behind its verb.
_GIVEN_TIME = frozenset("срок время отсрочка".split())
_GIVEN_REACH = 4
# What beside «воздерживаться» or «не …» says how long, and beside other verbs by when.
_BOUNDING = ("до ", "вплоть до ", "в течение ")
_IRREAL = ("бы", "чтобы", "чтоб", "б")
_IMPERSONAL = ("predicative", "short_passive", "reflexive_passive", "phrase")
_INSTEAD = re.compile(r",? а (?:уже )?")
# What leads up to a day, also in front of the trigger: «К 20 июля порту предстоит выбрать …».
_LEADS = re.compile(
    r"(?:до|ко?|не поз(?:днее|же)|в течение|в [а-я]+(?:дневн|недельн|месячн)[а-я]+) "
)
# What cannot have been: «с 1 сентября решено …», «в будущем году предлагается …».
_ONWARD = re.compile(r"(?:начиная )?со? |на \d{4}")
_AHEAD = re.compile(r"следующ|будущ|наступающ|предстоящ|ближайш|нов(?:ого|ом) год")
# Particles that may stand between a content and its time: «…, хотя бы до января».
_BESIDE = re.compile(r"(?:[\s,–—(-]|(?:еще|уже|хотя бы|пусть|только|лишь|скажем|сразу|и)(?=\s))*")


def fill_timing(context: Context, drafts: list[Draft], meeting_date: str | None) -> None:
    """Adds to each draft the time expressions of its clause, offsets into the repaired text."""
    for draft in drafts:
        for start, end in draft.content:
            draft.timing += _times(context, (start, end), meeting_date)
    for draft in drafts:
        if draft.diathesis == "table":
            continue
        others = [d for d in drafts if d is not draft and d.sentence == draft.sentence]
        for span in _beside(context, draft, others):
            draft.timing += _adjacent(context, draft, span, meeting_date)
        draft.timing = [
            _typed(context, draft, t) for t in draft.timing if _is_wanted(context, draft, t)
        ]


def _times(context: Context, span: TokenSpan, meeting_date: str | None) -> list[TimeExpression]:
    """The time expressions of a run of tokens, offsets into the repaired text."""
    start, end = span
    if start >= end:
        return []
    offset = context.doc[start].idx
    last = context.doc[end - 1]
    found = find_times(context.segments.text[offset : last.idx + len(last)], meeting_date)
    found = [replace(t, start=t.start + offset, end=t.end + offset) for t in found]
    return found + [t for t in clauses(context, span) if not _overlaps(t, found)]


def _beside(context: Context, draft: Draft, others: list[Draft]) -> list[TokenSpan]:
    """Before the content, up to the trigger, and behind it; nothing that another draft wants."""
    start, end = draft.content_span
    spans = []
    if draft.trigger[1] <= start <= draft.trigger[1] + _GAP:
        # The items between the head of a list and this one have times of their own.
        spans.append((max(draft.trigger[1], draft.sentence[0]), start))
    elif end <= draft.trigger[0] and draft.trigger[1] < draft.sentence[1]:
        spans.append((draft.trigger[1], draft.sentence[1]))
    if draft.head is None and draft.trigger[1] <= start and draft.region[0] < draft.trigger[0]:
        spans.append((draft.region[0], draft.trigger[0]))
    if end < draft.sentence[1] and not (end <= draft.trigger[0]):
        # «Ящики для сбора, до 1 ноября»: the purpose is no part of the content.
        purpose = next((p for p in draft.purposes if 0 <= p[0] - end <= 1), (end, end))
        comma = (i for i in range(*purpose) if context.doc[i].text == ",")
        spans.append((next(comma, purpose[1]), draft.sentence[1]))
    taken = [other.content_span for other in others]
    return [(a, b) for a, b in spans if a < b and not any(c < b and a < d for c, d in taken)]


def _adjacent(
    context: Context, draft: Draft, span: TokenSpan, meeting_date: str | None
) -> list[TimeExpression]:
    """Of the times in the span those that touch the content or its neighbour on either side."""
    text = context.segments.text
    first, last = context.doc[span[0]], context.doc[span[1] - 1]
    left, right = first.idx, last.idx + len(last)
    found = []
    for time in _times(context, span, meeting_date):
        fronted = span[1] <= draft.trigger[0]
        if fronted and not _announced(context, draft, fold(text[time.start : time.end]), time.type):
            continue
        touches_left = _BESIDE.fullmatch(fold(text[left : time.start]))
        touches_right = span[1] <= draft.content_span[0] and _BESIDE.fullmatch(
            text[time.end : right]
        )
        if (touches_left or touches_right) and not _overlaps(time, draft.timing):
            found.append(time)
            left = time.end
    return found


def _announced(context: Context, draft: Draft, words: str, kind: TimingKind) -> bool:
    """Whether a time in front of the trigger tells of what is to come, and not when it was said."""
    if draft.kind in (Kind.NEED, Kind.ASSIGNMENT) and draft.diathesis in _IMPERSONAL:
        return bool(_LEADS.match(words)) or (draft.kind is Kind.NEED and kind != "deadline")
    if draft.diathesis in ("active", "support"):
        trigger = context.doc[draft.trigger[0] : draft.trigger[1]]
        if any("Past" in token.morph.get("Tense", []) for token in trigger):
            return bool(_AHEAD.search(words))
    elif draft.diathesis not in _IMPERSONAL:
        return False
    return kind == "recurrence" or bool(
        _LEADS.match(words) or _ONWARD.match(words) or _AHEAD.search(words)
    )


def _overlaps(time: TimeExpression, others: list[TimeExpression]) -> bool:
    return any(time.start < other.end and other.start < time.end for other in others)


def _is_wanted(context: Context, draft: Draft, time: TimeExpression) -> bool:
    """Not in a quoted title, nor where it tells when something was: «отчислены ещё летом»."""
    start, end = draft.content_span
    before = context.segments.text[context.doc[start].idx : time.start]
    if before.count("«") > before.count("»") or before.count('"') % 2:
        return False
    if _is_left(context, draft, time) or _measures(context, draft, time):
        return False
    span = context.doc.char_span(time.start, time.end, alignment_mode="expand")
    # «Протокол, Марина, вышли всем до субботы»: an order that the tagger takes for a past.
    ordered = draft.diathesis == "imperative" and start <= draft.trigger[0] < end
    if span is not None and _in_relative(
        context, max(start, ordered * draft.trigger[1]), span.start
    ):
        return False
    # «Обращается к собранию с просьбой …»: the meeting is asked, and no time.
    if span is not None and any(
        m.phrase.start < span.end and span.start < m.phrase.end for m in draft.targets
    ):
        return False
    verb = _governor(span.root) if span is not None else None
    if span is None or verb is None or time.type == "recurrence" or not start <= verb.i < end:
        return True
    past = "Past" in verb.morph.get("Tense", []) and not (ordered and verb.i == draft.trigger[0])
    irreal = any(fold(t.text) in _IRREAL for t in context.doc[verb.sent.start : verb.i + 2])
    subordinate = any(t.text == "," for t in context.doc[start : min(verb.i, span.start)])
    return not (past and subordinate) or irreal


def _in_relative(context: Context, start: int, time: int) -> bool:
    """«Комиссию, где каждый мог бы высказаться до отъезда»: it tells of the noun before the comma.

    So does «обмен, прерванный в 2020 году».
    """
    for i in range(time - 1, start, -1):
        token = context.doc[i]
        if token.text == ",":
            return False
        past = "Past" in token.morph.get("Tense", []) and "Part" in token.morph.get("VerbForm", [])
        if past and "Short" not in token.morph.get("Variant", []):
            return context.doc[i - 1].text == ","
        if fold(token.text).startswith("котор") or fold(token.text) == "где":
            return any(context.doc[k].text == "," for k in (i - 1, i - 2))
    return False


def _governor(token: Token) -> Token | None:
    """The verb that a word hangs on."""
    for _ in range(len(token.sent)):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ == "VERB" or (token.pos_ == "ADJ" and token.morph.get("VerbForm", [])):
            return token
    return None


def _is_left(context: Context, draft: Draft, time: TimeExpression) -> bool:
    """The time that gives way to another: «не в июле, а в марте», «перенести с января на март»."""
    text = fold(context.segments.text)
    others = [t for t in draft.timing if t.start > time.end]
    if text[: time.start].endswith(("а не ", "и не ")):
        # «Раз в полгода, а не каждый месяц», «не раньше девяти и не по выходным»
        return True
    if text[: time.start].endswith("не "):
        return any(_INSTEAD.fullmatch(text[time.end : t.start]) for t in others)
    if not text.startswith("с ", time.start) or not _is_shifted(context, draft, time):
        return False
    return any(text.startswith("на ", t.start) and t.start == time.end + 1 for t in others)


def _measures(context: Context, draft: Draft, time: TimeExpression) -> bool:
    """«Сдвинуть рейс на два часа», «увеличить перерыв на 15 минут»: by how much, not how long."""
    text = fold(context.segments.text)
    if time.type != "period" or not re.match(r"на (?!\S+ год)", text[time.start : time.end]):
        return False
    counted = re.search(r"час|минут|день|дня|дней|недел|месяц|год", text[time.start : time.end])
    verb = _nearest_verb(context, draft, time)
    measuring = frozenset(gazetteer("timing-words")["measuring_verbs"])
    return counted is not None and verb is not None and bool(lemmas(verb.text) & measuring)


def _is_shifted(context: Context, draft: Draft, time: TimeExpression) -> bool:
    """Whether a verb or noun before the time moves something from one time to another."""
    span = context.doc.char_span(time.start, time.end, alignment_mode="expand")
    before = context.doc[draft.content_span[0] : span.start] if span is not None else ()
    shifting = frozenset(gazetteer("timing-words")["shifting_verbs"])
    return any(lemmas(token.text) & shifting for token in before)


def _typed(context: Context, draft: Draft, time: TimeExpression) -> TimeExpression:
    """«До весны» beside «законсервировать», or behind a negation, says how long."""
    text = fold(context.segments.text[time.start : time.end])
    if text == "через день" and (verb := _nearest_verb(context, draft, time)) is not None:
        # «Заправку вести через день»: every other day.
        often = not can_be(verb, pos="VERB", Aspect="Perf")
        return replace(time, type="recurrence", value="P2D") if often else time
    if time.type == "deadline" and fold(
        context.segments.text[max(0, time.start - 8) : time.start]
    ).endswith("на срок "):
        # «Комитет на срок до годового собрания»
        return replace(time, type="period", value=None)
    if time.type != "deadline" or not text.startswith(_BOUNDING):
        return time
    if text.startswith("вплоть") or _outcomes().match(text):
        # «Перейти на ручной замес до приезда мембраны»: it goes on till something is settled.
        return replace(time, type="period", value=None)
    verb = _nearest_verb(context, draft, time)
    if verb is None:
        return time
    negated = verb.i > 0 and fold(context.doc[verb.i - 1].text) == "не"
    # «Согласовывать выход до введения пропусков»; «присылать вопросы до 15 апреля» has a day.
    dated = re.search(r"\d|\bчас|утра|обеда|вечера", in_figures(text).text)
    goes_on = is_infinitive(verb) and not can_be(verb, pos="VERB", Aspect="Perf") and not dated
    if not goes_on and any(other.type == "recurrence" for other in draft.timing):
        return time
    lasting = negated or goes_on or _lasts(verb, dated=dated is not None)
    counted = text.startswith("в течение")
    if counted and not negated and "Imp" not in verb.morph.get("Aspect", []):
        # «Дать ответ в течение недели».
        return time
    return replace(time, type="period", value=time.value if counted else None) if lasting else time


def _lasts(verb: Token, *, dated: bool) -> bool:
    """«Оставить до мая», «дать ей срок до 1 июня»; «дать отчёт до 1 июня» is done by that day."""
    lemma = fold(verb.lemma_)
    behind = verb.doc[verb.i + 1 : verb.i + _GIVEN_REACH]
    given = any(lemmas(t.text) & _GIVEN_TIME for t in behind)
    # «Дать заключение до Нового года»: the feast is as good as a date beside a thing.
    given = given or not (dated or _hands_over(verb))
    return lemma in _lasting() and (lemma not in ("дать", "давать") or given)


def _hands_over(verb: Token) -> bool:
    """«Дать заключение до Нового года» is done at once; «дать до весны пожить» lasts."""
    behind = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if behind is None or fold(verb.lemma_) != "дать" or not is_nominal(behind):
        return False
    return can_be(behind, pos="NOUN", case="Acc", Animacy="Inan")


def _nearest_verb(context: Context, draft: Draft, time: TimeExpression) -> Token | None:
    """The infinitive or finite verb of the content that stands nearest to the time expression."""
    start, end = draft.content_span
    verbs = [t for t in context.doc[start:end] if is_infinitive(t) or is_finite(t)]
    return min(verbs, key=lambda t: abs(t.idx - time.start), default=None)


@cache
def _outcomes() -> re.Pattern[str]:
    """«До выяснения …», «до особого распоряжения»: what ends a state of waiting."""
    stems = "|".join(gazetteer("timing-words")["outcomes"])
    return re.compile(rf"до (?:[а-я]+(?:ого|его|ой|ей|ых|их) )?(?:{stems})")


def _lasting() -> frozenset[str]:
    return frozenset(gazetteer("timing-words")["lasting_verbs"])
