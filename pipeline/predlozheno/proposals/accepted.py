"""One party that agrees to do something promises it: «Дятлова согласилась контролировать вывоз»."""

from __future__ import annotations

from dataclasses import replace

from predlozheno.language.morphology import lemmas
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.grammar import feature, is_infinitive
from predlozheno.proposals.hits import Hit
from predlozheno.records.schema import Kind, PartySource, Role

_ACCEPTING = frozenset(("согласиться", "соглашаться"))
_ONE = ("PER", "ORG", "ROLE", "LOC")


def accepted(context: Context, draft: Draft, hit: Hit) -> None:
    """Makes an agreement of one named party to an action an assignment that it is the executor of.

    Two parties, and one that agrees with what others say («согласилась с предложением»), agree.
    """
    verb = context.doc[hit.head]
    if draft.kind is not Kind.AGREEMENT or hit.diathesis != "active" or len(draft.proposers) != 1:
        return
    (party,) = draft.proposers
    named = party.source is PartySource.STATED and party.phrase.label in _ONE
    alone = feature(verb, "Number") == "Sing" and lemmas(verb.text) & _ACCEPTING
    start, end = draft.content[0]
    first = next((t for t in context.doc[start:end] if t.pos_ in ("VERB", "NOUN")), None)
    if named and alone and first is not None and is_infinitive(first):
        draft.kind, draft.proposers = Kind.ASSIGNMENT, []
        draft.targets = [replace(party, role=Role.EXECUTOR), *draft.targets]
