"""What «we» do as something settled: «в субботу чистим канаву», «договорились, сравниваем цены»."""

from __future__ import annotations

from spacy.tokens import Span, Token

from predlozheno.language.morphology import can_be
from predlozheno.proposals.clauses import clause_of, trait
from predlozheno.proposals.context import Context, Phrase
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import (
    is_finite,
    is_infinitive,
    is_nominal,
    is_small_name,
    low,
    trim,
)
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.slots.targets import content_targets
from predlozheno.proposals.slots.timing import find_times
from predlozheno.resources import gazetteer

_ELSEWHERE = 4
_PRESENT = frozenset("вас тебя всех меня нас себя".split())
# So near its verb stands the thing acted on.
_NEAR = 4
# Behind these what «we» do is what the talk has come to.
_SUMMING = frozenset(
    "ладно ок окей хорошо значит тогда итак решено короче договорились принято согласен согласна".split()
)
_SETTLING = frozenset("договорились условились решили порешили".split())
_BINDING = frozenset("что чтобы о об на до и а как когда если который".split())


def concluded(
    context: Context, sentence: Span, block: int, verbs: list[Token], hits: list[Hit]
) -> list[Draft]:
    """«Договорились, во вторник сравниваем цены», «решили: берём»: what «we» do is what was settled."""
    doc = context.doc
    for hit in hits:
        verb = next((t for t in verbs if t.i >= hit.end), None)
        if low(doc[hit.head]) not in _SETTLING or hit.diathesis != "active" or verb is None:
            continue
        told = trait(verb, "Person") == "1" and trait(verb, "Number") == "Plur"
        lead = doc[hit.end : verb.i]
        bound = any(is_infinitive(t) or low(t) in _BINDING for t in lead)
        if not told or trait(verb, "Tense") == "Past" or bound or low(verb) in ("будем", "можем"):
            continue
        stop = clause_of(doc[hit.end : sentence.end], verb, verbs)[1]
        # «Договорились с «Зарёй», даём воду с семи»: with whom is no part of it.
        comma = next((t.i for t in lead if t.text == ","), None)
        begin = comma if comma and low(lead[0]) in ("с", "со") else hit.end
        span, content = (sentence.start, sentence.end), trim(doc, begin, stop)
        kind, trigger = hit.frame.kind, (hit.start, hit.end)
        draft = Draft(hit.frame, "promise", kind, trigger, [content], span, block, span)
        draft.targets = content_targets(context, draft.content, "infinitive")
        return [draft]
    return []


def _is_settled(sentence: Span, begin: int) -> bool:
    """«В субботу чистим канаву», «ладно берём у завода»: a day is named, or a word sums up."""
    lead = {low(t) for t in sentence.doc[sentence.start : begin]}
    return bool(lead & _SUMMING) or bool(find_times(sentence.text, None))


def sums_up(sentence: Span) -> bool:
    """«Тогда покупаем», «хорошо, берём»: whether a sentence opens with a word that sums up."""
    return low(sentence[0]) in _SUMMING


def is_plan(
    context: Context, sentence: Span, verb: Token, clause: tuple[int, int], pronoun: Token | None
) -> bool:
    """Whether the present of «мы» tells what was settled, and not what is going on."""
    if pronoun is None and _is_settled(sentence, clause[0]):
        return True
    words = gazetteer("promises")
    going = any(low(t) in words["going"] for t in sentence)
    if verb.lemma_.lower() not in words["settled"] or going:
        return False
    # «Открытки выносим в чат», «сокращаем тестовое»: a thing is acted on.
    doc = context.doc
    if any(is_finite(t) for t in doc[clause[0] : clause[1]] if t != verb):
        return False
    near = doc[clause[0] : min(clause[1], verb.i + _NEAR)]
    things = [t for t in near if t != verb and is_nominal(t) and can_be(t, case="Acc")]
    free = [t for t in things if t.i == clause[0] or doc[t.i - 1].pos_ != "ADP"]
    # What becomes of a proposal is its status.
    return bool(free) and not any(t.lemma_ in words["matters"] for t in free)


def called_to(
    context: Context, sentence: Span, verb: Token, begin: int
) -> tuple[Phrase | None, int]:
    """Who is called before a verb of the second person, and where behind the name the clause begins.

    A name in small letters stands inside the clause, one with a comma in front of it.
    """
    doc, stop = context.doc, begin
    while stop < verb.i and doc[stop].text.islower() and is_small_name(doc[stop]):
        stop += 1
    if stop > begin:
        return Phrase(begin, stop, doc[begin], "PER"), stop
    first = context.phrase_at(begin)
    if first is not None and first.label == "PER" and first.end < verb.i and first.has_case("Nom"):
        # «Ренат заявку подготовишь»: recognised speech knows names, and no comma.
        return first, first.end
    people = [p for p in context.parties_in(sentence.start, begin) if p.label == "PER"]
    named = [p for p in people if p.has_case("Nom") and begin - p.end <= 1]
    return (named[-1] if named else None), begin


def asks_elsewhere(verb: Token) -> bool:
    """«Столы у соседей попрошу»: a thing got from others, who are not present."""
    if low(verb) not in ("попрошу", "попросим", "запрошу"):
        return False
    if low(verb) == "запрошу":
        return True
    doc, sentence = verb.doc, verb.sent
    near = doc[max(sentence.start, verb.i - _ELSEWHERE) : min(sentence.end, verb.i + _ELSEWHERE)]
    if any(is_infinitive(t) for t in near if t != verb):
        return False
    held = [doc[t.i + 1] for t in near if low(t) == "у" and t.i + 1 < sentence.end]
    things = [t for t in near if can_be(t, case="Acc") and is_nominal(t) and not is_small_name(t)]
    others = [t for t in held if low(t) not in _PRESENT]
    return bool(others) and any(t not in held for t in things)
