"""Segmented text becomes one spaCy Doc: tokens, morphology, trees, names, noun phrases, parties."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from predlozheno.reading.document import Segments

__all__ = ["annotate", "load_pipeline"]


def annotate(segments: Segments) -> Doc:
    """The Doc of a segmented text, with everything that later stages ask of it.

    The Doc has the characters of `segments.text`, line breaks and tabs as single spaces, so that its
    character offsets are offsets into the repaired text. Its sentences are `segments.sentences`.
    `doc._.segments` is `segments`; `doc.user_data["blocks"]` gives the block index of each token;
    `doc.spans["parties"]` and `doc.user_data["abbreviations"]` are told in `parties`.
    """
    from predlozheno.language.entities import recognise
    from predlozheno.language.networks.threads import one_thread
    from predlozheno.language.parties import find_parties
    from predlozheno.language.sentences import runs
    from predlozheno.language.tagging import tag
    from predlozheno.language.tokens import make_doc
    from predlozheno.language.trees import parse

    doc = make_doc(segments, _vocab())
    with one_thread():
        found = runs(doc)
        doc = recognise(parse(tag(doc, found), found), found)
    return find_parties(doc)


@cache
def _vocab() -> Vocab:
    """What the Docs of `annotate` share; nothing asks for what spaCy knows of Russian."""
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.vocab import Vocab

    return Vocab(lex_attr_getters=dict(LEX_ATTRS))


def load_pipeline() -> Language:
    """A `spacy.blank("ru")` pipeline with this package's tokenizer and components, for plain texts."""
    from predlozheno.language.components import make_pipeline

    return make_pipeline()
