"""Which mention is a target: one of the rules' stays where the model doubts, others must convince it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from predlozheno.language import annotate
from predlozheno.proposals.casting import cast
from predlozheno.proposals.context import Context
from predlozheno.proposals.drafting import draft_document
from predlozheno.proposals.frames import Frame, FrameSet
from predlozheno.proposals.learned.model import NO_PART, PARTS, RankingModel
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment

ENTRY = {
    "id": "test.offer",
    "kind": "proposal",
    "verbs": ["предложить"],
    "governs": {"content": ["infinitive"], "addressee": ["dative"]},
    "matches": ["Староста [предложил] купить мел."],
    "rejects": ["Староста предложил чаю."],
}


@dataclass
class Told:
    """Answers the same of every mention."""

    chances: dict[str, float]

    def parts(self, features: list[str]) -> dict[str, float]:
        return {**dict.fromkeys(PARTS, 0.0), **self.chances}


def targets(text: str, **chances: float) -> set[tuple[str, str]]:
    """Role and words of the targets that are left in the text when each mention has these chances."""
    lexicon = Lexicon(FrameSet((Frame.model_validate(ENTRY),)))
    segments = segment(Document("а.txt", text))
    context = Context(annotate(segments), lexicon, segments)
    drafts = draft_document(context).drafts
    model: RankingModel = Told(chances)  # type: ignore[assignment]
    cast(context, drafts, model)
    doc = context.doc
    return {
        (m.role.value, doc[m.phrase.start : m.phrase.end].text)
        for draft in drafts
        for m in draft.targets
        if m.role
    }


TEXT = "Староста предложил завхозу купить мел."


@pytest.mark.parametrize(("none", "left"), [(0.8, {("addressee", "завхозу")}), (0.9, set())])
def test_a_target_of_the_rules_stays_unless_the_model_is_sure(
    none: float, left: set[tuple[str, str]]
) -> None:
    assert targets(TEXT, **{NO_PART: none, "executor": 1 - none}) == left


def test_the_model_may_give_it_another_role() -> None:
    assert ("executor", "завхозу") in targets(TEXT, **{NO_PART: 0.3, "executor": 0.7})


def test_what_the_rules_gave_no_part_must_be_likelier_than_none() -> None:
    text = "Староста предложил купить мел у завода."
    assert targets(text, **{NO_PART: 0.6, "host": 0.4}) == set()
