"""The corpus as the networks get it, and slovnet's own networks beside ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from predlozheno.language.networks import Passage
from predlozheno.language.networks.packed import sources
from predlozheno.language.sentences import Run, runs
from predlozheno.language.tokens import make_doc
from predlozheno.reading.readers import read
from predlozheno.reading.segmentation import segment

TEXTS = Path(__file__).parents[3] / "corpus" / "texts"


@dataclass(frozen=True)
class Slovnet:
    """Slovnet's inference of the three networks."""

    morph: Any
    syntax: Any
    ner: Any


@pytest.fixture(scope="session")
def slovnet() -> Slovnet:
    import slovnet as library
    from navec import Navec

    files = sources()
    vectors = Navec.load(files["vectors"])
    loaders = {"morph": library.Morph, "syntax": library.Syntax, "ner": library.NER}
    found = {name: one.load(files[name]).navec(vectors).infer for name, one in loaders.items()}
    return Slovnet(**found)


@pytest.fixture(scope="session")
def paragraphs() -> list[list[Run]]:
    """The sentences of every paragraph of the corpus."""
    return list(_paragraphs())


def _paragraphs() -> Iterator[list[Run]]:
    from itertools import groupby

    from spacy.vocab import Vocab

    for path in sorted(TEXTS.iterdir()):
        doc = make_doc(segment(read(path, name=path.name)), Vocab())
        blocks = doc.user_data["blocks"]
        for _, found in groupby(runs(doc), key=lambda run: blocks[run.places[0]]):
            yield list(found)


@pytest.fixture(scope="session")
def sentences(paragraphs: list[list[Run]]) -> list[list[str]]:
    """The words of every sentence of the corpus."""
    return [run.forms for paragraph in paragraphs for run in paragraph]


@pytest.fixture(scope="session")
def passages(paragraphs: list[list[Run]]) -> list[Passage]:
    """Every paragraph of the corpus as a whole."""
    found = []
    for paragraph in paragraphs:
        words = [word for run in paragraph for word in run.forms]
        bounds, end = [], 0
        for run in paragraph:
            bounds.append((end, end + len(run.forms)))
            end += len(run.forms)
        found.append(Passage(words, bounds))
    return found
