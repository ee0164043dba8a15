"""What stands in front of a content or an order: its number, its matter, whom the speaker turns to."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.proposals.context import Context
from predlozheno.proposals.grammar import is_finite, is_infinitive, low

# «По второму вопросу повестки»
_MATTER_REACH = 4
_RESPECT = ("уважаем", "дорог", "многоуважаем")
_ABOUT = frozenset("по о об про насчёт насчет относительно касательно касаемо".split())
# So many words at most name what an order is about.
_TOPIC = 8
_ORDINALS = ("перв", "втор", "трет", "четв", "пят", "во-", "в-")


def behind_ordinal(sentence: Span) -> int:
    """Behind «Первое –», «Во-вторых,» and «Второе:», which only count the orders of a speech."""
    words = [t for t in sentence[:5] if not t.is_space]
    if len(words) > 2 and low(words[0]).startswith(_ORDINALS) and words[1].text in "–—-:,":
        return words[1].i + 1
    return sentence.start


def behind_topic(sentence: Span) -> int:
    """Behind «Кровля:», «По врачам –», «Что касается воды, то», which say what it is about."""
    opening = [low(t) for t in sentence[:2]]
    about = opening[0] in _ABOUT or opening[0] == "что" and opening[-1].startswith("каса")
    for token in sentence[1:_TOPIC]:
        behind = token.text in "–—" or low(token) == "то" and token.nbor(-1).text == ","
        if token.text == ":" or about and behind:
            return token.i + 1
        if is_infinitive(token) or is_finite(token) and not low(token).startswith("каса"):
            break
    return sentence.start


def behind_matter(context: Context, start: int, end: int) -> int:
    """«По третьему вопросу | информация принята к сведению»: which item of the agenda it is about."""
    doc, reach = context.doc, min(start + _MATTER_REACH, end)
    if start >= end or low(doc[start]) != "по":
        return start
    noun = next((i for i in range(start + 1, reach) if low(doc[i]) == "вопросу"), None)
    if noun is None or noun + 1 >= end:
        return start
    return noun + 1 + (doc[noun + 1].is_digit or doc[noun + 1].text in ",:")


def behind_vocative(context: Context, start: int, right: int) -> int:
    """«Просим вас, дорогие соседи, закрыть …»: whom the speaker turns to stands between commas."""
    doc = context.doc
    named = context.phrase_at(start) if start < right else None
    if named and named.label in ("PER", "ROLE") and named.has_case("Nom") and named.end < right:
        between = start > 0 and doc[start - 1].text == "," and doc[named.end].text == ","
        if between and any(map(is_infinitive, doc[named.end : right])):
            return named.end + 1
    first = start - 1 if start and low(doc[start - 1]).startswith(_RESPECT) else start
    first += first < right and doc[first].text == ","
    if first >= right or not low(doc[first]).startswith(_RESPECT):
        return start
    close = next((i for i in range(first, min(first + 6, right)) if doc[i].text == ","), None)
    return close + 1 if close is not None else start


def in_clock(colon: Token) -> bool:
    """«До 15:00 завезти»."""
    inside = 0 < colon.i < len(colon.doc) - 1 and not colon.whitespace_
    return inside and colon.nbor(-1).is_digit and colon.nbor(1).is_digit
