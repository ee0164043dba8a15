"""The user's own document, from its ugly text to its records; and any text, to honest offsets.

PREDLOZHENO_FUZZ_CASES chooses how many texts are tried; 60 where it is not set.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from predlozheno import extractor
from predlozheno.gold.loading import load
from predlozheno.gold.scoring import score_document
from predlozheno.reading.readers import read
from predlozheno.records.schema import Proposal, Span

CORPUS = Path(__file__).parents[2] / "corpus"
CASES = int(os.environ.get("PREDLOZHENO_FUZZ_CASES", "60"))
BROKEN = re.compile(r"-\s*\n")
WORDS = (
    "Иванов предложил комиссия РЕШИЛИ: создать отдел чтобы не было вынесено предложение о проведении "
    "форума 1. 1.1. а) – Поручить секретариату . ; : , «Маяк» рекомендует российско- | нужно давайте "
    "прошу поддержать единогласно ? если который ё"
)
PIECES = [*WORDS.split(), "до 1 мая", "(за – 5, против – 2)", "Петров И.И.:", "\n", "\n\n", "\t"]
# Of dev alone: a failure shows the words.
DEV = yaml.safe_load((CORPUS / "splits.yaml").read_text(encoding="utf-8"))["dev"]
TEXTS = sorted(path for path in (CORPUS / "texts").iterdir() if path.stem in DEV)
FUZZ = settings(
    max_examples=CASES, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def _lists_of(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(pieces, min_size=1, max_size=60).map(" ".join).filter(str.strip)


def test_the_seed_gives_its_eleven_records() -> None:
    gold = load(CORPUS / "gold" / "drrk-politics.gold.yaml")
    score = score_document(gold, extractor.extract(gold.document).proposals)
    assert len(score.matching.found) == 11
    assert score.matching.missed == ()
    assert score.matching.spurious == ()
    for slot in ("proposers", "targets with role"):
        count = score.tally.counts[slot, "overlapping"]
        assert 2 * count.right / (2 * count.right + count.missed + count.spurious) >= 0.9


def test_a_colon_with_nothing_behind_it_wants_nothing() -> None:
    assert extractor.extract("Иванов предложил : чтобы").proposals == ()


@pytest.mark.parametrize(
    "text",
    [
        "нужно \n нужно Иванов",
        "Второе: договориться с",
        "Решили: а",
        "засыпать, всё смыло. Сначала воду отвести надо, МУП",
        "отдел создать",
    ],
)
def test_a_text_that_ends_too_early_is_read_to_its_end(text: str) -> None:
    assert len(extractor.extract(text).proposals) <= 1


@FUZZ
@given(
    st.lists(
        st.tuples(st.sampled_from(TEXTS), st.floats(0, 1), st.integers(1, 14)),
        min_size=1,
        max_size=8,
    )
)
def test_shreds_of_minutes_are_read_wherever_they_break_off(
    shreds: list[tuple[Path, float, int]],
) -> None:
    parts = []
    for path, place, length in shreds:
        words = _words(path)
        start = int(place * (len(words) - 1))
        parts += words[start : start + length]
    text = " ".join(parts)
    for proposal in extractor.extract(text):
        assert 0 <= proposal.content.start < proposal.content.end <= len(text)


@cache
def _words(path: Path) -> list[str]:
    return read(path, name=path.name).source.split(" ")


@FUZZ
@given(_lists_of(st.sampled_from(PIECES)))
def test_any_text_gives_records_that_point_at_their_words(text: str) -> None:
    for proposal in extractor.extract(text):
        for span in _spans(proposal):
            assert _bare(text[span.start : span.end], text) == _bare(span.text, text)
        content = proposal.content
        parts = content.fragments or ((content.start, content.end),)
        assert _bare("…".join(text[slice(*part)] for part in parts), text) == _bare(
            content.text, text
        )


@FUZZ
@given(_lists_of(st.sampled_from(PIECES) | st.text(max_size=40)))
def test_any_characters_give_records_within_the_text(text: str) -> None:
    # The layout mends strange characters, so that only the offsets can be held to the text.
    for proposal in extractor.extract(text):
        for span in (proposal.content, *_spans(proposal)):
            assert 0 <= span.start < span.end <= len(text)
            assert span.text.strip()


def _spans(proposal: Proposal) -> list[Span]:
    """All spans of a record but the content, which may be in pieces."""
    single = (proposal.evidence.head, proposal.purpose, proposal.vote, proposal.outcome)
    several = (*proposal.proposers, *proposal.targets, *proposal.timing)
    return [proposal.trigger, proposal.evidence, *several, *(span for span in single if span)]


def _bare(words: str, text: str) -> str:
    """The words without white space, and without what the layout of the text takes away or puts in.

    That is a hyphen where the text breaks a word at the end of a line, and the bars of a table.
    """
    words = words.replace("|", "")
    if BROKEN.search(text):
        words = words.replace("-", "")
    return "".join(words.split())
