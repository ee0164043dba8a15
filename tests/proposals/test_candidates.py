"""Which spans are held to be possible contents, and by which construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from predlozheno.language import annotate
from predlozheno.proposals.candidates import Candidates, find_sentences, widen
from predlozheno.proposals.context import Context
from predlozheno.proposals.drafting import draft_document
from predlozheno.proposals.frames import Frame, FrameSet, load_frames
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.resources import models_dir

Find = Callable[[str], Candidates]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """One verb that governs an infinitive."""
    entry = {
        "id": "test.offer",
        "kind": "proposal",
        "verbs": ["предложить", "предлагать"],
        "governs": {"content": ["infinitive"], "addressee": ["dative"]},
        "matches": ["Староста [предложил] купить мел."],
        "rejects": ["Староста предложил чаю."],
    }
    return Lexicon(FrameSet((Frame.model_validate(entry),)))


@pytest.fixture(scope="session")
def find(lexicon: Lexicon) -> Find:
    """The candidates of a text."""

    def candidates(text: str) -> Candidates:
        segments = segment(Document("протокол.txt", text))
        context = Context(annotate(segments), lexicon, segments)
        drafts = draft_document(context)
        found = find_sentences(context, drafts.drafts, drafts.accounts)
        widen(found, range(len(found.clusters)))
        return found

    return candidates


def contents(found: Candidates) -> dict[str, set[str]]:
    """The words of each candidate with its sources."""
    doc = found.context.doc
    return {
        " … ".join(doc[start:end].text for start, end in candidate.content): candidate.sources
        for cluster in found.clusters
        for candidate in cluster.candidates
    }


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Староста ратует за то, чтобы кружок купил лодку.", "кружок купил лодку"),
        ("Лесник грозился перекрыть просеку.", "перекрыть просеку"),
        ("У сторожа мысль: повесить на ворота фонарь.", "повесить на ворота фонарь"),
        ("Бухгалтер высказалась за сокращение сметы.", "сокращение сметы"),
        ("Ольга, принесите к среде ведомость.", "принесите к среде ведомость"),
        ("Завхозу до мая покрасить забор.", "покрасить забор"),
        ("Петров подготовит смету.", "подготовит смету"),
        ("Мечтали завести пасеку и построить омшаник.", "построить омшаник"),
        ("Новую пасеку завести (так желает сторож) никто не против.", "так желает сторож"),
        ("так слушайте надо вызвать мастера он в среду свободен", "вызвать мастера"),
    ],
)
def test_contents_are_found_without_any_word_of_a_frame(
    find: Find, text: str, content: str
) -> None:
    assert content in contents(find(text))


def test_a_draft_of_the_rules_is_a_candidate_and_stays_with_it(find: Find) -> None:
    found = find("Староста предложил купить мел.")
    (ruled,) = [c for cluster in found.clusters for c in cluster.candidates if c.drafts]
    assert "rule" in ruled.sources
    assert "infinitive" in ruled.sources
    assert ruled.drafts[0].frame.id == "test.offer"


def test_what_a_refused_trigger_would_want_is_a_candidate(find: Find) -> None:
    found = find("Староста не предложил купить мел.")
    (refused,) = [c for cluster in found.clusters for c in cluster.candidates if c.accounts]
    assert "refused" in refused.sources
    assert refused.accounts[0].refusal is not None


def test_no_candidate_stands_twice_and_all_lie_in_their_sentence(find: Find) -> None:
    found = find("Решили:\n1) купить мел и вымыть пол;\n2) Петрову составить список.")
    for cluster in found.clusters:
        spans = [candidate.content for candidate in cluster.candidates]
        assert len(spans) == len(set(spans))
        assert all(
            cluster.body[0] <= c.start < c.end <= cluster.body[1] for c in cluster.candidates
        )


def test_signatures_hold_no_candidates_of_their_own(find: Find) -> None:
    found = find("Слушали: о ремонте.\n\nПредседатель И.И. Петров\nСекретарь О.О. Сидорова")
    tails = [c for c in found.clusters if found.context.blocks[c.block].zone == "tail"]
    assert not any(cluster.candidates for cluster in tails)


def test_no_candidate_ends_in_a_preposition() -> None:
    """«… с | просьбой выделить …»: what leads to the trigger is left outside."""
    segments = segment(
        Document("протокол.txt", "так подготовьте письмо с просьбой выделить деньги")
    )
    context = Context(annotate(segments), Lexicon(load_frames(models_dir())), segments)
    drafts = draft_document(context)
    found = find_sentences(context, drafts.drafts, drafts.accounts)
    widen(found, range(len(found.clusters)))
    assert "подготовьте письмо" in contents(found)
    assert not [words for words in contents(found) if words.endswith(" с")]
