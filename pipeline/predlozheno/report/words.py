"""The kinds and statuses in Russian, for captions."""

from __future__ import annotations

from predlozheno.records.schema import Kind, Status

KINDS = {
    Kind.PROPOSAL: "предложение",
    Kind.RECOMMENDATION: "рекомендация",
    Kind.REQUEST: "просьба",
    Kind.ASSIGNMENT: "поручение",
    Kind.DECISION: "решение",
    Kind.AGREEMENT: "договорённость",
    Kind.WISH: "пожелание",
    Kind.NEED: "необходимость",
}
STATUSES = {
    Status.PROPOSED: "выдвинуто",
    Status.ADOPTED: "принято",
    Status.REJECTED: "отклонено",
    Status.POSTPONED: "отложено",
    Status.WITHDRAWN: "снято",
}
