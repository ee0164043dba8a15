"""The coordinator or comma at which the clause of a finite verb begins."""

from __future__ import annotations

import re

from predlozheno.proposals.departures import SUBORDINATORS
from predlozheno.proposals.learned.columns import Columns

# «…, на каком основании закрыли и сколько потратили»: words that ask, a preposition before them or none.
_ASKING = re.compile(
    r"как(?:ой|ая|ое|ие|ого|ому|их|им|ими|ом|ую)|сколько|скольких|почему|зачем|кого|кому|кем"
)
_MODALS = frozenset("мочь хотеть уметь успеть успевать".split())


def clause_border(
    words: Columns, verb: int, start: int, strong: tuple[str, ...] = ()
) -> int | None:
    """The coordinator or comma before a finite verb, or None where the verb is subordinate.

    Going left from the verb: a subordinating word makes its clause part of the content; a coordinator
    behind which no infinitive stands begins a clause of its own; a `strong` one does so at once.
    """
    coordinator, low = None, words.low
    # «…, люди ждать не могут»: the infinitive is the modal's.
    modal = words.lemma[verb] in _MODALS
    if low[verb - 1 : verb + 2 : 2] == [",", "ли"]:
        # «узнать, были ли нарушены нормы»
        return None
    for i in range(verb - 1, start - 1, -1):
        word, before = low[i], low[i - 1] if i else ""
        # «…, пока отложили»: so far, and not «as long as».
        so_far = word == "пока" and i == verb - 1 and words.tense[verb] == "Past"
        subordinates = word in SUBORDINATORS and not so_far or word.startswith("котор")
        # «…, с тем чтобы», «…, для того чтобы»: the comma stands further off.
        reach = 3 if word == "чтобы" else 2
        if subordinates and "," in low[max(0, i - reach) : i]:
            if word.startswith("котор") and _is_closed(words, i, coordinator):
                break
            return None
        if _ASKING.fullmatch(word) and {",", "и"} & set(low[max(0, i - 2) : i]):
            return None
        if word in strong and i > start:
            return i - 1 if before == "," else i
        if words.infinitive(i) and coordinator is None and not modal:
            return None
        if coordinator is None and _coordinates(words, i):
            coordinator = i - 1 if before == "," and word != "," else i
    if coordinator is None or coordinator < start or coordinator == start and low[start] != ",":
        return None
    return coordinator


def _is_closed(words: Columns, relative: int, coordinator: int | None) -> bool:
    """«Призвала членов, которые этого не сделали, назначить … и просила»: the clause has ended."""
    if coordinator is None:
        return False
    comma = next((k for k in range(relative + 1, coordinator) if words.low[k] == ","), coordinator)
    return any(words.infinitive(k) for k in range(comma, coordinator))


def _coordinates(words: Columns, i: int) -> bool:
    word = words.low[i]
    if word in ("и", "а", "но", "однако", "зато"):
        return not _joins_nominals(words, i)
    return word in ("–", "—", ".", "!") or (
        word == "," and words.word[min(i + 1, len(words.word) - 1)]
    )


def _joins_nominals(words: Columns, i: int) -> bool:
    """«А и Б» between nouns of one case: not a border between clauses."""
    if i == 0 or i + 1 >= len(words.low) or words.low[i] != "и":
        return False
    right = words.nominal[i + 1] or words.pos[i + 1] in ("ADJ", "DET", "NUM")
    nominal = words.nominal[i - 1] and right
    return nominal and words.case[i - 1] == words.case[i + 1] != "Nom"
