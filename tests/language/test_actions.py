"""Nouns of action are told by the dictionary."""

from __future__ import annotations

import pytest

from predlozheno.language.actions import is_action


@pytest.mark.parametrize("noun", ["введение", "вскрытие", "ликвидация", "отправка", "покупка"])
def test_a_verb_stands_behind_it(noun: str) -> None:
    assert is_action(noun)


@pytest.mark.parametrize("noun", ["станция", "река", "площадка", "акация", "порт"])
def test_a_thing_is_none(noun: str) -> None:
    assert not is_action(noun)
