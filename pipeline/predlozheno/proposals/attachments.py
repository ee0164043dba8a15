"""Lines that belong to the record above them: «Срок: 15 мая», «Ответственный – Петров»."""

from __future__ import annotations

import re

from spacy.tokens import Span

from predlozheno.language.answers import answers, text_of
from predlozheno.language.morphology import fold
from predlozheno.proposals.answered import doers_of, matter_of
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft, Mention, TimeExpression
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import trim
from predlozheno.proposals.named import named_parties
from predlozheno.proposals.slots.timing import find_term
from predlozheno.proposals.slots.when import fill_timing
from predlozheno.proposals.tails import acts, electing, tail_of
from predlozheno.proposals.tasks import after_arrow
from predlozheno.records.schema import Kind, Role

RESPONSIBLE = re.compile(
    r"(?<![а-я])(?:ответственн(?:ый|ая|ые|ое|ым|ого|ых)(?: за (?:исполнение|выполнение)"
    r"| исполнител[а-я]+| лиц[а-я]+| за (?:[а-я]+ ){0,2}[а-я]+(?=\s[А-ЯЁ]))?|отв\.|исполнител(?:ь|и|ем)|исп\.)"
    r"(?:\s*[:–—-]\s*|\s+(?=[А-ЯЁ]))"
)
TERM = re.compile(
    r"(?<![а-я])срок[а-я]*(?: исполнения| выполнения| сдачи)?(?:\s*[:–—-]\s*|\s+(?=\d+ [а-я]|недел|месяц))"
)
_ALONE = re.compile(r"[(–—\s-]*(?:срок|отв\.|ответственн|исполнител|исп\.|контрол)")
_STOP = re.compile(r"срок|контрол|\)|;")
# Behind the one who answers for it, and a comma, a time up to the end of bracket or line.
_WHEN = re.compile(
    r"[^,;()\n]+(?:\([^()]*\))?,\s*"
    r"((?:до|ко?|в|не позднее|[IV]+ кв|[а-я]+ (?:\d{4}|$)|\d{1,2}[. ])[^;()\n]*)"
)
_LINES_BELOW = 3
_LETTER = re.compile(r"\s*[а-яa-z][).]")
_BETWEEN = (",", ";", "/", "и", "–", "-")
# «(Хусаинов, до снега)», «(Орлов – 1 мая).»: who and by when, in brackets behind an order.
_BRACKETED = re.compile(r"\(([^()]{3,80})\)[.;]?\s*$")
_ACTING = ("PER", "ROLE", "ORG", "GROUP")
# «Решено запросить цены, ответственный – завхоз Пенкин» is a task of his.
_CHARGING = ("item", "bare_infinitive", "active", "short_passive")
_ORDERS = (Kind.DECISION, Kind.ASSIGNMENT)


def is_attachment(text: str) -> bool:
    """Whether a line says nothing but who answers for the record above it, or by when."""
    folded = fold(text)
    if not _ALONE.match(folded):
        return False
    return _responsible(text) is not None or TERM.search(folded) is not None


def attach(context: Context, drafts: list[Draft], meeting_date: str | None) -> None:
    """Adds executors and deadlines from lines and sentence ends to the draft right above them."""
    ordered = sorted(drafts, key=lambda d: d.sentence[0])
    for sentence in context.doc.sents:
        text = text_of(context.doc, sentence.start, sentence.end)
        named = _responsible(text)
        term = TERM.search(folded) if "срок" in (folded := fold(text)) else None
        doers = [] if named or term else doers_of(context, sentence)
        if doers and (done := _done_by(context, drafts, sentence, doers, meeting_date)):
            ordered = done
            continue
        if not (named or term):
            _bracketed(context, ordered, sentence, meeting_date)
            _tailed(context, ordered, sentence, meeting_date)
            continue
        owners = _owner(context, ordered, (sentence.start, sentence.end))
        matter = matter_of(context, ordered, sentence, named.start()) if named else None
        if matter is not None:
            fill_timing(context, [matter], meeting_date)
            drafts.append(matter)
            ordered = sorted(drafts, key=lambda d: d.sentence[0])
            owners = [matter]
        label = min(cue.start() for cue in (named, term) if cue) + sentence.start_char
        for draft in _of_part(context, owners, sentence, label):
            if named:
                _add_responsible(context, draft, *_behind(context, sentence, named.end()))
            if term:
                _add_term(draft, *_behind(context, sentence, term.end()), meeting_date)
            elif named and (when := _WHEN.match(text, named.end())):
                # «(отв. – Таволгина Е.Р., до марта 2019 г.)»
                within = text[: when.end()]
                _add_term(draft, within, when.start(1), sentence.start_char, meeting_date)


def _of_part(context: Context, owners: list[Draft], sentence: Span, label: int) -> list[Draft]:
    """«Взносы не повышать; купить каски (срок – 20.11)»: a term is of its own part of a sentence."""
    own = []
    for draft in owners:
        end = context.doc[draft.content_span[1] - 1].idx
        inside = draft.content_span[0] >= sentence.start
        if not inside or ";" not in answers(context.doc).whole[end : max(label, end)]:
            own.append(draft)
    return own or owners


def _behind(context: Context, sentence: Span, begin: int) -> tuple[str, int, int]:
    """The text behind a label, where it begins and its offset: the next line where the label closes its own."""
    if sentence.text[begin:].strip() or sentence.end >= len(context.doc):
        return sentence.text, begin, sentence.start_char
    following = context.doc[sentence.end].sent
    return following.text, 0, following.start_char


def _bracketed(
    context: Context, drafts: list[Draft], sentence: Span, meeting_date: str | None
) -> None:
    """Executor and time in brackets at the end of an order, or on a line of their own below it."""
    text = text_of(context.doc, sentence.start, sentence.end)
    match = _BRACKETED.search(text) if ")" in text else None
    if match is None:
        return
    first, last = (sentence.start_char + i for i in match.span(1))
    inside = context.doc.char_span(first, last, alignment_mode="contract")
    party = context.phrase_at(inside.start) if inside else None
    if inside is None or party is None or party.label not in _ACTING:
        return
    rest = context.doc[party.end : inside.end]
    if len(rest) < 2 or rest[0].text not in _BETWEEN:
        return
    if party.label != "PER" and not party.has_case("Nom"):
        return
    times = find_term(rest[1:].text, meeting_date)
    if not times or times[0].start:
        return
    lines_below = match.start() <= 1
    for draft in _above(context, drafts, sentence) if lines_below else drafts:
        own = sentence.start <= draft.sentence[0] < sentence.end
        if draft.kind not in _ORDERS or not (own or lines_below) or draft.targets:
            continue
        draft.kind, draft.targets = Kind.ASSIGNMENT, [Mention(party, role=Role.EXECUTOR)]
        _add_term(draft, rest[1:].text, 0, rest[1:].start_char, meeting_date)


def _done_by(
    context: Context,
    drafts: list[Draft],
    sentence: Span,
    doers: list[Phrase],
    meeting_date: str | None,
) -> list[Draft]:
    """«Сверять полки с базой. Делает администратор.»: he does what the sentence before is about.

    Returns:
        All drafts in order; nothing where the sentence before is about no action.
    """
    before = context.doc[sentence.start - 1].sent if sentence.start else None
    above = [d for d in drafts if before is not None and d.sentence[0] >= before.start]
    above = [d for d in above if d.sentence[0] < sentence.start and d.kind in _ORDERS]
    if not above:
        rest = [d for d in drafts if not sentence.start <= d.sentence[0] < sentence.end]
        matter = matter_of(context, rest, sentence, 0)
        if matter is None or not acts(context.doc[slice(*matter.content[0])]):
            return []
        fill_timing(context, [matter], meeting_date)
        drafts.append(matter)
        above = [matter]
    for draft in above:
        if not any(m.role in (Role.EXECUTOR, Role.ADDRESSEE) for m in draft.targets):
            draft.kind = Kind.ASSIGNMENT
            draft.targets = [Mention(p, role=Role.EXECUTOR) for p in doers] + draft.targets
    behind = context.doc[doers[-1].end : sentence.end]
    offset = len(behind.text) - len(behind.text.lstrip(" ,–—-"))
    _add_term(above[-1], behind.text, offset, behind.start_char, meeting_date)
    for own in [d for d in drafts if sentence.start <= d.sentence[0] < sentence.end]:
        drafts.remove(own)
    return sorted(drafts, key=lambda d: d.sentence[0])


def _tailed(
    context: Context, drafts: list[Draft], sentence: Span, meeting_date: str | None
) -> None:
    """«Завезти паллеты: Тяглов, до пятницы»: who is named at the end of an order, and the time there."""
    own = [d for d in drafts if sentence.start <= d.sentence[0] < sentence.end]
    own = [d for d in own if d.kind in _ORDERS]
    tail = tail_of(context, sentence) if own else None
    if tail is None:
        for draft in own[-1:]:
            # «Ильдар → интервалы → вт»
            when = after_arrow(sentence)
            if when is not None:
                _add_term(draft, when.text, 0, when.start_char, meeting_date)
        return
    for draft in own:
        start, end = draft.content[-1]
        charged = any(m.role in (Role.EXECUTOR, Role.ADDRESSEE) for m in draft.targets)
        acting = start < tail.begin < end and acts(context.doc[start : tail.begin])
        if acting and not charged and not electing(context.doc[start : tail.begin]):
            draft.content[-1] = trim(context.doc, start, tail.begin)
            draft.kind = Kind.ASSIGNMENT
            draft.targets = [Mention(p, role=Role.EXECUTOR) for p in tail.people] + draft.targets
        if end <= tail.begin and tail.times[0] < tail.times[1]:
            text = context.segments.text[slice(*tail.times)]
            _add_term(draft, text, 0, tail.times[0], meeting_date)


def _above(context: Context, drafts: list[Draft], sentence: Span) -> list[Draft]:
    """The drafts of the line right above."""
    near = [
        d
        for d in drafts
        if d.sentence[1] <= sentence.start and context.block_index(sentence.start) - d.block <= 1
    ]
    return [d for d in near if d.sentence == near[-1].sentence]


def _responsible(text: str) -> re.Match[str] | None:
    """Where the one who answers for it is named: the label, its capital letters made small."""
    folded = fold(text)
    if "отв" not in folded and "исп" not in folded:
        return None
    match = RESPONSIBLE.search(text)
    return match or RESPONSIBLE.search(text[:1].lower() + text[1:]) or RESPONSIBLE.search(folded)


def _owner(context: Context, drafts: list[Draft], span: TokenSpan) -> list[Draft]:
    """The drafts of the sentence itself, else those of the nearest sentence above in the same list."""
    own = [d for d in drafts if span[0] <= d.sentence[0] < span[1]]
    if own:
        return own
    above = [d for d in drafts if d.sentence[0] < span[0]]
    if not above or not _ALONE.match(fold(context.doc[span[0] : span[1]].text)):
        return []
    last = above[-1]
    if context.block_index(span[0]) - last.block > _LINES_BELOW:
        return []
    return [d for d in above if d.sentence == last.sentence or _beside(context, d, last)]


def _beside(context: Context, draft: Draft, last: Draft) -> bool:
    """«а) …; б) …; в) …», then «Ответственный: …»: the line answers for the parts of one order.

    Not where a part has its own responsible already.
    """
    blocks = context.blocks
    parts = last.head is not None and draft.head == last.head and draft.block != last.block
    if not parts or blocks[draft.block].parent != blocks[last.block].parent:
        return False
    return _is_part(context, draft) and _is_part(context, last) and not _is_charged(draft)


def _is_part(context: Context, draft: Draft) -> bool:
    """Whether the line has a letter for its number: «а)», «б)»."""
    block = context.blocks[draft.block]
    return bool(_LETTER.match(context.segments.text[block.start : block.body]))


def _is_charged(draft: Draft) -> bool:
    return any(m.role is Role.EXECUTOR for m in draft.targets)


def _add_responsible(context: Context, draft: Draft, text: str, start: int, offset: int) -> None:
    stop = _STOP.search(fold(text), start)
    end = stop.start() if stop else len(text)
    span = context.doc.char_span(offset + start, offset + end, alignment_mode="expand")
    if span is None:
        return
    taken = {m.phrase.start for m in draft.targets}
    if draft.kind is Kind.DECISION and draft.diathesis in _CHARGING:
        draft.kind = Kind.ASSIGNMENT
    for party in named_parties(context, span.start, span.end):
        if party.start not in taken:
            draft.targets.append(Mention(party, role=Role.EXECUTOR))


def _add_term(draft: Draft, text: str, start: int, offset: int, meeting_date: str | None) -> None:
    for time in find_term(text[start:], meeting_date):
        first, last = offset + start + time.start, offset + start + time.end
        if not any(t.start < last and first < t.end for t in draft.timing):
            draft.timing.append(TimeExpression(first, last, time.type, time.value))
