from __future__ import annotations

from pathlib import Path

import pytest

from predlozheno.errors import GoldError
from predlozheno.gold.files import read_raw

RECORD = "text: a.txt\nproposals:\n  - kind: need\n    trigger: надо\n    content: чинить\n"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            RECORD + "    targts: []\n",
            "proposals 1: unknown key 'targts'. Known keys: content, item",
        ),
        (
            RECORD + "    targets: [{executer: сход}]\n",
            "unknown key 'executer'. Known keys: addressee",
        ),
        (RECORD + "    targets: [{host: а, partner: б}]\n", "exactly one of addressee, executor"),
        (RECORD + "    timing: [{deadline: {text: а, vlue: б}}]\n", "Known keys: canonical, name"),
        (RECORD + "    vote: {za: 3}\n", "Known keys: abstained, against, for, unanimous"),
        (
            RECORD + "    vote: {for: many}\n",
            "proposals 1 vote for: Input should be a valid integer",
        ),
        (RECORD.replace("need", "neeed"), "not 'neeed'"),
        (RECORD + "    trigger: нужно\n", "line 6: the key 'trigger' stands here twice"),
        (RECORD + "records: []\n", "the file: unknown key 'records'. Known keys: genre, notes"),
        ("proposals: []\n", "text: Field required"),
        ("text: [a\n", "not valid YAML"),
        ("text: a.txt\nrejects: [{text: а, reason: odd}]\n", "rejects 1 reason"),
        ("", "valid dictionary"),
    ],
)
def test_breaches_are_told_with_place_and_cure(tmp_path: Path, written: str, told: str) -> None:
    path = tmp_path / "a.gold.yaml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(GoldError) as caught:
        read_raw(path)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_scalars_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "a.gold.yaml"
    more = (
        "    item: 2.10\n    optional: true\n    vote: {for: 8, unanimous: true}\n"
        "    timing: [{deadline: {text: завтра, value: 2025-03-01}}]\n"
    )
    path.write_text(RECORD + more, encoding="utf-8")
    (record,) = read_raw(path).proposals
    assert record.item == "2.10"
    assert record.optional
    assert record.vote
    assert (record.vote.for_, record.vote.unanimous) == (8, True)
    assert record.timing[0].type_and_quote()[1].value == "2025-03-01"


def test_unreadable_file(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_raw(tmp_path / "none.gold.yaml")
