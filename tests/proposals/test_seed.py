"""The user's own document, from its ugly text to its records; and any text, to honest offsets."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from predlozheno import extractor
from predlozheno.gold.loading import load
from predlozheno.gold.scoring import score_document

CORPUS = Path(__file__).parents[2] / "corpus"
ENDS = re.compile(r"-\s*\n\s*|\xad\s*|\s+")
WORDS = (
    "Иванов предложил комиссия РЕШИЛИ: создать отдел чтобы не было вынесено предложение о проведении "
    "форума 1. 1.1. а) – Поручить секретариату . ; : , «Маяк» рекомендует российско- | нужно давайте "
    "прошу поддержать единогласно ? если который ё"
)
PIECES = [*WORDS.split(), "до 1 мая", "(за – 5, против – 2)", "Петров И.И.:", "\n", "\n\n", "\t"]


def test_the_seed_gives_its_eleven_records() -> None:
    gold = load(CORPUS / "gold" / "drrk-politics.gold.yaml")
    score = score_document(gold, extractor.extract(gold.document).proposals)
    assert len(score.matching.found) == 11
    assert score.matching.missed == ()
    assert score.matching.spurious == ()
    for slot in ("proposers", "targets with role"):
        count = score.tally.counts[slot, "overlapping"]
        assert 2 * count.right / (2 * count.right + count.missed + count.spurious) >= 0.9


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map(" ".join).filter(str.strip))
def test_any_text_gives_records_that_point_at_their_words(text: str) -> None:
    for proposal in extractor.extract(text):
        spans = [
            proposal.trigger,
            proposal.evidence,
            *proposal.proposers,
            *proposal.targets,
            *proposal.timing,
            *(span for span in (proposal.purpose, proposal.vote, proposal.outcome) if span),
        ]
        for span in spans:
            assert _ink(text[span.start : span.end]) == _ink(span.text)


def _ink(words: str) -> str:
    """The letters alone: wraps, hyphens at line ends and markup are the layout's."""
    return re.sub(r"[\W_]", "", ENDS.sub("", words))
