"""Other senses that a trigger's company shows: who offers, and whether it is an action."""

from __future__ import annotations

from spacy.tokens import Span

from predlozheno.language.morphology import lemmas as word_lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import case_of, is_finite, is_infinitive, is_nominal, low
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import Refusal
from predlozheno.records.schema import Kind, Role
from predlozheno.resources import gazetteer

_MARKET_KINDS = (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION, Kind.ASSIGNMENT)
_SUBJECT_REACH = 6


def outsider(context: Context, hit: Hit, sentence: Span) -> Refusal | None:
    """A shop, a supplier or a newspaper as the subject: an offer of goods, not a proposal."""
    if hit.diathesis != "active" or hit.frame.kind not in _MARKET_KINDS:
        return None
    outsiders = set(gazetteer("senses")["outsiders"])
    doc = context.doc
    for i in range(hit.start - 1, max(sentence.start, hit.start - _SUBJECT_REACH) - 1, -1):
        token = doc[i]
        if token.text in ",;:" and i < hit.start - 1:
            break
        if is_nominal(token) and case_of(token) == "Nom":
            if word_lemmas(token.text) & outsiders:
                return Refusal("everyday", f"«{token.text}» offers goods, not a proposal")
            return None
    return None


def things_only(context: Context, hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«предлагают моторку за 38 тысяч»: what is wanted must be an action or the meeting's business."""
    if not drafts or hit.frame.kind not in (Kind.PROPOSAL, Kind.REQUEST, Kind.RECOMMENDATION):
        return None
    if hit.diathesis not in ("active", "short_passive", "reflexive_passive", "first_person"):
        return None
    start, end = drafts[0].content_span
    words = context.doc[start:end]
    if any(is_infinitive(t) or is_finite(t) or low(t) in ("чтобы", ":") for t in words):
        return None
    noun = next((t for t in words if is_nominal(t) and len(t) > 1), None)
    if noun is not None and noun.pos_ == "PROPN":
        return None
    if (
        noun is None
        or _is_business(low(noun))
        or word_lemmas(noun.text) & set(gazetteer("senses")["business"])
    ):
        return None
    before = low(context.doc[start - 1]) if start else ""
    if before in ("о", "об", "за", "на", "к", "по", "от"):
        return None
    return Refusal("everyday", f"«{noun.text}» is a thing, not an action")


def nobody_bound(hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """«должны», «обещали» bind only somebody whom the sentence names, and «мы» names nobody."""
    if not hit.frame.takes("executor", "nominative") or hit.diathesis == "first_person":
        return None
    for draft in drafts:
        executors = [m for m in draft.targets if m.role is Role.EXECUTOR]
        if any(m.phrase.label and m.phrase.head.pos_ != "PRON" for m in executors):
            return None
    return Refusal("unbound", "nobody is named who would be bound") if drafts else None


def _is_business(word: str) -> bool:
    """A noun of action, by its ending."""
    return word.endswith(tuple(gazetteer("edges")["action_endings"][:13]))
