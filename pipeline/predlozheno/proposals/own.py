"""What own frames find stays, whatever the ranking thinks: it has never seen their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from predlozheno.proposals.draft import Draft
from predlozheno.proposals.drafting import SentenceAccount
from predlozheno.proposals.grammar import overlaps
from predlozheno.records.schema import Kind


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """A draft of the analyst's own frame, with the kind that the rules gave it."""

    draft: Draft
    kind: Kind


def own_drafts(drafts: Sequence[Draft]) -> list[OwnDraft]:
    """The drafts that own frames made; to be asked before the ranking changes their kinds."""
    return [OwnDraft(draft, draft.kind) for draft in drafts if draft.frame.own]


def with_own(
    ranked: list[Draft], own: Sequence[OwnDraft], accounts: Sequence[SentenceAccount]
) -> list[Draft]:
    """The ranking's choice with the own drafts in the place of what overlaps them, in order.

    `accounts` are brought up to date: the trigger of an own draft stands.
    """
    if not own:
        return ranked
    for one in own:
        one.draft.kind = one.kind
    mine = [one.draft for one in own]
    kept = [
        draft
        for draft in ranked
        if not any(
            draft is not one and overlaps(draft.content_span, one.content_span) for one in mine
        )
    ]
    drafts = kept + [draft for draft in mine if not any(draft is one for one in kept)]
    for account in accounts:
        if drafted := [draft for draft in mine if _is_of(account, draft)]:
            account.refusal, account.drafts = None, drafted
    return sorted(drafts, key=lambda draft: draft.content_span)


def _is_of(account: SentenceAccount, draft: Draft) -> bool:
    return account.hit.frame is draft.frame and overlaps(
        (account.hit.start, account.hit.end), draft.trigger
    )
