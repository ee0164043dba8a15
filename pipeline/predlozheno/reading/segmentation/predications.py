"""Parts two clauses of recognised speech that nothing parts: each verb with what it can govern.

«лекцию прочитает николай афишу рисует студия»: between two finite verbs a clause must begin, and it
begins where both find a subject and an object.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from predlozheno.reading.dictionary import is_nominative, tags_of
from predlozheno.reading.segmentation.government import (
    agree,
    cost_of,
    cues,
    finite,
    is_a_name,
    is_nominal,
    is_number,
    is_one_name,
    verb_at,
)

_LEAST = 2
# What is left undecided goes with the verb before; a word of time rather opens a clause.
_LATER = 0.05
_OPENING_TIME = 0.3


def part(words: Sequence[str], openings: Sequence[int]) -> list[int]:
    """The indices of the words that open a clause, given those that open one by a cue.

    A cue before which the object may stand («квест мы оставляем») only says that a clause begins
    somewhere between the verb before it and the verb behind it.
    """
    loose = frozenset(i for i, behind in _pairs(words, openings) if _is_loose(words, i, behind))
    firm = [0, *(i for i in openings if i not in loose), len(words)]
    cuts: list[int] = []
    for begin, stop in pairwise(firm):
        cuts += [begin] if begin else []
        cuts += _borders(words, begin, stop, loose)
    return cuts


def _pairs(words: Sequence[str], openings: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from pairwise([*openings, len(words)])


def _is_loose(words: Sequence[str], opening: int, stop: int) -> bool:
    """Whether its verb follows at once, so that the object may stand before the cue."""
    marks = finite(words[opening])
    told = words[opening] in cues("speakers") or (marks is not None and "1per" in marks)
    return told and any(verb_at(words, i) for i in range(opening, stop))


def _borders(words: Sequence[str], begin: int, stop: int, loose: frozenset[int]) -> list[int]:
    """Where clauses begin between firm cues: at a loose cue, or between verbs that nothing joins."""
    verbs = [i for i in range(begin, stop) if verb_at(words, i)]
    found: list[int] = []
    chain, opened = verbs[:1], begin
    for first, second in pairwise(verbs):
        cue = next((i for i in sorted(loose) if first < i <= second), None)
        if (cue is None and second - first < _LEAST) or _is_joined(words, opened, first, second):
            found += _settled(words, opened, chain, first + 1, loose)
            found += [cue] if cue else []
            chain, opened = [second], cue or second
            continue
        chain.append(second)
    found += _settled(words, opened, chain, stop, loose)
    known = [i for i in sorted(loose) if begin < i < stop]
    # A cue that stands between no two verbs is kept as it is.
    found += [i for i in known if not any(a < i <= b for a, b in pairwise(verbs))]
    return [i for i in sorted(set(found)) if i - begin >= _LEAST and stop - i >= _LEAST]


def _is_joined(words: Sequence[str], opened: int, first: int, second: int) -> bool:
    """Whether a conjunction binds the two verbs, or one of them stands under another.

    «Они составят акт и смету подготовит бухгалтерия»: what differs in number has its own subject.
    """
    if words[opened] in cues("conditions"):
        return True
    between = [i for i in range(first + 1, second) if words[i] in cues("connectors")]
    between = [i for i in between if words[i] != "как" or words[i + 1] not in cues("likes")]
    one, other = verb_at(words, first), verb_at(words, second)
    differ = one is not None and other is not None and one.number != other.number
    alike = all(words[i] == "и" for i in between) and differ and second - first > 2 * _LEAST
    return bool(between) and not alike


def _settled(
    words: Sequence[str], begin: int, chain: Sequence[int], stop: int, loose: frozenset[int]
) -> list[int]:
    """The borders between the verbs of a chain at which all clauses together lack least."""
    # Of each border that may be the last one so far: what the clauses before it cost, and the borders.
    ways: dict[int, tuple[float, list[int]]] = {begin: (0.0, [])}
    for first, second in pairwise(chain):
        found: dict[int, tuple[float, list[int]]] = {}
        for place in _places(words, first, second, loose):
            found[place] = min(
                (cost + cost_of(words, start, first, place), [*before, place])
                for start, (cost, before) in ways.items()
            )
            found[place] = (found[place][0] + _leaning(words, first, place), found[place][1])
        ways = found
    if not chain:
        return []
    ends = ((c + cost_of(words, start, chain[-1], stop), b) for start, (c, b) in ways.items())
    return min(ends)[1]


def _places(words: Sequence[str], first: int, second: int, loose: frozenset[int]) -> list[int]:
    last = next((i for i in sorted(loose) if first < i <= second), second)
    joint = [i for i in range(first + 1, last) if words[i] == "и" and is_nominative(words[i + 1])]
    if joint:
        # «предлагали поставить туда камеру и никто не поставил»: the next clause begins there.
        return joint[-1:]
    found = [i for i in range(first + 1, last + 1) if _begins_phrase(words, i)]
    return found or [last]


def _leaning(words: Sequence[str], first: int, place: int) -> float:
    """What is left undecided goes with the verb before; a word of time rather opens a clause."""
    cost = -_LATER * (place - first)
    taken_up = words[place] == "с" and words[place + 1] in ("ним", "ней", "ними")
    if (words[place] in (*cues("times"), "у") or taken_up) and place > first + 1:
        cost -= _OPENING_TIME
    if words[place] in cues("spans") or is_number(words[place]) or _hangs(words, place):
        cost += _OPENING_TIME
    return cost


def _hangs(words: Sequence[str], i: int) -> bool:
    """«в дом культуры», «список гостей»: it may be the genitive of the noun before."""
    nouns = all(any(t.startswith("NOUN") for t in tags_of(w)) for w in words[i - 1 : i + 1])
    return nouns and not is_a_name(words[i - 1]) and any("gent" in t for t in tags_of(words[i]))


def _begins_phrase(words: Sequence[str], i: int) -> bool:
    """No phrase begins behind a preposition, «не» or an attribute, or within a name."""
    before = words[i - 1]
    if before in cues("before_noun") or before in ("не", "и") or words[i] in cues("enclitics"):
        return False
    if before in cues("labels") or is_number(before) and is_nominal(words[i]):
        return False
    if agree(before, words[i]) and words[i - 2] not in cues("labels"):
        return False
    return not is_one_name(before, words[i])
