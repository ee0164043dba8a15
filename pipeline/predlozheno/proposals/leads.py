"""What stands before an order without being part of it: its number, what it is about."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.grammar import is_finite, is_infinitive, low

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
