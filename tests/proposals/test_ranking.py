"""The choice among candidates: sums over sets, the best set, the model's file, what is taken and why."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from predlozheno.errors import ModelsError
from predlozheno.language import annotate
from predlozheno.proposals.context import Context
from predlozheno.proposals.draft import Draft
from predlozheno.proposals.drafting import Drafts, draft_document
from predlozheno.proposals.frames import Frame, FrameSet
from predlozheno.proposals.learned.fitting import (
    DOCUMENTS,
    ClassesLabelled,
    Labelled,
    fit_choice,
    fit_kinds,
    fit_roles,
)
from predlozheno.proposals.learned.lattice import Lattice, best_set
from predlozheno.proposals.learned.model import (
    CARD,
    CHOICE,
    FOLDER,
    NO_PART,
    PARTS,
    RankingModel,
    interpolate,
    load_model,
    write_model,
)
from predlozheno.proposals.lexicon import Lexicon
from predlozheno.proposals.ranking import rank
from predlozheno.reading.document import Document
from predlozheno.reading.segmentation import segment
from predlozheno.records.schema import Kind

SPANS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 5)).map(lambda pair: (pair[0], sum(pair))),
    max_size=7,
)
SCORES = st.lists(st.floats(-3, 3), min_size=7, max_size=7)
EVEN = ((0.0, 0.0), (1.0, 1.0))


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


def sets(spans: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    """All sets of spans that do not overlap."""

    def apart(chosen: tuple[int, ...]) -> bool:
        pairs = itertools.combinations(chosen, 2)
        return all(spans[a][1] <= spans[b][0] or spans[b][1] <= spans[a][0] for a, b in pairs)

    sizes = range(len(spans) + 1)
    return [s for n in sizes for s in itertools.combinations(range(len(spans)), n) if apart(s)]


@settings(deadline=None)
@given(SPANS, SCORES)
def test_the_lattice_sums_over_all_sets_that_do_not_overlap(spans, scores) -> None:
    weights = {chosen: math.exp(sum(scores[i] for i in chosen)) for chosen in sets(spans)}
    total = sum(weights.values())
    logarithm, likely = Lattice(spans).marginals(np.array(scores[: len(spans)]))
    assert logarithm == pytest.approx(math.log(total), abs=1e-9)
    for i in range(len(spans)):
        share = sum(weight for chosen, weight in weights.items() if i in chosen) / total
        assert likely[i] == pytest.approx(share, abs=1e-9)


@settings(deadline=None)
@given(SPANS, SCORES)
def test_no_set_gains_more_than_the_best(spans, gains) -> None:
    best = best_set(spans, gains[: len(spans)])
    assert tuple(sorted(best)) in sets(spans)
    most = max(sum(gains[i] for i in chosen) for chosen in sets(spans))
    assert sum(gains[i] for i in best) == pytest.approx(most)


def test_only_available_spans_can_be_chosen() -> None:
    _, likely = Lattice([(0, 2), (1, 3)], available=[1]).marginals(np.zeros(2))
    assert likely.tolist() == [0.0, 0.5]


def ranked(text: str, lexicon: Lexicon, model: RankingModel) -> tuple[Context, Drafts, list[Draft]]:
    """What the rules and then the model make of a text."""
    segments = segment(Document("протокол.txt", text))
    context = Context(annotate(segments), lexicon, segments)
    found = draft_document(context)
    return context, found, rank(context, found.drafts, found.accounts, model)


def model(weights: dict[str, float]) -> RankingModel:
    """A model of a few weights, which takes what is likelier than not."""
    return RankingModel(weights, {Kind.REQUEST: {"bias": 1.0}, Kind.WISH: {}}, {}, 0.5, EVEN)


RULES = {"bias": -5.0, "source=rule": 9.0}


def test_a_draft_of_the_rules_keeps_its_slots(lexicon: Lexicon) -> None:
    _, found, (draft,) = ranked("Староста предложил купить мел.", lexicon, model(RULES))
    assert draft is found.drafts[0]
    assert draft.rule == "test.offer+active"
    assert draft.confidence == pytest.approx(1 / (1 + math.exp(-4)), abs=0.02)
    assert draft.reasons[:2] == ("+9.00 source=rule", "-5.00 bias")


def test_a_draft_that_is_outweighed_is_refused_with_the_reasons(lexicon: Lexicon) -> None:
    _, found, drafts = ranked("Староста предложил купить мел.", lexicon, model({"bias": -5.0}))
    (account,) = found.accounts
    assert drafts == []
    assert account.drafts == []
    assert account.refusal is not None
    assert account.refusal.reason == "outweighed"
    assert "-5.00 bias" in account.refusal.cue


def test_a_refused_trigger_can_be_taken_after_all(lexicon: Lexicon) -> None:
    text = "Староста не предложил купить мел."
    context, found, (draft,) = ranked(text, lexicon, model({"bias": -5.0, "source=refused": 9.0}))
    (account,) = found.accounts
    assert account.refusal is None
    assert account.drafts == [draft]
    assert draft.rule == "learned+active"
    assert draft.kind is Kind.PROPOSAL
    assert context.doc[draft.content[0][0] : draft.content[0][1]].text == "купить мел"


def test_a_content_without_any_trigger_gets_the_learned_kind_and_its_verb(lexicon: Lexicon) -> None:
    text = "Лесник грозился перекрыть просеку."
    context, _, (draft,) = ranked(text, lexicon, model({"bias": -5.0, "source=infinitive": 9.0}))
    assert draft.rule == "learned+active"
    assert draft.kind is Kind.REQUEST
    assert context.doc[draft.trigger[0]].text == "грозился"


def test_another_extent_keeps_the_slots_of_the_rules(lexicon: Lexicon) -> None:
    weights = {"bias": -9.0, "whole=True True": 14.0}
    context, found, (draft,) = ranked("Староста предложил купить мел.", lexicon, model(weights))
    assert draft.content != found.drafts[0].content
    assert draft.rule == "test.offer+active"
    assert [context.doc[m.phrase.start].text for m in draft.proposers] == ["Староста"]


def labelled(document: int) -> Labelled:
    """Two spans that overlap, of which the one that ends in a comma is right."""
    rows = [["bias", "right=,", f"name={document}"], ["bias", "right=.", f"name={document}"]]
    return Labelled([(0, 3), (0, 5)], rows, [0], frozenset())


def told_apart(document: int, one: str, other: str) -> ClassesLabelled:
    """A thing of one class, told by a word of its own."""
    answer = one if document % 2 else other
    return ClassesLabelled([["bias", f"word={answer}", f"name={document}"]], [answer])


def test_training_finds_the_right_one_and_leaves_rare_features_out() -> None:
    documents = [labelled(i) for i in range(2 * DOCUMENTS)]
    weights = fit_choice(documents)
    assert weights["right=,"] > 0 > weights["right=."]
    assert not any(name.startswith("name=") for name in weights)
    assert weights == fit_choice(documents)


def test_kinds_and_parts_are_told_apart_by_their_words() -> None:
    documents = [told_apart(i, "wish", "request") for i in range(2 * DOCUMENTS)]
    known = RankingModel({}, fit_kinds(documents), {}, 0.5, EVEN)
    assert known.kind(["bias", "word=wish"]) is Kind.WISH
    assert known.kind(["bias", "word=request"]) is Kind.REQUEST
    mentions = [told_apart(i, "executor", NO_PART) for i in range(2 * DOCUMENTS)]
    chances = RankingModel({}, {}, fit_roles(mentions), 0.5, EVEN).parts(["bias", "word=executor"])
    assert sum(chances.values()) == pytest.approx(1.0)
    assert max(chances, key=lambda part: chances[part]) == "executor"


def test_a_model_comes_back_from_its_files(tmp_path: Path) -> None:
    written = RankingModel(
        {"right=,": 1.25, "left=что": -0.5},
        {kind: {"bias": 0.5} if kind is Kind.NEED else {} for kind in Kind},
        {part: {"case=Dat": 1.5} if part == "addressee" else {} for part in PARTS},
        0.3,
        ((0.1, 0.05), (0.9, 0.95)),
    )
    write_model(tmp_path / FOLDER, written, {"data": "dev"})
    first = (tmp_path / FOLDER / CHOICE).read_bytes()
    assert first.decode() == "left=что\t-0.500\nright=,\t1.250\n"
    read = load_model(tmp_path)
    assert read == written
    write_model(tmp_path / FOLDER, written, {"data": "dev"})
    assert (tmp_path / FOLDER / CHOICE).read_bytes() == first


def test_without_a_folder_there_is_no_model(tmp_path: Path) -> None:
    assert load_model(tmp_path) is None


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (CHOICE, "right=,\tмного\n", "choice.tsv, line 1"),
        (CHOICE, "right=,\n", "a feature and 1 weights"),
        (CARD, "{}", "no card of a ranking"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, name: str, text: str, said: str) -> None:
    empty: dict[Kind, dict[str, float]] = {kind: {} for kind in Kind}
    none: dict[str, dict[str, float]] = {part: {} for part in PARTS}
    write_model(tmp_path / FOLDER, RankingModel({"bias": 1.0}, empty, none, 0.3, EVEN), {})
    (tmp_path / FOLDER / name).write_text(text, encoding="utf-8")
    with pytest.raises(ModelsError, match=said):
        load_model(tmp_path)


@pytest.mark.parametrize(("x", "y"), [(0.0, 0.4), (0.5, 0.4), (0.75, 0.7), (1.0, 0.9)])
def test_calibration_lies_on_the_line_through_its_points(x: float, y: float) -> None:
    assert interpolate(((0.5, 0.4), (0.875, 0.85), (0.9, 0.9)), x) == pytest.approx(y)
