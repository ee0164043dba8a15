"""Cuts recognised speech, which has neither full stops nor commas, where a clause must begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from predlozheno.reading.dictionary import (
    is_attribute,
    is_command,
    is_first_person,
    is_infinitive,
    is_name,
    is_nominative,
    is_noun,
    is_object,
    is_predicate,
    is_word,
    tags_of,
)
from predlozheno.reading.segmentation.government import is_number
from predlozheno.reading.segmentation.predications import part
from predlozheno.resources import gazetteer

# Shorter runs without a sign are lines of a chat, headings and cells, unless most of the text has none.
_LEAST_WORDS = 12
_LEAST_MURMURED = 6
_MURMURED = 0.5
_LEAST_CLAUSE = 2
_SHORTEST_NAME = 3
_CALL_REACH = 6
# The share of words with a capital that recognised speech has where it knows names.
_NAMES = 0.25
_OWNERS = frozenset("меня тебя него неё нее нас вас них".split())
_SUBORDINATING = frozenset("что чтобы чтоб если когда пока как где куда".split())
_SIGN = re.compile(r"[.,;:!?…–—()«»\"]")
_WORD = re.compile(r"\S+")


def is_recognised(bodies: Iterable[str]) -> bool:
    """Whether most of a text, given as the words of its blocks, has neither signs nor capitals."""
    murmured = whole = 0
    for body in bodies:
        words = _WORD.findall(body)
        whole += len(words)
        if len(words) >= _LEAST_WORDS and not _SIGN.search(body) and _murmured(words):
            murmured += len(words)
    return murmured > _MURMURED * whole


def cut_unpunctuated(
    text: str, start: int, end: int, *, body: int, recognised: bool = False
) -> Iterator[tuple[int, int]]:
    """The span itself, or its clauses where it is a long run of small letters without any sign.

    Args:
        text: the repaired text.
        start: of the span, in characters, into `text`.
        end: behind its last character.
        body: where its words begin, behind marker and labels.
        recognised: whether the whole text is such, so that a shorter run is enough.
    """
    span = text[body:end]
    words = [(match.group(), body + match.start()) for match in _WORD.finditer(span)]
    least = _LEAST_MURMURED if recognised else _LEAST_WORDS
    if len(words) < least or _SIGN.search(span) or not _murmured([w for w, _ in words]):
        yield start, end
        return
    opened = [words[i][1] for i in _openings([word.lower() for word, _ in words])]
    for begin, stop in pairwise([start, *opened, end]):
        yield begin, begin + len(text[begin:stop].rstrip())


def _murmured(words: Sequence[str]) -> bool:
    """Small letters but for names: an item of a list without a full stop begins with a capital."""
    capitals = sum(word[0].isupper() for word in words)
    return words[0][0].islower() and capitals <= _NAMES * len(words)


def _openings(words: Sequence[str]) -> list[int]:
    """The indices of the words that open a clause, the first one left out."""
    opened, found, said = 0, [], False
    for i, word in enumerate(words):
        behind = i < len(words) - 1 or word in _cues("calls")
        if i - opened >= _LEAST_CLAUSE and behind and _opens(words, i, said=said):
            # «виктор составь …», «и скинь …»: who is called, and what joins, go along.
            first = _drawn_along(words, i, opened)
            if first - opened >= _LEAST_CLAUSE:
                found.append(first)
                opened, said = first, False
        # «можно ещё раз спросить»: the modal alone has said nothing yet.
        said = said or (is_predicate(word) and word not in _cues("modals"))
    return part(words, found)


def _opens(words: Sequence[str], i: int, *, said: bool) -> bool:
    word, before = words[i], words[i - 1]
    following = words[i + 1 : i + 2]
    if before in _cues("hanging") and word in _cues("fillers"):
        # «считаю целесообразно ещё раз написать»: what it waits for is still to come.
        return False
    if word == "а" and _replaces(words, i):
        return False
    if word in ("все", "всё") and following and following[0] in ("таки", "равно", "же"):
        return False
    if word == "хорошо" and following == ["бы"] or before in _cues("before_noun"):
        return said and word == "хорошо" and before not in _cues("binding")
    if word in ("еще", "ещё") and following and _goes_on(following[0]):
        return False
    if word == "нет" and before in _cues("lacking"):
        return False
    if before in _cues("modals") and word not in _cues("always"):
        return False
    if is_attribute(before) and (is_noun(word) or word in _cues("modals")):
        return False
    if before in _cues("binding"):
        # «и скинь мне», «а я считаю»: the command joined by «и» is another wish.
        return said and before in ("и", "а", "но") and is_command(word)
    if word in _cues("always") or word in _cues("performatives"):
        return True
    if not said:
        # «рустам ильич подготовьте»: whoever is called upon begins a clause of its own.
        return is_command(word) and _is_called(before) and not _is_bound(words, i - 1)
    return (
        word in _cues("after_predicate")
        or _has(words, i)
        or word in _cues("subjects")
        or is_command(word)
        or (is_first_person(word) and not _called_for(words, i) and not _is_awaited(words, i))
    )


def _is_awaited(words: Sequence[str], i: int) -> bool:
    """«договоримся что с больными разговариваем вежливо»: the verb of a clause that has begun."""
    for k in range(i - 1, max(-1, i - _CALL_REACH), -1):
        if words[k] in _SUBORDINATING:
            return True
        if is_predicate(words[k]):
            return False
    return False


def _called_for(words: Sequence[str], i: int) -> bool:
    """«давайте номерки заранее пересчитаем»: what is called for is still to come."""
    for k in range(i - 1, max(-1, i - _CALL_REACH), -1):
        if words[k] in _cues("calls"):
            return True
        if is_predicate(words[k]) or words[k] in _cues("always"):
            return False
    return False


def _replaces(words: Sequence[str], i: int) -> bool:
    """«не ждать суда а самим провести опись»: one action, said with what it is to replace."""
    denied = any(
        words[k - 1] == "не" and is_infinitive(words[k]) for k in range(max(1, i - _CALL_REACH), i)
    )
    return denied and any(is_infinitive(word) for word in words[i + 1 : i + 4])


def _goes_on(word: str) -> bool:
    """«ещё одну заявку», «ещё раз спросить», «ещё в мае»: no thought of its own."""
    return word in _cues("before_noun") or word == "раз" or is_attribute(word) or is_number(word)


def _has(words: Sequence[str], i: int) -> bool:
    """«попросим лесхоз | у них вахтовка стоит»: who has something is a clause of its own."""
    if words[i] != "у" or len(words) < i + 3 or words[i + 1] not in _OWNERS:
        return False
    thing = words[i + 2]
    return not is_predicate(words[i - 1]) and (
        thing in ("есть", "нет", "тут", "там")
        or not is_word(thing)
        or (is_noun(thing) and is_nominative(thing))
    )


def _drawn_along(words: Sequence[str], i: int, opened: int) -> int:
    first = _with_object(words, i, opened)
    while first - 2 > opened and words[first - 1] in _cues("adding") and words[first - 2] == "и":
        first -= 2
    while first - 1 > opened and (
        (_is_called(words[first - 1]) and not _is_bound(words, first - 1) and _calls(words, first))
        or words[first - 1] in ("и", "а", "но", "ты", "вы")
    ):
        first -= 1
    return first


def _calls(words: Sequence[str], i: int) -> bool:
    """«пишет лена она …», «пересчитай валя и докупи»: a name there belongs to the clause before."""
    return words[i] not in _cues("others") and words[i] != "и"


def _with_object(words: Sequence[str], i: int, opened: int) -> int:
    """«списки скиньте», «новые стенды надо обновить»: the object before the verb that acts on it."""
    first = i - 1
    acts = is_command(words[i]) or words[i] in _cues("modals")
    if not acts or first <= opened + 1 or not is_object(words[first]):
        return i
    # «списки гостей»: what cannot be a subject hangs on the noun before it.
    while first - 1 > opened and _hangs(words[first]) and is_noun(words[first - 1]):
        first -= 1
    while first - 1 > opened and is_attribute(words[first - 1]):
        first -= 1
    before = words[first - 1]
    # «купили столы надо ещё стулья»: the object of the verb before.
    taken = is_predicate(before) or _is_bound(words, first)
    return i if taken and before not in ("и", "а", "но") or first - 1 <= opened else first


def _hangs(word: str) -> bool:
    return not is_nominative(word) and any("gent" in tag for tag in tags_of(word))


def _is_bound(words: Sequence[str], i: int) -> bool:
    """«с марта», «у марины»: a preposition before it keeps a name where it is."""
    return i > 0 and words[i - 1] in _cues("before_noun")


def _is_called(word: str) -> bool:
    return len(word) >= _SHORTEST_NAME and is_name(word) and not is_predicate(word)


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in gazetteer("reading-clauses")[name])
