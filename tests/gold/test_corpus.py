"""The corpus is as large, as varied and as hard as its README says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from predlozheno.gold.documents import GoldDocument
from predlozheno.gold.loading import gold_files, load
from predlozheno.gold.splits import read_splits
from predlozheno.language.morphology import analyses, fold

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
USERS_OWN = {"drrk-politics", "02-kafedra", "06-mpk-transport"}
COMMONEST = 5


@pytest.fixture(scope="module")
def golds() -> list[GoldDocument]:
    return [load(path) for path in gold_files([CORPUS / "gold"])]


def test_size_and_genres(golds: list[GoldDocument]) -> None:
    own = [gold for gold in golds if gold.stem not in USERS_OWN]
    assert len(own) >= 48
    assert sum(len(gold.records) for gold in own) >= 600
    assert sum(len(gold.rejects) for gold in own) >= 300
    assert len({gold.genre for gold in own}) >= 16
    assert sum(not any(not r.optional for r in gold.records) for gold in own) >= 8


def test_users_documents_belong_to_dev_and_sixteen_to_test(golds: list[GoldDocument]) -> None:
    splits = read_splits(CORPUS / "gold", [gold.stem for gold in golds])
    assert {splits[stem] for stem in USERS_OWN} == {"dev"}
    assert sum(split == "test" for split in splits.values()) >= 16


def test_every_text_has_its_gold(golds: list[GoldDocument]) -> None:
    assert {path.stem for path in (CORPUS / "texts").iterdir()} == {gold.stem for gold in golds}


def test_no_eight_words_stand_in_two_documents(golds: list[GoldDocument]) -> None:
    # Single letters are left out: letter-spaced labels are one word each.
    seen: dict[tuple[str, ...], str] = {}
    shared = [
        (seen[run], gold.stem, " ".join(run))
        for gold in golds
        for run in _runs(gold.source)
        if seen.setdefault(run, gold.stem) != gold.stem
    ]
    assert shared == []


def test_no_trigger_carries_more_than_a_twentieth(golds: list[GoldDocument]) -> None:
    lemmas: Counter[str] = Counter()
    total = 0
    for gold in golds:
        for record in gold.records:
            total += 1
            lemmas.update({_lemma(record.trigger.text)})
    beyond = lemmas.most_common()[COMMONEST:]
    assert [(lemma, count) for lemma, count in beyond if count > total / 20] == []


def _lemma(trigger: str) -> str:
    """The lemma of the trigger's first word that is no auxiliary; letter-spacing is closed up."""
    closed = re.sub(r"(?<=\b\w) (?=\w\b)", "", trigger)
    words = [
        word for word in re.findall(r"\w+", fold(closed)) if word not in ("был", "было", "была")
    ]
    readings = analyses(words[0]) if words else ()
    return readings[0].lemma if readings else fold(trigger)


def _runs(text: str) -> zip[tuple[str, ...]]:
    words = [word for word in re.findall(r"\w+", fold(text)) if len(word) > 1]
    return zip(*(words[i:] for i in range(8)), strict=False)
