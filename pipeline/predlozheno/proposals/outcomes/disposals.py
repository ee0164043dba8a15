"""What a talk says becomes of a thing by its name: «фонарь берём, камеру не будем», «столы +»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from predlozheno.language.morphology import analyses, fold
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import case_of, is_infinitive, is_word, low
from predlozheno.proposals.linking import ANSWERABLE, key_of
from predlozheno.proposals.slots.verdict import find_verdicts, has_any
from predlozheno.records.schema import Status
from predlozheno.resources import gazetteer

# How many sentences and blocks on a thing may be disposed of, and in how few words.
_SENTENCES, _BLOCKS = 20, 10
_WORDS, _CURT = 10, 4
_SHORT = 3
_ASSENTS = frozenset("согласен согласна согласны поддерживаю поддержим".split())
_BREAKS = frozenset(",;.!?:–—()")
_JOINTS = frozenset(("а", "но"))
# «По кабелю подумаем потом», «на половинки я согласна».
_ABOUT = frozenset(("по", "про", "с", "со", "на", "насчет", "от"))
_GIVEN_UP = frozenset(("отказаться", "отказались", "отказываемся"))
_YES, _NO = frozenset(("да", "+", "👍")), frozenset(("нет", "-", "–", "👎"))


def disposed(context: Context, drafts: list[Draft]) -> None:
    """Settles the open drafts of a talk whose thing a later clause names beside what becomes of it."""
    sentences = list(context.doc.sents)
    named = _Named()
    at = {sentence.start: i for i, sentence in enumerate(sentences)}
    for draft in drafts:
        if draft.status is not Status.PROPOSED or draft.kind not in ANSWERABLE:
            continue
        i = at.get(context.doc[draft.sentence[1] - 1].sent.start)
        things = _things(context, draft)
        if i is None or not things:
            continue
        for sentence in sentences[i + 1 : i + 1 + _SENTENCES]:
            if context.block_index(sentence.start) - draft.block > _BLOCKS:
                break
            if things.isdisjoint(named[sentence]):
                continue
            if _is_heard(context, draft, sentence) and _dispose(draft, sentence, things):
                break


class _Named(dict[Span, frozenset[str]]):
    """The keys of the things that a sentence names, read when it is first asked for."""

    def __missing__(self, sentence: Span) -> frozenset[str]:
        keys = frozenset(key_of(low(token)) for token in sentence if _is_thing(token))
        self[sentence] = keys
        return keys


def _is_heard(context: Context, draft: Draft, sentence: Span) -> bool:
    """Whether others say it: a speaker disposes of nothing that he himself puts forward."""
    here = context.blocks[context.block_index(sentence.start)].speaker
    there = context.blocks[draft.block].speaker
    return here != there if here or there else True


def _things(context: Context, draft: Draft) -> frozenset[str]:
    """The keys of the nouns that the content is about."""
    found = set()
    for start, end in draft.content:
        for token in context.doc[start:end]:
            if not _is_thing(token):
                continue
            if has_any("matters", low(token)) or key_of(low(token)).startswith(_common()):
                continue
            found.add(key_of(low(token)))
    return frozenset(found)


def _dispose(draft: Draft, sentence: Span, things: frozenset[str]) -> bool:
    if sentence.text.rstrip().endswith("?"):
        return False
    for clause in _clauses(sentence):
        words = [token for token in clause if is_word(token)]
        if not words or len(words) > _WORDS or not any(_names(word, things) for word in words):
            continue
        if any(low(word) in gazetteer("disposals")["open"] for word in words):
            continue
        if (status := _status(clause)) is not None:
            draft.status = status
            draft.outcome = (words[0].idx, words[-1].idx + len(words[-1]))
            return True
    return False


def _names(word: Token, things: frozenset[str]) -> bool:
    """Whether the word is one of the things: «до ярмарки» only tells when."""
    behind = word.nbor(-1) if word.i else None
    apart = behind is not None and behind.pos_ == "ADP" and low(behind) not in _ABOUT
    return _is_thing(word) and not apart and key_of(low(word)) in things


def _is_thing(word: Token) -> bool:
    return word.pos_ in ("NOUN", "PROPN") and len(word) > _SHORT


def _clauses(sentence: Span) -> Iterator[Span]:
    doc, begin = sentence.doc, sentence.start
    for i in range(sentence.start, sentence.end):
        # A stop behind the dash of «камера –» ends the clause, the dash itself is its verdict.
        if doc[i].text in _BREAKS and not _is_sign(doc[i], sentence) or low(doc[i]) in _JOINTS:
            if begin < i:
                yield doc[begin:i]
            begin = i + 1
    if begin < sentence.end:
        yield doc[begin : sentence.end]


def _is_sign(token: Token, sentence: Span) -> bool:
    last = token.i + 1 >= sentence.end or token.nbor().text in ",.;\n"
    return token.text in _NO and last


def _status(clause: Span) -> Status | None:
    """What the clause says becomes of the thing that it names; None where it says nothing."""
    last = low(clause[-1])
    if (last in _YES or last in _NO) and len(clause) <= _CURT:
        if not any(_stands(token) for token in clause):
            return None
        return Status.ADOPTED if last in _YES else Status.REJECTED
    if any(v.status is Status.POSTPONED for v in find_verdicts(clause.text)):
        return Status.POSTPONED
    if any(low(t) in gazetteer("disposals")["seen"] for t in clause) and has_any(
        "manner", fold(clause.text)
    ):
        # «рохлю посмотрим в следующем квартале»
        return Status.POSTPONED
    if len(clause) <= _CURT and last in gazetteer("disposals")["later"]:
        # «Фонарь летом.»
        return Status.POSTPONED
    if len(clause) <= _CURT and is_infinitive(clause[-1]):
        # «Фикус вернуть», «анекдоты снять»
        refused = len(clause) > 1 and low(clause[-2]) == "не"
        return Status.REJECTED if refused else Status.ADOPTED
    if any(low(t) in _GIVEN_UP for t in clause):
        # «от площади пришлось отказаться»
        return Status.REJECTED if any(low(t) == "от" for t in clause) else None
    if assent := next((t for t in clause if low(t) in _ASSENTS), None):
        refused = assent.i > clause.start and low(assent.nbor(-1)) == "не"
        return Status.REJECTED if refused else Status.ADOPTED
    for token in clause:
        if undertakes(token) or _bids(token):
            before = low(token.nbor(-1)) if token.i > clause.start else ""
            if before == "не":
                return Status.REJECTED if undertakes(token) else None
            return Status.ADOPTED if low(token) not in gazetteer("disposals")["idle"] else None
    return None


def _stands(token: Token) -> bool:
    """«столы +», «по кабелю нет»; «поездов нет», «библиотекам –» say nothing of a wish."""
    if not _is_thing(token):
        return False
    i = token.i - 1
    while i >= 0 and token.doc[i].pos_ in ("ADJ", "DET"):
        i -= 1
    return case_of(token) in ("Nom", "Acc", "") or i >= 0 and low(token.doc[i]) in _ABOUT


def undertakes(token: Token) -> bool:
    """«берём», «поставим», «закажу»: what somebody says that he does or will do."""
    forms = [r.features for r in analyses(token.text) if r.known and r.pos in ("VERB", "AUX")]
    others = any(r.known and r.pos not in ("VERB", "AUX") for r in analyses(token.text))
    ours = [f for f in forms if f.get("Person") == "1" and f.get("Mood") == "Ind"]
    plural = any(f.get("Number") == "Plur" for f in ours)
    future = any(f.get("Tense") == "Fut" for f in ours)
    return bool(ours) and not others and (plural or future)


def _bids(token: Token) -> bool:
    """«вызывайте»: an order to somebody."""
    forms = [r.features for r in analyses(token.text) if r.known]
    return bool(forms) and all(f.get("Mood") == "Imp" for f in forms)


def _common() -> tuple[str, ...]:
    return tuple(gazetteer("outcome-cues")["common_words"])
