from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from predlozheno.runs.running import Options, run

NOTEBOOK = Path(__file__).parents[2] / "outputs" / "explore.ipynb"
SENTENCE = "Корейской стороной было предложено создать отдел в министерстве до 1 марта 2025 года."


@pytest.fixture
def notebook():
    return nbformat.read(NOTEBOOK, as_version=4)


def test_it_is_saved_without_outputs_and_its_cells_are_short(notebook):
    for cell in notebook.cells:
        assert cell.source.count("\n") < 12
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


def test_every_heading_and_explanation_stands_in_russian_and_english(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            russian, english = (
                re.search("[а-яё]{3}", cell.source),
                re.search(r"\*[A-Z]", cell.source),
            )
            assert russian, cell.source
            assert english, cell.source


# Warnings of the notebook machinery are none of ours.
@pytest.mark.filterwarnings("ignore")
def test_it_runs_on_a_run(notebook, tmp_path, simple_stages, monkeypatch):
    path = tmp_path / "протокол.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    run(Options((str(path),)), tmp_path / "runs" / "one")
    path.write_text(f"{SENTENCE}\n{SENTENCE}", encoding="utf-8")
    run(Options((str(path),)), tmp_path / "runs" / "two")
    monkeypatch.setenv("PREDLOZHENO_RUN", str(tmp_path / "runs" / "two"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    told = "".join(output.get("text", "") for output in outputs)
    assert "1 documents, 2 records, 0 failed" in told
    assert "{'added': 1}" in told
    shown = [output.get("data", {}) for output in outputs]
    html = "".join(one.get("text/html", "") for one in shown)
    assert "корейская сторона" in html
    assert "было предложено</span>" in html
    charts = [one[_PLOTLY] for one in shown if _PLOTLY in one]
    assert len(charts) == 5
    # The library stands in the page itself: nothing is fetched.
    assert "plotly.js v" in html
    assert not re.findall(r"""<(?:script|link|img)[^>]+(?:src|href)=["']?(?:https?:)?//""", html)


_PLOTLY = "application/vnd.plotly.v1+json"
