from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from predlozheno.gold.loading import load
from predlozheno.gold.places import same_place
from predlozheno.records.schema import Proposal

GOLD = """\
text: kalinka.txt
proposals:
  - kind: decision
    trigger: Р Е Ш И Л И
    content: углубить пруд
    section: [Пруд и дорoга, Р Е Ш И Л И]
    item: '2'
    speaker: П е т р о в
"""


@pytest.mark.parametrize(
    ("name", "value", "same"),
    [
        ("section", ("Пруд и дорога", "РЕШИЛИ"), True),
        ("section", ("Пруд и дорога",), False),
        ("section", (), False),
        ("item", "2", True),
        ("item", "I/2", True),
        ("item", "I", False),
        ("item", "1.2", False),
        ("item", None, False),
        ("speaker", "Петров", True),
        ("speaker", "Петров И.И.", False),
        ("speaker", None, False),
    ],
)
def test_letters_and_last_numbers_count_and_print_does_not(
    write_gold: Any,
    guess: Callable[..., Proposal],
    name: str,
    value: object,
    same: bool,
) -> None:
    gold = load(write_gold("Пруд и дорoга\nП е т р о в: да.\nР Е Ш И Л И: 2. углубить пруд.", GOLD))
    proposal = guess(gold, "углубить пруд", trigger="Р Е Ш И Л И")
    placed = proposal.model_copy(update={name: value})
    assert same_place(name, gold.records[0], placed) is same
