"""The word lists are clean: a word that is written otherwise would never be found."""

from __future__ import annotations

import pytest

from predlozheno import resources
from predlozheno.errors import ModelsError
from predlozheno.language import lexicon as module
from predlozheno.language.morphology import fold
from predlozheno.resources import gazetteer

FILES = ["parties-bodies", "parties-offices", "parties-groups", "parties-countries", "names-titles"]


def lists(content):
    for key, value in content.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{name}", words) for name, words in value.items())
        else:
            yield key, value


@pytest.mark.parametrize("name", FILES)
def test_words_are_folded_and_single(name):
    for key, words in lists(gazetteer(name)):
        if key in ("legal_forms",) or key.startswith("government"):
            continue
        assert [word for word in words if word != fold(word)] == [], key
        assert sorted({word for word in words if words.count(word) > 1}) == [], key


def test_the_lists_are_generous():
    words = module.lexicon()
    assert len(words.always | words.named) >= 150
    assert len(words.offices) >= 150
    assert len(words.plural | words.collective) >= 100


def test_an_unknown_key_is_refused(tmp_path, monkeypatch):
    folder = tmp_path / "gazetteers"
    folder.mkdir()
    (tmp_path / "frames").mkdir()
    for source in (resources.models_dir() / "gazetteers").glob("*.yaml"):
        (folder / source.name).write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    with (folder / "parties-offices.yaml").open("a", encoding="utf-8") as file:
        file.write("\noffises: [министр]\n")
    monkeypatch.setenv(resources.ENV_VARIABLE, str(tmp_path))
    gazetteer.cache_clear()
    try:
        with pytest.raises(ModelsError, match="offises"):
            module.lexicon.__wrapped__()
    finally:
        gazetteer.cache_clear()
