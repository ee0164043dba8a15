"""Large packages are whole for whoever asks for them, and asleep for whoever does not."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEGIN = "from predlozheno.language import annotate\nimport sys\n"


def run(code: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", BEGIN + code], capture_output=True, check=True, encoding="utf-8"
    )
    return ended.stdout.strip()


def test_a_doc_wakes_nothing():
    code = "import predlozheno\npredlozheno.extract('Он предложил уйти.')\n"
    code += "print([name in sys.modules for name in ('spacy.language', 'spacy.cli')])"
    assert run(code) == "[False, False]"


@pytest.mark.parametrize(
    "code",
    [
        "import spacy\nprint(spacy.blank('ru')('Да')[0].lower_)",
        "from spacy.tokens import Doc\nimport spacy\nprint(spacy.blank('ru')('Да')[0].lower_)",
        "from spacy.tokens import Doc\nfrom spacy import blank\nprint(blank('ru')('Да')[0].lower_)",
        "import spacy\nprint(spacy.tokens.Doc and spacy.__version__ and 'да')",
        "from predlozheno.language import load_pipeline\nprint(load_pipeline()('Да')[0].lower_)",
        "from spacy.language import Language\nprint(Language and 'да')",
        "from spacy.matcher import Matcher\nprint(Matcher and 'да')",
        "from slovnet import Morph\nprint(Morph and 'да')",
    ],
)
def test_what_they_can_do_is_there_when_asked_for(code):
    assert run(code) == "да"


def test_what_they_cannot_do_is_refused():
    code = "import spacy\ntry:\n    spacy.nonsense\nexcept AttributeError:\n    print('refused')"
    assert run(code) == "refused"
