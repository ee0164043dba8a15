"""Proposals that the next to speak answers: «Принято», «Отдадим», «Нет, рано»."""

from __future__ import annotations

import re
from itertools import takewhile

from spacy.tokens import Span, Token

from predlozheno.language.morphology import fold
from predlozheno.proposals.clauses import carries, trait
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_infinitive
from predlozheno.proposals.linking import (
    ANSWERABLE,
    chairs_of,
    key_of,
    names_of,
    stems,
)
from predlozheno.proposals.outcomes.disposals import undertakes
from predlozheno.proposals.resolution import chair_speaks
from predlozheno.proposals.slots.verdict import begins_with, find_verdicts, has_any
from predlozheno.reading.marks.stamps import is_stamp
from predlozheno.records.schema import Kind, Status

_SENTENCES_AHEAD = 3
_FARTHEST = 12
_LEAD = 14
_SHORTEST = 3
_CURT_DEED = 4
_STEM = 6
_ENDING = 2
_ASKED = "request.ne_mogli_by"
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
# «перейти» and «переходить»
_GOING = re.compile(r"йти$")
_CANNOT = re.compile(r"(?:не (?:могу|можем|будем|станем|получится|дам|дадим)|нельзя)\b")
_SIGN = re.compile(r"[.,;!?]")
_SIGNS = frozenset("+➕👍👌👎💯")


def answered(context: Context, drafts: list[Draft]) -> None:
    """Settles the open drafts by what the next speaker says to them, or does with their verb."""
    sentences = list(context.doc.sents)
    at = {sentence.start: i for i, sentence in enumerate(sentences)}
    for draft in drafts:
        if draft.status is not Status.PROPOSED or draft.kind not in ANSWERABLE:
            continue
        i = at.get(context.doc[draft.sentence[0]].sent.start)
        if i is None:
            continue
        ahead = _behind_the_turn(context, draft, sentences[i + 1 : i + 1 + _FARTHEST])
        for sentence in ahead[:_SENTENCES_AHEAD]:
            if _answers(context, draft, sentence):
                break
        else:
            _seconded(context, draft, ahead)


def _behind_the_turn(context: Context, draft: Draft, ahead: list[Span]) -> list[Span]:
    """The sentences behind a draft; behind its turn where that goes on for long."""
    there = context.blocks[draft.block].speaker
    own = 0
    while (
        there is not None
        and own < len(ahead)
        and context.blocks[context.block_index(ahead[own].start)].speaker == there
    ):
        own += 1
    # «Напечатаем. Напечатаю» by the same speaker counts, too.
    return ahead[own:] if own >= _SENTENCES_AHEAD else ahead


def _seconded(context: Context, draft: Draft, ahead: list[Span]) -> None:
    """«Поддерживаю. – И я за. – Директор: Хорошо.»: the chair's answer behind those who agree."""
    for sentence in ahead:
        block = context.block_index(sentence.start)
        here = context.blocks[block].speaker
        if here is None or not _opens_turn(context, sentence, block):
            continue
        if here == context.blocks[draft.block].speaker:
            continue
        if chair_speaks(context, block):
            _answers(context, draft, sentence)
            return
        body = _body(context, sentence, block)
        if not has_any("seconding", fold(body[:_LEAD].text)):
            return


def _answers(context: Context, draft: Draft, sentence: Span) -> bool:
    """Settles the draft where the sentence answers it; True where it did."""
    block = context.block_index(sentence.start)
    here, there = context.blocks[block].speaker, context.blocks[draft.block].speaker
    body = _body(context, sentence, block)
    if not len(body):
        return False
    lead = fold(body[:_LEAD].text)
    turned = here is not None and here != there
    label = context.segments.text[context.blocks[block].start : context.blocks[block].body]
    asked = bool(names_of(context, draft, addressees=True) & stems(f"{here or ''} {label}"))
    among = _among_themselves(context, block, draft.block, label)
    if turned and begins_with("answers_postponed", lead) and _does_it(context, draft, body[:_LEAD]):
        # «Пусть взнос переносится на октябрь. – Ок, переносим.»
        return True
    # «+1», «👍»: a sign is an answer of equals wherever it stands.
    signed = turned and body[0].text[:1] in _SIGNS
    if (among or signed) and _opens_turn(context, sentence, block) and _agreed(draft, body):
        return True
    if turned and draft.frame.id == _ASKED and (yes := begins_with("asked_adopted", lead)):
        draft.status = Status.ADOPTED
        draft.outcome = (body.start_char, body.start_char + yes.end())
        return True
    told = turned and draft.kind is not Kind.NEED
    leads = chair_speaks(context, block) or bool(chairs_of(context) & stems(here or ""))
    # What the chair proposes is taken up by whoever speaks next.
    proposed = draft.kind is Kind.PROPOSAL and chair_speaks(context, draft.block)
    # In hearings those answer for the matter whose project it is.
    answers = has_any("answering", fold(here or ""))
    if told and (asked or leads or proposed or answers) and _opens_turn(context, sentence, block):
        for name, status in (
            ("answers_postponed", Status.POSTPONED),
            ("answers_rejected", Status.REJECTED),
            ("answers_adopted", Status.ADOPTED),
        ):
            if match := begins_with(name, lead):
                draft.status = status
                draft.outcome = (body.start_char, body.start_char + match.end())
                if status is Status.REJECTED:
                    _rather_later(context, draft, sentence, block)
                return True
    # «Управа просит сдать паспорт. Тамара Васильевна сдаст.», «Хочет лопату. Купить.»
    noted = here is None and there is None and sum(t.is_alpha for t in body) <= _CURT_DEED
    if here == there and not (among or noted) and not _is_short_promise(body):
        return False
    return _does_it(context, draft, body[:_LEAD], turned=turned)


def _rather_later(context: Context, draft: Draft, sentence: Span, block: int) -> None:
    """«Я против, люди устанут. Давайте после майских обсудим.»: the last word of a refusal counts."""
    if sentence.end >= len(context.doc) or context.block_index(sentence.end) != block:
        return
    behind = context.doc[sentence.end].sent
    late = next((v for v in find_verdicts(behind.text) if v.status is Status.POSTPONED), None)
    if late is not None:
        draft.status = Status.POSTPONED
        draft.outcome = (behind.start_char + late.start, behind.start_char + late.end)


def _among_themselves(context: Context, block: int, before: int, label: str) -> bool:
    """Whether another message of a chat, or another line of speech without labels, begins here."""
    if block == before:
        return False
    above, here = context.blocks[before], context.blocks[block]
    text = context.segments.text
    if here.speaker is not None and above.speaker is not None:
        if here.speaker_span is not None:
            # «Зоя 9:31» stands on a line of its own.
            first = text.rfind("\n", 0, here.speaker_span[0]) + 1
            head, below = text[first:].split("\n", 2)[:2] if first < here.start else ("", "")
            label += head + (below if is_stamp(below) else "")
        return here.speaker != above.speaker and _CLOCK.search(label) is not None
    text = text[here.start : here.end]
    murmured = text[:1].islower() and not _SIGN.search(text)
    return here.speaker is None and above.speaker is None and murmured


def _agreed(draft: Draft, body: Span) -> bool:
    """«+1», «ок», «да я тоже за», «нет»: what equals say to one another in a few words."""
    lead = fold(body[:_LEAD].text)
    for name, status in (
        ("answers_postponed", Status.POSTPONED),
        ("peers_rejected", Status.REJECTED),
        ("peers_adopted", Status.ADOPTED),
    ):
        if match := begins_with(name, lead):
            draft.status = status
            draft.outcome = (body.start_char, body.start_char + match.end())
            return True
    return False


def _body(context: Context, sentence: Span, block: int) -> Span:
    start = sentence.start
    while start < sentence.end and context.doc[start].idx < context.blocks[block].body:
        start += 1
    return context.doc[start : sentence.end]


def _opens_turn(context: Context, sentence: Span, block: int) -> bool:
    """Whether the sentence is the first of its block, so that it can be an answer."""
    return sentence.start == 0 or context.block_index(sentence.start - 1) != block


def _is_short_promise(body: Span) -> bool:
    """«Напечатаем.»: no more than a verb in the first person of the future."""
    promised = any(trait(t, "Person") == "1" and trait(t, "Tense") == "Fut" for t in body)
    return promised and sum(t.is_alpha for t in body) <= _SHORTEST


def _same_verb(answer: Token, verb: Token) -> bool:
    """«Отдайте – отдам», «просил добавить – добавляем», «хотела попробовать – пробуйте»."""
    one, two = (_GOING.sub("ходить", fold(token.lemma_)) for token in (answer, verb))
    if one == two or undertakes(answer) and key_of(fold(answer.text)) == key_of(fold(verb.text)):
        return True
    longer, shorter = sorted((one, two), key=len, reverse=True)
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    if undertakes(answer) and stem >= max(_STEM - 1, len(shorter) - _ENDING):
        # «разбить – разбиваем», «заказать – заказываем»
        return True
    prefix = longer.removesuffix(shorter)
    return len(shorter) >= _STEM and prefix in ("по", "с", "за", "на", "о", "при", "вы", "у")


def _does_it(context: Context, draft: Draft, lead: Span, *, turned: bool = False) -> bool:
    """The verb of the content in the imperative or in the future: «отдайте», «раздадим»."""
    start, end = draft.content_span
    # Of the finite ones the first alone: others stand in clauses of their own.
    found = [t for t in context.doc[start:end] if is_infinitive(t) or carries(t)]
    verbs = [t for t in found if t is found[0] or is_infinitive(t)]
    curt = sum(t.is_alpha for t in lead) <= _SHORTEST
    for token in lead:
        same = any(_same_verb(token, verb) for verb in verbs if verb.i != token.i)
        ahead = (
            "Imp" in token.morph.get("Mood", [])
            or trait(token, "Tense") == "Fut"
            or undertakes(token)
        )
        if (
            same
            and is_infinitive(token)
            and turned
            and _CANNOT.match(fold(lead[token.i + 1 - lead.start :].text))
        ):
            # «Отменить не могу, перенесём на июнь»
            draft.status = Status.REJECTED
            draft.outcome = (token.idx, token.idx + len(token))
            return True
        # «Хочет, чтобы правление купило лопату. Купить.»
        ordered = curt and token.i == lead.start and is_infinitive(token)
        if same and (ahead or ordered):
            refused = token.i > lead.start and fold(context.doc[token.i - 1].text) == "не"
            # «Давайте не будем делать тёмную тему. – Не делаем.»
            refused = refused and not any(fold(t.text) == "не" for t in context.doc[start:end])
            draft.status = Status.REJECTED if refused else Status.ADOPTED
            draft.outcome = (token.idx, token.idx + len(token))
            return True
    return False
