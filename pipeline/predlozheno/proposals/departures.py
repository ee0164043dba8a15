"""Where a comma ends a content: behind it stands why, who is against it, what became of it."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from predlozheno.proposals.clauses import turns_against
from predlozheno.proposals.grammar import feature
from predlozheno.proposals.learned.columns import Columns
from predlozheno.resources import gazetteer

SUBORDINATORS = frozenset(
    "что чтобы если когда где куда как пока кто чем чего чему чья чей чье чьи откуда насколько".split()
)
# A clause that begins with one of these behind a comma is no part of an action.
_SUBJECTS = frozenset("он она оно они мы вы".split())
_REASONS = _SUBJECTS | frozenset(
    "там тут у ей ему им их нам мне вдруг это всё все сейчас сегодня тогда".split()
)
# «…, срок – неделя», «…, ответственный – завхоз» behind what is to be done.
_FIELDS = frozenset("срок сроки ответственный ответственная ответственные исполнитель".split())
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


def leaves_content(doc: Doc, words: Columns, comma: int, end: int) -> bool:
    """Whether the words behind a comma are no part of the action before it: a reason, an outcome."""
    if comma + 1 >= end:
        return False
    following = words.low[comma + 1]
    if (
        following in _speech_gerunds()
        or following in ("а", "но")
        and turns_against(words, comma, end)
    ):
        return True
    if words.form[comma + 1] == "Conv" and feature(doc[comma + 1], "Aspect") == "Perf":
        return True
    described = words.low[min(comma + 2, end - 1)].startswith("котор")
    if _takes_side(words, comma, end):
        return True
    if following in _REASONS and not described and _reasons(words, comma, end):
        return True
    if following in _FIELDS and comma + 2 < end and words.low[comma + 2] in ":-–—":
        return True
    if following in ("но", "однако") and set(words.low[comma + 2 : comma + 5]) & _impossible():
        return True
    # «Проверить, за что заплачено»: behind an action without an object it is what is to be found out.
    asked = words.infinitive(comma - 1) and following == "за"
    possible = () if asked else _afterthoughts().get(following, ())
    if any(words.low[comma + 1 : min(end, comma + 1 + len(a))] == a for a in possible):
        return True
    # «…, что приняли на ура», but «в связи с тем, что принят закон».
    told = following == "что" and words.low[comma - 1] not in ("тем", "том", "того", "тому", "то")
    if told or following in ("которое", "которая", "которые", "который"):
        clause = " ".join(words.low[comma + 2 : min(comma + 8, end)])
        return any(stem in clause for stem in _OUTCOMES)
    return False


def _takes_side(words: Columns, comma: int, end: int) -> bool:
    """«…, Аня против», «…, заказчик не против», «…, остальные за»: where somebody stands."""
    behind = range(comma + 1, min(end, comma + 6))
    stop = next((i for i in behind if words.low[i] in ",;.)"), end)
    sided = stop - comma > 2 and words.low[stop - 1] in ("против", "за")
    first = words.case[comma + 1]
    return sided and stop < comma + 6 and (first == "Nom" or words.low[comma + 1] == "не")


def _reasons(words: Columns, comma: int, end: int) -> bool:
    """«…, там темно», «…, ей так проще»: a clause of its own behind the comma says why."""
    before = words.low[max(0, comma - 8) : comma]
    for mark in (".", "?", "!"):
        # What another sentence asked («Кто играет? Он просил …») is no part of this one.
        before = before[len(before) - before[::-1].index(mark) :] if mark in before else before
    if any(word in SUBORDINATORS for word in before):
        return False
    behind = range(comma + 1, min(end, comma + 9))
    stop = next((i for i in behind if words.low[i] in ",;"), min(end, comma + 9))
    clause = words.low[comma + 1 : stop]
    return not any(words.infinitive(i) for i in range(comma + 1, stop)) or clause[0] in _SUBJECTS


@cache
def _impossible() -> frozenset[str]:
    """«…, но пока непонятно как», «…, но рано об этом говорить»."""
    return frozenset(gazetteer("edges")["impossible"])


@cache
def _speech_gerunds() -> frozenset[str]:
    return frozenset(gazetteer("edges")["speech_gerunds"])


@cache
def _afterthoughts() -> dict[str, list[list[str]]]:
    """By their first words, for hundreds of commas are asked."""
    # Word by word: «а так» is no beginning of «а также», nor «благо» of «благоустроить».
    known: dict[str, list[list[str]]] = {}
    for words in gazetteer("edges")["afterthoughts"]:
        known.setdefault(words.split()[0], []).append(words.split())
    return known
