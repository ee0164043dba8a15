"""How far a clause reaches: the right border of a content, and the coordinators that part clauses."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from predlozheno.proposals.coordinators import clause_border
from predlozheno.proposals.departures import leaves_content
from predlozheno.proposals.grammar import feature, is_infinitive
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.insertions import behind_insertions, stands_between
from predlozheno.proposals.learned.columns import Columns, columns

# «С тебя бронь, чек скинь в чат»: only the thing itself is laid on somebody.
_LAID_ON = "assignment.s_tebya"
# Words that a list or a clause behind a colon spells out.
_INTRODUCING = frozenset("так следующее следующие следующим образом такое такие такой вот".split())
# Between «и» and the verb of one who goes on to act: «, и тут же набрал директора».
_THERE = frozenset("и тут же сразу сам сама тотчас потом затем".split())
# «Согласилась, что срок мал, но указала …»: what joins a clause to the one of the trigger.
_JOINTS = frozenset("и но однако а".split())
_DASHES = frozenset("-–—")
_COUNT = re.compile(
    r"[«\"]?\s?(?:единогласно|все [«\"]?\s?за|за [»\"]?\s?[–—-]? ?\d|\d+ [–—-]? ?[«\"]?\s?за\b)"
)
# So many words at most name by a noun what is wanted, before a colon that says why.
_NAMED = 6


def right_border(hit: Hit, sentence: Span, hits: list[Hit]) -> int:
    """Token index at which the content of a trigger ends at the latest, exclusive.

    The content ends before a semicolon or a question mark, before the clause of the next speech
    act, before a clause that goes back to the speaker, and before what became of the proposal.
    """
    doc, end = sentence.doc, sentence.end
    words = columns(doc)
    # «Позвоните, Егор Егорович, хуже не будет»: behind an order comes whom it was for.
    ordered = hit.diathesis == "imperative"
    start = hit.anchor if ordered else behind_insertions(doc, hit.anchor, end)
    depths = words.depths(start, end)
    inside_clause = _opens_with_clause(words, start, end)
    awaits = hit.diathesis == "predicative" and hit.frame.takes("content", "future")
    others = {other.start: other for other in reversed(hits) if other is not hit}
    end = min(end, _next_noun(words, hit, hits, end))
    for i in range(start, end):
        if depths[i - start]:
            continue
        word = words.low[i]
        if word in (";", "?") and i > start + 1 or word == ")" and len(words.low[i - 1]) > 1:
            # Also the bracket that the trigger stands in: «Гаврилов (предложил …), Дёмина (просила …)».
            return i
        if word == "," and (hit.frame.id == _LAID_ON or leaves_content(doc, words, i, end)):
            return i
        if word == ":" and _explains(doc, words, hit, i, end):
            return i
        if word in _DASHES and i > start + 1 and words.low[min(i + 1, end - 1)] == "это":
            # «Предложение отложить сбор – это уловка»: what is said of it.
            return i
        if other := others.get(i):
            border = _coordinated_start(doc, words, other, start)
            if border is None and inside_clause:
                border = _goes_back(doc, words, hit, other.start, start, doc[other.head])
        elif words.predicate[i] and stands_between(words, i, end):
            # «отложить штрафы и, знаете, разослать разъяснение»
            continue
        elif words.predicate[i] and not inside_clause and i > start + 1:
            if awaits and not any(words.predicate[start:i]):
                # «Пусть он лично, без свиты, проедет по маршруту»: its own verb.
                continue
            border = clause_border(words, i, start)
        elif (
            words.predicate[i]
            and hit.diathesis == "active"
            and words.low[i - 1] in _THERE | _JOINTS
        ):
            border = _goes_back(doc, words, hit, i, start, doc[i])
        else:
            continue
        if border is not None:
            return border
    return end


def _next_noun(words: Columns, hit: Hit, hits: list[Hit], end: int) -> int:
    """«Отметил важность обмена и | целесообразность создания …»: the second noun of the same verb."""
    nouns = [
        other.noun
        for other in hits
        if other.noun is not None and hit.noun is not None and other.head == hit.head
    ]
    joint = min((i for i in nouns if hit.noun is not None and i > hit.anchor), default=end)
    while joint < end and words.low[joint - 1] in ("и", "а", "также", ","):
        joint -= 1
    return joint


def opens_count(doc: Doc, start: int, end: int) -> bool:
    """Whether a count of votes stands at a token: «5 – за, 1 – против», «все за», «единогласно»."""
    return _COUNT.match(" ".join(columns(doc).low[start : min(start + 5, end)])) is not None


def _explains(doc: Doc, words: Columns, hit: Hit, colon: int, end: int) -> bool:
    """«просит ускорить ремонт: крыша течёт»: a whole clause behind an action and a colon says why.

    Also behind a noun: «высказалась против недопуска: практика не зачёт».
    """
    start = hit.anchor
    if colon > start + 1 and opens_count(doc, colon + 1, end):
        return True
    # «Я бы сделала так: поставила бы …»: there the clause itself is wanted.
    acted = hit.diathesis != "phrase" or hit.frame.takes("content", "future")
    named = not acted and 0 < colon - start <= _NAMED
    # «Утвердили бюджет: доходы составят …»
    named = named or hit.frame.id == "decision.utverdit" and hit.diathesis == "active"
    acts = named or any(words.infinitive(k) for k in range(start, colon))
    if not acts or words.low[colon - 1] in _INTRODUCING or words.low[colon - 1].isdigit():
        return False
    behind = range(colon + 1, end)
    told = any(
        words.predicate[k] and words.person[k] in ("", "3") or feature(doc[k], "Variant") == "Short"
        for k in behind
    )
    return told and not any(words.infinitive(k) or words.low[k] in ("–", "—") for k in behind)


def _opens_with_clause(words: Columns, start: int, end: int) -> bool:
    """Whether the content is itself a clause: «, чтобы …», «, что …», «о том, что …», «: …»."""
    for i in range(start, min(end, start + 5)):
        if words.low[i] == ":" and i <= start + 1:
            # Behind a colon an action ends like any other; a whole clause goes on.
            return "Inf" not in words.form[i : min(end, i + 9)]
        if words.low[i] in ("чтобы", "чтоб", "что"):
            return True
        if words.infinitive(i) or words.predicate[i]:
            return False
    return False


def _coordinated_start(doc: Doc, words: Columns, other: Hit, start: int) -> int | None:
    """Where the clause of another trigger begins, if it stands beside this one and not inside it."""
    if other.diathesis in ("infinitive", "adjectival", "imperative", "noun"):
        return None
    if other.diathesis in ("phrase", "support") and is_infinitive(doc[other.head]):
        return None
    first = other.start
    if other.diathesis == "predicative" and first - 2 > start and words.infinitive(first - 1):
        # «Нужно двести подписей, обойти надо все дома»: the infinitive is the other's own.
        first -= words.low[first - 2] == ","
    return clause_border(words, first, start, strong=("а", "но"))


def _goes_back(
    doc: Doc, words: Columns, hit: Hit, place: int, start: int, verb: Token
) -> int | None:
    """«Высказалась за то, чтобы сбросы велись открыто, и выразила готовность …»: she goes on.

    The verb behind «, и» agrees with the trigger's own, and not with the clause's.
    """
    i = place - 1
    while i > start and words.low[i] in _THERE and words.low[i] not in _JOINTS:
        i -= 1
    inner = next((k for k in range(start, i) if words.predicate[k]), None)
    if inner is None or i - 1 <= inner or words.low[i] not in _JOINTS or words.low[i - 1] != ",":
        return None
    own, between = doc[hit.head], doc[inner]
    names = ("Tense", "Number", "Gender")
    alike = [feature(own, name) for name in names] == [feature(verb, name) for name in names]
    apart = [feature(own, name) for name in names] != [feature(between, name) for name in names]
    return i - 1 if alike and apart else None
