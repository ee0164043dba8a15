"""«Осокин ответил, что тополь уберут в субботу»: what somebody is told to have answered to a wish."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from predlozheno.language.morphology import fold, lemmas
from predlozheno.proposals.clauses import trait
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import is_finite, is_infinitive, low
from predlozheno.proposals.linking import ANSWERABLE, key_of, names_of, stems
from predlozheno.proposals.outcomes.disposals import undertakes
from predlozheno.proposals.outcomes.resolving import is_resolved
from predlozheno.records.schema import Kind, Status
from predlozheno.resources import gazetteer

# So many sentences behind a wish its answer may stand.
_SENTENCES = 2
_SHARED = 4


def reported(context: Context, drafts: list[Draft]) -> None:
    """Settles open drafts by what the sentence behind them tells that another answered."""
    sentences = list(context.doc.sents)
    at = {sentence.start: i for i, sentence in enumerate(sentences)}
    for draft in drafts:
        if draft.status is not Status.PROPOSED or draft.kind not in ANSWERABLE:
            continue
        if is_resolved(context, draft):
            continue
        i = at.get(context.doc[draft.content_span[1] - 1].sent.start)
        if i is None:
            continue
        own = context.doc[draft.content_span[1] : sentences[i].end]
        for place, sentence in enumerate([own, *sentences[i + 1 : i + 1 + _SENTENCES]]):
            if not len(sentence) or context.block_index(sentence.start) - draft.block > 1:
                break
            if answer := _answer(context, sentence, draft):
                if found := _says(context, draft, answer):
                    draft.status, draft.outcome = found
                break
            if place and any(d.sentence[0] == sentence.start for d in drafts):
                break


def _answer(context: Context, sentence: Span, draft: Draft) -> Span | None:
    """The clause behind «ответил, что …» of another than the mover."""
    verbs = frozenset(gazetteer("outcome-cues")["answered"])
    verb = next(
        (t for t in sentence if lemmas(t.text) & verbs and trait(t, "Tense") == "Past"), None
    )
    if verb is None:
        return _said(context, sentence, draft)
    if names_of(context, draft) & stems(context.doc[sentence.start : verb.i].text):
        return None
    for token in context.doc[verb.i + 1 : sentence.end]:
        if low(token) == "что" and token.i > 0 and context.doc[token.i - 1].text == ",":
            return context.doc[token.i + 1 : sentence.end]
        if token.text == ":":
            return context.doc[token.i + 1 : sentence.end]
    return None


def _said(context: Context, sentence: Span, draft: Draft) -> Span | None:
    """«Завхоз Нуждин: рояль перевезём.»: the words behind the name of another, within the prose."""
    first = context.phrase_at(sentence.start)
    if first is None or first.label not in ("PER", "ROLE", "ORG"):
        return None
    end = first.end
    while end < sentence.end and context.doc[end].pos_ == "PROPN":
        end += 1
    if end + 1 >= sentence.end or context.doc[end].text != ":":
        return None
    mover = names_of(context, draft) & stems(context.doc[sentence.start : end].text)
    return None if mover else context.doc[end + 1 : sentence.end]


def _says(context: Context, draft: Draft, answer: Span) -> tuple[Status, tuple[int, int]] | None:
    """What the answer says: that it cannot be, or with the verb of the wish that it will be done."""
    text = fold(answer.text)
    if match := _pattern("answered_no").search(text):
        start = answer.start_char
        return Status.REJECTED, (start + match.start(), start + match.end())
    verbs = [
        t
        for start, end in draft.content
        for t in context.doc[start:end]
        if is_infinitive(t) or is_finite(t)
    ]
    for token in answer:
        if _will_be(token) and any(_same(token, verb) for verb in verbs):
            refused = token.i > answer.start and low(context.doc[token.i - 1]) == "не"
            status = Status.REJECTED if refused else Status.ADOPTED
            return status, (token.idx, token.idx + len(token))
    if will := next((t for t in answer if _comes(draft, t, context)), None):
        # «попросила денег на ёлку. Басов заверил, что ёлка будет.»
        return Status.ADOPTED, (will.idx, will.idx + len(will))
    if match := _pattern("answered_yes").search(text):
        start = answer.start_char
        return Status.ADOPTED, (start + match.start(), start + match.end())
    first = next((t for t in answer if undertakes(t)), None)
    if draft.kind is Kind.REQUEST and first is not None and trait(first, "Tense") == "Fut":
        # «Рояль в клубе, перевезём.»
        refused = first.i > answer.start and low(context.doc[first.i - 1]) == "не"
        if refused or low(first) not in gazetteer("disposals")["idle"]:
            status = Status.REJECTED if refused else Status.ADOPTED
            return status, (first.idx, first.idx + len(first))
    return None


def _comes(draft: Draft, token: Token, context: Context) -> bool:
    """«ёлка будет»: a thing that is wanted, and that it will be there."""
    if low(token) not in ("будет", "будут") or not token.i:
        return False
    thing = token.nbor(-1)
    wanted = (t for start, end in draft.content for t in context.doc[start:end])
    return thing.pos_ == "NOUN" and any(
        t.pos_ == "NOUN" and lemmas(t.text) & lemmas(thing.text) for t in wanted
    )


def _will_be(token: Token) -> bool:
    """«уберут», «будет убран», «убираем»: what is said to come."""
    if trait(token, "Tense") == "Fut" or trait(token, "Person") == "1":
        return True
    auxiliary = token.i and low(token.nbor(-1)) in ("будет", "будут")
    return bool(auxiliary)


def _same(one: Token, other: Token) -> bool:
    """«Убрать» and «уберут», «поставить» and «поставлен»."""
    if lemmas(one.text) & lemmas(other.text):
        return True
    return key_of(low(one))[:_SHARED] == key_of(low(other))[:_SHARED] and len(low(one)) > _SHARED


def _pattern(name: str) -> re.Pattern[str]:
    words = "|".join(gazetteer("outcome-cues")[name])
    return re.compile(rf"(?<![а-я])(?:{words})(?![а-я])")
