"""Where a clause of recognised speech begins, by the words around the place."""

from __future__ import annotations

from collections.abc import Sequence
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

_LEAST_CLAUSE = 2
_SHORTEST_NAME = 3
_CALL_REACH = 6
_DENIED_REACH = 5
_OWNERS = frozenset("меня тебя него неё нее нас вас них".split())
_SELF = frozenset("сам сама сами".split())
_FOR_ONE = frozenset("мне нам тебе вам ему ей им".split())
_TAKEN = (["на", "мне"], ["за", "мной"], ["с", "меня"], ["на", "нас"], ["за", "нами"], ["с", "нас"])
_SUBORDINATING = frozenset("что чтобы чтоб если когда пока как где куда".split())


def openings(words: Sequence[str]) -> list[int]:
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
    if _hangs_on(words, i):
        return False
    if before in _cues("modals") and _is_denied_thing(words, i):
        return True
    if word in _cues("speakers") and words[max(0, i - 2) : i] in _TAKEN:
        # «договор на мне я позвоню»: whose task it is has been said.
        return True
    if word == "не" and said and words[i + 1 : i + 2] and is_command(words[i + 1]):
        # «все свободны чайник не забудьте выключить»
        return before not in ("и", "а", "но", "что", "чтобы", "если")
    if before in _SELF and _has(words, i) or said and _is_why(words, i):
        return True
    if word == "хорошо" and words[i + 1 : i + 2] == ["бы"] or before in _cues("before_noun"):
        return said and word == "хорошо" and before not in _cues("binding")
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


def _is_why(words: Sequence[str], i: int) -> bool:
    """«давайте я схожу мне всё равно туда»: how it is for somebody, and why."""
    behind = words[i + 1 : i + 3]
    return words[i] in _FOR_ONE and (
        behind in (["все", "равно"], ["всё", "равно"]) or behind[:1] in (["некогда"], ["пора"])
    )


def _hangs_on(words: Sequence[str], i: int) -> bool:
    """Whether what might open a clause only goes on with the one before."""
    word, before = words[i], words[i - 1]
    following = words[i + 1] if i + 1 < len(words) else ""
    if before in _cues("hanging") and word in _cues("fillers"):
        # «считаю целесообразно ещё раз написать»: what it waits for is still to come.
        return True
    if word in _cues("modals") and before in _cues("opinions"):
        # «я считаю надо второй брать»: what he thinks is still to come.
        return True
    if following in _SUBORDINATING and word in _cues("after_predicate"):
        # «напиши им тогда что ждём»: it leads up to the clause that the verb governs.
        return True
    if word == "а":
        return _replaces(words, i) or _contrasts(words, i) or _goes_on_acting(words, i)
    if word == "но":
        # «брать через тендер но не сорок а тридцать»: it narrows what was said.
        return following == "не" and not any(map(is_predicate, words[i + 2 : i + 4]))
    if word in ("все", "всё"):
        return following in ("таки", "равно", "же")
    if word in ("еще", "ещё"):
        return bool(following) and _goes_on(following)
    return word == "нет" and before in _cues("lacking")


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
    before = words[max(0, i - _CALL_REACH) : i]
    denied = any(one == "не" and is_infinitive(two) for one, two in pairwise(before))
    return denied and any(is_infinitive(word) for word in words[i + 1 : i + 4])


def _goes_on_acting(words: Sequence[str], i: int) -> bool:
    """«предложение подвал запереть а ключ отдать на вахту»: two actions under one head."""
    acts = [k for k in range(max(0, i - _CALL_REACH), i) if is_infinitive(words[k])]
    finite = (
        any(is_predicate(w) and not is_infinitive(w) for w in words[acts[0] : i]) if acts else True
    )
    behind = next((k for k in range(i + 1, min(i + 4, len(words))) if is_predicate(words[k])), None)
    return (
        not finite
        and behind is not None
        and is_infinitive(words[behind])
        and words[i + 1] not in _OWNERS
    )


def _is_denied_thing(words: Sequence[str], i: int) -> bool:
    """«камеру не надо | камера денег стоит»: the thing stands before the modal, and a subject behind."""
    thing = words[i - 3] if i > 2 and words[i - 2] == "не" else words[i - 2]
    starts = is_noun(words[i]) and is_nominative(words[i]) and not is_object(words[i])
    return starts and not is_infinitive(words[i]) and is_noun(thing) and is_object(thing)


def _contrasts(words: Sequence[str], i: int) -> bool:
    """«взять не новый а с рук», «не весь блок а один пролёт»: one thing, said with what it is not."""
    denial = next(
        (k for k in range(i - 1, max(-1, i - _DENIED_REACH), -1) if words[k] == "не"), None
    )
    if denial is None or any(is_predicate(w) or is_infinitive(w) for w in words[denial + 1 : i]):
        return False
    behind = words[i + 1 : i + 3]
    return not any(is_predicate(w) or w in _cues("subjects") or w in _OWNERS for w in behind)


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
    denied = words[i] == "не" and is_command(words[i + 1])
    acts = denied or is_command(words[i]) or words[i] in _cues("modals")
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
