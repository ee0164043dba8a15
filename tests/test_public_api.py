from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

import predlozheno
from predlozheno import ReadError, UsageError

SENTENCE = "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."


def test_every_public_name_is_there():
    for name in predlozheno.__all__:
        assert getattr(predlozheno, name) is not None
    assert predlozheno.__all__ == sorted(
        predlozheno.__all__, key=lambda name: (name.islower(), name)
    )
    assert set(predlozheno.__all__) <= set(dir(predlozheno))


def test_the_public_names_are_these():
    assert set(predlozheno.__all__) == set(
        "Account Document Extractor FrameError GoldError Kind Meeting ModelsError Outcome OutputError "
        "Party PartySource PartyType Polarity PredlozhenoError Proposal ReadError Result Role Span "
        "Status Target Timing TimingType UsageError Vote __version__ extract json_schema load".split()
    )


def test_other_names_are_none():
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = predlozheno.nonsense


def test_the_version_is_that_of_the_distribution():
    assert predlozheno.__version__ == importlib.metadata.version("predlozheno")


def test_importing_is_instant():
    heavy = "pydantic", "pandas", "spacy", "natasha", "numpy", "yaml", "typer"
    code = f"import sys, predlozheno; print(sorted(set({heavy}) & set(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ended.stdout == "[]\n"


@pytest.mark.usefixtures("simple_stages")
class TestExtractor:
    def test_a_text(self):
        result = predlozheno.load().extract(f"Слушали.\n{SENTENCE}")
        assert len(result) == 1
        assert result[0] is result.proposals[0]
        assert list(result[:1]) == list(result)
        content = result[0].content
        assert result.document.source[content.start : content.end] == content.text
        assert repr(result) == "<Result of 'text': 1 proposals>"

    def test_a_file(self, tmp_path):
        path = tmp_path / "протокол.txt"
        path.write_text(SENTENCE, encoding="cp1251")
        result = predlozheno.load().extract(path)
        assert result.document.encoding == "cp1251"
        assert result[0].document == "протокол.txt"

    def test_a_document(self):
        document = predlozheno.Document("архив/1.txt", SENTENCE)
        assert predlozheno.load().extract(document)[0].document == "архив/1.txt"

    def test_pipe_goes_lazily(self):
        def texts():
            yield SENTENCE
            yield "Тишина."
            raise AssertionError("asked for more than was needed")

        results = predlozheno.load().pipe(texts())
        assert [len(next(results)), len(next(results))] == [1, 0]

    def test_explain(self):
        (entry,) = predlozheno.load().explain("Хозяйка предложила чаю.")
        assert (entry.outcome, entry.reason, entry.record) == ("refused", "everyday: чай", None)

    def test_to_frame(self):
        table = predlozheno.load().extract(SENTENCE).to_frame()
        assert table.loc[0, "proposers"] == "корейская сторона"

    def test_a_notebook_shows_it_marked(self):
        html = predlozheno.load().extract(SENTENCE)._repr_html_()
        assert "Корейской стороной</span>" in html

    def test_extract_without_load(self):
        assert len(predlozheno.extract(SENTENCE)) == 1

    def test_half_a_character_is_refused(self):
        with pytest.raises(ReadError, match=r"lone surrogate\) at offset 4"):
            predlozheno.extract("Мы п\ud800редлагаем")


def test_load_of_a_folder_that_is_not_there():
    with pytest.raises(UsageError, match="there is no such folder"):
        predlozheno.load(frames="нет")
    with pytest.raises(UsageError, match="there is no such folder"):
        predlozheno.load(models=Path("нет"))
