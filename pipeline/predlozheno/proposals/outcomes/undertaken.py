"""«Завхоз обещал заменить», «замок заменили»: what was asked for is taken on or done right behind."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.language.morphology import fold, lemmas
from predlozheno.proposals.clauses import trait
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_finite, is_infinitive, low
from predlozheno.proposals.linking import ANSWERABLE, key_of, names_of, stems
from predlozheno.proposals.outcomes.resolving import is_resolved
from predlozheno.proposals.outcomes.turned import roots_of
from predlozheno.proposals.slots.verdict import has_any
from predlozheno.records.schema import Kind, Status
from predlozheno.resources import gazetteer

# So many sentences behind a wish it may be taken on, and so many may tell that it was done.
_PROMISED, _DONE = 2, 2
_SHORT = 3
_OBJECTS = frozenset(("их", "его", "ее"))
_THEIRS = frozenset(("ему", "ей", "им"))
_DOING = frozenset(("сделать", "выполнить", "исполнить", "устроить"))
# A sentence that tells of a deed says little else.
_WORDS = 6


def undertaken(context: Context, drafts: list[Draft]) -> None:
    """Adopts the open drafts that a promise or a deed of somebody else right behind them fulfils."""
    sentences = list(context.doc.sents)
    at = {sentence.start: i for i, sentence in enumerate(sentences)}
    for draft in drafts:
        if draft.status is not Status.PROPOSED or draft.kind not in ANSWERABLE:
            continue
        i = at.get(context.doc[draft.content_span[1] - 1].sent.start)
        if i is None or is_resolved(context, draft):
            continue
        ahead = sentences[i + 1 : i + 1 + _PROMISED]
        end = ahead[-1].end if ahead else 0
        for promise in drafts:
            if draft.content_span[1] <= promise.content_span[0] < end and _takes_on(
                context, promise, draft
            ):
                begin, stop = promise.content_span
                span = context.doc[begin:stop]
                draft.status, draft.settled_by = Status.ADOPTED, promise
                draft.outcome = (span.start_char, span.end_char)
                break
        else:
            _done(context, draft, sentences[i + 1 : i + 1 + _DONE], drafts)


def _takes_on(context: Context, promise: Draft, draft: Draft) -> bool:
    """Whether another than the mover promises the same action, or something about the same thing."""
    if promise.kind in (Kind.DECISION, Kind.AGREEMENT):
        return _resolves(context, promise, draft)
    if promise.kind is not Kind.ASSIGNMENT or promise.head is not None or promise.proposers:
        return False
    executors = [m for m in promise.targets if m.role == "executor"]
    ordered = any(m.role == "addressee" for m in promise.targets)
    if (
        ordered
        or not executors
        or promise.block - draft.block > 1
        or promise.status is not Status.ADOPTED
    ):
        return False
    promisers = frozenset(
        key for m in executors for key in stems(context.doc[m.phrase.start : m.phrase.end].text)
    )
    if promisers & names_of(context, draft):
        return False
    verbs = _verbs(context, promise)
    if any(lemmas(verb.text) & _finding() for verb in verbs):
        # «обещал разобраться», «обещала подумать»: that is not yet a yes.
        return False
    if _roots(verbs) & _roots(_verbs(context, draft)):
        return True
    words = [context.doc[i] for begin, end in promise.content for i in range(begin, end)]
    # «этим займётся Лямина», «обещала передать их до ноября»
    gives = any(lemmas(verb.text) & frozenset(gazetteer("promises")["giving"]) for verb in verbs)
    taken = bool(words) and has_any("this", low(words[0]))
    # «просил доступ к выписке, бухгалтер обещала дать»
    alone = gives and len(words) == 1 and draft.sentence[1] >= promise.sentence[0]
    taken = taken or alone or gives and any(low(t) in _OBJECTS for t in words)
    # «Ира предложила позвать Гошу. Макс напишет ему сегодня.»
    bare = not any(t.pos_ == "NOUN" for t in words)
    theirs = bare and any(low(t) in _THEIRS for t in words)
    taken = taken or theirs and draft.kind is not Kind.NEED
    if taken and draft.block == promise.block:
        return True
    # «пообещал светофор»: a promise of the thing itself
    return not verbs and bool(_things(context, promise) & _things(context, draft))


def _resolves(context: Context, decision: Draft, draft: Draft) -> bool:
    """«Дом культуры просит платить за свет. Решили платить.»: the same verb, and no other thing."""
    verbs = [v for v in _verbs(context, decision) if not _is_denied(v)]
    if not verbs and _nouns(context, decision):
        # «предложил утвердить отчёт. Отчёт утверждён.»
        verbs = [t for t in context.doc[slice(*decision.trigger)] if t.pos_ in ("VERB", "ADJ")]
    mine = [v for v in _verbs(context, draft) if not _is_denied(v)]
    same = bool(_roots(verbs[:1]) & _roots(mine))
    return same and decision.head is None and _nouns(context, decision) <= _nouns(context, draft)


def _is_denied(verb: Token) -> bool:
    return verb.i > 0 and low(verb.nbor(-1)) == "не"


def _done(context: Context, draft: Draft, ahead: list[Span], drafts: list[Draft]) -> None:
    """«Поленницу убрали.», «Замок уже заменён.»: a short sentence tells the same action as done."""
    wanted, things = _roots(_verbs(context, draft)), _things(context, draft)
    starts = {d.sentence[0] for d in drafts}
    for sentence in ahead:
        block = context.block_index(sentence.start)
        if sentence.start in starts or block - draft.block > 1 or sentence.text.endswith("?"):
            return
        words = [t for t in sentence if t.is_alpha]
        if len(words) > _WORDS or has_any("unsettled", fold(sentence.text)):
            continue
        for verb in words:
            past = is_finite(verb) and trait(verb, "Tense") == "Past"
            plural = past and trait(verb, "Number") == "Plur"
            named = things & frozenset(key_of(low(t)) for t in words if _is_thing(t))
            same = plural and named and _roots([verb]) & wanted
            # «Читатели просят тёмную тему. Юра сделал, выкатит в понедельник.»
            so = past and verb.i - sentence.start <= 1 and lemmas(verb.text) & _DOING
            if not same and not so:
                continue
            refused = _is_denied(verb)
            draft.status = Status.REJECTED if refused else Status.ADOPTED
            draft.outcome = (verb.idx, verb.idx + len(verb))
            return


def _verbs(context: Context, draft: Draft) -> list[Token]:
    words = [context.doc[i] for begin, end in draft.content for i in range(begin, end)]
    return [t for t in words if is_infinitive(t) or is_finite(t)]


def _roots(verbs: list[Token]) -> frozenset[str]:
    return frozenset(root for verb in verbs for root in roots_of(verb))


def _things(context: Context, draft: Draft) -> frozenset[str]:
    """The nouns that tell what is wanted from other things wanted."""
    common = tuple(gazetteer("outcome-cues")["common_words"])
    return frozenset(key for key in _nouns(context, draft) if not key.startswith(common))


def _nouns(context: Context, draft: Draft) -> frozenset[str]:
    words = [context.doc[i] for begin, end in draft.content for i in range(begin, end)]
    return frozenset(key_of(low(t)) for t in words if _is_thing(t))


def _is_thing(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and len(token) > _SHORT


def _finding() -> frozenset[str]:
    return frozenset(gazetteer("promises")["finding"])
