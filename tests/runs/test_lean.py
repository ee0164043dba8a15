"""What a worker loads of spaCy, and that the rest is there for whoever asks."""

from __future__ import annotations

import subprocess
import sys


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


LEAN = "from predlozheno.runs.workers.lean import lean_spacy; lean_spacy(); import sys; "


def test_the_doc_comes_without_spacys_command_line():
    code = f"{LEAN} import spacy.tokens, predlozheno.extractor"
    assert run(f"{code}; print('spacy.cli' in sys.modules, 'spacy.tokens' in sys.modules)") == (
        "False True"
    )


def test_a_plug_in_that_asks_for_a_pipeline_gets_one():
    code = f"{LEAN} from spacy.tokens import Doc; import spacy; from spacy import displacy"
    asked = (
        "print(type(spacy.blank('ru')).__name__, spacy.tokens.Doc is Doc, bool(spacy.__version__))"
    )
    assert run(f"{code}; {asked}") == "Russian True True"


def test_a_spacy_that_is_loaded_stays_as_it_is():
    assert run(f"import spacy; before = spacy; {LEAN} print(sys.modules['spacy'] is before)") == (
        "True"
    )
