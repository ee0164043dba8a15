"""Coordinated contents: one record for each action that has an object of its own."""

from __future__ import annotations

import itertools
from collections.abc import Collection

from spacy.tokens import Doc

from predlozheno.language.morphology import can_be
from predlozheno.proposals.context import Context
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import (
    case_of,
    feature,
    is_nominal,
    low,
    trim,
)
from predlozheno.proposals.insertions import before_closing_insertion
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.able import describing, is_able
from predlozheno.proposals.slots.nominal_parts import nominal_parts
from predlozheno.proposals.slots.those import those_opening
from predlozheno.reading.dictionary import is_command
from predlozheno.resources import gazetteer

_REACH = 14
_ABLE_REACH = 4
_FRONTED = 4
# «…, и, кроме того, перевести бригаду»
_BESIDES = (["кроме", "того"], ["помимо", "этого"], ["помимо", "того"])


def split_actions(context: Context, start: int, end: int, form: str) -> list[TokenSpan]:
    """Splits the content `start:end` where a coordinated action begins; the parts are trimmed."""
    parts = _parts(context.doc, start, end, form)
    trimmed_parts = [trimmed(context.doc, first, last) for first, last in parts]
    return [part for part in trimmed_parts if part[0] < part[1]]


def _parts(doc: Doc, start: int, end: int, form: str) -> list[TokenSpan]:
    if "+" in form or form == "nominal":
        return nominal_parts(doc, start, end)
    cuts: Collection[int] = ()
    if form in ("infinitive", "colon", "items", "imperative"):
        cuts = _infinitive_cuts(doc, start, end)
    if form == "imperative":
        cuts = {*cuts, *_order_cuts(doc, start, end)}
    elif form in ("чтобы", "что"):
        cuts = _clause_cuts(doc, start, end)
    return list(itertools.pairwise([start, *sorted(cuts), end]))


def trimmed(doc: Doc, start: int, end: int) -> TokenSpan:
    """The span without punctuation and without the coordinator that joins it to its neighbour."""
    start, end = trim(doc, start, end)
    words = columns(doc).low
    while start < end and words[start] in ("и", "а", "также", "но", "либо", "что", "чтобы"):
        start += 1
    if words[start : min(start + 2, end)] == ["для", "чего"]:
        start += 2
    if words[max(start, end - 2) : end] in _BESIDES:
        start, end = trim(doc, start, end - 2)
    end = before_closing_insertion(doc, start, end)
    while end > start and words[end - 1] in ("и", "а", "также", "но", "либо", "однако", "зато"):
        end -= 1
    return trim(doc, start, end)


def _infinitive_cuts(doc: Doc, start: int, end: int) -> list[int]:
    words = columns(doc)
    first = next((i for i in range(start, end) if words.infinitive(i)), None)
    if first is None or describing(doc, start, first):
        return []
    depths = words.depths(start, end)
    cuts, previous, opening = [], first, start
    hanging: set[int] = set()
    for i in range(first + 1, end):
        if not words.infinitive(i) or depths[i - start]:
            continue
        coordinator = _coordinator_before(doc, i, previous)
        above = next((k for k in range(i - 1, start, -1) if words.infinitive(k)), first)
        if above in hanging or any(
            is_able(words, k) for k in range(max(above, i - _ABLE_REACH), i)
        ):
            hanging.add(i)  # «создать условия, позволяющие снизить налог, сделать дело выгодным»
            continue
        if coordinator is None or _completes(doc, previous, i):
            continue
        fronted = _fronted_object(doc, coordinator + 1, i)
        own = fronted or _own_object(doc, i + 1, _next_stop(doc, i, end))
        nearest = next(k for k in range(coordinator, previous - 1, -1) if words.infinitive(k))
        if previous < nearest == coordinator - 1:
            # «помешать попыткам вырубить и застроить сад»: two of what hangs lower.
            continue
        # «запросить», «собрать»: what is fetched is fetched to be handed on.
        fetched = doc[nearest].lemma_ in gazetteer("edges")["fetching"]
        own = own and not (fetched and _takes_up(doc, i))
        own = own and not _contrasts(doc, previous, coordinator, i)
        before = _own_object(doc, previous + 1, coordinator)
        stands = _fronted_object(doc, opening, previous) and (
            fronted or _acted_on(doc, i + 1, _next_stop(doc, i, end))
        )
        if own and (before or stands):
            cuts.append(coordinator)
        previous, opening = i, coordinator + 1
    return cuts


def _order_cuts(doc: Doc, start: int, end: int) -> list[int]:
    """«Составьте список и закажите столы»: two orders, each with an object of its own."""
    words, cuts = columns(doc), []
    orders = [t.i for t in doc[start:end] if feature(t, "Mood") == "Imp" or is_command(low(t))]
    for previous, order in itertools.pairwise(orders):
        between = range(order - 1, previous, -1)
        joint = next((k for k in between if words.low[k] in ("и", "а", "но", ",")), None)
        if joint is None or order - joint > _FRONTED or words.low[joint + 1] in ("или", "либо"):
            continue
        # Without a conjunction two orders follow one another only where each acts on a thing.
        acts_on = _acted_on if words.low[joint] == "," else _own_object
        own = acts_on(doc, order + 1, _next_stop(doc, order, end))
        own = own or _fronted_object(doc, joint + 1, order)
        if own and not _takes_up(doc, order) and _own_object(doc, previous + 1, joint):
            cuts.append(joint)
    return cuts


def _completes(doc: Doc, previous: int, infinitive: int) -> bool:
    """«поручить отделу труда и отделу садов собрать …»: the task that is laid on them.

    Behind an object («поручить отделу ремонт и закрыть …») another action begins.
    """
    words, lists = columns(doc), gazetteer("edges")
    between = range(previous + 1, infinitive)
    if any(words.infinitive(k) for k in between):
        return False
    if words.lemma[previous] in lists["asking"]:
        return not any(words.low[k] in ("о", "об", "чтобы", ":") for k in between)
    noun = next((k for k in between if words.pos[k] == "NOUN"), None)
    gives = (
        words.lemma[previous] in ("дать", "давать")
        and noun is not None
        and words.lemma[noun] == "поручение"
    )
    if not gives and words.lemma[previous] not in lists["ordering"]:
        return False
    return not any(
        words.case[k] == "Acc" and words.nominal[k] and (not gives or k != noun) for k in between
    )


def _contrasts(doc: Doc, previous: int, coordinator: int, infinitive: int) -> bool:
    """«не цепляться за рельсы, а развивать автобусы»: one wish, said with what it is to replace."""
    joined = {low(doc[k]) for k in range(coordinator, min(coordinator + 2, infinitive))}
    return "а" in joined and low(doc[previous - 1]) == "не"


def _coordinator_before(doc: Doc, infinitive: int, previous: int) -> int | None:
    """The coordinator that puts this infinitive beside the previous one; None where it hangs lower."""
    words, skipped = columns(doc), infinitive
    for i in range(infinitive - 1, max(previous, infinitive - _REACH), -1):
        if i > skipped:
            continue
        word = words.low[i]
        if word == "," and (those := those_opening(words.low, previous, i)) is not None:
            skipped = those  # «…, а тех, кто не сдаст, не допускать»
            continue
        if doc[i].text in "АИ" and doc[i + 1].text == ".":
            continue  # an initial
        if word in ("и", "а", "также", "но") or word in ",;":
            if word in ("и", ",") and _inside_phrase(doc, i, infinitive):
                continue
            while i - 1 > previous and words.low[i - 1] in ("а", "и", ","):
                i -= 1
            return i
        asks = word in ("чтобы", "что", "если", "ли") or word.startswith("котор")
        if words.predicate[i] or asks:
            return None
        if _governs_infinitive(doc, i, infinitive):
            return None
    return None


def _inside_phrase(doc: Doc, conjunction: int, infinitive: int) -> bool:
    """«отцу и сыну написать», «комитету по труду и социальной политике запросить».

    The «и» joins two nouns of one case, or their adjectives, rather than two actions.
    """
    behind = conjunction + 1
    while behind < infinitive and (
        doc[behind].pos_ in ("ADJ", "DET")
        or doc[behind - 1].pos_ == "ADJ"
        and low(doc[behind]) == "и"
    ):
        behind += 1
    left, right = doc[conjunction - 1], doc[behind]
    if doc[conjunction].text == "," and (left.pos_ != "ADJ" or behind == conjunction + 1):
        return False
    return (
        behind < infinitive
        and (is_nominal(left) or left.pos_ == "ADJ")
        and is_nominal(right)
        and case_of(left) == case_of(right)
    )


def _governs_infinitive(doc: Doc, i: int, infinitive: int) -> bool:
    """«возможность», «право» right before an infinitive, and modals, keep it for themselves."""
    if i != infinitive - 1:
        return False
    return doc[i].lemma_ in (
        "возможность",
        "право",
        "необходимость",
        "предложение",
        "просьба",
        "требование",
        "ходатайство",
        "попытка",
        "обязанность",
        "готовый",
        "можно",
    )


def _own_object(doc: Doc, start: int, end: int) -> bool:
    """Whether the action between has a noun to act on; a pronoun takes up somebody else's."""
    words = columns(doc)
    # «поддержать поправки 1–9, отклонить 10 и 11»
    return any(
        words.nominal[i] and words.pos[i] != "PRON" or words.low[i].isdigit()
        for i in range(start, end)
    )


def _fronted_object(doc: Doc, start: int, infinitive: int) -> bool:
    """«списки собрать»: a noun in the accusative before the action, with no preposition of its own."""
    words = columns(doc)
    return any(
        words.nominal[i]
        and words.pos[i] != "PRON"
        and (words.case[i] == "Acc" or words.case[i] == "Nom" and can_be(doc[i], case="Acc"))
        and not (i > start and words.pos[i - 1] in ("ADP", "NUM"))
        for i in range(start, infinitive)
    )


def _acted_on(doc: Doc, start: int, end: int) -> bool:
    """«собрать справки»: an object behind the action, and not only where or to whom."""
    return any(
        is_nominal(doc[i])
        and doc[i].pos_ != "PRON"
        and case_of(doc[i]) in ("Acc", "Nom")
        and doc[i - 1].pos_ not in ("ADP", "NUM")
        and "ADP" not in (doc[k].pos_ for k in range(start, i))
        for i in range(start, end)
    )


def _takes_up(doc: Doc, infinitive: int) -> bool:
    """«запросить справку и разослать её депутатам»: the object is the one before, as a pronoun."""
    words = columns(doc)
    for i, behind in ((infinitive + 1, infinitive + 2), (infinitive - 1, infinitive)):
        if i < len(words.low) and words.low[i] in ("его", "ее", "их"):
            owned = behind < len(words.low) and words.case[behind] == "Acc"
            return not owned
    return False


def _next_stop(doc: Doc, i: int, end: int) -> int:
    words = columns(doc)
    if i + 1 < end and words.infinitive(i) and words.infinitive(i + 1):
        # «запретить сокращать подстанции»: the object of the two is one.
        i += 1
    return next((k for k in range(i + 1, end) if words.infinitive(k) or words.low[k] == ";"), end)


def _clause_cuts(doc: Doc, start: int, end: int) -> list[int]:
    """«чтобы … и чтобы …», «что … и что …»."""
    cuts, words = [], columns(doc).low
    for i in range(start + 2, end):
        repeated = words[i] == "чтобы" or (words[i] == "что" and words[i - 1] == "и")
        if repeated:
            cuts.append(i - 1 if words[i - 1] in ("и", "а") else i)
    return cuts
