from __future__ import annotations

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


# Warnings of the notebook machinery are none of ours.
@pytest.mark.filterwarnings("ignore")
def test_it_runs_on_a_run(notebook, tmp_path, simple_stages, monkeypatch):
    (tmp_path / "протокол.txt").write_text(f"{SENTENCE}\n{SENTENCE}", encoding="utf-8")
    run(Options((str(tmp_path / "протокол.txt"),)), tmp_path / "runs" / "one")
    monkeypatch.setenv("PREDLOZHENO_RUN", str(tmp_path / "runs" / "one"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert "1 documents, 2 records, 0 failed" in outputs[0].text
    html = "".join(output.get("data", {}).get("text/html", "") for output in outputs)
    assert "корейская сторона" in html
    assert "было предложено</span>" in html
