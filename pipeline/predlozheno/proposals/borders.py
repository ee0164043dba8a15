"""How far a clause reaches: the right border of a content, and the coordinators that part clauses."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from predlozheno.proposals.grammar import (
    bracket_depths,
    feature,
    is_finite,
    is_gerund,
    is_infinitive,
    is_nominal,
    is_word,
    low,
)
from predlozheno.proposals.hits import Hit
from predlozheno.resources import gazetteer

_SUBORDINATORS = frozenset(
    "что чтобы если когда где куда как пока кто чем чего чему чья чей чье чьи откуда насколько".split()
)
_SPEECH_BREAKS = frozenset("–—")
_OUTCOMES = (
    "поддерж",
    "отклон",
    "принят",
    "отверг",
    "одобр",
    "сня",
    "не набра",
    "согласи",
    "возраж",
)


def right_border(hit: Hit, sentence: Span, hits: list[Hit]) -> int:
    """Token index at which the content of a trigger ends at the latest, exclusive.

    The content ends before a semicolon, before the clause of the next speech act, before a clause
    that goes back to the speaker, and before what became of the proposal.
    """
    doc, start = sentence.doc, hit.anchor
    depths = bracket_depths(doc, start, sentence.end)
    inside_clause = _opens_with_clause(doc, start, sentence.end)
    for i in range(start, sentence.end):
        if depths[i - start]:
            continue
        token = doc[i]
        if token.text == ";" and i > start + 1:
            return i
        if token.text == "," and _leaves_content(doc, i, sentence.end):
            return i
        if any(other.start == i for other in hits if other is not hit):
            other = next(o for o in hits if o is not hit and o.start == i)
            border = _coordinated_start(doc, other, start)
            if border is not None:
                return border
        elif is_finite(token) and not inside_clause and i > start + 1:
            border = _finite_border(doc, token, start)
            if border is not None:
                return border
    return sentence.end


def _opens_with_clause(doc: Doc, start: int, end: int) -> bool:
    """Whether the content is itself a clause: «, чтобы …», «, что …», «о том, что …», «: …»."""
    for token in doc[start : min(end, start + 5)]:
        if token.text == ":" and token.i <= start + 1:
            # Behind a colon an action ends like any other; a whole clause goes on.
            return not any(is_infinitive(t) for t in doc[token.i : min(end, token.i + 9)])
        if low(token) in ("чтобы", "чтоб", "что"):
            return True
        if is_infinitive(token) or is_finite(token):
            return False
    return False


def _leaves_content(doc: Doc, comma: int, end: int) -> bool:
    words = gazetteer("edges")
    if comma + 1 >= end:
        return False
    following = doc[comma + 1]
    text = " ".join(low(token) for token in doc[comma + 1 : min(comma + 4, end)])
    if low(following) in words["speech_gerunds"]:
        return True
    if is_gerund(following) and feature(following, "Aspect") == "Perf":
        return True
    if any(text.startswith(phrase) for phrase in words["afterthoughts"]):
        return True
    if low(following) in ("которое", "которая", "которые", "который", "что"):
        clause = " ".join(low(token) for token in doc[comma + 2 : min(comma + 8, end)])
        return any(stem in clause for stem in _OUTCOMES)
    return False


def _coordinated_start(doc: Doc, other: Hit, start: int) -> int | None:
    """Where the clause of another trigger begins, if it stands beside this one and not inside it."""
    if other.diathesis in ("infinitive", "adjectival", "imperative", "noun"):
        return None
    if other.diathesis == "phrase" and is_infinitive(doc[other.head]):
        return None
    return _clause_border(doc, other.start, start, strong=("а", "но"))


def _finite_border(doc: Doc, verb: Token, start: int) -> int | None:
    return _clause_border(doc, verb.i, start)


def _clause_border(doc: Doc, verb: int, start: int, strong: tuple[str, ...] = ()) -> int | None:
    """The coordinator or comma before a finite verb, or None where the verb is subordinate.

    Going left from the verb: a subordinating word makes its clause part of the content; a coordinator
    behind which no infinitive stands begins a clause of its own; a `strong` one does so at once.
    """
    coordinator = None
    for i in range(verb - 1, start - 1, -1):
        word, before = low(doc[i]), doc[i - 1].text if i else ""
        subordinates = word in _SUBORDINATORS or word.startswith("котор")
        # «…, с тем чтобы», «…, для того чтобы»: the comma stands further off.
        reach = 3 if word == "чтобы" else 2
        if subordinates and any(t.text == "," for t in doc[max(0, i - reach) : i]):
            return None
        if word in strong and i > start:
            return i - 1 if before == "," else i
        if is_infinitive(doc[i]) and coordinator is None:
            return None
        if coordinator is None and _coordinates(doc, i):
            coordinator = i - 1 if before == "," and doc[i].text != "," else i
    if coordinator is None or coordinator <= start:
        return None
    return coordinator


def _coordinates(doc: Doc, i: int) -> bool:
    word = low(doc[i])
    if word in ("и", "а", "но", "однако", "зато"):
        return not _joins_nominals(doc, i)
    return doc[i].text in ("–", "—", ".", "!") or (
        doc[i].text == "," and is_word(doc[min(i + 1, len(doc) - 1)])
    )


def _joins_nominals(doc: Doc, i: int) -> bool:
    """«А и Б» between nouns of one case: not a border between clauses."""
    if i == 0 or i + 1 >= len(doc) or low(doc[i]) != "и":
        return False
    left, right = doc[i - 1], doc[i + 1]
    nominal = is_nominal(left) and (is_nominal(right) or right.pos_ in ("ADJ", "DET", "NUM"))
    return nominal and feature(left, "Case") == feature(right, "Case") != "Nom"


def left_border(hit: Hit, sentence: Span, hits: list[Hit]) -> int:
    """Token index at which the trigger's own clause begins: behind the clause of the one before it."""
    doc = sentence.doc
    for i in range(hit.start - 1, sentence.start - 1, -1):
        if doc[i].text in (";", ":"):
            return i + 1
        if any(other.start <= i < other.end for other in hits if other is not hit):
            for j in range(i + 1, hit.start):
                if low(doc[j]) in ("и", "а", "но") or doc[j].text == ",":
                    return j + 1
            return i + 1
        if doc[i].text == "," and low(doc[min(i + 1, len(doc) - 1)]) in (
            "а",
            "но",
            "что",
            "однако",
        ):
            return i + 2
    return sentence.start
