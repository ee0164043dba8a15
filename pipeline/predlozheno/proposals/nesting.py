"""Triggers inside what another one wants: which of the two decides."""

from __future__ import annotations

from predlozheno.proposals.draft import Draft
from predlozheno.proposals.hits import Hit
from predlozheno.proposals.refusals import Refusal
from predlozheno.records.schema import Kind

# Inside these the inner verb decides: «решили рекомендовать», «договорились поручить».
_YIELDING = (Kind.DECISION, Kind.AGREEMENT, Kind.WISH)
# «Следует рекомендовать …» advises; «нужно поручить …» still says what must be done.
_ADVISED = (Kind.RECOMMENDATION, Kind.REQUEST, Kind.PROPOSAL)


def nested(hit: Hit, drafts: list[Draft]) -> Refusal | None:
    """A trigger inside the content of another belongs to what is wanted there."""
    for draft in drafts:
        inside = any(start <= hit.start < end for start, end in draft.content)
        carried = draft.trigger[1] <= hit.start < max(draft.content[-1][1], draft.content[0][0] + 1)
        if draft.diathesis == "by_noun" and carried:
            return Refusal("nested", f"carries the content of {draft.rule}")
        if inside and not gives_way(draft, hit):
            return Refusal("nested", f"inside the content of {draft.rule}")
    return None


def gives_way(draft: Draft, hit: Hit) -> bool:
    """Whether the outer draft only introduces the inner verb with which its content begins."""
    start = draft.content[0][0]
    begins = start <= hit.start <= start + 1 and hit.diathesis in (
        "infinitive",
        "phrase",
        "support",
    )
    inner = hit.frame.kind
    if draft.diathesis == "noun" and hit.diathesis == "first_person" and hit.start == start:
        # «Обращение ветеранов: просим вернуть лавки.»
        return True
    if draft.frame.id == "proposal.prozvuchat" and hit.diathesis == "active" and inner in _ADVISED:
        # «Прозвучало и такое: самбист предложил …»: who puts it forward says so himself.
        return True
    if draft.content == [(hit.start, hit.end)] and hit.diathesis in ("infinitive", "predicative"):
        # «считают целесообразным рекомендовать: …»: all that is wanted stands behind the inner verb.
        return True
    if draft.kind is Kind.NEED:
        return begins and inner in _ADVISED
    if inner is Kind.NEED and hit.diathesis != "phrase":
        # «Решили считать необходимым …» states a need, «решили требовать …» nothing of the kind.
        return False
    return begins and draft.kind in _YIELDING and inner is not Kind.DECISION
