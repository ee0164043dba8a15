"""What was settled in the clause that names it: where its content ends, and what is only the reason."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.proposals.context import Context
from predlozheno.proposals.edges import TokenSpan
from predlozheno.proposals.grammar import (
    CASE_NAMES,
    CLAUSE_MARKS,
    agrees,
    case_of,
    is_finite,
    is_infinitive,
    low,
    trim,
)
from predlozheno.proposals.hits import Hit, settles
from predlozheno.proposals.learned.columns import columns
from predlozheno.proposals.slots.called import before_predicate
from predlozheno.proposals.slots.verdict import find_verdicts
from predlozheno.records.schema import Kind, Status

_CLAUSE = 8


def rules_on(hit: Hit) -> bool:
    """«Идею поддержали, положение напишут к пятнице»: behind the verdict nothing more is proposed."""
    return hit.noun is not None and hit.noun < hit.head and settles(hit)


def before_main_verb(context: Context, parts: list[TokenSpan]) -> list[TokenSpan]:
    """«Предложение перекрыть улицу | вызвало споры»: the noun's own clause goes on behind its action."""
    words, (start, end) = columns(context.doc), parts[-1]
    if any(v.kind in ("plain", "passive") for v in find_verdicts(context.doc[start:end].text)):
        # What became of it is told apart where outcomes are read.
        return parts
    for i in range(start + 1, end):
        if words.low[i] in CLAUSE_MARKS:
            break
        if words.finite(i):
            span = trim(context.doc, start, before_predicate(context, start + 1, i))
            return [*parts[:-1], span]
    return parts


def is_settled(context: Context, hit: Hit, left: int) -> bool:
    """Whether what was decided on stands in front of the verb."""
    doc = context.doc
    if hit.diathesis == "support":
        return hit.noun is not None and any(is_infinitive(t) for t in doc[hit.noun : hit.start])
    return (
        hit.diathesis == "short_passive"
        and hit.frame.kind is Kind.DECISION
        and any(case_of(t) == "Nom" and agrees(t, doc[hit.head]) for t in doc[left : hit.start])
    )


def gives_reason(hit: Hit, behind: Span) -> bool:
    """«Отложено: нет заявления по форме»: a clause behind the colon of a verb that wants a noun."""
    forms = {g.form for g in hit.frame.governed("content")}
    if forms - CASE_NAMES.keys() or hit.diathesis not in ("active", "short_passive"):
        return False
    verdict = find_verdicts(behind.doc[hit.start : hit.end].text)
    refused = bool(verdict) and verdict[0].status is not Status.ADOPTED
    return refused or any(is_finite(t) or low(t) in ("нет", "не") for t in behind[:_CLAUSE])
